"""Tests of the text that an account adds to each SMS: it stands at the end once, whatever the text is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoro_desktop.messages.channels.sms.suffix import own_length, with_suffix

STOP = "Reply STOP to 1234"


@pytest.mark.parametrize(
    ("text", "suffix", "whole"),
    [
        ("Sale", STOP, "Sale Reply STOP to 1234"),
        ("Sale ", STOP, "Sale Reply STOP to 1234"),
        ("Sale\n", STOP, "Sale\nReply STOP to 1234"),
        ("Sale", "  Reply STOP to 1234  ", "Sale  Reply STOP to 1234"),
        ("Sale", "\nReply STOP to 1234", "Sale\nReply STOP to 1234"),
        ("Sale ", "\nSTOP", "Sale \nSTOP"),
        ("Sale", ". STOP 1234", "Sale. STOP 1234"),
        ("Распродажа", "Отписка: СТОП на 1234", "Распродажа Отписка: СТОП на 1234"),
        ("Sale Reply STOP to 1234", STOP, "Sale Reply STOP to 1234"),
        ("Sale\nReply STOP to 1234 \n", STOP, "Sale\nReply STOP to 1234 \n"),
        (STOP, STOP, STOP),
        ("Buy nonstop", "stop", "Buy nonstop stop"),
        ("Reply STOP to 1234 today", STOP, "Reply STOP to 1234 today Reply STOP to 1234"),
        ("", STOP, ""),
        (" \n", STOP, " \n"),
        ("Sale", "", "Sale"),
        ("Sale", " \n", "Sale"),
    ],
)
def test_the_text_with_what_is_added(text: str, suffix: str, whole: str) -> None:
    assert with_suffix(text, suffix) == whole


texts = st.text(st.sampled_from("ab .\n\t\u00a0STOP😀") | st.characters(), max_size=12)


@given(texts, texts)
def test_it_is_added_once_and_the_rest_is_kept(text: str, suffix: str) -> None:
    whole = with_suffix(text, suffix)
    assert whole.startswith(text)
    assert with_suffix(whole, suffix) == whole
    if text.strip() and suffix.strip():
        assert whole.rstrip().endswith(suffix.strip())
        assert own_length(whole, suffix) <= len(text)
    else:
        assert whole == text
