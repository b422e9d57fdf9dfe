"""What a server's answer means: strictly the documented one, a refusal, or something that settles nothing."""

from typing import Final

from scoro_desktop import wire
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.wire import JsonObject, JsonValue

COUNT_MAX: Final = 2**63 - 1
"""The largest count that is believed: what a database column holds. No service has more recipients."""
_GATEWAY: Final = frozenset({502, 503, 504})


def read_reply(status: int, body: bytes, broken: str = "") -> JsonObject | Failure:
    """The object of a good answer (HTTP 200 and `"error": false`), or why it is none.

    `body` is what came of the answer; `broken`, if it did not come whole, the reason for that (a code of `REASONS`).
    A refusal in the documented form counts under any status. Without one a 3xx or 4xx status still says that the
    request was not taken, whatever stands in the body; a 5xx does not, because a server or a gateway may have failed
    after the message went out. The texts are as they came: not scrubbed, not cut.
    """
    text = body.decode("utf-8", "replace")
    value = None if broken else _json(body)
    documented = value if isinstance(value, dict) and isinstance(value.get("error"), bool) else None
    if documented is not None and documented["error"]:
        return Failure(
            Outcome.REFUSED,
            "server_said_no",
            error_code=_as_text(documented.get("errCode")),
            error_message=_as_text(documented.get("errMsg")),
            http_status=status,
            answer=text,
        )
    if documented is not None and status == 200:
        return documented
    if documented is None and 300 <= status < 500:
        reason = "redirect" if status < 400 else "not_json_refusal"
        return Failure(Outcome.REFUSED, reason, http_status=status, answer=text)
    reason = "gateway" if status in _GATEWAY else broken or "unreadable"
    return Failure(Outcome.UNKNOWN, reason, http_status=status, answer=text)


def read_sent(status: int, body: bytes, broken: str = "") -> Sent | Failure:
    """The same for `sendpush` and `sendsms`, whose good answer carries a whole, non-negative `count`."""
    reply = read_reply(status, body, broken)
    if isinstance(reply, Failure):
        return reply
    count = whole(reply.get("count"))
    return unreadable(status, body) if count is None else Sent(count, body.decode("utf-8", "replace"))


def unreadable(status: int, body: bytes = b"") -> Failure:
    """An answer that says it is good, and lacks what it must carry. Leave out a body that may hold a secret."""
    return Failure(Outcome.UNKNOWN, "unreadable", http_status=status, answer=body.decode("utf-8", "replace"))


def whole(value: JsonValue) -> int | None:
    """A whole number that is not negative: 5, but neither 5.0 nor true nor "5"."""
    return value if type(value) is int and 0 <= value <= COUNT_MAX else None


def _json(body: bytes) -> JsonValue:
    try:
        return wire.read(body)
    except ValueError:
        return None


def _as_text(value: JsonValue) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else wire.pretty(value)
