"""Classes of wording: one way of saying it, whoever is meant, and the harmless sentences beside it."""

import pytest

from job_offers.screening.patterns import read
from job_offers.screening.screening import screen
from job_offers.screening.wording import said_in
from tests.job_offers.factories import OfferFactory

GROUPS = {
    "sex": ("Kobiet", "Kobietom"),
    "age": ("Emerytów", "Emerytom"),
    "nationality": ("Osób ze wschodu", "Osobom ze wschodu"),
    "religion": ("Świadków Jehowy", "Świadkom Jehowy"),
    "disability": ("Osób z orzeczeniem", "Osobom z orzeczeniem"),
    "family": ("Samotnych matek", "Samotnym matkom"),
    "pregnancy": ("Kobiet w ciąży", "Kobietom w ciąży"),
    "looks": ("Osób z nadwagą", "Osobom z nadwagą"),
    "orientation": ("Gejów", "Gejom"),
    "politics": ("Związkowców", "Związkowcom"),
    "student": ("Studentów", "Studentom"),
}


def found(text):
    return {(hit.ground.value, "clear" if hit.is_clear else "doubtful") for hit in screen(text)}


def grounds(text):
    return {ground for ground, _weight in found(text)}


@pytest.mark.parametrize("ground", GROUPS)
@pytest.mark.parametrize(
    "refusal",
    [
        "{0} nie zatrudniamy.",
        "{0} w ogóle nie bierzemy pod uwagę!",
        "{1} z góry dziękujemy.",
        "{0} prosimy o nieskładanie podań.",
        "{0} prosimy nie dzwonić.",
        "Nie przyjmujemy {0}.",
        "Praca nie dla {0}.",
        "{0} odrzucamy.",
        "{0} – nie!",
    ],
)
def test_refusal_is_found_whoever_is_refused(refusal, ground):
    genitive, dative = GROUPS[ground]

    assert ground in grounds(refusal.format(genitive, dative))


@pytest.mark.parametrize("ground", GROUPS)
def test_refusal_is_found_without_diacritics(ground):
    plain_letters = str.maketrans("ąćęłńóśźżŚ", "acelnoszzS")
    text = f"{GROUPS[ground][1]} dziękujemy, proszę nie dzwonić".translate(plain_letters)

    assert ground in grounds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dziękujemy za zgłoszenia, odpowiadamy na każde.",
        "Prosimy nie dzwonić w weekendy.",
        "Nie przyjmujemy gotówki, płatność przelewem.",
        "Nie zatrudniamy przez agencje, umowa bezpośrednio z nami.",
        "Osób z orzeczeniem nie wykluczamy.",
        "Kobiet w ciąży nie zatrudniamy przy pracach wzbronionych.",
        "Nie wymagamy znajomości języka od cudzoziemców.",
        "Zatrudniamy nie tylko studentów.",
    ],
)
def test_refusal_of_something_else_is_left_alone(text):
    assert found(text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bez względu na wiek i wykształcenie, ale tylko kobiety.", {("sex", "clear")}),
        ("Tylko kobiety, doświadczenie nie ma znaczenia.", {("sex", "clear")}),
        ("Wiek kandydata nie ma znaczenia.", set()),
        ("60 lat nie jest przeszkodą.", set()),
        ("Bez względu na płeć, wiek i orientację seksualną.", set()),
    ],
)
def test_what_does_not_matter_covers_its_own_ground_only(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("Kobiety 28 zł, mężczyźni 32 zł brutto", "sex"),
        ("28 zł/h dla kobiet, 32 zł/h dla mężczyzn", "sex"),
        ("Polacy 35 zł/h, cudzoziemcy 30 zł/h", "nationality"),
        ("Niższa stawka dla Ukraińców", "nationality"),
        ("Жінки 28 зл, чоловіки 32 зл", "sex"),
    ],
)
def test_unequal_pay_is_clear(text, ground):
    assert (ground, "clear") in found(text)


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("Rocznik 1995 i młodsze", "age"),
        ("Dwudziestolatki do promocji", "age"),
        ("Przed trzydziestym piątym rokiem życia", "age"),
        ("50+ odpadają", "age"),
        ("Обов'язково: не старше 40 років", "age"),
        ("Female only, English B2", "sex"),
        ("Preferowana płeć: K", "sex"),
        ("Hindusi – praca na magazynie", "nationality"),
        ("W CV proszę podać liczbę i wiek dzieci", "family"),
        ("Oświadczenie o braku chorób przewlekłych", "disability"),
        ("Zgłoszenia bez zdjęcia kasujemy", "looks"),
        ("Вагітним відмовляємо", "pregnancy"),
    ],
)
def test_clear_wording_of_other_classes(text, ground):
    assert (ground, "clear") in found(text)


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("Przyda się męska ręka", "sex"),
        ("Join our young and dynamic team", "age"),
        ("Mile widziani emeryci", "age"),
        ("Polska ekipa", "nationality"),
        ("Native speaker języka polskiego", "nationality"),
        ("Mile widziani pracownicy z Nepalu", "nationality"),
        ("Bliskie są Ci wartości katolickie", "religion"),
        ("Postawa patriotyczna", "politics"),
        ("Studenci mile widziani", "student"),
        ("Szukamy kogoś, kto nie ucieknie na macierzyński", "pregnancy"),
    ],
)
def test_doubtful_wording_of_other_classes(text, ground):
    assert found(text) == {(ground, "doubtful")}


