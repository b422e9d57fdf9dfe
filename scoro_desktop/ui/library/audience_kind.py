"""Saved audiences as the library shows them, and the queries that messages were sent to lately."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from scoro_desktop.audience.query import read_query
from scoro_desktop.messages.channels.registry import COLLECTIONS
from scoro_desktop.storage import audience_file
from scoro_desktop.storage.arrivals import Arrival, Way, arrivals, key_of, settled
from scoro_desktop.storage.audiences import NamedQuery, SavedAudience
from scoro_desktop.storage.library_file import Entry, LibraryFile
from scoro_desktop.storage.search import indexed
from scoro_desktop.storage.stores import Stores
from scoro_desktop.ui.audience.query_words import query_lines
from scoro_desktop.ui.library.kind import Details, Kind, Line, WayBack, Words, moment
from scoro_desktop.ui.templates.message_card import JSON
from scoro_desktop.ui.words import wording

translate = QCoreApplication.translate

LONGEST_QUERY: Final = 300
"""Characters of a query in a list; it shows fewer."""
LONGEST_JSON: Final = 2_000
"""Characters of a query beside the list: a label with more holds the window up."""
LONGEST_READ: Final = 10_000
"""Characters of a query that is told in words: to read a longer one holds the window up as well."""


class AudienceKind(Kind[SavedAudience]):
    """The audiences of one collection. A recent query has no name, and an id below zero."""

    def __init__(self, collection: str) -> None:
        self._collection = collection

    def words(self) -> Words:
        """The words of the kind."""
        return Words(
            title=translate("SavedAudiences", "Saved audiences"),
            search=translate("SavedAudiences", "Search by name, tag or query"),
            search_name=translate("SavedAudiences", "Search the saved audiences"),
            use=translate("SavedAudiences", "Use"),
            rename=translate("SavedAudiences", "Rename…"),
            rename_title=translate("SavedAudiences", "Rename the audience"),
            export_all=translate("SavedAudiences", "All audiences of this list…"),
            none_in_file=translate("SavedAudiences", "There is no audience in this file."),
        )

    def read(self, stores: Stores) -> Sequence[Sequence[SavedAudience]]:
        """The saved ones, and the recent queries."""
        recent = stores.audiences.recent(self._collection)
        return (
            stores.audiences.of(self._collection),
            [SavedAudience(-number, self._collection, "", text) for number, text in enumerate(recent, start=1)],
        )

    def is_kept(self, item: SavedAudience) -> bool:
        """Tells whether it was saved."""
        return item.id > 0

    def text(self, item: SavedAudience) -> str:
        """Its name, tags and query."""
        return indexed(" ".join((item.name, *item.tags, item.query_text)))

    def line(self, item: SavedAudience) -> Line:
        """Its name and its last count; a recent query is named by what it says in words, or by itself."""
        query = " ".join(item.query_text[:LONGEST_JSON].split())[:LONGEST_QUERY]
        if not self.is_kept(item):
            words = _first_words(item.query_text)
            return Line(item.id, words or query, query if words else "")
        parts = [_counted(item), translate("SavedAudiences", "for trials") if item.is_test else "", *item.tags]
        latest = item.used_at or item.counted_at
        below = " · ".join(filter(None, parts)) or query
        return Line(item.id, item.name, below, item.tags, latest, order=int(not item.is_test))

    def details(self, item: SavedAudience) -> Details:
        """Its query in words and as it is, and when it was counted and used."""
        line, told = self.line(item), _told(item.query_text)
        parts = [(translate("MessageCard", "Audience"), "\n".join(told))] if told else []
        parts.append((JSON, item.query_text[:LONGEST_JSON] + "…" * (len(item.query_text) > LONGEST_JSON)))
        collection = wording.collection_name(item.collection)
        if not self.is_kept(item):
            return Details("", collection, parts, ())
        tests = translate("SavedAudiences", "“Send trial” sends to this audience") if item.is_test else ""
        notes = [_counted(item), tests, _used(item)]
        return Details(line.name, " · ".join((collection, *item.tags)), parts, list(filter(None, notes)))

    def rename(self, stores: Stores, item: SavedAudience, name: str) -> None:
        """Gives it another name."""
        stores.audiences.rename(item.id, name)

    def duplicate(self, stores: Stores, item: SavedAudience) -> int:
        """Makes a second one."""
        return stores.audiences.duplicate(item).id

    def set_tags(self, stores: Stores, item: SavedAudience, tags: Sequence[str]) -> None:
        """Gives it tags."""
        stores.audiences.set_tags(item.id, tags)

    def remove(self, stores: Stores, items: Sequence[SavedAudience]) -> WayBack:
        """Forgets some."""
        stores.audiences.remove(*(each.id for each in items))
        return lambda stores: [each.id for each in stores.audiences.put_back(*items)]

    def entries(self, stores: Stores, items: Sequence[SavedAudience]) -> list[Entry]:  # noqa: ARG002
        """Those that a file takes."""
        return list(filter(None, map(audience_file.for_file, items)))

    def arrivals(self, stores: Stores, file: LibraryFile) -> Sequence[Arrival[Any]]:
        """The audiences of a file, of any collection."""
        return arrivals(_there(stores), file.audiences)

    def take_in(self, stores: Stores, ways: Sequence[tuple[Arrival[Any], Way]]) -> tuple[list[int], WayBack]:
        """Takes in what arrived."""
        new, instead = settled([key_of(each) for _, each in _there(stores)], ways)
        imported = stores.audiences.take_in(new, instead)

        def take_back(stores: Stores) -> list[int]:
            stores.audiences.take_back(imported)
            return [each.id for each in imported.replaced]

        return [*imported.added, *(audience_id for audience_id, _ in instead)], take_back

    def entry_line(self, entry: Any) -> str:
        """The collection and tags of one that arrives."""
        return " · ".join((wording.collection_name(entry.collection), *entry.tags))

    def name_taken(self, name: str) -> str:
        """That another has this name."""
        words = translate("SavedAudiences", "There is an audience “{name}” already. Choose another name.")
        return words.format(name=name)

    def deleted(self, names: Sequence[str]) -> str:
        """That some were deleted."""
        if len(names) == 1:
            return translate("SavedAudiences", "“{name}” was deleted.").format(name=names[0])
        return translate("SavedAudiences", "%Ln audience(s) were deleted.", None, len(names))

    def selected(self, number: int) -> str:
        """Says in words how many are selected."""
        return translate("SavedAudiences", "%Ln audience(s) are selected", None, number)

    def written(self, number: int) -> str:
        """Says in words how many were written."""
        return translate("SavedAudiences", "%Ln audience(s) written to {file}.", None, number)

    def to_be_added(self, number: int) -> str:
        """Says in words how many will be added."""
        return translate("SavedAudiences", "%Ln audience(s) will be added", None, number)

    def imported(self, number: int) -> str:
        """Says in words how many came."""
        return translate("SavedAudiences", "%Ln audience(s) imported.", None, number)


def _there(stores: Stores) -> list[tuple[int, NamedQuery]]:
    every = [each for collection in COLLECTIONS for each in stores.audiences.of(collection)]
    return [(each.id, NamedQuery(each.collection, each.name, each.query_text, each.tags)) for each in every]


def _counted(item: SavedAudience) -> str:
    if item.last_count is None or item.counted_at is None:
        return ""
    return translate("SavedAudiences", "{how_many} on {when}").format(
        how_many=wording.counted(item.collection, item.last_count), when=moment(item.counted_at)
    )


def _used(item: SavedAudience) -> str:
    if item.used_at is None:
        return translate("SavedAudiences", "Never used so far")
    return translate("SavedAudiences", "Last used {when}").format(when=moment(item.used_at))


def _told(query_text: str) -> list[str]:
    """The conditions of a query in words; none where it is too long or cannot be read."""
    query = read_query(query_text).query if len(query_text) <= LONGEST_READ else None
    return [] if query is None else query_lines(query.value)


def _first_words(query_text: str) -> str:
    return " · ".join(each.strip() for each in _told(query_text)[:3])
