"""Which language a text is in, told by its commonest small words."""

from __future__ import annotations

import re
from collections import Counter

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "a an the of and to in that is was for on with as by it he she they at from his her their not are were be"
        " been has have had but which who this these those will would could should or if after before about"
        " than into over more when while because also its we you i our your there what all no can may might must"
        " do did does up out so one two some any each every other such only own same then them him us me my how"
        " why where here now just under between through during against within without among until since both few"
        " many most much another",
        "de": "der die das und in den von zu mit ist des dem nicht ein eine einer eines einem einen im auf für sich"
        " als auch es an er sie hat aus bei nach wird werden sind war noch wie über um so dass zum zur haben nur"
        " oder aber vor bis mehr durch man sein seine seiner ihre ihr ihrer wir ich du uns wenn kann können soll"
        " sollen würde wurde wurden habe hätte sei wäre weil denn doch diese dieser dieses diesem diesen jede"
        " jeder jedes alle allem alles am beim vom gegen ohne unter zwischen während seit ab hier dort da dann"
        " nun schon wieder immer sehr kein keine keiner was wer wo warum damit dabei dafür darauf daran dazu"
        " davon ihm ihn ihnen unser unsere",
        "tr": "ve bir bu da de için ile çok daha olarak olan gibi ne kadar ise ama ya en o her sonra önce göre diye"
        " ancak olduğu olduğunu değil var yok ki mi mı mu mü şu biz siz ben sen onlar bunu buna bunun şey tüm"
        " bütün kendi iki üç ilk son yeni büyük bazı hiç hem veya ayrıca böyle şöyle artık hâlâ henüz bile karşı"
        " karşın rağmen üzerine üzerinde arasında içinde dolayı nedeniyle tarafından ettiği ettiğini eden etti"
        " olacak oldu",
        "ru": "и в во не на что с со как а то он она они оно по это из но за к ко у о об от до для же бы был была были"
        " было будет будут его её ее их мы вы я ты так также который которая которые которого при или если только"
        " уже ещё еще чтобы после перед под над между через без более может могут нет да этот эта эти этого тот"
        " та те все всё весь вся когда где там здесь потому поэтому однако кроме нас нам вам ему ей им себя свой"
        " свои своих очень лишь хотя пока чем ни раз один два три",
        "uk": "і й в у не на що з із як а то він вона вони по це за до від для ж би був була були було буде його її їх"
        " ми ви так також який яка які при або якщо тільки вже ще щоб після під над між через без більше може є"
        " та",
        "fr": "le la les de des du et à en un une que qui dans pour sur au aux est pas ne ce il elle par avec plus son"
        " sa ses se sont été ont a cette mais ou nous vous ils leur leurs comme être avait était après selon",
        "es": "el la los las de del y a en un una que se por con para es no su sus lo al como más pero fue ha han este"
        " esta ser entre cuando muy sin sobre también hasta desde está son era según",
        "it": "il lo la i gli le di del della dei delle e a in un una che non per è con si da al alla sono ha anche"
        " come più ma questo questa nel nella dal dalla sul suo sua loro ed essere stato secondo",
        "pt": "o a os as de do da dos das e em um uma que não para com por se é no na nos nas mais como mas foi ao à"
        " seu sua ser tem são também já entre até pelo pela segundo",
        "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij uit door naar"
        " worden wordt werd hij zij ze hebben heeft had nog over meer dit die deze geen tot volgens",
        "pl": "i w we nie na że z ze się do jest to o jak po za od a ale co przez dla są był była było być jego jej"
        " ich który która które już tylko oraz tym także czy może przed pod między",
        "sv": "och att det i en som på är av för med den till de har inte om ett han hon var men från vid så kan ska"
        " eller efter också när mot över under enligt",
    }.items()
}
"""By language, small words that few texts in it can do without, and that begin no name."""

_WORD = re.compile(r"[^\W\d_]+")
MOST_READ = 50_000
"""Characters that tell a language: some eight thousand words."""
FEWEST_WORDS = 4
"""Different small words of a language that a text must have, however short it is."""
SMALLEST_SHARE = 0.12
"""Of the words of a running text a quarter to a half are among those above, in Turkish a tenth to a fifth."""


def language_of(text: str) -> str | None:
    """The language of a text as a BCP 47 tag; None when it is not clear."""
    words = Counter(word.lower() for word in _WORD.findall(text[:MOST_READ]))
    shares = {language: sum(words[word] for word in small) for language, small in FUNCTION_WORDS.items()}
    (best, most), (_, next_most) = Counter(shares).most_common(2)
    different = sum(word in words for word in FUNCTION_WORDS[best])
    clear = different >= FEWEST_WORDS and most >= SMALLEST_SHARE * words.total() and most >= 1.5 * next_most
    return best if clear else None
