"""What may be done to many offers at once, and by whom."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Act


class BulkAct(models.TextChoices):
    READY = "ready", _("mark as ready for publication")
    PUBLISH = "publish", _("publish")
    TRANSLATE = "translate", _("ask for a Ukrainian draft")
    NAME = "name", _("name the positions for women and men")
    WITHDRAW = "withdraw", _("withdraw")


NEEDS: dict[BulkAct, Act] = {
    BulkAct.READY: Act.EDIT_OFFERS,
    BulkAct.PUBLISH: Act.PUBLISH_OFFERS,
    BulkAct.TRANSLATE: Act.EDIT_OFFERS,
    BulkAct.NAME: Act.EDIT_OFFERS,
    BulkAct.WITHDRAW: Act.PUBLISH_OFFERS,
}


def acts_of(user: User) -> list[BulkAct]:
    return [act for act in BulkAct if user.may(NEEDS[act])]
