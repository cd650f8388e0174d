import pytest
from django.urls import reverse, translate_url

from accounts.permissions import Role
from cv_builder.models import Cv
from cv_builder.services import order_cv
from documents.models import Document
from tests.cv_builder.factories import CvFactory, ExperienceFactory, LanguageSkillFactory, ready_cv
from tests.factories import UserFactory
from tests.registration.factories import ClientFactory
from tests.searching import searched

pytestmark = pytest.mark.django_db
LIST = "/en/desk/cvs/"


@pytest.fixture
def sign_in(client):
    def as_role(role: Role):
        client.force_login(UserFactory(role=role))
        return client

    return as_role


@pytest.fixture
def coordinator(sign_in):
    return sign_in(Role.COORDINATOR)


def address(name: str, cv: Cv) -> str:
    return reverse(f"cv_builder:{name}", args=[cv.public_id])


@pytest.mark.parametrize("count", [1, 20])
@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.BROKER])
def test_list_query_count(sign_in, django_assert_num_queries, count, role):
    for _number in range(count):
        ready_cv()
    browser = sign_in(role)
    browser.get(LIST)

    with django_assert_num_queries(8):  # session, user, count, page, access log; session kept alive (3)
        response = browser.get(LIST)

    assert len(response.context["page"]) == count


@pytest.mark.parametrize("count", [1, 8])
def test_page_query_count(coordinator, django_assert_num_queries, count):
    cv = CvFactory()
    for _number in range(count):
        ExperienceFactory(cv=cv)
    coordinator.get(cv.get_absolute_url())

    with django_assert_num_queries(
        12
    ):  # session, user, CV, four lists, papers, access log; session kept alive (3)
        coordinator.get(cv.get_absolute_url())


def test_words_that_are_no_text_break_nothing(coordinator):
    CvFactory()

    response = searched(coordinator, LIST, "a\0b")

    assert response.status_code == 200


@pytest.mark.parametrize("words", ["Шевченко", "Szewczenko", "shevchenko", "kelner", "Офіціант", "0101"])
def test_cv_is_found_by_name_in_any_spelling_phone_or_work(coordinator, words):
    cv = CvFactory(title_pl="Kelnerka", title_uk="Офіціантка")
    CvFactory(
        title_pl="Spawacz",
        title_uk="Зварник",
        client=ClientFactory(surname_cyrillic="Бойко", surname_latin="Boiko", phone="+380505550177"),
    )

    page = searched(coordinator, LIST, words).context["page"]

    assert list(page) == [cv]


@pytest.mark.parametrize(("words", "found"), [("Shevchenko", 0), ("sprząt", 1), ("Прибир", 1)])
def test_broker_finds_ready_cvs_by_work_and_never_by_name(sign_in, words, found):
    ready_cv()
    CvFactory()

    page = searched(sign_in(Role.BROKER), LIST, words).context["page"]

    assert len(page) == found


@pytest.mark.parametrize(("state", "found"), [("ready", 1), ("draft", 2), ("odd", 3), ("", 3)])
def test_list_by_state(coordinator, state, found):
    ready_cv()
    CvFactory.create_batch(2)

    assert len(coordinator.get(LIST, {"state": state}).context["page"]) == found


def test_list_of_one_client_offers_a_new_cv(coordinator):
    owner = ClientFactory()
    own = CvFactory(client=owner)
    CvFactory()

    response = coordinator.get(LIST, {"client": str(owner.public_id)})

    assert list(response.context["page"]) == [own]
    assert f"/en/desk/cvs/new/?client={owner.public_id}" in response.content.decode()


def test_broker_cannot_ask_whose_cvs_they_are(sign_in):
    cv = ready_cv(client=ClientFactory(surname_latin="Zimova"))
    ready_cv()

    response = sign_in(Role.BROKER).get(LIST, {"client": str(cv.client.public_id)})

    assert len(response.context["page"]) == 2
    assert "Zimova" not in response.content.decode()


