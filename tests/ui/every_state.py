"""The states of the window that are looked at by tests of what is seen: pages, dialogs and outcomes."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.scorocode.replies import REASONS, Failure, Outcome, Sent
from scoro_desktop.storage.history import Send
from scoro_desktop.storage.history_periods import Span
from scoro_desktop.storage.stores import Stores
from scoro_desktop.ui.calendar.calendar_view import CalendarView
from scoro_desktop.ui.kit.reveal import Gradual
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.window.main_pages import MainPage
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, Person, shown
from tests.storage.sends import new_send
from tests.ui.compose.messages import push_with

QUERY = '{"deviceType": "android", "city": "Москва", "userId": {"$exists": true}}'
DIALOGS = (
    *("accounts.manage", "curl.import", "audiences.person", "drafts.save", "templates.save", "help.keys"),
    *("message.later", "later.show", "campaign.do_not_send", "history.person", "sandbox.arrived"),
)
STATES = 31
"""So many are given: a test that saw fewer has not looked at all of them."""
OUTCOMES = (
    Sent(263),
    Failure(Outcome.REFUSED, "server_said_no", error_code="403", error_message="Push limit exceeded"),
    Failure(Outcome.NOT_SENT, "no_route"),
    Failure(Outcome.NOT_SENT, "taken_back"),
    Failure(Outcome.UNKNOWN, "read_timeout"),
)

assert all(each.reason in REASONS for each in OUTCOMES if isinstance(each, Failure))


def history(window: MainWindow, person: Person) -> list[Send]:
    """Leaves a send of each outcome behind, the newest unknown, and one that is held."""
    storage = window._services.storage

    def record(stores: Stores) -> list[Send]:
        settled = []
        for reply in OUTCOMES:
            row = stores.history.record(new_send(summary="Portugal vs. Denmark"))
            settled.append(stores.history.settle(row.id, reply))
        return [*settled, stores.history.record(new_send(summary="Spring sale"), held=True)]

    found: list[Send] = []
    storage.write(window, record, found.extend)
    person.settle()
    return found


def states(window: MainWindow, person: Person) -> Iterator[tuple[str, QWidget]]:
    """Leads a window through its states. What is made gradually is there before a state is given."""
    person.wait_for_keys(window)
    yield "first", window
    sends = history(window, person)
    body = push_with(
        gcm={"notification": {"title": "Portugal", "body": "Great match"}, "data": {"a": 1}},
        apns={"aps": {"alert": {"title": "another", "body": "b"}, "badge": 1}},
    )
    window.messages.open(Request.from_wire(Channel.PUSH, body), everyone=False, query_text=QUERY)
    person.wait_for_count(window)
    window.notice.hide()
    yield "message", window
    for fold in (window.tab.form.details, window.tab.form.more):  # type: ignore[attr-defined]
        fold.click()
    window.show_rows(shown=True)
    for send in sends:
        window.flow.row_changed.emit(send)
        person.settle()
        yield f"outcome {send.outcome} {send.reason}", window
    window.outcome.dismiss.click()
    window.show_rows(shown=False)
    window.tab.audience.by_query.click()
    person.fill(window.tab.audience.editor, '{"city": {"$exist": true}')
    window.footer.send.click()
    yield "mistake", window
    window.tab.audience.everyone.click()
    person.wait_for_count(window)
    yield "everyone", window
    yield from _confirmation(window, person)
    window.tabs.setCurrentIndex(1)
    person.qtbot.waitUntil(lambda: window.tab.is_built, timeout=WAIT_MS)
    person.fill(window.tab.form.first(), "Скидка 20% только до воскресенья “сегодня”")
    yield "sms", window
    window.turn_to(MainPage.HISTORY)
    person.settle()
    person.select_row(window, 1)
    yield "history", window
    yield from _open(window, person, lambda: window.history.show_details(sends[1]), "details")
    yield from _page_of_history(window, person)
    window.turn_to(MainPage.CAMPAIGNS)
    person.settle()
    yield "campaigns", window
    window.turn_to(MainPage.LIBRARY)
    person.settle()
    yield "library", window
    window.turn_to(MainPage.COMPOSE)
    window.tabs.setCurrentIndex(0)
    for name in DIALOGS:
        yield from _open(window, person, window.commands[name].trigger, name)


def _page_of_history(window: MainWindow, person: Person) -> Iterator[tuple[str, QWidget]]:
    """The chart by day, the calendar and the dialogs of the page."""
    head = window.history.head
    assert head is not None
    head.sums.by_day.click()
    person.settle()
    yield "by day", window
    head.sums.by_day.click()
    yield from _open(window, person, head.chips._spans[Span.RANGE].click, "range")
    person.select_row(window, 1)
    yield from _open(window, person, window.history._actions.note.trigger, "note")
    window.commands["history.calendar"].trigger()
    person.settle()
    yield "calendar", window
    person.click(shown(window, CalendarView).rows)


def _confirmation(window: MainWindow, person: Person) -> Iterator[tuple[str, QWidget]]:
    dialog = person.press_send(window)
    assert isinstance(dialog, ConfirmDialog)
    yield "confirmation", dialog
    dialog.reject()


def _open(window: MainWindow, person: Person, act: Callable[[], object], name: str) -> Iterator[tuple[str, QWidget]]:
    act()
    person.settle()
    (dialog,) = [each for each in window.findChildren(QDialog) if each.isVisible() and each.isWindow()]
    for each in dialog.findChildren(Gradual):
        each.finish()
    if hasattr(dialog, "add_button"):
        dialog.add_button.click()
        person.settle()
    QApplication.processEvents()
    yield name, dialog
    dialog.done(0)
    dialog.deleteLater()
    person.settle()
