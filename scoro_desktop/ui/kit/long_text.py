"""A text to be read, of which a long one shows its beginning until the whole is asked for."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from scoro_desktop.ui.kit.text_edit import put_text

MOST_SHOWN: Final = 4_000
"""Characters of a text that are laid out unasked. Of 1 MB that takes Qt 100 to 600 ms, of a line of 64 KB 300."""


class LongText(QWidget):
    """A box with a text that can be selected, and below it the way to the whole where that is longer.

    `beginning`: the text, or more than `MOST_SHOWN` characters of it; `whole` makes all of it, and is called only if
    it is wanted.
    """

    def __init__(self, name: str, beginning: str, whole: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = whole
        self.box = QPlainTextEdit(self)
        put_text(self.box, beginning[:MOST_SHOWN])
        self.box.setReadOnly(True)
        self.box.setTabChangesFocus(True)
        self.box.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.box)
        if len(beginning) > MOST_SHOWN:
            column.addWidget(self._way_to_the_whole(name))

    def _way_to_the_whole(self, name: str) -> QWidget:
        row = QWidget(self)
        said = QLabel(self.tr("This is only the beginning."), row)
        said.setProperty("role", "muted")
        show = QPushButton(self.tr("Show all"), row)
        show.setProperty("role", "link")
        show.setAutoDefault(False)
        show.setAccessibleName(self.tr("Show all: {title}").format(title=name))
        show.clicked.connect(self._show_all)
        show.clicked.connect(row.hide)
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(said)
        inside.addWidget(show)
        inside.addStretch()
        return row

    def _show_all(self) -> None:
        self.box.setFocus()  # the keyboard would be lost with the button
        put_text(self.box, self._whole())
