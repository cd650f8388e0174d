"""How steps of a history are told: in words, by their differences, and each state from the ones before."""

from datetime import timedelta
from decimal import Decimal

import pghistory
import pytest
from django.db import connection
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from cv_builder.models import Cv
from job_offers.models import Employer, Offer, Workplace
from pup_portal.history import history_of, in_words
from pup_portal.history.differences import AROUND, LONG, MOST_WORDS, Kind, pieces
from tests.cv_builder.factories import CvFactory
from tests.factories import UserFactory
from tests.job_offers.factories import EmployerFactory, OfferFactory, WorkplaceFactory

LINE = "myje naczynia po każdej zmianie i odstawia je na półkę, a potem sprząta kuchnię "


def asked(record, page=1):
    request = RequestFactory().get("/", {"page": page})
    request.user = UserFactory()
    return history_of(request, record)


def fields(row):
    return {field.label: (field.before, field.after) for field in row.fields}


@pytest.mark.parametrize(
    ("value", "words"),
    [("1.000", "1"), ("0.500", "0.5"), ("4806.00", "4,806"), ("4806.50", "4,806.50"), ("50.87000", "50.87")],
)
def test_numbers_lose_the_zeros_that_fill_the_column(value, words):
    assert in_words(Decimal(value)) == words


@given(
    st.lists(st.sampled_from("ab c\n ł"), max_size=400), st.lists(st.sampled_from("ab c\n "), max_size=400)
)
def test_pieces_hold_every_word_that_went_or_came(old, new):
    before, after = "".join(old), "".join(new)

    told = pieces(before, after)

    if told and not any("…" in piece.text for piece in told):
        assert "".join(piece.text for piece in told if piece.kind != Kind.NEW) == before
        assert "".join(piece.text for piece in told if piece.kind != Kind.GONE) == after
    gone = "".join(piece.text for piece in told if piece.kind == Kind.GONE)
    assert all(piece.text for piece in told if piece.kind != Kind.SAME)
    assert set(gone) <= set(before)


def test_one_new_word_in_a_long_text_is_told_with_the_words_around():
    before = LINE * 5

    told = pieces(before, before.replace("półkę", "stół", 1))

    kinds = [piece.kind for piece in told]
    assert kinds == ["same", "gone", "new", "same"]
    assert (told[1].text, told[2].text) == ("półkę, ", "stół, ")
    assert len(told[0].text.split()) <= AROUND + 3
    assert told[3].text.endswith("… ")


@pytest.mark.parametrize(
    ("before", "after"),
    [("kucharz", "kucharka"), ("", "a" * (LONG + 1)), ("a " * (MOST_WORDS + 1), "b " * (MOST_WORDS + 1))],
)
def test_texts_that_are_better_read_whole_are_not_cut_up(before, after):
    assert pieces(before, after) == []


@pytest.mark.django_db
def test_each_way_of_writing_is_signed():
    workplace = WorkplaceFactory(name="A")
    with pghistory.context(task="job_offers.tasks.lapse_offers"):
        Workplace.objects.filter(pk=workplace.pk).update(name="B")
    member = UserFactory(full_name="Ada Próbna")
    with pghistory.context(user=member.pk):
        Workplace.objects.filter(pk=workplace.pk).update(name="C")
    with pghistory.context(user=0):
        Workplace.objects.filter(pk=workplace.pk).update(name="D")

    signed = [step.by for step in asked(workplace).steps]

    assert signed == [
        "somebody who is no longer known",
        "Ada Próbna",
        "the portal itself",
        "a command, or somebody in the database itself",
    ]


