"""The work list of the demonstration: what readers wait for, a page somebody has open, work for a second person."""

from datetime import timedelta

from django.utils import timezone

from accounts.models import User
from accounts.permissions import Role
from job_offers.models import Offer
from job_offers.services import offers
from translations import editing_services, review_services
from translations.models import Editing, Status, Translation, Urgency

ADDED = "\nPrzeszkolenie na stanowisku pracy."


def hand_out(staff: dict[Role, User]) -> int:
    """Give the work out once, and say how much of it there is."""
    if not Editing.objects.exists():
        _change_published(staff[Role.BROKER])
        wanted = Translation.objects.of(Offer).exclude(urgency=Urgency.NONE)
        drafts = wanted.filter(status=Status.DRAFT).order_by("pk")
        for days, translation in enumerate(drafts):
            since = timezone.now() - timedelta(days=days % 9, hours=days)
            Translation.objects.filter(pk=translation.pk).update(waiting_since=since)
        for translation in drafts[:2]:
            _hand_over(translation, staff[Role.ADVISER])
        for translation in drafts[2:3]:
            _leave_open(translation, staff[Role.BROKER])
    return Translation.objects.to_do().count()


def _change_published(broker: User) -> None:
    """Two offers on the board say more than their translation; on a third only a slip was corrected."""
    shown = Offer.objects.filter(state=Offer.State.PUBLISHED).order_by("-pk")
    approved = Translation.objects.of(Offer).filter(status=Status.REVIEWED).values("object_id")
    for number, offer in enumerate(shown.filter(pk__in=approved)[:3]):
        duties = str(offer.duties_pl)
        facts = {"duties_pl": duties + ("." if number == 2 else ADDED)}
        offers.update_offer(offer=offer, facts=facts, version=offer.version, by=broker, is_minor=number == 2)


def _hand_over(translation: Translation, adviser: User) -> None:
    """The adviser has corrected the first sentence and asks the coordinator to look."""
    first = translation.segments.exclude(text_uk="").first()
    texts = {first.pk: first.text_uk.rstrip(".")} if first else {}
    review_services.make_ready(translation=translation, texts=texts, version=translation.version, by=adviser)


def _leave_open(translation: Translation, broker: User) -> None:
    """The broker has been typing and not saved; the page counts as open until the evening."""
    held = editing_services.open_for_editing(translation=translation, by=broker)
    first = translation.segments.exclude(text_uk="").first()
    texts = {first.pk: f"{first.text_uk} (…)"} if first else {}
    editing_services.keep_typed(translation=translation, page=held.page, sequence=1, texts=texts, by=broker)
    Editing.objects.filter(pk=held.pk).update(seen_at=timezone.now() + timedelta(hours=8))
