"""The newest question wins, in whatever order answers come, and a count that could not be had is never a number."""

import functools
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QIcon
from pytestqt.qtbot import QtBot

from scoro_desktop import elapsed
from scoro_desktop.composing.counts import Count, CountState
from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.ui.audience.count_strip import CountStrip
from scoro_desktop.ui.audience.live_count import Counted, LiveCount, count_with
from scoro_desktop.ui.runtime.background import Background, LatestTask
from tests.ui.servers import Question, Server


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    running.always("whole", 1000)
    yield running
    running.end()


@pytest.fixture
def live(background: Background) -> LiveCount:
    counting = LiveCount(background)
    counting._latest._timer.setInterval(20)  # a pause in typing, short enough for a test
    return counting


@pytest.fixture
def strip(qtbot: QtBot, live: LiveCount) -> CountStrip:
    shown = CountStrip(QIcon())
    qtbot.addWidget(shown)
    live.changed.connect(lambda: shown.show_count(live.count, "devices"))
    shown.show()
    return shown


def ask(qtbot: QtBot, live: LiveCount, server: Server, number: int, collection: str = "devices") -> Question:
    """Asks and waits until the question is with the server."""
    before = len(server.of("count"))
    live.ask(server.client, collection, {"n": number})
    qtbot.waitUntil(lambda: len(server.of("count")) > before)
    return server.of("count")[-1]


def settle(qtbot: QtBot, background: Background) -> None:
    """Lets everything through that was handed over to the GUI thread so far."""
    done: list[None] = []
    background.submit(lambda: None, done.append)
    qtbot.waitUntil(lambda: bool(done))


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0), (2, 0, 1)])
def test_the_newest_question_wins(
    qtbot: QtBot, live: LiveCount, server: Server, background: Background, order: tuple[int, ...]
) -> None:
    questions = [ask(qtbot, live, server, number) for number in range(3)]
    seen: list[int | None] = []
    live.changed.connect(lambda: seen.append(live.count.value))
    for index in order:
        questions[index].answer(100 + index)
        if index == 2:
            qtbot.waitUntil(lambda: live.count.state is CountState.KNOWN)
        settle(qtbot, background)
    assert (live.count.state, live.count.value, live.count.total) == (CountState.KNOWN, 102, 1000)
    assert seen == [102]


def test_typing_on_asks_once(qtbot: QtBot, live: LiveCount, server: Server) -> None:
    for number in range(50):
        live.ask(server.client, "devices", {"n": number})
    qtbot.waitUntil(lambda: bool(server.of("count")))
    server.of("count")[0].answer(7)
    qtbot.waitUntil(lambda: live.count.value == 7)
    assert [each.body["query"] for each in server.of("count")] == [{"n": 49}]


def test_a_server_that_hangs_is_asked_four_things_at_once_at_most(
    qtbot: QtBot, live: LiveCount, server: Server, background: Background
) -> None:
    first = [ask(qtbot, live, server, number) for number in range(LatestTask.MOST_AT_ONCE)]
    for number in range(4, 8):
        live.ask(server.client, "devices", {"n": number})
        qtbot.waitUntil(lambda: not live._latest._timer.isActive())
    settle(qtbot, background)
    assert len(server.of("count")) == 4
    first[1].answer(5)
    qtbot.waitUntil(lambda: len(server.of("count")) == 5)
    newest = server.of("count")[-1]
    assert newest.body["query"] == {"n": 7}
    newest.answer(70)
    qtbot.waitUntil(lambda: live.count.value == 70)
    for question in first:
        question.answer(1)
    settle(qtbot, background)
    assert live.count.value == 70
    assert server.most_at_once == 4


