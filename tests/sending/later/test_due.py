"""Times on the clocks of zones, and what the clock of the computer says of them."""

from datetime import UTC, datetime, timedelta

import pytest

from scoro_desktop.sending.later.due import (
    LATE_AFTER,
    LOOK_S,
    CannotTellError,
    DueClock,
    Left,
    Shown,
    Timing,
    by_moment,
    in_zone,
    left,
    moment_of,
    on_clocks,
    shown,
    timing,
)
from scoro_desktop.storage.planned_types import Ask, AskCode, Plan, PlanState, When
from tests.sending.later.plans import NINE, plan


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def when(text: str) -> When:
    return When.read(text)


@pytest.mark.parametrize(
    ("planned", "moment", "clocks_show"),
    [
        # The days on which clocks are put forward, before, within and after the hour that they leave out.
        ("2026-03-08T01:59 America/New_York", "2026-03-08T06:59Z", "01:59"),
        ("2026-03-08T02:00 America/New_York", "2026-03-08T07:00Z", "03:00"),
        ("2026-03-08T02:30 America/New_York", "2026-03-08T07:30Z", "03:30"),
        ("2026-03-08T03:00 America/New_York", "2026-03-08T07:00Z", "03:00"),
        ("2026-03-29T02:30 Europe/Berlin", "2026-03-29T01:30Z", "03:30"),
        ("2026-03-29T03:00 Europe/Berlin", "2026-03-29T01:00Z", "03:00"),
        ("2026-10-04T02:15 Australia/Lord_Howe", "2026-10-03T15:45Z", "02:45"),  # by half an hour
        ("2026-10-04T02:30 Australia/Lord_Howe", "2026-10-03T15:30Z", "02:30"),
        ("2025-09-07T00:30 America/Santiago", "2025-09-07T04:30Z", "01:30"),  # at midnight
        ("2025-09-06T23:59 America/Santiago", "2025-09-07T03:59Z", "23:59"),
        ("2025-04-25T00:00 Africa/Cairo", "2025-04-24T22:00Z", "01:00"),  # midnight itself is left out
        # The days on which they are put back: of two times that read the same, the first.
        ("2026-11-01T01:30 America/New_York", "2026-11-01T05:30Z", "01:30"),
        ("2026-11-01T02:00 America/New_York", "2026-11-01T07:00Z", "02:00"),
        ("2026-10-25T02:30 Europe/Berlin", "2026-10-25T00:30Z", "02:30"),
        ("2026-10-25T03:00 Europe/Berlin", "2026-10-25T02:00Z", "03:00"),
        ("2026-04-05T01:45 Australia/Lord_Howe", "2026-04-04T14:45Z", "01:45"),
        ("2025-04-05T23:30 America/Santiago", "2025-04-06T02:30Z", "23:30"),
        ("2025-10-30T23:30 Africa/Cairo", "2025-10-30T20:30Z", "23:30"),
        ("2025-10-31T00:00 Africa/Cairo", "2025-10-30T22:00Z", "00:00"),
        # Midnight, ends of months and of a year, a leap day, and zones without summer time or with odd offsets.
        ("2026-12-02T09:00 Europe/Moscow", "2026-12-02T06:00Z", "09:00"),
        ("2026-12-31T23:59 Europe/Moscow", "2026-12-31T20:59Z", "23:59"),
        ("2027-01-01T00:00 Europe/Moscow", "2026-12-31T21:00Z", "00:00"),
        ("2027-02-28T23:30 Asia/Kolkata", "2027-02-28T18:00Z", "23:30"),
        ("2027-03-01T00:00 Asia/Kolkata", "2027-02-28T18:30Z", "00:00"),
        ("2028-02-29T12:00 Asia/Kathmandu", "2028-02-29T06:15Z", "12:00"),
        ("2026-12-02T09:00 UTC+03:00", "2026-12-02T06:00Z", "09:00"),
        ("2026-12-02T09:00 UTC-09:30", "2026-12-02T18:30Z", "09:00"),
    ],
)
def test_a_time_is_one_moment_whatever_is_done_to_clocks(planned: str, moment: str, clocks_show: str) -> None:
    assert moment_of(when(planned)) == at(moment)
    assert on_clocks(when(planned)).strftime("%H:%M") == clocks_show


