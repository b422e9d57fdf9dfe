"""The form of an SMS: its text, and into how many parts it will be cut."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from scoro_desktop.messages.channels.sms.equals import outsiders
from scoro_desktop.messages.channels.sms.limits import GSM7_UNITS, UCS2_UNITS
from scoro_desktop.messages.request import Channel
from scoro_desktop.scorocode.account import Account
from scoro_desktop.scorocode.cost import Reach
from scoro_desktop.ui.channels.sms.sms_meter import SmsMeter
from scoro_desktop.ui.compose.form_tools import FormTools
from scoro_desktop.ui.compose.one_section_form import ELSEWHERE, OneSectionForm
from scoro_desktop.ui.compose.section_form import SectionForm
from scoro_desktop.ui.compose.text_fields import TextField, with_emoji
from scoro_desktop.ui.compose.value_fields import FlagField
from scoro_desktop.ui.kit import tab_order
from scoro_desktop.ui.kit.plain_text import letters_of, utf16_length

TEXT = ("msg", "text")
MARK: Final = QColor("#B45309")
TINT: Final = QColor(226, 179, 65, 70)
"""Amber, thin enough to read on white and on black; the wave under it tells the mark without colour."""
MOST_HEIGHT: Final = 160
LEAST_HEIGHT: Final = 72
BESIDE_TEXT: Final = 256
"""The height of everything above the text and below it, its price included, in pixels."""


class SmsSection(SectionForm):
    """The one section of an SMS."""

    def __init__(self, parent: QWidget | None = None, *, tools: FormTools | None = None) -> None:
        super().__init__(self.tr("Text message"), (), parent, tools=tools, elsewhere=ELSEWHERE)
        self.setProperty("role", "")  # the only section needs no frame around it
        if (column := self.layout()) is not None:
            column.setContentsMargins(0, 0, 0, 0)
        self.switch.hide()
        self.text = TextField(self.tr("Text"))
        self.text.edit().setFixedHeight(MOST_HEIGHT)
        units, unicode_units = GSM7_UNITS[0], UCS2_UNITS[0]
        hint = self.tr("An emoji makes the SMS Unicode: {few} characters fit one part, not {many}.")
        with_emoji(self.text, self.tools.recent_emoji, hint.format(few=unicode_units, many=units))
        self.add(TEXT, self.text)
        self.add(
            ("debug",),
            FlagField(self.tr("Ask the server for its debug log"), self.tr("The message is sent anyway."), on=True),
            more=True,
        )


class SmsForm(OneSectionForm):
    """Reads and fills the widgets of an SMS."""

    def __init__(self, parent: QWidget | None = None, *, tools: FormTools | None = None) -> None:
        section = SmsSection(tools=tools)
        super().__init__(Channel.SMS, section, section.text, parent)
        self.text = section.text
        self.meter = SmsMeter(self)
        self.meter.replace_wanted.connect(self._replace)
        self.meter.strip_wanted.connect(self._strip)
        self.meter.account_wanted.connect(lambda: self.account_wanted.emit("sms_price"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(section)
        column.addWidget(self.meter)
        column.addStretch(1)
        self._follow()
        tab_order.follow_layout(self)

    def take_room(self, height: int) -> None:
        """In a low window the text gives way: what it costs, and what would make it cheaper, must stay in sight."""
        self.text.edit().setFixedHeight(min(max(height - BESIDE_TEXT, LEAST_HEIGHT), MOST_HEIGHT))

    def show_account(self, account: Account | None) -> None:
        """Adds what the account adds, and reckons with its prices."""
        self.meter.show_account(account)
        self.mark()

    def show_reach(self, reach: Reach | None, count: int | None) -> None:
        """Tells what it costs for these people."""
        self.meter.show_reach(reach, count)

    def _follow(self) -> None:
        text = self.text.value()
        self.meter.show_text(text if isinstance(text, str) else "")
        self.mark()

    def mark(self) -> None:
        """Marks the characters that make the text longer than its words are."""
        edit, text = self.text.edit(), letters_of(self.text.edit().document())
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
        edit = self.text.edit()
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
        edit = self.text.edit()
        text = letters_of(edit.document())
        cursor = QTextCursor(edit.document())
        cursor.setPosition(utf16_length(text.rstrip()))
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
