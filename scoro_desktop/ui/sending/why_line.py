"""A line beneath the number of a confirmation: why it is not known, that it moved, or that it is counted once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from scoro_desktop.scorocode.replies import Failure
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.kit.restyle import restyle
from scoro_desktop.ui.words import wording

if TYPE_CHECKING:
    from scoro_desktop.ui.audience.live_count import Counted


class WhyLine(QLabel):
    """Hidden where there is nothing to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Ignored)
        self.setSizePolicy(policy)
        self.setProperty("role", "help")
        self.hide()

    def show_answer(self, answer: Counted | Failure, moved: str) -> None:
        """Says what was answered instead of a number; `moved`: that it is another than before, if it is."""
        failed = wording.count_failure(answer) if isinstance(answer, Failure) else ""
        self._say("\n".join(filter(None, (moved, failed))), "warning" if moved else "help")

    def show_letting_go(self) -> None:
        """Says that it is counted once more."""
        self._say(self.tr("Counting once more before sending. Until then Cancel stops it."), "help")

    def _say(self, text: str, role: str) -> None:
        self.setText(text)
        self.setMaximumHeight(self.fontMetrics().lineSpacing() * 4)  # a server may say a great deal
        self.setToolTip(tip(text))
        self.setVisible(bool(text))
        if self.property("role") != role:
            self.setProperty("role", role)
            restyle(self)
