"""The campaign that is opened: its steps, from its recipients to its end."""

from __future__ import annotations

import dataclasses
import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from scoro_desktop.storage.campaigns.states import CampaignState
from scoro_desktop.storage.database import StorageError
from scoro_desktop.ui.campaigns import campaign_head, campaign_questions, checked_account, listing, unchecked
from scoro_desktop.ui.campaigns.campaign_view import CHECK, RECIPIENTS, RUNNING
from scoro_desktop.ui.campaigns.check_step import CheckStep
from scoro_desktop.ui.campaigns.everyone import Everyone
from scoro_desktop.ui.campaigns.field import fields_of
from scoro_desktop.ui.campaigns.preparation import Preparation
from scoro_desktop.ui.campaigns.reading_right import ReadingRight
from scoro_desktop.ui.campaigns.recipients_step import RecipientsStep
from scoro_desktop.ui.campaigns.row_acts import RowActs
from scoro_desktop.ui.campaigns.running_step import RunningStep
from scoro_desktop.ui.words import disk_words

if TYPE_CHECKING:
    from pathlib import Path

    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.sending.campaigns.needs import Checked
    from scoro_desktop.sending.draft import Draft
    from scoro_desktop.storage.campaigns.types import Campaign
    from scoro_desktop.ui.campaigns.campaigns_page import CampaignsPage
    from scoro_desktop.ui.campaigns.preparation import Audience
    from scoro_desktop.ui.runtime.current_account import CurrentAccount
    from scoro_desktop.ui.runtime.services import Services


