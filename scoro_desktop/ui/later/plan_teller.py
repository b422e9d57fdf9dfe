"""The question about what was planned and not sent, told on the desktop while no window of the app is in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from scoro_desktop.ui.runtime.desktop_note import DesktopNotes
from scoro_desktop.ui.runtime.show_requests import bring_forward
from scoro_desktop.ui.words import later_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from scoro_desktop.storage.planned_types import Plan
    from scoro_desktop.ui.runtime.services import Services


class PlanTeller(QObject):
    """Tells once of all that asks at one time: the app may be in the tray. Nothing of a message or anybody.

    A click brings the window to the front, where the line above the footer asks.
    """

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._settings = services.settings
        self._asked: list[Plan] = []
        self._together = QTimer(self, singleShot=True, interval=0)
        self._together.timeout.connect(self._tell)
        self._notes = DesktopNotes(services.background, self)
        self._notes.clicked.connect(lambda token: bring_forward(window, token))
        services.later.asked.connect(self._take)

    def _take(self, plan: Plan) -> None:
        self._asked.append(plan)
        self._together.start()

    def _tell(self) -> None:
        asked, self._asked = self._asked, []
        if not asked or not self._settings.notify or QApplication.activeWindow() is not None:
            return
        first = asked[0]
        title = self.tr("Planned message not sent")
        if first.campaign_id is not None:
            title = self.tr("Planned campaign not started")
        if more := len(asked) - 1:
            title = self.tr("%Ln planned not sent", "", more + 1)
        self._notes.tell(title, later_words.ask_words(first.ask) if first.ask is not None else "")
