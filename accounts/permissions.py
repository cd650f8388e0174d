"""Who may do what: the office's role matrix as data. Everything that asks reads it here.

The source is the matrix of roles in docs/architecture.md, which is generated from this module.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    COORDINATOR = "coordinator", _("coordinator")
    ADVISER = "adviser", _("client adviser")
    BROKER = "broker", _("job broker")
    COUNSELLOR = "counsellor", _("career counsellor")
    MANAGER = "manager", _("manager")
    ADMINISTRATOR = "administrator", _("administrator")


class Act(models.TextChoices):
    """One thing a member of staff may be allowed to do."""

    SEE_CLIENTS = "see_clients", _("see clients")
    EDIT_CLIENTS = "edit_clients", _("register and edit clients")
    SEE_CLIENT_ADDRESS = "see_client_address", _("see the address of a client")
    SEE_CLIENT_IDENTIFIERS = (
        "see_client_identifiers",
        _("type PESEL and document of a client, and search by them"),
    )
    SEE_MASKED_IDENTIFIERS = (
        "see_masked_identifiers",
        _("see the last digits of PESEL and document of a client"),
    )
    REVEAL_CLIENT_IDENTIFIERS = (
        "reveal_client_identifiers",
        _("reveal PESEL, document, health and situations of a client, with a reason"),
    )
    SEE_PAPERS = "see_papers", _("see papers and consents")
    EDIT_PAPERS = "edit_papers", _("make papers and record consents")
    ASK_RIGHTS = "ask_rights", _("ask for export or erasure of a person's data, restrict its use")
    DECIDE_RIGHTS = "decide_rights", _("approve and do export and erasure, lift restrictions, place holds")
    SEE_CVS = "see_cvs", _("see CVs with the name")
    SEE_ANONYMOUS_CVS = "see_anonymous_cvs", _("see CVs without the name")
    EDIT_CVS = "edit_cvs", _("make and edit CVs")
    SEE_OFFERS = "see_offers", _("see employers and offers")
    EDIT_OFFERS = "edit_offers", _("edit employers and offers, import the feed")
    SEE_TRANSLATIONS = "see_translations", _("see translations")
    DRAFT_TRANSLATIONS = "draft_translations", _("draft translations")
    REVIEW_TRANSLATIONS = "review_translations", _("approve translations")
    PUBLISH_OFFERS = "publish_offers", _("publish offers")
    PUBLISH_UNREVIEWED_OFFERS = (
        "publish_unreviewed_offers",
        _("publish offers whose Ukrainian text is not approved"),
    )
    OVERRIDE_OFFER_CHECKS = (
        "override_offer_checks",
        _("pass over a soft check of an offer, with a reason"),
    )
    SEE_MEETINGS = "see_meetings", _("see meetings")
    EDIT_MEETINGS = "edit_meetings", _("plan and hold meetings")
    SEE_SETTINGS = "see_settings", _("see the office settings")
    EDIT_SETTINGS = "edit_settings", _("edit the office settings, dictionaries, rules and staff")
    SEE_FAILED_WORK = "see_failed_work", _("see failed work and try it again")
    SEE_ACCESS_LOG = "see_access_log", _("see the access log")
    USE_DESK = "use_desk", _("use the desk")


ROLE_ACTS: dict[Role, frozenset[Act]] = {
    # Named one by one, like every role's: a new act belongs to nobody until somebody decides.
    Role.COORDINATOR: frozenset(
        {
            Act.USE_DESK,
            Act.SEE_CLIENTS,
            Act.EDIT_CLIENTS,
            Act.SEE_CLIENT_ADDRESS,
            Act.SEE_CLIENT_IDENTIFIERS,
            Act.SEE_MASKED_IDENTIFIERS,
            Act.REVEAL_CLIENT_IDENTIFIERS,
            Act.SEE_PAPERS,
            Act.EDIT_PAPERS,
            Act.ASK_RIGHTS,
            Act.SEE_CVS,
            Act.SEE_ANONYMOUS_CVS,
            Act.EDIT_CVS,
            Act.SEE_OFFERS,
            Act.EDIT_OFFERS,
            Act.SEE_TRANSLATIONS,
            Act.DRAFT_TRANSLATIONS,
            Act.PUBLISH_OFFERS,
            Act.OVERRIDE_OFFER_CHECKS,
            Act.PUBLISH_UNREVIEWED_OFFERS,
            Act.SEE_MEETINGS,
            Act.EDIT_MEETINGS,
            Act.SEE_FAILED_WORK,
        }
    ),
    Role.ADVISER: frozenset(
        {
            Act.USE_DESK,
            Act.SEE_CLIENTS,
            Act.EDIT_CLIENTS,
            Act.SEE_CLIENT_ADDRESS,
            Act.SEE_CLIENT_IDENTIFIERS,
            Act.SEE_MASKED_IDENTIFIERS,
            Act.REVEAL_CLIENT_IDENTIFIERS,
            Act.SEE_PAPERS,
            Act.EDIT_PAPERS,
            Act.ASK_RIGHTS,
            Act.SEE_CVS,
            Act.SEE_ANONYMOUS_CVS,
            Act.EDIT_CVS,
            Act.SEE_OFFERS,
            Act.SEE_TRANSLATIONS,
            Act.DRAFT_TRANSLATIONS,
            Act.SEE_MEETINGS,
            Act.EDIT_MEETINGS,
            Act.SEE_FAILED_WORK,
        }
    ),
    Role.BROKER: frozenset(
        {
            Act.USE_DESK,
            Act.SEE_CLIENTS,
            Act.SEE_ANONYMOUS_CVS,
            Act.SEE_OFFERS,
            Act.EDIT_OFFERS,
            Act.SEE_TRANSLATIONS,
            Act.DRAFT_TRANSLATIONS,
            Act.PUBLISH_OFFERS,
            Act.OVERRIDE_OFFER_CHECKS,
            Act.SEE_MEETINGS,
            Act.SEE_FAILED_WORK,
        }
    ),
    Role.COUNSELLOR: frozenset(
        {
            Act.USE_DESK,
            Act.SEE_CLIENTS,
            Act.SEE_CLIENT_ADDRESS,
            Act.SEE_CVS,
            Act.SEE_ANONYMOUS_CVS,
            Act.EDIT_CVS,
            Act.SEE_OFFERS,
            Act.SEE_MEETINGS,
            Act.SEE_FAILED_WORK,
        }
    ),
    Role.MANAGER: frozenset(
        {
            Act.USE_DESK,
            Act.SEE_CLIENTS,
            Act.SEE_CLIENT_ADDRESS,
            Act.SEE_MASKED_IDENTIFIERS,
            Act.REVEAL_CLIENT_IDENTIFIERS,
            Act.SEE_PAPERS,
            Act.DECIDE_RIGHTS,
            Act.SEE_CVS,
            Act.SEE_ANONYMOUS_CVS,
            Act.SEE_OFFERS,
            Act.PUBLISH_OFFERS,
            Act.OVERRIDE_OFFER_CHECKS,
            Act.PUBLISH_UNREVIEWED_OFFERS,
            Act.SEE_TRANSLATIONS,
            Act.SEE_MEETINGS,
            Act.EDIT_MEETINGS,
            Act.SEE_SETTINGS,
            Act.SEE_FAILED_WORK,
            Act.SEE_ACCESS_LOG,
        }
    ),
    Role.ADMINISTRATOR: frozenset(
        {Act.USE_DESK, Act.SEE_SETTINGS, Act.EDIT_SETTINGS, Act.SEE_FAILED_WORK, Act.SEE_ACCESS_LOG}
    ),
}

# Acts an administrator may give to single members of staff of these roles, over what the role brings.
GRANTABLE: dict[Act, frozenset[Role]] = {
    Act.REVIEW_TRANSLATIONS: frozenset({Role.COORDINATOR, Role.ADVISER}),
}

type View = Callable[..., HttpResponseBase]


def requires(act: Act) -> Callable[[View], View]:
    """Gate a desk view by role: who may not ``act`` gets the page that says so (403)."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.may(act):  # type: ignore[union-attr]
                raise PermissionDenied(act.label)
            return view(request, *args, **kwargs)

        guarded.act = act  # type: ignore[attr-defined]
        return guarded

    return decorate
