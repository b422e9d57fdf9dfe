"""The page History answers how many were sent this week, what that cost and what failed, campaigns among it."""

import contextlib
import itertools
import threading
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from scoro_desktop import app
from scoro_desktop.scorocode.cost import Cost, Share
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.database import DATABASE, open_database
from scoro_desktop.storage.history import History
from scoro_desktop.ui.history.history_chips import HistoryChips
from scoro_desktop.ui.history.history_model import MESSAGE, OUTCOME, RESULT
from scoro_desktop.ui.kit.chip import Chip
from scoro_desktop.ui.runtime import here
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.ui.window.top_bar import PAGES
from tests.journey.campaigns import Campaigner, out_of_excel
from tests.journey.conftest import WAIT_MS, Start, shown
from tests.journey.stored import rest
from tests.storage.sends import new_send


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


@pytest.fixture
def week(data_dir: Path) -> None:
    """A week of sends: an SMS to 312 people, a push that was refused, one a month ago."""
    price = Decimal("2.5")
    cost = Cost(2, "RUB", price, (Share("", 312, price),), phones=True)
    with contextlib.closing(open_database(data_dir / DATABASE)) as connection:
        for days, reply, changes in (
            (30, Sent(9_000), {"summary": "A month ago"}),
            (
                3,
                Sent(312),
                {"summary": "Autumn", "channel": "sms", "collection": "users", "cost": cost, "expected": 312},
            ),
            (2, Failure(Outcome.REFUSED, "server_said_no", error_code="403"), {"summary": "Refused"}),
        ):
            at = datetime.now(UTC) - timedelta(days=days)
            history = History(connection, itertools.repeat(at).__next__)
            history.settle(history.record(new_send(**changes)).id, reply)


def rows(window: MainWindow, *columns: int) -> list[list[str]]:
    rest(window._services.storage)
    model = window.history.table.model()
    return [[str(model.index(row, column).data()) for column in columns] for row in range(model.rowCount())]


def test_the_zone_of_this_computer_is_first_asked_for_away_from_the_window(
    start: Start, person: Campaigner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Qt reads the list of all zones then, for which a first look at the page would wait."""
    asked: list[int] = []

    def zone() -> str:
        asked.append(threading.get_ident())
        return "UTC"

    monkeypatch.setattr(here, "zone", zone)
    monkeypatch.setattr(app, "FETCHED_AFTER_MS", 0)
    application = start()
    application.fetch_later()

    def is_asked_once_somebody_is_there() -> bool:
        QTest.mouseMove(application.window)
        return bool(asked)

    person.qtbot.waitUntil(is_asked_once_somebody_is_there, timeout=WAIT_MS)
    assert asked[0] != threading.get_ident()


@pytest.mark.usefixtures("week")
def test_one_click_answers_how_many_what_it_cost_and_what_failed(
    start: Start, person: Campaigner, tmp_path: Path
) -> None:
    window = start().window
    view = person.run(window, out_of_excel(tmp_path / "list.csv", 5), "Hi", 5)
    assert "₽10.50" in view.check.facts.text()
    person.wait_for_end(view)
    person.clicks = 0
    person.click(window.bar.pages[PAGES.index("page.history")])
    head = window.history.head
    assert head is not None
    rest(window._services.storage)
    assert head.sums.text().split(" · ") == [
        *("3 sends", "1 campaign among them", "317 recipients", "629 SMS parts", "₽1,570.50"),
        *("Sent 2", "Refused 1"),
    ]
    assert rows(window, MESSAGE, OUTCOME, RESULT) == [
        ["CAMPAIGN · Hi", "Sent", "5 · ₽10.50"],
        ["Refused", "Refused", "403"],
        ["Autumn", "Sent", "312"],
    ]
    assert person.clicks == 1
    person.click(shown(head, QPushButton, "Show what failed"))
    assert rows(window, MESSAGE) == [["Refused"]]
    person.click(shown(head, QPushButton, "Clear"))
    person.click(shown(shown(head, HistoryChips), Chip, "Campaigns"))
    assert rows(window, MESSAGE) == [["CAMPAIGN · Hi"]]
    window.history.table.selectRow(0)
    person.click(shown(window.history, QPushButton, "Open the campaign"))
    person.qtbot.waitUntil(view.running.repeat.isVisible, timeout=WAIT_MS)
    assert window.pages.page == "campaigns"
    assert view.running.count.text() == "5"
