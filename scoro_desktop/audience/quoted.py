"""Texts of a query that stand in quotes within JSON's own: the inner ones are compared as well, and seldom meant."""

import itertools
import json
import re
from collections.abc import Iterator
from typing import Final

from scoro_desktop import late
from scoro_desktop.jsontext.problems import MAX_PROBLEMS, Places, QueryProblem, Severity, shown

_CLOSING: Final = {'"': '"', "'": "'", "`": "`", "“": "”", "„": "“”", "«": "»", "‘": "’", "‚": "‘’"}
_SUSPECT: Final = late.pattern(r'"(?:\\"|\\u0022|[\'`“„«‘‚])')
"""A first look, which most texts pass; it may find a place within a string."""
_STRING: Final = late.pattern(r'"([^"\\]*(?:\\.[^"\\]*)*)"', re.DOTALL)


def quoted_problems(text: str, places: Places) -> list[QueryProblem]:
    """A warning for each string with quotes around what it says. The text has to be JSON."""
    if _SUSPECT.search(text) is None:
        return []
    return list(itertools.islice(_problems(text, places), MAX_PROBLEMS))


def _problems(text: str, places: Places) -> Iterator[QueryProblem]:
    for match in _STRING.finditer(text):
        if _SUSPECT.match(text, match.start()) is None:
            continue
        said: str = json.loads(match[0])
        if len(said) > 1 and said[-1] in _CLOSING[said[0]]:
            start, end = match.span(1)
            yield places.problem("quotes_around", start, end - start, Severity.WARNING, text=shown(said))
