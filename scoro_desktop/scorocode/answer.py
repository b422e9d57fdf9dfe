"""The raw result of one request, before it is known what it means."""

from dataclasses import dataclass

from scoro_desktop.scorocode import reading
from scoro_desktop.scorocode.replies import Failure
from scoro_desktop.scorocode.scrubbing import Scrubber
from scoro_desktop.wire import JsonObject


@dataclass(repr=False)
class Answer:
    """The raw result of one POST: a status and as much of a body as could be read, or a failure before that."""

    scrubber: Scrubber
    status: int = 0
    body: bytes = b""
    broken: str = ""
    failure: Failure | None = None

    def reply(self, *, keep: bool = True) -> JsonObject | Failure:
        """The object of a good answer, or a failure. `keep`: whether a failure may carry the answer's text."""
        if self.failure:
            return self.failure
        reply = reading.read_reply(self.status, self.body, self.broken)
        if not isinstance(reply, Failure):
            return reply
        return self.scrubber.failure(reply if keep else _without_answer(reply))


def _without_answer(failure: Failure) -> Failure:
    return Failure(
        failure.outcome, failure.reason, failure.error_code, failure.error_message, http_status=failure.http_status
    )
