"""The way a campaign runs, and the one it speaks to the server through."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from scoro_desktop.elapsed import LATE_S
from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.scorocode.lookups import LooksUp
from scoro_desktop.scorocode.quiet_hours import QuietHours
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.sending.campaigns.outcomes import Pause
from scoro_desktop.wire import JsonObject


class CampaignClient(LooksUp, Protocol):
    """The part of `client.Client` that a campaign needs; of one that gives way to other sends."""

    def send(self, channel: Channel, body: JsonObject) -> Sent | Failure:
        """The call of a channel. Raises ValueError if not a byte could leave."""


class NoClient:
    """The client of a campaign that is only stopped: nothing is asked or sent through it."""

    def send(self, _channel: Channel, _body: JsonObject) -> Sent | Failure:
        """Raises ValueError: not a byte leaves."""
        raise ValueError("it is only stopped")

    def look_up(self, _path: str, _body: JsonObject, *, keep: bool = True) -> JsonObject | Failure:  # noqa: ARG002
        """Gives no answer."""
        return Failure(Outcome.NOT_SENT, "not_begun")


@dataclass(frozen=True)
class RunningPlan:
    """The way a campaign runs. `pace`: requests a second. `quiet_hours`: of its account.

    `may_go` is asked before each request, on the campaign's thread: a reason not to, such as keys that are gone, or an
    account that is not what was approved.
    """

    pace: float
    quiet_hours: QuietHours | None = None
    may_go: Callable[[], Pause | None] = lambda: None


def reply_to(client: CampaignClient, channel: Channel, body: JsonObject, age: float) -> Sent | Failure:
    """Sends once; the outcome, whatever happens. Blocks.

    `age`: the seconds since it was seen that it may leave. The night may lie between: then it must be seen again.
    """
    if age > LATE_S:
        return Failure(Outcome.NOT_SENT, "waited")
    try:
        return client.send(channel, body)
    except ValueError as error:  # not a byte has left
        return Failure(Outcome.NOT_SENT, "not_begun", detail=type(error).__name__)
    except Exception as error:  # noqa: BLE001 (it may have left, and the text of an error may quote the request)
        return Failure(Outcome.UNKNOWN, "unreadable", detail=type(error).__name__)
