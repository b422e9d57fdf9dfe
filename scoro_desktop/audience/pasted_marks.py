"""Marks of the lines of a pasted list: numbers, bullets, the borders of a table."""

import itertools
import re
from collections.abc import Sequence
from typing import Final

from scoro_desktop import late

LINE_BREAKS: Final = "\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
"""Every character that ends a line, within the brackets of a pattern."""

_NUMBERED: Final = late.pattern(r"\s*(?:\(?([0-9]{1,6})[.)]|\[?([0-9]{1,6})\]?\s*=>|([0-9]{1,6}):)\s+(?=\S)")
_BULLET: Final = late.pattern(r"\s*([-*•–—·▪◦‣●○■□✓✔])\s+(?=\S)")
_RULE: Final = late.pattern(r"[|+][-+:| =]*")


def without_marks(text: str) -> str:
    """The text without what numbers its lines, marks them as a list or draws a table around them."""
    lines = [each for each in re.split(rf"\r\n|[{LINE_BREAKS}]", text) if each.strip()]
    if len(lines) < 2:
        return text
    if all(each.lstrip().startswith(("|", "+")) and each.rstrip().endswith(("|", "+")) for each in lines):
        rows = [each.strip().strip("|").replace("|", "\t") for each in lines if not _RULE.fullmatch(each.strip())]
        return "\n".join(rows)
    for mark in (_NUMBERED, _BULLET):
        found = [mark.match(each) for each in lines]
        marks = [each[each.lastindex or 0] for each in found if each is not None]
        if len(marks) < len(lines):
            continue
        if len(set(marks)) == 1 if mark is _BULLET else _are_numbers_of_lines([int(each) for each in marks]):
            return "\n".join(line[each.end() :] for line, each in zip(lines, found, strict=True) if each is not None)
    return text


def _are_numbers_of_lines(numbers: Sequence[int]) -> bool:
    """Tells whether numbers count lines: some may be missing after the first one of a list (0 or 1), and all may be
    that one, as Markdown allows. `12. a` and `15. b` are values.
    """
    steps = {behind - before for before, behind in itertools.pairwise(numbers)}
    return steps == {1} or (numbers[0] in {0, 1} and (min(steps) > 0 or steps == {0}))
