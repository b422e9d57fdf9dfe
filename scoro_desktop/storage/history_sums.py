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
_PAID: Final = (Outcome.SENT, Outcome.UNKNOWN)
"""The outcomes that cost something, or may."""


@dataclass(frozen=True)
class Sums:
    """The sums of a list. `people`: those that the server sent to; `parts`: of SMS, for all of them. `campaigns`: the
    sends that are one.

    `costs`: by currency, of what was sent, as it was worked out when it was confirmed; `open_costs`: of what may have
    gone out. `unpriced`: sends that are paid by the part, went out or may have, and are in no sum.
    """

    outcomes: Mapping[Outcome, int] = field(default_factory=dict)
    people: int = 0
    parts: int = 0
    costs: Mapping[str, Decimal] = field(default_factory=dict)
    open_costs: Mapping[str, Decimal] = field(default_factory=dict)
    unpriced: int = 0
    campaigns: int = 0

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
    ((*numbers, campaigns, people),) = read_rows(
        connection,
        f"SELECT {counted}, count(campaign_id), total(count) FROM {source}",  # noqa: S608
        parameters,
    )
    paid = f"{source} {'AND' if parameters or 'WHERE' in source else 'WHERE'} currency IS NOT NULL"
    rows = read_rows(
        connection,
        f"""
        SELECT currency, iif(campaign_id IS NULL, outcome, 'sent') AS came,
            total(coalesce(all_parts, parts * count)),
            total(amount IS NULL AND open_amount IS NULL AND (campaign_id IS NULL OR all_parts > 0)),
            {_added("amount")}, {_added("open_amount")}
        FROM {paid} AND (+outcome IN ('sent', 'unknown') OR campaign_id IS NOT NULL) GROUP BY currency, came
        """,  # noqa: S608
        parameters,
    )
    costs: dict[Outcome, collections.Counter[str]] = {each: collections.Counter() for each in _PAID}
    parts, unpriced = 0, 0
    for currency, came, of_these, without, whole, rest, open_whole, open_rest in rows:
        parts += round(of_these)
        unpriced += round(without)
        costs[Outcome(came)][currency] += whole * MILLIONTHS + rest
        costs[Outcome.UNKNOWN][currency] += open_whole * MILLIONTHS + open_rest
    return Sums(
        {each: number for each, number in zip(Outcome, numbers, strict=True) if number},
        round(people),
        parts,
        _amounts(costs[Outcome.SENT]),
        _amounts(costs[Outcome.UNKNOWN]),
        unpriced,
        campaigns,
    )


def _added(column: str) -> str:
    """The sum of a column of millionths in two parts, each of which SQLite can hold."""
    return f"coalesce(sum({column} / {MILLIONTHS}), 0), coalesce(sum({column} % {MILLIONTHS}), 0)"


def sums_of_lines(lines: Iterable[SendLine]) -> Sums:
    """Adds up lines one by one: for a file whose indexes are damaged."""
    outcomes: collections.Counter[Outcome] = collections.Counter()
    costs: dict[Outcome, collections.Counter[str]] = {each: collections.Counter() for each in _PAID}
    people, parts, unpriced, campaigns = 0, 0, 0, 0
    for line in lines:
        outcomes[line.outcome] += 1
        people += line.count or 0
        came = line.outcome if line.campaign_id is None else Outcome.SENT
        campaigns += line.campaign_id is not None
        if line.currency is not None and came in costs:
            parts += (line.parts or 0) * (line.count or 0) if line.all_parts is None else line.all_parts
            is_priced = line.amount is not None or line.open_amount is not None
            unpriced += not is_priced and (line.campaign_id is None or bool(line.all_parts))
            costs[came][line.currency] += line.amount or 0
            costs[Outcome.UNKNOWN][line.currency] += line.open_amount or 0
    sent, unknown = _amounts(costs[Outcome.SENT]), _amounts(costs[Outcome.UNKNOWN])
    return Sums(outcomes, people, parts, sent, unknown, unpriced, campaigns)


def _amounts(millionths: Mapping[str, int]) -> dict[str, Decimal]:
    return {currency: Decimal(amount).scaleb(-6) for currency, amount in millionths.items() if amount}
