"""The pairs of brackets in a query, also while the query is being written."""

from collections.abc import Iterator
from typing import Final

from scoro_desktop import late

_TO_NEXT: Final = late.pattern(r'(?:[^"\[\]{}]+|"[^"\\\n]*(?:\\[^\n][^"\\\n]*)*"?)*(?P<bracket>[\[\]{}]|\Z)')
"""Everything up to the next bracket that stands in no string. One match for a whole list: 1 MB takes some 15 ms."""

_CLOSES: Final = {"}": "{", "]": "["}


@late.dataclass(frozen=True)
class Pair:
    """Two brackets, by their offsets in code points. `partner` is None where one has none, or one of another kind."""

    offset: int
    partner: int | None


def brackets(text: str, start: int = 0) -> Iterator[tuple[int, str]]:
    """Every bracket that stands in no string, from an offset outside of strings on: its offset and itself."""
    for match in _TO_NEXT.finditer(text, start):
        if match["bracket"]:
            yield match.start("bracket"), match["bracket"]


def pair_at(text: str, offset: int) -> Pair | None:
    """The bracket right before an offset, else the one right behind it, with its partner; None beside no bracket.

    Brackets inside of strings are letters. What a bracket without a partner encloses is matched as if it were closed.
    """
    wanted = [each for each in (offset - 1, offset) if 0 <= each < len(text) and text[each] in "[]{}"]
    if not wanted:
        return None
    waiting: list[int] = []
    open_of = {"{": 0, "[": 0}
    partners: dict[int, int | None] = {}
    missing: set[int] | None = None  # those of the wanted that still wait, once all of them are passed
    for at, bracket in brackets(text):
        if at > wanted[-1]:
            missing = (
                set(wanted).intersection(waiting)
                if missing is None
                else {each for each in missing if each not in partners}
            )
            if not missing:
                break
        if bracket in open_of:
            waiting.append(at)
            open_of[bracket] += 1
            continue
        opening = _CLOSES[bracket]
        partners[at] = None
        if not open_of[opening]:
            continue
        while partners[at] is None:
            opened = waiting.pop()
            open_of[text[opened]] -= 1
            partners[opened] = None
            if text[opened] == opening:
                partners[at], partners[opened] = opened, at
    partners.update(dict.fromkeys(waiting))
    return next((Pair(each, partners[each]) for each in wanted if each in partners), None)
