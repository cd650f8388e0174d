"""The pages of papers, as the desk opens them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.access_models import AccessEntry
from accounts.permissions import Role
from documents.models import Document, Upload
from registration.models import Paper, PaperSet, PaperState
from registration.papers.services import void_paper
from tests.factories import UserFactory
from tests.pup_portal.files import handed_over, pdf
from tests.registration.factories import PESEL, ClientFactory
from tests.registration.papers.factories import card, made, made_set

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(client):
    user = UserFactory(role=Role.COORDINATOR, full_name="Anna Nowak")
    client.force_login(user)
    return user


@pytest.fixture
def person():
    return ClientFactory(pesel=PESEL, no_pesel_reason="")


def address(page, of, *more):
    return reverse(f"registration:{page}", args=[of.public_id, *(row.public_id for row in more)])


def shown(response):
    assert response.status_code == 200
    return response.content.decode()


def test_empty_list_says_what_papers_are_and_how_to_begin(client, coordinator, person):
    page = shown(client.get(address("paper-list", person)))

    assert "No papers yet" in page
    assert address("paper-new", person) in page


def test_manager_sees_papers_and_no_way_to_make_them(client, person):
    client.force_login(UserFactory(role=Role.MANAGER))

    page = shown(client.get(address("paper-list", person)))

    assert address("paper-new", person) not in page


@pytest.mark.parametrize("count", [1, 20])
def test_list_asks_as_often_for_many_papers_as_for_one(
    client, coordinator, person, count, django_assert_num_queries
):
    version = card()
    for _number in range(count):
        void_paper(paper=made(person, version), reason="Pomyłka", by=coordinator)
    client.get(address("paper-list", person))

    with django_assert_num_queries(9):
        response = client.get(address("paper-list", person))

    assert len(response.context["page"]) == count


@pytest.mark.parametrize(
    ("purpose", "keys"),
    [
        (
            "unemployed",
            ["application-unemployed", "truth-statement", "information-clause", "consents", "authorisation",
             "documents-list"],
        ),
        ("support", ["support-request", "information-clause", "consents", "authorisation"]),
        ("change", ["change-notice"]),
        ("card", ["personal-card"]),
        ("nonsense", ["application-unemployed", "truth-statement", "information-clause", "consents",
                      "authorisation", "documents-list"]),
    ],
)  # fmt: skip
def test_papers_of_the_purpose_are_proposed_and_made(client, coordinator, person, purpose, keys):
    page = client.get(address("paper-new", person), {"purpose": purpose})
    chosen = page.context["form"].fields["papers"].initial

    client.post(address("paper-new", person), {"purpose": purpose, "papers": chosen})

    made_keys = (
        PaperSet.objects.get().papers.order_by("position").values_list("version__template__key", flat=True)
    )
    assert list(made_keys) == keys


def test_form_sent_twice_makes_one_set(client, coordinator, person):
    page = client.get(address("paper-new", person), {"purpose": "support"})
    sent = {
        "purpose": "support",
        "papers": page.context["form"].fields["papers"].initial,
        "key": page.context["key"],
    }

    answers = {client.post(address("paper-new", person), sent)["Location"] for _time in range(2)}

    assert answers == {PaperSet.objects.get().get_absolute_url()}


@pytest.mark.parametrize("papers", [[], ["x"], ["00000000-0000-0000-0000-000000000000"]])
def test_nothing_chosen_or_made_up_is_said_at_the_form(client, coordinator, person, papers):
    page = shown(client.post(address("paper-new", person), {"purpose": "support", "papers": papers}))

    assert "There is a problem" in page
    assert Paper.objects.count() == 0


def test_paper_goes_from_filled_in_to_read_back_to_signed(client, coordinator, person):
    paper = made(person)
    at = timezone.localtime().strftime("%Y-%m-%dT%H:%M")

    client.post(
        address("paper-read-back", person, paper),
        {"language": "uk", "interpreter": "Iryna Bondar", "at": at, "confirmation": "all_true"},
    )
    sent = {"signed_on": timezone.localdate(), "file": handed_over(pdf(), "signed.pdf")}
    client.post(address("paper-sign", person, paper), sent)
    page = shown(client.get(paper.get_absolute_url()))

    paper.refresh_from_db()
    assert (paper.state, paper.read_back_by, paper.signed_by) == (PaperState.SIGNED, coordinator, coordinator)
    assert "Iryna Bondar" in page
    assert address("file-download", person, Upload.objects.get()) in page


def test_whole_set_is_read_back_and_signed_at_once_and_sending_again_does_no_harm(
    client, coordinator, person
):
    held = made_set(person)
    at = timezone.localtime().strftime("%Y-%m-%dT%H:%M")

    for _time in range(2):
        client.post(
            address("paper-set-read-back", person, held),
            {"language": "uk", "at": at, "confirmation": "all_true"},
        )
    for _time in range(2):
        sent = {"signed_on": timezone.localdate(), "file": handed_over(pdf(), "signed.pdf")}
        answer = client.post(address("paper-set-sign", person, held), sent)

    assert answer["Location"] == held.get_absolute_url()
    assert set(held.papers.values_list("state", "confirmation")) == {(PaperState.SIGNED, "all_true")}
    assert "Attach all signed" not in shown(client.get(held.get_absolute_url()))


@pytest.mark.parametrize(
    ("page", "sent"),
    [
        ("paper-read-back", {"language": "xx", "at": "yesterday", "confirmation": "perhaps"}),
        ("paper-read-back", {"language": "uk", "at": "2099-01-01T10:00", "confirmation": "all_true"}),
        ("paper-sign", {"signed_on": "2026-13-45"}),
        ("paper-sign", {"signed_on": ""}),
        ("paper-void", {"reason": " "}),
    ],
)
def test_bad_input_is_said_at_the_form_and_nothing_is_stored(client, coordinator, person, page, sent):
    paper = made(person)

    answer = shown(client.post(address(page, person, paper), sent))

    paper.refresh_from_db()
    assert "There is a problem" in answer
    assert (paper.state, paper.read_back_at) == (PaperState.UNSIGNED, None)


def test_day_before_the_filling_in_is_refused_in_a_sentence(client, coordinator, person):
    paper = made(person)
    sent = {"signed_on": timezone.localdate() - timedelta(days=2), "file": handed_over(pdf(), "s.pdf")}

    page = shown(client.post(address("paper-sign", person, paper), sent))

    assert "A paper is signed on the day it was filled in or later" in page


def test_page_of_a_void_paper_tells_the_reason(client, coordinator, person):
    paper = made(person)

    client.post(address("paper-void", person, paper), {"reason": "Pomyłka w nazwisku"})

    page = shown(client.get(paper.get_absolute_url()))
    assert "Pomyłka w nazwisku" in page
    assert address("paper-sign", person, paper) not in page


def test_page_of_an_outdated_paper_leads_to_the_newer_one(client, coordinator, person):
    version = card()
    first = made(person, version)
    Paper.objects.update(state="outdated", outdated_at=timezone.now())
    alone = shown(client.get(first.get_absolute_url()))
    second = made(person, version)

    page = shown(client.get(first.get_absolute_url()))

    assert address("paper-new", person) in alone
    assert second.get_absolute_url() in page
    assert first.get_absolute_url() in shown(client.get(second.get_absolute_url()))


def test_paper_that_is_not_final_says_so_and_offers_no_signing(client, coordinator):
    person = ClientFactory(looks_for="шукаю роботу")
    held = made_set(person)
    paper = held.papers.get(is_final=False)

    page = shown(client.get(paper.get_absolute_url()))

    assert "not final" in page
    assert address("paper-sign", person, paper) not in page
    assert "Some texts have no Polish yet" in shown(client.get(held.get_absolute_url()))


def test_scan_that_was_removed_is_told_of(client, coordinator, person):
    paper = made(person)
    sent = {"signed_on": timezone.localdate(), "file": handed_over(pdf(), "signed.pdf")}
    client.post(address("paper-sign", person, paper), sent)
    client.post(address("file-remove", person, Upload.objects.get()), {"reason": "Zły plik"})

    assert "The scan was removed from the record." in shown(client.get(paper.get_absolute_url()))


@pytest.mark.parametrize("is_set", [False, True])
def test_printing_and_opening_stand_in_the_access_log(client, coordinator, person, is_set):
    held = made_set(person)
    subject, page = (held, "paper-set-print") if is_set else (held.papers.first(), "paper-print")

    ordered = client.post(address(page, person, subject))
    client.get(ordered["Location"])

    entries = AccessEntry.objects.by(coordinator).about(person).order_by("id")
    assert list(entries.values_list("kind", flat=True)) == ["print", "view"]
    assert ordered["Location"] in shown(client.get(subject.get_absolute_url()))


@pytest.mark.parametrize(
    ("role", "status"), [(Role.MANAGER, 200), (Role.BROKER, 404), (Role.COUNSELLOR, 404)]
)
def test_print_opens_to_who_answers_for_papers(client, person, role, status):
    client.force_login(UserFactory(role=Role.COORDINATOR))
    ordered = client.post(address("paper-print", person, made(person)))["Location"]
    client.force_login(UserFactory(role=role))

    assert client.get(ordered).status_code == status


def test_code_of_a_card_leads_staff_to_the_person(client, coordinator, person):
    paper = made(person, card())
    code = paper.packed["card_code"][0]

    by_code = client.get(reverse("registration:card", args=[code]))
    by_token = client.get(reverse("registration:card", args=[paper.token]))

    assert by_code["Location"] == by_token["Location"] == person.get_absolute_url()
    assert AccessEntry.objects.by(coordinator).about(person).count() == 2


def test_code_of_a_void_or_invented_card_leads_nowhere(client, coordinator, person):
    paper = made(person, card())
    void_paper(paper=paper, reason="Zgubiona", by=coordinator)

    for token in (paper.token, "A" * 16):
        assert client.get(reverse("registration:card", args=[token])).status_code == 404


def test_code_of_a_card_tells_a_stranger_nothing(client, person):
    paper = made(person, card())

    answer = client.get(reverse("registration:card", args=[paper.token]))

    assert answer.status_code == 302
    assert "/accounts/" in answer["Location"]


def test_paper_of_another_person_is_not_found(client, coordinator, person):
    paper = made(ClientFactory())

    assert client.get(address("paper", person, paper)).status_code == 404
    assert client.get(address("paper-set", person, made_set(paper.client))).status_code == 404


def test_history_tells_what_became_of_a_paper_and_not_what_it_says(client, coordinator, person):
    paper = made(person)
    void_paper(paper=paper, reason="Pomyłka w nazwisku", by=coordinator)

    page = shown(client.get(address("client-history", person)))

    assert "Pomyłka w nazwisku" in page
    assert PESEL not in page
    assert paper.data_hash not in page


def test_nothing_printed_waits_in_plain_text(client, coordinator, person):
    client.post(address("paper-print", person, made(person)))

    assert PESEL in Document.objects.get().html
    assert PESEL not in str(Document.objects.values("title", "input_hash").get())
