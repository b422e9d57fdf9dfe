"""The details of what is selected in the library, to be read before it is used."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from scoro_desktop.ui.library.kind import Details
from scoro_desktop.ui.templates.message_card import MessageCard


class LibraryDetails(QScrollArea):
    """A heading, a line about it, its content as a card, and notes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What is selected"))
        page = QWidget(self.viewport())
        self.setWidget(page)  # before it is filled: Qt would measure all of it, and once more when it is shown
        page.setProperty("role", "page")
        self._heading = self._label("heading", page)
        self._line = self._label("muted", page)
        self._card = MessageCard(page)
        self._notes = self._label("help", page)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for widget in (self._heading, self._line, self._card, self._notes):
            column.addWidget(widget)
        column.addStretch()

    def show_details(self, details: Details) -> None:
        """Shows a thing."""
        self._heading.setText(details.heading)
        self._heading.setVisible(bool(details.heading))
        self._line.setText(details.line)
        self._line.setVisible(bool(details.line))
        self._card.show_parts(details.parts)
        self._notes.setText("\n".join(details.notes))
        self._notes.setVisible(bool(details.notes))
        self.verticalScrollBar().setValue(0)

    def text(self) -> str:
        """Everything that is shown, a part a line."""
        return "\n".join(each.text() for each in (self._heading, self._line, self._card, self._notes))

    def _label(self, role: str, parent: QWidget) -> QLabel:
        label = QLabel(parent)
        label.setProperty("role", role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        policy = label.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Ignored)  # one long word must not make the window wider
        label.setSizePolicy(policy)
        return label
