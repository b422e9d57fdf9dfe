"""Whoever got a campaign lately gets no other within the hours that are asked for."""

import csv
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from scoro_desktop.storage.campaigns.states import PersonState, Why
from tests.journey.campaigns import WITH_PHONE, Campaigner, at_home, out_of_excel, reached
from tests.journey.conftest import Start
from tests.journey.sight import sums_in
from tests.journey.stored import stored

TEXT = "{{Имя|friend}}, come in"


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


def test_who_got_one_within_so_many_hours_is_left_out(
    start: Start, person: Campaigner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = start()
    person.wait_for_end(person.run(app.window, out_of_excel(tmp_path / "first.csv", 6), TEXT, 6))
    app.window.commands["page.compose"].trigger()
    view = person.begin(app.window, f"{TEXT} again")
    person.take_list(view, out_of_excel(tmp_path / "all.csv", 10))
    assert view.recipients.hours.text() == "nobody for that"
    view.recipients.hours.setValue(24)
    person.check(view)
    assert sums_in(view.check.sums) == ["Rows in the list 11", "Get the message 4", "Got a message lately 7"]
    lately = view.check.sums.line("Got a message lately")
    view.check.sums.choose(lately.state, lately.why)
    person.settle()
    out = tmp_path / "lately.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_kept: (str(out), ""))
    person.click(view.check.export)
    person.qtbot.waitUntil(view.notice.isVisible)
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))[1:]
    assert [row[0] for row in rows] == [at_home(each["phone"]) for each in (*WITH_PHONE[:6], WITH_PHONE[4])]
    assert {row[-2] for row in rows} == {"Got a message lately"}
    person.start(view, 4)
    person.wait_for_end(view)
    assert reached(app) == {each["_id"]: 1 for each in WITH_PHONE[:10]}
    newest, _first = stored(app).campaigns.newest()
    left_out = stored(app).campaigns.rows(newest.id, states=(PersonState.LEFT_OUT,), why=Why.MESSAGED_LATELY)
    assert [each.person for each in left_out] == [each["_id"] for each in (*WITH_PHONE[:6], WITH_PHONE[4])]

    app.window.commands["page.compose"].trigger()
    view = person.begin(app.window, f"{TEXT} once more")
    person.take_list(view, out_of_excel(tmp_path / "few.csv", 6))
    view.recipients.hours.setValue(0)
    person.check(view)
    assert sums_in(view.check.sums)[1] == "Get the message 6", "nobody is left out for that"
