"""Somebody who wants no more messages gets no campaign: from the menu to the check of a list."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scoro_desktop.app import Application
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.storage.campaigns.states import PersonState
from scoro_desktop.ui.campaigns.add_refusals import AddRefusals
from scoro_desktop.ui.campaigns.do_not_send_dialog import DoNotSendDialog
from scoro_desktop.ui.campaigns.person_dialog import PersonDialog
from tests.journey.campaigns import WITH_PHONE, Campaigner, Gate, at_home, out_of_excel, reached
from tests.journey.conftest import WAIT_MS, Start, shown
from tests.journey.sight import sums_in
from tests.journey.stored import stored


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


@pytest.fixture
def app(start: Start) -> Application:
    return start()


def test_who_is_on_the_list_is_left_out_and_counted(app: Application, person: Campaigner, tmp_path: Path) -> None:
    window = app.window
    no_more = WITH_PHONE[9]
    window.commands["campaign.do_not_send"].trigger()
    dialog = shown(window, DoNotSendDialog)
    person.click(dialog.add)
    adding = shown(dialog, AddRefusals)
    with person.qtbot.waitSignal(adding.judged):
        QTest.keyClicks(adding.text, at_home(no_more["phone"]))
    person.qtbot.waitUntil(adding.add.isEnabled)
    person.click(adding.add)
    person.qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    (row,) = stored(app).do_not_send.page("sandbox")
    assert row.key == no_more["phone"].lstrip("+")
    assert row.written == at_home(no_more["phone"])
    person.click(dialog.done_button)

    view = person.begin(window, "Hi {{Имя|friend}}")
    person.take_list(view, out_of_excel(tmp_path / "list.csv", 20))
    person.check(view)
    assert "Opted out 1" in " | ".join(sums_in(view.check.sums))
    person.start(view, 19)
    person.wait_for_end(view)
    assert app.sandbox is not None
    reached = app.sandbox.deliveries_per_person("sms")
    assert no_more["_id"] not in reached
    assert reached == {each["_id"]: 1 for each in WITH_PHONE[:20] if each is not no_more}

    window.commands["campaign.do_not_send"].trigger()
    again = shown(window, DoNotSendDialog)
    person.qtbot.waitUntil(again.held_back.isVisible)
    assert again.held_back.text().startswith("Campaigns have left out 1 person so far (Hi {{Имя|friend}}")
    person.click(again.done_button)


def test_people_of_a_campaign_get_no_other(app: Application, person: Campaigner, tmp_path: Path) -> None:
    window = app.window
    view = person.begin(window, "Hi {{Имя|friend}}")
    person.take_list(view, out_of_excel(tmp_path / "list.csv", 6))
    person.check(view)
    person.start(view, 6)
    person.wait_for_end(view)
    table = view.running.table
    person.qtbot.waitUntil(lambda: table.current() is not None or table.model().rowCount() == 7)
    _, act = table.actions()
    assert not act.isEnabled()
    table.go_to(1)
    person.qtbot.waitUntil(act.isEnabled)
    act.trigger()
    person.qtbot.waitUntil(view.notice.isVisible)
    assert view.notice.text() == (
        "1 person is on the do-not-send list now. Campaigns leave them out from now on, those that are running as well."
    )
    kept = {(each.kind.value, each.key, each.origin) for each in stored(app).do_not_send.page("sandbox")}
    who = WITH_PHONE[1]
    assert kept == {
        ("_id", who["_id"], "Hi {{Имя|friend}}"),
        ("phone", who["phone"].lstrip("+"), "Hi {{Имя|friend}}"),
    }
    person.click(view.notice.action)
    dialog = shown(window, DoNotSendDialog)
    person.qtbot.waitUntil(lambda: dialog.model.rowCount() == 2)
    person.click(dialog.done_button)
    person.click(view.running.repeat)
    person.take_list(view, out_of_excel(tmp_path / "list.csv", 6))
    person.check(view)
    assert "Opted out 1" in sums_in(view.check.sums)


def test_who_comes_onto_it_while_a_campaign_runs_gets_nothing_more_of_it(
    app: Application, person: Campaigner, tmp_path: Path
) -> None:
    """One by the menu on their row, one by the e-mail that they wrote from, while the others are on their way."""
    window = app.window
    assert isinstance(app.sandbox, Sandbox)
    gate = Gate(app.sandbox, after=2)
    view = person.run(window, out_of_excel(tmp_path / "list.csv", 30), "{{Имя|друг}}, ваш код {{код}}", 30)
    person.qtbot.waitUntil(gate.reached.is_set, timeout=WAIT_MS)
    by_row, by_email = WITH_PHONE[28], WITH_PHONE[29]
    table = view.running.table
    person.qtbot.waitUntil(lambda: table.model().rowCount() == 31)
    table.go_to(28)
    _, act = table.actions()
    person.qtbot.waitUntil(act.isEnabled)
    act.trigger()
    person.qtbot.waitUntil(view.notice.isVisible)
    assert "those that are running as well" in view.notice.text()
    window.commands["history.person"].trigger()
    dialog = shown(window, PersonDialog)
    with person.qtbot.waitSignal(dialog.found):
        QTest.keyClicks(dialog.who, by_email["email"].upper())
    person.qtbot.waitUntil(lambda: dialog.table.rowCount() == 1)
    assert dialog.table.model().index(0, 2).data() == "Waiting"
    with person.qtbot.waitSignal(dialog.refused, timeout=WAIT_MS):
        person.click(dialog.refuse)
    assert "running ones too" in dialog.said.text()
    person.click(dialog.close_it)
    gate.open()
    person.wait_for_end(view)
    assert reached(app) == {each["_id"]: 1 for each in WITH_PHONE[:28]}
    assert (view.running.count.text(), view._state.text()) == ("28", "Finished")
    rows = stored(app).campaigns.rows(1, states=(PersonState.SKIPPED,))
    assert {each.person: each.why for each in rows} == {
        by_row["_id"]: "do_not_send", by_email["_id"]: "do_not_send",
    }  # fmt: skip
    words = [table.model().index(number, column).data() for number in (28, 29) for column in range(6)]
    assert words.count("On the do-not-send list") == 2
    window.commands["campaign.do_not_send"].trigger()
    held_back = shown(window, DoNotSendDialog).held_back
    person.qtbot.waitUntil(held_back.isVisible)
    assert held_back.text().startswith("Campaigns have left out 2 people so far")


def test_what_a_person_got_is_told_by_phone_and_from_their_row(
    app: Application, person: Campaigner, tmp_path: Path
) -> None:
    window = app.window
    view = person.begin(window, "Hi {{Имя|friend}}")
    person.take_list(view, out_of_excel(tmp_path / "list.csv", 6))
    person.check(view)
    person.start(view, 6)
    person.wait_for_end(view)
    window.commands["history.person"].trigger()
    dialog = shown(window, PersonDialog)
    assert "they cannot be listed here" in dialog.said.text()
    with person.qtbot.waitSignal(dialog.found):
        QTest.keyClicks(dialog.who, at_home(WITH_PHONE[2]["phone"]))
        assert not dialog.refuse.isEnabled()
    assert dialog.refuse.isEnabled()
    person.qtbot.waitUntil(lambda: dialog.table.rowCount() == 1)
    assert [dialog.table.model().index(0, column).data() for column in (1, 2)] == ["Hi {{Имя|friend}}", "Sent"]
    sent = dialog.table.item(0, 2)
    assert sent is not None
    assert sent.foreground().color() == QColor(window._services.appearance.colours.good)
    with person.qtbot.waitSignal(dialog.found):
        dialog.ask("+7 912 000 00 00")
    assert not dialog._pause.isActive()  # else it is asked once more, and the next words would not stay
    assert dialog.table.rowCount() == 0
    assert dialog.said.text().startswith("No campaign knows this person.")
    with person.qtbot.waitSignal(dialog.refused, timeout=WAIT_MS):
        person.click(dialog.refuse)
    assert (
        dialog.said.text() == "Is on the do-not-send list of “Sandbox” now. Campaigns leave them out, running ones too."
    )
    assert [each.key for each in stored(app).do_not_send.page("sandbox")] == ["79120000000"]
    dialog.ask("no key at all")
    assert not dialog.refuse.isEnabled()
    person.click(dialog.close_it)

    view.running.table.go_to(4)
    what, _ = view.running.table.actions()
    person.qtbot.waitUntil(what.isEnabled)
    what.trigger()
    again = shown(window, PersonDialog)
    person.qtbot.waitUntil(lambda: again.table.rowCount() == 2)  # the row of theirs, and the double that was left out
    assert {again.table.model().index(row, 2).data() for row in range(2)} == {"Sent", "Same person again"}
    again.table.selectRow(0)
    person.click(again.open_it)
    assert view.isVisible()
