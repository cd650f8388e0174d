"""The public form, opened and looked at for as long as it takes to type."""

from types import SimpleNamespace

from django.core import signing

from registration.enquiries import stamps

FORM = "/uk/register-interest/"
SEND = "/uk/register-interest/send/"
WRITTEN = {"surname": "Коваль", "given_names": "Ірина", "phone": "050 555 01 88", "language": "uk"}


class Clock:
    """What the signatures take for the time."""

    def __init__(self, monkeypatch):
        self.now = 1_800_000_000.0
        monkeypatch.setattr(signing, "time", SimpleNamespace(time=lambda: self.now))

    def wait(self, *, seconds):
        self.now += seconds

    def typed(self, **more):
        """What is posted a minute after the form was opened."""
        stamp = stamps.new()
        self.wait(seconds=60)
        return WRITTEN | {"stamp": stamp} | more
