"""The form of an SMS: its text, and into how many parts it will be cut."""

import copy
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from scoro_desktop.messages.channels.sms.equals import outsiders
from scoro_desktop.messages.channels.sms.limits import GSM7_UNITS, UCS2_UNITS
from scoro_desktop.messages.problems import FieldPath, Problem
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.scorocode.account import Account
from scoro_desktop.scorocode.cost import Reach
from scoro_desktop.ui.channels.sms.sms_meter import SmsMeter
from scoro_desktop.ui.compose.fields import Field
from scoro_desktop.ui.compose.form_tools import FormTools
from scoro_desktop.ui.compose.message_form import MessageForm
from scoro_desktop.ui.compose.parts import Part, of_section
from scoro_desktop.ui.compose.section_form import SectionForm
from scoro_desktop.ui.compose.text_fields import TextField, with_emoji
from scoro_desktop.ui.compose.value_fields import FlagField
from scoro_desktop.ui.kit import tab_order
from scoro_desktop.ui.kit.plain_text import letters_of, utf16_length
from scoro_desktop.wire import JsonObject

TEXT = ("msg", "text")
ELSEWHERE: Final = (("app",), ("cli",), ("acc",), ("sess",), ("coll",), ("query",))
"""What is told in other places than its JSON: keys by the account, who gets it by the audience."""
MARK: Final = QColor("#B45309")
TINT: Final = QColor(226, 179, 65, 70)
"""Amber, thin enough to read on white and on black; the wave under it tells the mark without colour."""
MOST_HEIGHT: Final = 160
LEAST_HEIGHT: Final = 72
BESIDE_TEXT: Final = 260
"""What stands above the text and below it, its price included, in pixels."""


class SmsSection(SectionForm):
    """The one section of an SMS."""

    def __init__(self, parent: QWidget | None = None, *, tools: FormTools | None = None) -> None:
        super().__init__(self.tr("Text message"), (), parent, tools=tools, elsewhere=ELSEWHERE)
        self.switch.hide()
        self.text = TextField(self.tr("Text"))
        self.text.edit().setFixedHeight(MOST_HEIGHT)
        units, unicode_units = GSM7_UNITS[0], UCS2_UNITS[0]
        hint = self.tr("An emoji makes the SMS Unicode: {few} characters fit one part, not {many}.")
        with_emoji(self.text, self.tools.recent_emoji, hint.format(few=unicode_units, many=units))
        self.add(TEXT, self.text)
        self.add(
            ("debug",),
            FlagField(
                self.tr("Ask the server for its debug log"), self.tr("The message is sent all the same."), on=True
            ),
            more=True,
        )


