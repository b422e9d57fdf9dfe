"""The page Campaigns: the list of all, or one that is opened."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoro_desktop.storage.database import StorageError
from scoro_desktop.ui.campaigns.campaign_list import CampaignList
from scoro_desktop.ui.kit.reveal import painted_next
from scoro_desktop.ui.kit.stack import Stack
from scoro_desktop.ui.kit.unhurried import soon
from scoro_desktop.ui.words import disk_words, later_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoro_desktop.storage.campaigns.types import Campaign
    from scoro_desktop.ui.campaigns.campaign_view import CampaignView
    from scoro_desktop.ui.kit.appearance import Colours
    from scoro_desktop.ui.runtime.services import Services

LOADED_AFTER_MS: Final = 3_000
"""The pause before what is wanted next is loaded, once a campaign is opened. Ours."""


class CampaignsPage(QWidget):
    """`message_wanted`: the message is to be written. `opened(int)`: a campaign is to be opened."""

    message_wanted = Signal()
    opened = Signal(int)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._storage = services.storage
        self._appearance = services.appearance
        self._stack = Stack(self)
        self._wants_list = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    @functools.cached_property
    def list(self) -> CampaignList:
        """The list of all, made once it is looked at: most come here from a message."""
        made = CampaignList(self._appearance.colours, self._stack)
        self._stack.addWidget(made)
        made.write_wanted.connect(self.message_wanted)
        made.opened.connect(self.opened)
        self._services.later.changed.connect(self._show_planned)
        return made

    @functools.cached_property
    def one(self) -> CampaignView:
        """The view on one campaign, made once one is opened or begun: most look at the list alone."""
        from scoro_desktop.recipients.countries import COUNTRIES
        from scoro_desktop.ui.campaigns.campaign_view import CampaignView

        countries = [(each.iso, each.code) for each in COUNTRIES.values()]
        one = CampaignView(self._storage, countries, self._appearance.colours, self._stack)
        self._stack.addWidget(one)
        self._services.background.submit(_load_what_checks, lambda _loaded: None)
        one.left.connect(self.show_list)
        soon(self, lambda: self._services.background.submit(_load_what_sends, lambda _loaded: None), LOADED_AFTER_MS)
        return one

    def show_list(self) -> None:
        """Shows all campaigns: their list is made in this turn where it was not, laid out in the next, and painted."""
        self._wants_list = True
        self.refresh()
        if "list" in self.__dict__:
            self._turn_to_list()
        else:
            soon(self.list, self._turn_to_list)

    def _turn_to_list(self) -> None:
        if self._wants_list:
            painted_next(self)
            self._stack.setCurrentWidget(self.list)
            self.list.go_to_start()

    def show_one(self) -> None:
        """Shows the campaign that is opened."""
        self._wants_list = False
        self._stack.setCurrentWidget(self.one)

    def go_to_start(self) -> None:
        """Puts the keyboard where work begins."""
        if self.is_list:
            self.list.go_to_start()
        else:
            self.one.go_to_start()

    @property
    def is_list(self) -> bool:
        """Tells whether the list is shown, or nothing yet."""
        return "one" not in self.__dict__ or self._wants_list or self._stack.currentWidget() is not self.one

    def refresh(self) -> None:
        """Reads the list anew."""

        def failed(error: Exception) -> None:
            if not isinstance(error, StorageError):
                raise error
            self.list.say_failed(disk_words.technical(error))

        self._storage.count(self, lambda stores: stores.campaigns.newest(), self._read, failed)

    def set_colours(self, colours: Colours) -> None:
        """Draws in another scheme."""
        for name in self.__dict__.keys() & {"list", "one"}:
            getattr(self, name).set_colours(colours)

    def _read(self, campaigns: Sequence[Campaign]) -> None:
        self.list.show_campaigns(campaigns)
        self._show_planned()

    def _show_planned(self) -> None:
        later = self._services.later
        self.list.show_planned(later_words.campaign_marks(later.plans, later.clock.now()))


def _load_what_checks() -> None:
    """Loads what looks everybody up, on a thread: a window that loaded it as Check is pressed would stand still."""
    import scoro_desktop.sending.campaigns.joining
    import scoro_desktop.sending.campaigns.preparing  # noqa: F401


def _load_what_sends() -> None:
    """Loads what leads a campaign that runs, on a thread: it would hold the interpreter as Start is pressed."""
    import scoro_desktop.sending.campaigns.engine
    import scoro_desktop.sending.campaigns.ledger
    import scoro_desktop.sending.campaigns.quota  # noqa: F401
