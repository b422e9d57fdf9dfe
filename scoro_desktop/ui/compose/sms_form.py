"""The form of an SMS: its text, and into how many parts it will be cut."""

import copy

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from scoro_desktop.messages.problems import FieldPath, Problem
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.messages.sms_parts import split
from scoro_desktop.ui import tab_order
from scoro_desktop.ui.compose.fields import Field
from scoro_desktop.ui.compose.section_form import SectionForm
from scoro_desktop.ui.compose.text_fields import TextField
from scoro_desktop.ui.compose.value_fields import FlagField
from scoro_desktop.wire import JsonObject

TEXT = ("msg", "text")


class SmsSection(SectionForm):
    """The one section of an SMS."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Text message"), (), parent)
        self.switch.hide()
        self.text = TextField(self.tr("Text"))
        self.text.edit().setFixedHeight(160)
        self.add(TEXT, self.text)
        self.add(
            ("debug",),
            FlagField(
                self.tr("Ask the server for its debug log"), self.tr("The message is sent all the same."), on=True
            ),
            more=True,
        )


class SmsForm(QWidget):
    """Reads and fills the widgets of an SMS; decides nothing."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._section = SmsSection(self)
        self._parts = QLabel(self)
        self._parts.setProperty("role", "help")
        self._parts.setTextFormat(Qt.TextFormat.PlainText)
        self._parts.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._section)
        column.addWidget(self._parts)
        column.addStretch()
        self._section.changed.connect(self._edited)
        self._show_parts()
        tab_order.follow_layout(self)

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

    def input_problems(self) -> list[Problem]:
        """Nothing here can be typed that cannot be read."""
        return self._section.input_problems()

    def owner(self, path: FieldPath) -> Field | None:
        """The field that a problem's path is about."""
        return self._section.owner(path) or self._section.text

    def fields(self) -> list[Field]:
        """Every field."""
        return self._section.fields()

    def show_section_problem(self, _path: FieldPath, text: str, *, warning: bool) -> None:
        """Shows a problem that is about no one field."""
        self._section.show_problem(text, warning=warning)

    def clear_section_problems(self) -> None:
        """Takes away what `show_section_problem` showed."""
        self._section.clear_problem()

    def reveal(self, path: FieldPath) -> QWidget:
        """The widget to put the keyboard on for a problem's path."""
        return self._section.reveal(path)

    def first(self) -> QWidget:
        """Where writing begins."""
        return self._section.text.edit()

    def _edited(self) -> None:
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        text = self._section.text.value()
        if not isinstance(text, str):
            self._parts.setText(self.tr("One part holds 160 Latin characters, or 70 Cyrillic ones."))
            return
        parts = split(text)
        alphabet = self.tr("GSM 7-bit") if parts.alphabet == "gsm7" else self.tr("Unicode (UCS-2)")
        self._parts.setText(
            self.tr("{parts} · {alphabet} · {left}").format(
                parts=self.tr("%Ln part(s)", "", len(parts.parts)),
                alphabet=alphabet,
                left=self.tr("%Ln unit(s) left in this part", "", parts.units_left),
            )
        )
