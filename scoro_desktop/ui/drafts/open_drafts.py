"""The draft with a name that each tab has open: what is typed there goes into it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from scoro_desktop.messages.channels.channel import Channel, known

if TYPE_CHECKING:
    from scoro_desktop.storage.saved_drafts import SavedDraft


class OpenDrafts(QObject):
    """`changed`: a tab holds another draft, or none, or its draft has another name."""

    changed = Signal(object)  # the channel

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held: dict[Channel, SavedDraft] = {}
        self._lost: dict[Channel, int] = {}  # removed while a tab held it, and what stood in it still stands there

    def of(self, channel: Channel) -> SavedDraft | None:
        """The draft of a tab, None where what stands there has no name."""
        return self._held.get(channel)

    def holds(self, draft: SavedDraft) -> bool:
        """Tells whether a draft is open in the tab of its channel."""
        return self._holder(draft) is not None

    def hold(self, channel: Channel, draft: SavedDraft | None) -> None:
        """Makes a tab's content belong to this draft from now on."""
        self._lost.pop(channel, None)
        if draft is None:
            self._held.pop(channel, None)
        else:
            self._held[channel] = draft
        self.changed.emit(channel)

    def rename(self, draft: SavedDraft, name: str) -> None:
        """Notes the new name of a draft, where a tab holds it."""
        if (channel := self._holder(draft)) is not None:
            self.hold(channel, dataclasses.replace(draft, name=name))

    def lose(self, draft: SavedDraft) -> None:
        """A draft was removed. What stands in its tab stays there, without a name."""
        if (channel := self._holder(draft)) is not None:
            self.hold(channel, None)
            self._lost[channel] = draft.id

    def regain(self, draft: SavedDraft) -> None:
        """A removed draft is back: its tab holds it again, unless something else stands there by now."""
        channel = known(draft.channel)
        if channel is not None and self._lost.get(channel) == draft.id:
            self.hold(channel, draft)

    def _holder(self, draft: SavedDraft) -> Channel | None:
        """The channel in whose tab a draft is open; one that this version does not know has none."""
        channel = known(draft.channel)
        held = None if channel is None else self.of(channel)
        return channel if held is not None and held.id == draft.id else None
