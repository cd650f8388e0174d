import pytest
from hypothesis import given
from hypothesis import strategies as st

from cv_builder.anonymity import veil
from registration.models import Client

OKSANA = Client(
    given_names_latin="Oksana",
    surname_latin="Koval",
    given_names_cyrillic="Оксана",
    surname_cyrillic="Коваль",
    patronymic="Іванівна",
)


@pytest.mark.parametrize(
    ("text", "veiled"),
    [
        ("Pani Oksana Koval gotuje", "Pani … … gotuje"),
        ("z Oksaną i OKSANIE", "z … i …"),
        ("Оксана Іванівна, Оксаною, Ковалем", "… …, …, …"),
        ("pisz: oksana.k@example.org", "pisz: …"),
        ("tel. +380 50 555 01 01 albo 505-550-101", "tel. … albo …"),
        ("2016–2022, 300 osób, kat. B", "2016–2022, 300 osób, kat. B"),
        ("praca w kowalstwie", "praca w kowalstwie"),
    ],
)
def test_person_is_taken_out_of_text(text, veiled):
    assert veil(text, OKSANA) == veiled


def test_words_that_only_begin_like_a_name_stay():
    nadia = Client(given_names_cyrillic="Надія", surname_cyrillic="Рак")

    assert (
        veil("працювала над ескізами, ракета, Надією, Рака", nadia) == "працювала над ескізами, ракета, …, …"
    )


def test_person_without_names_hides_nothing():
    assert veil("Kucharka", Client()) == "Kucharka"


@given(st.sampled_from(["Оксана", "Коваль", "Oksana", "KOVAL", "Іванівна"]), st.text(" .,;-–\n", min_size=1))
def test_name_never_stays_whatever_stands_around_it(name, between):
    assert name not in veil(f"{between}{name}{between}praca", OKSANA)
