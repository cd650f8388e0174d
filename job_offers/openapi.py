"""The description of ``/api/v1`` in OpenAPI 3.1: parameters from the form that reads them, answers by hand.

A test holds the answers against it, so neither can change alone.
"""

from typing import Any

from django import forms

_WHY = {
    "q": "Words in any form, in Polish or Ukrainian.",
    "lang": "Language of the answer; an offer without a reviewed Ukrainian text comes in Polish, see its inLanguage.",
    "cursor": "Where the page begins, as the answer before gave it in its next.",
    "place": "TERC code of a gmina or city, six digits.",
    "pay": "At least this gross pay in PLN a month of the offered hours.",
    "polish": "Needs no more Polish than this.",
}
_TEXT = {"type": "string"}
_DAY = {"type": "string", "format": "date"}
_MOMENT = {"type": "string", "format": "date-time"}
_ADDRESS = {"type": "string", "format": "uri"}
_NUMBER = {"type": "number"}


def _record(required: str, /, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {
            f"@{name[3:]}" if name.startswith("at_") else name: one for name, one in properties.items()
        },
        "required": [f"@{name[3:]}" if name.startswith("at_") else name for name in required.split()],
        "additionalProperties": False,
    }


_ORGANISATION = _record("at_type name", at_type={"const": "Organization"}, name=_TEXT)
_PLACE = _record(
    "at_type address",
    at_type={"const": "Place"},
    address=_record(
        "at_type addressLocality addressCountry",
        at_type={"const": "PostalAddress"},
        addressLocality=_TEXT,
        addressCountry={"const": "PL"},
        streetAddress=_TEXT,
    ),
)
_PAY = _record(
    "at_type currency value",
    at_type={"const": "MonetaryAmount"},
    currency={"const": "PLN"},
    value=_record(
        "at_type unitText",
        at_type={"const": "QuantitativeValue"},
        unitText={"enum": ["HOUR", "MONTH"]},
        minValue=_NUMBER,
        maxValue=_NUMBER,
    ),
)
_POSTING = _record(
    "at_type at_id url identifier inLanguage title description datePosted validThrough employmentType directApply",
    at_type={"const": "JobPosting"},
    at_id=_ADDRESS,
    url=_ADDRESS,
    identifier={"type": "string", "format": "uuid"},
    inLanguage={"enum": ["uk", "pl"]},
    title=_TEXT,
    description=_TEXT,
    datePosted=_MOMENT,
    validThrough=_DAY,
    employmentType={
        "type": "array",
        "items": {"enum": ["FULL_TIME", "PART_TIME", "TEMPORARY", "CONTRACTOR", "OTHER"]},
    },
    hiringOrganization={"anyOf": [{"const": "confidential"}, _ORGANISATION]},
    directApply={"type": "boolean"},
    jobLocation=_PLACE,
    totalJobOpenings={"type": "integer"},
    baseSalary=_PAY,
    workHours=_TEXT,
    jobBenefits=_TEXT,
    jobImmediateStart={"type": "boolean"},
    jobStartDate=_DAY,
    sameAs=_ADDRESS,
)
_LIST = _record(
    "at_context at_type numberOfItems next itemListElement",
    at_context={"const": "https://schema.org"},
    at_type={"const": "ItemList"},
    numberOfItems={"type": "integer"},
    next={"anyOf": [_ADDRESS, {"type": "null"}]},
    itemListElement={"type": "array", "items": {"$ref": "#/components/schemas/JobPosting"}},
)
_ERROR = _record(
    "error",
    error=_TEXT,
    parameters={"type": "object", "additionalProperties": {"type": "array", "items": _TEXT}},
)


def description(form: forms.Form, server: str) -> dict[str, Any]:
    """The whole document, for ``form`` with its choices filled in and the interface at ``server``."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Job offers of the labour office",
            "version": "1",
            "description": "Live offers, each a schema.org JobPosting. Unknown facts are left out. No key is needed.",
        },
        "servers": [{"url": server}],
        "paths": {"/offers": {"get": _operation(form)}},
        "components": {"schemas": {"JobPosting": _POSTING, "ItemList": _LIST, "Error": _ERROR}},
    }


def _operation(form: forms.Form) -> dict[str, Any]:
    return {
        "operationId": "listOffers",
        "summary": "Live offers, the newest first, twenty at a time.",
        "parameters": [_parameter(name, field) for name, field in form.fields.items()],
        "responses": {
            "200": _answer("A page of offers.", "ItemList"),
            "304": {"description": "Nothing has changed since the answer with this ETag."},
            "400": _answer("A parameter is wrong or unknown.", "Error"),
            "403": _answer("Asked over plain HTTP.", "Error"),
            "429": _answer("Asked too often.", "Error")
            | {
                "headers": {"Retry-After": {"schema": {"type": "integer"}, "description": "Seconds to wait."}}
            },
        },
    }


def _answer(words: str, schema: str) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    return {"description": words, "content": content}


def _parameter(name: str, field: forms.Field) -> dict[str, Any]:
    schema: dict[str, Any] = dict(_TEXT)
    if isinstance(field, forms.BooleanField):
        schema = {"enum": ["on"]}
    elif isinstance(field, forms.ChoiceField):
        choices: Any = field.choices
        schema = {"enum": [str(code) for code, _label in choices if code != ""]}
    if isinstance(field, forms.MultipleChoiceField):
        schema = {"type": "array", "items": schema}
    words = _WHY.get(name) or str(field.label or name)
    return {"name": name, "in": "query", "required": False, "description": words, "schema": schema}
