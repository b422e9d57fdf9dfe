"""The pushes that an application may still send this month, where the server tells: `app`, with the masterKey.

SMS are not counted there (reference: campaigns-api, "app"), and whether the figure moves at once is not documented: it
stops a campaign, and promises nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scoro_desktop.scorocode.account import AccessKind, Account
from scoro_desktop.scorocode.reading import whole
from scoro_desktop.scorocode.replies import Failure
from scoro_desktop.sending.campaigns.clock import Clock, SystemClock
from scoro_desktop.sending.campaigns.outcomes import Pause
from scoro_desktop.storage.campaigns.states import PauseCode

if TYPE_CHECKING:
    from scoro_desktop.scorocode.lookups import LooksUp
    from scoro_desktop.wire import JsonValue

EVERY_S: Final = 60.0
"""The seconds after which it is asked again. Ours."""


def pushes_left(client: LooksUp) -> int | None:
    """The number of pushes that may still go out; None where the server does not say. Keeps nothing else."""
    reply = client.look_up("app", {}, keep=False)  # it has every key of the application
    if isinstance(reply, Failure):
        return None
    limits = _inner(_inner(reply, "app"), "limits")
    allowed, used = whole(_inner(limits, "pushValue")), whole(_inner(limits, "pushUsed"))
    return None if allowed is None or used is None else max(0, allowed - used)


class Quota:
    """Asks now and then, for `RunningPlan.may_go`. For pushes over an account that has the masterKey."""

    def __init__(self, client: LooksUp, account: Account, clock: Clock | None = None) -> None:
        self._client = client
        self._is_told = account.access_kind is AccessKind.MASTER
        self._clock = clock or SystemClock()
        self._next = float("-inf")

    def reason_not_to(self) -> Pause | None:
        """The pause where none is left. What cannot be asked stops nothing."""
        if not self._is_told or self._clock.seconds() < self._next:
            return None
        left = pushes_left(self._client)
        if left == 0:  # asked again the next time: somebody may have bought more
            return Pause(PauseCode.NO_QUOTA)
        self._next = self._clock.seconds() + EVERY_S
        return None


def _inner(value: JsonValue, key: str) -> JsonValue:
    return value.get(key) if isinstance(value, dict) else None
