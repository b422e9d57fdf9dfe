"""Every key, session and password that this run of the app has seen: what a technical text must not quote.

An exception may quote keys of an account that was in use an hour ago, or of a command that was pasted and let go of.
They stay in memory only, and not more of them than `MOST`.
"""

import re
import threading
from typing import Final

from scoro_desktop import late

MOST: Final = 500
"""The most secrets that are remembered; the one that was seen the longest ago goes first. Ours."""
LENGTH_MAX: Final = 32 * 1024
"""The most characters of one that are remembered: as many as a field takes (QLineEdit's maxLength). Ours."""
SHORTEST: Final = 3
"""A shorter one is no secret, and masking it would spoil every text. Ours."""

_IN_A_REQUEST: Final = late.pattern(
    r"\b(?:cli|acc|sess|sessionId|password)\b[\"'\\=:\s]{1,16}([^\s\"'\\,}&]{3,512})", re.IGNORECASE
)

_known: dict[str, None] = {}
_all: frozenset[str] = frozenset()
_lock = threading.Lock()


def remember(*secrets: str) -> None:
    """From here on these are masked in whatever a `Scrubber` scrubs. From any thread."""
    global _all  # noqa: PLW0603  replaced whole, so that it is read without a lock
    with _lock:
        for secret in secrets:
            if len(secret) >= SHORTEST:
                _known.pop(secret[:LENGTH_MAX], None)
                _known[secret[:LENGTH_MAX]] = None
        while len(_known) > MOST:
            del _known[next(iter(_known))]
        _all = frozenset(_known)


def all_known() -> frozenset[str]:
    """Those that are remembered."""
    return _all


def in_a_request(text: str) -> list[str]:
    """Returns the texts in the places of keys and passwords, in a request written in any way, or cut off."""
    return _IN_A_REQUEST.findall(text)
