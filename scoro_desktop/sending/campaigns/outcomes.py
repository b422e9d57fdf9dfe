"""The meaning of a reply for a campaign: what is written down, and whether it goes on."""

import collections
import dataclasses
from dataclasses import dataclass
from typing import Final

from scoro_desktop.scorocode.reading import code_number
from scoro_desktop.scorocode.recipients import LookUpFailedError
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.campaigns.states import PauseCode, PersonState
from scoro_desktop.storage.campaigns.types import AlreadyBegun, CampaignSend, NotPossible
from scoro_desktop.storage.database import StorageFailed

SAME_REFUSALS: Final = 3
"""The same refusal so many times stops the way out (design). It may be one person's, or everybody's."""
NOT_SENT_IN_A_ROW: Final = 3
"""So many requests in a row that never left: there is no connection. Ours."""
TOO_OFTEN_IN_A_ROW: Final = 20
"""So many answers in a row that the server is asked too often. Ours: more than the lane has open at once, twice."""
_TOO_OFTEN: Final = 429
_NO_ACCESS: Final = frozenset({401, 403})
_OF_PEOPLE: Final = "users"


@dataclass(frozen=True)
class Pause:
    """The reason why a campaign stands still. `detail`: a code of its own, never a text of the server's."""

    code: PauseCode
    detail: str = ""


BY_PERSON: Final = Pause(PauseCode.BY_PERSON)


@dataclass(frozen=True)
class Judgement:
    """The reply as it is written down, what it means for the rest, and whether the server wants fewer of them."""

    reply: Sent | Failure
    pause: Pause | None = None
    is_too_fast: bool = False


class Tally:
    """Counts what the replies of one run mean together. For one thread at a time."""

    def __init__(self, doubts: int = 0) -> None:
        self._doubts_left = doubts
        self._refusals: collections.Counter[tuple[object, ...]] = collections.Counter()
        self._not_sent = 0
        self._too_often = 0

    def judge(self, send: CampaignSend, reply: Sent | Failure) -> Judgement:
        """The judgement of one reply."""
        if isinstance(reply, Sent):
            self._not_sent = self._too_often = 0
            if send.body.get("coll") == _OF_PEOPLE and reply.count > send.people:
                return Judgement(reply, Pause(PauseCode.COUNT_ABOVE, f"{reply.count}/{send.people}"))
            return Judgement(reply)
        match reply.outcome:
            case Outcome.UNKNOWN:
                self._doubts_left -= 1
                return Judgement(reply, Pause(PauseCode.UNKNOWN, reply.reason) if self._doubts_left < 1 else None)
            case Outcome.NOT_SENT if reply.reason == "waited":  # a computer that slept is no trouble with the network
                return Judgement(reply)
            case Outcome.NOT_SENT:
                self._not_sent += 1
                return Judgement(reply, self._no_connection(reply))
            case _:
                return self._refused(reply)

    def _no_connection(self, reply: Failure) -> Pause | None:
        if reply.reason == "bad_account":
            return Pause(PauseCode.ACCOUNT_CHANGED)
        if reply.reason == "not_begun":
            return Pause(PauseCode.ERROR, reply.detail)
        return Pause(PauseCode.NO_CONNECTION, reply.reason) if self._not_sent >= NOT_SENT_IN_A_ROW else None

    def _refused(self, reply: Failure) -> Judgement:
        """A refusal of the moment, and not of the request, is proven to have sent nothing: it may leave again."""
        code = _code_of(reply)
        again = dataclasses.replace(reply, outcome=Outcome.NOT_SENT)
        if code == _TOO_OFTEN:
            self._too_often += 1
            is_hopeless = self._too_often >= TOO_OFTEN_IN_A_ROW
            return Judgement(again, Pause(PauseCode.REFUSED_THRICE, str(code)) if is_hopeless else None, True)
        if code in _NO_ACCESS:
            return Judgement(again, Pause(PauseCode.SESSION_ENDED, str(code)))
        same = (reply.reason, reply.error_code, reply.http_status)
        self._refusals[same] += 1
        if self._refusals[same] >= SAME_REFUSALS:
            self._refusals[same] = 0
            return Judgement(reply, Pause(PauseCode.REFUSED_THRICE, reply.error_code or str(reply.http_status)))
        return Judgement(reply)


def _code_of(failure: Failure) -> int | None:
    return code_number(failure.error_code) or failure.http_status


def lacks_somebody(send: CampaignSend) -> bool:
    """Tells whether the server counted fewer than there are people in a request that was sent, and some all the same.

    In a collection of devices a count says nothing about people.
    """
    is_sent = send.state is PersonState.SENT and send.body.get("coll") == _OF_PEOPLE
    return is_sent and send.count is not None and 0 < send.count < send.people


def reason_of(error: Exception) -> Pause:
    """The reason to stand still after an error. Nothing of its text, which may quote what was to be sent."""
    match error:
        case StorageFailed(code="SQLITE_FULL"):
            return Pause(PauseCode.DISK_FULL, error.code)
        case StorageFailed():
            return Pause(PauseCode.ERROR, error.code)
        case LookUpFailedError(failure=Failure(outcome=Outcome.NOT_SENT) as failure):
            return Pause(PauseCode.NO_CONNECTION, failure.reason)
        case LookUpFailedError(failure=failure) if (code := _code_of(failure)) in _NO_ACCESS:
            return Pause(PauseCode.SESSION_ENDED, str(code))
        case LookUpFailedError():
            return Pause(PauseCode.ERROR, error.failure.reason)
        case NotPossible() | AlreadyBegun():  # the ledger has the last word
            return Pause(PauseCode.ERROR, "changed_elsewhere")
        case _:
            return Pause(PauseCode.ERROR, type(error).__name__)
