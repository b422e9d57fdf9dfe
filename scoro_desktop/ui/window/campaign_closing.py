"""The end of the app while campaigns run: they pause, and the window closes once nothing of them is under way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from scoro_desktop.ui.kit.notice_bar import NoticeBar
    from scoro_desktop.ui.runtime.campaign_runner import CampaignRunner
    from scoro_desktop.ui.runtime.campaign_starts import CampaignStarts

LOOK_MS: Final = 50
"""The milliseconds between two looks whether the requests under way have ended, at the end of the app. Ours."""


class CampaignClosing(QObject):
    """Asks, and closes later. A campaign that begins or goes on meanwhile ends the wish to close: somebody works on."""

    def __init__(self, runner: CampaignRunner, starts: CampaignStarts, notice: NoticeBar, window: QWidget) -> None:
        super().__init__(window)
        self._runner = runner
        self._starts = starts
        self._notice = notice
        self._window = window
        self._close: Callable[[], object] | None = None  # wanted once nothing is under way
        self._looks = QTimer(self, interval=LOOK_MS)
        self._looks.timeout.connect(self._close_if_ended)
        runner.begins.connect(self._stay_open)

    def may_close(self, close: Callable[[], object]) -> bool:
        """Asks while campaigns run; `close` is called once what is under way has ended. Asked again, it may close."""
        at_work = {*self._starts.under_way, *self._runner.beginning, *self._runner.at_work}
        if not at_work or self.is_waiting:
            return True
        from scoro_desktop.ui.campaigns import campaign_questions

        if campaign_questions.close_while_running(self._window, len(at_work)):
            self._close = close
            self._starts.stop_all()
            self._runner.pause_all()
            self._notice.say(self._words())
            self._looks.start()
        return False

    @property
    def is_waiting(self) -> bool:
        """Tells whether the window closes by itself once nothing is under way."""
        return self._close is not None

    def _close_if_ended(self) -> None:
        if self._close is not None and not self._runner.at_work:
            close, self._close = self._close, None  # it may stay open after all, and then it asks again
            self._looks.stop()
            close()

    def _stay_open(self) -> None:
        if self.is_waiting:
            self._close = None
            self._looks.stop()
            if self._notice.holds(self._words()):
                self._notice.hide()

    def _words(self) -> str:
        return self.tr("The app closes once the requests under way have ended. Close again not to wait.")
