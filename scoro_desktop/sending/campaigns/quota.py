"""A campaign stops where no pushes are left, as far as the server tells (`sending/quota.py`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scoro_desktop.scorocode.account import AccessKind, Account
from scoro_desktop.sending.campaigns.clock import Clock, SystemClock
from scoro_desktop.sending.campaigns.outcomes import Pause
from scoro_desktop.sending.quota import pushes_left
from scoro_desktop.storage.campaigns.states import PauseCode

if TYPE_CHECKING:
    from scoro_desktop.scorocode.lookups import LooksUp

EVERY_S: Final = 60.0
"""The seconds after which it is asked again. Ours."""


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
