"""From the text of a query to what is sent, or to everything that is wrong with it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from scoro_desktop import late
from scoro_desktop.audience.filters import findings
from scoro_desktop.audience.hidden import hidden_problems
from scoro_desktop.audience.quoted import quoted_problems
from scoro_desktop.jsontext.json_text import only_object, read_json
from scoro_desktop.jsontext.layout import format_query
from scoro_desktop.jsontext.problems import ALL_CODES, Places, QueryProblem, Severity
from scoro_desktop.jsontext.tree import Tree
from scoro_desktop.wire import JsonObject, JsonValue, StrictText

__all__ = [
    "ALL_CODES",
    "Audience",
    "Everyone",
    "Query",
    "QueryProblem",
    "Reading",
    "Severity",
    "format_query",
    "read_query",
]


@late.dataclass(frozen=True)
class Query:
    """A query that may be sent: the text as it was typed, to the letter, and what it says."""

    text: str
    value: JsonObject


@late.dataclass(frozen=True)
class Everyone:
    """All of a collection. It is chosen by name: no text, however empty or broken, turns into it."""


Audience: TypeAlias = Everyone | Query


@dataclass(frozen=True)
class Reading:
    """The result of reading a text: a query unless an error stands, and every problem in the order of the `text`.

    Of each sort at most `problems.MAX_PROBLEMS` errors and as many warnings are listed. `strict`: the text as strict
    reading by itself has it, for the comparison at Send, where that would hold up the window.
    """

    query: Query | None
    problems: tuple[QueryProblem, ...]
    text: str = ""
    strict: StrictText | None = field(default=None, compare=False, repr=False)


def read_query(text: str) -> Reading:
    """Read the text of a query. Never raises, whatever the text is.

    There is a query only if strict JSON reads the text as one object whose every part would reach the server as it was
    written, and which is a filter that does not select everyone. 1 MB of good text takes some 20 ms, of text with
    problems 15 to 800 ms, most where there are many small objects.
    """

    def judge(value: JsonValue, tree: Callable[[], Tree], places: Places) -> Iterator[QueryProblem]:
        if isinstance(value, dict):
            for finding in findings(value):
                span = tree().key(finding.path) if finding.on_key else tree().value(finding.path)
                yield places.problem(finding.code, span.offset, span.length, finding.severity, **finding.params)
        else:
            yield from only_object(value, tree, places)
        yield from hidden_problems(text, places)
        yield from quoted_problems(text, places)

    reading = read_json(text, judge)
    query = Query(text, reading.value) if isinstance(reading.value, dict) else None
    return Reading(query, reading.problems, text)
