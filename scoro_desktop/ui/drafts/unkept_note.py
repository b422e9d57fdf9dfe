"""Says beside the form that the disk does not take what stands in it, as long as that is so."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from scoro_desktop.messages.request import Channel
from scoro_desktop.ui.drafts import draft_words


class UnkeptNote(QWidget):
    """Hidden while everything is kept. It cannot be closed: it goes when what it says is no longer so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "footer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setProperty("role", "warning")
        self._text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self._text)
        self.hide()

    def show_unkept(self, unkept: Mapping[Channel, Exception]) -> None:
        """Shows which forms are not kept and why; nothing where all are."""
        self.setVisible(bool(unkept))
        self._text.setText("⚠ " + draft_words.not_kept(unkept) if unkept else "")

    def text(self) -> str:
        """The words of the note, empty while everything is kept."""
        return "" if self.isHidden() else self._text.text()
