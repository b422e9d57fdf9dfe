"""The page History: what is listed, narrowed by chips, and what it comes to."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import QDate, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QLabel, QLineEdit, QMenu, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.scorocode.account import Environment
from scoro_desktop.scorocode.cost import Cost, Share
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.history import Send
from scoro_desktop.ui.history.compare_dialog import CompareDialog
from scoro_desktop.ui.history.day_pane import CELL_PADDING, DayPane
from scoro_desktop.ui.history.history_model import MESSAGE, RESULT
from scoro_desktop.ui.history.note_dialog import NoteDialog
from scoro_desktop.ui.history.range_dialog import RangeDialog
from scoro_desktop.ui.history.views_chip import ViewName
from scoro_desktop.ui.kit.chip import ChoiceChip
from scoro_desktop.ui.runtime.async_storage import AsyncStorage
from tests.ui.history.page import Page

pytestmark = pytest.mark.looks

REFUSED = Failure(Outcome.REFUSED, "server_said_no", error_code="403")
UNKNOWN = Failure(Outcome.UNKNOWN, "reset")


Seed = Callable[..., Send]


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
    page.rows()
    page.pane.table.selectRow(1)
    page.act("Details")
    assert "2 parts × 10 recipients × ₽2.50 = ₽50.00" in page.seen().replace("(s)", "s")
    page.link("Show what failed")
    assert page.rows() == "unknownrefused"
    assert page.sums().startswith("2 send(s)")
    assert page.links() == ["Clear", "By day ▾", "Calendar", "Export…"]
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
    assert page.links() == ["By day ▾", "Calendar", "Export…"]
    (search,) = (
        each for each in page.pane.findChildren(QLineEdit) if each.placeholderText() == "Search messages and notes"
    )
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


def test_the_headings_and_a_menu_sort(make_page: Callable[[], Page], seed: Seed) -> None:
    for summary, count in (("b", 10), ("c", 9), ("a", 100)):
        seed(summary, Sent(count))
    page = make_page()
    columns = page.pane.table.horizontalHeader()

    def press(column: int) -> str:
        place = QPoint(columns.sectionViewportPosition(column) + 20, columns.height() // 2)
        QTest.mouseClick(columns.viewport(), Qt.MouseButton.LeftButton, pos=place)
        return page.rows()

    assert page.rows() == "acb"
    assert (press(MESSAGE), press(MESSAGE), press(RESULT), press(RESULT)) == ("abc", "cba", "abc", "cba")
    assert columns.sortIndicatorSection() == RESULT
    assert columns.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
    page.pane.table.selectRow(1)
    page.pane.sends_changed(seed("d", Sent(50)))
    assert page.rows() == "cbda"
    assert page.pane._selected.id() == 1  # what was selected stays so
    sort = {each.text(): each for each in page.menu("Sort by").actions()}
    assert (sort["Count or error"].isChecked(), sort["Ascending"].isChecked()) == (True, True)
    sort["When"].trigger()
    assert page.rows() == "dacb"
    page.pane.show_as(page=False)
    assert not page.menu("Sort by").menuAction().isVisible()
    assert press(MESSAGE) == "dacb"


def test_two_sends_side_by_side(make_page: Callable[[], Page], seed: Seed, qtbot: QtBot) -> None:
    msg = {"data": {"gcm": {"notification": {"title": "Sale", "body": "Half price"}}}}
    seed("older", Sent(5), days=1, request={"coll": "devices", "query": {"city": "Perm"}, "msg": msg})
    seed("newer", REFUSED, request={"coll": "devices", "query": {"city": "Omsk"}, "msg": msg})
    seed("third")
    page = make_page()
    page.rows()
    table = page.pane.table
    table.selectRow(1)
    (compare,) = (each for each in table.actions() if each.text() == "Compare")
    assert not compare.isEnabled()
    pick = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    table.selectionModel().select(table.model().index(2, 0), pick)
    compare.trigger()
    page.rows()
    dialog = page.pane.findChild(CompareDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    assert not any(area.verticalScrollBar().maximum() for area in dialog.findChildren(QScrollArea))
    found = {name: (left, right, differs) for name, left, right, differs in dialog.rows}
    assert found["Outcome"] == ("Sent", "Refused", True)
    assert found["Count or error"][:2] == ("5 of 2,500", "403")
    assert found["Channel"] == ("Push", "Push", False)
    assert "Perm" in found["Audience"][0]
    assert "Omsk" in found["Audience"][1]
    assert any("Half price" in left and not differs for _, left, _, differs in dialog.rows)
    shown = {label.text() for label in dialog.findChildren(QLabel) if label.isVisible()}
    assert {"≠ Outcome", "Channel"} <= shown
    assert any("city is “<b>Perm</b>”" in text for text in shown), shown  # the words that differ are bold
    dialog.only.click()
    shown = {label.text() for label in dialog.findChildren(QLabel) if label.isVisible()}
    assert "≠ Outcome" in shown
    assert "Channel" not in shown
    dialog.close()


def test_a_view_is_kept_shown_again_replaced_and_deleted(make_page: Callable[[], Page], seed: Seed) -> None:
    seed("old", REFUSED, days=20, channel="sms", words="giraffe")
    seed("new", Sent(3), channel="sms", words="giraffe")
    seed("push", REFUSED)
    page = make_page()

    def entries() -> dict[str, QAction]:
        page.rows()
        return {each.text(): each for each in page.head.views.menu().actions()}

    def keep(name: str, button: str) -> None:
        entries()["Save this view…"].trigger()
        dialog = page.head.findChild(ViewName)
        assert dialog is not None
        QTest.keyClicks(dialog.name, name)
        assert dialog.keep.text() == button
        dialog.keep.click()
        page.rows()

    page.click("30 days")
    page.tick("Outcome", "Failed")
    page.tick("Channel", "SMS")
    page.menu("Sort by").actions()[MESSAGE].trigger()
    assert page.rows() == "old"
    keep("Failed SMS", "Save")
    assert "The view “Failed SMS” was saved." in page.seen()
    page.pane.clear_filters()
    assert page.rows() == "newoldpush"  # still in the order of the messages
    page.menu("Sort by").actions()[0].trigger()
    entries()["Failed SMS"].trigger()
    assert page.rows() == "old"
    assert page.chip("30 days").isChecked()
    assert page.chip("Failed").accessibleName() == "Outcome: Failed"
    assert page.menu("Sort by").actions()[MESSAGE].isChecked()
    page.tick("Failed", "Failed")
    keep("failed sms", "Replace")
    page.click("Today")
    entries()["failed sms"].trigger()
    assert page.rows() == "newold"
    deleting = entries()["Delete"].menu()
    assert isinstance(deleting, QMenu)
    deleting.actions()[0].trigger()
    assert set(entries()) == {"", "Save this view…"}
    assert page.rows() == "newold"


def test_the_chart_by_day_and_its_table(make_page: Callable[[], Page], seed: Seed) -> None:
    seed("a", Sent(7), days=1)
    seed("b", REFUSED, days=1)
    seed("c", Sent(9))
    page = make_page()
    assert page.pane.findChildren(DayPane) == []
    page.link("By day ▾")
    page.rows()
    (days,) = page.pane.findChildren(DayPane)
    table = days.table
    cells = [
        [table.model().index(row, column).data() for column in (1, 2, 3)] for row in range(table.model().rowCount())
    ]
    assert cells == [*[["0", "0", "0"]] * 5, ["2", "1", "7"], ["1", "0", "9"]]
    page.pane.resize(600, 480)
    page.rows()
    last = table.columnViewportPosition(3) + table.fontMetrics().horizontalAdvance("Recipients") + CELL_PADDING
    assert last <= table.viewport().width(), "in a narrow window it is the chart that gives way"
    for height, is_seen in ((300, False), (480, True)):  # in a low one what stands above the rows scrolls
        page.pane.resize(600, height)
        page.rows()
        assert table.isVisibleTo(days) is is_seen
        assert days.chart.isVisibleTo(days)
    assert days.chart.accessibleDescription().endswith(": 1 send(s) · 9 recipient(s)")
    QTest.keyClick(days.chart, Qt.Key.Key_Left)
    assert days.chart.accessibleDescription().endswith(": 2 send(s) · 7 recipient(s) · 1 failed")
    assert table.currentIndex().row() == 5
    QTest.keyClick(days.chart, Qt.Key.Key_Home)
    assert table.currentIndex().row() == 0
    table.setCurrentIndex(table.model().index(5, 0))
    QTest.keyClick(days.chart, Qt.Key.Key_Return)
    assert page.rows() == "ba"
    page.click("7 days")
    assert page.rows() == "cba"
    table.setCurrentIndex(table.model().index(6, 0))
    QTest.keyClick(table, Qt.Key.Key_Enter)
    assert page.rows() == "c"
    page.click("7 days")
    page.rows()
    place = table.visualRect(table.model().index(5, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.rows() == "ba"
    page.click("Today")
    page.rows()
    assert table.model().rowCount() == 1
    page.link("By day ▴")
    assert days.isHidden()


def test_the_tab_key_goes_from_the_chips_down_to_the_rows(make_page: Callable[[], Page], seed: Seed) -> None:
    seed("a", REFUSED)
    page = make_page()
    page.link("By day ▾")
    page.rows()
    page.chip("Today").setFocus()
    order = []
    for _ in range(40):
        focus = page.pane.focusWidget()
        assert focus is not None
        order.append(focus)
        if focus is page.pane.table:
            break
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    (days,) = page.pane.findChildren(DayPane)
    (search,) = (
        each for each in page.pane.findChildren(QLineEdit) if each.placeholderText() == "Search messages and notes"
    )
    wanted: list[QWidget] = [
        page.chip("Today"),
        page.chip("Outcome"),
        page.head.views,
        page.head.sums.failed,
        page.head.sums.export,
    ]
    wanted += [days.chart, days.table, search, page.pane.table]
    assert [each for each in order if each in wanted] == wanted


def test_a_week_by_day_is_seen_at_once_where_the_page_is_high(make_page: Callable[[], Page], seed: Seed) -> None:
    seed("a", Sent(7), days=1)
    page = make_page()
    page.link("By day ▾")
    page.rows()
    (days,) = page.pane.findChildren(DayPane)
    heights = {}
    for height in (600, 1000, 600):
        page.pane.resize(1600, height)
        page.rows()
        heights[height] = days.chart.height()
        rows = days.table.verticalScrollBar().maximum()
        assert days.chart.height() == days.table.height()
        assert (rows == 0) is (height == 1000)
    assert heights[600] < heights[1000]
