"""The way in which a list is read: what was guessed, shown and changeable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from scoro_desktop.ui.campaigns import file_words
from scoro_desktop.ui.kit.eliding_label import ElidingLabel
from scoro_desktop.ui.kit.no_wheel import ElidingComboBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoro_desktop.recipients.look import Look
    from scoro_desktop.recipients.source import Source

ROWS_OFFERED: Final = 15
"""The titles stand in one of the first rows: some programs write a name and a date above them. Ours."""
_MOST_KEPT: Final = 180
"""Pixels that a choice keeps for its words where there is little room: a name of a sheet may be long. Ours."""
_LITTLE: Final = 2
"""Pixels by which Qt's own hint may be short of the last letter under a style sheet."""


class SourceBar(QWidget):
    """`changed(Source)`: a person has the list read in another way. `another_wanted`: another list is to be chosen."""

    changed = Signal(object)
    another_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: Source | None = None
        self._name = ElidingLabel(self)
        self._name.setProperty("role", "heading")
        self.another = QPushButton(self.tr("Another list…"), self)
        self.another.setProperty("role", "link")
        self.another.clicked.connect(self.another_wanted)
        self.encoding = ElidingComboBox(self, as_wide_as_words=True)
        self.delimiter = ElidingComboBox(self, as_wide_as_words=True)
        self.sheet = ElidingComboBox(self, as_wide_as_words=True)
        self.header = ElidingComboBox(self, as_wide_as_words=True)
        self._boxes: list[tuple[str, ElidingComboBox, QLabel]] = []
        fields = QHBoxLayout()
        fields.setSpacing(12)
        for words, box in (
            (self.tr("Encoding"), self.encoding),
            (self.tr("Cells are separated by"), self.delimiter),
            (self.tr("Sheet"), self.sheet),
            (self.tr("Titles in"), self.header),
        ):
            label = QLabel(words, self)
            label.setProperty("role", "muted")
            label.setBuddy(box)
            box.setAccessibleName(words)
            box.activated.connect(self._chosen)
            self._boxes.append((words, box, label))
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(label)
            column.addWidget(box)
            fields.addLayout(column)
        self.hidden = QCheckBox(self.tr("Take hidden rows too"), self)
        self.hidden.hide()
        self.hidden.clicked.connect(self._chosen)
        fields.addWidget(self.hidden, 0, Qt.AlignmentFlag.AlignBottom)
        fields.addStretch()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._name, 1)
        row.addWidget(self.another)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(row)
        whole.addLayout(fields)

    def show_name(self, name: str) -> None:
        """Shows what the list is called."""
        self._name.show_text(name)

    def show_fields(self, *, shown: bool) -> None:
        """Shows how the list is read, or leaves that out: an audience is no file."""
        if not shown:
            for _, box, label in self._boxes:
                box.hide()
                label.hide()
            self.hidden.hide()

    def show_look(self, found: Look) -> None:
        """Shows how it is read now, and what else it could be."""
        from scoro_desktop.recipients.source import DELIMITERS, ENCODINGS

        source = self._source = found.source
        blockers = [QSignalBlocker(box) for _, box, _ in self._boxes]
        encodings = ENCODINGS if source.encoding else ()
        self._fill(self.encoding, [(file_words.encoding_name(each), each) for each in encodings], source.encoding)
        delimiters = dict.fromkeys((*DELIMITERS, source.delimiter)) if source.delimiter else ()
        self._fill(self.delimiter, [(file_words.delimiter_name(each), each) for each in delimiters], source.delimiter)
        sheets = [(self._sheet_name(each.name, hidden=each.hidden), each.name) for each in found.sheets]
        self._fill(self.sheet, sheets, source.sheet)
        rows = [(self.tr("row {number}").format(number=each), each) for each in range(1, ROWS_OFFERED + 1)]
        if source.header_row is not None and source.header_row > ROWS_OFFERED:
            rows.append((self.tr("row {number}").format(number=source.header_row), source.header_row))
        self._fill(self.header, [(self.tr("no row: there are none"), 0), *rows], source.header_row or 0)
        blockers.clear()
        self.hidden.setVisible(bool(found.hidden_rows))
        self.hidden.setChecked(source.hidden)
        for _, box, label in self._boxes:
            label.setVisible(box.count() > 1)
            box.setVisible(box.count() > 1)
            box.setMinimumWidth(self._needed(box))  # else those with few words give way to the room of long ones

    def _needed(self, box: ElidingComboBox) -> int:
        """The width at which a box shows what is chosen to its end, in pixels."""
        metrics = box.fontMetrics()
        longest = max((metrics.horizontalAdvance(box.itemText(at)) for at in range(box.count())), default=0)
        beside = QComboBox.sizeHint(box).width() + _LITTLE - longest
        return min(metrics.horizontalAdvance(box.currentText()) + beside, _MOST_KEPT)

    def _sheet_name(self, name: str, *, hidden: bool) -> str:
        return self.tr("{sheet} (hidden)").format(sheet=name) if hidden else name

    def _fill(self, box: ElidingComboBox, entries: Sequence[tuple[str, object]], chosen: object) -> None:
        box.clear()
        for words, value in entries:
            box.addItem(words, value)
        box.setCurrentIndex(max(box.findData(chosen), 0))

    def _chosen(self) -> None:
        if self._source is None:
            return
        import dataclasses

        source = dataclasses.replace(
            self._source,
            encoding=self.encoding.currentData() or "",
            delimiter=self.delimiter.currentData() or "",
            sheet=self.sheet.currentData() or "",
            header_row=self.header.currentData() or None,
            hidden=self.hidden.isChecked(),
        )
        if source != self._source:
            self.changed.emit(source)
