"""Relative dates wherever they are seen: conditions, editor, preview, confirmation and the details of a send."""

from collections.abc import Iterator

from looking import View, nothing, seen, settle
from views import request

from scoro_desktop.messages.request import Channel
from scoro_desktop.storage.history import Send
from scoro_desktop.ui.history.send_details import SendDetails
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.smoke import confirm, wait
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.wire import JsonObject

TEXT: JsonObject = {"data": {"gcm": {"notification": {"title": "We miss you"}}}}
RULES = """{
  "lastSeenAt": {"$lt": {"$relativeDate": {"days": -90}}},
  "createdAt": {"$lt": {"$relativeDate": {"startOf": "year"}}}
}"""
MORE = """{"$or": [
 {"lastSeenAt": {"$gte": {"$relativeDate": {"days": -30}}}},
 {"createdAt": {"$gte": {"$relativeDate": {"startOf": "month"}},
   "$lt": {"$relativeDate": {"startOf": "month", "months": 1}}}},
 {"updatedAt": {"$gt": {"$relativeDate": {"startOf": "day", "days": -3}}}}]}"""


def relative_dates(window: MainWindow, _language: str) -> Iterator[View]:
    """An audience that moves with the days, from its conditions to the row of a send."""
    panel = window.tab.audience
    window.messages.open(request(Channel.PUSH, TEXT), everyone=False, query_text=MORE)
    panel.by_conditions.setChecked(True)
    panel.conditions.builder.root.add_condition.click()
    settle(1200)
    yield "relative-conditions", window, nothing
    window.messages.open(request(Channel.PUSH, TEXT), everyone=False, query_text=RULES)
    panel.by_query.setChecked(True)
    wait([window.tab.count_changed], lambda: window.tab.live_count.count.state.value == "known", "the count")
    pages = window.tab.preview.pages
    pages.setCurrentIndex(pages.count() - 1)
    yield "relative-json", window, nothing
    panel.editor.replace(RULES.replace("-90", '"-90"'))
    yield "relative-mistake", window, nothing
    panel.editor.replace(RULES)
    pages.setCurrentIndex(0)
    wait([window.tab.count_changed], lambda: window.tab.live_count.count.state.value == "known", "the count")
    sends: list[Send] = []
    window.flow.row_changed.connect(sends.append)
    dialog = window.send()
    if isinstance(dialog, ConfirmDialog):
        wait([dialog.counted], lambda: dialog.count is not None, "the count in the confirmation")
        yield "relative-confirm", dialog, nothing
        confirm(dialog)
        wait([window.flow.row_changed], lambda: bool(sends) and sends[-1].count is not None, "the outcome")
    window.history.show_details(sends[-1])
    settle(800)
    details = seen(SendDetails)
    yield "relative-details", details, details.close
