"""What a reader without an account meets."""

from datetime import timedelta
from urllib.parse import quote

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from lxml import html

from job_offers import drawing, search, snapshot
from job_offers.models import Offer, SearchMiss
from job_offers.services.offers import update_offer
from reference.models import Occupation
from reference.profile import forget_profile
from tests.days import days_ago
from tests.factories import UserFactory
from tests.job_offers.factories import EmployerFactory, OfferFactory, PublishedFactory, place, term, translate

pytestmark = pytest.mark.django_db


def board(client, query="", language="uk", **headers):
    return client.get(f"/{language}/offers/{query}", **headers)


def titles(response):
    """Of the cards, as they stand on the page."""
    links = html.fromstring(response.content).iterfind(".//li[@class='offer']/h2/a")
    return [link.text_content() for link in links]


def test_board_shows_live_offers_newest_first(client):
    PublishedFactory(title_pl="Starsza", published_at=days_ago(2))
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
    PublishedFactory(title_pl="Spawacz", published_at=days_ago(3))

    assert titles(board(client, "?q=spawacz")) == ["Spawacz", "Pomoc"]
    assert titles(board(client, "?q=spawacz&sort=newest")) == ["Pomoc", "Spawacz"]


def test_search_orders_by_conditions_met_then_by_titles_then_by_newness(client):
    names = (
        "Zmywak",
        "Kucharz z obiadem",
        "Kucharz",
        "Zmywak z noclegiem",
        "Kucharz nocny",
        "Kucharz dzienny",
    )
    for days, name in enumerate(names):
        PublishedFactory(
            title_pl=name,
            duties_pl="Pomaga kucharzowi.",
            has_lodging=name in {"Zmywak z noclegiem", "Kucharz nocny"},
            published_at=days_ago(days),
        )

    order = titles(board(client, "?q=" + quote("kucharz nocleg")))

    assert order == [
        *("Kucharz nocny", "Zmywak z noclegiem"),
        *("Kucharz z obiadem", "Kucharz", "Kucharz dzienny", "Zmywak"),
    ]


def test_best_matches_come_first_over_all_pages(client, monkeypatch):
    monkeypatch.setattr(search, "PER_PAGE", 2)
    for number in range(3):
        PublishedFactory(title_pl=f"Spawacz {number}", published_at=days_ago(9 - number))
        PublishedFactory(title_pl=f"Pomoc {number}", duties_pl="Obok spawacza.")

    pages = [titles(board(client, f"?q=spawacz&page={number}")) for number in (1, 2, 3)]

    assert pages == [["Spawacz 2", "Spawacz 1"], ["Spawacz 0", "Pomoc 2"], ["Pomoc 1", "Pomoc 0"]]


def test_search_puts_the_title_first_for_words_that_name_no_trade(client):
    PublishedFactory(title_pl="Pomoc", duties_pl="Otwiera szlaban.")
    PublishedFactory(title_pl="Obsługa szlabanu", published_at=days_ago(3))

    assert titles(board(client, "?q=szlaban")) == ["Obsługa szlabanu", "Pomoc"]


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
        ("?group=51", ["Kucharz"]),
        ("?childcare=on", ["Szkoła"]),
        ("?travel=on", ["Dowóz"]),
        ("?near=on", ["Przystanek"]),
    ],
)
def test_each_filter_narrows_the_list(client, query, found):
    plain = {"pay_from": 5000, "place": place("Kielce")}
    PublishedFactory(**plain | {"title_pl": "Chęciny", "place": place("Chęciny")})
    PublishedFactory(**plain, title_pl="Kucharz", occupation=Occupation.objects.get(code="512001"))
    PublishedFactory(**plain, title_pl="Szkoła", fits_childcare=True)
    PublishedFactory(**plain, title_pl="Dowóz", covers_travel=True)
    PublishedFactory(**plain, title_pl="Przystanek", is_near_transport=True)
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


