"""Closing with something planned, the start with the computer, and the tray."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QPushButton, QSystemTrayIcon

from scoro_desktop.app import Application
from scoro_desktop.ui.runtime.desktop_note import DesktopNotes
from scoro_desktop.ui.runtime.show_requests import bring_forward
from scoro_desktop.ui.window import staying_presenter
from scoro_desktop.ui.window.staying_presenter import StayingPresenter
from tests.journey.conftest import WAIT_MS, Person, Start
from tests.journey.later import Hand, plan
from tests.journey.stored import at_rest
from tests.journey.test_calendar import put


@pytest.fixture
def entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config" / "autostart" / "scoro-desktop.desktop"


class Icon(QObject):
    """Stands for the icon: the desktop of tests has no tray to put one into."""

    ActivationReason = QSystemTrayIcon.ActivationReason
    activated = Signal(object)

    def __init__(self, _picture: QIcon, parent: QObject) -> None:
        super().__init__(parent)
        self.tip, self.is_shown = "", False

    def setToolTip(self, tip: str) -> None:
        self.tip = tip

    def setContextMenu(self, menu: QMenu) -> None:
        self.menu = menu

    def show(self) -> None:
        self.is_shown = True

    def hide(self) -> None:
        self.is_shown = False


@pytest.fixture
def tray(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A desktop with a tray, and no end of the process: what would have ended it."""
    ended: list[str] = []
    monkeypatch.setattr(StayingPresenter, "is_available", staticmethod(lambda: True))
    monkeypatch.setattr(staying_presenter, "QSystemTrayIcon", Icon)
    monkeypatch.setattr(StayingPresenter, "end", staticmethod(lambda: ended.append("quit")))
    return ended


def begun(start: Start, person: Person) -> Application:
    application = start()
    Hand(application)
    person.qtbot.waitUntil(lambda: application.window.staying.starts is not None, timeout=WAIT_MS)
    return application


def buttons(box: QMessageBox) -> set[str]:
    return {each.text() for each in box.findChildren(QPushButton) if each.isVisible()}


def test_closing_says_what_will_not_go_and_offers_to_start_with_the_computer(
    start: Start, person: Person, entry: Path
) -> None:
    application = begun(start, person)
    window = application.window
    for number in range(4):
        put(person, application, f"2026-12-0{2 + number}T09:00", summary=f"Sale {number}")

    def stay(box: QMessageBox) -> None:
        assert "While the app is closed, this will not be sent:" in box.text()
        assert "• “Sale 0” · Wed, Dec 2, 2026, 9:00" in box.text()
        assert "Sale 3" not in box.text()
        assert box.text().endswith("and 1 more")
        assert "you are asked about it" in box.informativeText()
        assert buttons(box) == {"Close anyway", "Keep it open"}  # there is no tray here
        person.press(box, "Keep it open")

    with person.answering(QMessageBox, stay):
        assert not window.close()
    assert window.isVisible()
    assert not entry.exists()

    def close(box: QMessageBox) -> None:
        check = box.checkBox()
        assert check is not None
        assert not check.isChecked()  # off by default
        check.click()
        person.press(box, "Close anyway")

    with person.answering(QMessageBox, close):
        window.commands["window.close"].trigger()
    assert not window.isVisible()
    person.qtbot.waitUntil(entry.exists, timeout=WAIT_MS)


def test_the_start_with_the_computer_is_turned_on_and_off_and_says_so(
    start: Start, person: Person, entry: Path
) -> None:
    application = begun(start, person)
    window = application.window
    action = window.commands["view.autostart"]
    assert not action.isChecked()
    action.trigger()
    person.qtbot.waitUntil(lambda: "will start with the computer" in window.notice.text(), timeout=WAIT_MS)
    assert str(application.services.data_dir) in entry.read_text(encoding="utf-8")
    window = begun(start, person).window
    assert window.commands["view.autostart"].isChecked()
    window.commands["view.autostart"].trigger()
    person.qtbot.waitUntil(lambda: "will not start with the computer" in window.notice.text(), timeout=WAIT_MS)
    assert not entry.exists()
    entry.parent.rmdir()
    entry.parent.write_text("in the way")
    window.commands["view.autostart"].trigger()
    person.qtbot.waitUntil(lambda: "could not be changed" in window.notice.text(), timeout=WAIT_MS)
    assert not window.commands["view.autostart"].isChecked()


