"""The history out to a file: what a list shows, row by row, in its order.

Rows are read page by page over a connection of their own: a million take no more memory than a thousand, and the window
reads on meanwhile. The words of a table are given by whoever asks: there are none here.
"""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeAlias

from scoro_desktop.recipients.batches import always
from scoro_desktop.recipients.writing import Form, write_objects, write_table
from scoro_desktop.storage.history_order import Sorted
from scoro_desktop.storage.history_rows import Send, SendLine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from scoro_desktop.recipients.batches import Wanted
    from scoro_desktop.storage.history import History
    from scoro_desktop.storage.history_filter import HistoryFilter
    from scoro_desktop.wire import JsonObject

_PAGE: Final = 500

Describe: TypeAlias = "Callable[[SendLine], Sequence[str]]"
"""The cells of a row."""


class Rows:
    """The sends that a filter lets through, as they are at this moment; `total` of them."""

    def __init__(self, history: History, wanted: HistoryFilter) -> None:
        self._history = history
        self._sorted = Sorted(history.connection, wanted)
        self.total = self._sorted.count()

    def lines(self) -> Iterator[SendLine]:
        """Yields each that can be read, without its long texts."""
        for offset in range(0, self.total, _PAGE):
            for line in self._history.lines(self._sorted.ids(offset, _PAGE)):
                if isinstance(line, SendLine):
                    yield line

    def wholes(self) -> Iterator[Send]:
        """Yields each that can be read, whole."""
        for line in self.lines():
            if (send := self._history.get(line.id)) is not None:
                yield send


def write_csv(
    path: Path,
    rows: Rows,
    titles: Sequence[str],
    describe: Describe,
    form: Form,
    *,
    wanted: Wanted = always,
    told: Callable[[int], None] = lambda _: None,
) -> int:
    """Writes a table, and gives how many rows it has. Raises OSError, NotWantedError and StorageFailed."""
    cells = (describe(line) for line in rows.lines())
    return write_table(path, titles, cells, form, wanted=wanted, told=told)


def write_json(path: Path, rows: Rows, *, wanted: Wanted = always, told: Callable[[int], None] = lambda _: None) -> int:
    """Writes a list of objects, one on a line, and gives how many they are; raises as `write_csv` does.

    What stood at `path` is replaced only by a finished file.
    """
    return write_objects(path, map(as_json, rows.wholes()), wanted=wanted, told=told)


def as_json(send: Send) -> JsonObject:
    """All that is kept of a send, times in UTC; its keys were never kept."""
    return {
        "id": send.id,
        "created_at": send.created_at.isoformat(),
        "settled_at": None if send.settled_at is None else send.settled_at.isoformat(),
        "channel": send.channel,
        "environment": send.environment.value,
        "account": send.account_name,
        "address": send.address,
        "application": send.application_id,
        "collection": send.collection,
        "everyone": send.everyone,
        "trial": send.is_test,
        "counted_before": send.expected,
        "outcome": send.outcome.value,
        "sent": send.count,
        "reason": send.reason,
        "error_code": send.error_code,
        "error_message": send.error_message,
        "http_status": send.http_status,
        "seconds": send.took,
        "cost": None if send.cost is None else send.cost.to_json(),
        "campaign": _campaign(send),
        "pinned": send.is_pinned,
        "note": send.note,
        "request": send.request,
    }


def _campaign(send: Send) -> JsonObject | None:
    """The part of a campaign's row that no single send has; amounts in millionths of the currency."""
    if send.campaign is None:
        return None
    return {
        "id": send.campaign_id,
        **dataclasses.asdict(send.campaign),
        "parts": send.all_parts,
        "currency": send.currency,
        "cost": amount_text(send.amount),
        "open_cost": amount_text(send.open_amount),
    }


def amount_text(millionths: int | None) -> str:
    """An amount as a decimal number; empty where nobody knows it."""
    return "" if millionths is None else f"{Decimal(millionths).scaleb(-6).normalize():f}"
