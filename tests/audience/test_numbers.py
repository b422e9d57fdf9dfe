"""Numbers in every notation: sent as they were written, or said to be something else, marked whole."""

import pytest

from scoro_desktop.audience.query import Reading, read_query
from scoro_desktop.wire import compact

LONG = "9" * 4_301


def marked(text: str, reading: Reading) -> list[tuple[str, str]]:
    return [(each.code, text[each.offset : each.offset + each.length]) for each in reading.problems]


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("1e5", "100000.0"),
        ("1e+5", "100000.0"),
        ("1E+5", "100000.0"),
        ("1E+05", "100000.0"),
        ("-1e+5", "-100000.0"),
        ("1.5e+300", "1.5e+300"),
        ("1E-5", "1e-05"),
        ("0e+400", "0.0"),
        ("0e-400", "0.0"),
        ("-0", "0"),
        ("-0.0", "-0.0"),
        ("1.0", "1.0"),
        ("1.50", "1.5"),
        ("9007199254740992", "9007199254740992"),
        ("1e22", "1e+22"),
    ],
)
def test_a_number_is_sent_as_the_one_that_was_written(written: str, sent: str) -> None:
    reading = read_query(f'{{"bonusPoints": {{"$lt": {written}}}}}')
    assert reading.problems == ()
    assert reading.query is not None
    assert compact(reading.query.value) == b'{"bonusPoints":{"$lt":%b}}' % sent.encode()


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *((each, "number_overflow") for each in ("1e400", "1e+400", "-1E+400", "1.5e+0400", "9" * 400 + ".0")),
        *((each, "number_underflow") for each in ("1e-400", "-1E-400", "0.5e-0400")),
        (LONG, "integer_too_long"),
        ("-" + LONG, "integer_too_long"),
    ],
)
@pytest.mark.parametrize(
    "around", ['{"a": {"$lt": %s}}', '{"é😀": [1, "e+5", %s, 2e+2]}', '\r\n{"a": 1e+5, "b":\n\t%s}']
)
def test_a_number_that_would_become_another_is_an_error_over_all_its_letters(
    written: str, code: str, around: str
) -> None:
    text = around % written
    reading = read_query(text)
    assert (reading.query, marked(text, reading)) == (None, [(code, written)])


@pytest.mark.parametrize(
    "written", ["9007199254740993", "-9007199254740993", "123456789012345678901234567890", "9" * 4300]
)
def test_a_large_whole_number_goes_out_to_the_digit_and_is_warned_of(written: str) -> None:
    text = f'{{"a": 1e+5, "b": {{"$in": [{written}]}}}}'
    reading = read_query(text)
    assert marked(text, reading) == [("big_integer", written)]
    assert reading.query is not None
    assert f"[{written}]".encode() in compact(reading.query.value)


@pytest.mark.parametrize(
    "written", ["1e+", "1e+-5", "+1e+5", "1.e+5", "01e+5", "0x1e+5", "1e+5.0", "1e+5e+5", "1_000", "१"]
)
def test_what_is_no_number_of_json_gives_no_query(written: str) -> None:
    reading = read_query(f'{{"a": {written}}}')
    assert reading.query is None
    assert any(each.stops for each in reading.problems)


def test_two_numbers_that_change_are_marked_each_in_its_place() -> None:
    text = '{"a": [1e+400, "1e+400", 5, -1e-400], "b": {"c": 9007199254740993}}'
    assert marked(text, read_query(text)) == [
        ("number_overflow", "1e+400"),
        ("number_underflow", "-1e-400"),
        ("big_integer", "9007199254740993"),
    ]
