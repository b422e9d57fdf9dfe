"""Good items are passed at once; what is said of a text must be what a walk piece by piece says."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scoro_desktop.jsontext import syntax
from scoro_desktop.jsontext.json_text import read_json
from scoro_desktop.jsontext.problems import Places, QueryProblem
from scoro_desktop.jsontext.syntax import LEVELS, syntax_problems
from scoro_desktop.jsontext.tokens import Token
from tests.examples import how_much

PIECES = st.sampled_from(
    [
        *'{}[],:"',
        *('{"a": {"b": [1, {}]}}, ', '{"a": 1},', "[[], [2]], ", '"x": {"$in": [1]}, '),
        *("{", "}", "[", "]", ",", ", ", ": ", "\n", "\t"),
        *('"a": 1, ', '"a": "b",', '"text"', '"text", ', "'text', ", '"bad \\x", ', '"good \\u00e9\\n",', '"raw \t", '),
        *("1, ", "-2.5e3,", "01,", "1.", "true, ", "null,", "True,", "word", "NaN, ", "“text”, "),
        *("// note\n", "/* note */", "ObjectId(1), ", "é", "\u00a0", "\\"),
    ]
)
TEXTS = st.lists(PIECES, max_size=30).map("".join)


def piece_by_piece(text: str) -> list[QueryProblem]:
    with patch.object(syntax._Walk, "_past_good_items", lambda _self, at: at):
        return syntax_problems(text, Places(text))


@given(TEXTS)
@example('["a", "b",]')
@example('{"a": 1, "b": [1, 2, "c": 3, "d",}')
@example('[1, 2, 3 4, 5, "unclosed\n, 6]')
@example('{"a": {"b": 1, "c" 2, "d": 3,}, "e": [true, false, nil]')
def test_what_is_said_is_what_a_walk_piece_by_piece_says(text: str) -> None:
    assert syntax_problems(text, Places(text)) == piece_by_piece(text)


@pytest.mark.parametrize(
    ("text", "code", "marked"),
    [
        (
            '{"a": 1, "b": }',
            "missing_value",
            '"b"',
        ),  # a trailing comma on CPython 3.11.0 to 3.11.4, if read possessively
        ('{"a": [1, {"b": 2}], "c": }', "missing_value", '"c"'),
        ('{"a": 1, "b" }', "missing_value", '"b"'),
        ('["a", {"b": [1, 2]}, ]', "trailing_comma", ","),
        ('{"a": "x\\n", "b": [[1], [2, ]]}', "trailing_comma", ","),
        ('{"a": {"b": [1, 2], "c" 3}, "d": 4}', "missing_colon", "3"),
    ],
)
def test_a_mistake_behind_good_items_is_called_by_its_name(text: str, code: str, marked: str) -> None:
    (problem,) = syntax_problems(text, Places(text))
    assert (problem.code, text[problem.offset : problem.offset + problem.length]) == (code, marked)


@given(st.lists(TEXTS, min_size=1, max_size=4), st.integers(0, 3))
def test_also_behind_many_good_items(texts: list[str], many: int) -> None:
    good = '"id", 17, ' * (many * syntax._AT_ONCE)
    text = "[" + good.join(texts)
    assert syntax_problems(text, Places(text)) == piece_by_piece(text)


@pytest.mark.parametrize("opening", ["[", '{"a":', '{"a":[', '[1,{"b":'])
def test_what_is_nested_beyond_all_use_is_not_walked_through(opening: str) -> None:
    """A text of brackets alone took 15 seconds a megabyte. The place from which it is too deep is what helps."""
    text = opening * 20_000
    steps = 0
    read = syntax._Walk._punctuation

    def counted(walk: syntax._Walk, token: Token) -> Iterator[QueryProblem]:
        nonlocal steps
        steps += 1
        return read(walk, token)

    with patch.object(syntax._Walk, "_punctuation", counted):
        problems = read_json(text).problems
    assert [each.code for each in problems] == ["too_deep"]
    assert text[problems[0].offset] in "[{"
    assert steps < 10 * LEVELS


@pytest.mark.parametrize("levels", [60, LEVELS])
def test_what_a_person_nests_too_deep_is_told_with_its_other_mistakes(levels: int) -> None:
    text = "[" * levels + "tru" + "]" * levels
    assert [each.code for each in read_json(text).problems] == ["too_deep", "unquoted_text"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('"' + " " * how_much(500_000) + "x", "unclosed_string"),
        ('"' + "]}, " * how_much(150_000) + "x", "unclosed_string"),
        ("\u00ab" * how_much(300_000), "unexpected_character"),
        ("\u00aba " * how_much(150_000), "unexpected_character"),
    ],
    ids=["blanks", "brackets", "quotes", "words in quotes"],
)
@pytest.mark.timeout(60)  # what is quadratic here would take many minutes
def test_what_never_closes_takes_no_time_without_end(text: str, code: str) -> None:
    assert code in {each.code for each in read_json(text).problems}


def test_quotes_within_quotes_are_one_mistake() -> None:
    (found,) = read_json('{"a": «one «two» three»}'.replace(" three»", "")).problems
    assert (found.code, found.length) == ("curly_quotes", len("«one «two»"))
