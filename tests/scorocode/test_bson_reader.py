"""Documents out of BSON, as pymongo's `bson` writes it: every type, and what is broken, hostile or without end."""

import struct
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import bson
import pytest
from bson.binary import UUID_SUBTYPE, Binary
from bson.codec_options import CodecOptions
from bson.datetime_ms import DatetimeMS
from bson.dbref import DBRef
from bson.decimal128 import Decimal128
from hypothesis import given
from hypothesis import strategies as st

from scoro_desktop.scorocode.bson_reader import MOST_VALUES, BsonReader
from scoro_desktop.scorocode.bson_values import Kind, ObjectId, Partial, Special

UNIQUE = uuid.UUID("00112233-4455-6677-8899-aabbccddeeff")
IDENTITY = "5a0000000000000000000001"


def read(raw: bytes) -> list[Mapping[str, Any]] | None:
    return BsonReader(raw, lambda name: name == "secret").documents()


def documents(*given: object) -> list[Mapping[str, Any]]:
    found = read(bson.encode({str(place): document for place, document in enumerate(given)}))
    assert found is not None
    return found


def document(content: bytes) -> bytes:
    return struct.pack("<i", len(content) + 5) + content + b"\0"


def listed(*contents: bytes) -> bytes:
    return document(b"".join(b"\3%d\0" % place + document(content) for place, content in enumerate(contents)))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (True, True),
        (False, False),
        (-5, -5),
        (2**31, 2**31),
        (bson.Int64(-(2**63)), -(2**63)),
        (-0.5, -0.5),
        ("", ""),
        ("Ж\0😀", "Ж\0😀"),
        ([1, [], {"a": [None]}], [1, [], {"a": [None]}]),
        ({}, {}),
        (datetime(2026, 3, 1, 12, 0, 0, 5000, UTC), datetime(2026, 3, 1, 12, 0, 0, 5000, UTC)),
        (datetime(1, 1, 1, tzinfo=UTC), datetime(1, 1, 1, tzinfo=UTC)),
        (DatetimeMS(253402300799999), datetime(9999, 12, 31, 23, 59, 59, 999000, UTC)),
        (DatetimeMS(253402300800000), Special(Kind.FAR_DATE, "253402300800000")),
        (DatetimeMS(-(2**63)), Special(Kind.FAR_DATE, str(-(2**63)))),
        (bson.ObjectId(IDENTITY), ObjectId(IDENTITY)),
        (b"\x00\x01\xff", Special(Kind.BINARY, "00 01 ff", 3)),
        (b"", Special(Kind.BINARY, "", 0)),
        (b"\xab" * 40, Special(Kind.BINARY, " ".join(["ab"] * 16), 40)),
        (Binary(UNIQUE.bytes, UUID_SUBTYPE), Special(Kind.UUID, str(UNIQUE))),
        (Binary(b"short", UUID_SUBTYPE), Special(Kind.BINARY, "73 68 6f 72 74", 5)),
        (bson.Regex("^a/b", "ix"), Special(Kind.PATTERN, "/^a/b/ix")),
        (bson.Code("f()"), Special(Kind.CODE, "f()")),
        (bson.Code("f()", {"secret": 1, "a": 2}), Special(Kind.CODE, "f()")),
        (bson.Timestamp(1_700_000_000, 7), Special(Kind.TIMESTAMP, "1700000000 7")),
        (bson.Timestamp(2**32 - 1, 2**32 - 1), Special(Kind.TIMESTAMP, f"{2**32 - 1} {2**32 - 1}")),
        (bson.MinKey(), Special(Kind.LEAST)),
        (bson.MaxKey(), Special(Kind.GREATEST)),
        (DBRef("users", "x"), {"$ref": "users", "$id": "x"}),
        ({"$ref": 5, "$id": None, "secret": 1}, {"$ref": 5, "$id": None}),
        ({"$oid": "x", "$date": 1}, {"$oid": "x", "$date": 1}),
    ],
    ids=repr,
)
def test_every_type(value: object, expected: object) -> None:
    (found,) = documents({"before": 1, "a": value, "after": "there"})
    assert found == {"before": 1, "a": expected, "after": "there"}
    assert type(found["a"]) is type(expected)
    assert not isinstance(found, Partial)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"\x06a\0", Special(Kind.UNDEFINED)),
        (b"\x0ea\0\3\0\0\0hi\0", "hi"),
        (b"\x0ca\0\4\0\0\0d.c\0" + bytes.fromhex(IDENTITY), Special(Kind.POINTER, f"d.c {IDENTITY}")),
        (b"\x02a\0\4\0\0\0\xffb\xc3\0", "\ufffdb\ufffd"),
        (b"\x05a\0\2\0\0\0\x80\1\2", Special(Kind.BINARY, "01 02", 2)),
    ],
)
def test_what_no_driver_writes_any_more(content: bytes, expected: object) -> None:
    assert read(listed(content + b"\x10z\0\1\0\0\0")) == [{"a": expected, "z": 1}]


