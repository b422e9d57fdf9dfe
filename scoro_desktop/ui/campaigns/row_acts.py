"""Acts on rows of people: written to a file, looked back for, put on the do-not-send list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from scoro_desktop.ui.campaigns.exporting import Exporting
from scoro_desktop.ui.campaigns.refusing import Refusing

if TYPE_CHECKING:
    from scoro_desktop.ui.campaigns.campaign_view import CampaignView
    from scoro_desktop.ui.campaigns.check_step import CheckStep
    from scoro_desktop.ui.campaigns.check_view import CheckView
    from scoro_desktop.ui.campaigns.running_step import RunningStep
    from scoro_desktop.ui.campaigns.running_view import RunningView
    from scoro_desktop.ui.runtime.services import Services


class RowActs(QObject):
    """`opened(int)`: another campaign is to be opened."""

    opened = Signal(int)

    def __init__(self, services: Services, view: CampaignView) -> None:
        super().__init__(view)
        self._exporting = Exporting(services.storage, view)
        self._exporting.said.connect(view.notice.say)
        self._refusing = Refusing(services, view)
        self._refusing.opened.connect(self.opened)

    def serve(self, step: CheckStep | RunningStep, view: CheckView | RunningView) -> None:
        """Does what is wanted of the rows of a step."""

        def export() -> None:
            chosen = view.sums.current()
            if step.campaign is not None and chosen is not None:
                self._exporting.export(step.campaign, chosen.state, chosen.why)

        view.export_wanted.connect(export)
        self._refusing.serve(view.table, lambda: step.campaign)
