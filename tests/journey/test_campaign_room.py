"""A campaign in a low window: why it stands still is read whole, and its lists are one click away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.ui.campaigns.campaign_view import CampaignView
from scoro_desktop.ui.campaigns.pause_shown import show_pause
from scoro_desktop.ui.kit.page_scroll_area import put_keyboard
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.campaigns import Campaigner, out_of_excel
from tests.journey.conftest import Start
from tests.ui.clipped import clipped
from tests.ui.letters import large_letters

pytestmark = pytest.mark.looks
TEXT = "{{Имя|друг}}, ваш код {{код}}"


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    with large_letters():
        yield


def is_whole(widget: QWidget) -> bool:
    return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()


def paused(start: Start, person: Campaigner, folder: Path) -> tuple[MainWindow, CampaignView]:
    """A campaign that waits for an answer by a person, in the smallest window."""
    app = start()
    window = app.window
    window.building.finish()
    assert isinstance(app.sandbox, Sandbox)
    app.sandbox.lose_answer(after=2)
    view = person.run(window, out_of_excel(folder / "list.csv", 12), TEXT, 12)
    person.wait_for_pause(view)
    window.resize(900, 560)
    turn(person)
    return window, view


def turn(person: Campaigner) -> None:
    for _ in range(5):  # what wraps asks for room in one turn, and has it in the next
        person.settle()
        QApplication.processEvents()


@pytest.mark.usefixtures("large")
def test_a_long_reason_leaves_the_lists_one_click_away(start: Start, person: Campaigner, tmp_path: Path) -> None:
    window, view = paused(start, person, tmp_path)
    running = view.running
    window.notice.offer("Your previous message is in Drafts.", "Bring it back", lambda: None)
    show_pause(running, "account_changed", "")
    turn(person)
    assert clipped(window) == []
    assert is_whole(running.what_to_do)
    assert is_whole(running.account)
    assert not running.table.isVisible()
    person.click(running.room.fold)
    turn(person)
    assert clipped(window) == []
    assert is_whole(running.export)
    assert running.table.viewport().height() >= running.table.rowHeight(0)
    show_pause(running, "unknown", "read_timeout")
    turn(person)
    assert is_whole(running.what_to_do), "what is new is said where it is seen"
    assert running.room.fold.hasFocus() or not running.table.hasFocus()


@pytest.mark.usefixtures("large")
def test_requests_stay_in_sight_once_they_are_chosen(start: Start, person: Campaigner, tmp_path: Path) -> None:
    window, view = paused(start, person, tmp_path)
    running = view.running
    running.which.setCurrentIndex(1)
    person.settle()
    turn(person)
    assert clipped(window) == []
    requests = running.requests
    assert is_whole(requests.body)
    for table in (requests.table, requests.people):
        assert table.viewport().height() >= table.rowHeight(0)
    window.resize(1280, 1000)
    turn(person)
    assert running.sums.isVisible()
    assert running.bar.isVisible()
    assert not running.room.fold.isVisible()


@pytest.mark.usefixtures("large")
def test_another_text_is_read_whole(start: Start, person: Campaigner, tmp_path: Path) -> None:
    window, view = paused(start, person, tmp_path)
    running = view.running
    running.room.fold.setChecked(True)
    text = "Скидка двадцать процентов до воскресенья."
    running.new_text.offer(Request.from_wire(Channel.SMS, {"coll": "users", "msg": {"text": text}}), 31)
    turn(person)
    assert clipped(window) == []
    assert is_whole(running.new_text.use)
    long = Request.from_wire(Channel.SMS, {"coll": "users", "msg": {"text": text * 9}})
    running.new_text.offer(long, 31)
    turn(person)
    assert clipped(window) == []
    for each in (running.new_text.use, running.new_text.keep):
        put_keyboard(each, running)
        assert is_whole(each), "it is scrolled to"
