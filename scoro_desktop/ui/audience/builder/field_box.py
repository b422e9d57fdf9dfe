"""The field of a condition: chosen from those that are known, or typed."""

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QCompleter, QListView, QWidget

from scoro_desktop.audience.conditions_values import one_line
from scoro_desktop.audience.known_values import KnownValue, known_values
from scoro_desktop.audience.schema import Field, FieldType, offered
from scoro_desktop.ui.audience.builder.detail import DetailDelegate, item_with_detail
from scoro_desktop.ui.audience.builder.operator_words import type_words
from scoro_desktop.ui.kit.no_wheel import ElidingComboBox
from scoro_desktop.ui.kit.one_line import LineEdit

ValuesOf: TypeAlias = Callable[[str], Sequence[KnownValue]]
"""The known values of a field, by its dotted path."""

_BESIDE: Final = 2
"""In pixels: what Qt leaves free on either side of the letters of a line."""


class FieldModel(QStandardItemModel):
    """The fields of the collection, for every row the same. Secret ones are known by their type but never listed.

    `values_of` tells what is known of a field's values; it is asked each time that they are wanted.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._types: dict[str, FieldType] = {}
        self.values_of: ValuesOf = lambda name: known_values(name, {})

    def show_fields(self, fields: Sequence[Field]) -> None:
        """Takes the place of all fields before."""
        self._types = {field.name: field.type for field in fields}
        self.clear()
        for field in offered(fields):
            self.appendRow(item_with_detail(field.name, type_words(field)))

    def type_of(self, name: str) -> FieldType:
        """The type of a field, UNKNOWN where there is none of that name."""
        return self._types.get(name, FieldType.UNKNOWN)


class NameLine(LineEdit):
    """A name that ends with an ellipsis where it does not fit and nobody is typing it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line, or as much of a name as there is room for."""
        text, within = self.text(), self.rect().adjusted(_BESIDE, 0, -_BESIDE, 0)
        if self.hasFocus() or self.fontMetrics().horizontalAdvance(text) <= within.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        said = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, within.width())
        painter.drawText(within, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)
        painter.end()


class FieldBox(ElidingComboBox):
    """`typed`: its text is being edited. `chosen`: one was picked from the list, or typing has ended."""

    typed = Signal()
    chosen = Signal()

    def __init__(self, fields: FieldModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_typing = False
        self._proposals: tuple[QCompleter, QListView] | None = None
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setModel(fields)
        self.setCurrentIndex(-1)
        self.view().setItemDelegate(DetailDelegate(self.view()))
        self._line = NameLine(self)
        self.setLineEdit(self._line)
        # Qt's own completer would put "age" in the place of "Age" when the focus leaves. Ours only proposes.
        self.setCompleter(None)  # type: ignore[arg-type]
        self._line.setPlaceholderText(self.tr("field"))
        self._line.setAccessibleName(self.tr("Field of the condition"))
        self._line.setMaxLength(1_000)
        self._line.textEdited.connect(self._edited)
        self._line.editingFinished.connect(self._finished)
        self.activated.connect(self._picked)

    def name(self) -> str:
        """Returns the name that is chosen or typed, without space around it."""
        return one_line(self.currentText()).strip()

    def show_name(self, name: str) -> None:
        """Shows a field, to the letter."""
        self.setCurrentIndex(self.findText(name, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchCaseSensitive))
        self.setEditText(name)
        self._line.setCursorPosition(0)
        self._is_typing = False

    def showPopup(self) -> None:
        """Opens the list at the field that is typed, where it is one of them."""
        found = self.findText(self.name(), Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchCaseSensitive)
        if found >= 0:
            self.setCurrentIndex(found)
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Opens the list where Qt would put a neighbour in the place of what is typed."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.showPopup()
            event.accept()
            return
        super().keyPressEvent(event)

    def show_again(self, name: str) -> None:
        """The same after the list was filled anew, which empties the line: who is typing goes on at its end."""
        goes_on = self._is_typing and self._line.hasFocus()
        self.show_name(name)
        if goes_on:
            self._is_typing = True
            self._line.end(False)

    def _edited(self, text: str) -> None:
        self._is_typing = True
        self._propose(text)
        self.typed.emit()

    def _propose(self, text: str) -> None:
        completer, popup = self._proposals or self._make_proposals()
        completer.setCompletionPrefix(text)
        names = completer.completionModel()
        only_itself = names.rowCount() == 1 and names.index(0, 0).data() == text
        if text and names.rowCount() and not only_itself:
            width = max(self.width(), min(popup.sizeHintForColumn(0) + 32, 420))
            corner = self._line.mapFrom(self, self.rect().topLeft())
            completer.complete(QRect(corner.x(), corner.y(), width, self.height()))
        else:
            popup.hide()

    def _make_proposals(self) -> tuple[QCompleter, QListView]:
        # Made when first needed: its list is a window of its own, and a query can have hundreds of rows.
        completer, popup = QCompleter(self.model(), self), QListView()
        completer.setPopup(popup)
        completer.setWidget(self._line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup.setProperty("role", "offers")
        popup.setItemDelegate(DetailDelegate(popup))
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        completer.activated.connect(self._proposal_taken)
        self._proposals = completer, popup
        return self._proposals

    def _proposal_taken(self, name: str) -> None:
        self.show_name(name)
        self.chosen.emit()

    def _picked(self) -> None:
        self._is_typing = False
        self.chosen.emit()

    def _finished(self) -> None:
        if self._is_typing and not (self._proposals and self._proposals[1].isVisible()):
            self._is_typing = False
            self.chosen.emit()
