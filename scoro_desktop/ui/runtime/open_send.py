"""A send that has no outcome yet: as it was composed, while it is written down, held, or waited for."""

from __future__ import annotations

import math
from dataclasses import field
from typing import TYPE_CHECKING

from scoro_desktop import elapsed, late

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QTimer

    from scoro_desktop.scorocode.replies import Failure, Sent
    from scoro_desktop.sending.draft import Draft
    from scoro_desktop.storage.history import Send
    from scoro_desktop.wire import JsonObject


@late.dataclass(frozen=True)
class Composed:
    """The message as it was composed, to be put back where it was written: a draft, and the state of its tab."""

    draft: Draft
    state: JsonObject


@late.dataclass(frozen=True)
class Hold:
    """A send that is on the disk and can still be taken back, until its timer ends.

    `until`: when that is, of `elapsed.seconds`, which counts a sleep as well; no timer does.
    """

    send: Send
    composed: Composed
    job: Callable[[], Sent | Failure]
    timer: QTimer
    until: float

    @property
    def seconds_left(self) -> int:
        """The whole seconds until it leaves, the one that has begun counted."""
        left = self.timer.remainingTime() if self.timer.isActive() else self.timer.interval()
        return math.ceil(left / 1000)


@late.dataclass(frozen=True)
class Waiting:
    """A send whose request leaves or has left, and which has no answer yet. `since`: of `elapsed.seconds`."""

    send: Send
    since: float

    @property
    def seconds(self) -> int:
        """The whole seconds that it has been waited for."""
        return int(elapsed.seconds() - self.since)


@late.dataclass(frozen=True, eq=False)
class Recording:
    """A send on its way to the disk. It may be called off meanwhile, then it is not sent once it is there."""

    _reasons: list[tuple[str, str | None]] = field(default_factory=list)

    def call_off(self, reason: str, account_id: str | None) -> None:
        """Takes a reason why it is not to leave, if it goes through this account; None for any."""
        self._reasons.append((reason, account_id))

    def why_not(self, send: Send) -> str:
        """Returns the first reason why a send, which is on the disk now, is not to leave; empty for none."""
        return next((reason for reason, account_id in self._reasons if account_id in {None, send.account_id}), "")
