"""Texts that a reader takes for the same are found by one another."""

import pytest

from scoro_desktop.messages.searching import plain

SAME = [
    ("Рас\u00adпродажа", "распродажа"),
    ("распродажа", "Рас\u00adпродажа"),
    ("Рас\u200bпродажа", "распродажа"),
    ("Рас\u2060продажа", "РАСПРОДАЖА"),
    ("\u2067Распродажа\u2069", "распродажа"),
    ("Распрода\u0301жа", "распродажа"),
    ("Ёлки", "елки"),
    ("\u0415\u0308лки", "елки"),
    ("Caf\u00e9", "cafe\u0301"),
    ("Йод", "\u0438\u0306од"),
    ("❤️", "❤"),
]


@pytest.mark.parametrize(("text", "typed"), SAME)
def test_a_text_is_found(text: str, typed: str) -> None:
    assert plain(typed) in plain(text)
