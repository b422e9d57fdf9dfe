"""Clicks of the mouse that the usual ways through the window take, counted; what is typed or pasted is not."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode import replies
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.storage.history import HistoryFilter
from scoro_desktop.ui.accounts.accounts_dialog import AccountsDialog
from scoro_desktop.ui.audience.builder.offering_line import OfferingLine
from scoro_desktop.ui.channels.sms.sms_form import SmsForm
from scoro_desktop.ui.history import history_model
from scoro_desktop.ui.history.history_line import Outcome
from scoro_desktop.ui.history.send_details import SendDetails
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start, shown
from tests.journey.stored import rest, stored
from tests.ui.audience.builder.by_hand import row_at

FIRST_PUSH = 8
ACCOUNT = 12
PRICE = 3
REPEAT = 3
CORRECT = 3


class Counting(Person):
    """Counts each press of a button of the mouse."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot)
        self.clicks = 0

    def click(self, widget: QWidget) -> None:
        assert widget.isVisible()
        assert widget.isEnabled()
        self.clicks += 1
        super().click(widget)

    def click_at(self, view: QAbstractItemView, row: int, column: int = 0) -> None:
        """Clicks a line of a list."""
        self.clicks += 1
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=self._place(view, row, column))
        self.settle()

    def choose_in_menu(self, view: QAbstractItemView, row: int, column: int, words: str) -> None:
        """Opens the menu of a line with the right button, and clicks an act in it."""

        def take() -> None:
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu)
            (action,) = (each for each in menu.actions() if each.text() == words and each.isVisible())
            self.clicks += 1
            QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())

        handle = view.window().windowHandle()
        place = view.viewport().mapTo(view.window(), self._place(view, row, column))
        self.clicks += 1
        QTimer.singleShot(0, take)
        QTest.mouseClick(handle, Qt.MouseButton.RightButton, pos=place)
        self.settle()

    def _place(self, view: QAbstractItemView, row: int, column: int) -> QPoint:
        self._lay_out()
        place = view.visualRect(view.model().index(row, column)).center()
        assert view.viewport().rect().contains(place)
        return place

    def pick(self, box: QComboBox, text: str) -> None:
        """Opens a list at its arrow, and picks a line of it."""
        self.clicks += 1
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 8, box.height() // 2))
        row = box.findText(text, Qt.MatchFlag.MatchStartsWith)
        view = box.view()
        assert view.isVisible()
        view.scrollTo(view.model().index(row, 0))
        QTest.mouseMove(view.viewport(), self._place(view, row, 0))
        self.click_at(view, row)
        assert box.currentText().startswith(text)

    def write(self, window: QWidget, text: str) -> None:
        """Types where the keyboard of a window is: whoever has to go somewhere else has to click first."""
        where = window.focusWidget()
        assert where is not None
        QTest.keyClicks(where, text)


@pytest.fixture
def hand(qtbot: QtBot) -> Iterator[Counting]:
    before = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(0)  # so long does a list that opened not take the next click
    yield Counting(qtbot)
    QApplication.setDoubleClickInterval(before)


def press_outcome(hand: Counting, window: MainWindow) -> SendDetails:
    """Opens the details of the newest send where its outcome is said."""
    hand.click(next(each for each in window.history_line.findChildren(Outcome) if each.isVisible()))
    found: list[SendDetails] = []

    def is_open() -> bool:
        found[:] = [each for each in window.findChildren(SendDetails) if each.isVisible()]
        return bool(found)

    hand.qtbot.waitUntil(is_open, timeout=WAIT_MS)
    found[0].opening.finish()
    return found[0]


def send(hand: Counting, window: MainWindow) -> None:
    hand.click(window.footer.send)
    confirm(hand, window)


