"""The dialog that asks for the variables of a message: one field each, and the message as it will read."""

import dataclasses
import itertools
import re
from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.messages.variables import (
    Use,
    Variable,
    VariableNotes,
    fallback_of,
    fill,
    names,
    unpaired_in,
    uses,
    written,
)
from scoro_desktop.ui.kit.check_box import WrappingCheckBox
from scoro_desktop.ui.kit.one_line import LineEdit
from scoro_desktop.ui.kit.tab_order import follow_layout
from scoro_desktop.ui.templates import template_words
from scoro_desktop.ui.templates.message_card import MessageCard
from scoro_desktop.wire import JsonObject

_BREAKS: Final = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")


class VariableField(QWidget):
    """One variable: its name above the value, what it is for and where it stands below.

    `in_query`: it stands in the query too, which no app on a device reads: it has to be given a value. `is_of_each`: a
    campaign with the message has another value for each person.
    """

    changed = Signal()

    def __init__(
        self,
        variable: Variable,
        where: str,
        *,
        as_it_stands: bool,
        in_query: bool = False,
        is_of_each: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.name = variable.name
        label = QLabel(variable.name, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "label")
        self.edit = LineEdit("" if is_of_each else variable.default, self)
        label.setBuddy(self.edit)
        self.edit.setAccessibleName(variable.name)
        help_text = QLabel(self)
        help_text.setTextFormat(Qt.TextFormat.PlainText)
        help_text.setProperty("role", "help")
        help_text.setWordWrap(True)
        stands = self.tr("Used in: {places}").format(places=where)
        of_each = self.tr("A campaign fills it for each person: leave it empty. A value here is the same for everyone.")
        help_text.setText("\n".join(filter(None, (variable.description, stands, of_each if is_of_each else ""))))
        self.edit.setAccessibleDescription(help_text.text())
        self.keep = WrappingCheckBox(
            self.tr("Send “{variable}” as it is").format(variable=written(variable.name)), self
        )
        self.keep.setToolTip(self.tr("For an app that fills it in itself, on the device"))
        self.keep.setChecked(as_it_stands and not in_query)
        self.keep.setHidden(in_query)
        for each in (label, help_text):
            each.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (label, self.edit, help_text, self.keep):
            column.addWidget(widget)
        self.edit.setEnabled(not self.keep.isChecked())
        self.edit.textChanged.connect(self.changed)
        self.keep.toggled.connect(self._kept)

    def value(self) -> str:
        """Returns the value to put in, one line; empty where nothing is."""
        return "" if self.keep.isChecked() else _BREAKS.sub(" ", self.edit.text())

    def _kept(self, kept: bool) -> None:
        self.edit.setEnabled(not kept)
        self.changed.emit()


class BracesField(QWidget):
    """Braces of the message that do not pair up: they may be sent as they stand, where that is meant."""

    changed = Signal()

    def __init__(self, place: str, *, as_it_stands: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self.keep = WrappingCheckBox(self.tr("Send “{variable}” as it is").format(variable=place), self)
        self.keep.setChecked(as_it_stands)
        help_text = QLabel(
            self.tr("These braces do not pair up. Fix them in the message, unless they are meant."), self
        )
        help_text.setProperty("role", "help")
        help_text.setTextFormat(Qt.TextFormat.PlainText)
        help_text.setWordWrap(True)
        self.keep.setAccessibleDescription(help_text.text())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.keep)
        column.addWidget(help_text)
        self.keep.toggled.connect(self.changed)


class FillDialog(QDialog):
    """`filled(values, notes)`: the values by name, of those that were given one, and what is known from here on.

    `later`: whether everything may be left for later, which is so when a template is opened. `of_each`: variables that
    a campaign with the message fills for each person.
    """

    filled = Signal(object, object)

    def __init__(
        self,
        message: Request,
        query: JsonObject | None,
        notes: VariableNotes,
        parent: QWidget | None = None,
        *,
        later: bool = False,
        of_each: Collection[str] = (),
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Fill in"))
        self.resize(760, 480)
        self._message = message
        self._query = query
        self._notes = notes
        in_message, in_query = list(uses(message.to_wire())), list(uses(query or {}))
        self.fields = [
            VariableField(
                _offered(notes.of(name), in_message),
                _where(message.channel, name, in_message, in_query),
                as_it_stands=name in notes.as_they_stand,
                in_query=any(each.name == name for each in in_query),
                is_of_each=name in of_each,
                parent=self,
            )
            for name in names([*in_message, *in_query])
        ]
        self.braces = [
            BracesField(place, as_it_stands=place in notes.as_they_stand, parent=self)
            for place in unpaired_in(message.to_wire())
        ]
        self.card = MessageCard(self)
        self._state = QLabel(self)
        self._state.setProperty("role", "help")
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._state.setWordWrap(True)
        self.fill = QPushButton(self.tr("Fill in"), self)
        self.fill.setProperty("role", "primary")
        self.fill.setDefault(True)
        self.fill.clicked.connect(self._fill_clicked)
        self.later = QPushButton(self.tr("Leave for later"), self)
        self.later.setVisible(later)
        self.later.clicked.connect(self._later_clicked)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.clicked.connect(self.reject)
        for button in (self.later, self.cancel):
            button.setAutoDefault(False)
        self._lay_out()
        for field in self.fields:
            field.changed.connect(self._show_state)
        for braces in self.braces:
            braces.changed.connect(self._show_state)
        self._show_state()
        if self.fields:
            self.fields[0].edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.fields[0].edit.selectAll()
        elif self.braces:
            self.braces[0].keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def values(self) -> dict[str, str]:
        """The values that were given, by name."""
        return {field.name: value for field in self.fields if (value := field.value())}

    def field(self, name: str) -> VariableField:
        """The field of a variable."""
        return next(each for each in self.fields if each.name == name)

    def _lay_out(self) -> None:
        page = QWidget(self)
        page.setProperty("role", "page")
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 12, 0)
        rows.setSpacing(16)
        for field in (*self.fields, *self.braces):
            rows.addWidget(field)
        rows.addStretch()
        left = _scrolled(page, self)
        reads = QLabel(self.tr("How it will read"), self)
        reads.setProperty("role", "label")
        shown = QWidget(self)
        shown.setProperty("role", "page")
        inner = QVBoxLayout(shown)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.card)
        inner.addStretch()
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(reads)
        right.addWidget(_scrolled(shown, self), 1)
        halves = QHBoxLayout()
        halves.setSpacing(16)
        halves.addWidget(left, 1)
        halves.addLayout(right, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.later)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.fill)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(halves, 1)
        column.addWidget(self._state)
        column.addLayout(buttons)
        follow_layout(page)
        # From value to value: whoever fills in ten of them is not led over ten boxes on the way.
        edits: list[QWidget] = [each.edit for each in self.fields]
        boxes = [each.keep for each in self.fields if not each.keep.isHidden()]
        for one, next_one in itertools.pairwise([*edits, *boxes, *(each.keep for each in self.braces)]):
            QWidget.setTabOrder(one, next_one)

    def _show_state(self) -> None:
        values = self.values()
        body, query = fill(self._message.to_wire(), values), fill(self._query, values)
        message = Request.from_wire(self._message.channel, body if isinstance(body, dict) else {})
        self.card.show_message(message, query if isinstance(query, dict) else None)
        left = [each.name for each in self.fields if each.name not in values and not each.keep.isChecked()]
        said = []
        if left:
            words = self.tr("Left empty: {variables}. Nothing can be sent until every value is filled in.")
            said.append(words.format(variables=", ".join(map(written, left))))
        if any(not each.keep.isChecked() for each in self.braces):
            said.append(self.tr("Nothing can be sent while braces do not pair up."))
        self._state.setText("\n".join(said))
        self._state.setVisible(bool(said))

    def _fill_clicked(self) -> None:
        self._leave_with(self.values())

    def _later_clicked(self) -> None:
        self._leave_with({})

    def _leave_with(self, values: dict[str, str]) -> None:
        kept = {each.name for each in self.fields if each.keep.isChecked()}
        kept |= {each.place for each in self.braces if each.keep.isChecked()}
        here = {each.name for each in self.fields} | {each.place for each in self.braces}
        as_they_stand = (self._notes.as_they_stand - here) | kept
        self.filled.emit(values, VariableNotes(self._notes.known, frozenset(as_they_stand)))
        self.accept()


def _offered(variable: Variable, in_message: Sequence[Use]) -> Variable:
    """The variable with what stands behind its bar in the message, where nothing else is known to offer."""
    return (
        variable if variable.default else dataclasses.replace(variable, default=fallback_of(in_message, variable.name))
    )


def _where(channel: Channel, name: str, in_message: Sequence[Use], in_query: Sequence[Use]) -> str:
    return template_words.places(
        channel,
        [each for each in in_message if each.name == name],
        in_query=any(each.name == name for each in in_query),
    )


def _scrolled(page: QWidget, parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the keyboard within
    area.setWidget(page)
    return area
