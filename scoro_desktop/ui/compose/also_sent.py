"""Keys that an opened message carries beyond the fields of a form: listed, edited as JSON, or taken out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Collection

    from scoro_desktop.messages.problems import FieldPath
    from scoro_desktop.ui.editor.editing import Editing
    from scoro_desktop.wire import JsonObject

MOST_SHOWN: Final = 2000
"""The most characters that are listed of what is carried along."""


class AlsoSent(QWidget):
    """Hidden while there is nothing to list. Nothing may be written at the paths `elsewhere`. `of`: the section.

    `written(dict)`: the person wrote this in its place. `drop_wanted`: none of it is to be sent.
    """

    written = Signal(object)
    drop_wanted = Signal()

    def __init__(
        self, editing: Editing, elsewhere: Collection[FieldPath] = (), parent: QWidget | None = None, *, of: str = ""
    ) -> None:
        super().__init__(parent)
        self._editing = editing
        self._elsewhere = elsewhere
        self._also: JsonObject = {}
        heading = QLabel(self.tr("Also sent: {section}").format(section=of) if of else self.tr("Also sent"), self)
        heading.setProperty("role", "label")
        help_text = QLabel(self.tr("The form has no fields for these. They are sent as they came."), self)
        help_text.setProperty("role", "help")
        help_text.setWordWrap(True)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        edit = QPushButton(self.tr("Edit…"), self)
        edit.clicked.connect(self.edit)
        drop = QPushButton(self.tr("Do not send these"), self)
        drop.clicked.connect(self.drop_wanted)
        for button in (edit, drop):
            button.setProperty("role", "link")
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (heading, self._text, help_text):
            column.addWidget(widget)
        column.addLayout(row)
        self.hide()

    def show_carried(self, also: JsonObject) -> None:
        """Lists what is sent beside the fields."""
        if also and not self._also:
            from scoro_desktop.ui.kit.fixed_font import fixed_font  # seldom wanted, and not before the first frame

            self._text.setFont(fixed_font())
        self._also = also
        self.setVisible(bool(also))
        text = json.dumps(also, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace").decode("utf-8")
        self._text.setText(text if len(text) <= MOST_SHOWN else text[:MOST_SHOWN] + "…")

    def edit(self) -> None:
        """Opens it in the editor of JSON."""
        from scoro_desktop.jsontext.object_rules import object_without
        from scoro_desktop.ui.compose.fields import offer_names
        from scoro_desktop.ui.editor.value_pane import JsonDialog

        dialog = JsonDialog(
            self.tr("Also sent"),
            self.tr("Sent along with the fields. A key that has a field goes to its field."),
            self.tr("Apply"),
            _as_text(self._also),
            self._editing,
            object_without(self._elsewhere),
            self,
        )
        dialog.accepted.connect(lambda: self.written.emit(dialog.value()))
        dialog.pane.editor.braces_opened.connect(lambda: offer_names(dialog.pane.editor))
        dialog.open()


def _as_text(also: JsonObject) -> str:
    """Returns the list as text to edit: half a character stands in it as an escape, which can be seen and mended."""
    text = json.dumps(also, ensure_ascii=False)
    return json.dumps(also) if any("\ud800" <= each <= "\udfff" for each in text) else text
