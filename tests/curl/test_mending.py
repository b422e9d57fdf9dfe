"""Blanks that are none, and what nobody sees: mended between the words, never within a text, and said."""

import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoro_desktop.curl.reading import read_curl
from scoro_desktop.curl.script import ODD_BLANKS, UNSEEN
from scoro_desktop.wire import JsonObject
from tests.curl.test_reading import URL, codes, read
from tests.examples import how_many

CITY = "Нижний\u00a0Новгород"
BODY: JsonObject = {"coll": "devices", "query": {"city": CITY}, "msg": {"data": {"x": "“Best” \u202f\u200b\ufeff«»"}}}
TEXT = json.dumps(BODY, ensure_ascii=False)
OUTSIDE = ["\u00a0", "\u202f", "\u3000", "\u2003", "\u2028", "\u200b", "\ufeff", "\u200e", "\u2060", "\u00ad", "\x0b"]


def spoilt(character: str) -> str:
    """The JSON with the character at every place outside of its texts where there may be a blank."""
    return (
        TEXT.replace("{", "{" + character).replace('": ', f'"{character}: {character}').replace('"}', f'"{character}}}')
    )


@pytest.mark.parametrize("character", OUTSIDE)
@pytest.mark.parametrize("around", ["%s", f"curl {URL} -d '%s'", f"curl {URL} --json @- <<'E'\n%s\nE\n"])
def test_only_what_stands_outside_of_texts_is_mended_and_said(character: str, around: str) -> None:
    reading = read(around % spoilt(character))
    assert reading.body == BODY
    (note,) = [each for each in reading.notes if each.code in {"odd_blank", "unseen"}]
    assert note.code == ("odd_blank" if character in ODD_BLANKS else "unseen")
    assert str(note.params["character"]).startswith(f"U+{ord(character):04X}")
    assert note.offset == (around % spoilt(character)).index(character)


@pytest.mark.parametrize("character", OUTSIDE)
def test_between_the_words_of_a_command_too(character: str) -> None:
    text = f"curl{character} {character}-X{character} POST {URL}{character} -d{character} '{TEXT}'{character}"
    reading = read(text)
    assert reading.body == BODY
    assert reading.address is not None
    assert codes(reading.notes)[0] in {"odd_blank", "unseen"}


def test_nothing_is_said_where_nothing_was_mended() -> None:
    for text in (TEXT, f"\ufeff{TEXT}\n", f"curl {URL} -d '{TEXT}'"):
        reading = read(text)
        assert reading.body == BODY
        assert [each for each in reading.notes if each.code in {"odd_blank", "unseen", "smart_quotes"}] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{“msg”: {“text”: “hi”}}', "hi"),
        ('{„msg“: {„text“: „hi“}}', "hi"),
        ('{“msg”: {“text”: “say “hi” now”}}', "say “hi” now"),
        ('{“msg”: {“text”: “say "hi" now”}}', 'say "hi" now'),
        ('{“msg”: {“text”: “say \\"hi\\" \\u20ac\u00a0now”}}', 'say "hi" €\u00a0now'),
        ('{"msg": {"text": "“Best”"}, “coll”: "users"}', "“Best”"),
        ('{"msg":\u00a0{"text": "it’s \\“so\\”".replace}}'.replace('\\“so\\”".replace', '“so”"'), "it’s “so”"),
        ('{\\u2028"msg": {"text":\\u2029"\\u2028x"}}', "\u2028x"),
        ('{"msg": {"text": "a", \u00a0"text2": "\u00a0"}}', "a"),
    ],
)  # fmt: skip
def test_typographic_quotes_around_texts_are_plain_ones_and_within_stay(text: str, value: str) -> None:
    reading = read(text)
    assert reading.body is not None
    message = reading.body["msg"]
    assert isinstance(message, dict)
    assert message["text"] == value
    assert set(codes(reading.notes)) <= {"smart_quotes", "odd_blank", "unseen"}
    assert reading.notes


@pytest.mark.parametrize(
    "text", ["{“a”: “b", '{"a": “b”c}', "{\u00a0", '{"a":\u00a0\\x}', '{\u00a0"a": tr\u00a0ue}', "{\u200b'a': 1}"]
)
def test_what_is_broken_otherwise_is_still_broken(text: str) -> None:
    reading = read_curl(text)
    assert reading.body is None
    assert reading.problems[0].code in {"json_broken", "json_cut_off"}


def test_a_place_in_what_was_mended_is_that_of_the_text() -> None:
    text = f"curl {URL} -d '{{\u200b\u00a0“coll”: “a\"b”, oops}}'"
    reading = read(text)
    assert codes(reading.problems) == ["json_broken"]
    assert reading.problems[0].offset in {text.index("oops"), text.index("\u200b"), text.index("“")}


def test_every_blank_of_unicode_is_known() -> None:
    usual = " \t\n\r\x1c\x1d\x1e\x1f"
    blanks = {chr(point) for point in range(0x10000) if chr(point).isspace()} - {*usual}
    assert blanks == {*ODD_BLANKS}
    assert all(unicodedata.category(each) in {"Cf", "Cn"} for each in UNSEEN)


@settings(max_examples=how_many(200), deadline=None)
@given(
    value=st.recursive(
        st.text(st.characters(exclude_categories=["Cs"])) | st.integers() | st.booleans() | st.none(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=8,
    ),
    odd=st.sampled_from(OUTSIDE),
    data=st.data(),
)
def test_a_value_is_never_changed(value: object, odd: str, data: st.DataObject) -> None:
    body = {"coll": "users", "msg": {"text": "x"}, "query": {"a": value}}
    pieces = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).iterencode(body)
    spoilt = "".join(
        piece + (odd if piece in {",", ":", "{", "}"} and data.draw(st.booleans()) else "") for piece in pieces
    )
    assert read_curl(spoilt).body == body
