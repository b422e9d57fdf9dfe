"""Presenters of the window: what stands between its parts, made once all that is seen is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from scoro_desktop.ui.history.kept_view import KeptView
from scoro_desktop.ui.sending.desktop_teller import DesktopTeller
from scoro_desktop.ui.sending.send_flow import SendFlow
from scoro_desktop.ui.window.calendar_presenter import CalendarPresenter
from scoro_desktop.ui.window.called_off import CalledOff
from scoro_desktop.ui.window.campaign_presenter import CampaignPresenter
from scoro_desktop.ui.window.curl_presenter import CurlPresenter
from scoro_desktop.ui.window.drafts_presenter import DraftsPresenter
from scoro_desktop.ui.window.drop_presenter import DropPresenter
from scoro_desktop.ui.window.later_presenter import Around, LaterPresenter
from scoro_desktop.ui.window.library_presenter import AUDIENCES, DRAFTS, TEMPLATES, LibraryPresenter
from scoro_desktop.ui.window.main_pages import MainPage
from scoro_desktop.ui.window.person_presenter import PersonPresenter
from scoro_desktop.ui.window.saved_audiences_presenter import SavedAudiencesPresenter
from scoro_desktop.ui.window.staying_presenter import StayingPresenter
from scoro_desktop.ui.window.template_presenter import TemplatePresenter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from scoro_desktop.messages.channels.channel import Channel
    from scoro_desktop.messages.problems import FieldPath
    from scoro_desktop.ui.drafts.open_drafts import OpenDrafts
    from scoro_desktop.ui.kit.unhurried import Steps
    from scoro_desktop.ui.runtime.services import Services
    from scoro_desktop.ui.window.built_window import BuiltWindow
    from scoro_desktop.ui.window.compose_tab import ComposeTab
    from scoro_desktop.ui.window.row_trial import RowTrial
    from scoro_desktop.ui.window.window_memory import WindowMemory

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Parts:
    """The parts of the window that it shows nobody else. `jump`: goes to a problem; `doubt`: has no audience stand."""

    services: Services
    tabs: Mapping[Channel, ComposeTab]
    held: OpenDrafts
    memory: WindowMemory
    jump: Callable[[FieldPath], object]
    doubt: Callable[[], object]


def _trial(window: BuiltWindow, parts: Parts) -> RowTrial:
    """Returns what sends a row of a campaign as a trial, made for the first."""
    if window.trial is None:
        from scoro_desktop.ui.window.row_trial import RowTrial

        tell = window.campaigns.tell
        window.trial = RowTrial(parts.services, window.current, parts.tabs, window.people, window.flow, tell, window)
    return window.trial


def build(window: BuiltWindow, parts: Parts) -> Steps:
    """Makes the presenters, each attribute of the window in the order in which they need each other, in steps."""
    services, current, tabs = parts.services, window.current, parts.tabs
    window.library = LibraryPresenter(window.pages, lambda: window.turn_to(MainPage.COMPOSE), window)
    window.flow = SendFlow(
        services.storage, services.dispatch, current, services.background, services.appearance, window
    )
    DesktopTeller(services, window)
    window.people = PersonPresenter(services, current, window.notice, window)
    window.saved = SavedAudiencesPresenter(services, tabs.values(), window.people.choose_tester, window)
    window.disk.watch(parts.memory)
    window.drafts = DraftsPresenter(
        services,
        parts.held,
        parts.memory,
        tabs,
        window.tabs,
        window.notice,
        window.library.shelf(DRAFTS),
        window,
    )
    yield None
    CalledOff(services.dispatch, window.messages, window.outcome, window)
    window.templates = TemplatePresenter(
        services,
        window.messages,
        tabs,
        window.notice,
        window.library.shelf(TEMPLATES),
        window,
    )
    window.library.add(DRAFTS, translate("MainWindow", "Drafts"), window.drafts.show, window.drafts.write)
    window.library.add(
        TEMPLATES,
        translate("MainWindow", "Templates"),
        window.templates.show,
        lambda: window.messages.tab.channel,
    )
    window.library.add(
        AUDIENCES,
        translate("MainWindow", "Audiences"),
        lambda: window.saved.show_on(window.library.shelf(AUDIENCES), window.messages.tab),
        lambda: window.saved.made_of(window.messages.tab),
    )
    window.curl = CurlPresenter(
        services, current, lambda: window.messages.tab, window.messages.open, window.accounts.show, window
    )
    window.drops = DropPresenter(
        services.background, window.notice, window.curl.import_text, window.library.open_list, window
    )
    yield None
    window.campaigns = CampaignPresenter(
        services,
        current,
        window.pages,
        window.messages,
        window.notice,
        parts.jump,
        window.accounts,
        window,
    )
    for each in tabs.values():
        each.columns = window.campaigns.columns
    window.history.kept = KeptView(services.settings)
    window.disk.retention.deleted.connect(lambda _number: window.history.refresh())
    services.campaigns.progressed.connect(window.history.campaigns.progressed)
    window.history.campaigns.changed.connect(window.history_line.tell)
    window.history.campaign_wanted.connect(window.campaigns.show)
    window.history_line.wanted.connect(window.history.open_line)
    window.trial = None
    window.campaigns.trial_wanted.connect(lambda request, account: _trial(window, parts).send(request, account))
    yield None
    around = Around(
        window.flow,
        window.messages,
        window.notice,
        window.later_bar,
        parts.doubt,
        parts.jump,
        window.campaigns.show,
        parts.memory,
    )
    window.later = LaterPresenter(services, current, around, window)
    window.calendar = CalendarPresenter(services, window.pages, window.history, window.later, window.commands, window)
    window.flow.row_changed.connect(window.calendar.refresh)
    window.staying = StayingPresenter(services, window.commands, window.notice, window.later.show, window)
    yield None
