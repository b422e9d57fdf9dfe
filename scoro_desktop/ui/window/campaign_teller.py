"""The outcome of a campaign, told wherever a person is: above the footer of another page, and on the desktop."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from scoro_desktop.ui.kit.announce import announce
from scoro_desktop.ui.runtime.async_storage import tolerate
from scoro_desktop.ui.runtime.desktop_note import DesktopNotes
from scoro_desktop.ui.runtime.show_requests import bring_forward

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from scoro_desktop.sending.campaigns.progress import Progress
    from scoro_desktop.storage.campaigns.states import PersonState
    from scoro_desktop.storage.campaigns.types import Campaign
    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.ui.kit.notice_bar import NoticeBar
    from scoro_desktop.ui.runtime.services import Services


MOST: Final = 50
"""Campaigns that are looked at: older ones that stand still are seen in their list. Ours."""
NEWS: Final = timedelta(days=7)
"""The time in which it is news that one has not started: after that it seems to be left so on purpose. Ours."""


class CampaignTeller(QObject):
    """Tells that one paused by itself, came to its end, or could not be started. Counts alone: nothing of a message or
    anybody.

    `is_seen(id)`: a campaign is on the screen, and says it there; `show(id)`: opens one.
    """

    def __init__(
        self,
        services: Services,
        notice: NoticeBar,
        is_seen: Callable[[int], bool],
        show: Callable[[int], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._settings = services.settings
        self._notice = notice
        self._is_seen = is_seen
        self._show = show
        self._notes = DesktopNotes(services.background, self)
        self._notes.clicked.connect(lambda token: bring_forward(window, token))
        self._stands: tuple[int, str] | None = None  # one that is told of above the footer, and what is said
        services.campaigns.progressed.connect(self._moved)
        services.campaigns.stood_still.connect(self._stood_still)
        services.starts.failed.connect(self._not_started)
        if services.campaigns.has_standing:
            services.storage.read(self, _standing, self._remind, tolerate)

    def _remind(self, campaigns: list[Campaign]) -> None:
        """Tells of the newest that stands still since the app was closed, and could go on or start."""
        for each in campaigns[:1]:
            if each.state == "ready":
                words = self.tr("A campaign is ready and has not started. Nothing of it was sent.")
            else:
                words = self._words("paused", each.pause, each.counts)
            self._offer(each.id, words)
            self._stands = each.id, words

    def _moved(self, progress: Progress) -> None:
        """Takes away that one stands still once it does not."""
        if self._stands is None or self._stands[0] != progress.campaign_id or progress.state == "paused":
            return
        if self._notice.text() == self._stands[1]:  # nothing else stands there
            self._notice.hide()
        self._stands = None

    def _stood_still(self, progress: Progress) -> None:
        if progress.pause == "by_person" or progress.state == "stopped":
            return
        words = self._words(progress.state, progress.pause, progress.counts)
        if self._is_seen(progress.campaign_id):
            announce(self._notice, words)
        else:
            self._offer(progress.campaign_id, words)
            if progress.state == "paused":
                self._stands = progress.campaign_id, words
        if self._settings.notify and QApplication.activeWindow() is None:
            title = self.tr("Campaign finished") if progress.state == "finished" else self.tr("Campaign paused")
            self._notes.tell(title, words)

    def _not_started(self, campaign_id: int, error: Exception) -> None:
        """Tells why one whose start was confirmed is not started; its check says so where that is seen."""
        if not self._is_seen(campaign_id):
            from scoro_desktop.ui.campaigns.trouble_words import trouble_words

            _, why = trouble_words(error)
            words = self.tr("A campaign could not be started. {why}").format(why=why)
            self._offer(campaign_id, words)
            self._stands = campaign_id, words

    def _offer(self, campaign_id: int, words: str) -> None:
        self._notice.offer(words, self.tr("Show the campaign"), lambda: self._show(campaign_id))
        announce(self._notice, words)

    def _words(self, state: str, pause: str, counts: Mapping[PersonState, int]) -> str:
        from scoro_desktop.storage.campaigns.states import PersonState
        from scoro_desktop.ui.campaigns import campaign_words

        sent, doubts = counts.get(PersonState.SENT, 0), counts.get(PersonState.UNKNOWN, 0)
        said = self.tr("Sent: {sent}.").format(sent=campaign_words.number(sent))
        if doubts:
            said += " " + self.tr("In doubt: {doubts}.").format(doubts=campaign_words.number(doubts))
        if state == "finished":
            return self.tr("The campaign has finished. {counts}").format(counts=said)
        return self.tr("The campaign is paused: {why}. {counts}").format(
            why=campaign_words.pause_title(pause), counts=said
        )


def _standing(stores: Stores) -> list[Campaign]:
    planned, since = stores.planned.campaigns(), datetime.now(UTC) - NEWS

    def was_to_start(each: Campaign) -> bool:
        is_news = each.approved_at is not None and each.approved_at > since
        return each.state == "ready" and is_news and each.id not in planned

    newest = stores.campaigns.newest(limit=MOST)
    return [each for each in newest if each.state == "paused" or was_to_start(each)]