class OneCampaign(QObject):
    """One that is prepared, or one that was approved; its later steps are led once they are wanted, as their views are.

    `message_wanted`: another page is. `accounts_wanted(id, logs_in)`: the accounts are, at one (empty: that in use).
    `text_wanted(Campaign)`: its message is to be changed where messages are written. `trial_wanted`: as `CheckStep`'s.
    """

    message_wanted = Signal()
    trial_wanted = Signal(object, str)
    text_wanted = Signal(object)
    accounts_wanted = Signal(str, bool)
    refusals_wanted = Signal()

    def __init__(
        self, services: Services, current: CurrentAccount, page: CampaignsPage, preparation: Preparation | None = None
    ) -> None:
        super().__init__(page)
        self._services = services
        self._current = current
        self._page = page
        self._view = page.one
        self._view.opening.finish()
        self.step = RECIPIENTS
        self.text_for: int | None = None  # a campaign that stands still: the message on Compose is for its rest
        self.kept: int | None = None  # the id in the ledger of what is prepared
        self._wishes = 0  # how often another one was to be on the page: the newest counts
        self.preparation = preparation or Preparation(services.background)
        self.preparation.setParent(self)
        self.everyone = Everyone(services, current, self)
        self.recipients = RecipientsStep(self.preparation, self._view.recipients)
        self._acts = RowActs(services, self._view)
        self._acts.opened.connect(self.open)
        self.right = ReadingRight(services.background, current, self._view.recipients.choice, self)
        self.recipients.message_wanted.connect(self.message_wanted)
        self.recipients.accounts_wanted.connect(lambda: self.accounts_wanted.emit("", False))
        self.recipients.check_wanted.connect(self.everyone.check)
        self.preparation.changed.connect(self._show)
        self._view.steps[RECIPIENTS].wanted.connect(self.to_recipients)
        self._view.recipients.never.clicked.connect(self.refusals_wanted)
        self._view.discard_wanted.connect(self._discard)
        current.changed.connect(self._account_changed)
        services.starts.approved.connect(self._approved)

    @functools.cached_property
    def check(self) -> CheckStep:
        """The second step."""
        step = CheckStep(self._services, self._current, self._view.check)
        step.changed.connect(self._show)
        step.stopped.connect(self.to_recipients)
        step.again_wanted.connect(self.everyone.check_again)
        self._view.check.facts.pace_changed.connect(self.preparation.choose_pace)
        step.trial_wanted.connect(self.trial_wanted)
        step.moves.said.connect(self._view.notice.say)
        self._acts.serve(step, self._view.check)
        return step

    @functools.cached_property
    def running(self) -> RunningStep:
        """The third step."""
        step = RunningStep(self._services, self._view.running)
        step.changed.connect(self._show)
        step.repeat_wanted.connect(self.repeat)
        step.account_wanted.connect(self.accounts_wanted)
        step.text_wanted.connect(self._change_text)
        step.said_elsewhere.connect(self._view.notice.say)
        self._acts.serve(step, self._view.running)
        return step

    @property
    def changes_text(self) -> bool:
        """Tells whether the message on Compose is for the rest of the campaign that is opened."""
        if self.text_for is None or (opened := self.running.campaign) is None:
            return False
        return opened.id == self.text_for

    def begin(self, draft: Draft, audience: Audience | None = None) -> None:
        """Prepares a campaign with this message; a list that is there already stays, and is to be checked anew.

        `audience`: that of the message, where it has one that a campaign can go to.
        """
        self._wishes += 1
        message = dataclasses.replace(draft.message, collection=None, query=None)
        is_for_the_rest, self.text_for = self.changes_text and self.running.can_take(message), None
        if is_for_the_rest:
            self._page.show_one()
            self.open_step(RUNNING)
            self.running.offer_text(message)
            return
        if self.step == RUNNING:
            self.preparation.drop_list()
            self.kept = None
        self.stop_checking()
        if self._services.starts.of(self.kept or 0) is not None:
            self.kept = None
        self.preparation.take_message(message, fields_of(message, draft.as_they_stand), audience)
        self._page.show_one()
        self.to_recipients()
        self._view.prepare(CHECK)
        self.right.ask()

    def repeat(self, campaign: Campaign) -> None:
        """Prepares a campaign with the message, the columns and the pace of another; only the people are new."""
        self._wishes += 1
        self.kept = None
        self.preparation.drop_list()
        self.preparation.repeat(campaign)
        self.preparation.hold_to(self._current.account)
        self._page.show_one()
        self.to_recipients()
        self.right.ask()

    def open(self, campaign_id: int) -> None:
        """Opens a campaign of the ledger."""
        self._wishes += 1
        if campaign_id == self.kept and (self.step != RUNNING or self.check.is_about(campaign_id)):
            self._page.show_one()
            self.open_step(CHECK) if self.step == RUNNING else self._show()
            return
        self._view.prepare(RUNNING)
        opened = functools.partial(self._opened, self._wishes)
        self._services.storage.count(
            self, lambda stores: stores.campaigns.existing(campaign_id), opened, self._not_read
        )

    @property
    def takes_files(self) -> bool:
        """Tells whether a list may be dropped: one that runs has its own."""
        return not self._page.is_list and self.step != RUNNING and self.preparation.message is not None

    @property
    def shown(self) -> int | None:
        """Returns the id of the campaign whose running is on the page; None while another step or the list is."""
        if self._page.is_list or self.step != RUNNING or self.running.campaign is None:
            return None
        return self.running.campaign.id

    def take_file(self, path: Path) -> None:
        """Takes a file that was dropped on the page, where it takes files."""
        self.to_recipients()
        self.recipients.take_file(path)

    def set_colours(self) -> None:
        """Draws in another scheme."""
        for name in self.__dict__.keys() & {"check", "running"}:
            getattr(self, name).set_colours()
        self._show()

    def show_checked(self, campaign: Campaign, checked: Checked, account: Account) -> None:
        """Shows what came of the check, where that is of the account in use."""
        if checked_account.may_show(self.check, campaign, self._current.account):
            self.check.show_checked(campaign, checked, account)
            self._view.prepare(RUNNING)

    def _approved(self, campaign: Campaign, begins: bool) -> None:
        """Shows one that can begin now, where it was looked at until now."""
        if self.kept != campaign.id:
            return
        self.kept = None
        if self.step != RUNNING:  # else that of another one is looked at
            self.running.show(campaign, begins=begins)
            self.open_step(RUNNING)
            self.preparation.drop_list()

    def _opened(self, wish: int, campaign: Campaign) -> None:
        if wish != self._wishes:
            return
        self.stop_checking()
        self._page.show_one()
        if campaign.state is not CampaignState.PREPARING:
            self._view.when_made(RUNNING, lambda: self.show_running(campaign))
            return
        self.kept = campaign.id
        self.preparation.drop_list()
        self.preparation.repeat(campaign)
        self.preparation.hold_to(self._current.account)
        if not listing.is_read(campaign):
            self.to_recipients()
            return
        if (start := self._services.starts.of(campaign.id)) is not None:
            self.show_checked(start.campaign, start.checked, start.account)
        else:
            unchecked.show_not_checked(self.check, campaign)
        self.open_step(CHECK)

    def show_running(self, campaign: Campaign) -> None:
        """Shows the third step of one that was approved."""
        self.running.show(campaign)
        self.open_step(RUNNING)

    def to_recipients(self) -> None:
        """Opens the first step."""
        self.open_step(RECIPIENTS)

    def open_step(self, step: int) -> None:
        """Opens a step, and shows where the campaign stands."""
        self.step = step
        self._show()
        self._view.go_to_start()

    def _discard(self) -> None:
        if not campaign_questions.discard(self._view):
            return
        self.stop_checking()
        self._services.starts.stop(self.kept or 0)
        self.forget_kept()
        self.preparation.drop_list()
        self._page.show_list()

    def stop_checking(self) -> None:
        """Stops what is under way of the second step."""
        if "check" in self.__dict__:
            self.check.task.stop()

    def _change_text(self, campaign: Campaign) -> None:
        self.text_for = campaign.id
        self.text_wanted.emit(campaign)

    def forget_kept(self) -> None:
        """Removes from the ledger what is prepared, unless it is about to start; another list takes its place."""
        if self.kept is not None and self._services.starts.of(self.kept) is None:
            listing.discard(self._services.storage, self.kept)
        self.kept = None

    def _account_changed(self) -> None:
        self.right.ask()
        self.preparation.hold_to(account := self._current.account)
        if self.step == CHECK and checked_account.follow(self.check, account):
            self._show()

    def _not_read(self, error: Exception) -> None:
        if not isinstance(error, StorageError):
            raise error
        self._page.list.say_failed(disk_words.technical(error))

    def _show(self) -> None:
        view, colours = self._view, self._services.appearance.colours
        if self.step == RUNNING and self.running.campaign is not None:
            campaign_head.show_approved(view, self.running, self.running.campaign, colours)
            return
        said = self.recipients.said(self.check.campaign) if self.step == CHECK else None
        campaign_head.show_prepared(view, self.preparation.message, self._current.account, colours, said)
