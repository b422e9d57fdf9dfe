"""Whoever got a campaign lately gets no other within the hours that are asked for."""

import csv
import dataclasses
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.storage.campaigns.states import PersonState, Why
from scoro_desktop.ui.sending.demand_question import DemandQuestion
from tests.journey.campaigns import WITH_PHONE, Campaigner, at_home, out_of_excel, reached
from tests.journey.conftest import WAIT_MS, HaveAccount, Start, shown
from tests.journey.later import choose, time_dialog
from tests.journey.sight import sums_in
from tests.journey.stored import at_rest, stored

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
    assert view.recipients.hours.text() == "do not check"
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


def test_started_by_hand_a_planned_one_leaves_out_who_got_another_campaign_meanwhile(
    start: Start, person: Campaigner, tmp_path: Path
) -> None:
    app = start()
    app.window.commands["view.history"].setChecked(False)
    view = person.begin(app.window, TEXT)
    person.take_list(view, out_of_excel(tmp_path / "all.csv", 20))
    view.recipients.hours.setValue(24)
    person.check(view)
    QTest.keyClicks(shown(view, DemandQuestion).typed, "20")
    person.click(view.check.later)
    with person.qtbot.waitSignal(app.services.later.kept, timeout=WAIT_MS):
        choose(time_dialog(), "2036-12-02 09:00")
    at_rest()
    (planned,) = stored(app).campaigns.newest()

    app.window.commands["page.compose"].trigger()
    person.wait_for_end(person.run(app.window, out_of_excel(tmp_path / "some.csv", 5), f"{TEXT} now", 5))
    app.window.campaigns.show(planned.id)
    person.qtbot.waitUntil(view.running.go_on.isVisible, timeout=WAIT_MS)
    person.click(view.running.go_on)
    person.wait_for_end(view)
    at_rest()
    assert reached(app) == {each["_id"]: 1 for each in WITH_PHONE[:20]}
    ended = stored(app).campaigns.existing(planned.id)
    assert (ended.total, ended.counts) == (20, {"sent": 15, "skipped": 5, "left_out": 1})
    texts = sums_in(view.running.sums)
    assert texts[0] == "Rows in the list 21"
    assert {"Sent 15", "Skipped 5", "Left out 1"} <= set(texts)
    view.running.sums.choose(PersonState.SKIPPED)
    person.settle()
    table = view.running.table
    table.go_to(0)
    person.qtbot.waitUntil(lambda: table.current() is not None, timeout=WAIT_MS)
    out = table.current()
    assert out is not None
    assert (out.state, out.why) == (PersonState.SKIPPED, Why.MESSAGED_LATELY)
    model = table.model()
    assert "Got a message lately" in [model.index(0, column).data() for column in range(model.columnCount())]
    assert stored(app).planned.open() == []


def test_fewer_hours_of_the_campaign_before_do_not_lower_the_accounts_rule(
    start: Start, person: Campaigner, have_account: HaveAccount, server: Sandbox, tmp_path: Path
) -> None:
    account = Account("shop", "Shop", Environment.TEST, server.address, server.application_id, AccessKind.MASTER)
    have_account(dataclasses.replace(account, lately_hours=48), Keys(server.client_key, server.master_key))
    app = start()
    person.wait_for_keys(app.window)
    view = person.begin(app.window, TEXT)
    person.take_list(view, out_of_excel(tmp_path / "first.csv", 6))
    recipients = view.recipients
    assert recipients.hours.value() == 48
    assert not recipients.hours_note.isVisible()
    recipients.hours.setValue(6)
    assert recipients.hours_note.text() == "Fewer than the account’s rule of 48 hours"
    person.check(view)
    person.start(view, 6)
    person.wait_for_end(view)

    person.click(view.running.repeat)
    person.take_list(view, out_of_excel(tmp_path / "next.csv", 14))
    assert recipients.hours.value() == 48
    assert recipients.hours_note.text() == "Raised to the account’s rule: the message was kept with 6 hours"
    recipients.hours.setValue(12)
    assert recipients.hours_note.text() == "Fewer than the account’s rule of 48 hours"
    recipients.hours.setValue(72)
    assert not recipients.hours_note.isVisible()
    person.click(view.recipients.source.another)
    person.take_list(view, out_of_excel(tmp_path / "other.csv", 14))
    assert recipients.hours.value() == 72, "what a person chose stays for the next list"
