"""Who may open what of the desk's own pages."""

from typing import Any

from messaging.models import Message
from tests.messaging.factories import MessageFactory

ACCESS: dict[str, str] = {
    "desk:today": "staff",
    "desk:search": "staff",
    "desk:search-live": "staff",
    "desk:components": "staff",
    "desk:failed": "staff",
    "desk:failed-retry": "staff",
}


def make_kwargs(name: str) -> dict[str, Any]:
    return {}


def make_data(name: str) -> dict[str, Any]:
    failed = MessageFactory(state=Message.State.FAILED)
    return {"work": f"messaging.message:{failed.pk}"}