def test_pay_sorts_across_the_bands_of_the_board(client, monkeypatch):
    monkeypatch.setattr(snapshot, "_BAND", 2)
    for pay in (6000, 9000, 7000, 5000, 8000, 7000):
        PublishedFactory(title_pl=f"Kucharz {pay}", pay_from=pay, has_lodging=pay != 9000)

    response = board(client, "?q=kucharz&sort=pay&lodging=on")

    assert titles(response) == [f"Kucharz {pay}" for pay in (8000, 7000, 7000, 6000, 5000)]
    newest_first = list(response.context["page"])[1:3]
    assert newest_first == sorted(newest_first, reverse=True)


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


@pytest.mark.parametrize(
    "typed", ["кухор", "кухкар", "kuharz", "kucarz", "kuhar", "повар", "re[fh", "кухаж", "лгсрфкя"]
)
def test_mistyped_word_finds_what_was_probably_meant(client, typed):
    PublishedFactory(title_pl="Kucharz", title_uk="Кухар")

    assert titles(board(client, f"?q={quote(typed)}")) == ["Кухар"]


def test_page_says_what_was_searched_for_instead(client):
    PublishedFactory(title_pl="Bibliotekarz", place=place("Chęciny"))

    response = board(client, "?q=biblotekarz+checiny")

    assert titles(response) == ["Bibliotekarz"]
    assert response.context["read_as"] == "bibliotekarz checiny"
    assert (
        "„biblotekarz checiny”" in response.content.decode()
        or "biblotekarz checiny" in response.content.decode()
    )


def test_words_that_are_right_are_not_corrected(client):
    PublishedFactory(title_pl="Bibliotekarz")
    PublishedFactory(title_pl="Archiwista")

    response = board(client, "?q=archiwista+bibliotekarz")

    assert titles(response) == []
    assert response.context["read_as"] == ""


def test_word_like_nothing_here_finds_nothing(client):
    PublishedFactory(title_pl="Kucharz")

    response = board(client, "?q=" + quote("нейрохірург"))

    assert (titles(response), response.context["read_as"]) == ([], "")


def test_wishes_beside_a_trade_come_first_and_exclude_nobody(client):
    PublishedFactory(title_pl="Kucharz w Chęcinach", place=place("Chęciny"))
    PublishedFactory(title_pl="Kucharz z noclegiem", has_lodging=True)
    PublishedFactory(title_pl="Spawacz z noclegiem", has_lodging=True)

    assert titles(board(client, "?q=" + quote("кухар з житлом"))) == [
        "Kucharz z noclegiem",
        "Kucharz w Chęcinach",
    ]
    assert titles(board(client, "?q=" + quote("кухар Хенціни"))) == [
        "Kucharz w Chęcinach",
        "Kucharz z noclegiem",
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("робота з житлом", ["Nocleg"]),
        ("praca bez doświadczenia", ["Bez doświadczenia"]),
        ("без знання польської", ["Bez polskiego"]),
        ("робота для мами з дитиною", ["Szkoła"]),
        ("в одну зміну", ["Jedna zmiana"]),
        ("розвозка", ["Dowóz"]),
        ("біля зупинки", ["Przystanek"]),
        ("робота в Хенцинах", ["Chęciny"]),
    ],
)
def test_wishes_alone_choose_the_offers(client, query, found):
    PublishedFactory(title_pl="Chęciny", place=place("Chęciny"))
    PublishedFactory(title_pl="Nocleg", has_lodging=True)
    PublishedFactory(title_pl="Bez doświadczenia", experience_months=0)
    PublishedFactory(title_pl="Bez polskiego", polish_level="none")
    PublishedFactory(title_pl="Szkoła", fits_childcare=True)
    PublishedFactory(title_pl="Jedna zmiana", shift=term("shift", "one"))
    PublishedFactory(title_pl="Dowóz", covers_travel=True)
    PublishedFactory(title_pl="Przystanek", is_near_transport=True)

    assert titles(board(client, f"?q={quote(query)}")) == found


