"""Between a campaign that is being prepared and its second step: everyone is looked up, shown, and it is started."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from scoro_desktop.invisible import escaped
from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.sending.checks import Asked, Demand
from scoro_desktop.storage.campaigns.states import PersonState
from scoro_desktop.ui.campaigns import campaign_words, check_words, row_words
from scoro_desktop.ui.campaigns.account_quiet import AccountQuiet
from scoro_desktop.ui.campaigns.checking_task import CheckingTask
from scoro_desktop.ui.campaigns.people_model import Shown
from scoro_desktop.ui.campaigns.quota_asker import QuotaAsker
from scoro_desktop.ui.campaigns.row_moves import RowMoves
from scoro_desktop.ui.campaigns.samples import Sample, Samples, sample_of
from scoro_desktop.ui.campaigns.start_later import StartLater
from scoro_desktop.ui.campaigns.trouble_words import trouble_words

if TYPE_CHECKING:
    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.sending.campaigns.needs import Checked
    from scoro_desktop.storage.campaigns.types import Campaign, CampaignPerson
    from scoro_desktop.ui.campaigns.check_view import CheckView
    from scoro_desktop.ui.campaigns.sums_list import Sum
    from scoro_desktop.ui.runtime.current_account import CurrentAccount
    from scoro_desktop.ui.runtime.services import Services

TAKEN_IN: Final = frozenset({"by_hand", "same_person", "same_phone", "messaged_lately"})
"""The reasons that a person may set aside (`storage.campaigns.preparing`)."""

_WHO: Final = 24
"""Characters of what names a person that no row of a file stands for. Ours."""


class CheckStep(QObject):
    """`stopped`: the checking was ended by a person. `again_wanted`: all of it is to be done anew. `changed`: another
    state is to be shown. `trial_wanted(tuple[Sample, ...], str)`: what rows would get is to be sent as trials, by the
    account of that id.
    """

    stopped = Signal()
    again_wanted = Signal()
    changed = Signal()
    trial_wanted = Signal(object, str)

    def __init__(self, services: Services, current: CurrentAccount, view: CheckView) -> None:
        super().__init__(view)
        self._services = services
        self._view = view
        self.account: Account | None = None
        self._quiet: AccountQuiet | None = None
        self.is_stale = False  # rows were left out or taken in since it was checked
        self.campaign: Campaign | None = None
        self.checked: Checked | None = None
        self.task = CheckingTask(services.background, self)
        self.task.told.connect(self._tell)
        QuotaAsker(services.background, current, self, view.facts)
        view.stop_wanted.connect(self._stop)
        view.again_wanted.connect(self.again_wanted)
        view.sums.chosen.connect(self._show_rows)
        view.table.chosen.connect(self._show_person)
        view.preview.step.connect(view.table.step)
        view.preview.trial_wanted.connect(self._try)
        view.preview.trials_wanted.connect(self._try_some)
        self._samples = Samples(services.storage, self)
        self._samples.chosen.connect(self.trial_wanted)
        self._samples.failed.connect(self.show_failed)
        view.preview.longest.connect(lambda: self._show_extreme(longest=True))
        view.preview.shortest.connect(lambda: self._show_extreme(longest=False))
        self.moves = RowMoves(services.storage, self, view)
        view.facts.pace_changed.connect(self._change_pace)
        view.demand.changed.connect(self._show_start)
        view.start_wanted.connect(self._start)
        self._starts = services.starts
        self._starts.failed.connect(self.fail)
        self._starts.told.connect(self._tell_start)
        services.campaigns.doubted.connect(self._doubt)
        self.later = StartLater(services, view, self._start, lambda: self.account)

    @property
    def is_starting(self) -> bool:
        """Tells whether its start was confirmed, and its requests are being written down."""
        return self.campaign is not None and self._starts.of(self.campaign.id) is not None

    def is_about(self, campaign_id: int) -> bool:
        """Tells whether it shows what came of the check of a campaign, or will once rows are counted again."""
        is_counted = not self.is_stale or self.task.is_at_work
        return self.checked is not None and is_counted and self.shows(campaign_id)

    def shows(self, campaign_id: int) -> bool:
        """Tells whether a campaign is the one that is shown."""
        return self.campaign is not None and self.campaign.id == campaign_id

    def call_off(self) -> None:
        """Starts it no more, where that was confirmed and it has not begun: what was checked changes."""
        if self.campaign is not None:
            self._starts.stop(self.campaign.id)

    def show_busy(self) -> None:
        """Shows that the checking has begun."""
        self.checked = None
        self._view.show_busy(self.tr("Reading the list…"))

    def show_failed(self, error: Exception) -> None:
        """Shows why the checking ended before its end; an exception that is none of the expected is raised."""
        title, words = trouble_words(error)
        self._view.show_failed(title, words)
        self.changed.emit()

    def show_unchecked(self, title: str, words: str) -> None:
        """Shows that nothing is known of anybody yet, and why."""
        self.checked = None
        self._view.show_failed(title, words)

    def show_checked(self, campaign: Campaign, checked: Checked, account: Account) -> None:
        """Shows what came of it."""
        self.campaign, self.checked, self.account = campaign, checked, account
        self.is_stale = False
        view = self._view
        if self._quiet is None or self._quiet.account_id != account.id:
            self._quiet = AccountQuiet(account, view)
            self._quiet.changed.connect(self._show_start)
            view.show_quiet(self._quiet)
        self._quiet.refresh()
        view.show_checked()
        self._show_facts()
        lines = check_words.sum_lines(checked.sums, self._services.appearance.colours)
        view.sums.show_sums(lines, choose=PersonState.PLANNED)
        self._ask_total()
        self.changed.emit()

    def set_colours(self) -> None:
        """Draws the sums in another scheme."""
        if self.checked is not None:
            self._view.sums.show_sums(check_words.sum_lines(self.checked.sums, self._services.appearance.colours))

    def _stop(self) -> None:
        self.task.stop()
        self.stopped.emit()

    def _tell(self, what: str, done: int, whole: int) -> None:
        if not self._view.is_checked:
            self._view.show_busy(check_words.telling(what, done, whole), done, whole)

    def _show_facts(self) -> None:
        campaign, checked, account = self.campaign, self.checked, self.account
        if campaign is None or checked is None or account is None:
            return
        self._view.facts.show_facts(check_words.facts(checked, account), check_words.tips(checked, account))
        self._view.facts.show_pace(campaign.pace, float(account.requests_per_second))
        self._show_until(campaign.pace)

    def _tell_start(self, campaign_id: int, done: int) -> None:
        if self.is_starting and self.shows(campaign_id) and self.checked is not None:
            said, total = map(campaign_words.number, (done, self.checked.sums.ready))
            words = self.tr("Writing the requests down… {done} of {total}")
            self._view.why_not.setText(words.format(done=said, total=total))

    def _show_until(self, pace: float) -> None:
        if self.checked is not None and self.account is not None:
            seconds = self.checked.requests / pace
            self._view.facts.show_until(check_words.until(seconds, datetime.now(UTC), self.account))

    def _change_pace(self, pace: float) -> None:
        campaign = self.campaign
        if campaign is None:
            return
        self._show_until(pace)

        def changed(_done: None) -> None:
            if self.campaign is not None and self.shows(campaign.id):
                self.campaign = dataclasses.replace(self.campaign, pace=pace)

        failed = partial(self.fail, campaign.id)
        self._services.storage.write(
            self, lambda stores: stores.campaigns.change(campaign.id, pace=pace), changed, failed
        )

    def _show_rows(self, chosen: Sum) -> None:
        if self.campaign is None:
            return
        self._view.heading.show_text(f"{chosen.words}: {campaign_words.number(chosen.count)}")
        shown = Shown(self.campaign.id, chosen.state, chosen.why)
        self._view.model.show_rows(shown, chosen.count, self.campaign.columns)
        self._view.leave_out.setEnabled(chosen.state is PersonState.PLANNED and chosen.count > 0)
        self._view.take_in.setEnabled(chosen.why in TAKEN_IN and chosen.count > 0)
        self._view.export.setEnabled(chosen.count > 0)
        self._view.table.go_to(0)
        self._show_person()

    def _show_person(self) -> None:
        campaign, person, preview = self.campaign, self._view.table.current(), self._view.preview
        if campaign is None or person is None:
            preview.show_nothing(self.tr("Choose a row"))
            return
        who = escaped((person.values[0] if person.values else person.key)[:_WHO])  # of an audience, which has no rows
        if person.row:
            who = self.tr("Row {number}").format(number=campaign_words.number(person.row))
        note = row_words.why_exactly(person.why, person.detail) if person.why else ""
        sample = self._sample_of("", campaign, person)
        preview.show_message(Channel(campaign.channel), None if sample is None else sample.request.message, who, note)

    def _try(self) -> None:
        """Has the message of the row in sight sent as a trial."""
        campaign, person = self.campaign, self._view.table.current()
        sample = None if campaign is None or person is None else self._sample_of("", campaign, person)
        if campaign is not None and sample is not None:
            self.trial_wanted.emit((sample,), campaign.account_id)

    def _try_some(self) -> None:
        campaign, checked = self.campaign, self.checked
        if campaign is not None and checked is not None:
            self._samples.take(campaign, checked, self._view.table.selected_people(), self._sample_of)

    def _sample_of(self, name: str, campaign: Campaign, person: CampaignPerson) -> Sample | None:
        return sample_of(name, campaign, person, self.account)

    def _show_extreme(self, *, longest: bool) -> None:
        if self.checked is not None:
            at = self.checked.longest if longest else self.checked.shortest
            if at is not None:
                self._view.sums.choose(PersonState.PLANNED)
                self._view.table.go_to(at)

    def begin_to_move(self) -> None:
        """Rows are being left out or taken in: nothing can start before they are counted again."""
        self.call_off()
        self.is_stale = True
        self._show_start()

    def count_again(self) -> None:
        """Judges those who are ready once more; who was left out by hand stays so. Nothing can start before."""
        campaign, account = self.campaign, self.account
        if campaign is None or account is None:
            return
        self.begin_to_move()
        from scoro_desktop.sending.campaigns import preparing

        wait_for = self._services.storage.wait_for
        self.task.begin(
            lambda told, wanted: preparing.recheck(wait_for, campaign.id, account, told=told, wanted=wanted),
            lambda came: self.show_checked(*came, account),
            self.show_failed,
        )

    def _ask_total(self) -> None:
        ready = 0 if self.checked is None else self.checked.sums.ready
        self._view.demand.clear()
        if ready:
            self._view.demand.ask(Demand(Asked.TYPE, str(ready)), "")
        self._show_start()

    def _show_start(self) -> None:
        view, checked = self._view, self.checked
        ready = 0 if checked is None else checked.sums.ready
        is_sms = self.campaign is not None and CHANNELS[Channel(self.campaign.channel)].needs_phone
        view.start.setText(check_words.start_button(ready, is_sms=is_sms))
        can = bool(ready) and view.demand.is_met and not self.is_stale and not self.is_starting
        view.start.setEnabled(can and (self._quiet is None or self._quiet.is_met))
        view.later.setEnabled(can)
        if not ready:
            words = self.tr("Nobody is left to get it.")
        elif self.is_stale:
            words = self.tr("Counting again…")
        elif self.is_starting:
            words = self.tr("Writing the requests down…")
        else:
            words = ""
        view.why_not.setText(words)
        view.why_not.setVisible(bool(words))

    def _start(self) -> None:
        campaign, checked, account = self.campaign, self.checked, self.account
        when = self.later.take()
        is_later = when is not None
        button = self._view.later if is_later else self._view.start
        if campaign is None or checked is None or account is None or not button.isEnabled():
            return
        in_quiet_hours = self.later.in_quiet_hours if is_later else not (self._quiet is None or self._quiet.isHidden())
        if not is_later and self._quiet is not None and not self._quiet.refresh():  # they began while it was looked at
            self._show_start()
            return
        from scoro_desktop.ui.runtime.campaign_starts import Start

        self._starts.begin(Start(campaign, checked, account, when, in_quiet_hours))
        self._show_start()

    def _doubt(self) -> None:
        """Starts nothing that is not started yet, and asks for the total again: something went wrong in the app."""
        self.call_off()
        self._ask_total()

    def fail(self, campaign_id: int, error: Exception) -> None:
        """Shows why something could not be done to a campaign, where that is still the one that is shown."""
        if self.shows(campaign_id):
            self._show_start()
            self.show_failed(error)
