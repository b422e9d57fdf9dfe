"""Drafts as the library shows them: those with names, and those that were put aside."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from scoro_desktop.messages.channels.channel import known
from scoro_desktop.storage import draft_file
from scoro_desktop.storage.arrivals import Arrival, Way, arrivals, key_of, settled
from scoro_desktop.storage.drafts import Drafts
from scoro_desktop.storage.library_file import Entry, LibraryFile
from scoro_desktop.storage.saved_drafts import Content, NamedContent, SavedDraft
from scoro_desktop.storage.stores import Stores
from scoro_desktop.ui.channels.registry import channel_name
from scoro_desktop.ui.drafts import draft_words
from scoro_desktop.ui.library.kind import Details, Kind, Line, WayBack, Words, changed_at, moment

translate = QCoreApplication.translate

LONGEST_TEXT = 1000
"""Characters of a message beside the list."""


class DraftKind(Kind[SavedDraft]):
    """The drafts of every channel. `is_open` tells whether a tab has one open."""

    def __init__(self, drafts: Drafts, is_open: Callable[[SavedDraft], bool]) -> None:
        self._drafts = drafts
        self._is_open = is_open

    def words(self) -> Words:
        """The words of the kind."""
        return Words(
            title=translate("DraftsDialog", "Drafts"),
            search=translate("DraftsDialog", "Search by name, tag or words of the message"),
            search_name=translate("DraftsDialog", "Search the drafts"),
            use=translate("DraftsDialog", "Open"),
            rename=translate("DraftsDialog", "Rename…"),
            rename_title=translate("DraftsDialog", "Rename the draft"),
            export_all=translate("DraftsDialog", "All drafts of this list…"),
            none_in_file=translate("DraftsDialog", "There is no draft in this file."),
        )

    def read(self, stores: Stores) -> Sequence[Sequence[SavedDraft]]:
        """Those with names and the others; what is on its way from the tabs is in them.

        But for a tab that is barred: after a change this runs on the thread that makes its copy.
        """
        self._drafts.flush(barred=False)
        return stores.saved_drafts.named(), stores.saved_drafts.put_aside_ones()

    def can_be_doubled(self, item: SavedDraft) -> bool:
        """Tells whether it has a name: one that was put aside is given its first instead."""
        return item.name is not None

    def text(self, item: SavedDraft) -> str:
        """Its name, its tags and the words of its message."""
        return item.text()

    def line(self, item: SavedDraft) -> Line:
        """Its name, channel and time, its tags, and the beginning of its message."""
        latest = max(item.changed_at, item.used_at or item.changed_at)
        heading, _, below = draft_words.line(item, is_open=self._is_open(item)).partition("\n")
        tip = "\n".join(filter(None, (item.name, item.summary[:LONGEST_TEXT])))
        return Line(item.id, heading, below, item.tags, latest, tip=tip)

    def details(self, item: SavedDraft) -> Details:
        """Tells its name, its message, and when it was changed and opened."""
        text = item.summary[:LONGEST_TEXT] or translate("draft_words", "(no text yet)")
        notes = [translate("DraftsDialog", "It is open in its tab: every change there is saved in it.")]
        line = " · ".join((channel_name(item.channel), *item.tags))
        when = changed_at(item.changed_at)
        if item.used_at is not None:
            when += " · " + translate("DraftsDialog", "opened {when}").format(when=moment(item.used_at))
        return Details(item.name or "", line, [("", text)], [*notes[: self._is_open(item)], when])

    def rename(self, stores: Stores, item: SavedDraft, name: str) -> None:
        """Gives it another name, or its first."""
        stores.saved_drafts.rename(item.id, name)

    def duplicate(self, stores: Stores, item: SavedDraft) -> int:
        """Makes a second one of what it is by now."""
        self._drafts.flush(barred=False)
        return stores.saved_drafts.duplicate(item).id

    def set_tags(self, stores: Stores, item: SavedDraft, tags: Sequence[str]) -> None:
        """Gives it tags."""
        stores.saved_drafts.set_tags(item.id, tags)

    def remove(self, stores: Stores, items: Sequence[SavedDraft]) -> WayBack:
        """Forgets some, with all that was typed until now."""
        self._drafts.flush(barred=False)
        removed = stores.saved_drafts.remove_all([each.id for each in items])
        return lambda stores: [each.id for each in stores.saved_drafts.put_back_all(removed)]

    def entries(self, stores: Stores, items: Sequence[SavedDraft]) -> list[Entry]:
        """The drafts that can be read, whole."""
        self._drafts.flush()
        return list(filter(None, (self._entry(stores, each) for each in items)))

    def arrivals(self, stores: Stores, file: LibraryFile) -> Sequence[Arrival[Any]]:
        """The drafts of a file. None takes the place of another: a tab may have that one open."""
        self._drafts.flush()
        named = {key_of(_bare(each)): each for each in stores.saved_drafts.named()}
        same = [named[key_of(each)] for each in file.drafts if key_of(each) in named]
        there = [(each.id, self._entry(stores, each) or _bare(each)) for each in same]
        return arrivals(there, file.drafts, replaces=False)

    def take_in(self, stores: Stores, ways: Sequence[tuple[Arrival[Any], Way]]) -> tuple[list[int], WayBack]:
        """Takes in what arrived."""
        new, _ = settled([key_of(_bare(each)) for each in stores.saved_drafts.named()], ways)
        added = stores.saved_drafts.take_in(new)

        def take_back(stores: Stores) -> list[int]:
            stores.saved_drafts.remove_all(added)
            return []

        return added, take_back

    def entry_line(self, entry: Any) -> str:
        """The channel and tags of one that arrives."""
        return " · ".join((channel_name(entry.channel), *entry.tags))

    def name_taken(self, name: str) -> str:
        """That another has this name."""
        return draft_words.name_taken(name)

    def deleted(self, names: Sequence[str]) -> str:
        """That some were deleted."""
        if len(names) == 1:
            return translate("DraftsDialog", "The draft “{name}” was deleted.").format(name=names[0])
        return translate("DraftsDialog", "%Ln draft(s) were deleted.", "", len(names))

    def selected(self, number: int) -> str:
        """Says in words how many are selected."""
        return translate("DraftsDialog", "%Ln draft(s) are selected", "", number)

    def written(self, number: int) -> str:
        """Says in words how many were written."""
        return translate("DraftsDialog", "%Ln draft(s) written to {file}.", "", number)

    def to_be_added(self, number: int) -> str:
        """Says in words how many will be added."""
        return translate("DraftsDialog", "%Ln draft(s) will be added", "", number)

    def imported(self, number: int) -> str:
        """Says in words how many came."""
        return translate("DraftsDialog", "%Ln draft(s) imported.", "", number)

    def _entry(self, stores: Stores, draft: SavedDraft) -> NamedContent | None:
        state = stores.saved_drafts.state(draft.id)
        if state is None or not isinstance(state.get("form"), dict) or known(draft.channel) is None:
            return None
        return draft_file.for_file(draft, state)


def _bare(draft: SavedDraft) -> NamedContent:
    """The draft without its content."""
    return NamedContent(draft.channel, draft.name or "", Content({}, "", ""))
