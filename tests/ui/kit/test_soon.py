"""Tests of what is to be done soon, and is not held by anything if its object goes before."""

import gc
import re
import weakref
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.kit.unhurried import soon

UI = Path(__file__).resolve().parents[3] / "scoro_desktop" / "ui"


class Known:
    """Something that is known to what is to be done."""

    def __init__(self) -> None:
        self.calls = 0

    def call(self) -> None:
        self.calls += 1


@pytest.mark.parametrize("ms", [0, 10])
def test_it_is_done_once_and_later(qtbot: QtBot, ms: int) -> None:
    owner, known = QObject(), Known()
    soon(owner, known.call, ms)
    assert known.calls == 0
    qtbot.waitUntil(lambda: known.calls == 1)
    qtbot.waitUntil(lambda: not owner.children())


@pytest.mark.usefixtures("qapp")
def test_nothing_is_held_where_its_object_goes_before() -> None:
    owner, known = QObject(), Known()
    is_there = weakref.ref(known)
    soon(owner, lambda known=known: known.call())  # type: ignore[misc]
    shiboken6.delete(owner)
    del known
    QCoreApplication.processEvents()
    gc.collect()
    assert is_there() is None


def test_nobody_uses_what_holds_it() -> None:
    texts = {path: path.read_text("utf-8") for path in UI.rglob("*.py")}
    assert [path.name for path, text in texts.items() if re.search(r"QTimer\.singleShot\(", text)] == []
