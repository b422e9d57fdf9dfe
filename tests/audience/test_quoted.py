"""Quotes within JSON's own are a part of the text, and that is said."""

import pytest

from scoro_desktop.audience.query import read_query
from scoro_desktop.jsontext.problems import MAX_PROBLEMS, Severity


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (r'{"deviceType": {"$ne": "\"ios\""}}', r"\"ios\""),
        (r'{"deviceType": {"$ne": "\u0022ios\""}}', r"\u0022ios\""),
        ("""{"deviceType": {"$ne": "'ios'"}}""", "'ios'"),
        ('{"deviceType": "`ios`"}', "`ios`"),
        ('{"deviceType": {"$nin": ["ios", "“android”"]}}', "“android”"),
        ('{"deviceType": "„ios“"}', "„ios“"),
        ('{"deviceType": "„ios”"}', "„ios”"),
        ('{"deviceType": "«ios»"}', "«ios»"),
        ('{"deviceType": "‘ios’"}', "‘ios’"),
        ("""{"'deviceType'": "ios"}""", "'deviceType'"),
        ("""{"a": "''"}""", "''"),
        (r"""{"a": "\\\"'b", "c": "'d'"}""", "'d'"),
    ],
)
def test_quotes_around_a_text_are_told_of(text: str, marked: str) -> None:
    reading = read_query(text)
    assert reading.query is not None
    (problem,) = reading.problems
    assert (problem.code, problem.severity) == ("quotes_around", Severity.WARNING)
    assert text[problem.offset : problem.offset + problem.length] == marked


@pytest.mark.parametrize(
    "text",
    [
        """{"name": "O'Neil", "city": "'s-Hertogenbosch"}""",
        """{"name": "'", "size": "5'"}""",
        r"""{"name": "\"", "film": "\"Jaws\" 2", "a": "2 \"x\""}""",
        r"""{"a": "b\\", "c": "x\"'y'\"z"}""",
        '{"a": "«b» и «c", "b": "“c«"}',
        '{"a": {"$regex": "^\'b\'$"}}',
    ],
)
def test_other_quotes_are_let_be(text: str) -> None:
    assert read_query(text).problems == ()


def test_no_more_are_told_than_are_shown() -> None:
    text = '{"a": {"$in": [' + ",".join(f"\"'{each}'\"" for each in range(20_000)) + "]}}"
    assert len(read_query(text).problems) <= MAX_PROBLEMS
