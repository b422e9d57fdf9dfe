"""The people of a planned campaign are looked at anew when it is due; quiet hours are agreed to as it is planned."""

import json
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scoro_desktop.audience.relative_dates import Instant
from scoro_desktop.recipients.columns import KeyKind
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.scorocode.quiet_hours import QuietHours
from scoro_desktop.storage.do_not_send import NewRefusal
from scoro_desktop.storage.planned_types import AskCode, Plan
from scoro_desktop.ui.campaigns.campaign_view import CampaignView
from scoro_desktop.ui.later.later_dialog import LaterDialog
from scoro_desktop.ui.runtime import here
from scoro_desktop.ui.sending.demand_question import DemandQuestion
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.campaigns import WITH_PHONE, Campaigner, out_of_excel
from tests.journey.conftest import WAIT_MS, HaveAccount, Start, shown
from tests.journey.later import DAY, Hand, choose, time_dialog
from tests.journey.sight import words_in
from tests.journey.stored import at_rest, stored
from tests.journey.test_overlap import until_said

QUIET = QuietHours(time(22), time(9, 30), "Europe/Moscow")


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


@pytest.fixture
def account(server: Sandbox, have_account: HaveAccount) -> Account:
    account = Account(
        "shop", "Shop", Environment.TEST, server.address, server.application_id, AccessKind.MASTER, quiet_hours=QUIET
    )
    have_account(account, Keys(server.client_key, server.master_key))
    return account


def ask_when(person: Campaigner, view: CampaignView, total: int) -> LaterDialog:
    """Types the total, and presses "Later…"."""
    QTest.keyClicks(shown(view, DemandQuestion).typed, str(total))
    person.click(view.check.later)
    return time_dialog()


def planned(person: Campaigner, window: MainWindow, dialog: LaterDialog, text: str) -> Plan:
    with person.qtbot.waitSignal(window._services.later.kept, timeout=WAIT_MS) as kept:
        choose(dialog, text)
    at_rest()
    (made,) = kept.args or [None]
    assert isinstance(made, Plan)
    return made


def asked(person: Campaigner, window: MainWindow) -> AskCode:
    person.qtbot.waitUntil(lambda: bool(window._services.later.waiting), timeout=WAIT_MS)
    at_rest()
    (plan,) = window._services.later.waiting
    assert plan.ask is not None
    return plan.ask.code


