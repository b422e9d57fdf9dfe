"""Campaigns in the window: begun with the message on the screen, shown on their page, which is made once it is seen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.request import Request
from scoro_desktop.messages.variables import VariableNotes, uses
from scoro_desktop.ui.window.campaign_audience import audience_of, named
from scoro_desktop.ui.window.campaign_closing import CampaignClosing
from scoro_desktop.ui.window.campaign_teller import CampaignTeller
from scoro_desktop.ui.window.main_pages import MainPage
from scoro_desktop.ui.window.people_fields import PEOPLE, keys_of, names_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QDropEvent
    from PySide6.QtWidgets import QWidget

    from scoro_desktop.audience.schema import Field
    from scoro_desktop.messages.campaign_plan import CampaignPlan
    from scoro_desktop.messages.problems import FieldPath, Problem
    from scoro_desktop.sending.draft import Draft
    from scoro_desktop.storage.campaigns.types import Campaign
    from scoro_desktop.ui.campaigns.campaigns_page import CampaignsPage
    from scoro_desktop.ui.campaigns.left import Left
    from scoro_desktop.ui.campaigns.one_campaign import OneCampaign
    from scoro_desktop.ui.campaigns.person_dialog import PersonDialog
    from scoro_desktop.ui.campaigns.preparation import Preparation
    from scoro_desktop.ui.kit.notice_bar import NoticeBar
    from scoro_desktop.ui.runtime.current_account import CurrentAccount
    from scoro_desktop.ui.runtime.services import Services
    from scoro_desktop.ui.window.account_presenter import AccountPresenter
    from scoro_desktop.ui.window.campaign_opening import Opening
    from scoro_desktop.ui.window.compose_tab import ComposeTab
    from scoro_desktop.ui.window.main_pages import MainPages
    from scoro_desktop.ui.window.message_presenter import MessagePresenter

FILLED = frozenset({"variable_missing"})
"""Problems of a single message that a campaign has an answer to: it fills the variables for each person."""


class CampaignPresenter(QObject):
    """Between Compose and the page Campaigns. `jump`: goes to a problem of the message on Compose.

    `trial_wanted(tuple[Sample, ...], str)`: as `CheckStep`'s.
    """

    trial_wanted = Signal(object, str)

    def __init__(
        self,
        services: Services,
        current: CurrentAccount,
        pages: MainPages,
        messages: MessagePresenter,
        notice: NoticeBar,
        jump: Callable[[FieldPath], object],
        accounts: AccountPresenter,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._services = services
        self._current = current
        self._pages = pages
        self._messages = messages
        self._notice = notice
        self._jump = jump
        self._accounts = accounts
        self._runner = services.campaigns
        self.closing = CampaignClosing(services.campaigns, services.starts, notice, parent)
        self._followed: list[ComposeTab] = []  # whose fields are listened to
        CampaignTeller(services, notice, self._is_seen, self.show, parent)
        self._page: CampaignsPage | None = None
        self._one: OneCampaign | None = None
        self._opening: Opening | None = None
        self._tab: ComposeTab | None = None  # whose message is prepared
        self._taken: Preparation | None = None  # over from the window of another language
        services.appearance.changed.connect(self._show_colours)

    @property
    def page(self) -> CampaignsPage:
        """Returns the page, made where it is not there yet."""
        if self._page is None:
            from scoro_desktop.ui.campaigns.campaigns_page import CampaignsPage

            self._page = CampaignsPage(self._services, self._window)
            self._page.message_wanted.connect(self._write)
            self._page.opened.connect(self.show)
            self._pages.put(MainPage.CAMPAIGNS, self._page)
        return self._page

    @property
    def one(self) -> OneCampaign:
        """Returns what leads the campaign that is opened; what is missing of it and its page is made now."""
        if self._one is None:
            from scoro_desktop.ui.campaigns.one_campaign import OneCampaign

            self._one = OneCampaign(self._services, self._current, self.page, self._taken)
            self._one.message_wanted.connect(self._write)
            self._one.preparation.planned.connect(self._keep_plan)
            self._one.text_wanted.connect(self._change_text)
            self._one.trial_wanted.connect(self.trial_wanted)
            self._one.accounts_wanted.connect(lambda which, logs_in: self._accounts.show(which, logs_in=logs_in))
            self._one.refusals_wanted.connect(self._accounts.show_do_not_send)
        return self._one

    def columns(self) -> Sequence[str]:
        """Lists the titles of the list that the message on Compose is for; nothing where there is none."""
        one = self._one
        if one is None:
            return ()
        campaign = one.running.campaign if one.changes_text else None
        return one.preparation.titles() if campaign is None else campaign.columns

    def open(self) -> None:
        """Shows what was looked at last, up to date."""
        if self.page.is_list:
            self.page.refresh()
        self.page.go_to_start()

    def begin(self) -> None:
        """Begins a campaign with the message on the screen, or goes to what is wrong with it."""
        tab = self._messages.seen
        if tab is None:
            return
        draft = tab.draft()
        first = next(iter(self._problems(draft)), None)
        if first is not None:
            self._jump(first.field)
            return
        if self._notice.holds(self._asked_for_text()):
            self._notice.hide()
        fields = self._fields_of(tab)
        audience = audience_of(tab, draft, self._current.account, fields)
        self._pages.turn_to(MainPage.CAMPAIGNS)
        account = self._current.account

        def lead(one: OneCampaign) -> None:
            one.preparation.take_plan(tab.plan)
            one.preparation.template = None if tab.made_of is None else tab.made_of.to_json()
            one.preparation.hold_to(account)
            one.preparation.know_keys(keys_of(fields))
            self._tab = tab
            one.begin(draft, audience)

        self._lead(lead)

    @property
    def is_opening(self) -> bool:
        """Tells whether what leads a campaign is being made, a few milliseconds at a time."""
        return self._opening is not None and not self._opening.is_done

    def _lead(self, act: Callable[[OneCampaign], object]) -> None:
        """Does something with what leads the campaign that is opened; the first time once it is made."""
        if self._one is not None and not self.is_opening:
            act(self._one)
            return
        if self._opening is None or self._opening.is_done:
            from scoro_desktop.ui.window.campaign_opening import Opening

            self._opening = Opening(lambda: self.page, lambda: self.one, self)
        self._opening.then(act)

    def _fields_of(self, tab: ComposeTab) -> tuple[Field, ...]:
        """The fields of people as far as they are known; those that the server tells of later are followed."""
        if tab not in self._followed:
            self._followed.append(tab)
            tab.known_fields.changed.connect(lambda: self._fields_known(tab))
        return tab.known_fields.fields(PEOPLE)

    def _fields_known(self, tab: ComposeTab) -> None:
        """Takes the fields of people that the server told of after they were asked for."""
        fields = tab.known_fields.known(PEOPLE)

        def take(one: OneCampaign) -> None:
            one.preparation.know_fields(names_of(fields))
            one.preparation.know_keys(keys_of(fields))

        self._lead(take)

    def leave(self) -> Left | None:
        """Gives what is opened to the window of another language; None where nothing is. This one leads it no more."""
        if self._one is None or self.is_opening:
            return None
        from scoro_desktop.ui.campaigns import left

        return left.of(self._one, self.page, "" if self._tab is None else self._tab.channel.value)

    def take_over(self, before: Left) -> None:
        """Goes on where the window of another language was, unless something was opened here by then."""
        if self._one is not None or self._opening is not None:
            return
        from scoro_desktop.ui.campaigns import left

        self._taken = left.renamed(before.preparation, named)
        self._tab = self._messages.tab_of(before.channel)
        self._lead(lambda one: left.go_on(before, self.page, one))
        if before.text_for is not None:
            self._notice.say(self._asked_for_text())

    def find_person(self) -> PersonDialog:
        """Opens the dialog that says what campaigns did with somebody."""
        from scoro_desktop.ui.campaigns.person_dialog import PersonDialog

        account = self._current.account
        whose = None if account is None else (account.id, account.name)
        dialog = PersonDialog(self._services.storage, self._services.appearance.colours, whose, self._window)
        dialog.opened.connect(self._show_from_dialog)
        dialog.open()
        return dialog

    def _show_from_dialog(self, campaign_id: int) -> None:
        self._pages.turn_to(MainPage.CAMPAIGNS)
        self.show(campaign_id)

    def show(self, campaign_id: int) -> None:
        """Opens a campaign."""
        tab = self._messages.seen
        if tab is not None:
            keys = keys_of(self._fields_of(tab))
            self._lead(lambda one: one.preparation.know_keys(keys))
        self._pages.turn_to(MainPage.CAMPAIGNS)
        self._lead(lambda one: one.open(campaign_id))

    def dropped(self, event: QDropEvent) -> bool:
        """Takes a file that was dropped while the page is seen, as a list of people; tells whether it did."""
        paths = [Path(each.toLocalFile()) for each in event.mimeData().urls() if each.isLocalFile()]
        if (
            self._pages.page is not MainPage.CAMPAIGNS
            or len(paths) != 1
            or self._one is None
            or not self._one.takes_files
        ):
            return False
        event.acceptProposedAction()
        self._one.take_file(paths[0])
        return True

    def tell(self, words: str) -> None:
        """Says something above the campaign that is opened."""
        self.page.one.notice.say(words)

    def may_close(self, close: Callable[[], object]) -> bool:
        """Asks while campaigns run; `close` is called once what is under way has ended. Asked again, it may close."""
        return self.closing.may_close(close)

    @property
    def shown(self) -> int | None:
        """Returns the id of the campaign whose running is on the screen; None for none."""
        return self._one.shown if self._pages.page is MainPage.CAMPAIGNS and self._one is not None else None

    def _is_seen(self, campaign_id: int) -> bool:
        """Tells whether a campaign is on the screen, as one that runs or that is about to start."""
        if self._one is None or self._page is None or self._pages.page is not MainPage.CAMPAIGNS:
            return False
        return campaign_id in {self._one.shown, self._one.kept if self._page.one.check.isVisible() else None}

    def _problems(self, draft: Draft) -> list[Problem]:
        """Lists what stops the message itself: whom it goes to is chosen on the page."""
        from scoro_desktop.sending import checks

        return [each for each in checks.message_problems(draft) if each.stops and each.code not in FILLED]

    def _keep_plan(self, plan: CampaignPlan) -> None:
        """Keeps with the message how its campaign is led: drafts have it then, and templates that are made of it."""
        if self._tab is not None and plan != self._tab.plan:
            self._tab.plan = plan
            self._tab.changed.emit()

    def _write(self) -> None:
        """Turns to the message, where a name that nothing fills stands in it."""
        self._pages.turn_to(MainPage.COMPOSE)
        tab = self._messages.tab
        unfilled = set() if self._one is None else {each.name for each in self._one.preparation.unfilled()}
        places = (each.path for each in uses(tab.composition.message.to_wire()) if each.name in unfilled)
        place = next(places, None)
        if place is None:
            tab.go_to_start()
        else:
            self._jump(place)

    def _change_text(self, campaign: Campaign) -> None:
        """Opens the message of a campaign on Compose, to be changed for the rest."""
        request = Request.from_wire(Channel(campaign.channel), campaign.message)
        self._messages.open_message(request, VariableNotes())
        self._pages.turn_to(MainPage.COMPOSE)
        self._notice.say(self._asked_for_text())

    def _asked_for_text(self) -> str:
        return self.tr("Change the text, then press “Campaign…”: it goes to the rest of the campaign.")

    def _show_colours(self) -> None:
        if self._page is not None:
            self._page.set_colours(self._services.appearance.colours)
            if self._one is not None:
                self._one.set_colours()
