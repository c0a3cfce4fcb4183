"""German: what tells the names of actors from other words."""

from __future__ import annotations

from article.importers.languages import FUNCTION_WORDS
from article.importers.lexicon import KNOWN, Lexicon, endings, kinds, words

LEXICON = Lexicon(
    language="de",
    small_words=FUNCTION_WORDS["de"],
    excluded=words(
        "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz april mai juni"
        " juli august september oktober november dezember frühjahr frühling sommer herbst winter weihnachten ostern"
        " gott krieg"
    ),
    ordinary=words(
        "ende anfang mitte gestern heute morgen bereits jetzt zuletzt später zuvor danach allerdings jedoch dennoch"
        " trotzdem außerdem zudem deshalb daher darum dagegen inzwischen unterdessen schließlich zunächst vielleicht"
        " auch laut angaben prozent euro dollar cent tonnen millionen milliarden meter kilometer liter kilo gramm"
        " grad jahr jahre jahren monat monate monaten woche wochen tag tage tagen stunde stunden minuten uhr mal teil"
        " menschen leute kritiker gegner befürworter anwohner experten fachleute vertreter beobachter beamte"
        " politiker kinder eltern frauen männer bürger bürgerinnen polizei feuerwehr geld zeit fragen frage antwort"
        " viele einige manche andere drei vier fünf sechs sieben acht neun zehn hundert tausend nachdem bevor obwohl"
        " sobald falls ob bisher künftig derzeit damals einst endlich eigentlich gerade genau ganz nichts niemand"
        " jemand etwas ja nein seite linie fall herr frau herrn dr doktor frieden osten westen norden süden welt"
        " internet entweder weder sowohl statt trotz wegen neben hinter ebenso ferner weiter weitere erst erste"
        " zweite"
    ),
    demonyms=words(
        "russische russischer russischen deutsche deutscher deutschen deutsches europäische europäischer europäischen"
        " amerikanische amerikanischer amerikanischen französische französischer französischen türkische türkischer"
        " türkischen ukrainische ukrainischer ukrainischen hamburger berliner bremer kieler londoner pariser wiener"
        " moskauer brüsseler russen ukrainer amerikaner europäer türken"
    ),
    titles=words(
        "präsident präsidentin kanzler kanzlerin minister ministerin senator senatorin sprecher sprecherin chef chefin"
        " leiter leiterin direktor direktorin vorsitzende vorsitzender vorstand geschäftsführer geschäftsführerin"
        " abgeordnete abgeordneter professor professorin general oberst hauptmann admiral botschafter botschafterin"
        " sekretär sekretärin richter richterin anwalt anwältin staatsanwalt staatsanwältin bischof bischöfin papst"
        " könig königin fürst prinz prinzessin landrat landrätin stadtrat stadträtin wirt wirtin fischer fischerin"
        " bäcker bäckerin lehrer lehrerin forscher forscherin biologe biologin ökonom ökonomin historiker historikerin"
        " ingenieur ingenieurin architekt architektin händler händlerin unternehmer unternehmerin aktivist aktivistin"
        " autor autorin journalist journalistin studentin student anwohner anwohnerin gründer gründerin inhaber"
        " inhaberin betreiber betreiberin kapitän analyst analystin experte expertin pastor pastorin"
        " patient patientin tochter sohn witwe"
    ),
    title_endings=endings(
        "minister ministerin präsident präsidentin kanzler kanzlerin sprecher sprecherin chef chefin leiter leiterin"
        " meister meisterin rätin direktor direktorin senator senatorin vorsitzende vorsitzender vorsitzenden"
        " abgeordnete abgeordneter sekretär sekretärin experte expertin forscher forscherin anwalt anwältin führer"
        " führerin händler händlerin wirt wirtin biologe biologin beauftragte beauftragter kapitän ministers"
        " präsidenten kanzlers meisters politiker politikerin unternehmer professorin richter richterin vertreter"
        " vertreterin kollege kollegin inhaber inhaberin kommissar kommissarin inspektor inspektorin"
    ),
    honorifics=words("herr herrn frau dr prof"),
    abbreviations=words("st nr ca bzw usw str evtl bspw abs"),
    speech=words(
        "sagte sagt erklärte erklärt betonte betont warnte warnt meinte meint forderte fordert kritisierte kritisiert"
        " kündigte kündigt teilte versicherte bestätigte bestätigt wies behauptete behauptet schrieb schreibt glaubt"
        " glaubte hält hielt lehnt lehnte verlangt verlangte räumte räumt entgegnete erwiderte antwortete ergänzte"
        " verteidigte begrüßte beklagte beklagt befürchtet befürchtete hofft hoffte rechnet rechnete sprach spricht"
        " widersprach widerspricht verwies verweist rief unterstützt unterstützte zweifelt bezweifelt nannte nennt"
        " argumentiert argumentierte mahnte mahnt versprach verspricht drohte droht fragte fragt erinnerte erinnert"
        " bezeichnete bezeichnet will wollte fürchtet fürchtete stimmte urteilte berichtet berichtete"
    ),
    speech_before=words(
        "sagte sagt erklärte erklärt betonte betont warnte warnt meinte meint versicherte schrieb schreibt räumte"
        " entgegnete erwiderte antwortete ergänzte mahnte mahnt fragte so behauptete findet fand"
    ),
    sources=words("laut nach_angaben_von so"),
    between=words("hat hatte aber auch jedoch am dazu"),
    articles=words(
        "der die das des dem den ein eine einer eines einem einen kein keine keinen keiner diese dieser dieses diesem"
        " diesen jede jeder jedes im am beim vom zum zur ins ans unser unsere unserer unserem unseren ihr ihre ihrer"
        " ihrem ihren sein seine seiner seinem seinen mein meine alle viele mehr weniger neue neuer neuen neues neuem"
        " große großen großer alte alten alter beide beiden einige mehrere zwei drei vier fünf"
    ),
    locatives=words("in nach aus bei im"),
    place_endings=endings("straße platz brücke allee weg ufer kai berg fluss insel bahnhof"),
    kinds=kinds(
        organization="verband verein bund partei gewerkschaft ag gmbh kg e.v. kammer initiative universität hochschule"
        " institut stiftung genossenschaft gesellschaft bürgerinitiative aktionsbündnis bündnis reederei"
        " werft",
        government="ministerium amt behörde gericht senat bundestag bundesrat bundesregierung landtag landesregierung"
        " stadtrat gemeinderat kommission regierung",
        media="zeitung nachrichten rundschau anzeiger kurier spiegel tagesschau bote tageblatt",
    ),
    kind_endings=kinds(
        organization="verband verein bund partei gewerkschaft gesellschaft kammer initiative genossenschaft union"
        " institut stiftung universität bündnis reederei werft",
        government="ministerium amt behörde gericht regierung kommission senat",
        media="zeitung rundschau anzeiger kurier tageblatt nachrichten",
    ),
    kind_suffixes=words("s es en e"),
    genitives=words("s"),
    known=KNOWN
    | kinds(
        country="russland ukraine deutschland frankreich türkei china israel iran irak syrien polen großbritannien usa"
        " japan indien kanada italien spanien griechenland ungarn rumänien serbien georgien belarus finnland"
        " schweden norwegen dänemark niederlande belgien österreich schweiz ägypten vereinigte_staaten",
        government="moskau kiew kyjiw washington brüssel peking ankara teheran kreml",
        organization="spd cdu csu fdp grüne greenpeace hamas hisbollah",
    ),
    links=words("der des für"),
    labels=words("gewerkschaft krankenkasse firma büro unternehmen konzern zeitung agentur partei"),
    particles=words("von van de zu der den dem la el bin"),
    nouns_have_capitals=True,
)