def test_empty_list_of_a_client_offers_a_new_cv(coordinator):
    owner = ClientFactory()

    page = coordinator.get(LIST, {"client": str(owner.public_id)}).content.decode()

    assert page.count(f"/en/desk/cvs/new/?client={owner.public_id}") == 2


@pytest.mark.parametrize(("words", "title"), [("", "No CV yet"), ("xyz", "No CV fits")])
def test_empty_list_says_what_to_do(coordinator, words, title):
    assert title in searched(coordinator, LIST, words).content.decode()


@pytest.mark.parametrize("key", ["not-a-key", "5656e41b-4ac9-405c-a340-a33835dd1dcb"])
def test_list_and_new_cv_of_an_unknown_client_are_not_found(coordinator, key):
    statuses = [coordinator.get(url, {"client": key}).status_code for url in (LIST, f"{LIST}new/")]

    assert statuses == [404, 404]


def test_htmx_gets_only_the_rows(coordinator):
    response = coordinator.get(LIST, headers={"HX-Request": "true"})

    assert "<html" not in response.content.decode()
    assert "HX-Request" in response["Vary"]


def test_new_cv_begins_with_a_client(coordinator):
    assert coordinator.get(f"{LIST}new/").url == reverse("registration:client-list")


def test_new_cv_is_made_once_however_often_the_button_is_pressed(coordinator):
    owner = ClientFactory()
    url = f"{LIST}new/?client={owner.public_id}"
    key = coordinator.get(url).context["key"]

    for _click in range(2):
        response = coordinator.post(url, {"key": str(key), "title_uk": "Кухарка", "title_pl": ""})

    cv = Cv.objects.get()
    assert response.url == f"/en/desk/cvs/{cv.public_id}/"
    assert (cv.client, cv.title, cv.state) == (owner, "Кухарка", "draft")


def test_new_cv_without_any_title_is_explained(coordinator):
    response = coordinator.post(f"{LIST}new/?client={ClientFactory().public_id}", {"title_uk": ""})

    assert "Enter the wanted position in Polish or in Ukrainian." in response.content.decode()
    assert not Cv.objects.exists()


def test_page_names_what_is_missing_in_polish(coordinator):
    cv = CvFactory(title_pl="", title_uk="Кухарка")

    page = coordinator.get(f"/en/desk/cvs/{cv.public_id}/").content.decode()

    assert "Still missing in Polish" in page
    assert "1 text without Polish" in page


@pytest.mark.parametrize(("role", "sees"), [(Role.COORDINATOR, True), (Role.MANAGER, False)])
def test_page_offers_changes_to_those_who_may(sign_in, role, sees):
    cv = ready_cv()

    page = sign_in(role).get(cv.get_absolute_url()).content.decode()

    assert (address("cv-remove", cv) in page) is sees
    assert ("/experience/add/" in page) is sees


@pytest.mark.parametrize(
    ("name", "method", "expected"),
    [
        ("cv-detail", "get", [403, 200, 200, 200, 403, 200]),
        ("cv-anonymous", "get", [200, 200, 200, 200, 403, 200]),
        ("cv-print", "post", [403, 302, 302, 302, 403, 302]),
        ("cv-print-anonymous", "post", [302, 302, 302, 302, 403, 302]),
        ("cv-ready", "post", [403, 302, 302, 302, 403, 403]),
        ("cv-draft", "post", [403, 302, 302, 302, 403, 403]),
    ],
)
def test_who_may(client, name, method, expected):
    cv = ready_cv()
    roles = [Role.BROKER, Role.COORDINATOR, Role.ADVISER, Role.COUNSELLOR, Role.ADMINISTRATOR, Role.MANAGER]
    statuses = []
    for role in roles:
        Cv.objects.update(state="ready")
        client.force_login(UserFactory(role=role))
        statuses.append(getattr(client, method)(address(name, cv), {"language": "pl"}).status_code)

    assert statuses == expected


