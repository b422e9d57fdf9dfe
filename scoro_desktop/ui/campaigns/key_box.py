"""By which column people are found, what it holds, and for which country phones are written in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from scoro_desktop.ui.kit.no_wheel import ElidingComboBox
from scoro_desktop.ui.kit.wrapped import wrapped
from scoro_desktop.ui.words.country_words import country_name

if TYPE_CHECKING:
    from scoro_desktop.ui.campaigns.fields_box import Filler

translate = QCoreApplication.translate
KINDS = ("phone", "email", "_id", "username")
"""The fields of a user by which rows can find people (`recipients.columns.KeyKind`)."""


def kind_word(kind: str) -> str:
    """Names what a key column holds."""
    match kind:
        case "phone":
            return translate("campaigns", "phone")
        case "email":
            return translate("campaigns", "e-mail")
        case "_id":
            return translate("campaigns", "user id")
        case "username":
            return translate("campaigns", "user name")
        case _:
            return kind


class KeyBox(QWidget):
    """`changed(column, kind, country, take)`: people are to be found in another way; the column is -1 for none."""

    changed = Signal(int, str, str, str)

    def __init__(self, countries: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """`countries`: (code of two letters, prefix), the usual one first."""
        super().__init__(parent)
        self.column = ElidingComboBox(self)
        self.kind = ElidingComboBox(self, as_wide_as_words=True)
        self.country = ElidingComboBox(self)
        for each in KINDS:
            self.kind.addItem(kind_word(each), each)
        for code, prefix in countries:
            self.country.addItem(country_name(code, prefix), code)
        self.take = ElidingComboBox(self)
        for words, value in (
            (self.tr("leave the row out"), "ask"),
            (self.tr("take the first"), "first"),
            (self.tr("take the last"), "last"),
        ):
            self.take.addItem(words, value)
        self._column_label = self._label(self.tr("Column"), self.column, self.tr("People are found by the column"))
        self._kind_label = self._label(self.tr("which holds"), self.kind)
        self._country_label = self._label(self.tr("Phones without a country code are of"), self.country)
        self._take_label = self._label(self.tr("Where a cell has two numbers"), self.take)
        self._note = wrapped(self, "problem")
        self._note.hide()
        for box in (self.column, self.kind, self.country, self.take):
            box.activated.connect(self._chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._row((self._column_label, self.column, 1), (self._kind_label, self.kind, 0)))
        column.addWidget(self._note)
        column.addLayout(self._row((self._country_label, self.country, 1)))
        column.addLayout(self._row((self._take_label, self.take, 1)))

    def show_key(
        self, columns: Sequence[Filler], at: int, kind: str, country: str, take: str, problem: str = ""
    ) -> None:
        """Shows by what people are found now. `problem`: what is wrong with it, empty where nothing is."""
        blockers = [QSignalBlocker(box) for box in (self.column, self.kind, self.country, self.take)]
        self.column.clear()
        self.column.addItem(self.tr("choose…"), -1)
        for each in columns:
            self.column.addItem(each.name, each.at)
        self.column.setCurrentIndex(max(self.column.findData(at), 0))
        self.kind.setCurrentIndex(max(self.kind.findData(kind), 0))
        self.country.setCurrentIndex(max(self.country.findData(country), 0))
        self.take.setCurrentIndex(max(self.take.findData(take), 0))
        blockers.clear()
        of_phones: tuple[QWidget, ...] = (self._country_label, self.country, self._take_label, self.take)
        for widget in of_phones:
            widget.setVisible(kind == "phone")
        self._note.setText(problem)
        self._note.setVisible(bool(problem))

    def _row(self, *parts: tuple[QLabel, QWidget, int]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        for label, box, stretch in parts:
            beside = QVBoxLayout()
            beside.setSpacing(4)
            beside.addWidget(label)
            beside.addWidget(box)
            row.addLayout(beside, stretch)
        return row

    def _label(self, words: str, box: QWidget, name: str = "") -> QLabel:
        label = wrapped(self, "muted")
        label.setText(words)
        label.setBuddy(box)
        box.setAccessibleName(name or words)
        return label

    def _chosen(self) -> None:
        self.changed.emit(
            int(self.column.currentData()),
            str(self.kind.currentData()),
            str(self.country.currentData() or ""),
            str(self.take.currentData()),
        )
