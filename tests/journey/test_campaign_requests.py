"""The requests of a campaign: which people each had, what came back, and what it carried."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.ui.campaigns.request_dialog import RequestDialog
from scoro_desktop.ui.campaigns.requests_view import RequestsView
from tests.journey.campaigns import Campaigner, out_of_excel
from tests.journey.conftest import WAIT_MS, Start, shown


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


def lines(view: RequestsView) -> list[list[str]]:
    """The texts of the table, row by row, without the time."""
    model = view.model
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount()) if column != 4]
        for row in range(model.rowCount())
    ]


def test_they_are_listed_with_their_people_and_shown_without_keys(
    start: Start, person: Campaigner, tmp_path: Path, qtbot: QtBot
) -> None:
    app = start()
    assert isinstance(app.sandbox, Sandbox)
    view = person.run(app.window, out_of_excel(tmp_path / "people.csv", 10), "Hi {{Имя|friend}}", 10)
    person.wait_for_end(view)
    running = view.running
    bar = running.which
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center())
    requests = running.requests
    qtbot.waitUntil(lambda: len(lines(requests)) == 6 and lines(requests)[5][0] == "6", timeout=WAIT_MS)
    found = lines(requests)
    assert [each[1] for each in found] == ["Sent"] * 6
    assert sum(int(each[2]) for each in found) == sum(int(each[3]) for each in found) == 10
    assert running.heading.text() == "6 requests"
    at = next(row for row, each in enumerate(found) if each[2] == "2")
    requests.table.selectRow(at)
    people = 2
    qtbot.waitUntil(lambda: requests.people_model.person_at(people - 1) is not None, timeout=WAIT_MS)
    assert requests.heading.text() == f"Request {at + 1}: 2 people"
    members = [requests.people_model.person_at(row) for row in range(requests.people_model.rowCount())]
    assert len(members) == people
    names = {each.values[1] for each in members if each is not None}
    assert len(names) == 1, "one text, for all of them"
    person.click(requests.body)
    qtbot.waitUntil(lambda: app.window.findChild(RequestDialog) is not None, timeout=WAIT_MS)
    dialog = shown(app.window, RequestDialog)
    body = dialog.body.box.toPlainText()
    assert names.pop() in body
    assert all(each is not None and each.person in body for each in members)
    assert app.sandbox.master_key not in body
    assert '"acc"' not in body
    dialog.close()
    running.sums.choose(running.sums.line("Sent").state)
    person.settle()
    assert running.heading.text() == "6 requests"
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(0).center())
    assert running.heading.text() == "Sent: 10"
    assert running.table.isVisible()
