"""Lists of Polish words, as dictionary forms, for the rules; ``=`` begins a form that is meant exactly."""

from job_offers.screening.rulebook import Rulebook

PEOPLE = {
    "WOMAN": "kobieta pani dziewczyna dziewczę panienka dama niewiasta kobitka babka baba =ladies",
    "MAN": "mężczyzna pan chłopak facet chłop koleś",
    "SEX": "@WOMAN @MAN",
    # "Panie" is a form of both, so that pairs are told by forms.
    "WOMAN_SAID": "kobieta dziewczyna dziewczę dama kobitka =pani =panią =panie =pań =paniom =paniami",
    "MAN_SAID": "mężczyzna chłopak facet chłop koleś =pan =pana =panu =panem =panowie =panów =panom =panami",
    # "pan" and "pani" alone are mostly a form of address.
    "GENDERED": """kobieta dziewczyna dziewczę panienka niewiasta kobitka mężczyzna chłopak facet koleś baba chłop =panie
        =pań =paniom =panowie =panów =panom""",
    "NAMED": """=kobieta =kobiety =kobietę =mężczyzna =mężczyźni =mężczyzn =mężczyznę =pani =panie =panią =panowie
        =panów =dziewczyna =dziewczyny =dziewczynę =chłopak =chłopaka =chłopaki =chłopaków =facet =faceta =facetów
        =faceci =dziewczęta =dziewczyno =kobieto =chłopaku""",
    "PERSON": "osoba kandydat kandydatka pracownik pracownica człowiek ktoś nikt @SEX",
    "OLD": "stary starszy =stare",
    "TENS_OLD": """nastolatek nastolatka =dwudziestoparolatków =trzydziestoparolatków dwudziestolatek dwudziestolatka dwudziestoparolatek trzydziestolatek trzydziestolatka
        trzydziestoparolatek czterdziestolatek czterdziestolatka pięćdziesięciolatek pięćdziesięciolatka
        sześćdziesięciolatek sześćdziesięciolatka""",
    "AGED": """senior seniorka emerytura emeryt emerytka staruszek staruszka dziadek babcia młodzież małolat młodziak młodzieniec
        @TENS_OLD """,
    "DECADE": "dwudziestka trzydziestka czterdziestka pięćdziesiątka sześćdziesiątka siedemdziesiątka",
    "DECADE_ENDING": "=stki =stkę =stką =stce =tki =tkę =tką =tce =ki =ką =kę =ce",
    "PENSION": "emeryt emerytka rencista rencistka",
    "NATION": """ukrainiec ukrainka białorusin białorusinka polak polka gruzin gruzinka rosjanin rosjanka mołdawianin
        wietnamczyk wietnamka hindus hinduska nepalczyk filipińczyk filipinka kolumbijczyk uzbek turek arab arabka niemiec
        rom romka cygan cyganka żyd murzyn murzynka azjata azjatka afrykanin słowianin słowianka czeczen ormianin
        grek włoch włoszka hiszpan francuz anglik amerykanin szwed czech słowak słowaczka węgier łotysz estończyk serb
        chorwat albańczyk kosowianin bośniak afrykańczyk irakijczyk irańczyk egipcjanin tunezyjczyk marokańczyk kameruńczyk
        ghańczyk etiopczyk kenijczyk peruwiańczyk wenezuelczyk brazylijczyk meksykanin kubańczyk indonezyjczyk chinka
        banglijczyk lankijczyk mongoł kirgiz turkmen azer tatar kazach tadżyk syryjczyk pakistańczyk afgańczyk chińczyk bułgar rumun rumunka litwin nigeryjczyk algierczyk
        =ruscy =ruskich =ruskim =ukry =ukrów =polish =ukrainians =foreigners""",
    "FOREIGN": """cudzoziemiec cudzoziemka obcokrajowiec imigrant imigrantka uchodźca uchodźczyni migrant migrantka
        ciapaty kolorowy czarnoskóry ciemnoskóry =obcych =obcym""",
    "COUNTRY": """ukraina polska białoruś rp gruzja rosja unia mołdawia wietnam indie nepal kolumbia filipiny bangladesz
        uzbekistan turcja syria pakistan afganistan chiny nigeria maroko algieria rumunia bułgaria czeczenia kazachstan
        azerbejdżan armenia wenezuela ue europa azja afryka kaukaz""",
    "AFAR": "wschód zagranica azja afryka kaukaz obczyzna",
    "LOCAL": """polski ukraiński białoruski gruziński rosyjski czeski niemiecki mołdawski nepalski filipiński indyjski
        wietnamski kolumbijski""",
    "CREW": "ekipa brygada załoga zespół kadra kierowca fachowiec pracownik pracownica majster budowlaniec kandydat spawacz",
    "FAITH": """katolik katoliczka muzułmanin muzułmanka chrześcijanin chrześcijanka protestant protestantka ateista
        ateistka prawosławny jehowita żyd żydówka jehowy jehowa islamista =jehowych =jehowym wyznawca buddysta hinduista grekokatolik zielonoświątkowiec
        ewangelik innowierca bezwyznaniowiec""",
    "BELIEVES": "wierzący niewierzący praktykujący bogobojny pobożny",
    "CREED": "katolicki rzymskokatolicki prawosławny chrześcijański muzułmański mojżeszowy grekokatolicki protestancki",
    "DISABLED": """nie-słyszeć nie-widzieć nie-dosłyszeć nie-dowidzieć renta chorowity rencista rencistka wózkowicz alergik niepełnosprawny niepełnosprawność orzeczenie inwalida inwalidzki kaleka niewidomy niesłyszący głuchy
        głuchoniemy niedosłyszący niedowidzący upośledzony autyzm autystyczny epileptyk cukrzyk schizofrenik padaczkarz""",
    "ILLNESS": """depresja padaczka epilepsja cukrzyca nerwica schizofrenia zawał udar nowotwór rak astma choroba
        schorzenie dolegliwość nałóg uzależnienie hiv operacja kontuzja""",
    "ILL": "chory schorowany chorowity leczyć psychiatryczny psychiatrycznie psychicznie psychiczny @ILLNESS",
    "PARENT": """rodzic matka =mama =mamie =mamom =mamę mamusia ojciec tata mężatka żonaty panna kawaler singiel singielka rozwodnik rozwódka
        wdowa wdowiec dzieciaty małżeństwo""",
    "WITH_CHILD": "ciąża ciężarny ciężarna brzemienny =karmiące =karmiących =karmiącym",
    "BIG": """nadwaga otyły otyłość grubas gruby puszysty tęgi tatuaż wytatuowany wydziarany piercing łysy brodacz brodaty
        brzydki brzydal rudy dred""",
    "ORIENTED": """heteroseksualny homoseksualny biseksualny transpłciowy homoseksualista homoseksualistka gej lesbijka
        lgbt lgbtq queer transseksualny transseksualista niebinarny hetero homo biseksualista""",
    "ODD": "zboczeniec odmieniec pedał ciota tęczowy tęcza @ORIENTED",
    "UNIONIST": """lewicowiec prawicowiec feministka związkowiec związkowy związkowczyni lewak prawak =platformersom =platformersów pisowiec pisior komuch komunista
        konfederata bezpartyjny narodowiec aktywista aktywistka""",
    "ADHERENT": """zwolennik zwolenniczka wyborca sympatyk sympatyczka członek członkini działacz działaczka wyznawca
        przeciwnik""",
    "CAMP": """rząd partia opozycja władza ugrupowanie związek prawica lewica pis konfederacja platforma lewica solidarność
        ruch""",
    "STUDIES": "student studentka uczeń uczennica żak",
}