@pytest.mark.parametrize(
    ("planned", "how_often"),
    [
        ("2026-03-08T02:30 America/New_York", Shown.NEVER),
        ("2026-03-08T03:00 America/New_York", Shown.ONCE),
        ("2026-11-01T01:30 America/New_York", Shown.TWICE),
        ("2026-11-01T02:00 America/New_York", Shown.ONCE),
        ("2026-10-04T02:15 Australia/Lord_Howe", Shown.NEVER),
        ("2026-04-05T01:45 Australia/Lord_Howe", Shown.TWICE),
        ("2026-04-05T01:15 Australia/Lord_Howe", Shown.ONCE),
        ("2025-09-07T00:30 America/Santiago", Shown.NEVER),
        ("2025-04-05T23:30 America/Santiago", Shown.TWICE),
        ("2025-04-25T00:00 Africa/Cairo", Shown.NEVER),
        ("2025-10-30T23:30 Africa/Cairo", Shown.TWICE),
        ("2026-03-29T02:30 Europe/Berlin", Shown.NEVER),
        ("2026-12-02T09:00 Europe/Moscow", Shown.ONCE),
        ("2026-12-02T09:00 UTC+03:00", Shown.ONCE),
    ],
)
def test_it_is_known_how_often_clocks_show_a_time(planned: str, how_often: Shown) -> None:
    assert shown(when(planned)) is how_often


@pytest.mark.parametrize(
    "planned", ["2026-12-02T09:00 Nowhere/City", "0001-01-01T00:00 Asia/Tokyo", "2026-12-02T09:00 ../etc/passwd"]
)
def test_a_time_that_is_no_moment_is_refused_in_one_way(planned: str) -> None:
    for ask in (moment_of, on_clocks, shown):
        with pytest.raises(CannotTellError):
            ask(when(planned))
    with pytest.raises(CannotTellError):
        timing(when(planned), at("2026-12-02T06:00Z"))


def test_a_time_is_written_with_its_zone_and_read_again() -> None:
    assert NINE.written() == "2026-12-02T09:00 Europe/Moscow"
    assert When.read(NINE.written()) == NINE
    for text in ("2026-12-02T09:00", "", "nine Europe/Moscow"):
        with pytest.raises(ValueError, match=r"zone|isoformat"):
            When.read(text)


def test_a_moment_is_a_time_in_a_zone_to_the_minute() -> None:
    assert in_zone(at("2026-12-02T06:00:59.5Z"), "Europe/Moscow") == NINE
    assert in_zone(at("2026-10-25T01:30Z"), "Europe/Berlin") == when("2026-10-25T02:30 Europe/Berlin")
    with pytest.raises(CannotTellError):
        in_zone(at("2026-12-02T06:00Z"), "Nowhere/City")


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-12-02T05:59:59.999Z", Timing.WAITS),
        ("2026-12-02T06:00:00Z", Timing.DUE),
        ("2026-12-02T06:10:00Z", Timing.DUE),
        ("2026-12-02T06:10:00.001Z", Timing.LATE),
        ("2027-12-02T06:00:00Z", Timing.LATE),
    ],
)
def test_it_is_due_for_ten_minutes(now: str, expected: Timing) -> None:
    assert timing(NINE, at(now)) is expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-29T02:00:00Z", Left(3, 4, 0)),
        ("2026-12-01T06:00:00Z", Left(1, 0, 0)),
        ("2026-12-02T05:59:30Z", Left(0, 0, 1)),
        ("2026-12-02T05:00:01Z", Left(0, 1, 0)),
        ("2026-12-02T06:00:00Z", Left(0, 0, 0)),
        ("2026-12-02T06:12:59Z", Left(0, 0, 12, is_past=True)),
        ("2026-12-03T07:00:00Z", Left(1, 1, 0, is_past=True)),
    ],
)
def test_the_time_until_then_is_told_in_days_hours_and_minutes(now: str, expected: Left) -> None:
    assert left(moment_of(NINE), at(now)) == expected


