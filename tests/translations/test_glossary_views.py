import pytest
from django.urls import reverse

from tests.factories import UserFactory
from tests.translations.factories import TermFactory, reviewer
from translations.models import GlossaryTerm

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client):
    user = UserFactory()
    client.force_login(user)
    return user


@pytest.fixture
def approver(client):
    user = reviewer()
    client.force_login(user)
    return user


@pytest.mark.parametrize("count", [1, 20])
def test_the_glossary_takes_the_same_queries_for_any_length(
    client, coordinator, django_assert_num_queries, count
):
    GlossaryTerm.objects.all().delete()
    TermFactory.create_batch(count)

    with django_assert_num_queries(9):  # as above; count, rows, renderings
        response = client.get(reverse("translations:glossary-list"))

    assert len(response.context["page"]) == count


def test_the_glossary_is_searched_by_any_form_of_a_word(client, coordinator):
    response = client.get(reverse("translations:glossary-list"), {"q": "umowy zlecenia"})

    assert [term.pl for term in response.context["page"]] == ["umowa zlecenie"]
    assert reverse("translations:glossary-create") not in response.content.decode()


@pytest.mark.parametrize("words", ["nicniema", "x" * 101])
def test_a_search_without_result_says_so_and_a_long_one_lists_all(client, coordinator, words):
    found = client.get(reverse("translations:glossary-list"), {"q": words}).context["page"].paginator.count

    assert (found == 0) is (words == "nicniema")


def test_a_term_is_added_and_changed_and_its_history_shown(client, approver):
    term = {
        "pl": "śrubokręt",
        "uk": "викрутка",
        "scope": "anywhere",
        "certainty": "confirmed",
        "status": "agreed",
    }

    added = client.post(reverse("translations:glossary-create"), term)
    stored = GlossaryTerm.objects.get(pl="śrubokręt")
    changed = client.post(stored.get_absolute_url(), term | {"uk": "викрутень"})
    history = client.get(stored.get_absolute_url()).context["history"].steps

    assert (added.status_code, changed.status_code) == (302, 302)
    assert [change.by for change in history] == [str(approver), str(approver)]
    assert [(field.before, field.after) for field in history[0].rows[0].fields] == [("викрутка", "викрутень")]


def test_a_term_that_exists_is_refused(client, approver):
    term = {"pl": "pracodawca", "uk": "наймач", "scope": "anywhere", "certainty": "known", "status": "agreed"}

    response = client.post("/en/desk/translations/glossary/new/", term)

    assert response.context["form"].errors == {"pl": ["The glossary has this Polish term already."]}


def test_a_new_term_is_entered_on_an_empty_form(client, approver):
    response = client.get(reverse("translations:glossary-create"))

    assert (response.status_code, response.context["history"]) == (200, None)
