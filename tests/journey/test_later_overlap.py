"""A plan tells of the last sends and of the quota as any send does; and leaves people out when it goes, as it said."""

import dataclasses
import json
from datetime import UTC, datetime, timedelta

from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import Account, Keys, LatelyRule
from scoro_desktop.sending.later.due import in_zone, moment_of
from scoro_desktop.storage.planned_types import AskCode, PlanState
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start
from tests.journey.later import Hand, approve, ask_when, choose, confirmation
from tests.journey.sight import words_in
from tests.journey.stored import at_rest, stored
from tests.journey.test_overlap import ANDROID, RUSSIAN, account, asked, count_of, newest, send, until_said

__all__ = ["account"]


def test_people_are_left_out_when_it_goes_and_the_rest_gets_it(
    start: Start, person: Person, have_account: HaveAccount, account: Account, server: Sandbox
) -> None:
    account = dataclasses.replace(account, lately_hours=24, lately_rule=LatelyRule.LEAVE_OUT)
    have_account(account, Keys(server.client_key, server.master_key))
    application = start()
    window, hand = application.window, Hand(application, datetime.now(UTC).replace(second=0, microsecond=0))
    person.wait_for_keys(window)
    both, of_russian = count_of(window, person, {"$and": [RUSSIAN, ANDROID]}), count_of(window, person, RUSSIAN)
    hour, tomorrow = (in_zone(hand.now + timedelta(hours=each), "UTC+00:00") for each in (1, 26))

    # Nothing was sent yet: what is left out is found out when it goes.
    person.write_push(window, "Sunday", json.dumps(RUSSIAN))
    person.wait_for_count(window, of_russian)
    choose(ask_when(window), hour.clock.strftime("%Y-%m-%d %H:%M"), 0)
    dialog = confirmation(person, window)
    until_said(
        person,
        dialog,
        "Whoever was messaged in the 24 hours before it goes out is left out then.",
        f"of the pushes left: {of_russian:,} of 500,000.",
    )
    assert asked(dialog).box.isChecked()
    approve(person, window, dialog)
    send(window, person, "Friday sale", ANDROID)

    # What is known as it is planned is said, and counted.
    person.write_push(window, "Monday", json.dumps(RUSSIAN))
    person.wait_for_count(window, of_russian)
    choose(ask_when(window), hour.clock.strftime("%Y-%m-%d %H:%M"), 0)
    dialog = confirmation(person, window)
    until_said(person, dialog, f"{both:,} left out, as the audiences match now.")
    person.qtbot.waitUntil(lambda: dialog.count == of_russian - both, timeout=WAIT_MS)
    person.qtbot.waitUntil(dialog.send_button.isEnabled, timeout=WAIT_MS)
    second = approve(person, window, dialog)
    assert second.expected == of_russian - both
    # Tomorrow it is more than the hours ago.
    choose(ask_when(window), tomorrow.clock.strftime("%Y-%m-%d %H:%M"), 0)
    dialog = confirmation(person, window)
    until_said(
        person,
        dialog,
        "Whoever was messaged in the 24 hours before it goes out is left out then.",
        f"{both:,} of these also matched “Friday sale” of",
    )
    person.click(dialog.cancel_button)

    hand.now = moment_of(hour)
    hand.runner.look()
    # The same people get the first one, so nobody is left of the second by then, and a person is asked.
    person.qtbot.waitUntil(lambda: bool(application.services.later.waiting), timeout=WAIT_MS)
    person.qtbot.waitUntil(lambda: not application.services.dispatch.under_way, timeout=WAIT_MS)
    at_rest()
    row = newest(application)
    assert row.request["query"] == {"$and": [{"$nor": [ANDROID]}, RUSSIAN]}
    assert (row.summary, row.expected, row.count) == ("Sunday", of_russian - both, of_russian - both)
    (kept,) = stored(application).planned.open()
    assert (kept.id, kept.state) == (second.id, PlanState.ASKED)
    assert kept.ask is not None
    assert kept.ask.code is AskCode.NOBODY
    assert window.later_bar.isVisible()
    assert "“Monday”" in words_in(window.later_bar)
