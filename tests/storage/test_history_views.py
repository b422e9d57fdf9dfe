import sqlite3
from datetime import UTC, date, datetime

from scoro_desktop.scorocode.account import Environment
from scoro_desktop.storage.history import HistoryFilter
from scoro_desktop.storage.history_filter import FAILED, Column, Order
from scoro_desktop.storage.history_periods import Period, Span
from scoro_desktop.storage.history_views import HistoryViews, View

VIEW = View.of(
    HistoryFilter(
        "sale",
        FAILED,
        frozenset({"a", "b"}),
        hide_tests=True,
        channels=frozenset({"sms", "whisper"}),
        environments=frozenset({Environment.TEST}),
        since=datetime(2026, 1, 1, tzinfo=UTC),
        pinned=True,
        order=Order(Column.RESULT, descending=False),
    ),
    Period(Span.RANGE, date(2026, 1, 2), None),
)


def test_a_view_is_read_as_it_was_kept(connection: sqlite3.Connection) -> None:
    views = HistoryViews(connection)
    assert views.keep("  Mine \n", VIEW) == "Mine"
    views.keep("all", View())
    assert views.all() == [("all", View()), ("Mine", VIEW)]
    assert VIEW.wanted.since is None  # its days move on


def test_a_name_is_one_views_whatever_its_capitals(connection: sqlite3.Connection) -> None:
    views = HistoryViews(connection)
    views.keep("Неделя", VIEW)
    views.keep("НЕДЕЛЯ", View())
    assert views.all() == [("НЕДЕЛЯ", View())]
    views.delete("неделя")
    views.delete("неделя")
    assert views.all() == []


def test_a_view_that_is_torn_hides_no_other(connection: sqlite3.Connection) -> None:
    views = HistoryViews(connection)
    views.keep("whole", VIEW)
    for number, state in enumerate(("{", "[]", '{"text": 1}', '{"outcomes": ["mislaid"]}')):
        connection.execute("INSERT INTO history_views VALUES (?, ?, ?)", (str(number), str(number), state))
    assert views.all() == [("whole", VIEW)]
