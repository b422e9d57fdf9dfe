"""Tests of invisible characters in a query: they are named at their places, and what is sent stays as it was typed."""

import json
from typing import Any

import pytest

from scoro_desktop.audience import hidden
from scoro_desktop.audience.query import Severity, read_query
from scoro_desktop.jsontext.problems import Places, QueryProblem, shown


@pytest.mark.parametrize(
    ("text", "code", "marked", "character", "shown"),
    [
        ('{"a": "ios\u200b"}', "hidden_character", "\u200b", "U+200B ZERO WIDTH SPACE", r"ios\u200b"),
        (r'{"a": "ios\u200B"}', "hidden_character", r"\u200B", "U+200B ZERO WIDTH SPACE", r"ios\u200b"),
        ('{"de\u00advice": 1}', "hidden_character", "\u00ad", "U+00AD SOFT HYPHEN", r"de\u00advice"),
        ('{"a": {"$ne": "\u202esoi"}}', "turned_direction", "\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE", r"\u202esoi"),
        ('{"a": ["\u2067x"]}', "turned_direction", "\u2067", "U+2067 RIGHT-TO-LEFT ISOLATE", r"\u2067x"),
        (
            '{"a": "Нижний\u00a0Новгород"}',
            "hidden_character",
            "\u00a0",
            "U+00A0 NO-BREAK SPACE",
            "Нижний\\u00a0Новгород",
        ),
        ('{"a": "\u3164"}', "hidden_character", "\u3164", "U+3164 HANGUL FILLER", r"\u3164"),
        ('{"a": "x\u2028"}', "hidden_character", "\u2028", "U+2028 LINE SEPARATOR", r"x\u2028"),
        (r'{"a": "x\u0000"}', "hidden_character", r"\u0000", "U+0000", r"x\u0000"),
        (
            r'{"😀\ud83d\ude00": "\"\n\u200Ex"}',
            "turned_direction",
            r"\u200E",
            "U+200E LEFT-TO-RIGHT MARK",
            '"\n\\u200ex',
        ),
        (r'{"a": "\udb40\udc01"}', "hidden_character", r"\udb40\udc01", "U+E0001 LANGUAGE TAG", r"\udb40\udc01"),
    ],
)
def test_it_is_a_warning_over_the_very_character(text: str, code: str, marked: str, character: str, shown: str) -> None:
    reading = read_query(text)
    assert reading.query is not None
    assert reading.query.value == json.loads(text)
    (problem,) = [each for each in reading.problems if each.code == code]
    assert (problem.severity, text[problem.offset : problem.offset + problem.length]) == (Severity.WARNING, marked)
    assert dict(problem.params) == {"character": character, "text": shown}


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ('{"a": "ios "}', " "),
        ('{"a": {"$in": ["x", " ios"]}}', " "),
        ('{"a ": 1}', " "),
        ('{"a":" "}', " "),
        (r'{"a": "ios\n"}', r"\n"),
        (r'{"a": "\u0020ios"}', r"\u0020"),
        ('{"é": "ios "}', " "),
    ],
)
def test_so_is_a_blank_at_an_end(text: str, marked: str) -> None:
    reading = read_query(text)
    assert reading.query is not None
    (problem,) = reading.problems
    assert (problem.code, problem.severity) == ("blank_at_end", Severity.WARNING)
    assert text[problem.offset : problem.offset + problem.length] == marked


@pytest.mark.parametrize(
    "text",
    [
        '{"a": "x y", "b": [ "c" , "d" ] }',
        '{"a": "❤️ 👩🏽‍⚕️", "b": "می‌خواهم", "c": "1️⃣"}',
        r'{"a": "\\u200b", "b": "a\nb", "c": "\ud83d\ude00"}',
        '{"a": "", "": 1}',
        '{"a": " ,".}',
    ],
)
def test_what_can_be_seen_is_let_be(text: str) -> None:
    codes = {each.code for each in read_query(text).problems}
    assert not codes & {"hidden_character", "turned_direction", "blank_at_end"}


def test_no_more_is_made_than_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    made = {"problems": 0, "texts": 0}
    problem = Places.problem

    def counted(*arguments: Any, **params: Any) -> QueryProblem:
        made["problems"] += 1
        return problem(*arguments, **params)

    def counted_text(text: str) -> str:
        made["texts"] += 1
        return shown(text)

    monkeypatch.setattr(Places, "problem", counted)
    monkeypatch.setattr("scoro_desktop.audience.hidden.shown", counted_text)
    text = json.dumps({"a": "x\u200b" * 20_000, "b": "x\u200b" * 20_000}, ensure_ascii=False)
    found = hidden.hidden_problems(text, Places(text))
    assert [each.line for each in found] == [1] * 100
    assert made == {"problems": 100, "texts": 1}


def test_of_very_many_the_first_are_told() -> None:
    text = json.dumps({"a": {"$in": [f"\u200b{each} " for each in range(1_000)]}}, ensure_ascii=False)
    assert len(read_query(text).problems) == 100
