"""The way out of a campaign: each request on the disk before its first byte, a few open at once, at an even pace.

A thread of its own leads a campaign while it runs, and there is one more for each request that is open. A campaign that
stands still has none. Nothing that runs here waits for a window, and nothing goes on by itself once it stands still.
"""

from __future__ import annotations

import collections
import contextlib
import threading
from typing import TYPE_CHECKING, Final

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.sending.campaigns.bulletin import Bulletin
from scoro_desktop.sending.campaigns.clock import Clock, SystemClock
from scoro_desktop.sending.campaigns.guard import Guard
from scoro_desktop.sending.campaigns.matching import find_missed
from scoro_desktop.sending.campaigns.outcomes import BY_PERSON, Pause, Tally, lacks_somebody, reason_of
from scoro_desktop.sending.campaigns.pace import Pace
from scoro_desktop.sending.campaigns.running_plan import CampaignClient, RunningPlan, reply_to
from scoro_desktop.storage.campaigns.states import CampaignState
from scoro_desktop.storage.campaigns.types import CampaignSend, NotPossible

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.scorocode.replies import Sent
    from scoro_desktop.sending.campaigns.lane import Lane
    from scoro_desktop.sending.campaigns.ledger import Ledger
    from scoro_desktop.sending.campaigns.progress import Progress

_AT_ONCE: Final = 32
"""The requests that are read from the ledger at once."""
_ENDED: Final = frozenset({CampaignState.FINISHED, CampaignState.STOPPED})
WRITE_AGAIN_S: Final = 5.0
"""The seconds after which an outcome that the disk did not take is written again."""


