import time

import pytest

from scoro_desktop.audience.surroundings import Expected, surroundings
from scoro_desktop.jsontext.brackets import pair_at
from tests.examples import how_much

FIELD, OPERATOR, VALUE, NOTHING = Expected.FIELD, Expected.OPERATOR, Expected.VALUE, Expected.NOTHING


@pytest.mark.parametrize(
    ("text", "expected", "field", "operator"),
    [
        ("|", NOTHING, "", ""),
        ("{|", FIELD, "", ""),
        ('{"|', FIELD, "", ""),
        ('{"dev|"}', FIELD, "", ""),
        ("{dev|", FIELD, "", ""),
        ("{$|", FIELD, "", ""),
        ('{"a": 1, |}', FIELD, "", ""),
        ('{"a": 1 |}', NOTHING, "", ""),
        ('{"a" |}', NOTHING, "", ""),
        ('{"a": |}', VALUE, "a", ""),
        ('{"a": "|"}', VALUE, "a", ""),
        ('{"a": t|}', VALUE, "a", ""),
        ('{"a": {|}}', OPERATOR, "a", ""),
        ('{"a": {"$|}}', OPERATOR, "a", ""),
        ('{"a.b": {"$gt": 1, $|}}', OPERATOR, "a.b", ""),
        ('{"a": {"$in": |', VALUE, "a", "$in"),
        ('{"a": {"$in": [1, |]}}', VALUE, "a", "$in"),
        ('{"a": {"$in": [1|]}}', NOTHING, "", ""),
        ('{"a": {"$in": [1, {|}]}}', NOTHING, "", ""),
        ('{"a": {"$in": [1, 2], |}}', OPERATOR, "a", ""),
        ('{"a": {"$not": {|}}}', OPERATOR, "a", ""),
        ('{"a": {"$exists": |}}', VALUE, "a", "$exists"),
        ('{"$or": [|]}', NOTHING, "", ""),
        ('{"$or": [{|}]}', FIELD, "", ""),
        ('{"$or": [{"a": 1}, {"$and": [{"b": {|', OPERATOR, "b", ""),
        ('{"$or": [{"a": 1}], |}', FIELD, "", ""),
        ('{"a": "x{[|"}', VALUE, "a", ""),
        ('{"a": "b"|}', NOTHING, "", ""),
    ],
)
def test_what_fits_a_place(text: str, expected: Expected, field: str, operator: str) -> None:
    place = surroundings(text.replace("|", ""), text.index("|"))
    assert (place.expected, place.field, place.operator) == (expected, field, operator)


@pytest.mark.parametrize(
    ("text", "replaced", "typed", "quoted"),
    [
        ('{"dev|', '"dev', "dev", True),
        ('{"dev|ice"}', '"device"', "dev", True),
        ('{"dev|ice: 1}', '"dev', "dev", True),
        ('{"😀": 1, "dev|"}', '"dev"', "dev", True),
        ("{dev|ice: 1}", "device", "dev", False),
        ('{"a": {$|}}', "$", "$", False),
        ('{"a": |}', "", "", False),
        ('{"a": "|", "b": "c"}', '""', "", True),
    ],
)
def test_what_would_be_replaced(text: str, replaced: str, typed: str, quoted: bool) -> None:
    whole = text.replace("|", "")
    place = surroundings(whole, text.index("|"))
    assert (whole[place.start : place.end], place.typed, place.quoted) == (replaced, typed, quoted)


def test_a_key_that_has_its_colon_is_told() -> None:
    assert surroundings('{"a" : 1}', 2).colon_follows
    assert not surroundings('{"a", "b": 1}', 2).colon_follows


def test_a_place_deep_in_a_long_list_is_told_fast() -> None:
    text = '{"_id": {"$in": [' + ",".join(f'"{number:017}"' for number in range(50_000)) + '], "$"}}'
    begin = time.perf_counter()
    surroundings(text, len(text) // 2)
    place = surroundings(text, len(text) - 3)
    assert time.perf_counter() - begin < 0.5
    assert (place.start, place.typed) == (len(text) - 5, "$")


@pytest.mark.parametrize(
    ("text", "partner"),
    [
        ("|{}", 1),
        ("{|}", 1),
        ("{}|", 0),
        ('|{"}": "{"}', 9),
        ('{"a": [1, {"b": 2}|]}', 10),
        ('{"a": [1, 2|]}', 6),
        ('{"a": |[1, 2}', None),
        ('|{"a": [1, 2}', 11),
        ('{"a": 1}|}', 0),
        ('{"a": 1}}|', None),
        ("|{", None),
    ],
)
def test_brackets_have_their_partners(text: str, partner: int | None) -> None:
    pair = pair_at(text.replace("|", ""), text.index("|"))
    assert pair is not None
    assert pair.partner == partner


@pytest.mark.parametrize("text", ["|", "{ | }", '{"a|"}', '{"|}"}', '{"a": "[|"}'])
def test_beside_no_bracket_there_is_no_pair(text: str) -> None:
    assert pair_at(text.replace("|", ""), text.index("|")) is None


@pytest.mark.parametrize(
    "text",
    [
        "[" * how_much(300_000),
        "[" * how_much(150_000) + "}" * how_much(150_000),
        "[{" * how_much(100_000) + "]" * how_much(100_000),
        "{" + "a" * how_much(500_000),
    ],
)
@pytest.mark.timeout(60)  # what is quadratic here would take many minutes
def test_brackets_without_end_take_no_time_without_end(text: str) -> None:
    pair = pair_at(text, 0)
    assert pair is None or pair.partner is None or text[pair.partner] in "]}"
    assert pair_at(text, len(text)) is None or text[-1] in "[]{}"
