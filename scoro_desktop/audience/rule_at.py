"""The relative date that a place of a query's text is in."""

from __future__ import annotations

import re
from typing import Final

from scoro_desktop import late, wire
from scoro_desktop.audience.relative_dates import KEY, Rule, read_rule

_BEGUN: Final = late.pattern(r"\{\s*" + re.escape(f'"{KEY}"'))
_BRACE: Final = late.pattern(r"[{}]")


def rule_at(text: str, offset: int) -> Rule | None:
    """Returns the rule whose object the offset stands in; None for none, for one with a mistake, and for one that goes
    on beyond the text.
    """
    for begun in _BEGUN.finditer(text):
        end = _end_of(text, begun.start())
        if begun.start() <= offset < end:
            try:
                return read_rule(wire.read(text[begun.start() : end]))
            except ValueError:
                return None
    return None


def _end_of(text: str, start: int) -> int:
    """The offset behind the brace that closes the one at `start`: a rule holds no text with braces in it."""
    depth = 0
    for brace in _BRACE.finditer(text, start):
        depth += 1 if brace.group() == "{" else -1
        if not depth:
            return brace.end()
    return start
