"""At most so many requests in any second, by a clock that is told; sends first."""

import threading
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoro_desktop.scorocode.limiter import (
    ARRIVED_S,
    SOON_S,
    SPAN_S,
    Limiter,
    Limits,
    NotWantedError,
    Turn,
    Window,
    while_wanted,
)
from tests.scorocode.accounts import an_account

HANG_S = 1e9
REQUESTS = st.lists(
    st.tuples(
        st.floats(0, 0.5),  # how long after the one before it is wanted
        st.floats(0, ARRIVED_S - 0.01),  # how long until its answer is there
        st.floats(0, 1),  # at which part of that it arrives
    ),
    max_size=40,
)


def arrivals(limit: int, requests: list[tuple[float, float, float]]) -> list[float]:
    """The time at which each request arrives, if each begins as soon as it may."""
    window, now, found = Window(), 0.0, []
    ends: dict[Turn, float] = {}
    for gap, taken, part in requests:
        now += gap
        while True:
            for turn, end in ends.items():
                if end <= now:
                    turn.ended = end
            delay = window.delay(now, limit)
            if not delay:
                break
            assert 0 < delay <= ARRIVED_S + SPAN_S + 1e-6
            now = min([now + delay, *(end for end in ends.values() if end > now)])
        turn = window.begin(now)
        ends[turn] = now + taken
        found.append(now + taken * part)
    return sorted(found)


@given(st.integers(1, 25), REQUESTS)
def test_no_second_holds_more_than_the_limit(limit: int, requests: list[tuple[float, float, float]]) -> None:
    found = arrivals(limit, requests)
    for first, after in zip(found, found[limit:], strict=False):
        assert after - first >= 1


def test_as_many_as_may_begin_at_once_and_the_next_a_second_after_the_first_answer() -> None:
    window = Window()
    turns = [window.begin(0.0) for _ in range(3) if window.delay(0.0, 3) == 0]
    assert len(turns) == 3
    turns[1].ended = 0.1
    assert window.delay(0.2, 3) == pytest.approx(0.1 + SPAN_S - 0.2)
    assert window.delay(0.1 + SPAN_S, 3) == 0
    assert window.delay(0.2, 4) == 0  # the limit was raised


@given(st.lists(st.floats(0, 5), min_size=1, max_size=40), st.integers(1, 20))
def test_a_send_never_waits_for_an_answer(begun: list[float], limit: int) -> None:
    window = Window()
    for moment in sorted(begun):
        window.begin(moment)
    assert window.delay(max(begun), limit, urgent=True) <= SOON_S + SPAN_S + 1e-6


@given(st.lists(st.floats(0, 5), min_size=1, max_size=30), st.integers(1, 5), st.floats(0, 0.4))
def test_a_send_after_look_ups_that_are_answered_keeps_to_the_limit(
    begun: list[float], limit: int, took: float
) -> None:
    """Whenever a look-up arrived between its beginning and its answer, the send comes a second later than the last."""
    window = Window()
    for moment in sorted(begun):
        window.begin(moment).ended = moment + took
    now = max(begun) + took
    at = now + window.delay(now, limit, urgent=True)
    assert sum(at - (moment + took) < 1 for moment in begun) < limit


def test_what_hangs_does_not_hold_up_the_others_for_ever() -> None:
    window = Window()
    window.begin(0.0)
    assert window.delay(1.5, 1) > 0
    assert window.delay(ARRIVED_S + SPAN_S, 1) == 0


class Told:
    """A clock that goes on by itself a little each time it is looked at."""

    def __init__(self, step: float = 0.0) -> None:
        self.now = 0.0
        self.step = step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


@pytest.fixture
def on_a_thread() -> Iterator[Callable[[Callable[[], None]], threading.Thread]]:
    threads: list[threading.Thread] = []

    def start(job: Callable[[], None]) -> threading.Thread:
        thread = threading.Thread(target=job, daemon=True)
        threads.append(thread)
        thread.start()
        return thread

    yield start
    for thread in threads:
        thread.join(10)
        assert not thread.is_alive()


