"""The first look at a list, on a thread: how it is read, and the country that its phones seem to be of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from scoro_desktop.ui.campaigns.mapping import USUAL_COUNTRY

if TYPE_CHECKING:
    from scoro_desktop.recipients.look import Look
    from scoro_desktop.recipients.source import Source


@dataclass(frozen=True)
class Refused:
    """A list that cannot be read, by the code of `recipients.source.UnreadableFileError`."""

    code: str
    params: dict[str, str | int] = field(default_factory=dict)


class Seen(NamedTuple):
    """A list that was looked at, and the country that its phones seem to be of. `place`: it, as it is read."""

    found: Look
    country: str
    place: Path | str


def looked_at(place: Path | str, source: Source | None, wanted: Callable[[], bool]) -> Seen | Refused | None:
    """Looks at a list on a thread. Of what was pasted as one line the keys are put below each other first."""
    from scoro_desktop.recipients.list_keys import below_each_other
    from scoro_desktop.recipients.look import look
    from scoro_desktop.recipients.source import NotWantedError, UnreadableFileError

    if isinstance(place, str) and source is None:
        place = below_each_other(place, USUAL_COUNTRY)
    try:
        found = look(place, source, wanted=wanted)
    except UnreadableFileError as error:
        return Refused(error.code, dict(error.params))
    except NotWantedError:
        return None
    return Seen(found, _country_of(found), place)


def _country_of(found: Look) -> str:
    """The country in which most numbers of the key column are such as can be dialled there."""
    from scoro_desktop.recipients.countries import COUNTRIES
    from scoro_desktop.recipients.phones import normalised

    at = found.guesses.key
    if at is None:
        return USUAL_COUNTRY
    below = [row for row in found.first_rows if row.number > (found.source.header_row or 0) and at < len(row.cells)]
    codes = [USUAL_COUNTRY, *(each for each in COUNTRIES if each != USUAL_COUNTRY)]
    good = {code: sum(isinstance(normalised(row.cells[at], code), str) for row in below) for code in codes}
    return max(codes, key=lambda code: good[code])  # the first of those that are equal
