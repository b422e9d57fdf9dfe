"""A name that is being typed between two braces."""

import re
from typing import Final, NamedTuple

from scoro_desktop.messages.variables import LONGEST_NAME

_NO_NAME: Final = re.compile(r"[{}|\r\n]")
_REST: Final = re.compile(r"([^{}|\r\n]*)(?:\|[^{}\r\n]*)?\}\}")


class BegunName(NamedTuple):
    """`typed`: what stands there before the cursor; `rest`: what follows it; `is_closed`: two braces close it already,
    behind a fallback or not.
    """

    typed: str
    rest: str = ""
    is_closed: bool = False


def begun_name(before: str, after: str) -> BegunName | None:
    """The name in which the cursor stands, between these two parts of a line; None where it stands in none."""
    at = before.rfind("{{")
    typed = before[at + 2 :]
    if at < 0 or len(typed) > LONGEST_NAME or _NO_NAME.search(typed):
        return None
    closing = _REST.match(after)
    if closing is None or len(closing[1]) + len(typed) > LONGEST_NAME:
        return BegunName(typed)
    return BegunName(typed, closing[1], is_closed=True)
