"""The making of the window: its first frame at once, the rest in steps, or at once where it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.ui.channels.registry import VIEWS
from scoro_desktop.ui.drafts.open_drafts import OpenDrafts
from scoro_desktop.ui.kit import assets
from scoro_desktop.ui.kit.ahead import Ahead
from scoro_desktop.ui.kit.flush_column import Growing, flush_column
from scoro_desktop.ui.kit.splitter import LEAST, PrioritySplitter
from scoro_desktop.ui.kit.unhurried import Steps, Unhurried
from scoro_desktop.ui.runtime.current_account import CurrentAccount
from scoro_desktop.ui.sending.environment_band import EnvironmentBand
from scoro_desktop.ui.window.account_presenter import AccountPresenter
from scoro_desktop.ui.window.compose_tab import ComposeTab
from scoro_desktop.ui.window.compose_tools import form_tools
from scoro_desktop.ui.window.draft_titles import DraftTitles
from scoro_desktop.ui.window.footer import Footer
from scoro_desktop.ui.window.main_pages import MainPage, MainPages
from scoro_desktop.ui.window.message_tools import MessageTools
from scoro_desktop.ui.window.module_order import FIRST, MODULES, PARTS, SEEN
from scoro_desktop.ui.window.pages import Pages
from scoro_desktop.ui.window.top_bar import TopBar
from scoro_desktop.ui.window.window_commands import WindowCommands
from scoro_desktop.ui.window.window_memory import WindowMemory

if TYPE_CHECKING:  # imported where they are made
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction

    from scoro_desktop.ui.history.history_line import HistoryLine
    from scoro_desktop.ui.history.history_pane import HistoryPane
    from scoro_desktop.ui.kit.notice_bar import NoticeBar
    from scoro_desktop.ui.later.later_bar import LaterBar
    from scoro_desktop.ui.runtime.services import Services
    from scoro_desktop.ui.sending.outcome_notice import OutcomeNotice
    from scoro_desktop.ui.sending.send_flow import SendFlow
    from scoro_desktop.ui.window.calendar_presenter import CalendarPresenter
    from scoro_desktop.ui.window.campaign_presenter import CampaignPresenter
    from scoro_desktop.ui.window.curl_presenter import CurlPresenter
    from scoro_desktop.ui.window.disk_presenter import DiskPresenter
    from scoro_desktop.ui.window.drafts_presenter import DraftsPresenter
    from scoro_desktop.ui.window.drop_presenter import DropPresenter
    from scoro_desktop.ui.window.error_presenter import ErrorPresenter
    from scoro_desktop.ui.window.history_dock import HistoryDock
    from scoro_desktop.ui.window.later_presenter import LaterPresenter
    from scoro_desktop.ui.window.library_presenter import LibraryPresenter
    from scoro_desktop.ui.window.message_presenter import MessagePresenter
    from scoro_desktop.ui.window.person_presenter import PersonPresenter
    from scoro_desktop.ui.window.problem_list import ProblemList
    from scoro_desktop.ui.window.problem_presenter import ProblemPresenter
    from scoro_desktop.ui.window.row_trial import RowTrial
    from scoro_desktop.ui.window.saved_audiences_presenter import SavedAudiencesPresenter
    from scoro_desktop.ui.window.staying_presenter import StayingPresenter
    from scoro_desktop.ui.window.template_presenter import TemplatePresenter
    from scoro_desktop.ui.window.undo_presenter import UndoPresenter

SOON_MS: Final = 1000
"""The milliseconds after which the rest is made where nothing was painted by then: nobody sees the window. Ours."""

NARROWEST: Final = 837
"""In pixels: what a screen of 1280 has room for at 144 dpi. On a narrower one the window is wider than the screen."""


class BuiltWindow(QMainWindow):
    """A window of parts. `whole`: all that is seen is there, and says what Send would do. `complete`: every part is.

    What is asked for before is made at once, and the rest with it: nobody meets a part that is missing.
    """

    whole = Signal()
    complete = Signal()

    flow: SendFlow
    history: HistoryPane
    history_line: HistoryLine
    dock: HistoryDock
    notice: NoticeBar
    outcome: OutcomeNotice
    trouble_bar: NoticeBar
    disk: DiskPresenter
    trouble: ErrorPresenter
    problem_list: ProblemList
    saved: SavedAudiencesPresenter
    drafts: DraftsPresenter
    messages: MessagePresenter
    templates: TemplatePresenter
    curl: CurlPresenter
    problems: ProblemPresenter
    undo: UndoPresenter
    library: LibraryPresenter
    drops: DropPresenter
    people: PersonPresenter
    campaigns: CampaignPresenter
    calendar: CalendarPresenter
    staying: StayingPresenter
    later_bar: LaterBar
    later: LaterPresenter
    trial: RowTrial | None

    def __init__(self, services: Services, acts: Mapping[str, Callable[[], object]]) -> None:
        """`acts`: what each command does, by its id."""
        super().__init__()
        # It has no docks; all of it would be painted anew whenever the pointer enters or leaves it.
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, False)
        self._services = services
        self._settings = services.settings
        self._appearance = services.appearance
        self.is_whole = False
        self.is_complete = False
        self._ahead = Ahead((*FIRST, *VIEWS[next(iter(Channel))].modules, *SEEN))
        self._later = Ahead(MODULES)  # a thread of its own, which takes no time from what is seen
        self._is_painted = False
        self.current = CurrentAccount(services.background, services.vault, services.client_factory, self)
        self.commands = WindowCommands(self, acts)
        self._build_front()
        self.building = Unhurried(self._build_rest(), self)
        self.building.done.connect(self._end)
        self.accounts.fill()
        self._memory.restore()
        front = next(iter(self._tabs.values()))
        front.begin()
        titles = DraftTitles(self._held, self._tabs, self.tabs)
        for channel, tab in self._tabs.items():
            self.tabs.add(tab)
            titles.show_name(channel)
        self._show_preview()
        front.form.first().setFocus(Qt.FocusReason.OtherFocusReason)  # not the account: a letter would choose another
        self._fallback = QTimer(self, singleShot=True, interval=SOON_MS)
        self._fallback.timeout.connect(self.building.begin)
        self._fallback.start()

    @property
    def has_failed(self) -> bool:
        """Tells whether a part could not be made, so that others are missing."""
        return self.building.is_done and not self.is_complete

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            """Makes a part that is asked for, and the others with it."""
            if name in PARTS and not self.building.is_done:
                self.building.finish()
                if name in self.__dict__:
                    return self.__dict__[name]
            raise AttributeError(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Goes on building once the first frame is there."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.building.begin()

    def _build_front(self) -> None:
        colours, services = self._appearance.colours, self._services
        self.setWindowIcon(assets.app_icon())
        room = self.screen().availableSize() - QSize(16, 48)  # as in `kit/room.py`, which need not be read for it
        self.resize(QSize(1280, 800).boundedTo(room))
        self.setMinimumSize(QSize(900, 560) if room.width() < NARROWEST else QSize(900, 560).boundedTo(room))
        self.setAcceptDrops(True)
        self.bar = TopBar(colours, self.commands, self._settings.language, self._settings.appearance, self)
        self._menus = self.commands.begin(self.menuBar(), self.commands.titles())
        self.band = EnvironmentBand(colours, self)
        tools = form_tools(services)
        self._tabs = {
            channel: ComposeTab(
                channel, self.current, services.background, self._appearance, self, tools=tools, ready=self._ahead.ready
            )
            for channel in Channel
        }
        self.tabs = Pages(services, lambda: self._appearance.colours.text, self)
        self.tools = MessageTools(colours, self.commands, self.tabs)
        self.tabs.setCornerWidget(self.tools)
        self.pages = MainPages(self.tabs, self.commands, self)
        self.footer = Footer(colours, self.commands, self)
        lines = Growing(self)
        self._lines = QVBoxLayout(lines)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._lines.addWidget(self.footer)
        self._place_of_line = QWidget(lines)
        self._place_of_line.setFixedHeight(self.fontMetrics().height() + 12)  # nothing moves when the line is there
        self._lines.addWidget(self._place_of_line)
        self._upper = flush_column(self, self.pages, lines, stretched=self.pages)
        self._rows = QWidget(self)
        self._rows.setMinimumHeight(LEAST)
        self._split = PrioritySplitter(self)
        self._split.setAccessibleName(self.tr("Page and rows of the history"))
        self._split.addWidget(self._upper)
        self._split.addWidget(self._rows)
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([520, 200])
        lines.grew.connect(self._split.settle.start)
        rows = self.commands["view.history"]
        rows.setChecked(self._settings.history_open)
        self.commands["view.notify"].setChecked(self._settings.notify)
        rows.toggled.connect(self._rows.setVisible)
        self._rows.setVisible(rows.isChecked())
        self.setCentralWidget(flush_column(self, self.bar, self.band, self._split, stretched=self._split))
        self.accounts = AccountPresenter(services, self.current, self.bar, self)
        self._held = OpenDrafts(self)
        self._memory = WindowMemory(self, self._tabs, self._split, self.tabs, self._held, services)
        self.current.changed.connect(self._account_changed)
        for tab in self._tabs.values():
            tab.built.connect(self._show_state)

    def _build_rest(self) -> Steps:
        """Makes what is still missing, the most wanted first."""
        self._ahead.start()
        front = next(iter(self._tabs.values()))
        while not front.building.is_done:
            yield front.building.is_ready
            front.building.step()
        yield self._ahead.ready(SEEN[-1])
        rows = self.commands["view.history"]
        self._build_seen(rows)
        history = self._build_history(rows) if rows.isChecked() else None
        yield None  # what was put into its place is shown
        self._begin()
        yield None
        yield None  # what is seen is painted before anything else is loaded
        self._later.start()
        yield None
        from PySide6.QtWidgets import QStyle  # noqa: F401  hundreds of names, for the next widget that looks otherwise

        yield None
        front.audience.area.viewport()  # the first that Qt made by itself: Python learns all kinds of widgets for it
        if history is None:
            yield self._later.ready("scoro_desktop.ui.history.history_pane")
            history = self._build_history(rows)
        yield self._later.ready("scoro_desktop.ui.window.quiet_lines")
        from scoro_desktop.ui.window import quiet_lines

        quiet_lines.build(self, self._services, self._upper, self._lines)
        self.history = history
        yield self._later.ready(MODULES[-1])
        yield from self._build_presenters()
        self._connect()

    def _build_seen(self, rows: QAction) -> None:
        """Makes what says the state of the message in front, and what came of the last sends."""
        from scoro_desktop.ui.history.history_line import HistoryLine
        from scoro_desktop.ui.kit.notice_bar import NoticeBar
        from scoro_desktop.ui.window import seen_presenters
        from scoro_desktop.ui.window.problem_list import ProblemList

        self.history_line = HistoryLine(rows, self)
        self._lines.replaceWidget(self._place_of_line, self.history_line)
        self._place_of_line.deleteLater()
        self.notice = NoticeBar(self._upper)
        self.pages.turned.connect(self.notice.pass_by)
        self.problem_list = ProblemList(self._appearance.colours, self._upper)
        self._lines.insertWidget(0, self.problem_list)
        self._lines.insertWidget(1, self.notice)
        seen_presenters.build(self, self._tabs)

    def _build_history(self, rows: QAction) -> HistoryPane:
        """Makes the rows of the history in their place, where they are hidden unless `rows` is checked."""
        from scoro_desktop.ui.history.history_pane import HistoryPane
        from scoro_desktop.ui.window.history_dock import HistoryDock

        place = self._rows if rows.isChecked() else self.pages.place_of(MainPage.HISTORY)  # where it is seen first
        history = HistoryPane(self._services.storage, self._appearance.colours, place)
        rows.toggled.disconnect(self._rows.setVisible)
        self.dock = HistoryDock(self.pages, self._split, self._rows, rows, history, self)
        return history

    def _build_presenters(self) -> Steps:
        from scoro_desktop.ui.window import presenters

        parts = presenters.Parts(self._services, self._tabs, self._held, self._memory, self._jump, self.doubt)
        return presenters.build(self, parts)

    def _jump(self, path: tuple[str, ...]) -> None:
        raise NotImplementedError

    def doubt(self) -> None:
        """Lets no audience stand until a person edits one, and nothing leave."""
        raise NotImplementedError

    def turn_to(self, page: MainPage) -> None:
        """Shows a page of the app."""
        raise NotImplementedError

    def _begin(self) -> None:
        raise NotImplementedError

    def _connect(self) -> None:
        raise NotImplementedError

    def _end(self) -> None:
        raise NotImplementedError

    def _account_changed(self) -> None:
        raise NotImplementedError

    def _show_state(self) -> None:
        raise NotImplementedError

    def _show_preview(self) -> None:
        raise NotImplementedError