def test_nearest_places_are_chosen_by_distance_with_counts(client):
    PublishedFactory(title_pl="Na miejscu", place=place("Chęciny"))
    PublishedFactory(title_pl="Osiem kilometrów", place=place("Nowiny"))
    PublishedFactory(title_pl="Czterdzieści", place=place("Łagów"))

    response = board(client, "?place=260403&within=10")

    assert sorted(titles(response)) == ["Na miejscu", "Osiem kilometrów"]
    assert [(one.value, one.count) for one in response.context["facets"]["within"]] == [
        *(("10", 2), ("20", 2), ("30", 2))
    ]
    assert [one.address_without for one in response.context["in_force"]] == ["/uk/offers/?"]
    assert len(titles(board(client, "?within=10"))) == 3


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
        *("?within=%00", "?within=10&place=x", "?group=%00", "?group=99999999999", "?near=%00"),
        *("?place=%00", "?place=0", "?contract=%00", "?contract=x&contract=mandate", "?shift=" + "y" * 5000),
        *("?pay=99999999999999999999", "?pay=-1", "?pay=%00", "?polish=c9", "?sort=;drop", "?page=%00"),
        *("?page=999999999999", "?page=-5", "?page=x", "?lodging=%00", "?unknown[]=1&%00=2"),
    ],
)
def test_hostile_query_gets_a_page(client, query):
    PublishedFactory(title_pl="Kucharz")

    assert board(client, query).status_code == 200


@pytest.mark.parametrize("known", [{"hours_per_week": 40}, {"hours_per_week": None, "working_time": None}])
@pytest.mark.parametrize("count", [1, 20])
def test_board_query_count(client, django_assert_num_queries, count, known):
    PublishedFactory.create_batch(count, title_uk="Кухар", title_pl="Kucharz", **known)
    snapshot.current(timezone.localdate())
    forget_profile()

    with django_assert_num_queries(4):  # office, the board's version, what the text finds, the cards
        response = board(client, "?q=" + quote("кухар") + "&pay=5000")

    assert len(titles(response)) == count


def test_text_and_cards_are_asked_once_a_board(client, django_assert_num_queries):
    PublishedFactory(title_pl="Kucharz")
    board(client, "?q=kucharz")
    forget_profile()

    with django_assert_num_queries(2):  # office, the board's version
        response = board(client, "?q=kucharz&pay=5000")

    assert titles(response) == ["Kucharz"]

    PublishedFactory(title_pl="Kucharz w barze")
    assert len(titles(board(client, "?q=kucharz"))) == 2


def test_card_is_drawn_in_each_language_and_anew_when_its_offer_changes(client):
    offer = PublishedFactory(title_pl="Kucharz", pay_from=6000)
    said = {language: board(client, language=language).content.decode() for language in ("pl", "uk", "pl")}

    assert "6 000 zł" in said["pl"].replace("\xa0", " ")
    assert "6 000 злотих" in said["uk"].replace("\xa0", " ")

    update_offer(offer=offer, facts={"pay_from": 7000}, version=offer.version, by=UserFactory())
    assert "7 000 злотих" in board(client).content.decode().replace("\xa0", " ")


def test_no_more_cards_are_remembered_than_the_limit(client, monkeypatch):
    monkeypatch.setattr(drawing, "REMEMBERED", 30)
    PublishedFactory.create_batch(45)

    pages = [titles(board(client, f"?page={number}")) for number in (1, 2, 3, 1)]

    assert [len(page) for page in pages] == [20, 20, 5, 20]
    assert pages[0] == pages[3]
    assert len(snapshot.current(timezone.localdate()).cards) <= 30


def test_changed_board_is_read_again(client, django_assert_num_queries):
    board(client)
    PublishedFactory(title_pl="Kucharz")
    forget_profile()

    with django_assert_num_queries(7):  # office, version, the whole board, trades, places, terms, the cards
        response = board(client)

    assert titles(response) == ["Kucharz"]


def test_mistyped_text_takes_two_queries_more(client, django_assert_num_queries):
    PublishedFactory(title_pl="Bibliotekarz")
    board(client, "?q=nieznane")
    forget_profile()

    with django_assert_num_queries(5):  # office, version, the text twice, the cards
        board(client, "?q=biblotekar")


def test_board_turns_pages(client):
    PublishedFactory.create_batch(21)

    response = board(client, "?page=2")

    assert len(titles(response)) == 1
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
    board(client)

    with django_assert_num_queries(4):  # state of the board, its version ×2, entries
        client.get("/uk/offers/feed.atom")
