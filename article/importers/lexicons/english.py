"""English: what tells the names of actors from other words."""

from __future__ import annotations

from article.importers.languages import FUNCTION_WORDS
from article.importers.lexicon import KNOWN, Lexicon, kinds, words

LEXICON = Lexicon(
    language="en",
    small_words=FUNCTION_WORDS["en"],
    excluded=words(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
        " september october november december spring summer autumn winter christmas easter ramadan war wars god"
        " internet bible covid i'm i've i'll i'd it's that's there's we're we've they're don't yes no oh part chapter"
        " section article page photo image source copyright table figure"
    ),
    ordinary=words(
        "ramadan's meanwhile however moreover furthermore therefore thus hence still yet earlier later today yesterday"
        " tomorrow tonight last next recently according despite although though whereas once finally first second third"
        " instead perhaps indeed even often usually sometimes never always nobody everybody everyone someone anyone"
        " nothing something everything critics supporters opponents officials experts sources residents police people"
        " others many several few half three four five six seven eight nine ten hundreds thousands millions mr mrs ms"
        " world well asked speaking following amid around across like unlike given behind beyond along per via upon"
        " street-level north south east west northern southern eastern western english covid-19 new old let nor either"
        " neither whether unless except including local national international public private update read"
    ),
    demonyms=words(
        "american british russian ukrainian european german french turkish chinese israeli palestinian iranian iraqi"
        " syrian western eastern african asian arab kurdish greek italian spanish polish japanese korean indian"
        " pakistani afghan canadian mexican brazilian dutch belgian swedish norwegian finnish danish hungarian romanian"
        " bulgarian serbian czech austrian swiss georgian armenian azerbaijani soviet muslim christian jewish islamic"
        " catholic orthodox democratic republican conservative socialist communist russians ukrainians americans"
        " europeans germans israelis palestinians democrats republicans conservatives muslims christians jews turks"
        " kurds arabs britons"
    ),
    titles=words(
        "president vice_president prime_minister premier chancellor minister foreign_minister defense_minister"
        " defence_minister interior_minister finance_minister secretary secretary_of_state foreign_secretary"
        " defense_secretary home_secretary secretary_general general_secretary secretary-general mayor deputy vice"
        " former acting senator governor congressman congresswoman representative councillor councilor councilman"
        " councilwoman council_member alderman commissioner ambassador spokesman spokeswoman spokesperson chairman"
        " chairwoman chair chairperson head director chief executive_director chief_executive managing_director manager"
        " founder co-founder owner leader lawmaker legislator attorney lawyer attorney_general solicitor judge justice"
        " chief_justice prosecutor sheriff police_chief fire_chief general major_general lieutenant_general colonel"
        " major captain lieutenant sergeant admiral commander marshal king queen prince princess emperor sultan emir"
        " sheikh imam rabbi pope bishop archbishop cardinal patriarch reverend pastor father sister professor economist"
        " analyst historian scientist researcher engineer architect teacher principal superintendent student doctor"
        " nurse farmer fisherman shopkeeper baker activist campaigner organizer organiser resident neighbor neighbour"
        " author journalist reporter editor columnist actor actress singer coach candidate treasurer clerk planner"
        " biologist ecologist accountant driver ferryman skipper harbormaster harbourmaster union_leader"
    ),
    honorifics=words("mr mrs ms miss dr sir dame lord lady prof st sen gov rep gen col lt sgt capt rev hon"),
    abbreviations=words("st mt ft jr sr no vs inc ltd co corp"),
    speech=words(
        "said says told tells added adds warned warns argued argues stated states noted insisted insists claimed"
        " claims urged urges announced announces confirmed confirms denied denies rejected rejects criticized"
        " criticised accused explained explains replied acknowledged acknowledges suggested suggests emphasized"
        " emphasised stressed declared demanded demands promised vowed asked asks pledged admitted conceded believes"
        " thinks wants opposes opposed supports supported backed condemned welcomed wrote writes testified elaborated"
        " reiterated predicted proposed complained objected countered recalled called_for calls called agreed disagreed"
        " doubted doubts dismissed defended commented remarked responded estimated calculated pointed_out maintained"
        " refused refuses threatened praised concluded described spoke answered"
    ),
    speech_before=words("said says added adds explained noted warned argued replied wrote insisted recalled asked"),
    speech_before_follows_quotation=True,
    sources=words("according_to said_by told_by"),
    between=words("has had have also later again now then once"),
    adverb_endings=("ly",),
    articles=words("the a an"),
    locatives=words("in to from into toward towards near outside across around throughout inside downtown"),
    places=words(
        "street avenue road lane bridge river lake bay square park island islands valley beach boulevard hill mountain"
        " mountains sea ocean strait peninsula highway station airport terminal pier wharf canal harbor harbour coast"
        " quay creek forest district region province county crescent court_house point peak gulf cape desert"
    ),
    labels=words("company newspaper firm party"),
    links=words("of of_the for for_the"),
    kinds=kinds(
        government="ministry government council cabinet parliament senate congress duma administration pentagon"
        " authority bureau treasury court police navy army department prosecutor's_office directorate city",
        organization="association union party committee agency group university company inc ltd corporation corp bank"
        " institute institution foundation federation league society club church commission organization"
        " organisation center centre network coalition alliance board chamber trust fund initiative"
        " movement front campaign partners holdings industries lines services cooperative co-operative"
        " college school hospital museum workers friends guild",
        media="times post ledger news herald gazette tribune journal observer courier chronicle guardian telegraph"
        " today reuters bbc cnn broadcasting",
    ),
    known=KNOWN
    | kinds(
        country="russia ukraine germany france turkey türkiye china israel iran iraq syria poland britain england"
        " scotland america united_states united_kingdom japan india pakistan canada mexico brazil italy spain"
        " greece hungary romania bulgaria serbia georgia armenia azerbaijan belarus moldova finland sweden"
        " norway denmark netherlands belgium austria switzerland egypt saudi_arabia qatar lebanon jordan yemen"
        " libya afghanistan north_korea south_korea taiwan australia palestine cuba venezuela argentina czechia"
        " slovakia lithuania latvia estonia kazakhstan",
        government="moscow kyiv washington brussels beijing ankara tehran pentagon downing_street",
        organization="hamas hezbollah taliban greenpeace",
    ),
)
