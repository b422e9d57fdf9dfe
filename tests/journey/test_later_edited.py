"""A plan is edited: the disk has its message on the plan or in the form at every moment, and it leaves from neither."""

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from scoro_desktop.app import Application
from scoro_desktop.storage import database
from scoro_desktop.storage.planned_types import Plan, PlanState
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start
from tests.journey.later import Hand, ask_when, plan
from tests.journey.servers import leading
from tests.journey.sight import words_in
from tests.journey.stored import at_rest, kept, stored
from tests.journey.test_later import ANDROID, KEYS, SHOP, answered, arrived, sends, write
from tests.ui.servers import Server

TITLE = "Spring sale"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, have_account: HaveAccount) -> Iterator[Server]:
    have_account(SHOP, KEYS)
    with leading(monkeypatch) as server:
        yield server


def planned(start: Start, person: Person) -> tuple[Application, Hand, Plan]:
    """Starts the app and plans a message; its form is empty then."""
    application = start()
    window, hand = application.window, Hand(application)
    write(person, window)
    made = plan(person, window)
    window.messages.clear()
    at_rest()
    return application, hand, made


@contextlib.contextmanager
def drafts_wait(monkeypatch: pytest.MonkeyPatch, *, shut: bool = False) -> Iterator[threading.Event]:
    """The thread that writes drafts comes to nothing before an event, or cannot write then."""
    go_on, set_up = threading.Event(), database._set_up

    def waits(connection: sqlite3.Connection) -> None:
        if threading.current_thread().name == "drafts":
            assert go_on.wait(WAIT_MS / 1000)
        set_up(connection)
        if shut and threading.current_thread().name == "drafts":
            connection.execute("PRAGMA query_only = ON")

    with monkeypatch.context() as patch:
        patch.setattr(database, "_set_up", waits)
        try:
            yield go_on
        finally:
            go_on.set()