def test_draft_and_restricted_people_are_not_found_by_a_broker(sign_in):
    draft, restricted = CvFactory(), ready_cv()
    type(restricted.client).objects.filter(pk=restricted.client.pk).update(is_restricted=True)
    broker = sign_in(Role.BROKER)

    statuses = [broker.get(address("cv-anonymous", cv)).status_code for cv in (draft, restricted)]

    assert statuses == [404, 404]


def test_anonymous_page_has_no_name_and_speaks_polish(sign_in):
    cv = ready_cv(summary_pl="Olena gotuje, tel. +380 50 555 01 01", summary_uk="Олена готує")

    page = sign_in(Role.BROKER).get(f"/en/desk/cvs/{cv.public_id}/anonymous/").content.decode()

    assert "Olena" not in page
    assert "Shevchenko" not in page
    assert "555 01 01" not in page
    assert "… gotuje, tel. …" in page
    assert cv.code in page


@pytest.mark.parametrize(
    ("name", "kind"), [("cv-print", "cv_builder.cv"), ("cv-print-anonymous", "cv_builder.anonymous_cv")]
)
def test_printing_orders_a_document_and_shows_its_progress(coordinator, name, kind):
    cv = ready_cv()

    response = coordinator.post(address(name, cv), {"language": "uk"})

    document = Document.objects.get()
    assert response.url == reverse("documents:document-detail", args=[document.public_id])
    assert (document.kind, document.subject, document.language) == (kind, cv, "uk")


def test_printing_in_an_unknown_language_is_not_found(coordinator):
    assert coordinator.post(address("cv-print", ready_cv()), {"language": "de"}).status_code == 404


def test_printing_without_polish_says_what_is_missing(coordinator):
    cv = CvFactory(title_pl="")

    response = coordinator.post(address("cv-print", cv), {"language": "pl"}, follow=True)

    assert "These texts have no Polish yet: Wanted position." in response.content.decode()
    assert not Document.objects.exists()


def test_ready_and_back_to_draft(coordinator):
    cv = CvFactory()
    refused = coordinator.post(f"/en/desk/cvs/{cv.public_id}/ready/", follow=True).content.decode()
    ExperienceFactory(cv=cv)

    coordinator.post(address("cv-ready", cv))
    ready = Cv.objects.get().is_ready
    coordinator.post(address("cv-draft", cv))

    assert "Enter at least one job" in refused
    assert (ready, Cv.objects.get().is_ready) == (True, False)


def test_removing_asks_first(coordinator):
    cv = ready_cv()

    question = coordinator.get(f"/en/desk/cvs/{cv.public_id}/remove/").content.decode()
    kept = Cv.objects.exists()
    coordinator.post(address("cv-remove", cv))

    assert "Remove this CV of" in question
    assert (kept, Cv.objects.exists()) == (True, False)


def test_page_lists_languages_with_their_levels(coordinator):
    skill = LanguageSkillFactory()

    page = coordinator.get(f"/en/desk/cvs/{skill.cv.public_id}/").content.decode()

    assert "Ukrainian</a>" in page
    assert "mother tongue" in page


def test_printed_papers_stand_on_the_page(coordinator):
    cv = ready_cv()
    coordinator.post(address("cv-print", cv), {"language": "pl"})

    page = coordinator.get(cv.get_absolute_url()).content.decode()

    assert Document.objects.get().get_absolute_url() in page


@pytest.mark.parametrize(
    ("role", "anonymous", "home"),
    [(Role.COORDINATOR, False, "cv-detail"), (Role.BROKER, True, "cv-anonymous")],
)
def test_printed_cv_leads_back_to_the_page_its_reader_may_see(sign_in, role, anonymous, home):
    cv = ready_cv()
    document = order_cv(cv=cv, language="pl", anonymous=anonymous, by=cv.created_by)
    browser = sign_in(role)

    html = browser.get(document.get_absolute_url()).content.decode()

    back = translate_url(address(home, cv), "en")
    assert f'class="back" href="{back}"' in html
    assert browser.get(back).status_code == 200
