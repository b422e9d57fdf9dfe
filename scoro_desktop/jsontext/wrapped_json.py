"""JSON that was copied with what stood around it: the fence of a chat, a name, a call of a database's console."""

import re
from typing import Final

from scoro_desktop import late
from scoro_desktop.jsontext.strict import is_json

_NAME: Final = r"[A-Za-z_$][\w$.]{0,80}"
_BLANKS: Final = r"\s{0,20}"
_BEFORE: Final = late.pattern(
    rf"""(?:>\s{_BLANKS})?
    (?:`{{3,}}[ \t]{{0,20}}[\w+-]{{0,20}}[ \t]{{0,20}}\r?\n{_BLANKS}|`{_BLANKS})?
    (?:(?:const|let|var)\s{_BLANKS})?
    (?:(?:{_NAME}{_BLANKS}=|["']?(?:query|filter)["']?{_BLANKS}:|{_NAME}\.(?:find|findOne|count|countDocuments)\(){_BLANKS})?
    (?=[{{\[])""",
    re.VERBOSE,
)
"""Words that may stand before it: nothing that says more of who is meant."""
_AFTER: Final = " \t\r\n`;),"
"""Signs that may follow: no second condition, and no call that would have narrowed it down, as `.limit(10)`."""


def json_within(text: str) -> tuple[int, int] | None:
    """The place of JSON in a text with nothing of meaning around it, begin and end; None where there is none."""
    before = _BEFORE.match(text, len(text) - len(text.lstrip()))
    if before is None:
        return None
    start, end = before.end(), len(text.rstrip(_AFTER))
    is_alone = not text[:start].strip() and not text[end:].strip()
    return None if is_alone or text[end - 1 : end] not in {"}", "]"} or not is_json(text[start:end]) else (start, end)
