"""A question before people are messaged twice within the hours of an account: they are left out, or it is confirmed."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from scoro_desktop.ui.kit.restyle import restyle
from scoro_desktop.ui.kit.wrapped import wrapped


class LatelyQuestion(QWidget):
    """A sentence and a box. `changed`: `is_met` may be another; `leaves_out(bool)`: a person chose so."""

    changed = Signal()
    leaves_out = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_met = True
        self._chooses = False
        self.until: int | None = None
        """The id of the last send that it was asked about; None while that is not known."""
        self.words = wrapped(self, "help")
        self.box = QCheckBox(self)
        self.box.toggled.connect(self._toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.box, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    @property
    def is_met(self) -> bool:
        """Tells whether nothing is asked and nothing waited for, or the box was ticked."""
        return self._is_met or (not self._chooses and self.box.isVisibleTo(self) and self.box.isChecked())

    def wait(self, words: str) -> None:
        """Says what is waited for: nothing can be confirmed before."""
        self._is_met = False
        self.box.setVisible(self._chooses)
        self._say(words, "help")

    def clear(self) -> None:
        """Asks nothing."""
        self._is_met = True
        self.hide()
        self.changed.emit()

    def tell(self, words: str) -> None:
        """Says something, and asks nothing."""
        self._is_met, self._chooses = True, False
        self.box.hide()
        self._say(words, "help")

    def warn(self, words: str, box: str) -> None:
        """Asks for a tick before it goes out all the same."""
        self._is_met = self._chooses = False
        self._show_box(box, checked=False)
        self._say("⚠ " + words, "warning")

    def choose(self, words: str, box: str, *, leaves_out: bool, is_met: bool) -> None:
        """Shows the choice to leave people out, and what is known of it."""
        self._is_met, self._chooses = is_met, True
        self._show_box(box, checked=leaves_out)
        self._say(words, "help" if is_met and leaves_out else "warning")

    def _show_box(self, text: str, *, checked: bool) -> None:
        with QSignalBlocker(self.box):
            self.box.setChecked(checked)
        self.box.setText(text)
        self.box.show()

    def _say(self, words: str, role: str) -> None:
        self.words.setText(words)
        if self.words.property("role") != role:
            self.words.setProperty("role", role)
            restyle(self.words)
        self.show()
        self.changed.emit()

    def _toggled(self, checked: bool) -> None:
        if self._chooses:
            self.leaves_out.emit(checked)
        else:
            self.changed.emit()