@pytest.mark.django_db
def test_a_write_outside_of_a_page_is_signed_by_whom_its_row_names():
    employer = EmployerFactory(heard_by=UserFactory(full_name="Ada Próbna"))
    other = UserFactory(full_name="Jan Inny")
    Employer.objects.filter(pk=employer.pk).update(consent_to_translate_by=other)
    Employer.objects.filter(pk=employer.pk).update(name="Inna nazwa")

    signed = [step.by for step in asked(employer).steps]

    assert signed == [
        "a command, or somebody in the database itself",
        "Jan Inny, not on a page of the portal",
        "Ada Próbna, not on a page of the portal",
    ]


@pytest.mark.django_db
def test_two_names_in_one_row_sign_nothing():
    employer = EmployerFactory(consent_to_publish_by=UserFactory(), consent_to_translate_by=UserFactory())

    assert [step.by for step in asked(employer).steps] == ["a command, or somebody in the database itself"]


@pytest.mark.django_db
def test_nothing_that_stays_nothing_is_no_change():
    offer = OfferFactory(title_uk=None, title_pl="A")
    Offer.objects.filter(pk=offer.pk).update(title_uk="", title_pl="B")

    changed, _made = asked(offer).steps

    assert [field.after for field in changed.rows[0].fields] == ["B"]


@pytest.mark.django_db
def test_a_write_of_the_time_alone_is_not_told():
    cv = CvFactory()
    Cv.objects.filter(pk=cv.pk).update(updated_at=cv.updated_at + timedelta(minutes=1))

    assert [row.deed for step in asked(cv).steps for row in step.rows] == ["made"]


@pytest.mark.django_db
def test_whoever_wrote_without_changing_a_word_is_told():
    cv = CvFactory()
    Cv.objects.filter(pk=cv.pk).update(updated_by=UserFactory())

    assert [row.deed for step in asked(cv).steps for row in step.rows] == ["changed", "made"]


@pytest.mark.django_db
def test_row_older_than_its_history_says_so():
    workplace = WorkplaceFactory(name="A")
    workplace.events.all().delete()
    Workplace.objects.filter(pk=workplace.pk).update(name="B")

    (step,) = asked(workplace).steps

    assert (step.rows[0].is_whole, step.rows[0].fields) == (False, [])


@pytest.mark.django_db
def test_what_is_gone_leaves_its_step():
    workplace = WorkplaceFactory(name="A")
    workplace.events.update(place=0)
    Workplace.objects.filter(pk=workplace.pk).update(name="B")

    changed, made = asked(workplace).steps

    assert fields(made.rows[0])["Town or gmina"] == ("", "a record that is gone")
    assert fields(changed.rows[0])["Town or gmina"] == ("a record that is gone", "Kielce")


class StatesTest(TestCase):
    """From the present row, the steps undone one by one lead to every earlier state."""

    @given(
        st.lists(
            st.tuples(
                st.sampled_from(["name", "street_address"]),
                st.sampled_from(["A", "B", "C ", "Ł"]),
                st.booleans(),
            ),
            max_size=8,
        )
    )
    def test_steps_lead_back_to_every_state(self, writes):
        workplace = WorkplaceFactory(name="A", street_address="")
        states = [("A", "")]
        for column, value, is_raw in writes:
            if is_raw:
                with connection.cursor() as cursor:
                    cursor.execute(
                        f"UPDATE job_offers_workplace SET {column} = %s WHERE id = %s", [value, workplace.pk]
                    )
            else:
                Workplace.objects.filter(pk=workplace.pk).update(**{column: value})
            workplace.refresh_from_db()
            if states[-1] != (workplace.name, workplace.street_address):
                states.append((workplace.name, workplace.street_address))

        *changes, made = asked(workplace).steps

        state = [workplace.name, workplace.street_address]
        seen = [tuple(state)]
        for step in changes:
            for label, (before, after) in fields(step.rows[0]).items():
                place = ["Name of the site", "Street and number, postal code"].index(label)
                assert state[place] == after
                state[place] = before
            seen.append(tuple(state))
        assert seen[::-1] == states
        assert fields(made.rows[0])["Name of the site"] == ("", "A")
