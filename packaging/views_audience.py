"""Choosing who gets a message: values on offer, rows that are half typed, the sample, a locked clause."""

import dataclasses
from collections.abc import Iterator

from looking import View, nothing, seen, settle
from PySide6.QtTest import QTest
from views import request

from scoro_desktop.messages.request import Channel
from scoro_desktop.scorocode.account import Environment
from scoro_desktop.ui.audience.builder.offering_line import OfferingLine
from scoro_desktop.ui.audience.sample_view import SampleView
from scoro_desktop.ui.history.send_details import SendDetails
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.smoke import confirm, wait
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.wire import JsonObject

NAMED = '{"city": "Moscow"}'
GROUPS = """{"$or": [{"deviceType": "android", "city": {"$in": ["Moscow", "Kazan"]}},
 {"$and": [{"lastSeenAt": {"$gte": {"$date": "2026-01-01T00:00:00Z"}}}, {"tags": {"$size": 2}}]},
 {"name": {"$regex": "^a"}}]}"""
TEXT: JsonObject = {
    "data": {
        "gcm": {"notification": {"title": "Goal", "tag": "m4117"}},
        "apns": {"collapseId": "m4117", "aps": {"alert": {"title": "Goal"}}},
    }
}
CLAUSE = '{"deviceType": "ios"}'


def conditions(window: MainWindow, _language: str) -> Iterator[View]:
    """Rows of the builder, whole and by half, and what is offered in them and in the editor."""
    panel = window.tab.audience
    window.messages.open(request(Channel.PUSH, TEXT), everyone=False, query_text=NAMED)
    panel.by_conditions.setChecked(True)
    settle(1200)  # the values of the sample
    line = seen(OfferingLine)
    line.setFocus()
    line._show_all()
    yield "known-values", window, line.offers.hide
    panel.by_query.setChecked(True)
    panel.editor.setPlainText("")
    panel.editor.setFocus()
    QTest.keyClicks(panel.editor, '{"city": "')
    yield "known-values-json", window, panel.editor.clearFocus
    panel.editor.setPlainText(NAMED)
    panel.by_conditions.setChecked(True)
    panel.conditions.builder.root.add_condition.click()
    row = list(panel.conditions.builder.root.rows())[-1]
    row.field.setEditText("city")
    panel.conditions.builder.root.add_condition.click()
    yield "half-typed", window, nothing
    window.messages.open(request(Channel.PUSH, TEXT), everyone=False, query_text=GROUPS)
    panel.by_conditions.setChecked(True)
    yield "groups", window, nothing
    wait([window.tab.count_changed], lambda: window.tab.live_count.count.state.value == "known", "the count")
    window.tab.audience.collection_box.setCurrentIndex(0)
    panel.take('{"deviceType": "android"}')
    wait([window.tab.count_changed], lambda: window.tab.live_count.count.state.value == "known", "the count")
    window.tab.audience.count.see.click()
    settle(800)
    sample = seen(SampleView)
    yield "sample", sample, sample.reject


def locked(window: MainWindow, _language: str) -> Iterator[View]:
    """The clause that an account adds to every query, where it is said; and a push that can be corrected."""
    account, keys = window.current.account, window.current.keys
    if account is None:
        return
    narrowed = dataclasses.replace(account, locked_clause=CLAUSE, name="Shop", environment=Environment.TEST)
    window.current.choose(narrowed, keys)
    window.messages.open(request(Channel.PUSH, TEXT), everyone=False, query_text='{"userId": {"$exists": true}}')
    window.tab.audience.by_conditions.setChecked(True)
    wait([window.tab.count_changed], lambda: window.tab.live_count.count.state.value == "known", "the count")
    yield "locked", window, nothing
    dialog = window.send()
    if isinstance(dialog, ConfirmDialog):
        wait([dialog.counted], lambda: dialog.count is not None, "the count in the confirmation")
        yield "locked-confirm", dialog, nothing
        confirm(dialog)
        wait([window.flow.row_changed], lambda: window._services.dispatch.under_way == 0, "the outcome")
    window.history.table.selectRow(0)
    window.history._open()
    details = seen(SendDetails)
    yield "details", details, details.close
    window.messages.correct(details._send)
    settle(600)
    yield "correction", window, nothing
    window.current.choose(account, keys)


def counting(window: MainWindow, _language: str) -> Iterator[View]:
    """Everyone, nobody chosen, and a history that nothing was found in."""
    window.tab.audience.everyone.setChecked(True)
    yield "everyone", window, nothing
    window.history._filters._search.setText("qqq")
    settle(500)
    yield "history-not-found", window, window.history.clear_filters
