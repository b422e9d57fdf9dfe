"""The choice of sends that a list of the history shows, and in which order."""

import dataclasses
import enum
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from scoro_desktop.scorocode.account import Environment
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.history_rows import SendLine
from scoro_desktop.storage.search import match_expression

FAILED: Final = frozenset({Outcome.REFUSED, Outcome.NOT_SENT, Outcome.UNKNOWN})
"""The outcomes that "failed" stands for."""


class Column(enum.StrEnum):
    """The columns that the history can be sorted by."""

    WHEN = "when"
    ACCOUNT = "account"
    CHANNEL = "channel"
    MESSAGE = "message"
    AUDIENCE = "audience"
    OUTCOME = "outcome"
    RESULT = "result"
    TOOK = "took"


@dataclass(frozen=True)
class Order:
    """An order of sends; what is alike in it stands with the newest first."""

    column: Column = Column.WHEN
    descending: bool = True


NEWEST: Final = Order()


@dataclass(frozen=True)
class HistoryFilter:
    """The sends that a list shows, in their order. Every word of `text` must begin a word of the message.

    An empty set is "any". `since` and `before`: the moments between which they were recorded, the latter left out;
    None where it is open. `hide_tests` leaves out what was sent to the audience for tests, `campaigns` what is not one.
    """

    text: str = ""
    outcomes: frozenset[Outcome] = frozenset()
    account_ids: frozenset[str] = frozenset()
    hide_tests: bool = False
    channels: frozenset[str] = frozenset()
    environments: frozenset[Environment] = frozenset()
    since: datetime | None = None
    before: datetime | None = None
    pinned: bool = False
    order: Order = NEWEST
    campaigns: bool = False

    @property
    def is_of_words_alone(self) -> bool:
        """Tells whether it lets through whatever has its words."""
        return dataclasses.replace(self, text="", order=NEWEST) == HistoryFilter()

    def takes(self, line: SendLine) -> bool:
        """Tells whether it lets a line through, as far as that is not a matter of its words."""
        return (
            line.outcome in (self.outcomes or {line.outcome})
            and line.account_id in (self.account_ids or {line.account_id})
            and line.channel in (self.channels or {line.channel})
            and line.environment in (self.environments or {line.environment})
            and (self.since is None or line.created_at >= self.since)
            and (self.before is None or line.created_at < self.before)
            and not (self.hide_tests and line.is_test)
            and (line.is_pinned or not self.pinned)
            and (line.campaign_id is not None or not self.campaigns)
        )


def selection(
    wanted: HistoryFilter, *, ids: tuple[int, int] | None = None, whole: bool = False
) -> tuple[str, list[object]]:
    """The part of a query from its FROM on, and its parameters. Each ends in rows that have an `id`.

    `ids`: the first and the last of the sends that are wanted. They stand within, where the search or an index begins
    at them: from outside, all that the filter lets through would be gone through. `whole`: all columns of the sends
    can be asked for, and no index is named.
    """
    conditions, parameters = _conditions(wanted, is_by_id=ids is not None)
    expression = match_expression(wanted.text)
    is_searched_alone = bool(expression) and not conditions
    has_conditions = bool(conditions)
    if expression:
        conditions.insert(0, "sends_words MATCH ?")
        parameters.insert(0, expression)
    if ids is not None:
        conditions.append("sends_words.rowid BETWEEN ? AND ?" if expression else "id BETWEEN ? AND ?")
        parameters += ids
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    # CROSS keeps the order: rows come out of the search by rowid, so the newest are had without sorting all of them.
    joined = "sends_words CROSS JOIN sends ON sends.id = sends_words.rowid"
    if whole:
        return f"{joined if expression else 'sends'}{where}", parameters
    if not expression:
        index = "" if has_conditions else " INDEXED BY sends_by_id"
        return f"sends{index}{where}", parameters
    if is_searched_alone:
        return f"(SELECT rowid AS id FROM sends_words{where})", parameters  # noqa: S608
    return f"(SELECT sends_words.rowid AS id FROM {joined}{where})", parameters  # noqa: S608


def is_quick_by_id(wanted: HistoryFilter) -> bool:
    """Tells whether the newest of what it lets through are found from the newest of all on, or by an index of its own.

    Otherwise few rows may be far apart, and the one index that has every column of a filter is gone through.
    """
    return not (
        wanted.channels or wanted.environments or wanted.since or wanted.before or wanted.pinned or wanted.campaigns
    )


def _conditions(wanted: HistoryFilter, *, is_by_id: bool) -> tuple[list[str], list[object]]:
    """The conditions, each with a plus where no index of a single column is to be begun with ("Disqualifying WHERE
    Clause Terms Using Unary-+", sqlite.org/optoverview.html): from there each row of the table would be read.
    """
    conditions: list[str] = []
    parameters: list[object] = []
    plus = "" if is_quick_by_id(wanted) else "+"
    for column, values in (
        ("outcome", wanted.outcomes),
        ("account_id", wanted.account_ids),
        ("channel", wanted.channels),
        ("environment", wanted.environments),
    ):
        if values:
            places = ", ".join("?" * len(values))
            conditions.append(f"{plus}{column} = ?" if len(values) == 1 else f"{plus}{column} IN ({places})")
            parameters += sorted(values)
    for comparison, moment in (("created_at >= ?", wanted.since), ("created_at < ?", wanted.before)):
        if moment is not None:
            conditions.append(f"+{comparison}" if is_by_id else comparison)
            parameters.append(moment.astimezone(UTC).isoformat())
    if wanted.hide_tests:
        conditions.append(f"{plus}is_test = 0")
    if wanted.pinned:
        conditions.append("+is_pinned = 1")
    if wanted.campaigns:
        conditions.append("sends.id IN (SELECT history_id FROM campaigns WHERE history_id IS NOT NULL)")
    return conditions, parameters
