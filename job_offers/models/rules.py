"""What the database itself promises about an offer, whoever writes it."""

from django.db.models import BaseConstraint, CheckConstraint, F, Index, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

_SHOWN = ("published", "unconfirmed", "expired")  # was on the board, and may be again
_CLOSED = ("expired", "filled", "withdrawn")

OFFER_RULES: list[BaseConstraint] = [
    CheckConstraint(
        name="offer_state_is_known",
        condition=Q(
            state__in=["draft", "ready", "published", "unconfirmed", "expired", "filled", "withdrawn"]
        ),
    ),
    UniqueConstraint(
        name="offer_source_id_is_unique",
        fields=["source", "source_id"],
        condition=~Q(source_id=""),
        violation_error_message=_("This offer has been taken over from its source already."),
    ),
    CheckConstraint(
        name="offer_of_the_feed_has_its_key",
        condition=~Q(source="feed") | ~Q(source_id=""),
    ),
    CheckConstraint(
        name="offer_pay_from_is_not_above_pay_to",
        condition=Q(pay_from=None) | Q(pay_to=None) | Q(pay_from__lte=F("pay_to")),
        violation_error_message=_("The lower end of the pay must not be above the upper end."),
    ),
    CheckConstraint(
        name="offer_pay_is_positive",
        condition=(Q(pay_from=None) | Q(pay_from__gt=0)) & (Q(pay_to=None) | Q(pay_to__gt=0)),
        violation_error_message=_("Pay must be above zero."),
    ),
    CheckConstraint(
        name="offer_pay_has_a_unit",
        condition=Q(pay_from=None, pay_to=None) | ~Q(pay_unit=""),
        violation_error_message=_("Say whether the pay is for a month or for an hour."),
    ),
    CheckConstraint(
        name="offer_has_posts",
        condition=Q(posts__gte=1),
        violation_error_message=_("An offer has at least one post."),
    ),
    CheckConstraint(
        name="offer_posts_for_disabled_are_among_posts",
        condition=Q(posts_disabled__lte=F("posts")),
        violation_error_message=_("There cannot be more posts for persons with a disability than posts."),
    ),
    CheckConstraint(
        name="offer_working_time_is_a_part_of_full_time",
        condition=Q(working_time=None) | Q(working_time__gt=0, working_time__lte=1),
        violation_error_message=_("Working time is a part of full time: above 0, at most 1."),
    ),
    CheckConstraint(
        name="offer_hours_fit_into_a_week",
        condition=Q(hours_per_week=None) | Q(hours_per_week__gt=0, hours_per_week__lte=168),
        violation_error_message=_("Enter hours a week between 1 and 168."),
    ),
    CheckConstraint(
        name="offer_ends_after_it_starts",
        condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
        violation_error_message=_("Work must not end before it starts."),
    ),
    CheckConstraint(
        name="offer_published_at_and_by_together",
        condition=Q(published_at=None, published_by=None)
        | Q(published_at__isnull=False, published_by__isnull=False),
    ),
    CheckConstraint(
        name="offer_on_the_board_is_complete",
        condition=~Q(state__in=_SHOWN)
        | (
            Q(title_pl__isnull=False, valid_until__isnull=False, published_at__isnull=False) & ~Q(title_pl="")
        ),
        violation_error_message=_(
            "A published offer needs a Polish title and a day until which it is valid."
        ),
    ),
    CheckConstraint(
        name="offer_closed_on_when_closed",
        condition=Q(state__in=_CLOSED, closed_on__isnull=False) | (~Q(state__in=_CLOSED) & Q(closed_on=None)),
    ),
    CheckConstraint(
        name="offer_withdrawn_with_a_reason",
        condition=Q(state="withdrawn", withdrawn_reason__gt="")
        | (~Q(state="withdrawn") & Q(withdrawn_reason="")),
        violation_error_message=_("Say why the offer is withdrawn."),
    ),
]

OFFER_INDEXES: list[Index] = [
    Index(fields=["state", "-changed_at", "-id"], name="offer_by_state"),
    Index(
        fields=["-changed_at", "-id"],
        name="offer_still_open",
        condition=Q(state__in=("draft", "ready", "published", "unconfirmed")),
    ),
    Index(
        fields=["valid_until"],
        name="offer_live_by_validity",
        condition=Q(state="published"),
    ),
    Index(
        fields=["confirmed_on"],
        name="offer_to_confirm",
        condition=Q(state__in=("published", "unconfirmed")) & ~Q(source="feed"),
    ),
    Index(F("source_number"), name="offer_by_source_number", condition=~Q(source_number="")),
]