def test_what_is_found_out_for_a_window_that_is_gone_is_dropped(
    start: Start, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, looks = threading.Event(), []

    def look() -> bool:
        gate.wait(WAIT_MS / 1000)
        looks.append(True)
        return True

    monkeypatch.setattr(staying_presenter, "_is_on", look)
    application = start()
    application._change_language("ru")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gate.set()
    person.qtbot.waitUntil(lambda: len(looks) == 2, timeout=WAIT_MS)
    person.qtbot.waitUntil(application.window.commands["view.autostart"].isChecked, timeout=WAIT_MS)


@pytest.mark.usefixtures("entry")
def test_in_the_tray_closing_hides_a_click_brings_back_and_quit_quits(
    start: Start, person: Person, tray: list[str]
) -> None:
    application = begun(start, person)
    window = application.window
    assert window.findChild(Icon) is None  # nothing is planned, and nobody wants it
    window.commands["view.tray"].trigger()
    icon = window.findChild(Icon)
    assert icon is not None
    assert (icon.tip, icon.is_shown) == ("Scoro Desktop", True)
    put(person, application, "2026-12-02T09:00")
    assert icon.tip == "Scoro Desktop: 1 planned, the next Wed, Dec 2, 2026, 9:00\u202fAM"
    assert not window.close()
    assert not window.isVisible()
    assert not QApplication.quitOnLastWindowClosed()  # a dialog of a hidden window ends nothing
    icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert window.isVisible()
    assert QApplication.quitOnLastWindowClosed()

    assert not window.close()
    with person.answering(QMessageBox, lambda box: person.press(box, "Keep it open")):
        window.staying.quit()  # asked in the window, which is there again for it
    assert window.isVisible()
    application.services.later.cancel(application.services.later.plans[0].id)
    at_rest()
    window.close()
    assert not window.isVisible()
    assert tray == []
    window.staying.quit()
    assert tray == ["quit"]


@pytest.mark.usefixtures("entry")
def test_started_with_the_computer_it_sends_out_of_the_way_and_asks_on_the_desktop(
    start: Start, person: Person, tray: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, str]] = []
    monkeypatch.setattr(DesktopNotes, "tell", lambda _notes, title, text: told.append((title, text)))
    monkeypatch.setattr(QApplication, "activeWindow", lambda: None)
    application = begun(start, person)
    window = application.window
    window.commands["view.tray"].trigger()
    person.write_push(window, "Spring sale", '{"deviceType": "android"}')
    person.wait_for_count(window)
    plan(person, window, "2026-12-02 09:00")
    plan(person, window, "2026-12-02 12:00")
    put(person, application, "2026-12-02T12:00")

    application = start(minimized=True)
    hand = Hand(application)
    window = application.window
    icon = window.findChild(Icon)
    assert icon is not None
    person.qtbot.waitUntil(lambda: application.services.later.is_read, timeout=WAIT_MS)
    person.qtbot.waitUntil(window.isHidden, timeout=WAIT_MS)
    assert icon.is_shown
    assert icon.tip.startswith("Scoro Desktop: 3 planned, the next ")
    assert not QApplication.quitOnLastWindowClosed()
    hand.move_to("12-02 06:00")
    person.qtbot.waitUntil(lambda: [title for title, _ in told] == ["Sent"], timeout=WAIT_MS)
    assert window.isHidden()
    # The computer sleeps over the next ones: it is told once, and nothing of a message.
    hand.move_to("12-02 10:00")
    person.qtbot.waitUntil(lambda: len(told) == 2, timeout=WAIT_MS)
    assert told[1] == ("2 planned not sent", "Its time passed while the app was closed or the computer asleep.")
    # Whatever shows the window, closing it ends the app again where the person does not want the tray.
    bring_forward(window)
    assert window.isVisible()
    assert window.later_bar.isVisible()
    assert QApplication.quitOnLastWindowClosed()
    window.commands["view.tray"].trigger()
    assert window.close()
    assert tray == []


@pytest.mark.usefixtures("entry")
def test_where_there_is_no_tray_it_is_said(start: Start, person: Person) -> None:
    window = begun(start, person).window
    window.commands["view.tray"].trigger()
    assert not window.commands["view.tray"].isChecked()
    assert "has no tray" in window.notice.text()
    assert window.close()
