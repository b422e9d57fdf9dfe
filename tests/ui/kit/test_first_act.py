"""Somebody who does something first: for what an app that nobody touches can do without."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from scoro_desktop import app
from scoro_desktop.app import Application
from scoro_desktop.ui.kit.first_act import FirstAct
from tests.journey.conftest import Start


@pytest.fixture
def line(qtbot: QtBot) -> QLineEdit:
    line = QLineEdit()
    qtbot.addWidget(line)
    return line


@pytest.mark.parametrize(
    "act",
    [
        lambda line: QTest.keyClick(line, Qt.Key.Key_A),
        lambda line: QTest.mouseMove(line, QPoint(3, 4)),
        lambda line: QTest.mouseClick(line, Qt.MouseButton.LeftButton),
    ],
    ids=["key", "move", "click"],
)
def test_an_act_is_told_once(act: Callable[[QLineEdit], object], line: QLineEdit, qapp: QApplication) -> None:
    first = FirstAct(qapp)
    told: list[bool] = []
    first.done.connect(lambda: told.append(True))
    line.show()
    line.setText("by the app itself")
    QApplication.processEvents()
    assert told == []
    for _ in range(2):
        act(line)
        QApplication.processEvents()
    assert told == [True]


def test_who_waits_no_longer_is_told_nothing(line: QLineEdit, qapp: QApplication) -> None:
    first = FirstAct(qapp)
    told: list[bool] = []
    first.done.connect(lambda: told.append(True))
    first.end()
    QTest.keyClick(line, Qt.Key.Key_A)
    assert told == []


def test_dialogs_are_loaded_when_somebody_is_there(start: Start, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    """Also in the window that takes the place of the first."""
    fetched: list[bool] = []
    waiting: list[Application] = []
    wait = Application._wait_for_somebody

    def watched(application: Application) -> None:
        wait(application)
        waiting.append(application)

    monkeypatch.setattr(Application, "_fetch", lambda _self: fetched.append(True))
    monkeypatch.setattr(Application, "_wait_for_somebody", watched)
    monkeypatch.setattr(app, "FETCHED_AFTER_MS", 0)
    application = start()
    application.fetch_later()
    qtbot.waitUntil(lambda: bool(waiting))
    application.window.language_chosen.emit("ru")
    assert fetched == []
    QTest.keyClick(application.window, Qt.Key.Key_Shift)
    assert fetched == [True]
