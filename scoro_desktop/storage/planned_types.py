"""A message or a campaign that is planned for later, as it stands on the disk."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import datetime

from scoro_desktop import late
from scoro_desktop.scorocode.account import Environment
from scoro_desktop.wire import JsonObject


@late.dataclass(frozen=True)
class When:
    """A time on the clocks of a zone. `clock`: naive, to the minute; `zone`: an IANA name, or an offset as UTC+03:00.

    It is not a moment yet: `sending.later.due.moment_of` says which one it is by the rules of the zone.
    """

    clock: datetime
    zone: str

    def written(self) -> str:
        """As one text: the clock and, after a blank, the zone."""
        return f"{self.clock.isoformat(timespec='minutes')} {self.zone}"

    @classmethod
    def read(cls, text: str) -> When:
        """Reads what `written` gave. Raises ValueError for anything else."""
        clock, _, zone = text.partition(" ")
        if not zone:
            raise ValueError("a time without a zone")
        return cls(datetime.fromisoformat(clock), zone)


class PlanState(enum.StrEnum):
    """The state of a plan. PLANNED: it goes out at its time. ASKED: it does not, until a person answers.

    FIRED: it has become a send or a running campaign, whose own rows say what came of it.
    """

    PLANNED = "planned"
    ASKED = "asked"
    FIRED = "fired"


class AskCode(enum.StrEnum):
    """The reason why a plan is not sent at its time and a person is asked."""

    LATE = "late"  # its time passed while the app was closed or the computer asleep
    QUIET_HOURS = "quiet_hours"
    MOVED = "moved"  # another number of people matches; params: was, now
    REACH_MOVED = "reach_moved"  # another number of people gets it; params: was, now
    NOBODY = "nobody"  # nobody matches any more, or nobody with a phone
    NOT_COUNTED = "not_counted"  # the server could not say how many; params: reason
    PEOPLE_MOVED = "people_moved"  # fewer of a campaign's people are left; params: was, now, refused, lately, hours
    AUDIENCE_MOVED = "audience_moved"  # another number matches the audience that a campaign was made of; was, now
    FIELD_ABSENT = "field_absent"  # a field of the query is gone, and without it too many match; params: path
    ACCOUNT_GONE = "account_gone"
    ACCOUNT_CHANGED = "account_changed"  # params: what, of ACCOUNT_PARTS, with commas
    KEYS_CHANGED = "keys_changed"
    NO_KEYS = "no_keys"  # they are missing, or the keyring did not give them; params: keyring
    TEMPLATE_CHANGED = "template_changed"  # params: name
    SAME_SENT = "same_sent"  # the same message went out since it was planned; params: send
    LATELY = "lately"  # some were messaged within the hours of the account; params: now (-1: not known), hours
    PROBLEM = "problem"  # the message has a problem by now; params: code
    NO_DATES = "no_dates"  # relative dates of the audience, or the time itself, cannot be worked out
    CAMPAIGN_CHANGED = "campaign_changed"  # it is not ready to start any more
    NOT_WRITTEN = "not_written"  # the disk did not take it when it was due
    INTERRUPTED = "interrupted"  # the app ended just as a campaign was to start; nothing of it left
    PUT_BACK = "put_back"  # the database is another than was used last here: it may have gone out since
    ERROR = "error"  # something went wrong in the app
    DAMAGED = "damaged"  # it cannot be read


ACCOUNT_PARTS = ("environment", "address", "application_id", "access_kind", "locked_clause", "sms_suffix")
"""The parts of an account that a plan was approved with."""


@late.dataclass(frozen=True)
class Ask:
    """A question that a plan waits for an answer to."""

    code: AskCode
    params: Mapping[str, str | int] = field(default_factory=dict)


@late.dataclass(frozen=True)
class Agreed:
    """An answer that a person gave with another time. `asked`: the question that they saw, None where there was none.

    `content`: gives the content of the plan with the answer in it, from what it is by then and the question, None where
    that is another.
    """

    asked: Ask | None
    content: Callable[[JsonObject, Ask | None], JsonObject]


@late.dataclass(frozen=True)
class NewPlan:
    """A plan as a person approved it. `expected`: the number in the confirmation, None where nobody could say.

    `content`: the message, its audience and what was approved, frozen (`sending.later.frozen`); no key is in it.
    `campaign_id`: of a campaign that is ready to start, whose own rows have its messages.
    """

    when: When
    channel: str
    account_id: str
    account_name: str
    environment: Environment
    summary: str
    expected: int | None
    content: JsonObject = field(repr=False)
    campaign_id: int | None = None


@late.dataclass(frozen=True, kw_only=True)
class Plan(NewPlan):
    """A plan on the disk. Times are UTC; `ask` is set where it is ASKED, `fired_at` where it is FIRED."""

    id: int
    state: PlanState
    ask: Ask | None
    created_at: datetime
    changed_at: datetime
    send_id: int | None = None
    fired_at: datetime | None = None


class AlreadyDecided(ValueError):  # noqa: N818 - the name says what is the matter
    """A plan was to be changed or to be sent that was sent or cancelled: by what it says, nothing is to be written."""

    def __init__(self, plan_id: int) -> None:
        super().__init__(f"plan {plan_id} is decided already")
        self.plan_id = plan_id