def test_who_must_not_be_written_to_is_left_out_and_where_too_few_are_left_it_asks(
    start: Start,
    person: Campaigner,
    server: Sandbox,
    account: Account,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    del account
    application = start()
    application.window.commands["view.history"].setChecked(False)
    window, hand = application.window, Hand(application)
    hand.tell_campaigns(monkeypatch)
    person.wait_for_keys(window)

    def refuse(first: int, last: int) -> None:
        new = [NewRefusal(KeyKind.PHONE, each["phone"].lstrip("+")) for each in WITH_PHONE[first:last]]
        stored(application).do_not_send.add("shop", new, by="Ann")

    def plan(text: str, day: int) -> CampaignView:
        """Plans a campaign for twenty people in the quiet hours, which is agreed to in the same dialog."""
        window.commands["page.compose"].trigger()
        view = person.begin(window, text)
        person.take_list(view, out_of_excel(tmp_path / "list.csv", 20))
        person.check(view)
        total = view.check.sums.line("Get the message").count
        dialog = ask_when(person, view, total)
        dialog.time.zone.show_zone("Europe/Moscow")
        dialog.time.clock.setDateTime(dialog.time.clock.dateTime().addSecs(3600))
        assert not dialog.quiet.isVisible()
        dialog.time.clock.setDateTime(dialog.time.clock.dateTime().addSecs(-3600))
        assert dialog.quiet.isVisible()
        assert "quiet hours" in words_in(dialog)
        assert not dialog.take.isEnabled(), "it is agreed to first"
        dialog.quiet.click()
        made = planned(person, window, dialog, f"2026-12-0{day} 09:00")
        assert made.expected == total
        return view

    plan("Hi {{Имя|friend}}", 2)
    refuse(0, 1)
    hand.move_to("12-02 06:00")
    person.qtbot.waitUntil(lambda: len(server.deliveries_per_person("sms")) == 19, timeout=WAIT_MS)
    person.qtbot.waitUntil(lambda: not application.services.campaigns.at_work, timeout=WAIT_MS)
    at_rest()
    assert server.deliveries_per_person("sms") == {each["_id"]: 1 for each in WITH_PHONE[1:20]}
    (ended,) = stored(application).campaigns.newest()
    assert (ended.total, ended.counts) == (20, {"sent": 19, "skipped": 1, "left_out": 1})
    (left_out,) = stored(application).campaigns.rows(ended.id, why="do_not_send")
    assert (left_out.person, left_out.state) == (WITH_PHONE[0]["_id"], "skipped")

    # More than the account lets pass came onto the list: a person is asked, and says for how many.
    view = plan("Bye {{Имя|friend}}", 3)
    refuse(1, 4)
    hand.move_to("12-03 06:00")
    assert asked(person, window) is AskCode.PEOPLE_MOVED
    words = "Of its 19 people, 16 would still get it. 3 came onto the do-not-send list since."
    assert window.later_bar.text().endswith(words)
    assert view.running.what_to_do.text() == words
    person.click(window.later_bar.move_button)
    dialog = time_dialog()
    assert dialog.take.text() == "Start then for the 16 who are left"
    assert not dialog.take.isEnabled(), "the quiet hours are agreed to once more"
    hand.now = hand.now.replace(hour=5)
    dialog.quiet.click()
    choose(dialog, "2026-12-03 09:05")
    hand.move_to("12-03 06:05")
    person.qtbot.waitUntil(lambda: max(server.deliveries_per_person("sms").values()) == 2, timeout=WAIT_MS)
    person.qtbot.waitUntil(lambda: not application.services.campaigns.at_work, timeout=WAIT_MS)
    at_rest()
    twice = {who for who, times in server.deliveries_per_person("sms").items() if times == 2}
    assert twice == {each["_id"] for each in WITH_PHONE[4:20]}
    assert stored(application).planned.open() == []

    # A single message to some of them is told who got a campaign: that is known of each.
    window.commands["page.compose"].trigger()
    person.turn_to_sms(window)
    person.fill(window.tab.form.first(), "One more")
    person.paste(window.tab.audience.editor, json.dumps({"_id": {"$in": [each["_id"] for each in WITH_PHONE[:25]]}}))
    person.wait_for_count(window, 25)
    confirm = person.press_send(window)
    until_said(
        person,
        confirm,
        "19 of these got the campaign “Hi {{Имя|friend}}” of ",
        "16 of these got the campaign “Bye {{Имя|friend}}” of ",
    )
    confirm.reject()


def test_an_audience_that_is_another_by_then_is_asked_about_and_nobody_new_gets_it(
    start: Start, person: Campaigner, server: Sandbox, account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    del account
    monkeypatch.setattr(here, "instant", lambda: Instant(DAY, "Europe/Moscow"))
    application = start()
    application.window.commands["view.history"].setChecked(False)
    window, hand = application.window, Hand(application)
    hand.tell_campaigns(monkeypatch)
    person.wait_for_keys(window)
    person.turn_to_sms(window)
    person.fill(window.tab.form.first(), "Offers in {{language|English}}")  # a request for each of few languages
    person.paste(window.tab.audience.editor, '{"createdAt": {"$gte": {"$relativeDate": {"months": -4}}}}')
    count = person.wait_for_count(window)
    person.click(window.footer.campaign)
    view = person.view(window)
    person.click(view.recipients.choice.audience)
    person.qtbot.waitUntil(view.recipients.check.isEnabled, timeout=WAIT_MS)
    person.check(view)
    total = view.check.sums.line("Get the message").count
    assert 0 < total < count
    planned(person, window, ask_when(person, view, total), "2026-12-20 10:00")
    hand.move_to("12-20 07:00")  # three weeks later others are of the last month
    assert asked(person, window) is AskCode.AUDIENCE_MOVED
    assert f"The audience that it was prepared from changed: {count:,} matched then, " in window.later_bar.text()
    assert window.later_bar.text().endswith("match now. It goes only to people who were checked.")
    assert server.deliveries_per_person("sms") == {}
    person.click(window.later_bar.move_button)
    dialog = time_dialog()
    assert dialog.take.text() == "Start at this time"
    choose(dialog, "2026-12-20 10:10")
    hand.move_to("12-20 07:10")
    person.qtbot.waitUntil(lambda: len(server.deliveries_per_person("sms")) == total, timeout=WAIT_MS)
    person.qtbot.waitUntil(lambda: not application.services.campaigns.at_work, timeout=WAIT_MS)
    at_rest()
    (campaign,) = stored(application).campaigns.newest()
    people = {each.person for each in stored(application).campaigns.rows(campaign.id, limit=count) if each.send_id}
    assert set(server.deliveries_per_person("sms")) == people
    assert max(server.deliveries_per_person("sms").values()) == 1