DEEDS = {
    "ONLY": "tylko wyłącznie jedynie sam =only",
    "ONLY_SAID": "tylko wyłącznie jedynie",
    "SEEK": """zatrudnić zatrudniać poszukiwać szukać przyjąć przyjmować potrzebować potrzebny poszukiwany preferować
        preferowany wymagać wymagany oczekiwać pożądany zapraszać zaprosić oczekiwany chcieć brać wziąć potrzeba nająć
        najmować przydać pilnie zlecić zlecać rekrutować""",
    # Of a whole person, not of a trait: what "nie" makes a refusal.
    "TAKES": """zatrudniać zatrudnić przyjmować przyjąć brać wziąć zapraszać zaprosić szukać poszukiwać rozpatrywać
        rozpatrzyć rozważać uwzględniać uwzględnić akceptować tolerować przewidywać dopuszczać angażować najmować
        =chcemy =chcę =potrzebujemy =potrzebuję =widzimy =widzę =życzymy kwalifikować nadawać preferować wpuszczać rekrutować wybierać""",
    "WANTS": "@TAKES potrzebować chcieć życzyć widzieć znosić trawić",
    "COMES": """dzwonić zadzwonić aplikować zgłaszać zgłosić składać pisać przychodzić zawracać fatygować trudzić wysyłać
        przysyłać startować kontaktować próbować""",
    "NOT_COMES": """nie-dzwonić nie-aplikować nie-zgłaszać nie-składać nie-pisać nie-przychodzić nie-wysyłać nie-przysyłać
        nie-przesyłać nie-kontaktować nie-zawracać =niezgłaszanie =nieaplikowanie""",
    "REFUSES": """dyskwalifikować uniemożliwiać skreślać dziękować podziękować odpadać wykluczać wykluczyć wykluczony odrzucać odrzucić pomijać niepożądany
        niewskazany =niemile =niemile won precz =stop =out =odpada =odmawiamy odpuścić odpuszczać darować omijać""",
    "EXCLUDES": "wykluczać wykluczyć odrzucać eliminować odmawiać pomijać =stop precz won",
    "REJECTS": "odkładać odłożyć odrzucać odrzucić pomijać kosz kasować usuwać skreślać",
    "SEND": """wysłać wysyłać przesłać przesyłać nadesłać nadsyłać dołączyć dołączać załączyć załączać dodać dodawać wkleić
        podesłać przysłać prosić przesłanie dołączenie""",
    "CHOSEN": "wymagać wymagany oczekiwać warunek konieczny niezbędny preferowany preferować atut",
    "OFFSPRING": "dziecko ciąża macierzyństwo potomstwo",
    "TELLS": "podać podawać napisać pisać wpisać wpisywać cv życiorys formularz ankieta informacja zgłoszenie",
    "DECLARES": "oświadczenie zaświadczenie oświadczyć deklaracja potwierdzenie dowód",
    "UNWANTED": "zgłaszać zgłaszanie dzwonić aplikować przyjmować zatrudniać przyjąć zatrudnić",
    "LEAVES": "uciec uciekać pójść iść znikać zniknąć odejść odchodzić zajść zachodzić planować wybierać przejść",
}

