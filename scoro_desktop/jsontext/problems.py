"""The problems that the text of a query can have, in codes: the words for them stand in `ui/words/wording.py`."""

import bisect
import dataclasses
import enum
import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol, TypeVar

from scoro_desktop.invisible import escaped

MAX_PROBLEMS: Final = 100
"""Of each sort: a list that goes on for screens helps nobody, and a text of 1 MB can hold a million."""

_MOST_SHOWN: Final = 60


class Severity(enum.StrEnum):
    """An error means that there is no query; with a warning there is one."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class QueryProblem:
    """One thing that is wrong, and where it stands in the text.

    `line` and `column` count from 1, `offset` from 0; columns, offsets and lengths are in code points. A line ends at
    a line feed. `length` is at least 1 where there is text to mark.
    """

    code: str
    line: int
    column: int
    offset: int
    length: int
    params: Mapping[str, str | int | float] = dataclasses.field(default_factory=dict)
    severity: Severity = Severity.ERROR

    @property
    def stops(self) -> bool:
        """Tells whether there is no query while it stands."""
        return self.severity is Severity.ERROR


ALL_CODES: Final[Mapping[str, tuple[str, ...]]] = {
    # The text is not JSON.
    "empty": (),  # no text at all: that is not "everyone"
    "missing_comma": (),  # marks what the comma should stand before
    "missing_colon": ("key",),
    "missing_value": (),  # a key without a value
    "missing_key": (),  # a bracket where a key should stand
    "trailing_comma": (),  # a comma before a closing bracket
    "stray_comma": (),  # a comma with nothing before it
    "single_quotes": (),
    "curly_quotes": (),
    "unquoted_key": ("key",),
    "unquoted_text": ("text",),
    "wrong_word": ("word", "right"),  # True, False, None, undefined: true, false, null are meant
    "shell_value": ("text",),  # ObjectId(...), ISODate(...), /pattern/: no JSON
    "bad_number": ("text",),
    "not_a_number": ("text",),  # NaN, Infinity
    "unclosed_string": (),
    "unclosed_bracket": ("bracket",),
    "unexpected_bracket": ("bracket",),
    "unexpected_character": ("character",),
    "invisible_character": ("character",),  # as U+00A0
    "comment": (),
    "text_after_end": (),
    "text_around": (),  # JSON that was copied with what stood around it
    "bad_escape": ("escape",),
    "raw_control_character": ("character",),  # as U+0009, inside quotes
    "broken_json": (),  # none of the kinds above
    # It is JSON, but could not be sent as it was meant.
    "not_an_object": (),
    "duplicate_key": ("key", "first_line", "first_column"),
    "number_overflow": ("number",),
    "number_underflow": ("number",),
    "number_precision": ("number", "becomes"),  # warning: a float with more digits than a double keeps
    "big_integer": ("number",),  # warning: sent as it is; a reader of doubles would round it
    "integer_too_long": ("digits", "limit"),
    "lone_surrogate": ("character",),  # as U+D800
    "too_deep": ("limit",),
    "hidden_character": ("character", "text"),  # warning: in a key or a value
    "turned_direction": ("character", "text"),  # warning: what is read is not in the order of its letters
    "blank_at_end": ("text",),  # warning
    "quotes_around": ("text",),  # warning: quotes within JSON's own are part of the text
    # It is JSON, but no filter that does what it seems to.
    "unknown_operator": ("operator", "suggestion"),  # suggestion: empty if nothing is near
    "missing_dollar": ("key", "suggestion"),  # error beside operators, else a warning
    "misplaced_operator": ("operator", "belongs"),  # belongs: field | top
    "mixed_keys": ("key",),  # a plain key beside operators
    "update_operator": ("operator",),
    "aggregation_operator": ("operator",),
    "code_operator": ("operator",),  # $where, $expr, ...: a program, no filter
    "unavailable_operator": ("operator",),  # MongoDB knows it, Scorocode has no use for it
    "wrong_operand": ("operator", "expected"),  # expected: see operators.Expected
    "bad_options": ("options",),
    "options_without_regex": (),
    "undocumented_operator": ("operator",),  # warning
    "empty_pattern": (),  # warning: matches every text
    "empty_condition": (),  # an empty {} among conditions: an error in $or, else a warning
    "relative_place": (),  # a relative date where nothing is compared
    "relative_member": ("member",),  # a key that a relative date does not have
    "relative_two": ("unit",),  # a second number in one
    "relative_too_far": ("unit", "most"),
    "selects_everyone": (),
    "selects_nobody": (),  # warning
}
"""Every code with the names of its parameters. Errors, unless the note says warning."""


@dataclass(frozen=True)
class Places:
    """Turns offsets in a text into lines and columns; a text without a problem is not gone through for it."""

    text: str

    @functools.cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        at = self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Both from 1; the column in code points."""
        line = bisect.bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def problem(
        self,
        code: str,
        offset: int,
        length: int,
        severity: Severity = Severity.ERROR,
        **params: str | int | float,
    ) -> QueryProblem:
        """A problem with its place. What lies at the very end of a text marks the text's last character."""
        if size := len(self.text):
            offset = min(offset, size - 1)
            length = max(1, min(length, size - offset))
        line, column = self.line_and_column(offset)
        return QueryProblem(code, line, column, offset, length, params, severity)


class _Weighed(Protocol):
    @property
    def severity(self) -> Severity: ...


_Kept = TypeVar("_Kept", bound=_Weighed)


def at_most(limit: int, found: Iterable[_Kept]) -> list[_Kept]:
    """The first errors and the first warnings, so many of each: warnings never crowd out an error."""
    kept: list[_Kept] = []
    room = {Severity.ERROR: limit, Severity.WARNING: limit}
    for each in found:
        if room[each.severity]:
            kept.append(each)
            room[each.severity] -= 1
        if not room[Severity.ERROR]:
            break
    return kept


def shown(text: str) -> str:
    """The text as a parameter can carry it: at most 60 characters, what cannot be seen as an escape."""
    if len(text) > _MOST_SHOWN:
        text = text[: _MOST_SHOWN - 1] + "…"
    return escaped(text)


def code_point(character: str) -> str:
    """The number of a character that cannot be shown, as U+00A0."""
    return f"U+{ord(character):04X}"
