"""The settings page of retention: the rules, and what falls due by them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from accounts.permissions import Act, requires
from pup_portal.http import DeskRequest, page_of
from reference.models import LegalRuleKey
from registration import rights_services as services
from registration.models import RetentionNotice
from registration.retention import RetentionKey


@require_safe
@requires(Act.SEE_SETTINGS)
def overview(request: DeskRequest) -> HttpResponse:
    """Rules for both readers; the numbers of the records for the manager, whose eyes release them."""
    today = timezone.localdate()
    notices = RetentionNotice.objects.select_related("client", "seen_by")
    may_decide = request.user.may(Act.DECIDE_RIGHTS)
    newest = notices.order_by("-pk").values_list("pk", flat=True).first()
    context = {
        "rules": LegalRuleKey.objects.filter(code__in=list(RetentionKey)).with_value_on(today),
        "page": page_of(request, notices),
        "unseen": notices.filter(seen_at=None).count(),
        "newest": newest or 0,
        "may_decide": may_decide,
    }
    return render(request, "registration/retention.html", context)


@require_POST
@requires(Act.DECIDE_RIGHTS)
def due_seen(request: DeskRequest) -> HttpResponse:
    newest = request.POST.get("newest", "")
    up_to = int(newest) if newest.isdecimal() and len(newest) < 19 else 0
    count = services.mark_due_seen(up_to=up_to, by=request.user)
    text = ngettext("%(count)s record is released.", "%(count)s records are released.", count)
    messages.success(request, text % {"count": count} if count else _("There was nothing new."))
    return redirect("retention:overview")
