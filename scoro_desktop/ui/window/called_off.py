"""The way back into the form for a held message that does not leave though nobody took it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from scoro_desktop.ui.runtime.dispatch import Dispatch
    from scoro_desktop.ui.runtime.open_send import Composed
    from scoro_desktop.ui.sending.outcome_notice import OutcomeNotice
    from scoro_desktop.ui.window.message_presenter import MessagePresenter


class CalledOff(QObject):
    """Puts it back in another turn of the event loop: after an error of the app, the safe state stands first."""

    def __init__(self, dispatch: Dispatch, messages: MessagePresenter, outcome: OutcomeNotice, parent: QWidget) -> None:
        super().__init__(parent)
        self._messages = messages
        self._outcome = outcome
        dispatch.called_off.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def _take(self, send_id: int, composed: Composed, reason: str) -> None:
        if self._messages.put_back(composed, is_doubted=reason == "doubt"):
            self._outcome.note_in_form(send_id)