@given(number=st.decimals(allow_nan=False, places=None) | st.decimals(allow_nan=False, allow_infinity=False, places=2))
def test_decimals_to_the_last_digit(number: Decimal) -> None:
    try:
        written = Decimal128(number)
    except ArithmeticError:  # more than the type holds
        return
    assert documents({"a": written})[0]["a"] == Special(Kind.DECIMAL, str(written))


def test_decimals_that_are_no_numbers_and_odd_ones() -> None:
    assert documents({"a": Decimal128("NaN")})[0]["a"].text == "NaN"
    for raw in (
        b"\xff" * 8 + b"\xff\xff\xff\xff\xff\xff\x6f\x6c",
        b"\xff" * 14 + b"\x01\x30",
    ):  # digits that do not fit
        assert documents({"a": Decimal128.from_bid(raw)})[0]["a"].text == str(Decimal128.from_bid(raw))


@pytest.mark.parametrize("levels", [90, 500, 900, 5_000])
@pytest.mark.parametrize("kind", [b"\3", b"\4"])
def test_levels_without_end(levels: int, kind: bytes) -> None:
    content = b""
    for _ in range(levels):
        content = kind + b"0\0" + document(content)
    found = read(listed(b"\x10n\0\1\0\0\0" + content, b"\x10n\0\2\0\0\0"))
    assert found is not None
    assert [each["n"] for each in found] == [1, 2]
    value, depth = found[0]["0"], 1
    while isinstance(value, dict | list) and value:
        value, depth = value["0"] if isinstance(value, dict) else value[0], depth + 1
    assert depth == min(levels, 100)
    assert value == (Special(Kind.DEEP) if levels > 100 else {} if kind == b"\3" else [])


def test_names_of_a_list_mean_nothing() -> None:
    items = b"".join(
        b"\x10" + name + b"\0" + struct.pack("<i", place)
        for place, name in enumerate(["²".encode(), b"9", b"", b"\xff"])
    )
    assert read(listed(b"\x04a\0" + document(items))) == [{"a": [0, 1, 2, 3]}]


def test_names_of_the_documents_give_their_order_where_they_are_numbers() -> None:
    def named(*names: bytes) -> list[Mapping[str, Any]] | None:
        return read(
            document(
                b"".join(
                    b"\3" + name + b"\0" + document(b"\x02n\0%b" % struct.pack("<i", len(name) + 1) + name + b"\0")
                    for name in names
                )
            )
        )

    assert named(b"10", b"9", b"0") == [{"n": "0"}, {"n": "9"}, {"n": "10"}]
    for names in ([b"10", "²".encode(), b"0"], [b"b", b"a"], [b"-1", b"0"], [b"9" * 5_000, b"1"], [b"", b""]):
        assert named(*names) == [{"n": name.decode()} for name in names]


def test_of_two_fields_with_one_name_the_last_counts_and_a_secret_stays_out() -> None:
    twice = b"\x10a\0\1\0\0\0\x10a\0\2\0\0\0\x10secret\0\3\0\0\0\x10secret\0\4\0\0\0"
    assert read(listed(twice)) == [{"a": 2}]
    assert documents({"a": [{"secret": 1, "b": {"secret": {"c": 1}}}]}) == [{"a": [{"b": {}}]}]