class SmsForm(MessageForm):
    """Reads and fills the widgets of an SMS."""

    def __init__(self, parent: QWidget | None = None, *, tools: FormTools | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._section = SmsSection(self, tools=tools)
        self.meter = SmsMeter(self)
        self.meter.replace_wanted.connect(self._replace)
        self.meter.strip_wanted.connect(self._strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._section)
        column.addWidget(self.meter)
        column.addStretch()
        self._section.field_edited.connect(self.field_edited)
        self._section.changed.connect(self._edited)
        self._show_parts()
        tab_order.follow_layout(self)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the height of what it is scrolled in."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ParentChange and (port := self.parentWidget()) is not None:
            port.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In a low window the text gives way: what it costs, and what would make it cheaper, must stay in sight."""
        if watched is self.parentWidget() and isinstance(event, QResizeEvent):
            height = min(max(event.size().height() - BESIDE_TEXT, LEAST_HEIGHT), MOST_HEIGHT)
            self._section.text.edit().setFixedHeight(height)
        return super().eventFilter(watched, event)

    def request(self) -> Request:
        """The message as it stands, with no audience yet."""
        body = self._section.content()
        body.setdefault("msg", {})
        return Request.from_wire(Channel.SMS, body)

    def load(self, request: Request) -> None:
        """Fills the form with a message."""
        body = copy.deepcopy(request.to_wire())
        for key in ("coll", "query"):
            if key in body and key not in request.extra:
                del body[key]
        self._section.load(body)
        self._show_parts()

    def state(self) -> JsonObject:
        """Everything in the form, to be put back with `restore`."""
        return {"section": self._section.state()}

    def restore(self, state: JsonObject) -> None:
        """Puts back what `state` gave; what is not of its shape is left out."""
        section = state.get("section")
        self._section.restore(section if isinstance(section, dict) else {})
        self._show_parts()

    def fill(self, values: Mapping[str, str]) -> None:
        """Puts values in the place of the variables in the message."""
        self._section.fill(values)

    def parts(self) -> list[Part]:
        """Everything in the form that can differ by itself, for undoing."""
        return of_section("section", self._section)

    def parts_restored(self) -> None:
        """Parts were put back: what follows from them follows, and `changed` tells."""
        self._section.notice.hide()  # its way back may lead into what stood here before
        self._edited()

    def input_problems(self) -> list[Problem]:
        """Nothing here can be typed that cannot be read."""
        return self._section.input_problems()

    def owner(self, path: FieldPath) -> Field | None:
        """The field that a problem's path is about."""
        return self._section.owner(path) or self._section.text

    def place_of(self, path: FieldPath) -> str:
        """The place that a path is about in words."""
        return (self._section.owner(path) or self._section.text).name()

    def fields(self) -> list[Field]:
        """Every field."""
        return self._section.fields()

    def show_section_problem(self, path: FieldPath, text: str, *, warning: bool) -> None:  # noqa: ARG002 (it has one)
        """Shows a problem that is about no one field."""
        self._section.show_problem(text, warning=warning)

    def clear_section_problems(self) -> None:
        """Takes away what `show_section_problem` showed."""
        self._section.clear_problem()

    def tell_folded(self) -> None:
        """Tells beside "More" what it folds away."""
        self._section.tell_folded()

    def reveal(self, path: FieldPath) -> QWidget:
        """The widget to put the keyboard on for a problem's path."""
        return self._section.reveal(path)

    def first(self) -> QWidget:
        """Returns the widget in which writing begins."""
        return self._section.text.edit()

    def show_account(self, account: Account | None) -> None:
        """Adds what the account adds, and reckons with its prices."""
        self.meter.show_account(account)
        self.mark()

    def show_reach(self, reach: Reach | None, count: int | None) -> None:
        """Tells what it costs for these people."""
        self.meter.show_reach(reach, count)

    def _edited(self) -> None:
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        text = self._section.text.value()
        self.meter.show_text(text if isinstance(text, str) else "")
        self.mark()

    def mark(self) -> None:
        """Marks the characters that make the text longer than its words are."""
        edit, text = self._section.text.edit(), letters_of(self._section.text.edit().document())
        marks = []
        for each in self.meter.marked():
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(edit.document())
            cursor.setPosition(utf16_length(text[: each.start]))
            cursor.setPosition(utf16_length(text[: each.end]), QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setUnderlineColor(MARK)
            look.setBackground(TINT)
            mark.format = look
            marks.append(mark)
        edit.setExtraSelections(marks)

    def _replace(self) -> None:
        """Puts equals in the place of what has one; one step for whoever takes it back."""
        edit = self._section.text.edit()
        text = letters_of(edit.document())
        cursor = QTextCursor(edit.document())
        cursor.beginEditBlock()
        for each in reversed(outsiders(text).changed()):
            cursor.setPosition(utf16_length(text[: each.start]))
            cursor.setPosition(utf16_length(text[: each.end]), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(each.equal)
        cursor.endEditBlock()
        edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _strip(self) -> None:
        """Takes out the blanks at the end; one step for whoever takes it back."""
        edit = self._section.text.edit()
        text = letters_of(edit.document())
        cursor = QTextCursor(edit.document())
        cursor.setPosition(utf16_length(text.rstrip()))
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
