"""Invisible characters are found, named, shown and taken off the ends; pictures and spelling stay whole."""

import json
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoro_desktop.invisible import Kind, escaped, find, name, trimmed

PREPENDED = set("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
"""Format characters that have a shape: Prepended_Concatenation_Mark (Unicode, PropList.txt)."""
WHOLE = [
    "Скидки до 50 %\nсегодня",
    "❤️‍🔥",
    "👩🏽‍⚕️ 👨‍👩‍👧",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "1️⃣ #️⃣",
    "ℹ️ ©️ ™️ ‼️ ↔️ 〰️",
    "می‌خواهم",
    "क्‍ष",
    "葛󠄀",
    "ᠠ᠋",
    "a\tb\r\nc",
]


def test_every_character_that_python_calls_a_blank_a_control_or_a_format_is_found() -> None:
    wanted = {
        character
        for character in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(character) in {"Cf", "Zs", "Zl", "Zp", "Cc"} and character not in {" ", *"\t\n\r"}
    }
    found = {each.character for each in find("a".join(sorted(wanted)))}
    assert wanted - PREPENDED - found == set()
    assert not list(find("".join(sorted(PREPENDED))))


@pytest.mark.parametrize("character", "\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u2065\U000e0001\U000e01ef\U0001d159")
def test_what_looks_like_nothing_but_is_a_letter_or_a_mark_is_found(character: str) -> None:
    assert [each.offset for each in find(f"a{character}b")] == [1]


@pytest.mark.parametrize("text", WHOLE)
def test_what_a_picture_or_a_spelling_is_made_of_is_left_alone(text: str) -> None:
    assert (list(find(text)), escaped(text), trimmed(text)) == ([], text, text)
    assert trimmed(f"\u200b {text}\ufe0f\u200d\n") in {text, text + "\ufe0f"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ios\u200b", r"ios\u200b"),
        ("\u202egpj.exe", r"\u202egpj.exe"),
        ("a\u00a0b", r"a\u00a0b"),
        ("\U000e0001", r"\udb40\udc01"),
        ("a\x00\x7f\x85", r"a\u0000\u007f\u0085"),
        ("\ud800", r"\ud800"),
        ("a\ufe0f", r"a\ufe0f"),  # a letter has no other shape
        ("1\ufe0f", r"1\ufe0f"),
        ("\ufe0f", r"\ufe0f"),
        ("a\u200db", r"a\u200db"),
        ("❤\u200d", "❤\\u200d"),
        ("🏴\U000e0067", "🏴\\udb40\\udc67"),  # a flag that does not end
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_it_is_shown_as_json_would_escape_it(text: str, shown: str) -> None:
    assert escaped(text) == shown
    assert json.loads(f'"{shown}"') == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("ios\n", "ios"),
        (" \tios ", "ios"),
        ("\u00a0ios\u200b", "ios"),
        ("\u2068ios\u2069", "ios"),
        ("\u200eios\u200f\u202c", "ios"),
        ("\ufeff\u3164ios\u2800", "ios"),
        ("New \u00a0York", "New \u00a0York"),
        ("\u200b \n", ""),
        ("", ""),
        (" ❤️ ", "❤️"),
        ("ios\x00\x1f", "ios"),
    ],
)
def test_the_ends_are_trimmed_and_nothing_within(text: str, left: str) -> None:
    assert trimmed(text) == left


def test_kinds_and_names() -> None:
    assert [each.kind for each in find("\u00a0\u202e\u200b\u2800\x00")] == [
        Kind.BLANK,
        Kind.DIRECTION,
        Kind.OTHER,
        Kind.BLANK,
        Kind.OTHER,
    ]
    assert name("\u202e") == "U+202E RIGHT-TO-LEFT OVERRIDE"
    assert name("\x00") == "U+0000"


@given(st.text())
def test_trimming_leaves_a_part_of_the_text_and_is_done_once(text: str) -> None:
    left = trimmed(text)
    assert left in text
    assert trimmed(left) == left
    assert not left or not (left[0].isspace() or left[-1].isspace())
    assert escaped(escaped(text)) == escaped(text)
