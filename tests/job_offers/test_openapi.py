"""The description of the interface, held against what it answers."""

import re
from datetime import date, datetime
from uuid import UUID

import pytest

from tests.job_offers.factories import EmployerFactory, PublishedFactory
from tests.job_offers.test_board_offer import full_offer

pytestmark = pytest.mark.django_db

KINDS = {
    "object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool,
    "null": type(None),
}  # fmt: skip
FORMATS = {
    "date": date.fromisoformat,
    "date-time": datetime.fromisoformat,
    "uuid": UUID,
    "uri": lambda text: re.match(r"https?://", text)[0],
}


def faults(value, schema, whole, place="answer"):
    """What of ``value`` does not follow ``schema``, as sentences: the part of JSON Schema that we use."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return faults(value, whole["components"]["schemas"][name], whole, place)
    if "anyOf" in schema:
        tried = [faults(value, one, whole, place) for one in schema["anyOf"]]
        return [] if [] in tried else tried[0]
    if "const" in schema:
        return [] if value == schema["const"] else [f"{place}: not {schema['const']}"]
    if "enum" in schema:
        return [] if value in schema["enum"] else [f"{place}: {value} is none of the words"]
    kind = KINDS[schema["type"]]
    if not isinstance(value, kind) or (kind in {int, (int, float)} and isinstance(value, bool)):
        return [f"{place}: no {schema['type']}"]
    return _inside(value, schema, whole, place)


def _inside(value, schema, whole, place):
    if schema["type"] == "array":
        places = (f"{place}[{number}]" for number in range(len(value)))
        return [
            fault
            for one, where in zip(value, places, strict=False)
            for fault in faults(one, schema["items"], whole, where)
        ]
    if schema["type"] != "object":
        try:
            FORMATS.get(schema.get("format"), str)(value)
        except (TypeError, ValueError):
            return [f"{place}: no {schema['format']}"]
        return []
    known, rest = schema.get("properties", {}), schema.get("additionalProperties", True)
    told = [f"{place}: {name} is missing" for name in schema.get("required", ()) if name not in value]
    for name, one in value.items():
        inner = known.get(name, rest)
        if inner is False:
            told.append(f"{place}: {name} is not described")
        elif isinstance(inner, dict):
            told += faults(one, inner, whole, f"{place}.{name}")
    return told


@pytest.fixture
def described(client):
    return client.get("/api/v1/openapi.json").json()


def schema_of(described, status):
    answer = described["paths"]["/offers"]["get"]["responses"][status]
    return answer["content"]["application/json"]["schema"]


def test_answers_follow_the_description(client, described):
    full_offer(has_lodging=True, works_on_days_off=True)
    PublishedFactory(employer=EmployerFactory(consents=False), pay_from=32, pay_unit="hour")
    PublishedFactory(place=None, place_name="", pay_from=None, pay_unit="", contact_phone="+48415550102")
    PublishedFactory.create_batch(18)

    body = client.get("/api/v1/offers").json()

    assert faults(body, schema_of(described, "200"), described) == []
    assert body["next"]


def test_refusals_follow_the_description(client, described):
    body = client.get("/api/v1/offers?colour=red&place=1").json()

    assert faults(body, schema_of(described, "400"), described) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"numberOfItems": "1"}, "numberOfItems: no integer"),
        ({"more": 1}, "more is not described"),
        ({"next": 5}, "next"),
        ({"itemListElement": [{}]}, "@type is missing"),
    ],
)
def test_an_answer_that_differs_is_seen(client, described, change, told):
    body = client.get("/api/v1/offers").json() | change

    assert any(told in fault for fault in faults(body, schema_of(described, "200"), described))


def test_every_described_parameter_is_taken_and_every_other_refused(client, described):
    parameters = described["paths"]["/offers"]["get"]["parameters"]

    for parameter in parameters:
        schema = parameter["schema"]
        words = schema.get("items", schema).get("enum", ["x"])
        status = client.get("/api/v1/offers", {parameter["name"]: words[-1]}).status_code
        assert status == (400 if parameter["name"] == "cursor" else 200), parameter["name"]
    assert {"q", "place", "contract", "lodging", "lang", "cursor"} <= {one["name"] for one in parameters}
    assert "sort" not in {one["name"] for one in parameters}


def test_the_description_says_what_it_is(described):
    assert described["openapi"].startswith("3.1.")
    assert described["servers"] == [{"url": "http://testserver/api/v1"}]
