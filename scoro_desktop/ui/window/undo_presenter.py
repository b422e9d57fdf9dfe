"""Undo and redo of the window: of the audience while the keyboard is in it, else of the message in front."""

from __future__ import annotations

import functools
import operator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QMenu, QWidget

    from scoro_desktop.ui.audience.audience_undo import AudienceUndo
    from scoro_desktop.ui.compose.undo import FormUndo
    from scoro_desktop.ui.kit.notice_bar import NoticeBar
    from scoro_desktop.ui.window.compose_tab import ComposeTab
    from scoro_desktop.ui.window.message_presenter import MessagePresenter
    from scoro_desktop.ui.window.top_bar import TopBar

_CAN_UNDO: Final = operator.methodcaller("can_undo")
_CAN_REDO: Final = operator.methodcaller("can_redo")


class UndoPresenter(QObject):
    """Between the menu and the tabs; says aloud what must not come back unnoticed.

    An editor of text with the keyboard takes the keys before the menu does: see `undo_keys.py`.
    """

    def __init__(
        self,
        bar: TopBar,
        tabs: Iterable[ComposeTab],
        messages: MessagePresenter,
        notice: NoticeBar,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._bar = bar
        self._messages = messages
        self._notice = notice
        self._window = parent
        self._crosses = False  # the step goes past New, Open or a template
        self._careful = self.tr("Careful: everyone is chosen again.")
        self.show_state_in(bar.menu.menu())
        for tab in tabs:
            tab.brought_back.connect(self._brought_back)
            tab.when_built(functools.partial(self._follow, tab))
        self.refresh()

    def _follow(self, tab: ComposeTab) -> None:
        tab.undo.changed.connect(self.refresh)
        tab.undo.replacing.connect(self._crossed)
        tab.audience.undo.changed.connect(self.refresh)
        tab.audience.undo.everyone_again.connect(self._say_everyone)
        tab.audience.changed.connect(self._audience_changed)
        self.refresh()

    def undo(self) -> None:
        """Undoes the last step of the audience or the message, by where the keyboard is."""
        if (one := self._one()) is not None:
            one.undo()

    def redo(self) -> None:
        """Redoes the step that was undone last, by where the keyboard is."""
        if (one := self._one()) is not None:
            one.redo()

    def show_state_in(self, menu: QMenu) -> None:
        """Offers in an open menu just what its entries would do then."""
        menu.aboutToShow.connect(lambda: self._offer(list(filter(None, [self._one()]))))
        menu.aboutToHide.connect(self.refresh)

    def refresh(self) -> None:
        """Brings the entries of the menu up to date with the tab in front."""
        tab = self._messages.seen
        # Which of the two it will be, the key decides when it is pressed.
        self._offer([] if tab is None or not tab.is_built else [tab.undo, tab.audience.undo])

    def _one(self) -> FormUndo | AudienceUndo | None:
        tab = self._messages.seen
        if tab is None:
            return None
        return tab.audience.undo if tab.audience.isAncestorOf(self._window.focusWidget()) else tab.undo

    def _offer(self, which: list[FormUndo | AudienceUndo]) -> None:
        self._bar.undo.setEnabled(any(map(_CAN_UNDO, which)))
        self._bar.redo.setEnabled(any(map(_CAN_REDO, which)))

    def _crossed(self) -> None:
        self._crosses = True

    def _brought_back(self, everyone: bool) -> None:
        words = self.tr(
            "Another message and its audience are in the form now. Undo and Redo lead from one to the other."
        )
        if everyone:
            self._say_everyone()
        elif self._crosses and not self._notice.holds(words):
            self._notice.add(words)  # beside where the message that stood there is kept
        self._crosses = False

    def _say_everyone(self) -> None:
        self._notice.say(self._careful)

    def _audience_changed(self) -> None:
        if (
            self._notice.isVisible()
            and self._notice.text() == self._careful
            and not self._messages.tab.audience.everyone.isChecked()
        ):
            self._notice.hide()