def press_send_key(hand: Counting, window: MainWindow) -> None:
    """Presses Ctrl+Enter where one writes."""
    window.activateWindow()  # as a window manager does once the dialog above it is closed
    hand.qtbot.waitUntil(window.isActiveWindow, timeout=WAIT_MS)
    where = window.focusWidget()
    assert where is not None
    QTest.keyClick(where, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def confirm(hand: Counting, window: MainWindow) -> None:
    dialog = shown(window, ConfirmDialog)
    hand.qtbot.waitUntil(dialog.send_button.isEnabled, timeout=WAIT_MS)
    with hand.qtbot.waitSignal(
        window.flow.row_changed, timeout=WAIT_MS, check_params_cb=lambda row: row.outcome is replies.Outcome.SENT
    ):
        hand.click(dialog.send_button)
    hand.settle()


def test_a_first_push_is_sent_repeated_and_corrected(start: Start, hand: Counting) -> None:
    application = start()
    window = application.window
    window.commands["view.history"].setChecked(False)
    hand.wait_for_keys(window)
    hand.write(window, "Great match!")
    hand.click(window.tab.audience.conditions.builder.root.add_condition)
    row = row_at(window.tab.audience.conditions.builder, 0)
    hand.qtbot.waitUntil(lambda: row.field.findText("deviceType") >= 0, timeout=WAIT_MS)
    hand.pick(row.field, "deviceType")
    (line,) = (each for each in row.findChildren(OfferingLine) if each.isVisible())
    hand.click(line.arrow)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QAbstractItemView)
    texts = [str(popup.model().index(each, 0).data()) for each in range(popup.model().rowCount())]
    hand.click_at(popup, texts.index("android"))
    assert hand.wait_for_count(window) > 0
    send(hand, window)
    assert hand.clicks <= FIRST_PUSH

    hand.clicks = 0
    hand.click(window.history_line.toggle)
    rest(application.services.storage)
    hand.click_at(window.history.table, 0, history_model.MESSAGE)
    hand.click(shown(window.history, QPushButton, "Use again"))
    assert hand.clicks <= REPEAT
    hand.write(window, "Another: ")
    assert window.tab.draft().message.summary().startswith("Another")
    hand.wait_for_count(window)
    send(hand, window)

    # The whole way, until it is sent: from the newest outcome below the message, with the key for Send
    hand.clicks = 0
    details = press_outcome(hand, window)
    hand.click(shown(details, QPushButton, "Correct it…"))
    assert "takes its place" in window.notice.text()
    hand.write(window, "Right: ")
    hand.wait_for_count(window)
    press_send_key(hand, window)
    confirm(hand, window)
    assert hand.clicks <= CORRECT

    hand.clicks = 0
    hand.click(shown(press_outcome(hand, window), QPushButton, "Use again"))
    hand.write(window, "Once more: ")
    hand.wait_for_count(window)
    press_send_key(hand, window)
    confirm(hand, window)
    assert hand.clicks <= REPEAT
    summaries = [line.summary for line in stored(application).history.page(HistoryFilter(), 0, 9)]
    right = "Right: Another: Great match!"
    assert summaries == [f"Once more: {right}", right, "Another: Great match!", "Great match!"]


def test_an_account_is_added_and_checked(start: Start, hand: Counting, server: Sandbox) -> None:
    window = start().window
    hand.wait_for_keys(window)
    hand.click(window.bar.manage)
    dialog = shown(window, AccountsDialog)
    hand.wait_until_free(dialog)
    hand.click(dialog.add_button)
    hand.write(dialog, "Shop")
    form = dialog.form
    hand.pick(form.environment, "Test")
    for field, text in (
        (form.address, server.address),
        (form.application_id, server.application_id),
        (form.client_key, server.client_key),
        (form.access_key, server.master_key),
    ):
        hand.click(field)
        field.selectAll()
        hand.paste(field, text)
    hand.pick(form.access_kind, "masterKey")
    hand.click(dialog.save_button)
    hand.wait_until_free(dialog)
    hand.click(dialog.check_button)
    hand.wait_until_free(dialog)
    assert "Access key: accepted" in dialog.notice.text()
    assert hand.clicks <= ACCOUNT


def test_the_price_of_an_sms_is_said(start: Start, hand: Counting, server: Sandbox, have_account: HaveAccount) -> None:
    account = Account("shop", "Shop", Environment.TEST, server.address, server.application_id, AccessKind.MASTER)
    have_account(account, Keys(server.client_key, server.master_key))
    window = start().window
    hand.wait_for_keys(window)
    tabs = window.tabs.tabBar()
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    hand.clicks = 1
    form = window.tab.form
    assert isinstance(form, SmsForm)
    hand.click(form.meter.account)
    dialog = shown(window, AccountsDialog)
    hand.wait_until_free(dialog)
    hand.write(dialog, "2.5")
    hand.click(dialog.save_button)
    hand.wait_until_free(dialog)
    assert hand.clicks <= PRICE
    dialog.reject()
    assert window.current.account is not None
    assert str(window.current.account.sms_price) == "2.5"
