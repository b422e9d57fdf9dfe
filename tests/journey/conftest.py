"""The real app over a real database, a real sandbox and a keyring in memory; driven as a person drives it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.app import Application
from scoro_desktop.storage.vault import Vault
from scoro_desktop.ui.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.main_window import MainWindow
from tests.storage.keyrings import MemoryKeyring

Start = Callable[[], Application]
WAIT_MS = 20_000
"""How long a signal may be waited for before a test gives up: long, since the machine may be busy."""


@pytest.fixture
def keyring() -> MemoryKeyring:
    return MemoryKeyring()


@pytest.fixture
def start(qapp: QApplication, tmp_path: Path, keyring: MemoryKeyring) -> Iterator[Start]:
    """Starts the app over one data folder; started again, it finds what the first one left."""
    running: list[Application] = []

    def begin() -> Application:
        while running:
            stop(running.pop())
        application = Application(qapp, tmp_path / "data", vault=Vault(keyring))
        running.append(application)
        application.window.resize(1280, 800)
        application.show()
        return application

    def stop(application: Application) -> None:
        application.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    yield begin
    while running:
        stop(running.pop())


@pytest.fixture
def window(start: Start) -> MainWindow:
    return start().window


class Person:
    """Hands on mouse and keyboard."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot

    def click(self, widget: QWidget) -> None:
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def type_into(self, widget: QWidget, text: str) -> None:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.qtbot.keyClicks(widget, text)

    def wait_for_count(self, window: MainWindow, number: int | None = None) -> int:
        """Waits until the count of the audience is there, and gives it."""
        live = window.tab.live_count

        def counted() -> bool:
            value = live.count.value
            return live.count.state.value == "known" and value is not None and number in {None, value}

        self.qtbot.waitUntil(counted, timeout=WAIT_MS)
        assert live.count.value is not None
        return live.count.value

    def press_send(self, window: MainWindow) -> ConfirmDialog:
        """Presses Send and waits until the confirmation has counted."""
        self.click(window.bar.send)
        dialog = window.findChild(ConfirmDialog)
        assert isinstance(dialog, ConfirmDialog), window.footer.text()
        self.qtbot.waitUntil(lambda: dialog.count is not None, timeout=WAIT_MS)
        return dialog

    def confirm(self, window: MainWindow, dialog: ConfirmDialog) -> None:
        """Presses the button of the confirmation and waits for the outcome."""
        with self.qtbot.waitSignal(
            window.flow.row_changed, timeout=WAIT_MS, check_params_cb=lambda send: send.outcome.value != "sending"
        ):
            self.click(dialog.send_button)


@pytest.fixture
def person(qtbot: QtBot) -> Person:
    return Person(qtbot)
