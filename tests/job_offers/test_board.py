"""What a reader without an account meets."""

from datetime import timedelta
from urllib.parse import quote

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from job_offers.models import Offer, SearchMiss
from job_offers.services.offers import update_offer
from reference.models import Occupation
from reference.profile import forget_profile
from tests.factories import UserFactory
from tests.job_offers.factories import EmployerFactory, OfferFactory, PublishedFactory, place, term, translate

pytestmark = pytest.mark.django_db


def board(client, query="", language="uk", **headers):
    return client.get(f"/{language}/offers/{query}", **headers)


def titles(response):
    return [card.title for card in response.context["cards"]]


def test_board_shows_live_offers_newest_first(client):
    PublishedFactory(title_pl="Starsza", published_at=timezone.now() - timedelta(days=2))
    PublishedFactory(title_pl="Nowsza")
    OfferFactory(title_pl="Szkic")

    response = board(client)

    assert titles(response) == ["Nowsza", "Starsza"]


def test_board_forgets_an_offer_on_the_day_after_its_last_even_before_the_task_ran(client):
    offer = PublishedFactory()
    yesterday = timezone.localdate() - timedelta(days=1)
    Offer.objects.filter(pk=offer.pk).update(valid_until=yesterday)
    offer.board_entry.valid_until = yesterday
    offer.board_entry.save()

    assert titles(board(client)) == []


def test_card_has_the_facts_people_decide_on(client):
    PublishedFactory(
        title_pl="Kucharz",
        title_uk="Кухар",
        pay_from=5200,
        pay_to=6000,
        place=place("Chęciny"),
        shift=term("shift", "two"),
        starts_at_once=True,
        has_lodging=True,
    )

    text = board(client).content.decode().replace("\xa0", " ")

    assert "Кухар" in text
    assert "від 5 200 до 6 000 злотих на місяць (брутто)" in text
    assert "Хенціни" in text
    assert "дві зміни" in text
    assert "трудовий договір на невизначений час" in text


def test_card_of_an_unreviewed_offer_is_polish_and_says_so(client):
    PublishedFactory(title_pl="Kucharz")

    response = board(client)

    assert titles(response) == ["Kucharz"]
    assert response.context["cards"][0].is_polish_only
    assert '<h2 lang="pl">' in response.content.decode()


@pytest.mark.parametrize(
    "query",
    [
        *("кухар", "кухаря", "кухарем", "Кухарі", "робота кухарем", "kucharz", "kucharza", "KUCHARZEM"),
        *("кухарем у Хенцинах", "kucharz chęcinach", "kucharz checiny", "кухар Хенціни", "kuch"),
    ],
)
def test_search_finds_any_form_of_a_word_in_both_languages(client, query):
    PublishedFactory(title_pl="Kucharz", title_uk="Кухар", place=place("Chęciny"))
    PublishedFactory(title_pl="Spawacz", title_uk="Зварювальник", place=place("Kielce"))

    response = board(client, f"?q={quote(query)}")

    assert titles(response) == ["Кухар"]


def test_search_knows_the_occupation_in_ukrainian_when_the_offer_is_not_translated(client):
    PublishedFactory(title_pl="Kucharz", occupation=Occupation.objects.get(code="512001"))

    assert titles(board(client, "?q=" + quote("кухаря"))) == ["Kucharz"]


def test_search_puts_the_title_before_the_description(client):
    PublishedFactory(title_pl="Pomoc", duties_pl="Praca obok spawacza.")
    PublishedFactory(title_pl="Spawacz", published_at=timezone.now() - timedelta(days=3))

    assert titles(board(client, "?q=spawacz")) == ["Spawacz", "Pomoc"]
    assert titles(board(client, "?q=spawacz&sort=newest")) == ["Pomoc", "Spawacz"]


def test_words_that_say_nothing_search_for_nothing(client):
    PublishedFactory(title_pl="Kucharz")

    assert titles(board(client, "?q=" + quote("шукаю роботу"))) == ["Kucharz"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?place=260403", ["Chęciny"]),
        ("?lodging=on", ["Nocleg"]),
        ("?experience=none", ["Bez doświadczenia"]),
        ("?contract=mandate", ["Zlecenie"]),
        ("?contract=mandate&contract=trial", ["Próbny", "Zlecenie"]),
        ("?shift=three", ["Trzy zmiany"]),
        ("?pay=8000", ["Dobrze płatna"]),
        ("?polish=a1", ["Mało polskiego", "Bez polskiego"]),
        ("?polish=none", ["Bez polskiego"]),
    ],
)
def test_each_filter_narrows_the_list(client, query, found):
    plain = {"pay_from": 5000, "place": place("Kielce")}
    PublishedFactory(**plain | {"title_pl": "Chęciny", "place": place("Chęciny")})
    PublishedFactory(**plain, title_pl="Nocleg", has_lodging=True)
    PublishedFactory(**plain, title_pl="Bez doświadczenia", experience_months=0)
    PublishedFactory(**plain, title_pl="Zlecenie", contract=term("contract", "mandate"))
    PublishedFactory(**plain, title_pl="Próbny", contract=term("contract", "trial"))
    PublishedFactory(**plain, title_pl="Trzy zmiany", shift=term("shift", "three"))
    PublishedFactory(**plain | {"title_pl": "Dobrze płatna", "pay_from": 50, "pay_unit": "hour"})
    PublishedFactory(**plain, title_pl="Bez polskiego", polish_level="none")
    PublishedFactory(**plain, title_pl="Mało polskiego", polish_level="a1")
    PublishedFactory(**plain, title_pl="Dobry polski", polish_level="b2")

    assert titles(board(client, query)) == found


