"""Between a campaign that was approved and its third step: how far it is, and what is done with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.storage.campaigns.states import CampaignState, PersonState
from scoro_desktop.storage.database import StorageError
from scoro_desktop.ui.campaigns import campaign_questions, campaign_words, running_words
from scoro_desktop.ui.campaigns.changing_text import ChangingText
from scoro_desktop.ui.campaigns.pause_shown import show_pause
from scoro_desktop.ui.campaigns.people_model import Shown
from scoro_desktop.ui.campaigns.requests_step import RequestsStep
from scoro_desktop.ui.campaigns.sending_again import SendingAgain
from scoro_desktop.ui.words import disk_words

if TYPE_CHECKING:
    from scoro_desktop.messages.request import Request
    from scoro_desktop.sending.campaigns.progress import Progress
    from scoro_desktop.storage.campaigns.types import Campaign
    from scoro_desktop.ui.campaigns.running_view import RunningView
    from scoro_desktop.ui.campaigns.sums_list import Sum
    from scoro_desktop.ui.runtime.services import Services

ROWS_AFTER_MS: Final = 700
"""The rows are read anew so long after the first change of a campaign that runs: nobody reads faster. Ours."""
FEW: Final = 10
"""Requests in doubt after which it pauses again, where a person goes on after one (design)."""


class RunningStep(QObject):
    """`changed`: another state is to be shown. `repeat_wanted(Campaign)`: it is to be begun again with another list.

    `text_wanted(Campaign)`: the text for the rest is to be changed. `account_wanted(id, logs_in)`: an account is.
    `said_elsewhere(str)`: what became of another campaign than the one that is looked at.
    """

    changed = Signal()
    account_wanted = Signal(str, bool)
    repeat_wanted = Signal(object)
    text_wanted = Signal(object)
    said_elsewhere = Signal(str)

    def __init__(self, services: Services, view: RunningView) -> None:
        super().__init__(view)
        self._services = services
        self._runner = services.campaigns
        self._view = view
        self._deleting: set[int] = set()  # the campaigns whose values are being deleted
        self._is_beginning = False  # it was asked to run, and nothing was heard of it yet
        self._refused = ""  # the code of why it could not begin to run
        self.campaign: Campaign | None = None
        self._progress: Progress | None = None
        self._later = QTimer(self, singleShot=True, interval=ROWS_AFTER_MS)
        self._later.timeout.connect(self._read_rows)
        self._runner.progressed.connect(self._progressed)
        self._runner.stood_still.connect(self._stood_still)
        self._runner.refused.connect(self._not_begun)
        view.pause_wanted.connect(self._pause)
        view.go_on_wanted.connect(lambda: self._go_on(1))
        view.few_wanted.connect(lambda: self._go_on(FEW))
        view.stop_wanted.connect(self._stop)
        view.again_wanted.connect(self._send_again)
        self._again = SendingAgain(services.storage, self._runner.doubted, view)
        self._again.planned.connect(self._go_on_again)
        self._again.outdated.connect(self._read_anew)
        self._again.failed.connect(self._not_read)
        view.delete_wanted.connect(self._delete)
        view.repeat_wanted.connect(lambda: self.repeat_wanted.emit(self.campaign))
        view.text_wanted.connect(lambda: self.text_wanted.emit(self.campaign))
        self.changing = ChangingText(services, view, lambda: self.campaign)
        self.changing.used.connect(self._text_used)
        self.changing.failed_elsewhere.connect(self.said_elsewhere)
        view.account_wanted.connect(self._open_account)
        view.sums.chosen.connect(self._show_rows)
        self._requests = RequestsStep(services.storage, view, lambda: self.campaign)
        self._requests.failed.connect(self._not_read)
        view.which.currentChanged.connect(self._read_rows)
        services.later.changed.connect(self._show_state)

    def _open_account(self) -> None:
        if self.campaign is not None:
            self.account_wanted.emit(self.campaign.account_id, self.pause == "session_ended")

    def show(self, campaign: Campaign, *, begins: bool = False) -> None:
        """Shows a campaign as the ledger has it. `begins`: it was approved a moment ago, and is about to run."""
        is_other = self.campaign is None or self.campaign.id != campaign.id
        self.campaign = campaign
        if is_other or begins:
            self._refused, self._is_beginning = "", begins
            self._view.new_text.clear()
        progress = self._runner.progress(campaign.id)
        # What was read as running while nothing runs was read before its end was written down: what was told is newer.
        is_newer = campaign.id in self._runner.at_work or campaign.state is CampaignState.RUNNING
        self._progress = progress if is_newer else None
        self._show_state()
        text = self.changing.under_way(campaign.id) if is_other else None
        if text is not None and self.can_take(text):
            self.offer_text(text)

    def can_take(self, message: Request) -> bool:
        """Tells whether a text may take the place of the campaign's for the rest."""
        campaign = self.campaign
        is_open = self.state in {CampaignState.READY, CampaignState.PAUSED}
        return campaign is not None and is_open and message.channel.value == campaign.channel

    def offer_text(self, message: Request) -> None:
        """Shows another text for those who have none yet; the one that is being filled in, where one is."""
        counts = self.counts()
        left = counts.get(PersonState.PLANNED, 0) + counts.get(PersonState.NOT_SENT, 0)
        under_way = None if self.campaign is None else self.changing.under_way(self.campaign.id)
        self._view.new_text.offer(under_way or message, left, is_busy=under_way is not None)

    @property
    def state(self) -> CampaignState:
        """Returns the state as it is known now."""
        if self._is_beginning:
            return CampaignState.RUNNING
        known = self._progress or self.campaign
        return CampaignState.PREPARING if known is None else known.state

    @property
    def pause(self) -> str:
        """Returns the code of why it stands still, empty where it does not."""
        if self._is_beginning:
            return ""
        if self._progress is not None:
            return self._progress.pause
        return "" if self.campaign is None else self.campaign.pause

    def counts(self) -> Mapping[PersonState, int]:
        """Returns how many people are in each state."""
        if self._progress is not None:
            return self._progress.counts
        return {} if self.campaign is None else self.campaign.counts

    def set_colours(self) -> None:
        """Draws the sums in another scheme."""
        self._show_state()

    def _progressed(self, progress: Progress) -> None:
        if self.campaign is not None and progress.campaign_id == self.campaign.id:
            self._progress = progress
            self._refused, self._is_beginning = "", False
            self._show_state(rows_later=True)
            if not self._later.isActive():
                self._later.start()
            if self.state in running_words.ENDED and self.campaign.ended_at is None and not progress.open:
                self._read_anew()  # it was stopped before; the last of its requests has ended now

    def _stood_still(self, progress: Progress) -> None:
        if self.campaign is not None and progress.campaign_id == self.campaign.id:
            self._read_anew()

    def _not_begun(self, campaign_id: int, code: str) -> None:
        if self.campaign is not None and campaign_id == self.campaign.id:
            self._refused, self._is_beginning = code, False
            self._show_state()

    def _show_state(self, *, rows_later: bool = False) -> None:
        campaign, view = self.campaign, self._view
        if campaign is None:
            return
        state, counts = self.state, self.counts()
        is_sms = CHANNELS[Channel(campaign.channel)].needs_phone
        sent = counts.get(PersonState.SENT, 0)
        view.count.setText(campaign_words.number(sent))
        view.of_all.setText(running_words.of_all(sent, campaign.total, is_sms=is_sms))
        has_ended = state in running_words.ENDED
        speed = running_words.speed(self._progress, datetime.now(UTC))
        if has_ended and not speed:
            speed = running_words.ended(campaign)
        view.show_progress(running_words.settled(counts), campaign.total, speed)
        code = self._refused or self.pause
        if code:
            show_pause(view, code, "" if self._refused else self._detail())
        else:
            view.show_pause(*running_words.planned(self._services.later, campaign), is_wrong=False)
        self._show_buttons(state, code)
        lines = running_words.sum_lines(counts, self._services.appearance.colours, state)
        if not (rows_later and view.sums.show_numbers(lines)):
            view.sums.show_sums(lines)
        self.changed.emit()

    def _detail(self) -> str:
        known = self._progress or self.campaign
        return "" if known is None else known.pause_detail

    def _show_buttons(self, state: CampaignState, code: str) -> None:
        view = self._view
        is_open = state in {CampaignState.READY, CampaignState.PAUSED}
        has_ended = state in running_words.ENDED
        is_deleted = self.campaign is not None and self.campaign.deleted_at is not None
        before = QApplication.focusWidget()
        view.pause.setVisible(state is CampaignState.RUNNING)
        view.go_on.setVisible(is_open)
        view.go_on.setText(self.tr("Start") if state is CampaignState.READY else self.tr("Go on"))
        view.few.setVisible(is_open and code == "unknown")
        view.stop.setVisible(not has_ended)
        view.text.setVisible(is_open)
        if not is_open:
            view.new_text.clear()
        view.repeat.setVisible(has_ended)
        has_doubts = self.counts().get(PersonState.UNKNOWN, 0) > 0
        may_again = state in {CampaignState.PAUSED, CampaignState.FINISHED}
        view.again.setVisible(may_again and has_doubts and not is_deleted)
        view.delete.setVisible(has_ended and not is_deleted)
        is_deleting = self.campaign is not None and self.campaign.id in self._deleting
        view.delete.setEnabled(not is_deleting)
        view.delete.setText(
            self.tr("Deleting phones and texts…") if is_deleting else self.tr("Delete phones and texts…")
        )
        view.export.setEnabled(not is_deleted)
        if before is not None and view.isAncestorOf(before) and before.isHidden():
            view.first().setFocus(Qt.FocusReason.OtherFocusReason)  # else it goes to the next one, which may be Stop
        if is_deleted:
            view.heading.setText(self.tr("Phones and texts were deleted"))

    def _show_rows(self, chosen: Sum) -> None:
        campaign = self.campaign
        if campaign is None:
            return
        if campaign.deleted_at is None and not self._view.shows_requests:
            self._view.heading.setText(f"{chosen.words}: {campaign_words.number(chosen.count)}")
        self._view.model.show_rows(Shown(campaign.id, chosen.state), chosen.count, campaign.columns)
        self._requests.show()

    def _read_rows(self) -> None:
        if (chosen := self._view.sums.current()) is not None:
            self._show_rows(chosen)

    def _read_anew(self) -> None:
        campaign = self.campaign
        if campaign is None:
            return

        def read(found: Campaign) -> None:
            if self.campaign is not None and self.campaign.id == found.id:
                self.show(found)
                self._read_rows()

        self._services.storage.count(self, lambda stores: stores.campaigns.existing(campaign.id), read, self._not_read)

    def _not_read(self, error: Exception) -> None:
        if not isinstance(error, StorageError):
            raise error
        self._view.show_pause(self.tr("The campaign cannot be read"), disk_words.technical(error))

    def _pause(self) -> None:
        if self.campaign is not None:
            self._runner.pause(self.campaign.id)

    def _go_on(self, after_doubts: int) -> None:
        self._begin(after_doubts, in_quiet_hours=self.pause == "quiet_hours")

    def _begin(self, after_doubts: int, *, in_quiet_hours: bool) -> None:
        if self.campaign is None or not campaign_questions.may_go_on(self._view, self.pause):
            return
        self._refused, self._is_beginning = "", True
        self._show_state()
        self._runner.go_on(self.campaign, after_doubts=after_doubts, in_quiet_hours=in_quiet_hours)

    def _stop(self) -> None:
        campaign = self.campaign
        if campaign is None:
            return
        counts = self.counts()
        left = counts.get(PersonState.PLANNED, 0) + counts.get(PersonState.NOT_SENT, 0)
        if campaign_questions.stop(self._view, min(left, campaign_words.C_INT_MAX)):
            self._runner.stop(campaign)

    def _text_used(self, campaign: Campaign) -> None:
        self.show(campaign)
        self._read_rows()

    def _send_again(self) -> None:
        if self.campaign is not None:
            self._again.ask(self.campaign, self.counts().get(PersonState.UNKNOWN, 0))

    def _go_on_again(self, campaign: Campaign) -> None:
        if self.campaign is not None and self.campaign.id == campaign.id:
            self.show(campaign)
            self._begin(1, in_quiet_hours=False)
        elif campaign.pause != "put_back":
            self._runner.go_on(campaign)

    def _delete(self) -> None:
        campaign = self.campaign
        if campaign is None or not campaign_questions.delete_values(self._view):
            return
        storage = self._services.storage
        self._deleting.add(campaign.id)
        self._show_state()

        def ended() -> None:
            self._deleting.discard(campaign.id)
            self._read_anew()

        def failed(error: Exception) -> None:
            ended()
            self._not_read(error)

        storage.write(
            self,
            lambda stores: stores.campaigns.delete_values(campaign.id),
            lambda _done: storage.go_through(self, lambda stores: stores.erasing(), ended, failed),
            failed,
        )
