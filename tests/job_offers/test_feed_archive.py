import io
import zipfile

import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st

from job_offers.feed_archive import MAX_FILES, FeedDamage, FeedOffer, UnreadableFeed, read
from tests.job_offers.feed_files import as_json, as_zip, feed_offer


def places(content: bytes) -> list[tuple[str, int, str]]:
    return [(type(found).__name__, found.place, found.file) for found in read(io.BytesIO(content))]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf", b"\r\n "])
def test_json_file_of_offers_is_read(mark):
    found = list(read(io.BytesIO(mark + as_json(feed_offer(1), feed_offer(2)))))

    assert found == [FeedOffer("", 1, feed_offer(1)), FeedOffer("", 2, feed_offer(2))]


def test_archive_is_read_file_by_file():
    content = as_zip({"a.json": as_json(feed_offer(1), feed_offer(2)), "b.JSON": as_json(feed_offer(3))})

    assert places(content) == [
        ("FeedOffer", 1, "a.json"),
        ("FeedOffer", 2, "a.json"),
        ("FeedOffer", 1, "b.JSON"),
    ]


def test_damage_to_one_file_does_not_stop_the_others():
    broken = as_json(feed_offer(1), feed_offer(2))[:-200]

    found = places(as_zip({"a.json": broken, "b.txt": b"?", "c.json": as_json(feed_offer(3))}))

    assert found == [
        ("FeedOffer", 1, "a.json"),
        ("FeedDamage", 2, "a.json"),
        ("FeedDamage", 0, "b.txt"),
        ("FeedOffer", 1, "c.json"),
    ]


def test_flipped_byte_in_an_archive_is_damage_of_that_file():
    content = bytearray(as_zip({"a.json": as_json(feed_offer(1)), "b.json": as_json(feed_offer(2))}))
    content[200] ^= 0xFF

    found = places(bytes(content))

    assert found[0][0] == "FeedDamage"
    assert found[-1] == ("FeedOffer", 1, "b.json")


@pytest.mark.parametrize("content", [b"[1]", b'["x", 2]', b"[null]", b"[[]]"])
def test_what_is_no_offer_is_damage(content):
    assert {kind for kind, _, _ in places(content)} == {"FeedDamage"}


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 100_000,
        b'[{"a":' + b"[" * 20 + b"]" * 20 + b"}]",
        b'[{"a":"' + b"x" * 9_000_000 + b'"}]',
        b'[{"a":"\xff"}]',
        b'[{"a":1e999}]',
        b"{",
    ],
)
def test_hostile_json_is_one_piece_of_damage(content):
    assert [kind for kind, _, _ in places(content)] == ["FeedDamage"]


def test_offer_after_a_large_one_is_read():
    fat = [feed_offer(number, wymagania={"inneWymagania": "x" * 5_000_000}) for number in (1, 2, 3)]

    assert len(places(as_json(*fat))) == 3


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"%PDF-1.7",
        b"PK\x03\x04 not really",
        as_zip({}),
        as_zip({"a.json": as_json(feed_offer())})[:-40],
        as_zip({"../a.json": b"[]"}),
        as_zip({"/etc/a.json": b"[]"}),
        as_zip({"..\\a.json": b"[]"}),
        as_zip({"C:\\a.json": b"[]"}),
        as_zip({"a.json": b"[" + b" " * 50_000_000 + b"]"}),
        as_zip({f"{number}.json": b"[]" for number in range(MAX_FILES + 1)}),
    ],
    ids=range(12),
)
def test_file_that_must_not_be_used_is_refused_whole(content):
    with pytest.raises(UnreadableFeed) as refusal:
        list(read(io.BytesIO(content)))

    assert str(refusal.value)


def test_link_inside_an_archive_is_refused():
    link = zipfile.ZipInfo("a.json")
    link.external_attr = 0o120777 << 16
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(link, "/etc/passwd")

    with pytest.raises(UnreadableFeed, match="unsafe name"):
        list(read(packed))


def test_encrypted_archive_is_refused():
    content = bytearray(as_zip({"a.json": b"[]"}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1

    with pytest.raises(UnreadableFeed, match="password"):
        list(read(io.BytesIO(bytes(content))))


@pytest.mark.sweep
def test_hundred_thousand_offers_are_read_in_little_memory():
    one_file = as_json(*(feed_offer(number) for number in range(1000)))
    packed = io.BytesIO(as_zip({f"{number}.json": one_file for number in range(100)}))
    process = psutil.Process()
    before, highest, count = process.memory_info().rss, 0, 0

    for found in read(packed):
        count += isinstance(found, FeedOffer)
        if count % 5000 == 0:
            highest = max(highest, process.memory_info().rss)

    assert count == 100_000
    assert highest - before < 60_000_000  # bytes; the whole feed would be some 250 million


@given(st.binary(max_size=400))
def test_no_bytes_break_the_reader(content):
    try:
        for found in read(io.BytesIO(content)):
            assert isinstance(found, FeedOffer | FeedDamage)
    except UnreadableFeed:
        pass
