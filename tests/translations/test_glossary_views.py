import pytest
from django.urls import reverse

from tests.factories import UserFactory
from tests.translations.factories import TermFactory, reviewed, reviewer
from translations.models import GlossaryTerm

pytestmark = pytest.mark.django_db

TERM = {
    "pl": "śrubokręt",
    "uk": "викрутка",
    "scope": "anywhere",
    "certainty": "confirmed",
    "status": "agreed",
}


def typed(*renderings: tuple[str, str, str], **values: str) -> dict[str, str]:
    """What the page of a term sends."""
    rows = {
        f"renderings-{number}-{name}": value
        for number, row in enumerate(renderings)
        for name, value in zip(("text", "kind", "note"), row, strict=True)
    }
    counts = {"renderings-TOTAL_FORMS": str(len(renderings)), "renderings-INITIAL_FORMS": "0"}
    return TERM | counts | rows | values


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
    added = client.post("/en/desk/translations/glossary/new/", typed(("шуруповерт", "forbidden", "машина")))
    stored = GlossaryTerm.objects.get(pl="śrubokręt")
    address = f"/en/desk/translations/glossary/{stored.public_id}/"
    changed = client.post(
        address, typed(("шуруповерт", "allowed", ""), ("викрутень", "allowed", ""), uk="викрутня")
    )
    page = client.get(address)

    assert (added.status_code, changed.status_code) == (302, 302)
    stored.refresh_from_db()
    assert (stored.uk, stored.allowed, stored.forbidden) == ("викрутня", ["шуруповерт", "викрутень"], [])
    told = page.content.decode()
    assert "викрутня" in told
    assert "wrong, a false friend" in told


def test_an_emptied_row_removes_its_rendering(client, approver):
    client.post(reverse("translations:glossary-create"), typed(("шуруповерт", "allowed", "")))
    stored = GlossaryTerm.objects.get(pl="śrubokręt")

    client.post(stored.get_absolute_url(), typed(("", "allowed", "")))

    assert stored.allowed == []


def test_a_rendering_is_listed_once(client, approver):
    twice = typed(("шуруповерт", "allowed", ""), ("шуруповерт", "forbidden", ""))

    response = client.post("/en/desk/translations/glossary/new/", twice)

    assert "A rendering is listed twice." in response.content.decode()
    assert not GlossaryTerm.objects.filter(pl="śrubokręt").exists()


def test_other_polish_forms_are_typed_with_semicolons(client, approver):
    client.post(reverse("translations:glossary-create"), typed(also_pl="śrub. ;  śrubokręciki;"))

    stored = GlossaryTerm.objects.get(pl="śrubokręt")
    assert stored.also_pl == ["śrub.", "śrubokręciki"]
    assert 'value="śrub.; śrubokręciki"' in client.get(stored.get_absolute_url()).content.decode()


def test_what_a_change_would_mark_is_shown_before_it_is_stored(client, approver):
    translation = reviewed(["Пакувальник", "Ремонт."], title_pl="Pakowacz", body_pl="Śrubokręty.")
    address = reverse("translations:glossary-create")

    shown = client.post(address, typed(is_required="on"))
    before = GlossaryTerm.objects.filter(pl="śrubokręt").exists()
    stored = client.post(address, typed(is_required="on", confirmed="yes"))

    assert [item.segment.translation for item in shown.context["flagged"]] == [translation]
    assert translation.get_absolute_url() in shown.content.decode()
    assert (before, stored.status_code) == (False, 302)


def test_a_long_effect_is_shown_page_by_page(client, approver):
    for number in range(21):
        reviewed(["Пакувальник", "Ремонт."], title_pl="Pakowacz", body_pl=f"Śrubokręty {chr(97 + number)}.")

    first = client.post(reverse("translations:glossary-create"), typed(is_required="on"))
    second = client.post(reverse("translations:glossary-create"), typed(is_required="on", impact_page="2"))

    assert [len(response.context["flagged"]) for response in (first, second)] == [20, 1]


def test_terms_are_listed_by_status(client, coordinator):
    proposed = TermFactory(status="proposed")

    response = client.get(reverse("translations:glossary-list"), {"status": "proposed"})

    assert list(response.context["page"]) == [proposed]


def test_a_term_that_exists_is_refused(client, approver):
    response = client.post("/en/desk/translations/glossary/new/", typed(pl="pracodawca"))

    assert response.context["form"].errors == {"pl": ["The glossary has this Polish term already."]}


def test_a_new_term_is_entered_on_an_empty_form(client, approver):
    response = client.get(reverse("translations:glossary-create"))

    assert (response.status_code, response.context["history"]) == (200, None)
