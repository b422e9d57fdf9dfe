"""The words of the smoke run about a package in which something is missing; the run itself is among the journeys."""

import pytest

from scoro_desktop.ui import smoke


def test_lists_that_cannot_be_read_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert smoke.unread_lists() == []
    monkeypatch.setattr(smoke, "ENCODINGS", ("utf-8", "cp1251", "no-such-codec"))
    monkeypatch.setitem(smoke._SHEET, "_rels/.rels", "")
    assert smoke.unread_lists() == ["xlsx", "no-such-codec"]
