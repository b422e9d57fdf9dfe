"""The recipients of a composition, as the choice of the audience tells them."""

import dataclasses
import enum
from dataclasses import dataclass
from typing import Self

from scoro_desktop.audience.query import Audience
from scoro_desktop.jsontext.problems import QueryProblem


class Mode(enum.StrEnum):
    """The way the audience is chosen. Conditions and JSON are two views of one text."""

    CONDITIONS = "conditions"
    JSON = "json"
    EVERYONE = "everyone"


@dataclass(frozen=True)
class Recipients:
    """The choice, read whole. `audience` is None where there is none that may be sent to.

    `text`: the query as typed, empty for everyone and while a long one is being read; `problems` of that text;
    `unfinished`: a condition was begun that says nothing yet; `being_read`: the text is long, and not read yet;
    `in_doubt`: something went wrong in the app, and nobody is chosen for it; `edits`: how many there were of
    conditions, which are kept although the text may not say them.
    """

    collection: str
    mode: Mode = Mode.CONDITIONS
    audience: Audience | None = None
    text: str = ""
    problems: tuple[QueryProblem, ...] = ()
    unfinished: bool = False
    being_read: bool = False
    in_doubt: bool = False
    edits: int = 0

    def __post_init__(self) -> None:
        """Raises ValueError where an audience is named although it may not be sent to."""
        if self.audience is not None and (self.unfinished or self.being_read or self.in_doubt):
            raise ValueError("an audience that cannot stand")

    def nobody(self) -> Self:
        """Returns the same choice with no audience: something went wrong, and nobody can say what stands."""
        return dataclasses.replace(self, audience=None, in_doubt=True)
