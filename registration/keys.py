"""Keeping the keys of names beside the clients they belong to."""

from collections.abc import Iterable

from django.db import connection

from registration import names
from registration.models import Client, NameKey, NameWord

type Key = tuple[NameKey.Kind, str]


def keys_of(client: Client) -> list[Key]:
    """Every key under which ``client`` is found: as written, by sound, and by two sounds together."""
    written = names.written_words(client)
    kept = names.sounds_of(written)
    return [
        *((NameKey.Kind.WRITTEN, word) for word in written),
        *((NameKey.Kind.SOUND, sound) for sound in kept),
        *((NameKey.Kind.PAIR, key) for key in names.pairs_of(kept)),
    ]


def index(client: Client) -> None:
    """Make the stored keys of ``client`` those of the present names. Call in the names' transaction."""
    wanted = set(keys_of(client))
    held = {(NameKey.Kind(key.kind), key.key): key.pk for key in client.name_keys.all()}
    NameKey.objects.filter(pk__in=[pk for key, pk in held.items() if key not in wanted]).delete()
    missing = sorted(wanted - held.keys())
    add_words(key for kind, key in missing if kind == NameKey.Kind.SOUND)
    NameKey.objects.bulk_create(NameKey(client=client, kind=kind, key=key) for kind, key in missing)


def add_words(sounds: Iterable[str]) -> None:
    """Let typos in ``sounds`` be found. In order, so that two registrations at once cannot block each other."""
    NameWord.objects.bulk_create(
        (NameWord(sound=sound, near=sorted(names.near_misses(sound))) for sound in sorted(set(sounds))),
        ignore_conflicts=True,
    )


def unknown(sounds: Iterable[str]) -> set[str]:
    """Those of ``sounds`` that are no word yet: of many people's, hardly any. Call in their transaction.

    The lock is the one of adding a word: it lets others add theirs, and ``forget`` waits for us.
    """
    asked = set(sounds)
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {NameWord._meta.db_table} IN ROW EXCLUSIVE MODE")
    return asked.difference(NameWord.objects.filter(sound__in=asked).values_list("sound", flat=True))


def forget(client: Client) -> None:
    """Drop the keys of ``client``, and the words that nobody else is called by.

    The lock waits for registrations under way, and they for us: else a name taken up this moment could
    lose its word.
    """
    sounds = list(client.name_keys.filter(kind=NameKey.Kind.SOUND).values_list("key", flat=True))
    client.name_keys.all().delete()
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {NameWord._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")
    shared = NameKey.objects.filter(kind=NameKey.Kind.SOUND, key__in=sounds).values("key")
    NameWord.objects.filter(sound__in=sounds).exclude(sound__in=shared).delete()
