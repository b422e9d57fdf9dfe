"""The page History with a month in it."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final

from looking import View, dropped, nothing, seen, settle, until

from scoro_desktop.scorocode.account import Environment
from scoro_desktop.scorocode.cost import Cost, Share
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.database import DATABASE, open_database
from scoro_desktop.storage.history import History, NewSend
from scoro_desktop.storage.history_periods import Span
from scoro_desktop.ui.calendar.calendar_view import CalendarView
from scoro_desktop.ui.history.compare_dialog import CompareDialog
from scoro_desktop.ui.history.export_file import ExportProgress
from scoro_desktop.ui.history.note_dialog import NoteDialog
from scoro_desktop.ui.history.range_dialog import RangeDialog
from scoro_desktop.ui.history.views_chip import ViewName
from scoro_desktop.ui.window.main_pages import MainPage

if TYPE_CHECKING:
    import sqlite3

    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.ui.window.main_window import MainWindow

_TEXTS: Final = {
    "en": ("Portugal vs. Denmark: the second half begins", "Your order is ready", "Half price until Sunday"),
    "ru": ("Португалия — Дания: начинается второй тайм", "Ваш заказ готов, ждём вас", "Скидки до воскресенья"),
}
_REPLIES: Final = (
    *(Sent(12431), Sent(312), Sent(0), Sent(2044)),
    Failure(Outcome.REFUSED, "server_said_no", error_code="403", error_message="Push limit exceeded", http_status=403),
    Sent(58),
    Failure(Outcome.UNKNOWN, "reset"),
    *(Sent(9001), Failure(Outcome.NOT_SENT, "no_route"), Sent(77)),
)


def fill(folder: Path, language: str, rows: int = 140) -> None:
    """Writes a month of sends into the database of a folder."""
    with closing(open_database(folder / DATABASE)) as connection:
        write(connection, language, rows)


def write(connection: "sqlite3.Connection", language: str, rows: int = 140) -> None:
    """Writes a month of sends."""
    now = datetime.now(UTC)
    times = iter([now - timedelta(hours=n * 5.3) for n in range(rows, 0, -1) for _ in range(2)])
    history = History(connection, lambda: next(times))
    for number in range(rows):
        is_sms = number % 3 == 0
        reply = _REPLIES[number % len(_REPLIES)]
        people = reply.count if isinstance(reply, Sent) else 300
        price = Decimal("3.50")
        send = history.record(
            NewSend(
                channel="sms" if is_sms else "push",
                account_id=f"shop-{number % 2}",
                account_name="Shop live" if number % 2 else "Shop test",
                environment=Environment.PRODUCTION if number % 2 else Environment.TEST,
                address="https://api.scorocode.ru/api/v1/",
                application_id="app",
                collection="users" if is_sms else "devices",
                everyone=False,
                query_text="{}",
                request={"coll": "users", "query": {}, "msg": {"text": _TEXTS[language][number % 3]}},
                summary=_TEXTS[language][number % 3],
                expected=people,
                words=_TEXTS[language][number % 3],
                cost=Cost(2, "RUB", price, (Share("", people, price),), phones=True) if is_sms else None,
            )
        )
        history.settle(send.id, reply)
    history.annotate(rows - 2, note="Boris asked for this one", pinned=True)


def page(window: "MainWindow", language: str) -> Iterator[View]:
    """The page as it opens, narrowed, by day, and the dialogs of it."""
    window.turn_to(MainPage.HISTORY)
    pane = window.history

    def fill_in(stores: "Stores") -> None:
        write(stores.history.connection, language)

    written: list[None] = []
    window._services.storage.write(window, fill_in, written.append)
    until(lambda: bool(written), "a month of sends")
    pane.refresh()
    settle()
    head = pane.head
    if head is None:
        return
    until(lambda: not head.sums.text().startswith("0 "), "the sums")
    yield "history-page", window, nothing
    head.sums.by_day.click()
    until(lambda: head.days is not None and bool(head.days.chart._bars), "the chart")
    settle()
    yield "history-by-day", window, head.sums.by_day.click
    head.sums.failed.click()
    settle()
    yield "history-failed", window, pane.clear_filters
    window.commands["history.calendar"].trigger()
    settle(600)
    yield "history-calendar", window, seen(CalendarView).rows.click
    yield from _dialogs(window)
    window.turn_to(MainPage.COMPOSE)


def _dialogs(window: "MainWindow") -> Iterator[View]:
    """The questions of the page: days, a note, a name, a file; and two sends side by side."""
    pane, head = window.history, window.history.head
    if head is None:
        return
    head.chips._spans[Span.RANGE].click()
    yield "history-range", seen(RangeDialog), seen(RangeDialog).reject

    def is_chosen() -> bool:
        """Chooses a row; True once it is read, and stays where it is."""
        pane.table.selectRow(2)
        return pane._selected.line() is not None

    until(is_chosen, "a row of the history")
    settle()
    until(is_chosen, "a row of the history")
    pane._actions.note.trigger()
    yield "history-note", seen(NoteDialog), seen(NoteDialog).reject
    naming = head.views
    menu = naming.menu()
    for action in menu.actions():
        if "…" in action.text():
            action.trigger()
    name = seen(ViewName)
    yield "history-view-name", name, nothing
    name.name.setText("7")
    name.keep.click()
    settle()
    yield "history-view-kept", window, nothing
    for action in naming.menu().actions():
        if "…" in action.text():
            action.trigger()
    seen(ViewName).name.setText("7")
    yield "history-view-taken", seen(ViewName), seen(ViewName).reject
    for chip, what in ((naming, "views"), (head.chips._outcome, "outcomes")):
        yield f"history-menu-{what}", window, dropped(chip.menu(), chip)
    progress = ExportProgress(Path("history.csv"), window)
    progress.open()
    progress.show_progress(4117, 12_000)
    yield "history-export-progress", progress, progress.end
    pane.table.clearSelection()
    model = pane.table.selectionModel()
    for row in (0, 3):
        model.select(pane.table.model().index(row, 0), model.SelectionFlag.Select | model.SelectionFlag.Rows)
    until(pane._actions.compare.isEnabled, "two sends to be compared")
    pane._actions.compare.trigger()
    settle()
    compared = seen(CompareDialog)
    yield "history-compare", compared, nothing
    compared.only.click()
    yield "history-compare-differs", compared, compared.close
