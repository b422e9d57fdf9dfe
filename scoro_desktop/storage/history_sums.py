"""Sums over the sends that a list of the history shows: how many, to how many people, what it cost, what failed."""

from __future__ import annotations

import collections
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.history_filter import FAILED

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

    from scoro_desktop.storage.history_filter import HistoryFilter
    from scoro_desktop.storage.history_rows import SendLine

MILLIONTHS: Final = 1_000_000
"""An amount is stored in millionths of its currency, so that SQLite adds it up without a float."""


@dataclass(frozen=True)
class Sums:
    """The sums of a list. `people`: those that the server sent to; `parts`: of SMS, for all of them.

    `costs`: by currency, of what was sent, as it was worked out when it was confirmed; `open_costs`: of what may have
    gone out. `unpriced`: sends that are paid by the part, went out or may have, and are in no sum.
    """

    outcomes: Mapping[Outcome, int] = field(default_factory=dict)
    people: int = 0
    parts: int = 0
    costs: Mapping[str, Decimal] = field(default_factory=dict)
    open_costs: Mapping[str, Decimal] = field(default_factory=dict)
    unpriced: int = 0

    @property
    def sends(self) -> int:
        """Counts the sends."""
        return sum(self.outcomes.values())

    @property
    def failed(self) -> int:
        """Counts those that were refused, not sent, or of which nobody knows."""
        return sum(self.outcomes.get(each, 0) for each in FAILED)


def sums_of(connection: sqlite3.Connection, wanted: HistoryFilter) -> Sums:
    """Adds up what a filter lets through, by the one index that has all of it. Raises StorageFailed.

    People and parts are exact up to 2^53, which no app of this world has.
    """
    from scoro_desktop.storage.database import read_rows
    from scoro_desktop.storage.history_filter import selection

    source, parameters = selection(wanted, whole=True)
    counted = ", ".join(f"count(*) FILTER (WHERE outcome = '{each}')" for each in Outcome)
    ((*numbers, people),) = read_rows(connection, f"SELECT {counted}, total(count) FROM {source}", parameters)  # noqa: S608
    paid = f"{source} {'AND' if parameters or 'WHERE' in source else 'WHERE'} currency IS NOT NULL"
    rows = read_rows(
        connection,
        f"""
        SELECT currency, outcome, total(parts * count), count(*) - count(amount),
            coalesce(sum(amount / {MILLIONTHS}), 0), coalesce(sum(amount % {MILLIONTHS}), 0)
        FROM {paid} AND +outcome IN ('sent', 'unknown') GROUP BY currency, outcome
        """,  # noqa: S608
        parameters,
    )
    costs: dict[Outcome, dict[str, Decimal]] = {Outcome.SENT: {}, Outcome.UNKNOWN: {}}
    parts, unpriced = 0, 0
    for currency, outcome, of_these, without, whole, rest in rows:
        parts += round(of_these)
        unpriced += without
        if amount := _money(whole * MILLIONTHS + rest):
            costs[Outcome(outcome)][currency] = amount
    return Sums(
        {each: number for each, number in zip(Outcome, numbers, strict=True) if number},
        round(people),
        parts,
        costs[Outcome.SENT],
        costs[Outcome.UNKNOWN],
        unpriced,
    )


def sums_of_lines(lines: Iterable[SendLine]) -> Sums:
    """Adds up lines one by one: for a file whose indexes are damaged."""
    outcomes: collections.Counter[Outcome] = collections.Counter()
    costs: dict[Outcome, collections.Counter[str]] = {
        Outcome.SENT: collections.Counter(),
        Outcome.UNKNOWN: collections.Counter(),
    }
    people, parts, unpriced = 0, 0, 0
    for line in lines:
        outcomes[line.outcome] += 1
        people += line.count or 0
        if line.currency is not None and line.outcome in costs:
            parts += (line.parts or 0) * (line.count or 0)
            unpriced += line.amount is None
            costs[line.outcome][line.currency] += line.amount or 0
    sent, unknown = (
        {currency: _money(amount) for currency, amount in costs[each].items() if amount}
        for each in (Outcome.SENT, Outcome.UNKNOWN)
    )
    return Sums(outcomes, people, parts, sent, unknown, unpriced)


def _money(millionths: int) -> Decimal:
    return Decimal(millionths).scaleb(-6)