def test_it_is_on_the_plan_until_the_disk_has_it_as_a_draft(
    start: Start, person: Person, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    application, hand, made = planned(start, person)
    window = application.window
    path = application.storage.place.path
    with drafts_wait(monkeypatch) as go_on, contextlib.closing(sqlite3.connect(path)) as other:
        window.later.edit(made)
        person.qtbot.waitUntil(lambda: window.tab.draft().message.summary() == TITLE, timeout=WAIT_MS)
        states = "SELECT state FROM planned WHERE id = ?"
        application.storage.writer.wait_for(lambda _stores: None)
        assert other.execute(states, (made.id,)).fetchall() == [("planned",)], "a crash now would lose it"
        assert "no longer planned" not in window.notice.text()
        hand.now = datetime(2026, 12, 2, 6, tzinfo=UTC)
        application.services.later.look()  # its time, to the minute
        application.storage.writer.wait_for(lambda _stores: None)
        go_on.set()
        person.qtbot.waitUntil(lambda: "no longer planned" in window.notice.text(), timeout=WAIT_MS)
        assert other.execute(states, (made.id,)).fetchall() == []
    assert TITLE in kept(application, "push")
    at_rest()
    assert (server.of("push"), sends(application), application.services.later.plans) == ([], [], ())


def test_what_the_disk_does_not_take_stays_planned_and_leaves_at_its_time(
    start: Start, person: Person, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    application, hand, made = planned(start, person)
    window = application.window
    with drafts_wait(monkeypatch, shut=True) as go_on:
        go_on.set()
        window.later.edit(made)
        person.qtbot.waitUntil(lambda: "is still planned" in window.notice.text(), timeout=WAIT_MS)
    assert "The data folder can only be read." in window.notice.text()
    assert window.tab.draft().audience_text == ANDROID
    (left,) = stored(application).planned.open()
    assert left == made
    person.click(window.notice.action)
    assert "Dec 2, 2026, 9:00" in words_in(window.later.show())
    hand.move_to("12-02 06:00")
    arrived(person, server)
    answered(person, application, server)


def test_one_that_was_sent_meanwhile_is_not_edited(start: Start, person: Person, server: Server) -> None:
    application, hand, made = planned(start, person)
    window = application.window
    hand.move_to("12-02 06:00")
    arrived(person, server)
    window.later.edit(made)
    person.qtbot.waitUntil(lambda: "It was sent or cancelled already." in window.notice.text(), timeout=WAIT_MS)
    assert window.tab.is_blank()


def test_pressed_twice_it_is_edited_once_and_can_be_put_back(start: Start, person: Person, server: Server) -> None:
    application, hand, made = planned(start, person)
    window = application.window
    window.later.edit(made)
    window.later.edit(made)
    person.qtbot.waitUntil(lambda: "no longer planned" in window.notice.text(), timeout=WAIT_MS)
    at_rest()
    assert "already" not in window.notice.text()
    assert ask_when(window).when() == made.when
    person.click(window.notice.action)
    at_rest()
    (again,) = stored(application).planned.open()
    assert (again.state, again.when, again.summary) == (PlanState.PLANNED, made.when, TITLE)
    hand.move_to("12-02 06:00")
    arrived(person, server)


def test_one_whose_message_could_not_be_shown_leaves_at_its_time(
    start: Start, person: Person, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    application, hand, made = planned(start, person)
    window = application.window

    def broken(*_args: object, **_named: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch, person.qtbot.capture_exceptions() as caught:
        patch.setattr(window.messages, "open", broken)
        window.later.edit(made)
        person.qtbot.waitUntil(lambda: bool(caught), timeout=WAIT_MS)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert stored(application).planned.open() == [made]
    hand.move_to("12-02 06:00")
    arrived(person, server)


def test_a_window_that_another_takes_the_place_of_edits_nothing_any_more(
    start: Start, person: Person, server: Server
) -> None:
    application, hand, made = planned(start, person)
    window = application.window
    window.later.edit(made)
    application._change_language("ru")
    del window
    at_rest()
    assert stored(application).planned.open() == [made], "the other window writes over its draft"
    hand.move_to("12-02 06:00")
    arrived(person, server)
    answered(person, application, server)


@pytest.mark.parametrize("taken", [True, False], ids=["kept", "not kept"])
def test_the_window_of_another_language_tells_of_an_edit_that_ends_in_it(
    taken: bool, start: Start, person: Person, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    application, hand, made = planned(start, person)
    window = application.window
    with drafts_wait(monkeypatch, shut=not taken) as go_on:
        window.later.edit(made)
        person.qtbot.waitUntil(lambda: window.tab.draft().message.summary() == TITLE, timeout=WAIT_MS)
        application._change_language("ru")
        window = application.window
        person.qtbot.waitUntil(lambda: window.is_complete, timeout=WAIT_MS)
        hand.now = datetime(2026, 12, 2, 6, tzinfo=UTC)
        hand.runner.look()  # its time, to the minute, and it is being taken off the plan
        application.storage.writer.wait_for(lambda _stores: None)
        if not taken:
            hand.now = datetime(2026, 12, 1, 12, tzinfo=UTC)
        go_on.set()
        words = "больше не запланировано" if taken else "по-прежнему стоит в плане"
        person.qtbot.waitUntil(lambda: words in window.notice.text(), timeout=WAIT_MS)
    assert TITLE in window.notice.text()
    assert window.tab.draft().message.summary() == TITLE
    assert [each.id for each in stored(application).planned.open()] == ([] if taken else [made.id])
    assert [each.id for each in hand.runner.plans] == ([] if taken else [made.id])
    assert server.of("push") == []
    if taken:
        hand.now = datetime(2026, 12, 1, 12, tzinfo=UTC)
        person.qtbot.waitUntil(lambda: window.current.keys is not None, timeout=WAIT_MS)
        assert ask_when(window).when() == made.when
        person.click(window.notice.action)
        at_rest()
        assert len(stored(application).planned.open()) == 1
    else:
        hand.move_to("12-02 06:00")
        arrived(person, server)


def test_what_was_told_of_an_edit_is_told_in_the_other_language_too(
    start: Start, person: Person, server: Server
) -> None:
    application, _, made = planned(start, person)
    window = application.window
    window.later.edit(made)
    person.qtbot.waitUntil(lambda: "no longer planned" in window.notice.text(), timeout=WAIT_MS)
    application._change_language("ru")
    window = application.window
    person.qtbot.waitUntil(lambda: "больше не запланировано" in window.notice.text(), timeout=WAIT_MS)
    person.qtbot.waitUntil(lambda: window.current.keys is not None, timeout=WAIT_MS)
    assert ask_when(window).when() == made.when
    person.click(window.notice.action)
    at_rest()
    assert len(stored(application).planned.open()) == 1
    application._change_language("en")
    window = application.window
    person.qtbot.waitUntil(lambda: window.is_complete, timeout=WAIT_MS)
    at_rest()
    assert "planned" not in window.notice.text(), "it was put back"
