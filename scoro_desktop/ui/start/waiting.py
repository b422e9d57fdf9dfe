"""A small window while something is waited for before the app has its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout

from scoro_desktop.ui.words import startup_words

if TYPE_CHECKING:
    import threading
    from pathlib import Path

LOOK_MS: Final = 50


class WaitingDialog(QDialog):
    """Says what is waited for, and that it goes on by itself. Its button quits."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setWindowTitle("Scoro Desktop")
        self.setMinimumWidth(440)
        self.text = QLabel(words, self)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        waiting = QProgressBar(self)
        waiting.setRange(0, 0)
        waiting.setTextVisible(False)
        waiting.setAccessibleName(startup_words.waiting())
        self.quit_button = QPushButton(startup_words.stop_waiting(), self)
        self.quit_button.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(QLabel(startup_words.waiting(), self))
        buttons.addStretch(1)
        buttons.addWidget(self.quit_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.text)
        column.addWidget(waiting)
        column.addLayout(buttons)


class FileDialog(WaitingDialog):
    """Waits for the file with drafts and history."""

    def __init__(self, data_dir: Path) -> None:
        super().__init__(startup_words.file_waited_for(data_dir))
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._end = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._end.timeout.connect(self.hide)
        self._end.timeout.connect(self.deleteLater)
        self._is_refused = False
        self.rejected.connect(self._refuse)

    def wait(self, ended: threading.Event) -> bool:
        """Waits until something is set; tells whether it is, and that no person said meanwhile that they do not want to
        wait: they may in the moment in which it is set, and another wait would begin.

        It goes a moment later, unless there is another wait by then.
        """
        loop, looks = QEventLoop(), QTimer(interval=LOOK_MS)
        looks.timeout.connect(lambda: loop.quit() if ended.is_set() else None)
        self.rejected.connect(loop.quit)
        self._end.stop()
        self.show()
        looks.start()
        loop.exec()
        looks.stop()
        self._end.start()
        return ended.is_set() and not self._is_refused

    def _refuse(self) -> None:
        self._is_refused = True
