"""What an employer answers through a link, and how the offer follows."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from job_offers import lapse
from job_offers.confirming import links, services
from job_offers.confirming.vocabulary import Answer, Outcome
from job_offers.models import BoardEntry, EmployerLink, Offer
from reference.models import LegalRule
from tests.job_offers.confirming.answering import asked, page_of
from tests.job_offers.factories import PublishedFactory
from tests.registration.pages import text_of

pytestmark = pytest.mark.django_db

State = Offer.State


def send(client, token, **typed):
    return client.post(page_of(token), {"answer": Answer.STILL, "posts": "3"} | typed)


def fresh(offer):
    return Offer.objects.get(pk=offer.pk)


def test_opening_the_page_changes_nothing(client):
    link, token = asked(title_pl="Piekarz", posts=3)

    page = client.get(page_of(token))

    assert page.status_code == 200
    assert "Piekarz" in text_of(page)
    assert page.context["form"]["posts"].value() == 3
    assert EmployerLink.objects.get().answered_at is None
    assert fresh(link.offer).version == link.offer.version


def test_who_still_looks_for_people_confirms_the_offer_and_its_posts(client):
    today = timezone.localdate()
    link, token = asked(posts=5, posts_disabled=4, confirmed_on=today - timedelta(days=20))

    response = client.post(page_of(token), {"answer": "still", "posts": "2"}, follow=True)

    offer = fresh(link.offer)
    assert response.status_code == 200
    assert (offer.state, offer.confirmed_on, offer.posts, offer.posts_disabled) == ("published", today, 2, 2)
    assert EmployerLink.objects.get().outcome == Outcome.DONE


def test_the_confirmed_offer_is_valid_at_least_until_it_must_be_confirmed_again(client):
    today = timezone.localdate()
    link, token = asked(valid_until=today + timedelta(days=1))
    _later, other = asked(valid_until=today + timedelta(days=400))

    send(client, token)
    send(client, other)

    assert fresh(link.offer).valid_until == today + timedelta(days=lapse.confirmation_days(today))
    assert fresh(_later.offer).valid_until == today + timedelta(days=400)


@pytest.mark.parametrize("state", [State.UNCONFIRMED, State.EXPIRED])
def test_an_offer_that_left_the_board_comes_back_when_it_is_confirmed(client, state):
    link, token = asked()
    Offer.objects.filter(pk=link.offer.pk).update(
        state=state, closed_on=timezone.localdate() if state == State.EXPIRED else None
    )
    BoardEntry.objects.all().delete()

    send(client, token)

    assert fresh(link.offer).state == State.PUBLISHED
    assert fresh(link.offer).published_by == link.offer.published_by
    assert BoardEntry.objects.filter(offer=link.offer).exists()


@pytest.mark.parametrize(("answer", "state"), [("filled", State.FILLED), ("stopped", State.WITHDRAWN)])
def test_who_needs_nobody_closes_the_offer(client, answer, state):
    link, token = asked()

    send(client, token, answer=answer)

    assert fresh(link.offer).state == state
    assert not BoardEntry.objects.exists()
    assert EmployerLink.objects.get().posts is None
    assert client.get(f"/uk/offers/{link.offer.public_id}/").status_code == 410


def test_an_answer_the_offer_cannot_follow_waits_for_a_broker(client):
    """The minimum wage has risen since the offer was published: readers must not see the old pay again."""
    link, token = asked(pay_from=4700, pay_unit="month")
    LegalRule.objects.filter(key__code="minimum-wage-month").update(value=9000)

    page = send(client, token, posts="7")

    link = EmployerLink.objects.get()
    assert page.status_code == 302
    assert (link.outcome, link.posts, fresh(link.offer).posts) == (Outcome.HELD, 7, 1)
    assert link.held_because
    assert "will call you" in text_of(client.get(page_of(token, "en")))


def test_an_answer_to_a_closed_offer_waits_for_a_broker(client):
    link, token = asked()
    services.publication.fill_offer(offer=link.offer, by=None)

    send(client, token)

    assert fresh(link.offer).state == State.FILLED
    assert EmployerLink.objects.waiting().count() == 1


def test_a_remark_waits_for_a_broker_though_the_offer_followed(client):
    link, token = asked()

    send(client, token, note="Od lipca\npłacimy 40 zł za godzinę.")

    assert EmployerLink.objects.waiting().get().note == "Od lipca płacimy 40 zł za godzinę."
    assert fresh(link.offer).confirmed_on == timezone.localdate()


def test_the_same_answer_twice_is_one_and_another_one_is_not_taken(client):
    link, token = asked()
    send(client, token)
    version = fresh(link.offer).version

    services.take_answer(token=token, answer=Answer.STILL, posts=3)
    with pytest.raises(services.AnsweredAlready):
        services.take_answer(token=token, answer=Answer.FILLED)
    again = send(client, token, answer="filled")

    assert again.status_code == 200
    assert fresh(link.offer).state == State.PUBLISHED
    assert fresh(link.offer).version == version


def test_a_link_works_for_two_weeks(client):
    link, token = asked()
    EmployerLink.objects.update(
        made_at=timezone.now() - timedelta(days=15), expires_at=timezone.now() - timedelta(days=1)
    )

    assert client.get(page_of(token)).status_code == 410
    assert send(client, token).status_code == 410
    with pytest.raises(services.LinkOver):
        services.take_answer(token=token, answer=Answer.FILLED)
    assert fresh(link.offer).version == link.offer.version


@pytest.mark.parametrize("token", ["x", "ж" * 40, "%00", "A" * 2000, "..%2F..", "' OR 1=1 --"])
def test_a_wrong_link_tells_nothing(client, token):
    link, _token = asked(title_pl="Piekarz")

    response = client.get(page_of(token))

    assert response.status_code == 404
    assert "Piekarz" not in text_of(response)
    with pytest.raises(services.LinkOver):
        services.take_answer(token=token, answer=Answer.FILLED)
    assert fresh(link.offer).state == State.PUBLISHED


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"answer": ""}, "answer"),
        ({"answer": "burn"}, "answer"),
        ({"posts": "0"}, "posts"),
        ({"posts": "-3"}, "posts"),
        ({"posts": "many"}, "posts"),
        ({"posts": "9" * 30}, "posts"),
        ({"note": "x" * 301}, "note"),
    ],
)
def test_mistakes_are_explained_and_nothing_typed_is_lost(client, typed, field):
    _link, token = asked()

    response = send(client, token, **{"note": "Proszę dzwonić rano."} | typed)

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert response.context["form"]["note"].value() == typed.get("note", "Proszę dzwonić rano.")
    assert EmployerLink.objects.get().answered_at is None


def test_the_token_is_kept_nowhere():
    link, token = asked()

    assert token not in str(EmployerLink.objects.values_list().get())
    assert links.find(token) == link
    assert links.find(link.token_hash) is None


@pytest.mark.parametrize("language", ["pl", "uk", "en"])
def test_the_page_stays_with_who_opened_it(client, language):
    _link, token = asked()

    page = client.get(page_of(token, language))

    assert "no-store" in page["Cache-Control"]
    assert "same-origin" in page["Referrer-Policy"]
    assert f'<html lang="{language}"' in text_of(page)


@pytest.mark.django_db(transaction=True)
def test_two_answers_at_one_moment_are_one():
    offer = PublishedFactory()
    _link, token = links.make(offer, by=None)
    done = []

    def answer(which):
        try:
            services.take_answer(token=token, answer=which)
        except services.AnsweredAlready:
            done.append("refused")
        else:
            done.append(which)
        finally:
            connection.close()

    threads = [threading.Thread(target=answer, args=(one,)) for one in (Answer.FILLED, Answer.STOPPED)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert "refused" in done
    assert len(done) == 2
    assert (
        fresh(offer).state
        == {"filled": State.FILLED, "stopped": State.WITHDRAWN}[EmployerLink.objects.get().answer]
    )