def test_answers_over_which_the_app_stumbles_do_not_end_the_counting(
    qtbot: QtBot, live: LiveCount, background: Background, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error where an answer is handed over leaves the place of its question to the next one."""
    deliver = background._deliver
    background._finished.disconnect()
    stumbles = True

    def deliver_or_stumble(receive: Callable[[], None]) -> None:
        if stumbles:
            raise ZeroDivisionError
        deliver(receive)

    background._finished.connect(deliver_or_stumble)
    for number in range(LatestTask.MOST_AT_ONCE + 1):
        question = ask(qtbot, live, server, number)
        with qtbot.captureExceptions() as stumbled:
            question.answer(number)
            qtbot.waitUntil(functools.partial(bool, stumbled))
    stumbles = False
    with qtbot.waitSignal(live.changed):
        ask(qtbot, live, server, 99).answer(99)
    qtbot.waitUntil(lambda: live.count.value == 99)


@pytest.mark.parametrize(
    "answer", [Failure(Outcome.REFUSED, "server_said_no", error_message="No right"), RuntimeError("s3cret")]
)
def test_a_count_that_could_not_be_had_is_unknown_and_not_zero(
    qtbot: QtBot, live: LiveCount, strip: CountStrip, server: Server, answer: object
) -> None:
    ask(qtbot, live, server, 1).answer(answer)
    qtbot.waitUntil(lambda: live.count.state is CountState.UNKNOWN)
    assert live.count.value is None
    assert not any(character.isdigit() for character in strip.text())
    assert "unknown" in strip.text()
    assert strip.why()
    assert "s3cret" not in f"{strip.why()} {live.count}"
    assert strip.refresh.isEnabled()


def test_a_query_that_matches_nobody_shows_a_zero_that_was_counted(
    qtbot: QtBot, live: LiveCount, strip: CountStrip, server: Server
) -> None:
    ask(qtbot, live, server, 1).answer(0)
    qtbot.waitUntil(lambda: live.count.state is CountState.KNOWN)
    assert strip.text().startswith("0 ")


def test_the_old_count_stands_as_old_while_counting(
    qtbot: QtBot, live: LiveCount, strip: CountStrip, server: Server
) -> None:
    assert not any(character.isdigit() for character in strip.text())
    ask(qtbot, live, server, 1).answer(1234)
    qtbot.waitUntil(lambda: live.count.state is CountState.KNOWN)
    assert "1,234" in strip.text()
    assert strip._number.property("stale") == "false"
    question = ask(qtbot, live, server, 2)
    assert "1,234" in strip.text()
    assert "counting" in strip.text()
    assert strip._number.property("stale") == "true"
    question.answer(5)
    qtbot.waitUntil(lambda: live.count.value == 5)
    assert strip._number.property("stale") == "false"


def test_the_count_of_another_collection_does_not_stand_in(
    qtbot: QtBot, live: LiveCount, strip: CountStrip, server: Server
) -> None:
    ask(qtbot, live, server, 1).answer(1234)
    qtbot.waitUntil(lambda: live.count.state is CountState.KNOWN)
    ask(qtbot, live, server, 1, "users")
    assert live.count.value is None
    assert "234" not in strip.text()


def test_without_a_query_there_is_no_count_and_a_late_answer_changes_nothing(
    qtbot: QtBot, live: LiveCount, server: Server, background: Background
) -> None:
    question = ask(qtbot, live, server, 1)
    live.ask(server.client, "devices", None)
    question.answer(5)
    settle(qtbot, background)
    assert (live.count.state, live.count.value) == (CountState.NONE, None)
    live.again()
    assert live.count.state is CountState.NONE


def test_counting_again_asks_the_same(qtbot: QtBot, live: LiveCount, server: Server) -> None:
    ask(qtbot, live, server, 1).answer(5)
    qtbot.waitUntil(lambda: live.count.value == 5)
    live.again()
    qtbot.waitUntil(lambda: len(server.of("count")) == 2)
    assert server.of("count")[1].body == server.of("count")[0].body


def delete(thing: QObject) -> None:
    thing.deleteLater()
    QCoreApplication.sendPostedEvents(thing, QEvent.Type.DeferredDelete)


def test_an_answer_after_the_window_is_gone_reaches_nobody(
    qtbot: QtBot, live: LiveCount, server: Server, background: Background
) -> None:
    called: list[None] = []
    live.changed.connect(lambda: called.append(None))
    question = ask(qtbot, live, server, 1)
    called.clear()
    delete(live)
    question.answer(5)
    settle(qtbot, background)
    assert called == []


def test_nothing_is_handed_over_once_the_background_is_closed(
    qtbot: QtBot, live: LiveCount, server: Server, background: Background
) -> None:
    question = ask(qtbot, live, server, 1)
    background.close()
    with qtbot.assertNotEmitted(live.changed, wait=50):
        question.answer(5)
    assert live.count.state is CountState.COUNTING


def test_a_background_that_is_gone_takes_answers_without_a_word(qtbot: QtBot, server: Server) -> None:
    background = Background()
    live = LiveCount(background)
    question = ask(qtbot, live, server, 1)
    delete(background)
    with qtbot.captureExceptions() as exceptions:
        question.answer(5)
        for thread in [each for each in threading.enumerate() if each.name == "background"]:
            thread.join(5)
        QCoreApplication.processEvents()  # what they said on their way out
    assert exceptions == []


@pytest.mark.parametrize(
    ("whole", "count", "everyone", "may_be"),
    [
        (1000, 999, False, False),
        (1000, 1000, True, True),
        (1000, 1001, True, True),  # somebody came between the two counts
        (Failure(Outcome.REFUSED, "server_said_no"), 5, False, True),
    ],
)
def test_a_query_that_leaves_nobody_out_is_told_by_the_whole(
    server: Server, whole: int | Failure, count: int, everyone: bool, may_be: bool
) -> None:
    server.always("whole", whole)
    server.always("count", count)
    counted = count_with(server.client, "devices", {"n": 1})
    assert isinstance(counted, Counted)
    assert (counted.count, counted.is_everyone, counted.may_be_everyone) == (count, everyone, may_be)
    assert [each.what for each in server.asked] == ["whole", "count"]


def test_a_server_that_is_not_there_is_asked_once(server: Server) -> None:
    nobody = Failure(Outcome.NOT_SENT, "connect_timeout")
    server.always("whole", nobody)
    assert count_with(server.client, "devices", {"n": 1}) == nobody
    assert len(server.asked) == 1


@pytest.mark.parametrize("hours", [-5, 0, 5])
def test_the_age_of_a_count_has_nothing_to_do_with_the_clock_on_the_wall(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, hours: int
) -> None:
    """Set back, it made an old count "just now"; set forward, a new one hours old."""
    strip = CountStrip(QIcon())
    qtbot.addWidget(strip)
    counted = datetime.now(UTC) - timedelta(hours=hours)
    monkeypatch.setattr(elapsed, "seconds", lambda: 1000.0)
    strip.show_count(Count(CountState.KNOWN, 5, 10, at=counted, since=990.0), "devices")
    assert strip.text().endswith("just now")
    strip.show_count(Count(CountState.KNOWN, 5, 10, at=counted, since=1000.0 - 2 * 3600.0), "devices")
    assert "2 hour" in strip.text()


def test_a_count_remembers_when_it_was_by_both_clocks(
    qtbot: QtBot, live: LiveCount, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(elapsed, "seconds", lambda: 42.0)
    question = ask(qtbot, live, server, 1)
    question.answer(7)
    qtbot.waitUntil(lambda: live.count.state is CountState.KNOWN)
    assert live.count.since == 42.0
    assert live.count.at is not None
    live.again()
    assert (live.count.state, live.count.value, live.count.since) == (CountState.COUNTING, 7, 42.0)
