"""The names of open drafts on the tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt

from scoro_desktop.ui.kit.plain_text import tip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scoro_desktop.messages.channels.channel import Channel
    from scoro_desktop.ui.drafts.open_drafts import OpenDrafts
    from scoro_desktop.ui.window.compose_tab import ComposeTab
    from scoro_desktop.ui.window.pages import Pages

NAME_WIDTH: Final = 220
"""The most of a draft's name, in pixels, that stands on its tab."""

translate = QCoreApplication.translate


class DraftTitles(QObject):
    """Puts the name of the draft that a tab holds on it, beside the channel."""

    def __init__(self, held: OpenDrafts, tabs: Mapping[Channel, ComposeTab], pages: Pages) -> None:
        super().__init__(pages)
        self._held = held
        self._tabs = tabs
        self._pages = pages
        held.changed.connect(self.show_name)

    def show_name(self, channel: Channel) -> None:
        """Brings a tab up to date."""
        tab, draft = self._tabs[channel], self._held.of(channel)
        title, words = tab.title(), ""
        if draft is not None and draft.name is not None:
            bar = self._pages.tabBar()
            name = bar.fontMetrics().elidedText(draft.name, Qt.TextElideMode.ElideRight, NAME_WIDTH)
            title = f"{title} · {name}".replace("&", "&&")
            known = translate("DraftsPresenter", "Draft “{name}”. Every change is kept in it.")
            words = tip(known.format(name=draft.name))
        self._pages.name_tab(tab, title, words)
