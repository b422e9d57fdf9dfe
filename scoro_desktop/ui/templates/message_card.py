"""A message and its audience as a card that can be read at a glance."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from scoro_desktop.messages.request import Request
from scoro_desktop.ui.audience.query_words import query_lines
from scoro_desktop.ui.channels.message_parts import request_parts
from scoro_desktop.ui.kit.fixed_font import fixed_font
from scoro_desktop.wire import JsonObject

translate = QCoreApplication.translate

JSON: Final = "JSON"
"""The label, in any language, of a part that is written in letters of one width."""
_BETWEEN: Final = 8
"""In pixels, above the label of all parts but the first."""


class MessageCard(QFrame):
    """The texts of a message and, where there is one, the conditions of its query."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._rows: list[QLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 12)
        self._column.setSpacing(4)

    def show_message(self, message: Request, query: JsonObject | None) -> None:
        """Shows a message. `query`: of its audience; None where it has none."""
        self.show_parts(message_parts(message, query))

    def show_parts(self, parts: Sequence[tuple[str, str]]) -> None:
        """Shows texts, each below its label; an empty label is left out."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows.clear()
        for label, text in parts:
            if label:
                self._add(label, "muted", above=_BETWEEN if self._rows else 0)
            self._add(text, "")
            if label == JSON:
                self._rows[-1].setFont(fixed_font())

    def text(self) -> str:
        """Returns the text that is shown, a part a line."""
        return "\n".join(each.text() for each in self._rows)

    def _add(self, text: str, role: str, *, above: int = 0) -> None:
        label = QLabel(text, self)
        label.setContentsMargins(0, above, 0, 0)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if role:
            label.setProperty("role", role)
        policy = label.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Ignored)  # one long word must not make the window wider
        label.setSizePolicy(policy)
        self._rows.append(label)
        self._column.addWidget(label)


def message_parts(message: Request, query: JsonObject | None) -> list[tuple[str, str]]:
    """The texts of a message by their labels and, where it has an audience, the conditions of its query."""
    parts = _joined(request_parts(message)) or [("", translate("MessageCard", "(no text)"))]
    if query is not None:
        parts.append((translate("MessageCard", "Audience"), "\n".join(query_lines(query))))
    return parts


def _joined(parts: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The parts, those that say the same under one label."""
    labels: dict[str, list[str]] = {}
    for label, text in parts:
        labels.setdefault(text, []).append(label)
    return [(" · ".join(of), text) for text, of in labels.items()]
