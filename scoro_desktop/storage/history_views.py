"""Views of the history with names: what is listed, in which order."""

from __future__ import annotations

import dataclasses
import sqlite3
from dataclasses import field
from typing import Self

from scoro_desktop import late, wire
from scoro_desktop.scorocode.account import Environment
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.database import transaction
from scoro_desktop.storage.history_filter import Column, HistoryFilter, Order
from scoro_desktop.storage.history_periods import Period
from scoro_desktop.storage.names import kept_name, name_key
from scoro_desktop.storage.salvage import rows_of
from scoro_desktop.wire import JsonObject


@late.dataclass(frozen=True)
class View:
    """The choice of a list. Its days are a period, which moves on; those of `wanted` are open."""

    wanted: HistoryFilter = field(default_factory=HistoryFilter)
    period: Period = field(default_factory=Period)

    def to_json(self) -> JsonObject:
        """For the table."""
        wanted = self.wanted
        return {
            "text": wanted.text,
            "outcomes": [*sorted(wanted.outcomes)],
            "accounts": [*sorted(wanted.account_ids)],
            "channels": [*sorted(wanted.channels)],
            "environments": [*sorted(wanted.environments)],
            "hide_tests": wanted.hide_tests,
            "pinned": wanted.pinned,
            "campaigns": wanted.campaigns,
            "sort": wanted.order.column.value,
            "descending": wanted.order.descending,
            "period": self.period.to_json(),
        }

    @classmethod
    def from_json(cls, value: JsonObject) -> Self:
        """Reads what `to_json` gave. Raises ValueError for anything else."""
        match value:
            case {
                "text": str(text),
                "outcomes": list(outcomes),
                "accounts": list(accounts),
                "channels": list(channels),
                "environments": list(environments),
                "hide_tests": bool(hide_tests),
                "pinned": bool(pinned),
                "sort": str(sort),
                "descending": bool(descending),
                "period": dict(period),
            }:
                wanted = HistoryFilter(
                    text,
                    frozenset(Outcome(str(each)) for each in outcomes),
                    frozenset(map(str, accounts)),
                    hide_tests,
                    frozenset(map(str, channels)),
                    frozenset(Environment(str(each)) for each in environments),
                    pinned=pinned,
                    order=Order(Column(sort), descending),
                    campaigns=value.get("campaigns") is True,  # views of before have no such key
                )
                return cls(wanted, Period.from_json(period))
            case _:
                raise ValueError("this is no view")

    @classmethod
    def of(cls, wanted: HistoryFilter, period: Period) -> Self:
        """The view of a list, whose days are those of a period."""
        return cls(dataclasses.replace(wanted, since=None, before=None), period)


class HistoryViews:
    """The table of views. Every method raises StorageFailed when the disk does not do its part."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> list[tuple[str, View]]:
        """Every view that can be read, by its name, in the order of their names."""
        found: list[tuple[str, View]] = []
        for name, state in rows_of(self._connection, "history_views", "name, state"):
            try:
                value = wire.read(str(state))
                if isinstance(value, dict):
                    found.append((str(name), View.from_json(value)))
            except ValueError:  # damaged, or of a version to come
                continue
        return sorted(found, key=lambda each: name_key(each[0]))

    def keep(self, name: str, view: View) -> str:
        """Keeps a view under a name, in the place of one that has it; returns the name as it is kept."""
        name = kept_name(name)
        with transaction(self._connection):
            self._connection.execute(
                """
                INSERT INTO history_views (name_key, name, state) VALUES (?, ?, ?)
                ON CONFLICT (name_key) DO UPDATE SET name = excluded.name, state = excluded.state
                """,
                (name_key(name), name, wire.compact(view.to_json()).decode("utf-8")),
            )
        return name

    def delete(self, name: str) -> None:
        """Deletes a view; nothing happens where there is none of this name."""
        with transaction(self._connection):
            self._connection.execute("DELETE FROM history_views WHERE name_key = ?", (name_key(name),))
