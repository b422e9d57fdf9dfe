"""The window: puts its parts together and lets them hear of each other."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow

from scoro_desktop.messages.problems import Problem
from scoro_desktop.messages.request import Channel
from scoro_desktop.scorocode.cost import Reach
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.sending import checks
from scoro_desktop.sending.draft import Draft
from scoro_desktop.storage.history import Send
from scoro_desktop.ui.drafts.open_drafts import OpenDrafts
from scoro_desktop.ui.history.history_pane import HistoryPane
from scoro_desktop.ui.kit import assets, questions
from scoro_desktop.ui.kit.flush_column import flush_column
from scoro_desktop.ui.kit.notice_bar import NoticeBar
from scoro_desktop.ui.kit.page import Page
from scoro_desktop.ui.kit.priority_splitter import LEAST, PrioritySplitter
from scoro_desktop.ui.runtime.current_account import CurrentAccount
from scoro_desktop.ui.runtime.services import Services
from scoro_desktop.ui.sandbox.sandbox_view import SandboxView
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.sending.environment_band import EnvironmentBand
from scoro_desktop.ui.sending.send_flow import SendFlow
from scoro_desktop.ui.window import busy_words
from scoro_desktop.ui.window.account_presenter import AccountPresenter
from scoro_desktop.ui.window.compose_tab import ComposeTab
from scoro_desktop.ui.window.compose_tools import form_tools
from scoro_desktop.ui.window.curl_presenter import CurlPresenter
from scoro_desktop.ui.window.disk_presenter import DiskPresenter
from scoro_desktop.ui.window.drafts_presenter import DraftsPresenter
from scoro_desktop.ui.window.error_presenter import ErrorPresenter
from scoro_desktop.ui.window.footer import Footer
from scoro_desktop.ui.window.message_presenter import MessagePresenter
from scoro_desktop.ui.window.pages import Pages
from scoro_desktop.ui.window.problem_list import ProblemList
from scoro_desktop.ui.window.problem_presenter import ProblemPresenter
from scoro_desktop.ui.window.saved_audiences_presenter import SavedAudiencesPresenter
from scoro_desktop.ui.window.template_presenter import TemplatePresenter
from scoro_desktop.ui.window.top_bar import TopBar
from scoro_desktop.ui.window.undo_presenter import UndoPresenter
from scoro_desktop.ui.window.window_acts import acts_of, fill_menu_bar
from scoro_desktop.ui.window.window_commands import OF_A_MESSAGE, WindowCommands
from scoro_desktop.ui.window.window_memory import WindowMemory
from scoro_desktop.ui.words import wording

NARROW: Final = 1180
"""Below this width, in pixels, the preview folds away."""


class MainWindow(QMainWindow):
    """`language_chosen` asks the app to build the window anew in another language."""

    language_chosen = Signal(str)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._settings = services.settings
        self._appearance = services.appearance
        self.current = CurrentAccount(services.background, services.vault, services.client_factory, self)
        self.flow = SendFlow(
            services.storage, services.dispatch, self.current, services.background, services.appearance, self
        )
        self._preview_wanted: bool | None = None
        self._sandbox_view: SandboxView | None = None
        self._build()
        self.accounts = AccountPresenter(services, self.current, self.bar, self)
        self.messages = MessagePresenter(self._tabs, self.tabs, self.notice, self.drafts.make_room, self)
        self.templates = TemplatePresenter(services, self.messages, self._tabs, self.notice, self)
        self.curl = CurlPresenter(
            services, self.current, lambda: self.tab, self.messages.open, self.accounts.show, self
        )
        self.problems = ProblemPresenter(self.footer, self.problem_list, lambda path: self.tab.place_of(path), self)
        self.undo = UndoPresenter(self.bar, self._tabs.values(), self.messages, self.notice, self)
        self._connect()
        self.accounts.fill()
        self._memory.restore()
        self.disk.begin()
        self._account_changed()
        self.tab.form.first().setFocus(
            Qt.FocusReason.OtherFocusReason
        )  # not the account: a letter would choose another

    @property
    def tab(self) -> ComposeTab:
        """The message in front, or the one that was, while a page of another kind is."""
        return self.messages.tab

    def send(self) -> ConfirmDialog | None:
        """Opens the confirmation of what is in front, or goes to what is missing."""
        if self.messages.in_front is None:
            return None
        return self._confirm(self.tab.draft())

    def send_test(self) -> None:
        """Opens the confirmation of a test, to the audience for tests; without one, the place to choose it."""
        if self.messages.in_front is not None:
            self.saved.test_of(self.tab, self._confirm)

    def doubt(self) -> None:
        """Lets no audience stand until a person edits one: something went wrong, and nobody can say in what."""
        for tab in self._tabs.values():  # first: the words may be what goes wrong next
            tab.composer.doubt()
        self.footer.show_busy(wording.problem(Problem("audience_in_doubt", checks.QUERY)))
        self._show_state()

    def _confirm(self, draft: Draft) -> ConfirmDialog | None:
        tab = self.tab
        if not tab.composer.shows(draft):
            self.doubt()
            return None
        first = next((each for each in self.current.problems(draft) if each.stops), None)
        if first is not None:
            self._jump(first.field)
            return None
        unchecked = tab.known_fields.unchecked(draft.collection, draft.query())
        return self.flow.confirm(draft, unchecked, Reach if draft.is_test else tab.costs.reach_of)

    def show_sandbox(self) -> None:
        """Opens the view of what arrived in the sandbox."""
        if self._sandbox_view is None and self._services.sandbox is not None:
            self._sandbox_view = SandboxView(self._services.sandbox, self)
        if self._sandbox_view is not None:
            self._sandbox_view.show()
            self._sandbox_view.raise_()
            self._sandbox_view.activateWindow()

    def retire(self) -> None:
        """Keeps what is on the screen and stops listening: another window takes over."""
        self._memory.retire()
        self.flow.retire()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks while a send is under way; keeps what is on the screen, and asks where that cannot be done."""
        if self._services.dispatch.under_way and not questions.leave_while_sending(self):
            event.ignore()
            return
        self.save()
        event.setAccepted(self.disk.may_close())

    def save(self) -> None:
        """Writes down drafts, sizes and choices."""
        self._memory.save()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Folds the preview away when the window gets narrow."""
        super().resizeEvent(event)
        self._show_preview()

    def _build(self) -> None:
        colours = self._appearance.colours
        self.setWindowIcon(assets.app_icon())
        self.resize(QSize(1280, 800).boundedTo(self.screen().availableSize() - QSize(16, 48)))  # room for its frame
        self.setMinimumSize(900, 560)
        self.commands = WindowCommands(self, acts_of(self))
        self.bar = TopBar(colours, self.commands, self._settings.language, self._settings.appearance, self)
        self.band = EnvironmentBand(colours, self)
        refresh = assets.icon("refresh", colours.text)
        tools = form_tools(self._services)
        self._tabs = {
            channel: ComposeTab(channel, self.current, self._services.background, colours, refresh, self, tools=tools)
            for channel in Channel
        }
        self.tabs = Pages(self._services, lambda: self._appearance.colours.text, self)
        for tab in self._tabs.values():
            self.tabs.add(tab)
        self.notice = NoticeBar(self)
        self.disk = DiskPresenter(self._services, self)
        self.trouble_bar = NoticeBar(self)
        self.trouble = ErrorPresenter(
            self.trouble_bar,
            self._services.data_dir,
            lambda: self._services.dispatch.under_way,
            lambda: self.current.keys,
            self,
        )
        self.problem_list = ProblemList(colours, self)
        self.footer = Footer(self)
        self.history = HistoryPane(self._services.storage, colours, self)
        below = (self.disk, self.trouble_bar, self.problem_list, self.notice, self.footer)
        upper = flush_column(self, self.tabs, *below, stretched=self.tabs)
        self._split = PrioritySplitter(self)
        self._split.addWidget(upper)
        self.history.setMinimumHeight(LEAST)
        self._split.addWidget(self.history)
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([520, 200])
        self.setCentralWidget(flush_column(self, self.bar, self.band, self._split, stretched=self._split))
        self.saved = SavedAudiencesPresenter(self._services, self._tabs.values(), self)
        held = OpenDrafts(self)
        self._memory = WindowMemory(self, self._tabs, self._split, self.tabs, held, self._services)
        self.disk.watch(self._memory)
        self.drafts = DraftsPresenter(self._services, held, self._memory, self._tabs, self.tabs, self.notice, self)

    def _connect(self) -> None:
        self.accounts.changed.connect(self.history.refresh)
        self.bar.language_chosen.connect(self._language_chosen)
        self.bar.appearance_chosen.connect(self._appearance_chosen)
        self.bar.curl.wanted.connect(self.curl.copy)
        self.footer.fill_in_wanted.connect(self.templates.fill_in)
        for tab in self._tabs.values():
            tab.changed.connect(self._memory.draft_changed)
            tab.parts_changed.connect(lambda _parts, tab=tab: self._composed(tab))
            tab.count_changed.connect(lambda tab=tab: self._composed(tab))
            tab.preview.curl.wanted.connect(self.curl.copy)
            tab.preview.jump.connect(self._jump)
        self.tabs.front_changed.connect(self._show_state)
        self.tabs.currentChanged.connect(self.undo.refresh)
        self.problems.jump.connect(self._show_place)
        self.history.use_again.connect(self.messages.use_again)
        self.history.count_again.connect(self.messages.count_again)
        self.history.correct.connect(self.messages.correct)
        self.history.copy_wanted.connect(self.curl.copy_send)
        self.flow.row_changed.connect(self._row_changed)
        self._services.dispatch.changed.connect(self._show_state)
        self.current.changed.connect(self._account_changed)
        self._appearance.changed.connect(self._show_colours)
        fill_menu_bar(self)

    def _account_changed(self) -> None:
        account = self.current.account
        self.band.show_account(account)
        self.commands["sandbox.arrived"].setVisible(self.accounts.is_built_in)
        self.bar.show_arrived(self.accounts.is_built_in)
        name = "" if account is None else wording.account_line(account)
        self.setWindowTitle(self.tr("{account} — Scoro Desktop").format(account=name) if name else "Scoro Desktop")
        self._show_state()

    def _composed(self, tab: ComposeTab) -> None:
        if tab is self.messages.in_front:
            self._show_page(tab)

    def _show_state(self) -> None:
        tab = self.messages.in_front
        self._show_commands(self.tabs.in_front(), tab)
        self._show_page(tab)

    def _show_page(self, tab: ComposeTab | None) -> None:
        """Shows the page in front: what is wrong with its message, what it is, and what Send would do."""
        busy = busy_words.under_way(self._services.dispatch, loading=tab is not None and self.current.loading)
        if tab is None:
            page = self.tabs.in_front()
            self.problems.show_problems(())
            self.footer.show_busy(busy or ("" if page is None else page.status()))
            return
        draft, problems = tab.draft(), tab.composition.problems()  # so: a draft reads what is not read yet
        tab.show_problems(problems)
        self.problems.show_problems(problems)
        tab.show_request(draft)
        if busy:
            self.footer.show_busy(busy)
        else:
            self.footer.show_state(problems, self.current.account, draft, tab.composition.count)

    def _show_commands(self, page: Page | None, tab: ComposeTab | None) -> None:
        """Offers what can be done with the page in front."""
        for name in OF_A_MESSAGE:
            waits = name == "message.send" and self.current.loading
            self.commands[name].setEnabled(tab is not None and not waits)
        self.commands["page.close"].setEnabled(page is not None and page.is_closable())
        self.bar.curl.setEnabled(tab is not None)

    def _show_place(self, path: tuple[str, ...]) -> None:
        """Goes to a problem for a person who asks where it is; an audience in doubt is read again for it."""
        if path[:1] == checks.QUERY:
            self.tab.audience.read_again()
        self._jump(path)

    def _jump(self, path: tuple[str, ...]) -> None:
        if path[:1] == checks.ACCOUNT:
            self.accounts.mend("".join(path[1:]))
        else:
            self.tab.go_to(path)
            self._show_state()

    def _row_changed(self, send: Send) -> None:
        if send.outcome is Outcome.SENDING:
            self.history.clear_filters()
        self.history.sends_changed(send)
        self._show_state()

    def _language_chosen(self, language: str) -> None:
        self.language_chosen.emit(language)

    def _appearance_chosen(self, choice: str) -> None:
        self._settings.appearance = choice  # type: ignore[assignment]
        self._appearance.choose(choice)

    def _show_colours(self) -> None:
        colours = self._appearance.colours
        self.bar.set_colours(colours)
        self.band.set_colours(colours)
        self.history.set_colours(colours)
        self.problem_list.set_colours(colours)
        self.tabs.show_colours()
        for tab in self._tabs.values():
            tab.audience.set_colours(colours, assets.icon("refresh", colours.text))
            tab.preview.set_colours(colours)

    def show_preview(self, wanted: bool) -> None:
        """Shows the preview or folds it away, whatever the width of the window from now on."""
        self._preview_wanted = wanted
        self._show_preview()

    def _show_preview(self) -> None:
        narrow = self.width() < NARROW
        shown = not narrow if self._preview_wanted is None else self._preview_wanted
        self.commands["view.preview"].setChecked(shown)
        for tab in self._tabs.values():
            tab.preview.setVisible(shown)
