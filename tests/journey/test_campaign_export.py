"""A person's own list back out of a campaign, with what became of each row and when."""

import csv
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from scoro_desktop.app import Application
from scoro_desktop.recipients.look import look
from tests.journey.campaigns import WITH_PHONE, Campaigner, at_home, out_of_excel
from tests.journey.conftest import Start


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


@pytest.fixture
def app(start: Start) -> Application:
    return start()


def test_the_list_comes_back_with_status_and_time(
    app: Application, person: Campaigner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = person.begin(app.window, "Hi {{Имя|friend}}")
    path = out_of_excel(tmp_path / "list.csv", 6)
    titles = [column.title for column in look(path).columns]
    person.take_list(view, path)
    person.check(view)
    person.start(view, 6)
    person.wait_for_end(view)
    out = tmp_path / "out.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_kept: (str(out), ""))
    person.click(view.running.export)
    person.qtbot.waitUntil(view.notice.isVisible)
    assert view.notice.text() == "7 rows saved in “out.csv”."
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert rows[0] == [*titles, "Status", "Time"]
    assert [row[0] for row in rows[1:7]] == [at_home(each["phone"]) for each in WITH_PHONE[:6]]
    assert [row[-2] for row in rows[1:]] == ["Sent"] * 6 + ["Same person as row 6"]
    for row in rows[1:7]:  # the one way of writing a time that sheets of all languages read
        at = datetime.strptime(row[-1], "%Y-%m-%d %H:%M:%S").astimezone(UTC)
        assert abs(datetime.now(UTC) - at) < timedelta(minutes=5)
    assert rows[7][-1] == ""
