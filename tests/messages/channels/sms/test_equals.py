"""Tests of the characters that make an SMS longer than its words need, and of what stands in their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoro_desktop.messages.channels.sms.equals import Kind, outsiders
from scoro_desktop.messages.channels.sms.parts import GSM7, Alphabet, split


@pytest.mark.parametrize(
    ("text", "replaced"),
    [
        ("“Sale” ‘today’", "\"Sale\" 'today'"),
        ("«Sale» – 5–7 — now…", '"Sale" - 5-7 - now...'),
        ("it’s 5\u00a0%", "it's 5 %"),
        ("a\u200bb\ufeff", "ab"),
        ("2×2 • yes", "2x2 - yes"),
        ("o\u0308l", "öl"),  # a letter and its mark, which together GSM has
        ("ﬁne Ⅳ", "fine IV"),
        ("hello wоrld", "hello world"),  # a Cyrillic letter in a Latin word
        ("20℃", "20℃"),  # nothing in GSM says degrees
    ],
)
def test_what_says_the_same_is_replaced(text: str, replaced: str) -> None:
    assert outsiders(text).replaced(text) == replaced


@pytest.mark.parametrize(("text", "plain"), [("Olá, você", "Ola, voce"), ("Łódź", "Lodz"), ("cœur", "coeur")])
def test_spelling_is_left_alone_unless_it_is_asked_for(text: str, plain: str) -> None:
    found = outsiders(text)
    assert {each.kind for each in found.found} == {Kind.ACCENT}
    assert found.replaced(text) == text
    assert found.replaced(text, accents=True) == plain


def test_what_has_no_equal_is_one_however_many_characters_it_takes() -> None:
    (family,) = outsiders("Hi \U0001f468\u200d\U0001f469\u200d\U0001f467!").found
    assert (family.kind, family.text) == (Kind.NONE, "\U0001f468\u200d\U0001f469\u200d\U0001f467")


@pytest.mark.parametrize("text", ["Привет, «мир»", "Скидка 5 – 7", "Γειά", "“今日”", "СОС", "Sale в Омске “today”"])
def test_of_another_script_nothing_is_told(text: str) -> None:
    found = outsiders(text)
    assert found.found == ()
    assert found.replaced(text, accents=True, without_equal=True) == text


@given(st.text(st.sampled_from("aé[€“”’…–\u00a0\u200báo\u0301ł😀\u200dоя×℃ \n") | st.characters(), max_size=60))
def test_all_of_it_is_found_and_nothing_else_is_changed(text: str) -> None:
    found = outsiders(text)
    if not found.found and split(text).alphabet is Alphabet.UCS2:  # of another script
        return
    at = 0
    for each in found.found:
        assert text[each.start : each.end] == each.text != ""
        assert set(text[at : each.start]) <= GSM7
        assert set(each.equal) <= GSM7
        at = each.end
    assert set(text[at:]) <= GSM7
    freed = found.replaced(text, accents=True, without_equal=True)
    assert split(freed).alphabet is Alphabet.GSM7
    assert bool(found.found) == (split(text).alphabet is Alphabet.UCS2)
