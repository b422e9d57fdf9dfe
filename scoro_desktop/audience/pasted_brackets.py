"""Brackets in a list of code: some hold values together, some are part of a value; `[(a) b, (c, d)]` has both."""

import re
from typing import Final

from scoro_desktop import late

BRACKETS: Final = {"[": "]", "(": ")", "{": "}"}
CLOSERS: Final = "".join(BRACKETS.values())
_ANY: Final = late.pattern(rf"[{re.escape(CLOSERS)}\[({{]")


class Brackets:
    """The brackets of a text, in which whoever takes the text apart, from left to right, says which were taken off.

    `ends`: matches at the end of a value, and at more brackets that close.
    """

    def __init__(self, text: str, ends: re.Pattern[str]) -> None:
        self._text = text
        self._ends = ends
        self._partner: dict[int, int] = {}
        self._taken_off: set[int] = set()
        opened: list[int] = []
        for match in _ANY.finditer(text):
            at = match.start()
            if match[0] in BRACKETS:
                opened.append(at)
            elif opened and BRACKETS[text[opened[-1]]] == match[0]:
                self._partner[at] = opened[-1]
                self._partner[opened.pop()] = at

    def take_off(self, start: int, end: int) -> None:
        """Says that the brackets that open in a part of the text are none of a value's."""
        self._taken_off.update(at for at in range(start, end) if self._text[at] in BRACKETS)

    def value_starts(self, start: int, end: int) -> int:
        """The place between two at which a value begins: at the first bracket that is part of it, or at the end."""
        for at in range(start, end):
            if self._text[at] in BRACKETS and self._is_of_value(at):
                end = at
                break
        self.take_off(start, end)
        return end

    def value_ends(self, start: int, end: int) -> int:
        """The place at which a value ends that begins at `start`, with brackets and blanks of the list behind it."""
        while start < end and (self._closes_list(end - 1) or self._text[end - 1].isspace()):
            end -= 1
        return end

    def _is_of_value(self, at: int) -> bool:
        closing = self._partner.get(at)
        return closing is not None and self._ends.match(self._text, closing + 1) is None

    def _closes_list(self, at: int) -> bool:
        if self._text[at] not in CLOSERS:
            return False
        opening = self._partner.get(at)
        return opening is None or opening in self._taken_off
