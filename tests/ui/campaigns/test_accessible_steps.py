"""The page Campaigns as a screen reader goes through it, step by step: names, roles, and where the keyboard is."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoro_desktop.app import Application
from scoro_desktop.sandbox.server import Sandbox
from tests.journey.campaigns import Campaigner, Gate, out_of_excel
from tests.journey.conftest import WAIT_MS, Start
from tests.journey.conftest import data_dir as data_dir
from tests.journey.conftest import keyring as keyring
from tests.journey.conftest import short_pauses as short_pauses
from tests.journey.conftest import start as start
from tests.ui.test_accessible_tree import unclear


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


@pytest.fixture
def app(start: Start) -> Application:
    return start()


def test_every_step_says_what_each_part_is_and_has_the_keyboard_where_work_begins(
    app: Application, person: Campaigner, tmp_path: Path
) -> None:
    assert isinstance(app.sandbox, Sandbox)
    window = app.window
    view = person.begin(window, "{{Имя|друг}}, ваш код {{код}}")
    assert unclear(window) == []
    assert window.focusWidget() is view.recipients.choice.file
    person.take_list(view, out_of_excel(tmp_path / "list.csv", 12))
    assert unclear(window) == []
    assert window.focusWidget() is view.recipients.check
    person.check(view)
    assert unclear(window) == []
    assert window.focusWidget() is view.check.demand.typed
    assert view.check.heading.visibleRegion().boundingRect().width() > 40, "what the rows below are is seen"
    gate = Gate(app.sandbox, after=2)
    person.start(view, 12)
    person.qtbot.waitUntil(gate.reached.is_set, timeout=WAIT_MS)
    assert unclear(window) == []
    assert window.focusWidget() is view.running.pause
    person.click(view.running.pause)
    gate.open()
    person.wait_for_pause(view)
    assert unclear(window) == []
    assert window.focusWidget() is view.running.go_on, "and not what stops it for good"
    view.running.which.setFocus()
    for wanted in (view.running.export, view.running.table):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        assert window.focusWidget() is wanted, "as it is read"
    person.click(view.back)
    assert unclear(window) == []
    assert window.focusWidget() is person.page(window).list.table
    QTest.keyClick(person.page(window).list.table, Qt.Key.Key_Return)
    person.settle()
    assert view.running.go_on.isVisible()


def test_f6_goes_from_the_bar_to_the_page_and_back(app: Application, person: Campaigner) -> None:
    window = app.window
    view = person.begin(window, "Hi")
    window.commands["view.next_region"].trigger()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.bar.isAncestorOf(focus)
    window.commands["view.next_region"].trigger()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert view.isAncestorOf(focus)