def test_pay_sorts_offers_by_the_month_whatever_their_unit(client):
    PublishedFactory(title_pl="Miesiąc", pay_from=6000)
    PublishedFactory(title_pl="Godzina", pay_from=40, pay_unit="hour")
    PublishedFactory(title_pl="Nieznana", pay_from=None, pay_unit="", pay_note_pl="do uzgodnienia")

    assert titles(board(client, "?sort=pay")) == ["Godzina", "Miesiąc", "Nieznana"]


def test_facets_count_what_each_choice_would_give(client):
    PublishedFactory.create_batch(2, place=place("Kielce"), has_lodging=True, pay_from=7500)
    PublishedFactory(place=place("Chęciny"), pay_from=5500, polish_level="a2")

    facets = board(client, "?place=260403").context["facets"]

    assert [(option.value, option.count, option.is_chosen) for option in facets["place"]] == [
        ("266101", 2, False),
        ("260403", 1, True),
    ]
    assert [(option.value, option.count) for option in facets["pay"]] == [("5000", 1)]
    assert next((option.value, option.count) for option in facets["polish"]) == ("a2", 1)
    assert facets["lodging"][0].count == 0


def test_facets_of_the_whole_board_add_up_steps_of_pay_and_polish(client):
    PublishedFactory(pay_from=7500, polish_level="none")
    PublishedFactory(pay_from=5500, polish_level="a2")

    facets = board(client).context["facets"]

    assert {option.value: option.count for option in facets["pay"]} == {"5000": 2, "6000": 1, "7000": 1}
    assert {option.value: option.count for option in facets["polish"]} == {
        **{"none": 1, "a1": 1, "a2": 2, "b1": 2, "b2": 2, "c1": 2, "c2": 2}
    }


def test_condition_in_force_is_dropped_by_one_link_and_keeps_the_rest(client):
    PublishedFactory(place=place("Chęciny"), has_lodging=True, title_pl="Kucharz")

    (lodging,) = [
        condition
        for condition in board(client, "?q=kucharz&place=260403&lodging=on&page=1").context["in_force"]
        if "place=260403" in condition.address_without
    ]

    assert lodging.address_without == "/uk/offers/?q=kucharz&place=260403"
    assert client.get(lodging.address_without).status_code == 200


def test_empty_result_says_which_condition_to_loosen(client):
    PublishedFactory.create_batch(2, place=place("Chęciny"))

    response = board(client, "?place=260403&lodging=on")

    assert titles(response) == []
    assert [condition.count_without for condition in response.context["in_force"]] == [0, 2]
    assert "/uk/offers/?place=260403" in response.content.decode()


@pytest.mark.parametrize("typed", ["кухор", "кухкар", "kuharz", "kucarz"])
def test_empty_result_suggests_the_word_that_was_probably_meant(client, typed):
    PublishedFactory(title_pl="Kucharz", title_uk="Кухар")

    response = board(client, f"?q={quote(typed)}")

    assert response.context["suggestion"] in {"кухар", "kucharz"}


def test_suggestion_keeps_the_words_that_are_right(client):
    PublishedFactory(title_pl="Kucharz", place=place("Chęciny"))

    assert board(client, "?q=kuharz+checiny").context["suggestion"] == "kucharz checiny"


def test_words_that_are_right_but_never_meet_get_no_suggestion(client):
    PublishedFactory(title_pl="Kucharz", place=place("Chęciny"))
    PublishedFactory(title_pl="Spawacz", place=place("Kielce"))

    assert board(client, "?q=spawacz+checiny").context["suggestion"] == ""


def test_no_suggestion_for_a_word_like_nothing_here(client):
    PublishedFactory(title_pl="Kucharz")

    assert board(client, "?q=" + quote("нейрохірург")).context["suggestion"] == ""


def test_search_that_found_nothing_is_counted_without_anything_about_the_reader(client):
    for query in ("Нейрохірург", "нейрохірург ", "зателефонуйте 415550101", "anna@example.org", "🚀"):
        board(client, f"?q={quote(query)}")

    misses = list(SearchMiss.objects.values_list("query", "language", "count"))
    assert misses == [("нейрохірург", "uk", 2)]


