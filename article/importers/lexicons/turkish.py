"""Turkish: what tells the names of actors from other words."""

from __future__ import annotations

from article.importers.languages import FUNCTION_WORDS
from article.importers.lexicon import KNOWN, Lexicon, endings, kinds, words

LEXICON = Lexicon(
    language="tr",
    small_words=FUNCTION_WORDS["tr"],
    excluded=words(
        "pazartesi salı çarşamba perşembe cuma cumartesi pazar ocak şubat mart nisan mayıs haziran temmuz ağustos"
        " eylül ekim kasım aralık savaş tanrı allah internet lira avro dolar bugün dün yarın bugünkü geçen geçtiğimiz"
        " önceki ertesi"
    ),
    ordinary=words(
        "şimdi artık öte yandan öte_yandan bununla buna bunun bunlar bunların bunu onun onlar onların onu ancak"
        " fakat lakin yine yani ayrıca üstelik böylece böyle öyle şöyle önce sonra ardından nihayet sonunda belki"
        " elbette tabii zaten hatta özellikle genel genellikle bazı birçok çoğu bütün tüm her hiç kimse herkes kimi"
        " iki üç dört beş altı yedi sekiz dokuz on yüz bin milyon milyar yaklaşık uzmanlar yetkililer vatandaşlar"
        " halk muhalefet iktidar polis eleştirmenler destekçiler kaynaklar gazeteciler sakinler esnaf balıkçılar"
        " öğrenciler işçiler kadınlar çocuklar gençler toplantıda toplantının açıklamada kararın konuşmasında karar"
        " proje projenin olay olayın hükümet nasıl neden niçin niye nerede kim hangi kaç evet hayır peki burada orada"
        " şurada buradan böylelikle öncelikle ilk son yeni eski kuzey güney doğu batı dünya yüzde saat yıl ay gün"
        " hafta sayın bay bayan bey hanım eğer şayet çünkü zira madem rağmen dolayısıyla sanki keşke gerçi nitekim"
        " oysa oysaki halbuki meğer ise biz ben siz sen kendisi kendi"
    ),
    demonyms=words(
        "rus türk amerikan amerikalı alman fransız ingiliz çinli avrupalı ukraynalı israilli filistinli iranlı"
        " suriyeli yunan yunanlı kürt arap ermeni türkler ruslar almanlar amerikalılar müslüman hristiyan yahudi"
    ),
    titles=words(
        "cumhurbaşkanı başbakan başkan bakan devlet_başkanı genel_başkan genel_başkanı genel_başkan_yardımcısı"
        " genel_sekreter genel_sekreteri belediye_başkanı büyükşehir_belediye_başkanı dışişleri_bakanı içişleri_bakanı"
        " savunma_bakanı maliye_bakanı adalet_bakanı sağlık_bakanı ulaştırma_bakanı çevre_bakanı bakan_yardımcısı"
        " başkan_yardımcısı yönetim_kurulu_başkanı sözcü sözcüsü basın_sözcüsü başkanı bakanı müdür müdürü lider lideri"
        " vali valisi kaymakam kaymakamı milletvekili senatör büyükelçi büyükelçisi elçi profesör prof. doktor doçent"
        " general orgeneral albay amiral komutan komutanı yargıç hâkim savcı savcısı avukat yazar gazeteci muhabir"
        " uzman uzmanı ekonomist analist mühendis mimar biyolog tarihçi öğretmen muhtar muhtarı kaptan balıkçı fırıncı"
        " aktivist öğrenci çiftçi sekreter sekreteri temsilci temsilcisi üyesi koordinatörü direktör direktörü kurucu"
        " kurucusu patron sahibi şansölye kral kraliçe prens papa piskopos imam eski yardımcısı yöneticisi işletmecisi"
        " danışmanı oda_başkanı sendika_başkanı dernek_başkanı meclis_üyesi"
    ),
    title_endings=endings("bakanı başkanı sözcüsü müdürü lideri sekreteri büyükelçisi"),
    honorifics=words("sayın prof doç dr av bay bayan"),
    abbreviations=words("st cad sok mah no vb vs"),
    speech=words(
        "dedi söyledi belirtti açıkladı vurguladı kaydetti ifade_etti dile_getirdi savundu anlattı aktardı ekledi"
        " konuştu diye_konuştu uyardı duyurdu bildirdi öne_sürdü iddia_etti yanıtladı yanıt_verdi eleştirdi hatırlattı"
        " işaret_etti çağrıda_bulundu çağrısı_yaptı istedi talep_etti reddetti yalanladı doğruladı itiraf_etti yazdı"
        " söylüyor diyor düşünüyor inanıyor savunuyor belirtiyor vurguluyor istiyor karşı_çıktı destekledi"
        " desteklediğini sordu vaat_etti söz_verdi değerlendirdi tepki_gösterdi görüşünü_paylaştı göre"
        " sözlerini_sürdürdü ifadesini_kullandı ifadelerini_kullandı"
    ),
    speech_before=words("diyen belirten vurgulayan savunan kaydeden söyleyen hatırlatan ifade_eden anlatan açıklayan"),
    sources_after=words("göre"),
    between=words("de da ise daha"),
    locative_suffixes=words("da de ta te daki deki taki teki ndaki ndeki nda nde"),
    places=words(
        "caddesi sokağı köprüsü meydanı parkı nehri gölü denizi dağı adası adaları mahallesi ilçesi limanı havalimanı"
        " körfezi boğazı iskelesi sahili bulvarı istasyonu hastanesi yolu kıyısı koyu burnu vadisi ovası çarşısı ili"
        " köyü kordonu"
    ),
    kinds=kinds(
        government="bakanlığı belediyesi meclisi mahkemesi valiliği müdürlüğü kaymakamlığı başkanlığı hükümeti"
        " savcılığı emniyeti kurumu genelkurmay idaresi danıştay yargıtay sayıştay konseyi",
        organization="sendikası derneği odası partisi üniversitesi birliği vakfı şirketi kurulu komisyonu komitesi"
        " bankası kooperatifi federasyonu konfederasyonu platformu holding enstitüsü barosu cemiyeti"
        " kulübü örgütü merkezi ajansı işletmesi inisiyatifi grubu ortaklığı topluluğu hareketi a.ş.",
        media="gazetesi televizyonu haber postası radyosu dergisi",
    ),
    kind_suffixes=words("nın nin nun nün na ne nda nde ndan nden nı ni nu nü yla yle nca nce ndaki ndeki"),
    known=KNOWN
    | kinds(
        country="rusya ukrayna almanya fransa türkiye çin israil iran ırak suriye polonya ingiltere britanya japonya"
        " hindistan pakistan kanada italya ispanya yunanistan macaristan romanya bulgaristan sırbistan"
        " gürcistan ermenistan azerbaycan belarus finlandiya isveç norveç hollanda belçika avusturya isviçre"
        " mısır katar lübnan filistin abd amerika kıbrıs suudi_arabistan",
        intergovernmental="ab bm agit avrupa_birliği birleşmiş_milletler avrupa_komisyonu",
        government="moskova kiev washington brüksel pekin ankara tahran beyaz_saray tbmm",
        organization="akp chp mhp hdp iyi_parti greenpeace hamas hizbullah",
    ),
    owned_title_endings=endings("ı i u ü"),
    verb_ends_sentence=True,
)
