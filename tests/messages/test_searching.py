"""Texts that a reader takes for the same are found by one another."""

import pytest

from scoro_desktop.messages.request import Channel
from scoro_desktop.messages.searching import plain
from scoro_desktop.messages.template import Template, matches

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
    template = Template("x", Channel.SMS, {"msg": {"text": text}})
    assert matches(template, typed)
    assert not matches(template, typed + "qqq")
    assert matches(Template(text, Channel.SMS, {}), typed)
