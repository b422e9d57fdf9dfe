"""Everything that is told of a pasted text. It is worked out away from the window: a long text takes a while."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from scoro_desktop.curl.reading import CurlReading, Finding, read_curl
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.scorocode.known_secrets import remember
from scoro_desktop.storage.error_log import place_of
from scoro_desktop.ui.curl import import_words
from scoro_desktop.ui.kit.plain_text import utf16_length

MOST_PLACES: Final = 50
"""The most findings that are marked and put into words: more say nothing new."""


@dataclass(frozen=True)
class Place:
    """The place of a finding: line and column from 1, in characters; and the positions in an editor to mark."""

    line: int
    column: int
    start: int
    end: int


Placed = tuple[Finding, Place | None]


@dataclass(frozen=True, repr=False)
class Told:
    """All that there is to say of exactly this text. `request` is None where no form can be filled from it."""

    text: str
    reading: CurlReading
    problems: tuple[Placed, ...] = ()
    notes: tuple[Placed, ...] = ()
    request: Request | None = None
    query_text: str = ""
    rows: list[tuple[str, str]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def __repr__(self) -> str:
        return "Told(hidden)"  # the text may hold keys


class NotReadError(Exception):
    """Reading failed by a mistake of the app's own. It says which and where, and never quotes the text."""


def tell(text: str, in_front: Channel) -> Told:
    """Reads a text for the form of a channel. From here on its keys are masked in technical texts.

    Raises NotReadError.
    """
    try:
        reading = read_curl(text)
        remember(reading.keys.cli, reading.keys.acc, reading.keys.sess)
        problems, notes = (tuple(_placed(text, found)) for found in (reading.problems, reading.notes))
        if not import_words.is_for_form(reading):
            return Told(text, reading, problems, notes)
        request = import_words.request_for_form(reading, in_front)
        warnings = import_words.remarks(request, reading.body or {}, request.entry.collections)
        return Told(
            text,
            reading,
            problems,
            notes,
            request,
            import_words.query_text(request),
            import_words.rows(request),
            warnings + import_words.unusual(request),
        )
    except Exception as error:  # noqa: BLE001 (its words may quote a key)
        raise NotReadError(place_of(error)) from None


def _placed(text: str, findings: Iterable[Finding]) -> Iterator[Placed]:
    """The first findings with their places, the text gone through once."""
    wanted = [*findings][:MOST_PLACES]
    places: dict[int, Place] = {}
    at = units = 0
    line, begun = 1, 0
    for number, finding in sorted(enumerate(wanted), key=lambda each: each[1].offset or 0):
        if finding.offset is None:
            continue
        start = min(finding.offset, max(len(text) - 1, 0))
        end = min(max(start + finding.length, start + 1), len(text))
        passed = text[at:start]
        units += utf16_length(passed)
        line += passed.count("\n")
        begun = at + passed.rfind("\n") + 1 if "\n" in passed else begun
        at = start
        places[number] = Place(line, start - begun + 1, units, units + utf16_length(text[start:end]))
    return ((finding, places.get(number)) for number, finding in enumerate(wanted))
