"""Tests that what was confirmed does not leave hours later, once the computer wakes up: nobody expects it then."""

import pytest

from scoro_desktop import elapsed
from scoro_desktop.scorocode.replies import Outcome, Sent
from tests.journey.conftest import WAIT_MS, Person, Start
from tests.journey.sight import row_of
from tests.journey.test_hold import QUERY, hold, let_time_pass, rows, settled
from tests.journey.test_hold import server as server
from tests.ui.servers import Server


def sleep(monkeypatch: pytest.MonkeyPatch, minutes: int) -> None:
    """The clock that counts a sleep goes on; no timer does, as on a laptop."""
    now = elapsed.seconds()
    monkeypatch.setattr(elapsed, "seconds", lambda: now + 60 * minutes)


@pytest.mark.parametrize("presses", [False, True])
def test_what_was_held_as_the_computer_fell_asleep_does_not_leave_in_the_morning(
    start: Start, person: Person, server: Server, monkeypatch: pytest.MonkeyPatch, presses: bool
) -> None:
    server.always("push", Sent(7))
    application = start()
    window = application.window
    hold(person, window)
    sleep(monkeypatch, 8 * 60)
    if presses:
        window._services.dispatch.release(rows(application)[0].id)
    else:
        let_time_pass(window)
    row = settled(person, application)
    assert (row.outcome, row.reason) == (Outcome.NOT_SENT, "waited")
    assert server.of("push") == []
    person.qtbot.waitUntil(lambda: "It is in the form again" in window.outcome.text(), timeout=WAIT_MS)
    assert window.outcome.text().endswith(
        "Not sent. It was to leave more than 10 minutes later than you confirmed it: the computer may have slept. "
        "Nothing was sent. It is in the form again: check the audience, then send it."
    )
    assert row_of(window)["result"] == "Much later than it was confirmed"
    assert window.tab.draft().message.summary() == "Spring sale"
    assert window.tab.audience.editor.text() == QUERY


def test_a_short_sleep_is_no_matter(
    start: Start, person: Person, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.always("push", Sent(7))
    application = start()
    hold(person, application.window)
    sleep(monkeypatch, 9)
    let_time_pass(application.window)
    assert settled(person, application).outcome is Outcome.SENT


def test_what_waits_behind_another_send_does_not_leave_in_the_morning(
    start: Start, person: Person, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = start()
    window = application.window
    for title in ("First", "Second"):
        hold(person, window, title)
        let_time_pass(window)
        person.qtbot.waitUntil(lambda: not window._services.dispatch.holds, timeout=WAIT_MS)
    person.qtbot.waitUntil(lambda: len(server.of("push")) == 1, timeout=WAIT_MS)
    person.settle()
    assert window._services.dispatch.under_way == 2
    sleep(monkeypatch, 8 * 60)
    server.always("push", Sent(7))
    server.of("push")[0].answer(Sent(7))
    settled(person, application)
    assert [(each.summary, each.outcome, each.reason) for each in rows(application)] == [
        ("Second", Outcome.NOT_SENT, "waited"),
        ("First", Outcome.SENT, ""),
    ]
    assert len(server.of("push")) == 1
