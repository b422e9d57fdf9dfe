"""The window: what its parts hear of each other, and what can be asked of it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final, assert_never

from PySide6.QtCore import Signal

from scoro_desktop.ui.kit import tab_order
from scoro_desktop.ui.window.built_window import BuiltWindow
from scoro_desktop.ui.window.main_pages import MainPage
from scoro_desktop.ui.window.window_acts import acts_of
from scoro_desktop.ui.window.window_commands import OF_A_MESSAGE
from scoro_desktop.ui.words import account_lines

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent

    from scoro_desktop.composing.parts import Part
    from scoro_desktop.sending.draft import Draft
    from scoro_desktop.storage.history import Send
    from scoro_desktop.ui.kit.page import Page
    from scoro_desktop.ui.runtime.services import Services
    from scoro_desktop.ui.sandbox.sandbox_view import SandboxView
    from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
    from scoro_desktop.ui.window.compose_tab import ComposeTab

NARROW: Final = 1180
"""Below this width, in pixels, the preview folds away."""


class MainWindow(BuiltWindow):
    """`language_chosen` asks the app to build the window anew in another language."""

    language_chosen = Signal(str)

    def __init__(self, services: Services) -> None:
        self._has_doubt = False  # cast before there was anything to say it with
        self._preview_wanted: bool | None = None
        self._sandbox_view: SandboxView | None = None
        super().__init__(services, acts_of(self))
        self.bar.language_chosen.connect(self._language_chosen)
        self.bar.appearance_chosen.connect(self._appearance_chosen)

    @property
    def tab(self) -> ComposeTab:
        """The message in front, or the one that was, while a page of another kind is."""
        return self.messages.tab

    def send(self) -> ConfirmDialog | None:
        """Opens the confirmation of what is in front, or goes to what is missing."""
        if self.messages.seen is None:
            return None
        return self._confirm(self.tab.draft())

    def send_test(self) -> None:
        """Opens the confirmation of a test, to the audience for tests; without one, the place to choose it."""
        if self.messages.seen is not None:
            self.saved.test_of(self.tab, self._confirm)

    def doubt(self) -> None:
        """Lets no audience stand until a person edits one, and nothing leave: nobody can say in what the error lies."""
        questions = [self.flow.doubted.emit] if "flow" in vars(self) else []
        self._services.doubt(*questions, *(tab.doubt for tab in self._tabs.values()))
        if not self.is_whole:
            self._has_doubt = True
            return
        from scoro_desktop.messages.problems import Problem
        from scoro_desktop.sending import checks
        from scoro_desktop.ui.words import wording

        self.footer.show_busy(wording.problem(Problem("audience_in_doubt", checks.QUERY)))
        self._show_state()

    def _confirm(self, draft: Draft) -> ConfirmDialog | None:
        from scoro_desktop.ui.window.before_confirming import look_later, may_confirm

        tab = self.tab
        if not may_confirm(tab, draft, self.current, self.doubt, self._jump, but_a_long_query=True):
            return None
        unchecked = tab.known_fields.unchecked(draft.collection, draft.query())
        from scoro_desktop.scorocode.cost import Reach

        reach_of, look = Reach if draft.is_test else tab.costs.reach_of, look_later(tab, draft, self.doubt)
        return self.flow.confirm(draft, unchecked, reach_of, tab.state, look=look)

    def turn_to(self, page: MainPage) -> None:
        """Shows a page of the app, and puts the keyboard where work on it begins."""
        self.pages.turn_to(page)
        match page:
            case MainPage.COMPOSE:
                if (front := self.tabs.in_front()) is not None:
                    front.go_to_start()
            case MainPage.CAMPAIGNS:
                self.campaigns.open()
            case MainPage.HISTORY:
                self.history.focus_search()
            case MainPage.LIBRARY:
                self.library.open()
            case _:
                assert_never(page)

    def show_rows(self, shown: bool) -> None:
        """Opens the rows of the history below the message, or closes them, and remembers it."""
        self.commands["view.history"].setChecked(shown)
        self._settings.history_open = shown
        if shown:
            self.pages.turn_to(MainPage.COMPOSE)
            self.dock.go_to_rows()

    def _order(self) -> None:
        """Has the Tab key come to what stands below the message after it, in whichever order they were made."""
        for part in (self.footer, self.history_line, self.history):
            tab_order.put_last(self, part)

    def _turned(self) -> None:
        is_compose = self.pages.page is MainPage.COMPOSE
        self.footer.setVisible(is_compose)
        self.history_line.setVisible(is_compose)
        self.undo.refresh()
        self._show_state()

    def show_sandbox(self) -> None:
        """Opens the view of what arrived in the sandbox."""
        if self._sandbox_view is None and self._services.sandbox is not None:
            from scoro_desktop.ui.sandbox.sandbox_view import SandboxView

            self._sandbox_view = SandboxView(self._services.sandbox, self)
        if self._sandbox_view is not None:
            self._sandbox_view.show()
            self._sandbox_view.raise_()
            self._sandbox_view.activateWindow()

    def retire(self) -> None:
        """Keeps what is on the screen and stops listening: another window takes over."""
        self._memory.retire()
        self._ahead.end()
        self._later.end()
        if not self.has_failed:
            self.flow.retire()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks what is to be asked first; keeps what is on the screen, and asks where that cannot be done."""
        from scoro_desktop.ui.window.closing import may_close

        if not may_close(self, self._services):
            event.ignore()
            return
        self.save()
        event.setAccepted(self.has_failed or self.disk.may_close())

    def save(self) -> None:
        """Writes down drafts, sizes and choices."""
        self._memory.save()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files that no field takes."""
        self.drops.entered(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Reads a file."""
        if not self.campaigns.dropped(event):
            self.drops.dropped(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Folds the preview away when the window gets narrow."""
        super().resizeEvent(event)
        self._show_preview()

    def _begin(self) -> None:
        """Has the parts that are seen hear of each other. What a person asks of others is made when it is asked."""
        self.bar.curl.wanted.connect(lambda *wanted: self.curl.copy(*wanted))
        self.pages.turned.connect(self._turned)
        self.tabs.wanted.connect(lambda: self.pages.turn_to(MainPage.COMPOSE))
        self.footer.fill_in_wanted.connect(lambda: self.templates.fill_in())
        for tab in self._tabs.values():
            tab.parts_changed.connect(functools.partial(self._composed, tab))
            tab.count_changed.connect(functools.partial(self._composed, tab))
            tab.getting_changed.connect(functools.partial(self._composed, tab))
            tab.copy_wanted.connect(lambda *wanted: self.curl.copy(*wanted))
            tab.jump.connect(self._jump)
            tab.account_wanted.connect(self.accounts.mend)
        self.tabs.front_changed.connect(self._show_state)
        self.tabs.currentChanged.connect(self.undo.refresh)
        self.problems.jump.connect(self._show_place)
        self.history_line.begin(self._services.storage)
        self._services.dispatch.changed.connect(self._show_state)
        self._appearance.changed.connect(self._show_colours)
        self.is_whole = True
        self._show_colours()  # another scheme may have been chosen meanwhile
        self._show_state()
        if self._has_doubt:
            self.doubt()
        self.whole.emit()

    def _connect(self) -> None:
        from scoro_desktop.ui.window import connections
        from scoro_desktop.ui.window.announcer import Announcer

        Announcer(self.footer, self._tabs.values(), lambda: self.messages.seen, self)
        connections.connect(self, self._services, self._menus, self._row_changed)
        for tab in self._tabs.values():
            tab.when_built(self._order)

    def _end(self) -> None:
        self.is_complete = True
        self.history.set_colours(self._appearance.colours)
        self.disk.begin()
        self.later.begin()
        self._show_state()
        self.complete.emit()

    def _account_changed(self) -> None:
        account = self.current.account
        self.band.show_account(account)
        self.commands["sandbox.arrived"].setVisible(self.accounts.is_built_in)
        self.tools.show_arrived(self.accounts.is_built_in)
        name = "" if account is None else account_lines.account_line(account)
        self.setWindowTitle(self.tr("{account} — Scoro Desktop").format(account=name) if name else "Scoro Desktop")
        self._show_state()

    def _composed(self, tab: ComposeTab, _parts: Part | None = None) -> None:
        # As `messages.seen`, without its calls: this comes with each key.
        if self.is_whole and self.pages.page is MainPage.COMPOSE and tab is self.tabs.currentWidget():
            from scoro_desktop.ui.window.page_state import show  # so: with each key, and cheaper than of its package

            show(self, self._services.dispatch, tab)

    def _show_state(self) -> None:
        if not self.is_whole:
            self.commands["message.send"].setEnabled(not self.current.loading)
            return
        tab = self.messages.seen
        self._show_commands(self.tabs.in_front(), tab)
        if tab is not None and not tab.is_built:  # it tells once it is
            self.problems.show_problems(())
            self.footer.show_busy("")
            return
        from scoro_desktop.ui.window.page_state import show

        show(self, self._services.dispatch, tab)

    def _show_commands(self, page: Page | None, tab: ComposeTab | None) -> None:
        """Offers what can be done with the page in front."""
        from scoro_desktop.messages.channels.registry import CHANNELS

        off = {"message.send"} if self.current.loading else set()
        if tab is not None and not CHANNELS[tab.channel].people_field:
            off.add("message.campaign")
        for name in OF_A_MESSAGE:
            self.commands[name].setEnabled(tab is not None and name not in off)
        self.commands["page.close"].setEnabled(page is not None and page.is_closable())
        self.bar.curl.setEnabled(tab is not None)

    def _show_place(self, path: tuple[str, ...]) -> None:
        """Goes to a problem for a person who asks where it is; an audience in doubt is read again for it."""
        from scoro_desktop.sending import checks

        if path[:1] == checks.QUERY:
            self.tab.audience.read_again()
        self._jump(path)

    def _jump(self, path: tuple[str, ...]) -> None:
        from scoro_desktop.sending import checks

        if path[:1] == checks.ACCOUNT:
            self.accounts.mend("".join(path[1:]))
        else:
            self.tab.go_to(path)
            self._show_state()

    def _row_changed(self, send: Send) -> None:
        from scoro_desktop.scorocode.replies import Outcome

        if send.outcome in {Outcome.HELD, Outcome.SENDING}:
            self.history.show_new(send)
        self.history.sends_changed(send)
        self.history_line.tell(send)
        self.outcome.tell(send)
        if send.outcome is Outcome.SENT:
            self.messages.note_sent(send)
        self._show_state()

    def _language_chosen(self, language: str) -> None:
        self.language_chosen.emit(language)

    def notify(self, wanted: bool) -> None:
        """Tells the desktop of outcomes while no window is in front, or does not."""
        self._settings.notify = wanted

    def _appearance_chosen(self, choice: str) -> None:
        self._settings.appearance = choice  # type: ignore[assignment]
        self._appearance.choose(choice)

    def _show_colours(self) -> None:
        colours = self._appearance.colours
        self.bar.set_colours(colours)
        self.tools.set_colours(colours)
        self.footer.set_colours(colours)
        self.band.set_colours(colours)
        if self.is_complete:
            self.history.set_colours(colours)
        self.problem_list.set_colours(colours)
        self.tabs.show_colours()
        for tab in self._tabs.values():
            tab.set_colours()

    def show_preview(self, wanted: bool) -> None:
        """Shows the preview or folds it away, whatever the width of the window from now on."""
        self._preview_wanted = wanted
        self._show_preview()

    def _show_preview(self) -> None:
        narrow = self.width() < NARROW
        shown = not narrow if self._preview_wanted is None else self._preview_wanted
        self.commands["view.preview"].setChecked(shown)
        for tab in self._tabs.values():
            tab.show_preview(shown)