def test_a_send_goes_before_the_look_ups_that_wait(
    on_a_thread: Callable[[Callable[[], None]], threading.Thread],
) -> None:
    clock = Told()
    limiter = Limiter(clock)
    order: list[str] = []
    waiting = threading.Event()

    def wanted() -> bool:
        waiting.set()
        return True

    def look_up() -> None:
        def ask() -> None:
            with limiter.turn(1):
                order.append("look-up")

        while_wanted(wanted, ask)

    def send() -> None:
        with limiter.turn(1, urgent=True):
            order.append("send")
            clock.step = 0.5

    with limiter.turn(1):
        look = on_a_thread(look_up)
        assert waiting.wait(10)
        sender = on_a_thread(send)
        clock.now = SOON_S + SPAN_S  # the first began so long ago, and has no answer yet
        sender.join(10)
        assert order == ["send"]
    look.join(10)
    assert order == ["send", "look-up"]


def test_what_is_not_wanted_any_more_is_not_asked() -> None:
    limiter = Limiter(Told())
    answers = iter([True, True, False])
    asked: list[str] = []

    def ask() -> None:
        with limiter.turn(1):
            asked.append("again")

    with limiter.turn(1):
        asked.append("once")
    with pytest.raises(NotWantedError):
        while_wanted(lambda: next(answers), ask)
    assert asked == ["once"]
    with limiter.turn(2):  # nobody's wish but that job's own
        asked.append("after")
    assert asked == ["once", "after"]


def test_one_application_at_one_address_has_one_limiter() -> None:
    limits = Limits()
    one = limits.of(an_account())
    assert limits.of(an_account(id="another", address="https://api.example.org/api/v1")) is one
    assert limits.of(an_account(application_id="another")) is not one
    assert limits.of(an_account(address="https://other.example.org/api/v1/")) is not one


def test_what_fails_ends_its_turn() -> None:
    limiter = Limiter(Told())

    def fail() -> None:
        with limiter.turn(1):
            raise OSError

    with pytest.raises(OSError):
        fail()
    clock = limiter._clock
    assert isinstance(clock, Told)
    clock.now = SPAN_S
    with limiter.turn(1):
        pass


def test_a_campaign_leaves_behind_every_other_send_and_room_for_one() -> None:
    limiter = Limiter(Told())
    for _ in range(9):  # one of ten is left to the others
        with limiter.turn(10, urgent=True, gives_way=True):
            pass
    assert limiter._window.delay(0.0, 9, urgent=True) > 0
    assert limiter._window.delay(0.0, 10, urgent=True) == 0
    with limiter.turn(10, urgent=True):  # at once, by a clock that stands still
        pass


def test_a_campaign_waits_while_a_send_does(on_a_thread: Callable[[Callable[[], None]], threading.Thread]) -> None:
    order: list[str] = []
    waits = {"campaign": threading.Event(), "send": threading.Event()}

    class Looked(Told):
        """Tells who looks at it, and with that who waits."""

        def __call__(self) -> float:
            if (event := waits.get(threading.current_thread().name)) is not None:
                event.set()
            return super().__call__()

    clock = Looked()
    limiter = Limiter(clock)

    def take(name: str, *, gives_way: bool) -> Callable[[], None]:
        def job() -> None:
            threading.current_thread().name = name
            with limiter.turn(1, urgent=True, gives_way=gives_way):
                order.append(name)
                clock.now += SPAN_S + SOON_S + 1

        return job

    with limiter.turn(1, urgent=True):
        threads = [on_a_thread(take("campaign", gives_way=True))]
        assert waits["campaign"].wait(20)
        threads.append(on_a_thread(take("send", gives_way=False)))
        assert waits["send"].wait(20)
        clock.now += SPAN_S + SOON_S + 1
    for thread in threads:
        thread.join(20)
    assert order == ["send", "campaign"]
