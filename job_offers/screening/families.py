"""Ways of saying whom one wants or not, the same whoever is meant: by thanks, by request, by exclusion.

Each makes the patterns for some groups of people, which are patterns themselves ("@PERSON ~1 z @COUNTRY"); the lists
that are named here have the same names in both languages.
"""

_REFUSED_PL = (
    "{} -4 @REFUSES",
    "{} -4 nie|nigdy ^2 @TAKES",
    "{} -3 nie ^1 @COMES",
    "{} -5 @NOT_COMES",
    "{} ~2 niech|niechaj ^1 nie",
    "{} ~2 @NOT_COMES",
    "{} -2 szkoda|strata czas|fatyga",
    "{} -2 nie być|mieć|ma ~3 miejsce|szansa|wstęp|=czego|=co",
    "{} -2 brak miejsce|wstęp|szansa",
    "{} ~2 nie do|u|dla =nas",
    "{} nie >",
    "{} ~3 mówić|powiedzieć nie",
    "{} -2 nie >",
    "{} ~4 gdzie indziej",
    "{} -1 nie wchodzić w gra",
    "{} -2 bez szansa|wstęp",
    "{} -2 wstęp ^1 wzbronić|wzbroniony|zakazany",
    "nie|nigdy ^2 @WANTS ^2 {}",
    "nie|nigdy ^2 @WANTS ^1 @PERSON -3 {}",
    "nie|nigdy ^1 @WANTS w|na|u ~2 {}",
    "nie ^1 współpracować|rozmawiać|zadawać z|ze ^2 {}",
    "nie być? dla ^2 {}",
    "nie być? dla ^1 @PERSON -3 {}",
    "nie ^1 być ^1 @WORK|miejsce|zajęcie -1 dla ^2 {}",
    "nie ma ^1 @WORK|miejsce -1 dla ^2 {}",
    "bez|oprócz|prócz|poza|żaden ^1 {}",
    "z|za wyjątek ^1 {}",
    "dziękować ^2 {}",
    "dziękować ^1 @PERSON -3 {}",
    "@EXCLUDES ^2 {}",
    "@EXCLUDES ^1 @PERSON -3 {}",
    "prosić ~1 by|aby|żeby|o ~1 {} ~2 nie",
)
_ONLY_PL = (
    "@ONLY ^2 {}",
    "@ONLY|@WORK ^1 dla ^1 {}",
    "@ONLY z ^1 {}",
    "{} ^1 @ONLY_SAID|=only >",
    "skierowany|skierować|kierować|adresowany ^2 do ^1 {}",
    "preferować|preferowany|najchętniej|wyłączność ^2 {}",
    "{} ^1 preferować|preferowany",
    "pierwszeństwo ^1 mieć|dla? ^1 {}",
)
_WELCOME_PL = (
    "mile ~1 widzieć|widziany ^3 {}",
    "{} -3 mile widzieć|widziany",
    "chętnie ^1 @SEEK ^1 {}",
    "idealny|świetny|doskonały ^1 dla ^1 {}",
)
_PAID_PL = (
    "{0} -2 #8-9999 ~4 {0} -2 #8-9999 ~2 @MONEY",
    "#8-9999 ~2 @MONEY -3 {0} ~3 #8-9999 ~2 @MONEY -3 {0}",
    "@UNLIKE ^1 @PAY -2 {0}",
    "{0} -3 @UNLIKE ^1 @PAY",
    "{0} -2 @PAY ~4 @UNLIKE",
    "#8-9999 ~4 dla ^1 {0} -1 #8-9999",
    "{0} ~3 mało|dużo|mniej|więcej ^1 niż ^1 {0}",
)
# Said of a group, and yet no refusal.
NO_REFUSAL_PL = (
    "dziękować ^1 za",
    "nie @EXCLUDES",
    "dyskryminacja|dyskryminować|mobbing|uprzedzenie ~6",
    "nie tylko|wyłącznie|jedynie",
    "bez|żaden ~3 przeszkoda|bariera",
)

_REFUSED_UK = (
    "{} -4 не ^2 @TAKES",
    "{} -4 не ^1 @COMES",
    "{} ~2 дякувати >",
    "{} -3 відмовляти|відхиляти",
    "{} ~2 =хай|=нехай ^1 не",
    "{} не >",
    "{} ~2 не до|для =нас",
    "не ^1 @TAKES ^2 {}",
    "не ^1 @TAKES ^1 @PERSON -3 {}",
    "не для ^2 {}",
    "не для ^1 @PERSON -3 {}",
    "крім|окрім|без ^1 {}",
)
_WELCOME_UK = ("{} -3 бажаний|=вітаються", "бажаний|=вітаються ^2 {}", "запрошувати ^1 {}")
NO_REFUSAL_UK = ("дискримінація|дискримінувати ~6", "не тільки|лише|виключно")


def refused(*groups: str) -> tuple[str, ...]:
    return _of(groups, _REFUSED_PL)


def only(*groups: str) -> tuple[str, ...]:
    return _of(groups, _ONLY_PL)


def welcome(*groups: str) -> tuple[str, ...]:
    return _of(groups, _WELCOME_PL)


def refused_uk(*groups: str) -> tuple[str, ...]:
    return _of(groups, _REFUSED_UK)


def welcome_uk(*groups: str) -> tuple[str, ...]:
    return _of(groups, _WELCOME_UK)


def paid_otherwise(*groups: str) -> tuple[str, ...]:
    return _of(groups, _PAID_PL)


def _of(groups: tuple[str, ...], ways: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(way.format(group) for group in groups for way in ways)
