"""Who may open what of the desk's own pages."""

from typing import Any

ACCESS: dict[str, str] = {
    "desk:today": "staff",
    "desk:search": "staff",
    "desk:components": "staff",
    "desk:failed": "staff",
    "desk:failed-retry": "staff",
}


def make_kwargs(name: str) -> dict[str, Any]:
    return {}
