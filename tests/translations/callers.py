from accounts.models import User
from tests.translations.models import Notice
from translations import registry
from translations.registry import CodedFact


def apply(notice: Notice, texts: dict[str, str], by: User) -> None:
    notice.title_uk, notice.body_uk, notice.applied_by = texts["title"], texts["body"], by.username
    notice.save(update_fields=["title_uk", "body_uk", "applied_by"])


def register() -> None:
    registry.register(
        Notice,
        fields=("title", "body"),
        preview=lambda notice: f"/uk/notices/{notice.pk}/",
        apply=apply,
        facts=lambda notice: [CodedFact("pay", "4 806 zł", "4 806 злотих")],
    )