@pytest.mark.parametrize(
    "content",
    [
        b"\x99z\0",
        b"\x02z\0\xff\xff\xff\x7fhi\0",
        b"\x02z\0\xff\xff\xff\xffhi\0",
        b"\x02z\0\0\0\0\0",
        b"\x02z\0\3\0\0\0hi!",
        b"\x05z\0\xff\xff\xff\x7f\0",
        b"\x05z\0\xff\xff\xff\xff\0",
        b"\x03z\0\xff\xff\xff\x7f\0",
        b"\x03z\0\4\0\0\0\0",
        b"\x04z\0\5\0\0\0\1",
        b"\x0fz\0\xff\xff\xff\x7f\3\0\0\0hi\0\5\0\0\0\0",
        b"\x0fz\0\0\0\0\0",
        b"\x0bz\0no zero",
        b"\x10z\0\1\0",
        b"\x13z\0\1\0",
        b"\x07z\0\1\0",
        b"\x10no zero",
    ],
    ids=repr,
)
def test_a_broken_document_costs_its_own_rest(content: bytes) -> None:
    found = read(listed(b"\x10n\0\1\0\0\0" + content, b"\x10n\0\2\0\0\0"))
    assert found == [{"n": 1}, {"n": 2}]
    assert [type(each) for each in found] == [Partial, dict]


def test_what_is_broken_within_an_object_leaves_the_fields_around_it() -> None:
    inner = b"\x03o\0" + document(b"\x10i\0\1\0\0\0\x99x\0") + b"\x04l\0" + document(b"\x10\x30\0\1\0\0\0\x99x\0")
    found = read(listed(inner + b"\x10n\0\2\0\0\0"))
    assert found == [{"o": {"i": 1}, "l": [1], "n": 2}]
    assert isinstance(found[0], Partial)


def test_what_is_broken_between_documents_leaves_those_before_it() -> None:
    whole = listed(b"\x10n\0\1\0\0\0", b"\x10n\0\2\0\0\0")[4:-1]
    for rest in (b"\x10\x32\0\1\0\0\0", b"\x032\0\xff\xff\xff\x7f\0", b"\x99"):
        found = read(document(whole + rest))
        assert found == [{"n": 1}, {"n": 2}, {}]
        assert isinstance(found[-1], Partial)


@pytest.mark.parametrize("cut", range(5))
def test_what_is_no_document_is_none(cut: int) -> None:
    raw = listed(b"\x10n\0\1\0\0\0")
    assert read(raw[:cut]) is None
    assert read(raw[: len(raw) - 1 - cut]) is None
    assert read(raw + b"\0" * (cut + 1)) is None
    assert read(struct.pack("<i", -(2**31) + cut) + raw[4:]) is None


def test_no_more_values_are_read_than_can_be_shown() -> None:
    flood = b"\x0a\0" * (MOST_VALUES + 10)
    found = read(listed(b"\x10n\0\1\0\0\0", b"\x04a\0" + document(flood), b"\x10n\0\3\0\0\0"))
    assert found is not None
    assert found[0] == {"n": 1}
    assert isinstance(found[1], Partial)
    items = found[1]["a"]
    assert isinstance(items, list)
    assert len(items) < MOST_VALUES


@given(place=st.integers(0, 400), byte=st.integers(0, 255))
def test_one_wrong_byte_is_never_an_exception(place: int, byte: int) -> None:
    raw = bytearray(
        bson.encode(
            {
                str(number): {
                    "_id": bson.ObjectId(IDENTITY),
                    "s": "text",
                    "d": {"l": [1, 2.5, None, {"x": b"abc"}]},
                    "r": bson.Regex("a"),
                }
                for number in range(4)
            },
            codec_options=CodecOptions(),
        )
    )
    raw[place % len(raw)] = byte
    found = read(bytes(raw))
    assert found is None or len(found) <= 5


@given(raw=st.binary(max_size=60))
def test_noise_is_never_an_exception(raw: bytes) -> None:
    found = read(document(b"\x030\0" + document(raw)))
    assert found is not None
    assert len(found) <= 2
