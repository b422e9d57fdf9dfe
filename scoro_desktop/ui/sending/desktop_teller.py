"""The outcome of a send, told on the desktop while no window of the app is in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.ui.runtime.desktop_note import DesktopNotes
from scoro_desktop.ui.runtime.show_requests import bring_forward
from scoro_desktop.ui.words.outcome_words import outcome_word
from scoro_desktop.ui.words.wording import counted

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from scoro_desktop.storage.history import Send
    from scoro_desktop.ui.runtime.services import Services


class DesktopTeller(QObject):
    """Tells each outcome, unless it was chosen that it does not. Words and a count: nothing of a message or anybody.

    A click on one brings the window to the front.
    """

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._settings = services.settings
        self._notes = DesktopNotes(services.background, self)
        self._notes.clicked.connect(lambda token: bring_forward(window, token))
        services.dispatch.row_changed.connect(self._told)

    def _told(self, send: Send) -> None:
        is_open = send.outcome in {Outcome.HELD, Outcome.SENDING}
        if is_open or send.reason == "taken_back" or not self._settings.notify:
            return
        if QApplication.activeWindow() is None:
            self._notes.tell(outcome_word(send.outcome), self._words_of(send))

    def _words_of(self, send: Send) -> str:
        if send.outcome is Outcome.UNKNOWN:
            return self.tr("It may have gone out; do not send it again before you check.")
        return self.tr("Nothing was sent.") if send.count is None else counted(send.collection, send.count)