@pytest.mark.parametrize(
    "text",
    [
        "Byki w wieku do 24 m-cy",
        "React Native developer",
        "Obywatelstwo polskie zgodnie z art. 6 ustawy o pracownikach samorządowych",
        "W dokumentach nie podawaj wieku, stanu cywilnego ani liczby dzieci",
        "Фото до резюме не потрібне",
        "Urząd Stanu Cywilnego",
        "Mile widziane orzeczenie, czekamy też na osoby bez orzeczenia",
        "Wino z rocznika 2015",
        "Serwis rowerów, regulacja pedałów i hamulców",
    ],
)
def test_same_words_in_harmless_company(text):
    assert found(text) == set()


def test_norms_of_weights_are_no_unequal_pay():
    assert found("Kobiety do 12 kg, mężczyźni do 30 kg.") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kelnerka na weekendy", {("sex", "clear")}),
        ("SPRZATACZKA biurowa", {("sex", "clear")}),
        ("Młodsza księgowa", {("sex", "clear")}),
        ("Szukamy doświadczonej krawcowej.", {("sex", "clear")}),
        ("Praca jako sekretarka", {("sex", "clear")}),
        ("Niania do dwójki maluchów", {("sex", "doubtful")}),
        ("Kelner/kelnerka", set()),
        ("Kelnerka lub kelner", set()),
        ("Kelnerka (k/m)", set()),
        ("Opiekunka/-n osoby starszej", set()),
        ("Kelner(ka)", set()),
        ("Opiekunka (k/m)", set()),
        ("Opiekunka na noce, dom seniora (k/m)", set()),
        ("Współpraca z działem, w którym pracuje sekretarka", set()),
        ("Nie szukamy kelnerki", set()),
        ("Kelner", set()),
        ("Pielęgniarka oddziałowa", set()),
        ("Kierownik sali nadzoruje pracę, którą wykonują kelnerki i barmanki.", set()),
        (
            "Zakres pracy w naszej restauracji.\nKelnerka obsługuje gości przy dziesięciu stolikach na sali.",
            set(),
        ),
        ("Zatrudnimy do nowej restauracji:\n- kelnerka", {("sex", "clear")}),
    ],
)
def test_post_named_for_women_alone(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dyspozytorka taxi, nocne zmiany", {("sex", "clear")}),
        ("Psycholożka szkolna", {("sex", "clear")}),
        ("Dyspozytor/dyspozytorka", set()),
        ("Klientka nasz pan!", set()),
    ],
)
def test_post_that_is_not_listed_is_told_by_its_ending(text, expected):
    assert found(text) == expected


@pytest.mark.django_db
def test_post_is_neutral_if_another_text_of_the_offer_names_the_pair():
    alone = OfferFactory(title_pl="Obsługa sali", requirements_pl="Szukamy kelnerki.")
    paired = OfferFactory(title_pl="Kelner/kelnerka", requirements_pl="Szukamy kelnerki.")

    assert [(said.ground, said.field) for said in said_in(alone)] == [("sex", "requirements_pl")]
    assert list(said_in(paired)) == []


@pytest.mark.django_db
@pytest.mark.parametrize("field", ["title", "pay_note", "benefits_note", "timetable", "wishes"])
def test_every_text_of_the_offer_is_read(field):
    offer = OfferFactory(**{f"{field}_pl": "Kobiety 28 zł, mężczyźni 32 zł"})

    assert [(said.ground, said.field) for said in said_in(offer)] == [("sex", f"{field}_pl")]


@pytest.mark.parametrize("text", ["~3", "< >", "#17-75"])
def test_pattern_must_ask_for_a_word(text):
    with pytest.raises(ValueError, match="asks for no word"):
        read(text, {})
