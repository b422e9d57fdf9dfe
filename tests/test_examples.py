"""Examples: what Hypothesis is told, so that it need not find it out, is right."""

from hypothesis.internal import charmap

from tests.examples import know_utf_8


def test_utf_8_has_every_letter_but_halves_of_pairs() -> None:
    know_utf_8()
    encodable, changed = charmap.intervals_from_codec("utf-8")
    assert encodable.intervals == ((0, 0xD7FF), (0xE000, 0x10FFFF))
    assert not changed.intervals
