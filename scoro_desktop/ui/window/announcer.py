"""Announcements to a screen reader while the keyboard is elsewhere: each count, and the first problem."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from scoro_desktop.ui.kit.announce import LaterAnnouncement, is_heard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget

    from scoro_desktop.ui.window.compose_tab import ComposeTab
    from scoro_desktop.ui.window.footer import Footer


class Announcer(QObject):
    """Follows the footer and the counts of the tabs; only of the tab that is seen (`in_front`) anything is said."""

    def __init__(
        self,
        footer: Footer,
        tabs: Iterable[ComposeTab],
        in_front: Callable[[], ComposeTab | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._footer = footer
        self._in_front = in_front
        self._problem = LaterAnnouncement(footer)
        footer.is_heard = is_heard
        footer.said.connect(self._footer_says)
        for tab in tabs:
            tab.when_built(functools.partial(self._follow, tab))

    def _footer_says(self, words: str) -> None:
        self._problem.take(words if self._footer.has_problem else "")

    def _follow(self, tab: ComposeTab) -> None:
        count = LaterAnnouncement(tab.audience.count)
        tab.count_changed.connect(lambda: count.take(tab.audience.count.spoken() if tab is self._in_front() else ""))
