"""The worker's half of a person's rights: one approved request is carried out."""

from collections.abc import Callable

from django.conf import settings
from django.utils import timezone, translation

from accounts.access_log import AccessKind, record_by
from pup_portal.background import leased
from registration import erasing, exporting
from registration.models import RightsRequest, RightsWork
from registration.rights_data import drop_files
from registration.vocabulary import Right, RightsState


def do(work_id: int) -> bool:
    """Export or erase if it is still owed; say whether this call did it."""
    with leased(RightsWork, work_id) as work:
        if work is None:
            return False
        request = work.request
        record_by(
            request.decided_by,
            kind=_KINDS[request.right],
            subjects=[request.client],
            purpose="",
            source=_SOURCE,
        )
        work.then(_DO[Right(request.right)](work))
    return True


def forget_expired() -> int:
    """Delete the exported files whose time is over; say how many there were."""
    return drop_files(RightsWork.objects.filter(expires_at__lte=timezone.now()))


def _export(work: RightsWork) -> Callable[[], None]:
    exporting.make(work)
    return lambda: _close(work, RightsState.DONE)


def _erase(work: RightsWork) -> Callable[[], None]:
    """A hold that was placed after the approval still counts: the request ends as refused, with the reason."""
    with translation.override(settings.MODELTRANSLATION_DEFAULT_LANGUAGE):  # kept in the office's language
        reasons = erasing.erase(work)
    if reasons:
        return lambda: _close(work, RightsState.REFUSED, answer=" ".join(reasons)[:500])
    return lambda: _close(work, RightsState.DONE)


def _close(work: RightsWork, state: RightsState, **more: str) -> None:
    RightsRequest.objects.filter(pk=work.request_id, state=RightsState.APPROVED).update(state=state, **more)


_SOURCE = "registration.tasks.do_right"
_KINDS = {Right.EXPORT.value: AccessKind.EXPORT, Right.ERASE.value: AccessKind.ERASE}
_DO: dict[Right, Callable[[RightsWork], Callable[[], None]]] = {Right.EXPORT: _export, Right.ERASE: _erase}
