"""The question, as the manual of the service writes it (SOAP 1.1)."""

from enum import StrEnum
from xml.sax.saxutils import escape

SOAP_ACTION = "http://oferty.praca.gov.pl/oferta/Dane"
HEADERS = {"Content-Type": "text/xml; charset=utf-8", "SOAPAction": f'"{SOAP_ACTION}"'}
ALL = "all"
_ENVELOPE = """<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" \
xmlns:ofer="http://oferty.praca.gov.pl/v2/oferta">
<soapenv:Header/>
<soapenv:Body><ofer:Dane><pytanie>
<Partner>{partner}</Partner>
<Jezyk>{language}</Jezyk>
<Kryterium>{criterion}</Kryterium>
</pytanie></ofer:Dane></soapenv:Body>
</soapenv:Envelope>
"""


class FeedLanguage(StrEnum):
    """In which language the offers are wanted, in the codes of the service: Ukrainian is not "uk" there."""

    POLISH = "pl"
    RUSSIAN = "ru"
    BELARUSIAN = "by"
    ENGLISH = "en"
    UKRAINIAN = "ua"


def question(*, partner: str, criterion: str, language: FeedLanguage = FeedLanguage.POLISH) -> bytes:
    """The body to post. ``criterion`` is a code of ``FEED_UNITS``: exactly one is sent, or the service refuses."""
    return _ENVELOPE.format(
        partner=escape(partner), language=language.value, criterion=_criterion(criterion)
    ).encode()


def _criterion(criterion: str) -> str:
    if criterion == ALL:
        return "<Wszystkie>true</Wszystkie>"
    name = "Wojewodztwo" if len(criterion) == 2 else "Jednostka"
    return f"<{name}>{escape(criterion)}</{name}>"
