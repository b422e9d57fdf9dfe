"""The first opening of a campaign: its modules are loaded and its view is made in turns of the event loop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from scoro_desktop.ui.kit.ahead import Ahead
from scoro_desktop.ui.kit.unhurried import Unhurried

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from scoro_desktop.ui.campaigns.campaigns_page import CampaignsPage
    from scoro_desktop.ui.campaigns.one_campaign import OneCampaign
    from scoro_desktop.ui.kit.unhurried import Steps

_PAGE: Final = "scoro_desktop.ui.campaigns.campaigns_page"
_ONE: Final = "scoro_desktop.ui.campaigns.one_campaign"
_ASKED: Final = ("scoro_desktop.recipients.countries", "scoro_desktop.sending.campaigns.merging")
"""Modules that the view and the first step want, and that are not loaded with theirs."""


class Opening:
    """Makes what leads a campaign, then does what was wanted meanwhile, in its order."""

    def __init__(self, page: Callable[[], CampaignsPage], one: Callable[[], OneCampaign], parent: QObject) -> None:
        """`page`, `one`: make what they return where it is not there yet."""
        self._page = page
        self._one = one
        self._acts: list[Callable[[OneCampaign], object]] = []
        self._ahead = Ahead((_PAGE, *_ASKED, _ONE))
        self._steps = Unhurried(self._open(), parent)
        if (application := QCoreApplication.instance()) is not None:
            application.aboutToQuit.connect(self._ahead.end)
        self._ahead.start()
        self._steps.begin()

    @property
    def is_done(self) -> bool:
        """Tells whether all of it was done."""
        return self._steps.is_done

    def then(self, act: Callable[[OneCampaign], object]) -> None:
        """Has something done once all is made."""
        self._acts.append(act)

    def _open(self) -> Steps:
        yield self._ahead.ready(_PAGE)
        page = self._page()
        yield self._ahead.ready(_ONE)
        view = page.one
        yield lambda: view.opening.is_done
        one = self._one()
        while self._acts:
            yield None
            self._acts.pop(0)(one)
