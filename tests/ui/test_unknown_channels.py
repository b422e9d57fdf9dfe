"""Messages of a channel that this version does not know: seen as such, and never put into the form of another."""

import contextlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from scoro_desktop.curl.reading import Shell
from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.storage.database import DATABASE, open_database
from scoro_desktop.storage.history import History
from scoro_desktop.ui.curl import copying
from scoro_desktop.ui.curl.copy_questions import CannotCopy
from scoro_desktop.ui.history import history_model
from scoro_desktop.ui.history.send_details import SendDetails
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import Start
from tests.storage.sends import new_send
from tests.storage.test_unknown_channels import fill, rename


@pytest.fixture
def window(data_dir: Path, start: Start) -> MainWindow:
    with contextlib.closing(open_database(data_dir / DATABASE)) as connection:
        fill(connection, data_dir.with_name("today.db"))
        history = History(connection)
        history.settle(history.record(new_send()).id, Failure(Outcome.UNKNOWN, "read_timeout"))
        rename(connection)
    return start().window


def forms(window: MainWindow) -> list[object]:
    return [window.tabs.widget(number).state() for number in range(window.tabs.count())]  # type: ignore[union-attr]


def test_a_send_is_shown_and_cannot_be_used_again(window: MainWindow, qtbot: QtBot) -> None:
    table = window.history.table
    qtbot.waitUntil(lambda: table.model().rowCount() == 2)
    before = forms(window)
    cell = table.model().index(0, history_model.CHANNEL)
    assert cell.data() == "unknown: whisper"
    table.selectRow(0)
    actions = {each.text(): each for each in table.actions()}
    assert actions["Details"].isEnabled()
    assert not actions["Use again"].isEnabled()
    assert not actions["Copy as curl"].isEnabled()
    assert not actions["Count again"].isVisible()
    actions["Details"].trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(SendDetails)))
    (details,) = window.findChildren(SendDetails)
    assert "unknown: whisper" in [each.text() for each in details.findChildren(QLabel)]
    usable = {each.text(): each.isEnabled() for each in details.findChildren(QPushButton) if each.isVisibleTo(details)}
    assert not usable["Use again"]
    assert not usable["Copy as curl"]
    assert "Count again" not in usable
    details.close()
    assert forms(window) == before


def test_nothing_that_asks_for_it_by_another_way_fills_a_form(
    window: MainWindow, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with contextlib.closing(open_database(data_dir / DATABASE)) as connection:
        send = History(connection).get(1)
    assert send is not None
    before, told = forms(window), list[str]()
    monkeypatch.setattr(CannotCopy, "tell", lambda why, _parent: told.append(why))
    window.messages.use_again(send)
    window.messages.count_again(send)
    window.messages.correct(send)
    assert not copying.copy_send(send, Shell.POSIX, window)
    assert told == ["This version of the app does not know the channel of this message (unknown: whisper)."]
    assert forms(window) == before


def test_a_draft_is_listed_and_opens_in_no_form(window: MainWindow, qtbot: QtBot) -> None:
    before = forms(window)
    dialog = window.drafts.show()
    qtbot.waitUntil(lambda: dialog.named.list.count() == 1)
    assert "unknown: whisper" in dialog.named.list.item(0).text()
    dialog.named.activated.emit()
    assert any("has no form for this draft (unknown: whisper)" in each.text() for each in dialog.findChildren(QLabel))
    dialog.close()
    assert forms(window) == before


def test_templates_are_told_of(window: MainWindow, qtbot: QtBot) -> None:
    dialog = window.templates.show()
    words = "Kept, but this version of the app has no form for them: “Sale” (unknown: whisper)."
    qtbot.waitUntil(lambda: dialog.list.unknown.text() == words)
    qtbot.waitUntil(lambda: dialog.list.unknown.isVisibleTo(dialog))  # the lists may be read before all is shown
    assert not dialog.list.list.findItems("Sale", Qt.MatchFlag.MatchContains)
    dialog.close()
