"""The pages of an intake: their addresses, what a browser would post from them."""

from django import forms
from django.urls import reverse

HTMX = {"HX-Request": "true"}


def url(name, person, *args):
    return reverse(f"registration:{name}", args=[person.public_id, *args])


def section_url(person, key):
    return url("intake-section", person, key)


def posted(client, address, **typed):
    """What the browser would post after opening the page at ``address`` and typing ``typed``."""
    context = client.get(address).context
    values = {field.html_name: field.value() for field in context["form"]}
    ticked = {field.html_name for field in context["form"] if isinstance(field.field, forms.BooleanField)}
    kept = {
        name: value for name, value in values.items() if value is not None and (value or name not in ticked)
    }
    seen = context["seen"]
    versions = (
        {"seen": seen} if isinstance(seen, int) else {"seen_client": seen.client, "seen_intake": seen.intake}
    )
    return versions | {"page": str(context["page_key"])} | kept | typed


def text_of(response):
    return " ".join(response.content.decode().split())
