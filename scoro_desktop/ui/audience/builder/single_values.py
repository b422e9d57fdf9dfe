"""Editors of one value: a text, a number, yes or no."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QWidget

from scoro_desktop.audience.conditions_values import as_text, one_value
from scoro_desktop.ui.audience.builder.offering_line import OfferingLine
from scoro_desktop.ui.audience.builder.offers import Known
from scoro_desktop.ui.kit.no_wheel import ElidingComboBox
from scoro_desktop.ui.kit.one_line import keep_to_one_line
from scoro_desktop.ui.kit.unhurried import soon
from scoro_desktop.wire import JsonValue


class ValueEditor(QWidget):
    """Edits a value. `edited`: by the person. `entered`: Enter was pressed, which ends a row.

    `many_pasted(str)`: what was pasted as the whole value has several lines.
    """

    many_pasted = Signal(str)
    edited = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(4)

    def value(self) -> JsonValue:
        """Returns its value; a number as the text that is typed, None where it holds nothing."""
        raise NotImplementedError

    def show_value(self, value: JsonValue) -> None:
        """Shows a value, None to be empty; emits nothing."""
        raise NotImplementedError

    def show_offers(self) -> None:
        """Shows whether values of the field are known that can be chosen."""

    def name(self, name: str) -> None:
        """Returns its name for a screen reader."""
        for each in self.tab_stops():
            each.setAccessibleName(name)

    def tab_stops(self) -> list[QWidget]:
        """Lists the stops of the keyboard, in order."""
        raise NotImplementedError


class LineValue(ValueEditor):
    """A line of text, or a number as it is written. `known`: what is offered to choose from."""

    def __init__(self, placeholder: str, parent: QWidget | None = None, known: Known = tuple) -> None:
        super().__init__(parent)
        self.line = OfferingLine(known, self)
        self.line.setMaxLength(1_000_000)
        keep_to_one_line(self.line).broken.connect(self._broken)
        self.line.setPlaceholderText(placeholder)
        self._line.addWidget(self.line)
        self.line.textEdited.connect(self.edited)
        self.line.returnPressed.connect(self.entered)

    def _broken(self, text: str) -> None:
        if text == QGuiApplication.clipboard().text():
            soon(self, lambda: self.many_pasted.emit(text))  # once the line has it

    def value(self) -> JsonValue:
        """The text, less breaks of lines and what stands around it and is not seen."""
        return one_value(self.line.text())

    def show_value(self, value: JsonValue) -> None:
        """A text, or a number as JSON writes it."""
        text = "" if value is None else as_text(value)
        if text not in {self.line.text(), self.value()}:  # a blank at the end is where another word is about to begin
            self.line.setText(text)
            self.line.setCursorPosition(0)

    def show_offers(self) -> None:
        """The arrow that opens them."""
        self.line.show_arrow()

    def tab_stops(self) -> list[QWidget]:
        """The line."""
        return [self.line]


class YesNoValue(ValueEditor):
    """Yes, no, or not chosen yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = ElidingComboBox(self)
        self.box.addItem(self.tr("yes"), True)
        self.box.addItem(self.tr("no"), False)
        self.box.setPlaceholderText(self.tr("yes or no"))
        self.box.setCurrentIndex(-1)
        self._line.addWidget(self.box)
        self.box.activated.connect(lambda: self.edited.emit())

    def value(self) -> JsonValue:
        """True, False, or None."""
        chosen = self.box.currentData()
        return None if chosen is None else bool(chosen)

    def show_value(self, value: JsonValue) -> None:
        """True or False; anything else shows that nothing is chosen."""
        self.box.setCurrentIndex({True: 0, False: 1}.get(value, -1) if isinstance(value, bool) else -1)

    def tab_stops(self) -> list[QWidget]:
        """The box."""
        return [self.box]