def test_search_misses_of_a_day_are_limited(client, monkeypatch):
    monkeypatch.setattr("job_offers.services.misses.MAX_A_DAY", 1)

    board(client, "?q=abcdefg")
    board(client, "?q=hijklmn")

    assert SearchMiss.objects.count() == 1


@pytest.mark.parametrize(
    "query",
    [
        *("?q=%00", "?q=a%00b", "?q=" + "x" * 1_000_000, "?q=" + quote("' | !& (:* <-> \\"), "?q=%FF%FE"),
        *(
            "?q=" + quote("💼🇺🇦"),
            "?q=''",
            "?q=" + "+".join(["kucharz"] * 2000),
            "?q=%D0",
            "?q=" + quote("ǅ²ª"),
        ),
        *("?place=%00", "?place=0", "?contract=%00", "?contract=x&contract=mandate", "?shift=" + "y" * 5000),
        *("?pay=99999999999999999999", "?pay=-1", "?pay=%00", "?polish=c9", "?sort=;drop", "?page=%00"),
        *("?page=999999999999", "?page=-5", "?page=x", "?lodging=%00", "?unknown[]=1&%00=2"),
    ],
)
def test_hostile_query_gets_a_page(client, query):
    PublishedFactory(title_pl="Kucharz")

    assert board(client, query).status_code == 200


@pytest.mark.parametrize("count", [1, 20])
def test_board_query_count(client, django_assert_num_queries, count):
    PublishedFactory.create_batch(count, title_uk="Кухар", title_pl="Kucharz")
    forget_profile()  # the approval has read it

    with django_assert_num_queries(5):  # office, places, terms, all counts, the page
        response = board(client, "?q=" + quote("кухар") + "&pay=5000")

    assert len(response.context["cards"]) == count


def test_board_turns_pages(client):
    PublishedFactory.create_batch(21)

    response = board(client, "?page=2")

    assert len(response.context["cards"]) == 1
    assert response.context["page"].paginator.num_pages == 2


def test_htmx_gets_the_results_alone_and_caches_know_the_difference(client):
    PublishedFactory(title_pl="Kucharz")

    response = board(client, headers={"HX-Request": "true"})

    assert response.content.decode().lstrip().startswith('<section id="results"')
    assert "HX-Request" in response.headers["Vary"]
    assert "no-store" not in response.headers["Cache-Control"]


def test_unchanged_board_answers_not_modified(client):
    PublishedFactory()
    first = board(client)

    second = board(client, headers={"If-None-Match": first.headers["ETag"]})

    assert (second.status_code, second.content) == (304, b"")


@pytest.mark.parametrize("language", ["uk", "pl", "en"])
def test_board_answers_in_each_language(client, language):
    PublishedFactory(title_pl="Kucharz", title_uk="Кухар")

    expected = {"uk": "Кухар", "pl": "Kucharz", "en": "Kucharz"}[language]
    assert titles(board(client, language=language)) == [expected]


@pytest.mark.parametrize("name", ["offer-list", "offer-feed"])
def test_board_refuses_other_methods(client, name):
    assert client.post(reverse(f"board:{name}")).status_code == 405


def test_outdated_translation_is_not_shown(client):
    offer = PublishedFactory(title_pl="Kucharz", title_uk="Кухар")

    update_offer(
        offer=offer, facts={"title_pl": "Kucharz śniadaniowy"}, version=offer.version, by=UserFactory()
    )

    assert titles(board(client)) == ["Kucharz śniadaniowy"]


def test_approving_the_translation_of_a_published_offer_shows_it(client):
    offer = PublishedFactory(title_pl="Kucharz", duties_pl="")

    translate(offer, by=UserFactory(), title="Кухар")

    assert titles(board(client)) == ["Кухар"]
    assert titles(board(client, "?q=" + quote("кухаря"))) == ["Кухар"]


def test_employer_who_did_not_agree_is_not_found_by_name(client):
    PublishedFactory(employer=EmployerFactory(name="Zakład Tajny", consents=False), title_pl="Kucharz")

    assert titles(board(client, "?q=tajny")) == []


def test_atom_feed_lists_the_newest_offers(client):
    offer = PublishedFactory(title_pl="Kucharz", title_uk="Кухар")

    response = client.get("/uk/offers/feed.atom")

    with override("uk"):
        address = reverse("board:offer-detail", args=[offer.public_id])
    assert response["Content-Type"].startswith("application/atom+xml")
    assert "<title>Кухар</title>" in response.content.decode()
    assert address in response.content.decode()


@pytest.mark.parametrize("count", [1, 20])
def test_atom_feed_query_count(client, django_assert_num_queries, count):
    PublishedFactory.create_batch(count)

    with django_assert_num_queries(1):
        client.get("/uk/offers/feed.atom")