class Engine:
    """Runs one campaign. Its methods return at once and may be called from any thread.

    `told` is given the progress after whatever changes it, on a thread of the engine.
    """

    def __init__(
        self,
        ledger: Ledger,
        client: CampaignClient,
        plan: RunningPlan,
        told: Callable[[Progress], None],
        *,
        lane: Lane,
        clock: Clock | None = None,
    ) -> None:
        self._ledger = ledger
        self._client = client
        self._plan = plan
        self._lane = lane
        self._clock: Clock = clock or SystemClock()
        self._bulletin = Bulletin(ledger, told, lane.changed, self._clock)
        self._pace = Pace(plan.pace)
        self._tally = Tally()
        self._guard = Guard(plan, self._clock)
        self._channel: Channel | None = None
        self._queue: collections.deque[CampaignSend] = collections.deque()
        # What follows is changed with `lane.changed` held.
        self._thread: threading.Thread | None = None
        self._open = 0
        self._wants_to_go = self._wants_to_stop = self._is_closed = False
        self._halt: Pause | None = None
        self._halt_is_written = False
        self._unwritten: dict[int, Sent | Failure] = {}
        self._has_rest = False  # it is stopped, and not all of it is given up; of the campaign's thread alone

    # What a person does.

    def go_on(self, *, after_doubts: int = 1, in_quiet_hours: bool = False) -> None:
        """Goes on with what is planned or proven not sent, until so many more requests are in doubt."""
        with self._lane.changed:
            if self._thread is None or self._halt is not None:
                self._tally = Tally(after_doubts)
                self._guard = Guard(self._plan, self._clock, in_quiet_hours=in_quiet_hours)
            self._halt, self._halt_is_written = None, False
            self._wants_to_go = True
            self._wake()

    def pause(self, reason: Pause = BY_PERSON) -> None:
        """Opens no further request; what is open ends as it ends."""
        self._stand_still(reason)

    def stop(self) -> None:
        """Gives up all that has not left."""
        with self._lane.changed:
            self._wants_to_stop = True
            self._wake()

    def set_pace(self, pace: float) -> None:
        """Another pace from now on, in requests a second."""
        with self._lane.changed:
            self._pace = Pace(pace)
            self._lane.changed.notify_all()

    def close(self, timeout_s: float = 0.0) -> bool:
        """Opens nothing more, for the end of the app, and waits so long for what is open; tells whether all ended. What
        has not by the end of the process is unknown at the next start.
        """
        with self._lane.changed:
            self._is_closed = True
            self._lane.changed.notify_all()
            thread = self._thread
        if thread is not None:
            thread.join(timeout_s)
        return thread is None or not thread.is_alive()

    @property
    def is_at_work(self) -> bool:
        """Tells whether it runs, has requests open, or has outcomes that the disk did not take."""
        with self._lane.changed:
            return self._thread is not None

    # The campaign's thread.

    def _wake(self) -> None:
        """With `changed` held."""
        if self._thread is None and not self._is_closed:
            self._thread = threading.Thread(target=self._work, name="campaign", daemon=True)
            self._thread.start()
        self._lane.changed.notify_all()

    def _work(self) -> None:
        while (act := self._next_act()) is not None:
            try:
                act()
            except Exception as error:  # noqa: BLE001 (nothing leaves after it; its text may quote what was sent)
                self._stand_still(reason_of(error))
            with contextlib.suppress(Exception):  # it stands still all the same, and this is tried again
                self._write_halt()
            self._tell()

    def _next_act(self) -> Callable[[], object] | None:
        """Waits for something to do; None once there is nothing more, which ends the thread."""
        with self._lane.changed:
            while True:
                if self._wants_to_stop:
                    self._wants_to_stop = self._wants_to_go = False
                    return self._stop
                if self._wants_to_go and not self._is_closed:
                    self._wants_to_go = False
                    return self._run
                if self._open:
                    self._clock.wait(self._lane.changed, None)
                elif self._bulletin.is_behind and not self._is_closed:
                    return self._load
                elif (self._unwritten or self._has_rest or not self._is_halt_written()) and not self._is_closed:
                    self._clock.wait(self._lane.changed, WRITE_AGAIN_S)
                    if not self._wants_to_go and not self._wants_to_stop:
                        return self._write_again
                else:
                    self._thread = None
                    self._lane.changed.notify_all()
                    return None

    def _stop(self) -> None:
        self._write_again()
        self._ledger.begin_stop()
        self._has_rest = True
        self._write_again()

    def _run(self) -> None:
        self._queue.clear()
        self._write_again()
        if self._load() in _ENDED:
            return
        with self._lane.changed:
            has_none_open = not self._open and not self._unwritten
        if has_none_open:
            self._ledger.doubt_open()
            if self._load() in _ENDED:
                return
        self._ledger.go_on()
        if not self._ledger.leave_out(self._client, lambda: not (self._halt or self._wants_to_stop or self._is_closed)):
            return
        if self._load() in _ENDED:
            return
        self._tell()
        while (send := self._take()) is not None:
            self._leave(send)
        self._write_halt()

    def _is_halt_written(self) -> bool:
        return self._halt is None or self._halt_is_written

    def _write_halt(self) -> None:
        with self._lane.changed:
            halt = None if self._halt_is_written else self._halt
        if halt is not None:
            self._ledger.pause(halt.code, halt.detail)
            with self._lane.changed:
                self._halt_is_written = self._halt is halt

    def _load(self) -> CampaignState:
        campaign = self._bulletin.load()
        self._channel = Channel(campaign.channel)
        return campaign.state

    def _take(self) -> CampaignSend | None:
        """Waits for the next request that may leave, for its place in the lane and its moment. None: no further one."""
        while True:
            opened = self._open  # before the look: what is settled after it may have to leave again
            if not self._queue:
                self._queue.extend(self._ledger.next_planned(_AT_ONCE))
            if self._queue and (reason := self._guard.reason_not_to(self._queue[0].body)) is not None:
                self._stand_still(reason)
            with self._lane.changed:
                self._wants_to_go = False
                if self._halt is not None or self._wants_to_stop or self._is_closed:
                    self._queue.clear()
                    return None
                if not self._queue and not opened:
                    return None
                if not self._queue and opened != self._open:
                    continue
                if not self._queue or not self._lane.is_free:
                    self._clock.wait(self._lane.changed, None)
                elif (delay := self._pace.delay(self._clock.seconds())) > 0:
                    self._clock.wait(self._lane.changed, delay)
                else:
                    self._lane.open += 1
                    self._open += 1
                    return self._queue.popleft()

    def _leave(self, planned: CampaignSend) -> None:
        """The request is on the disk as sending when its thread begins."""
        taken = self._clock.seconds()
        try:
            send = self._ledger.begin_send(planned.id)
        except BaseException:
            self._free(lane=1, opened=1)
            raise
        if self._bulletin.begun(planned, send):
            with self._lane.changed:
                self._pace.took(self._clock.seconds())
        else:
            self._free(lane=1, opened=1)
            self._tell()
            return
        try:
            threading.Thread(target=self._send, args=(send, taken), name="campaign request", daemon=True).start()
        except RuntimeError:  # the system gives no more threads
            self._finish(send, Failure(Outcome.NOT_SENT, "not_begun", detail="no_thread"))
        self._tell()

    # The thread of a request.

    def _send(self, send: CampaignSend, taken: float) -> None:
        channel, age = Channel(self._channel or ""), self._clock.seconds() - taken
        self._finish(send, reply_to(self._client, channel, send.body, age))

    def _finish(self, send: CampaignSend, reply: Sent | Failure) -> None:
        with self._lane.changed:
            judged = self._tally.judge(send, reply)
            if judged.is_too_fast:
                self._pace.too_fast(self._clock.seconds())
        if judged.pause is not None:
            self._stand_still(judged.pause)  # before the place is free: nothing begins after it
        settled = self._settle(send.id, judged.reply)
        self._free(lane=1)
        if settled is not None and lacks_somebody(settled):
            with contextlib.suppress(Exception):  # it is settled, and says how many of how many
                find_missed(self._ledger, self._client, settled)
        self._free(opened=1)
        self._tell()

    def _settle(self, send_id: int, reply: Sent | Failure) -> CampaignSend | None:
        """Writes an outcome down; None where the disk did not take it, and it is kept to be written again."""
        try:
            settled = self._ledger.settle_send(send_id, reply)
        except (NotPossible, KeyError):  # settled elsewhere, or gone with its campaign
            settled = None
        except Exception as error:  # noqa: BLE001 (the outcome is known, and must not be lost by what ails the disk)
            with self._lane.changed:
                self._unwritten[send_id] = reply
            self._stand_still(reason_of(error))
            return None
        with self._lane.changed:
            self._unwritten.pop(send_id, None)
        self._bulletin.settled(settled)
        return settled

    def _write_again(self) -> None:
        """Writes down the outcomes that the disk did not take, and what is given up; as much as it takes now."""
        with self._lane.changed:
            waiting = list(self._unwritten.items())
        for send_id, reply in waiting:
            self._settle(send_id, reply)
        if self._has_rest:
            self._ledger.give_up()
            self._has_rest = False
            self._load()

    # What every thread does.

    def _stand_still(self, reason: Pause) -> None:
        """The first reason stands until somebody goes on."""
        with self._lane.changed:
            if self._halt is None:
                self._halt = reason
                self._bulletin.stands_still(reason)
            self._lane.changed.notify_all()

    def _free(self, *, lane: int = 0, opened: int = 0) -> None:
        with self._lane.changed:
            self._lane.open -= lane
            self._open -= opened
            self._lane.changed.notify_all()

    def _tell(self) -> None:
        self._bulletin.tell(self._pace.rate)
