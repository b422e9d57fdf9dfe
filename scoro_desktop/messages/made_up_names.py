"""Names that the app makes up for a message, by which a later one can take its place."""

import os
from typing import Final

from scoro_desktop import late
from scoro_desktop.wire import JsonValue

_MADE_UP: Final = late.pattern("m-[0-9a-f]{16}")
_QUOTED: Final = late.pattern('"m-[0-9a-f]{16}"')


def made_up() -> str:
    """A name that no message has had: 18 bytes, far below what an iPhone allows."""
    return "m-" + os.urandom(8).hex()


def is_made_up(value: JsonValue) -> bool:
    """Tells whether a name is one of those that `made_up` gives, rather than one that somebody chose."""
    return isinstance(value, str) and _MADE_UP.fullmatch(value) is not None


def with_other_names(json_text: str) -> str:
    """JSON as text in which each made-up name that stands as a string is another; those that were one stay one."""
    new: dict[str, str] = {}
    return _QUOTED.sub(lambda match: new.setdefault(match[0], f'"{made_up()}"'), json_text)
