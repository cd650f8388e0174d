"""The same in Ukrainian: what a translation must not add to the offer. Fewer rules, for fewer people write it."""

from job_offers.screening.families import NO_REFUSAL_UK, refused_uk, welcome_uk
from job_offers.screening.grounds import Ground
from job_offers.screening.rulebook import Rule, Rulebook
from job_offers.screening.vocabulary_uk import LISTS

_BOOK = Rulebook(LISTS)
_rule, _hint = _BOOK.rule, _BOOK.hint

_BOTH_SEXES = (
    "@WOMAN ~4 @MAN",
    "@MAN ~4 @WOMAN",
    "старий|літній|хворий ^1 @SEX",
    "пан|пані керівник|директор",
)
_SPANS = (
    "@SPAN -6 @YEARS",
    "@YEARS -5 @SPAN",
    "@PERSON|вік -9 @SPAN",
    "@CHILD ~5 @YEARS",
    "@CARE ~5 @PERSON ~5",
    "@ANIMAL ~6 вік|@YEARS",
)

INDIFFERENCE = _BOOK.indifference(
    said=(
        "незалежно від",
        "не бути|є|становити ~1 перешкода",
        "не мати ~2 значення",
        "без огляд на",
        "незважаючи на",
        "будь-який|будь|кожний @ASKED",
        "=будь =якого|=якої|=який",
    ),
    obstacle=("-9 не бути|є|становити ~1 перешкода", "-9 не мати ~2 значення"),
    names={
        Ground.SEX: "стать",
        Ground.AGE: "вік",
        Ground.NATIONALITY: "національність громадянство походження",
        Ground.RELIGION: "релігія віросповідання віра",
        Ground.DISABILITY: "інвалідність здоров'я",
        Ground.FAMILY: "сімейний",
        Ground.ORIENTATION: "орієнтація",
        Ground.POLITICS: "погляд переконання",
    },
)

RULES: tuple[Rule, ...] = (
    _rule(
        Ground.SEX,
        "@ONLY ^2 @SEX",
        "@ONLY для ^1 @SEX",
        "@SEEK ^2 @SEX",
        "@WORK ^2 для ^1 @SEX",
        "< ^2 @NAMED >",
        "< ^1 @NAMED на|для|до|в|у|з|із",
        "стать ^1 жіночий|чоловічий|@SEX",
        unless=(*_BOTH_SEXES, *NO_REFUSAL_UK),
    ),
    _rule(Ground.SEX, *refused_uk("@GENDERED"), unless=(*NO_REFUSAL_UK, "старий|літній|хворий ^1 @SEX")),
    _rule(
        Ground.SEX,
        "@SEX -2 #8-9999 ~4 @SEX -2 #8-9999 ~2 @MONEY",
        unless=("=кг",),
    ),
    _hint(Ground.SEX, "жіночий|чоловічий ^1 колектив|команда|бригада", "чоловічий|жіночий ^1 рука|сила"),
    _rule(
        Ground.AGE,
        "до|максимум|макс|молодший #19-75 @YEARS",
        "вік ~4 #19-75",
        "@PERSON ~2 від|до|після|понад #19-75 до? #19-75? @YEARS",
        "#19-75 @YEARS максимум|макс",
        "не старий|старший|молодший|більше за|ніж|від? #19-75 @YEARS",
        "не старий|старший за|ніж|від #19-75",
        "молодий ^2 @SEX",
        "#1940-2012 =року|=р народження",
        *refused_uk("пенсіонер|пенсіонерка", "@OLD ^1 @PERSON", "@PERSON -2 після|понад|за #19-75", "plus"),
        unless=(*_SPANS, *NO_REFUSAL_UK),
    ),
    _hint(
        Ground.AGE,
        "молодий|молодіжний ^2 колектив|команда|людина|особа",
        "@SEEK ^2 молодий",
        *welcome_uk("пенсіонер|пенсіонерка"),
        unless=("@CARE ~4", "@ALSO ~3"),
    ),
    _rule(
        Ground.NATIONALITY,
        "@ONLY ~2 @NATION|@FOREIGN",
        "@ONLY ~2 громадянин|громадянка",
        "@SEEK ^2 @NATION",
        "не @SEEK ^2 @NATION|@FOREIGN",
        "@NATION|@FOREIGN ^1 не @SEEK",
        *refused_uk("@NATION|@FOREIGN", "громадянин|громадянка ^1 @COUNTRY", "@PERSON -1 з|із|зі @COUNTRY"),
        "@NATION|@FOREIGN -2 #8-9999 ~4 @NATION|@FOREIGN -2 #8-9999 ~2 @MONEY",
        unless=("також|теж ~3 @NATION|@FOREIGN", *NO_REFUSAL_UK),
    ),
    _hint(
        Ground.NATIONALITY,
        *welcome_uk("@PERSON|громадянин -1 з|із|зі @COUNTRY", "@NATION"),
        "рідний ^1 польський",
        "польський ~3 рідний",
        "громадянство ^1 польський",
        "польський громадянство",
        unless=("@ALSO ~4",),
    ),
    _rule(
        Ground.RELIGION,
        *refused_uk("@FAITH"),
        "@ONLY|@SEEK ^2 @FAITH|віруючий",
        "@PERSON ^1 віруючий",
        unless=NO_REFUSAL_UK,
    ),
    _rule(
        Ground.DISABILITY,
        *refused_uk("@DISABLED", "@PERSON -2 хворий"),
        "без ^1 інвалідність",
        "@PERSON ^1 здоровий",
        "довідка|заява ~3 відсутність ~2 хвороба|захворювання",
        unless=(*NO_REFUSAL_UK, "@CARE ~4"),
    ),
    _rule(
        Ground.FAMILY,
        "неодружений|незаміжній|незаміжня|бездітний|заміжній|заміжня|одружений",
        "без ^1 дитина",
        *refused_uk("мати|мама|батьки|мамочка", "@PERSON -2 дитина"),
    ),
    _rule(
        Ground.PREGNANCY,
        "не ^2 вагітний",
        "без вагітність",
        "не ^1 планувати ~2 вагітність|дитина",
        "довідка|заява|тест ~3 вагітність",
        *refused_uk("вагітний|вагітна"),
        unless=("@CARE ~4", "забороняти|заборонений|шкідливий ~6"),
    ),
    _rule(
        Ground.LOOKS,
        "@PRETTY ^1 @FIGURE|жінка|дівчина",
        "@FIGURE ^1 @PRETTY",
        "зріст ~3 #140-210",
        "без ^1 @PHOTO -4 не|відхиляти",
        "@PHOTO ~2 повний|весь зріст",
        *refused_uk("повний|огрядний|товстий"),
        unless=("@WORK ^1 @PRETTY",),
    ),
    _hint(
        Ground.LOOKS,
        "резюме ~2 @PHOTO",
        "@PHOTO ~2 резюме",
        "надсилати|надіслати|додати|прикріпити|прислати ^2 @PHOTO",
        unless=("@PHOTO ~4 не", "не ~3 @PHOTO", "без ~2 @PHOTO", "@PHOTO ~3 робота|товар|документ|виріб"),
    ),
    _rule(Ground.ORIENTATION, *refused_uk("гей|лесбійка|=лгбт"), "сексуальний орієнтація"),
    _rule(Ground.POLITICS, *refused_uk("прихильник|член|активіст -2 @CAMP"), "політичний погляд"),
    _hint(
        Ground.STUDENT,
        "@ONLY ~2 студент|студентка",
        "статус студент",
        *welcome_uk("студент|студентка"),
        *refused_uk("студент|студентка"),
    ),
)
WORDS = _BOOK.words
