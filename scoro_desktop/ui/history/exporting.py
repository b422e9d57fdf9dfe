"""The export of what the history shows: asked for, followed, and stopped."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from scoro_desktop.recipients.writing import Form
from scoro_desktop.storage.history_export import Rows, amount_text, write_csv, write_json
from scoro_desktop.ui.channels.registry import channel_name
from scoro_desktop.ui.history.export_file import ExportFile, tables
from scoro_desktop.ui.words import campaign_lines, line_words, outcome_words, wording

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from scoro_desktop.recipients.batches import Wanted
    from scoro_desktop.storage.history import HistoryFilter, SendLine
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.ui.history.export_file import Told
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage


class Exporting(QObject):
    """`said(str)`: what came of it, in words."""

    said = Signal(str)

    def __init__(self, storage: AsyncStorage, parent: QWidget) -> None:
        super().__init__(parent)
        self.file = ExportFile(storage, parent)
        self.file.said.connect(self.said)

    def export(self, wanted: HistoryFilter) -> None:
        """Asks where and in which form, and writes what the filter lets through there."""
        if self.file.is_busy:
            return
        forms = {**tables(), self.tr("JSON, with the requests (*.json)"): None}
        chosen = self.file.ask(self.tr("Export what is shown"), self.tr("history.csv"), forms)
        if chosen is not None:
            self._write(wanted, *chosen)

    def _write(self, wanted: HistoryFilter, path: Path, form: Form | None) -> None:
        titles = self._titles()

        def write(stores: Stores, is_wanted: Wanted, told: Told) -> int:
            rows = Rows(stores.history, wanted)
            tell: Callable[[int], None] = lambda number: told(number, rows.total)  # noqa: E731
            if form is None:
                return write_json(path, rows, wanted=is_wanted, told=tell)
            # A sheet reads numbers as its system writes them: with a point, 12.5 is the 12th of May in Russian.
            point = QLocale.system().decimalPoint() if form is Form.EXCEL else "."
            return write_csv(path, rows, titles, partial(_cells, point), form, wanted=is_wanted, told=tell)

        self.file.write(path, write)

    def _titles(self) -> list[str]:
        return [
            self.tr("Number"),
            self.tr("When"),
            self.tr("Channel"),
            self.tr("Environment"),
            self.tr("Account"),
            self.tr("Message"),
            self.tr("Collection"),
            self.tr("Audience"),
            self.tr("Counted before"),
            self.tr("Outcome"),
            self.tr("Sent"),
            self.tr("Error"),
            self.tr("Seconds"),
            self.tr("SMS parts of each"),
            self.tr("SMS parts in all"),
            self.tr("Cost"),
            self.tr("Currency"),
            self.tr("Campaign"),
            self.tr("Trial"),
            self.tr("Pinned"),
            self.tr("Note"),
        ]


def _cells(point: str, line: SendLine) -> list[str]:
    """A send as a row of a table: numbers and times as programs read them, the rest in words."""
    parts = line.all_parts
    if line.campaign is None and line.parts is not None and line.count is not None:
        parts = line.parts * line.count
    error = "" if line.count is not None else outcome_words.result_words(line)
    if line.campaign is not None:
        error = ", ".join(campaign_lines.rest(line.campaign))
    return [
        str(line.id),
        line.created_at.astimezone().strftime("%Y-%m-%d %H:%M:%S"),
        channel_name(line.channel),
        line_words.environment_word(line.environment),
        wording.name_in_history(line.account_id, line.account_name),
        line.summary,
        line.collection,
        line_words.audience_words(line),
        _number(line.expected),
        outcome_words.line_word(line),
        _number(line.count),
        error,
        "" if line.took is None else f"{line.took:.3f}".replace(".", point),
        _number(line.parts),
        _number(parts),
        amount_text(line.amount).replace(".", point),
        line.currency or "",
        _number(int(line.campaign is not None)),
        _number(int(line.is_test)),
        _number(int(line.is_pinned)),
        line.note,
    ]


def _number(number: int | None) -> str:
    return "" if number is None else str(number)
