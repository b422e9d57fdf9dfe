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
"""The fields of a user by which rows can find people (`recipients.columns.KeyKind`); an application has its own too."""
KIND_WIDTH = 180
"""In pixels: the column beside it stays readable, whatever a field is called."""


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
        self._fields: list[str] = []
        self.kind.setMaximumWidth(KIND_WIDTH)
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
        self._kind_label = self._label(self.tr("What it holds"), self.kind)
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

    def offer(self, fields: Sequence[str]) -> None:
        """Offers further fields of people that the column may hold."""
        wanted = [each for each in fields if each not in KINDS]
        if wanted == self._fields:
            return
        self._fields = wanted
        chosen = self.kind.currentData()
        blocker = QSignalBlocker(self.kind)
        while self.kind.count() > len(KINDS):
            self.kind.removeItem(len(KINDS))
        if wanted:
            self.kind.insertSeparator(len(KINDS))
        for each in wanted:
            self.kind.addItem(self.tr("field {name}").format(name=each), each)
        self._choose_kind(str(chosen))
        blocker.unblock()

    def _choose_kind(self, kind: str) -> None:
        """Shows a kind, also one of a campaign whose fields are not known at this moment."""
        if self.kind.findData(kind) < 0:
            self.kind.addItem(self.tr("field {name}").format(name=kind), kind)
        self.kind.setCurrentIndex(self.kind.findData(kind))

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
        self._choose_kind(kind)
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
        for each in (box, label):  # a list to choose from is named by its label on Linux
            each.setAccessibleName(name or words)
        return label

    def _chosen(self) -> None:
        self.changed.emit(
            int(self.column.currentData()),
            str(self.kind.currentData()),
            str(self.country.currentData() or ""),
            str(self.take.currentData()),
        )
