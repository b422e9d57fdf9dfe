"""The meaning of a server's answer: the documented one, a refusal, or something that settles nothing.

A refusal is believed only where it cannot be a failure half way. The documents give `errCode` as 4XX or 5XX
(reference: `messages-api.txt`), and HTTP's classes have the same meaning (RFC 9110, sections 15.5 and 15.6): with 4xx
the request was at fault, with 5xx the server, after it had done nobody knows how much. So both numbers are looked at,
and the one that settles less decides.
"""

import re
from typing import Final

from scoro_desktop import late, wire
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.wire import JsonObject, JsonValue

COUNT_MAX: Final = 2**63 - 1
"""The largest count that is believed: what a database column holds. No service has more recipients."""
UNSETTLED: Final = frozenset({408, 425, 460, 499})
"""4xx codes that say how a request was cut short, and not what had been done with it by then.

408 Request Timeout and 425 Too Early (RFC 9110, section 15.5.9; RFC 8470) come from whatever stands before a service as
well. 499 (nginx) and 460 (Elastic Load Balancing) mean that the client was gone while the service was at work.
"""
_ASK_AGAIN: Final = frozenset({307, 308})
"""Redirects that ask for the same request, method and body, at another place (RFC 9110, sections 15.4.8 and 15.4.9):
it was not handled here. 303 says that it was (15.4.4); after 301 and 302 a client may go on with a GET, as it does when
a form was taken (15.4.2, 15.4.3), so that they tell neither.
"""
_GATEWAY: Final = frozenset({502, 503, 504, 511, *range(520, 528), 530})
"""Statuses of what stands in front of a server: RFC 9110, RFC 6585 (511), Cloudflare (520 to 527, 530)."""
_NUMBER: Final = late.pattern(r"\s*([0-9]{1,9})(?:\.0*)?\s*", re.ASCII)


def read_reply(status: int, body: bytes, broken: str = "") -> JsonObject | Failure:
    """The object of a good answer (HTTP 200 and `"error": false`), or why it is none.

    `body` is what came of the answer; `broken`, if it did not come whole, the reason for that (a code of `REASONS`).
    What is missing might have said that the server failed, so that a status alone settles nothing then. The texts are
    as they came: not scrubbed, not cut.
    """
    value = None if broken else _json(body)
    documented = value if isinstance(value, dict) and isinstance(value.get("error"), bool) else None
    if documented is not None and documented["error"]:
        return _read_error(status, documented, body)
    if documented is not None and status == 200:
        return documented
    if documented is None and not broken and _settles(status):
        return Failure(Outcome.REFUSED, "not_json_refusal", http_status=status, answer=_text(body))
    if 300 <= status < 400:
        asks_again = status in _ASK_AGAIN and documented is None and not broken
        outcome = Outcome.REFUSED if asks_again else Outcome.UNKNOWN
        return Failure(outcome, "redirect", http_status=status, answer=_text(body))
    if status in UNSETTLED and documented is None:
        return Failure(Outcome.UNKNOWN, "given_up", http_status=status, answer=_text(body))
    reason = "gateway" if status in _GATEWAY else broken or "unreadable"
    return Failure(Outcome.UNKNOWN, reason, http_status=status, answer=_text(body))


def read_sent(status: int, body: bytes, broken: str = "") -> Sent | Failure:
    """The same for `sendpush` and `sendsms`, whose good answer carries a whole, non-negative `count`."""
    reply = read_reply(status, body, broken)
    if isinstance(reply, Failure):
        return reply
    count = whole(reply.get("count"))
    return unreadable(status, body) if count is None else Sent(count, _text(body))


def unreadable(status: int, body: bytes = b"") -> Failure:
    """An answer that says it is good, and lacks what it must carry. Leave out a body that may hold a secret."""
    return Failure(Outcome.UNKNOWN, "unreadable", http_status=status, answer=_text(body))


def whole(value: JsonValue) -> int | None:
    """A whole number that is not negative: 5, but neither 5.0 nor true nor "5"."""
    return value if type(value) is int and 0 <= value <= COUNT_MAX else None


def code_number(code: JsonValue) -> int | None:
    """The number of an error code, however it is written (504, 504.0, "504"); None where there is none."""
    if isinstance(code, bool) or not isinstance(code, str | int | float):
        return None
    found = _NUMBER.fullmatch(code if isinstance(code, str) else repr(code))
    return int(found[1]) if found else None


def _read_error(status: int, error: JsonObject, body: bytes) -> Failure:
    """The service's own error. It settles the send if it is one of the request and no number beside it says more."""
    settled = _is_refusal(status, error.get("errCode"), error.get("count", 0))
    return Failure(
        Outcome.REFUSED if settled else Outcome.UNKNOWN,
        "server_said_no" if settled else "server_failed",
        error_code=_as_text(error.get("errCode")),
        error_message=_as_text(error.get("errMsg")),
        http_status=status,
        answer=_text(body),
    )


def unsettled_reason(reason: str, error_code: str, status: int | None, answer: str) -> str | None:
    """The reason for which a kept answer that was once read as a refusal settles nothing; None where it does settle."""
    if reason == "server_said_no":
        value = _json(answer)
        counted = value.get("count", 0) if isinstance(value, dict) else 0
        return None if _is_refusal(200 if status is None else status, error_code, counted) else "server_failed"
    if status is None or _settles(status) or status in _ASK_AGAIN:
        return None
    if 300 <= status < 400:
        return "redirect"
    if status in UNSETTLED:
        return "given_up"
    if status < 500:
        return None
    return "gateway" if status in _GATEWAY else "unreadable"


def _is_refusal(status: int, error_code: JsonValue, counted: JsonValue) -> bool:
    """Tells whether an error of the service says that nothing was done."""
    if isinstance(counted, bool) or not isinstance(counted, int | float) or counted != 0:
        return False  # an error, and messages sent before it, or nobody can say how many
    code = code_number(error_code)
    # Without a code that can be read, the status has to say whose fault it was: 200 says nothing of that.
    return _settles(status) if code is None else _settles(code) and (status == 200 or _settles(status))


def _settles(code: int) -> bool:
    return 400 <= code < 500 and code not in UNSETTLED


def _text(body: bytes) -> str:
    """The text of an answer, less the zero bytes: of UTF-16 they would stand between the letters of a key."""
    return body.decode("utf-8", "replace").replace("\0", "")


def _json(body: bytes | str) -> JsonValue:
    try:
        return wire.read(body)
    except ValueError:
        return None


def _as_text(value: JsonValue) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    try:
        return wire.pretty(value)
    except RecursionError:  # it is read by C, which goes deeper than what writes it
        return "…"
