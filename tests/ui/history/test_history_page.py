"""The page History: what is listed, narrowed by chips, and what it comes to."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QLabel, QLineEdit, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from scoro_desktop.scorocode.account import Environment
from scoro_desktop.scorocode.cost import Cost, Share
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.history import History, Send
from scoro_desktop.ui.history.history_model import MESSAGE
from scoro_desktop.ui.history.history_pane import HistoryPane
from scoro_desktop.ui.history.note_dialog import NoteDialog
from scoro_desktop.ui.history.page_head import PageHead
from scoro_desktop.ui.history.range_dialog import RangeDialog
from scoro_desktop.ui.kit.appearance import LIGHT
from scoro_desktop.ui.kit.chip import ChoiceChip
from scoro_desktop.ui.runtime.async_storage import AsyncStorage
from tests.journey.stored import rest
from tests.storage.sends import new_send

pytestmark = pytest.mark.looks

REFUSED = Failure(Outcome.REFUSED, "server_said_no", error_code="403")
UNKNOWN = Failure(Outcome.UNKNOWN, "reset")


class Page:
    """A pane as the page shows it, with hands on what a person uses."""

    def __init__(self, pane: HistoryPane, storage: AsyncStorage) -> None:
        self.pane = pane
        self._storage = storage
        assert pane.head is not None
        self.head: PageHead = pane.head

    def rows(self) -> str:
        rest(self._storage)
        model = self.pane.table.model()
        return "".join(str(model.index(row, MESSAGE).data()) for row in range(model.rowCount()))

    def sums(self) -> str:
        rest(self._storage)
        return self.head.sums.text()

    def chip(self, words: str) -> QToolButton:
        chips = self.head.findChildren(QToolButton)
        (found,) = (each for each in chips if each.text() == words or each.text() == f"{words} ▾")
        return found

    def click(self, words: str) -> None:
        QTest.mouseClick(self.chip(words), Qt.MouseButton.LeftButton)

    def tick(self, chip: str, *words: str) -> None:
        """Ticks in the menu of a chip, one after the other, by the keyboard, as long as it stays open."""
        button = self.chip(chip)
        menu = button.menu()
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        for each in words:
            (action,) = (action for action in menu.actions() if action.text() == each)
            menu.setActiveAction(action)
            QTest.keyClick(menu, Qt.Key.Key_Space)
            assert menu.isVisible()
        menu.close()

    def links(self) -> list[str]:
        rest(self._storage)
        return [each.text() for each in self.head.findChildren(QPushButton) if each.isVisible()]

    def link(self, words: str) -> None:
        rest(self._storage)
        (found,) = (each for each in self.head.findChildren(QPushButton) if each.isVisible() and each.text() == words)
        found.click()

    def seen(self) -> str:
        rest(self._storage)
        return "\n".join(label.text() for label in self.pane.findChildren(QLabel) if label.isVisible())


Seed = Callable[..., Send]


@pytest.fixture
def seed(connection: Any) -> Seed:
    """Records a send of so many days ago, and what came of it."""

    def record(summary: str, reply: Sent | Failure = Sent(5), *, days: float = 0, **changes: object) -> Send:  # noqa: B008
        at = datetime.now(UTC) - timedelta(days=days)
        history = History(connection, lambda: at)
        return history.settle(history.record(new_send(summary=summary, **changes)).id, reply)

    return record


@pytest.fixture
def make_page(qtbot: QtBot, storage: AsyncStorage) -> Callable[[], Page]:
    def make() -> Page:
        pane = HistoryPane(storage, LIGHT)
        pane.resize(1280, 600)
        qtbot.addWidget(pane)
        pane.show_as(page=True)
        with qtbot.waitExposed(pane):
            pane.show()
        rest(storage)
        return Page(pane, storage)

    return make


def rubles(people: int) -> Cost:
    price = Decimal("2.5")
    return Cost(2, "RUB", price, (Share("", people, price),), phones=True)


def test_how_many_this_week_what_did_it_cost_and_what_failed(make_page: Callable[[], Page], seed: Seed) -> None:
    seed("old", Sent(900), days=20)
    seed("sms", Sent(312), days=3, channel="sms", collection="users", cost=rubles(312))
    seed("refused", REFUSED, days=2)
    seed("unknown", UNKNOWN, days=1, channel="sms", cost=rubles(10))
    seed("push", Sent(1000))
    page = make_page()
    assert page.sums().split(" · ") == [
        *("4 send(s)", "1,312 recipient(s)", "624 SMS part(s)", "₽1,560.00"),
        *("Sent 2", "Refused 1", "Unknown 1"),
    ]
    assert "What may have gone out could cost ₽50.00 more." in page.seen()
    page.link("Show what failed")
    assert page.rows() == "unknownrefused"
    assert page.sums().startswith("2 send(s)")
    assert page.links() == ["Clear"]
    assert page.chip("Failed").accessibleName() == "Outcome: Failed"


def test_periods_and_a_range(make_page: Callable[[], Page], seed: Seed, qtbot: QtBot) -> None:
    for days in (40, 20, 3):
        seed(str(days), days=days)
    page = make_page()
    shown = {}
    for words in ("Today", "7 days", "30 days", "All time"):
        page.click(words)
        shown[words] = page.rows()
        assert page.chip(words).isChecked()
    assert shown == {"Today": "", "7 days": "3", "30 days": "320", "All time": "32040"}
    page.click("Range…")
    dialog = page.head.findChild(RangeDialog)
    assert dialog is not None
    assert page.chip("All time").isChecked()  # nothing was chosen yet
    first, last = dialog.findChildren(QDateEdit)
    today = QDate.currentDate()
    first.setDate(today.addDays(-41))
    last.setDate(today.addDays(-20))
    with qtbot.waitSignal(dialog.finished):
        dialog.findChildren(QPushButton)[0].click()
    assert page.rows() == "2040"


def test_several_of_each_kind_at_once(make_page: Callable[[], Page], seed: Seed) -> None:
    seed("a", channel="sms", account_id="1", account_name="One", environment=Environment.PRODUCTION)
    seed("b", REFUSED, account_id="2", account_name="Two")
    seed("c", UNKNOWN, account_id="3", account_name="Three", environment=Environment.SANDBOX)
    page = make_page()
    page.tick("Account", "One", "Three")
    assert page.rows() == "ca"
    page.tick("Three, One" if "Three, One ▾" in names(page) else "One, Three", "Three", "Two")
    assert page.rows() == "ba"
    page.link("Clear")
    assert page.rows() == "cba"
    page.tick("Environment", "sandbox", "PRODUCTION")
    assert page.rows() == "ca"
    page.tick("Channel", "SMS")
    assert page.rows() == "a"
    page.link("Clear")
    page.tick("Outcome", "Failed")
    assert page.rows() == "cb"
    page.tick("Failed", "Refused")  # no longer all that failed is
    assert page.rows() == "c"
    assert page.chip("Not sent, Unknown").accessibleName() == "Outcome: Not sent, Unknown"


def names(page: Page) -> list[str]:
    return [each.text() for each in page.head.findChildren(ChoiceChip)]


def test_a_word_is_looked_for_in_other_days_too(make_page: Callable[[], Page], seed: Seed) -> None:
    seed("old", days=60, words="giraffe")
    seed("new", words="giraffe")
    page = make_page()
    assert page.links() == []
    (search,) = (each for each in page.pane.findChildren(QLineEdit) if each.placeholderText() == "Search the messages")
    QTest.keyClicks(search, "gir")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert page.rows() == "new"
    page.link("1 more in all time")
    assert page.rows() == "newold"


def test_below_the_message_everything_is_listed_as_before(make_page: Callable[[], Page], seed: Seed) -> None:
    seed("old", days=60)
    page = make_page()
    assert page.rows() == ""
    assert "No sent message matches your search." in page.seen()
    page.pane.show_as(page=False)
    assert page.rows() == "old"
    assert not page.head.isVisible()
    page.pane.show_as(page=True)
    assert page.rows() == ""
    page.pane.clear_filters()
    assert page.rows() == "old"


def test_what_is_sent_now_is_in_the_sums(make_page: Callable[[], Page], seed: Seed) -> None:
    page = make_page()
    assert page.sums() == "0 send(s)"
    page.pane.sends_changed(seed("now", Sent(7)))
    assert page.rows() == "now"
    assert page.sums().startswith("1 send(s) · 7 recipient(s)")


def test_a_note_and_a_pin_from_the_menu_of_a_row(make_page: Callable[[], Page], seed: Seed, qtbot: QtBot) -> None:
    seed("a")
    seed("b")
    page = make_page()
    page.pane.table.selectRow(1)
    acts = {each.text(): each for each in page.pane.table.actions()}
    acts["Pin"].trigger()
    assert page.rows() == "b★ a"
    acts["Note…"].trigger()
    dialog = page.pane.findChild(NoteDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.text.hasFocus)
    QTest.keyClicks(dialog.text, "Ask Boris")
    QTest.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    assert page.rows() == "b★ ✎ a"
    assert "Note: Ask Boris" in page.pane.table.model().index(1, MESSAGE).data(Qt.ItemDataRole.ToolTipRole)
    page.click("★")
    assert page.rows() == "★ ✎ a"
    page.pane.table.selectRow(0)
    assert acts["Pin"].isChecked()
    acts["Pin"].trigger()
    assert page.rows() == ""


def test_what_the_disk_does_not_take_is_said(make_page: Callable[[], Page], seed: Seed, storage: AsyncStorage) -> None:
    seed("a")
    page = make_page()
    page.pane.table.selectRow(0)
    storage.write(page.pane, lambda stores: stores.history._connection.execute("PRAGMA query_only = ON"))
    (pin,) = (each for each in page.pane.table.actions() if each.text() == "Pin")
    pin.trigger()
    assert "The note could not be saved" in page.seen()
    assert not pin.isChecked()


def test_a_menu_with_ticks_closes_by_a_click_elsewhere_and_by_escape(make_page: Callable[[], Page]) -> None:
    page = make_page()
    menu = page.chip("Channel").menu()
    assert isinstance(menu, QMenu)
    menu.popup(page.pane.mapToGlobal(page.pane.rect().center()))
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(menu.actions()[0]).center())
    assert menu.isVisible()
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()
    assert page.chip("Push").accessibleName() == "Channel: Push"