THINGS = {
    "WORK": "miejsce wakat szansa praca oferta etat zatrudnienie stanowisko propozycja ogłoszenie zlecenie robota posada",
    "POST": "stanowisko posada etat funkcja zawód rola",
    "CARE": """psycholog lekarz poradnia fundacja stowarzyszenie ośrodek opieka opiekun opiekunka opiekować obsługa asystent asystentka pacjent pacjentka podopieczny
        klient klientka mieszkaniec uczestnik zajęcie rehabilitacja terapia terapeuta pielęgnacja wsparcie pomoc szkoła""",
    "CHILD": "dziecko młodzież uczeń uczennica przedszkolak niemowlę wychowanek",
    "TREATED": "mieszkaniec mieszkanka pacjent pacjentka podopieczny podopieczna uczestnik uczestniczka wychowanek kursant",
    "WARES": "sztuka roślina sadzonka krzew owoc warzywo drzewko jabłko ziarno towar jajko",
    "PREMISES": "bar restauracja sklep kawiarnia pub lokal klub pensjonat hotel ulica ul",
    "ANIMAL": """krowa byk buhaj cielę jałówka bydło świnia prosię tucznik trzoda koń źrebię klacz kura kurczę drób pies
        szczenię kot owca jagnię koza zwierzę stado""",
    "MACHINE": "samochód auto pojazd maszyna ciągnik autobus naczepa budynek kamienica wino sprzęt drzewo",
    "SPAN": """doświadczenie staż praktyka rynek umowa kontrakt gwarancja wysługa okres najem tradycja istnieć działać
        podatek pit ulga składka samochód pojazd maszyna prawo zwolnienie bilet ulgowy zniżka karencja studium branża brutto netto""",
    "ALSO": "też także również oraz każdy wszystek wszyscy",
    "BOTH_WAYS": "też także również zarówno i lub albo czekać zapraszać mile równie",
    "SERVED": "zabieg but obuwie bielizna suknia salon siłownia szatnia toaleta odzież ubranie kosmetyk artykuł gimnastyka warsztaty kurs impreza badanie sklep produkt zajęcia klub",
    "FIGURE": "sylwetka figura twarz aparycja uroda wygląd noga buzia",
    "PRETTY": "atrakcyjny ładny zgrabny szczupły urodziwy seksowny smukły piękny powabny",
    "SLIM": "szczupły zgrabny urodziwy seksowny smukły powabny ładny",
    "PHOTO": "zdjęcie fotografia foto fotka zdj",
    "PICTURED": """produkt praca realizacja portfolio towar dokument uprawnienie dyplom prawo pomieszczenie mieszkanie
        sklep wyrób dokumentacja licznik oferta nieruchomość auto wesele projekt tort ciasto wypiek potrawa danie fryzura makijaż
        paznokieć stylizacja bukiet mebel""",
    "DUTY": "zobowiązanie obowiązek obciążenie",
    "VIEWS": "prawicowy lewicowy konserwatywny liberalny narodowy patriotyczny polityczny",
    "UP": "do max maks maksymalnie maksimum najwyżej =maksymalny",
    "BELOW": "@UP poniżej przed niespełna",
    "AROUND": "do przed po poniżej powyżej koło około ok niecały",
    "SUPPORT": "refundacja refundowany dofinansowany dofinansowanie współfinansowany program subsydiowany pfron",
    "YEARS": "=lat =lata =latek =roku =rok =rokiem =r =wiosen",
    "MONEY": "=zł =zl =złotych =złote =pln =eur =euro =brutto =netto",
    "PAY": "stawka pensja wynagrodzenie płaca wypłata zarobek premia",
    "UNLIKE": "niższy wyższy inny mniejszy większy gorszy lepszy niski wysoki osobny",
    "LAW": "art ustawa przepis rozporządzenie kodeks",
    "ASKED": "wiek płeć narodowość wyznanie pochodzenie obywatelstwo wygląd ciąża orientacja",
    "SKILLED": """młody młodszy stary starszy doświadczony samodzielny główny dobry miły uczciwy wykwalifikowany solidny
        profesjonalny sympatyczny energiczny =pilnie dwa trzy""",
}

LISTS = {**PEOPLE, **DEEDS, **THINGS}
BOOK = Rulebook(LISTS)
