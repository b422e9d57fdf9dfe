"""Names of what is kept: one line, and nothing in them that nobody sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoro_desktop.invisible import find
from scoro_desktop.messages.names import as_name
from scoro_desktop.messages.template import read_tags


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("two\nlines", "two lines"),
        ("two\r\nlines", "two lines"),
        ("two\tcells", "two cells"),
        ("two\u2028lines\x85", "two lines"),
        ("  a   b ", "a b"),
        ("no\u00a0break", "no break"),
        ("\u202egnp.exe", "gnp.exe"),
        ("Sa\u200ble", "Sale"),
        ("\u2067שלום\u2069", "שלום"),
        ("\ufeffSale", "Sale"),
        ("half \ud83d", "half"),
        ("👩🏽\u200d🚀 ❤️", "👩🏽\u200d🚀 ❤️"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\u200b\n", ""),
    ],
)
def test_a_name_is_what_is_seen_of_it(text: str, name: str) -> None:
    assert as_name(text) == name
    assert read_tags(text) == ((name,) if name else ())


@given(st.text())
def test_every_name_is_a_line_that_stays_as_it_is(text: str) -> None:
    name = as_name(text)
    assert len(name.splitlines()) <= 1
    assert as_name(name) == name
    assert next(find(name), None) is None
