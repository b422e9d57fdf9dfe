"""Acts on rows of people: written to a file, looked back for, put on the do-not-send list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from scoro_desktop.ui.campaigns.exporting import Exporting
from scoro_desktop.ui.campaigns.refusing import Refusing

if TYPE_CHECKING:
    from scoro_desktop.ui.campaigns.campaign_view import CampaignView
    from scoro_desktop.ui.campaigns.check_step import CheckStep
    from scoro_desktop.ui.campaigns.running_step import RunningStep
    from scoro_desktop.ui.runtime.services import Services


class RowActs(QObject):
    """`opened(int)`: another campaign is to be opened."""

    opened = Signal(int)

    def __init__(self, services: Services, view: CampaignView, check: CheckStep, running: RunningStep) -> None:
        super().__init__(view)
        self._view = view
        self._check = check
        self._running = running
        self._exporting = Exporting(services.storage, view)
        self._exporting.said.connect(view.notice.say)
        view.check.export_wanted.connect(self._export_checked)
        view.running.export_wanted.connect(self._export_sent)
        refusing = Refusing(services, view)
        refusing.opened.connect(self.opened)
        refusing.serve(view.check.table, lambda: check.campaign)
        refusing.serve(view.running.table, lambda: running.campaign)

    def _export_checked(self) -> None:
        chosen = self._view.check.sums.current()
        if self._check.campaign is not None and chosen is not None:
            self._exporting.export(self._check.campaign, chosen.state, chosen.why)

    def _export_sent(self) -> None:
        chosen = self._view.running.sums.current()
        if self._running.campaign is not None and chosen is not None:
            self._exporting.export(self._running.campaign, chosen.state)
