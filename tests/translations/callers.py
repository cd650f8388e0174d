from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html

from accounts.models import User
from tests.translations.models import Notice
from translations import registry
from translations.models import Urgency
from translations.registry import CodedFact, Translatable


def apply(notice: Notice, texts: dict[str, str], by: User) -> None:
    notice.title_uk, notice.body_uk, notice.applied_by = texts["title"], texts["body"], by.username
    notice.save(update_fields=["title_uk", "body_uk", "applied_by"])


def preview_with(request: HttpRequest, notice: Notice, texts: Mapping[str, str]) -> HttpResponse:
    notice.title_uk = texts["title"]
    return HttpResponse(format_html("<h1>{}</h1><p>{}</p>", notice.title_uk, texts["body"]))


def register() -> None:
    registry.register(
        Translatable(
            Notice,
            fields=("title", "body"),
            preview=lambda notice: f"/uk/notices/{notice.pk}/",
            apply=apply,
            facts=lambda notice: [CodedFact("pay", "4 806 zł", "4 806 злотих")],
            urgency=lambda notice: Urgency(notice.urgency),
        )
    )
    registry.register_preview(Notice, preview_with)
    registry.register_published(Notice, lambda: Notice.objects.filter(is_published=True))
