"""The guard before each request of a campaign: whether it may leave at this moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoro_desktop.sending.campaigns.clock import Clock, Watch
from scoro_desktop.sending.campaigns.outcomes import Pause
from scoro_desktop.sending.campaigns.planning import has_clause_of_its_own
from scoro_desktop.storage.campaigns.states import PauseCode

if TYPE_CHECKING:
    from scoro_desktop.sending.campaigns.running_plan import RunningPlan
    from scoro_desktop.wire import JsonObject


class Guard:
    """Asks the clock, the quiet hours and whoever knows of account and keys."""

    def __init__(self, plan: RunningPlan, clock: Clock, *, in_quiet_hours: bool = False) -> None:
        self._plan = plan
        self._clock = clock
        self._watch = Watch(clock)
        self._in_quiet_hours = in_quiet_hours

    def reason_not_to(self, body: JsonObject) -> Pause | None:
        """The reason why a request must not leave now, if there is one."""
        if not has_clause_of_its_own(body):
            return Pause(PauseCode.ERROR, "no_clause")
        if self._watch.is_put_back():
            return Pause(PauseCode.CLOCK_BACK)
        quiet = self._plan.quiet_hours
        if quiet is not None and not self._in_quiet_hours and quiet.covers(self._clock.now()):
            return Pause(PauseCode.QUIET_HOURS)
        return self._plan.may_go()
