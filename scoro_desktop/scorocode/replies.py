"""The results of a request: the four ways a send can end, and what is known of each."""

import enum

from scoro_desktop import late


class Outcome(enum.StrEnum):
    """The outcome of a send. `SENDING` is on disk before a byte leaves; the rest settle it.

    HELD: confirmed, and can still be taken back; nothing leaves before it is SENDING.
    SENT: the server counted it. REFUSED: the server said no to the request as it was, nothing went out. NOT_SENT: the
    connection never came to be, nothing went out. UNKNOWN: the request may have arrived, and nobody said what came of
    it; a failure of the server's own (5xx) is no such word.
    """

    HELD = "held"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    NOT_SENT = "not_sent"
    UNKNOWN = "unknown"


@late.dataclass(frozen=True)
class Sent:
    """The server took the message. `count`: messages sent; `answer`: its text, keys scrubbed."""

    count: int
    answer: str = ""

    @property
    def outcome(self) -> Outcome:
        """Always SENT."""
        return Outcome.SENT


@late.dataclass(frozen=True)
class Failure:
    """A request that gave no result.

    `outcome` is REFUSED, NOT_SENT or UNKNOWN. `reason` is a code that `ui/words/wording.py` has words for (listed in
    `REASONS`). `error_code` and `error_message` are the server's own, word for word; `answer` is the text of its
    answer and `detail` the technical text of what happened, both with every key scrubbed out.
    """

    outcome: Outcome
    reason: str
    error_code: str = ""
    error_message: str = ""
    http_status: int | None = None
    answer: str = ""
    detail: str = ""


REASONS = (
    "server_said_no",  # error: true, with a code that says that the request was at fault
    "server_failed",  # error: true, with a code that does not say so
    "not_json_refusal",  # a 4xx status without a JSON answer
    "given_up",  # the 4xx statuses that do not say what had been done by then
    "redirect",  # a 3xx status: not followed, keys stay here
    "bad_account",  # the account cannot be used as it is: nothing was tried
    "name_not_found",  # the host's name has no address
    "no_route",  # nothing answers at that address, or it refuses connections
    "connect_timeout",
    "tls",  # the certificate or the handshake was not good
    "ca_bundle",  # the certificates that this computer's settings name cannot be read
    "proxy",  # the proxy would not connect, or is not there
    "proxy_login",  # the proxy wants a name and a password, or others
    "proxy_setting",  # the proxy that this computer's settings name cannot be read
    "proxy_kind",  # it is of a kind that is not supported
    "reset",  # the connection broke after the request began to leave
    "read_timeout",  # no answer in time
    "cut_off",  # the answer stopped half way
    "too_long",  # the answer was longer than is read
    "unreadable",  # an answer that is not the documented one
    "gateway",  # 502, 503, 504 and their like without a JSON answer
    "app_closed",  # the app ended before the answer came
    "never_begun",  # the app ended while it was waiting for those before it
    "taken_back",  # a person took it back before it left
    "held_at_end",  # the app ended while it was held
    "waited",  # much later than it was confirmed, before it left: the computer may have slept
    "not_begun",  # it was held, and then the disk did not take that it leaves
    "doubt",  # the app met an error of its own before it left
    "account_changed",  # its account was deleted, or is another, before it left
    "too_late",  # it was planned, and its time had passed by too much when it was to leave
    "stopped_waiting",  # a person did not want to wait for the answer any longer
)
