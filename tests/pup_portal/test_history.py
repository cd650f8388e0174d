"""How steps of a history are told: in words, by their differences, and each state from the ones before."""

from decimal import Decimal

import pghistory
import pytest
from django.db import connection
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from job_offers.models import Workplace
from pup_portal.history import history_of, in_words
from pup_portal.history.differences import AROUND, LONG, MOST_WORDS, Kind, pieces
from tests.factories import UserFactory
from tests.job_offers.factories import WorkplaceFactory

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
