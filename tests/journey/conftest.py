"""The real app over a real database, a real sandbox and a keyring in memory; driven as a person drives it."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol, TypeVar

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.app import Application
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import Account, Keys
from scoro_desktop.storage.accounts import AccountStore
from scoro_desktop.storage.database import DATABASE, open_database
from scoro_desktop.storage.settings import Settings
from scoro_desktop.storage.vault import Vault
from scoro_desktop.ui.accounts.accounts_dialog import AccountsDialog
from scoro_desktop.ui.audience.audience_panel import AudiencePanel
from scoro_desktop.ui.audience.query_editor import QueryEditor
from scoro_desktop.ui.history import history_model
from scoro_desktop.ui.history.send_details import SendDetails
from scoro_desktop.ui.kit.pauses import Pause
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.processes import Processes
from tests.journey.sight import is_waiting
from tests.journey.stored import at_rest, rest
from tests.storage.keyrings import MemoryKeyring

W = TypeVar("W", bound=QWidget)
D = TypeVar("D", bound=QDialog)

WAIT_MS = 20_000
"""The time that a test waits for a signal before it gives up: long, since the machine may be busy."""


class Start(Protocol):
    """Starts the app over one data folder; started again, it finds what the first one left."""

    def __call__(
        self, vault: Vault | None = None, arisen: Callable[[], int] = ..., *, minimized: bool = False
    ) -> Application: ...


HaveAccount = Callable[[Account, Keys], None]


PAUSE_SHARE = 0.1
"""Of a pause in the typing: nobody types here, and what comes after it is waited for."""


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Pause, "share", PAUSE_SHARE)


@pytest.fixture
def keyring() -> MemoryKeyring:
    return MemoryKeyring()


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def start(qapp: QApplication, data_dir: Path, keyring: MemoryKeyring) -> Iterator[Start]:
    running: list[Application] = []

    def begin(
        vault: Vault | None = None, arisen: Callable[[], int] = lambda: 0, *, minimized: bool = False
    ) -> Application:
        while running:
            stop(running.pop())
        application = Application(qapp, data_dir, vault=vault or Vault(keyring), arisen=arisen)
        running.append(application)
        application.window.resize(1280, 800)
        (application.show_out_of_the_way if minimized else application.show)()
        application.window.building.finish()  # sooner than a person could do anything
        application.window.commands["view.history"].setChecked(True)  # most journeys end in its rows
        rest(application.services.storage)
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


@pytest.fixture
def have_account(data_dir: Path, keyring: MemoryKeyring) -> HaveAccount:
    """Leaves an account behind as an earlier run of the app would have, chosen, its keys in the keyring."""

    def have(account: Account, keys: Keys) -> None:
        with contextlib.closing(open_database(data_dir / DATABASE)) as connection:
            AccountStore(connection).add(account)
            Settings(connection).selected_account = account.id
        Vault(keyring).store(account, keys)

    return have


@pytest.fixture
def server() -> Iterator[Sandbox]:
    """Any server that speaks the API: not the one that the app brings along."""
    sandbox = Sandbox()
    sandbox.start()
    yield sandbox
    sandbox.close()


def shown(parent: QWidget, kind: type[W], text: str | None = None) -> W:
    """The one widget of a kind that can be seen in `parent`, by its words where there are several."""
    at_rest()
    found = [
        widget
        for widget in parent.findChildren(kind)
        if widget.isVisible() and (text is None or (isinstance(widget, QAbstractButton) and widget.text() == text))
    ]
    assert len(found) == 1, f"{len(found)} of {kind.__name__} {text or ''}"
    return found[0]


class Person:
    """Hands on mouse and keyboard."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot

    def click(self, widget: QWidget) -> None:
        self._lay_out()  # a button that appeared a moment ago moves once more, and a click where it was is no click
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def settle(self) -> None:
        """Waits until the disk has done what was asked of it, and the window was told."""
        at_rest()

    def _lay_out(self) -> None:
        """Puts everything in its place, as it is for a person before the hand gets there: each turn may ask for one
        more, up to the depth of the window.
        """
        for _ in range(4):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def press(self, parent: QWidget, text: str) -> None:
        """Clicks the button with these words."""
        button = shown(parent, QPushButton, text)
        assert button.isEnabled(), text
        self.click(button)

    def point_at(self, widget: QWidget) -> None:
        """Moves the pointer onto a widget, as far as Qt tells of it."""
        place = QPointF(5, 5)
        QApplication.sendEvent(widget, QEnterEvent(place, place, widget.mapToGlobal(place)))

    def type_into(self, widget: QWidget, text: str) -> None:
        self._choose_json_for(widget)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        QTest.keyClicks(widget, text)

    def _choose_json_for(self, widget: QWidget) -> None:
        """A query is typed where it can be seen: under JSON."""
        panel: QWidget | None = widget
        while isinstance(widget, QueryEditor) and panel is not None and not isinstance(panel, AudiencePanel):
            panel = panel.parentWidget()
        if isinstance(panel, AudiencePanel) and not panel.by_query.isChecked():
            self.click(panel.by_query)

    def fill(self, widget: QWidget, text: str) -> None:
        """Types in place of what stood there. Text that has no keys on a plain keyboard is pasted."""
        self._choose_json_for(widget)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        if text.isascii() and text:
            QTest.keyClicks(widget, text)
        elif text:
            self.paste(widget, text)
        else:
            QTest.keyClick(widget, Qt.Key.Key_Delete)

    def paste(self, widget: QWidget, text: str) -> None:
        """Pastes at the cursor, with the keyboard."""
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        QApplication.clipboard().setText(text)
        QTest.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def choose(self, box: QComboBox, text: str) -> None:
        """Goes through a list with the arrow keys to the one entry that begins so."""
        rows = [row for row in range(box.count()) if box.itemText(row).startswith(text)]
        assert len(rows) == 1, [box.itemText(row) for row in range(box.count())]
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        while box.currentIndex() != rows[0]:
            QTest.keyClick(box, Qt.Key.Key_Down if box.currentIndex() < rows[0] else Qt.Key.Key_Up)

    @contextlib.contextmanager
    def answering(self, kind: type[D], act: Callable[[D], None]) -> Iterator[None]:
        """Does `act` to the dialog of a kind that holds up what is done inside; fails where none comes up."""
        answered: list[BaseException | None] = []
        timer = QTimer(interval=10)

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, kind) or not dialog.isVisible():
                return
            timer.stop()
            try:
                act(dialog)
            except BaseException as error:  # noqa: BLE001 (the dialog waits for an end before the test can fail)
                answered.append(error)
            else:
                answered.append(None)
            if dialog.isVisible():
                dialog.reject()

        timer.timeout.connect(look)
        timer.start()
        try:
            yield
            self.qtbot.waitUntil(lambda: bool(answered), timeout=WAIT_MS)
        finally:
            timer.stop()
        if answered[0] is not None:
            raise answered[0]

    def wait_for_count(self, window: MainWindow, number: int | None = None) -> int:
        """Waits until the count of the audience is there, and gives it."""
        live = window.tab.live_count

        def counted() -> bool:
            value = live.count.value
            return live.count.state.value == "known" and value is not None and number in {None, value}

        self.qtbot.waitUntil(counted, timeout=WAIT_MS)
        assert live.count.value is not None
        return live.count.value

    def wait_for_no_count(self, window: MainWindow) -> None:
        """Waits until it is plain that nobody can say how many."""
        self.qtbot.waitUntil(lambda: window.tab.live_count.count.state.value == "unknown", timeout=WAIT_MS)

    def wait_for_keys(self, window: MainWindow) -> None:
        """Waits until the keyring has said what it has to say of the account in use."""
        self.qtbot.waitUntil(lambda: not window.current.loading, timeout=WAIT_MS)

    def press_send(self, window: MainWindow) -> ConfirmDialog:
        """Presses Send and waits until the confirmation has counted, or could not."""
        self.click(window.footer.send)
        dialog = next((each for each in window.findChildren(ConfirmDialog) if each.isVisible()), None)
        assert dialog is not None, window.footer.text()
        self.qtbot.waitUntil(lambda: dialog.count is not None or dialog.again_button.isVisible(), timeout=WAIT_MS)
        self.settle()
        return dialog

    def send_test(self, window: MainWindow) -> ConfirmDialog | None:
        """Has a test sent; the confirmation that comes up, if one does."""
        window.send_test()
        self.settle()
        return next((each for each in window.findChildren(ConfirmDialog) if each.isVisible()), None)

    def confirm(self, window: MainWindow, dialog: ConfirmDialog) -> None:
        """Presses the button of the confirmation and waits for the outcome."""
        with self.qtbot.waitSignal(
            window.flow.row_changed, timeout=WAIT_MS, check_params_cb=lambda send: send.outcome.value != "sending"
        ):
            self.click(dialog.send_button)
        self.settle()

    def write_push(self, window: MainWindow, title: str, query: str) -> None:
        """Types a message, and pastes its audience, in place of what stands in the form."""
        self.fill(window.tab.form.first(), title)
        self.fill(window.tab.audience.editor, "")
        self.paste(window.tab.audience.editor, query)

    def open_accounts(self, window: MainWindow) -> AccountsDialog:
        """Opens the accounts and waits for the keys of the one that is shown."""
        self.click(window.bar.manage)
        dialog = shown(window, AccountsDialog)
        self.wait_until_free(dialog)
        return dialog

    def wait_until_free(self, dialog: AccountsDialog) -> None:
        """Waits until neither the keyring nor a server is being waited for."""
        self.qtbot.waitUntil(lambda: not is_waiting(dialog), timeout=WAIT_MS)

    def fill_in_account(self, dialog: AccountsDialog, account: Account, keys: Keys) -> None:
        """Fills the form in, field by field: the name is typed, what nobody knows by heart is pasted.

        Keys that are empty are left alone.
        """
        form = dialog.form
        self.fill(form.name, account.name)
        self.choose(form.environment, account.environment.value.capitalize())
        self.choose(form.access_kind, account.access_kind.value)
        form.limits.hold_seconds.setValue(account.hold_seconds)
        fields: list[tuple[QLineEdit, str]] = [
            (form.address, account.address),
            (form.application_id, account.application_id),
            (form.client_key, keys.client_key),
            (form.access_key, keys.access_key),
            (form.session, keys.session),
        ]
        for field, text in fields:
            if text or field is form.address or field is form.application_id:
                self.fill(field, "")
                self.paste(field, text)

    def save_account(self, dialog: AccountsDialog) -> None:
        """Presses Save and waits until that is done."""
        self.press(dialog, "Save")
        self.wait_until_free(dialog)

    def open_details(self, window: MainWindow, row: int = 0) -> SendDetails:
        """Selects a row of the history with the mouse and opens its details."""
        self.select_row(window, row)
        self.press(window.history, "Details")
        return shown(window.history, SendDetails)

    def select_row(self, window: MainWindow, row: int = 0) -> None:
        table = window.history.table
        place = table.visualRect(table.model().index(row, history_model.MESSAGE)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.settle()


@pytest.fixture
def person(qtbot: QtBot) -> Person:
    return Person(qtbot)


@pytest.fixture
def processes() -> Iterator[Processes]:
    processes = Processes()
    yield processes
    processes.close()