class HandMoved:
    """A clock that a test moves."""

    def __init__(self, text: str) -> None:
        self.now = at(text)
        self.clock = DueClock(lambda: self.now)

    def look(self, *plans: Plan) -> tuple[list[int], list[int], float]:
        look = self.clock.look(plans)
        return [each.id for each in look.due], [each.id for each in look.late], look.wait_s


def test_the_clock_is_looked_at_every_half_minute_and_at_the_time_itself() -> None:
    hand = HandMoved("2026-12-01T06:00:00Z")
    assert hand.look(plan()) == ([], [], LOOK_S)
    hand.now = at("2026-12-02T05:59:48Z")
    assert hand.look(plan()) == ([], [], 12.0)
    assert hand.look() == ([], [], LOOK_S)
    hand.now = at("2026-12-02T06:00:00Z")
    assert hand.look(plan())[:2] == ([1], [])
    hand.now = at("2026-12-02T05:59:59.9999Z")
    assert hand.look(plan())[2] > 0


def test_after_a_sleep_over_the_time_it_is_late_and_not_due() -> None:
    hand = HandMoved("2026-12-02T05:59:00Z")
    assert hand.look(plan()) == ([], [], LOOK_S)
    hand.now += timedelta(hours=8)  # the lid was closed
    assert hand.look(plan()) == ([], [1], LOOK_S)


def test_a_short_sleep_over_the_time_leaves_it_due() -> None:
    hand = HandMoved("2026-12-02T05:59:00Z")
    hand.now += timedelta(minutes=11)
    assert hand.look(plan())[:2] == ([1], [])


def test_a_start_after_the_time_finds_it_late() -> None:
    assert HandMoved("2026-12-05T00:00Z").look(plan()) == ([], [1], LOOK_S)
    assert HandMoved("2026-12-02T06:09Z").look(plan())[:2] == ([1], [])


def test_where_the_clock_was_put_back_it_waits_again() -> None:
    hand = HandMoved("2026-12-02T06:05Z")
    assert hand.look(plan())[:2] == ([1], [])
    hand.now = at("2026-12-02T04:00Z")
    assert hand.look(plan()) == ([], [], LOOK_S)
    hand.now = at("2026-12-02T05:59:59Z")
    assert hand.look(plan()) == ([], [], 1.0)


def test_what_was_sent_or_waits_for_an_answer_is_never_due() -> None:
    hand = HandMoved("2026-12-02T06:05Z")
    fired = plan(1, state=PlanState.FIRED, send_id=7, fired_at=hand.now)
    asked = plan(2, state=PlanState.ASKED, ask=Ask(AskCode.QUIET_HOURS))
    for now in ("2026-12-02T06:05Z", "2026-12-02T05:00Z", "2027-12-02T06:05Z"):
        hand.now = at(now)
        assert hand.look(fired, asked) == ([], [], LOOK_S)


def test_several_are_due_in_the_order_of_their_moments() -> None:
    hand = HandMoved("2026-12-02T06:05Z")
    berlin, moscow = When.read("2026-12-02T07:01 Europe/Berlin"), NINE
    tokyo, later = When.read("2026-12-02T15:00 Asia/Tokyo"), When.read("2026-12-02T09:06 Europe/Moscow")
    plans = [plan(1, berlin), plan(2, moscow), plan(3, later), plan(4, tokyo)]
    assert hand.look(*plans) == ([2, 4, 1], [], LOOK_S)
    assert [each.id for each in by_moment(reversed(plans))] == [2, 4, 1, 3]


def test_a_zone_that_nobody_knows_any_more_is_told() -> None:
    lost = plan(1, When.read("2026-12-02T09:00 Nowhere/City"))
    look = DueClock(lambda: at("2026-12-02T06:05Z")).look([lost, plan(2)])
    assert (look.no_moment, [each.id for each in look.due]) == ((lost,), [2])
    assert [each.id for each in by_moment([plan(2), lost])] == [1, 2]


def test_the_clock_of_this_computer_is_the_one_that_is_looked_at() -> None:
    assert abs(DueClock().now() - datetime.now(UTC)) < LATE_AFTER
