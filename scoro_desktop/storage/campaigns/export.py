"""The export of a campaign: a person's own file with two columns more, what became of each row, and when.

Rows come page by page, and go into the file as they come: a hundred thousand take no more memory than a thousand. The
words for a row are given by whoever asks: there are none here.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final, TypeAlias

from scoro_desktop.recipients.batches import Wanted, always
from scoro_desktop.recipients.columns import columns_of
from scoro_desktop.recipients.writing import Form, free_title, write_objects, write_table
from scoro_desktop.storage.campaigns.rows import PERSON_COLUMNS, moment_of, person_of
from scoro_desktop.storage.campaigns.states import PersonState
from scoro_desktop.storage.campaigns.types import Campaign, CampaignPerson
from scoro_desktop.storage.database import read_rows
from scoro_desktop.wire import JsonObject, JsonValue

_PAGE: Final = 1_000


@dataclass(frozen=True)
class Outcome:
    """A row of a campaign, and when its request had its outcome: began, where it has none; None: it never left."""

    person: CampaignPerson = field(repr=False)
    at: datetime | None


Describe: TypeAlias = Callable[[Outcome], tuple[str, str]]
"""The words for the status and for the time of a row."""


def outcomes(
    connection: sqlite3.Connection, campaign_id: int, states: Collection[PersonState] = (), why: str | None = None
) -> Iterator[Outcome]:
    """Yields the rows of a campaign in the order of its file. Raises StorageFailed."""
    columns = ", ".join(f"p.{name}" for name in PERSON_COLUMNS.split(", "))
    where, values = ["p.campaign_id = ?"], [campaign_id, *states]
    if states:
        where.append(f"p.state IN ({', '.join('?' * len(states))})")
    if why is not None:
        where.append("p.why = ?")
        values.append(why)
    sql = f"""
        SELECT {columns}, coalesce(s.settled_at, s.began_at) FROM campaign_people AS p
        LEFT JOIN campaign_sends AS s ON s.id = p.send_id
        WHERE {" AND ".join(where)} AND p.id > ? ORDER BY p.id LIMIT ?
    """  # noqa: S608
    after = 0
    while found := read_rows(connection, sql, (*values, after, _PAGE)):
        for *row, at in found:
            yield Outcome(person_of(tuple(row)), moment_of(at))
        after = found[-1][0]


def export(
    path: Path,
    campaign: Campaign,
    found: Iterator[Outcome],
    titles: tuple[str, str],
    describe: Describe,
    form: Form,
    *,
    wanted: Wanted = always,
    told: Callable[[int], None] = lambda _: None,
) -> int:
    """Writes the file of a campaign with its rows `found`, and gives how many they were. Blocks.

    `titles`: those of the columns for status and time. Where the campaign's own file has one of them, it gets a number.
    Raises OSError, NotWantedError and StorageFailed; what stood at `path` is as it was then.
    """
    status = free_title(titles[0], campaign.columns)
    time = free_title(titles[1], (*campaign.columns, status))
    width = len(campaign.columns)

    def cells(outcome: Outcome) -> Sequence[str]:
        own = outcome.person.values[:width]  # none of them where they were deleted
        return (*own, *[""] * (width - len(own)), *describe(outcome))

    rows = map(cells, found)
    return write_table(path, (*campaign.columns, status, time), rows, form, wanted=wanted, told=told)


def export_json(
    path: Path,
    campaign: Campaign,
    found: Iterator[Outcome],
    *,
    wanted: Wanted = always,
    told: Callable[[int], None] = lambda _: None,
) -> int:
    """Writes the rows as JSON, for programs: states and reasons by their codes, times in UTC. Otherwise as `export`."""
    names: list[str] = []
    for each in columns_of(campaign.columns):
        names.append(free_title(each.name, names))
    return write_objects(path, (_as_json(each, names) for each in found), wanted=wanted, told=told)


def _as_json(outcome: Outcome, names: Sequence[str]) -> JsonObject:
    person = outcome.person
    values: dict[str, JsonValue] = dict(zip(names, person.values, strict=False))  # none where they were deleted
    return {
        "row": person.row or None,
        "user": person.person or None,
        "state": person.state.value,
        "reason": person.why or None,
        "at": None if outcome.at is None else outcome.at.isoformat(),
        "values": values,
    }
