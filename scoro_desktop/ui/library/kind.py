"""A kind of things that the library keeps: how they stand in a list, and what is done to them.

What is given the tables (`Stores`) runs on the thread of the storage; all else runs on the GUI thread.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Generic, TypeAlias, TypeVar

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from scoro_desktop.messages.searching import plain
from scoro_desktop.storage.arrivals import Arrival, Way
from scoro_desktop.storage.library_file import Entry, LibraryFile
from scoro_desktop.storage.stores import Stores
from scoro_desktop.ui.kit.empty_state import EmptyState

translate = QCoreApplication.translate
T = TypeVar("T")

WayBack: TypeAlias = Callable[[Stores], list[int]]
"""Takes an act back, and returns the ids of what is selected then."""

LATEST: Final = "latest"
BY_NAME: Final = "name"


@dataclass(frozen=True)
class Line:
    """A thing in a list: its name, what stands below it, and what it is sorted and narrowed down by.

    `order`: what comes before its name where the list is sorted by names. `latest`: None for never, or unknown.
    """

    id: int
    name: str
    below: str
    tags: tuple[str, ...] = ()
    latest: datetime | None = None
    order: int = 0
    tip: str = ""


@dataclass(frozen=True)
class Details:
    """A thing as it is read before it is used: `parts` are (label, text) of its content, `notes` lines about it."""

    heading: str
    line: str
    parts: Sequence[tuple[str, str]]
    notes: Sequence[str]


@dataclass(frozen=True)
class Section:
    """A list of the window. `is_sorted`: a person chooses its order; else it stays as it was read."""

    title: str
    name: str
    emptiness: EmptyState
    is_sorted: bool = True


@dataclass(frozen=True)
class Words:
    """The words of a kind that are the same whatever is kept."""

    title: str
    search: str
    search_name: str
    use: str
    rename: str
    rename_title: str
    export_all: str
    none_in_file: str


class Kind(ABC, Generic[T]):
    """A kind of things. Every act may raise StorageFailed, and NameTakenError where it gives a name."""

    order: str = BY_NAME
    """The order of the list at first."""

    @abstractmethod
    def words(self) -> Words:
        """The words of the kind."""

    @abstractmethod
    def read(self, stores: Stores) -> Sequence[Sequence[T]]:
        """Reads what each section of the window shows."""

    def unknown(self, stores: Stores) -> Sequence[tuple[str, str]]:  # noqa: ARG002
        """(name, code of the channel) of what is kept and cannot be shown by this version."""
        return ()

    def unknown_words(self, others: Sequence[tuple[str, str]]) -> str:  # noqa: ARG002
        """That things are kept and cannot be used."""
        return ""

    @abstractmethod
    def text(self, item: T) -> str:
        """Everything that a thing is found by, as `indexed` gives it. On any thread."""

    @abstractmethod
    def line(self, item: T) -> Line:
        """A thing as it stands in the list."""

    @abstractmethod
    def details(self, item: T) -> Details:
        """A thing as it is read."""

    @abstractmethod
    def rename(self, stores: Stores, item: T, name: str) -> None:
        """Gives a thing another name."""

    @abstractmethod
    def duplicate(self, stores: Stores, item: T) -> int:
        """Makes a second one, and returns its id."""

    @abstractmethod
    def set_tags(self, stores: Stores, item: T, tags: Sequence[str]) -> None:
        """Gives a thing these tags, and no others."""

    @abstractmethod
    def remove(self, stores: Stores, items: Sequence[T]) -> WayBack:
        """Forgets things, all or none."""

    @abstractmethod
    def entries(self, stores: Stores, items: Sequence[T]) -> list[Entry]:
        """The things as a file takes them."""

    @abstractmethod
    def arrivals(self, stores: Stores, file: LibraryFile) -> Sequence[Arrival[Any]]:
        """Lists what a file has of the kind, beside what is there."""

    @abstractmethod
    def take_in(self, stores: Stores, ways: Sequence[tuple[Arrival[Any], Way]]) -> tuple[list[int], WayBack]:
        """Takes in what arrived, all or none; returns the ids of what is there now."""

    @abstractmethod
    def entry_line(self, entry: Any) -> str:
        """Says in words what stands below the name of an entry of a file."""

    @abstractmethod
    def name_taken(self, name: str) -> str:
        """That another has this name."""

    @abstractmethod
    def deleted(self, names: Sequence[str]) -> str:
        """That things were deleted."""

    @abstractmethod
    def selected(self, number: int) -> str:
        """Says in words how many are selected."""

    @abstractmethod
    def written(self, number: int) -> str:
        """Says in words how many were written to `{file}`."""

    @abstractmethod
    def to_be_added(self, number: int) -> str:
        """Says in words how many an import will add."""

    @abstractmethod
    def imported(self, number: int) -> str:
        """Says in words how many were imported."""

    def is_kept(self, item: T) -> bool:  # noqa: ARG002
        """Tells whether a thing is kept with a name of its own: the others can be used, and no more."""
        return True

    def can_be_doubled(self, item: T) -> bool:
        """Tells whether there can be a second one."""
        return self.is_kept(item)


def moment(when: datetime) -> str:
    """A moment as the system writes it."""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(when.timestamp())), QLocale.FormatType.ShortFormat)


def changed_and_used(changed: datetime, used: datetime | None) -> str:
    """Says in words when something was changed, and when it was last used."""
    words = translate("TemplateDetails", "not used yet")
    if used is not None:
        words = translate("TemplateDetails", "used {when}").format(when=moment(used))
    return f"{changed_at(changed)} · {words}"


def changed_at(changed: datetime) -> str:
    """Says in words when something was changed."""
    return translate("TemplateDetails", "Changed {when}").format(when=moment(changed))


def sorted_lines(lines: Iterable[tuple[Line, T]], order: str) -> list[tuple[Line, T]]:
    """The lines as a person wants them: by name, or what was used or changed last first."""
    by_name = sorted(lines, key=lambda each: (each[0].order, plain(each[0].name), each[0].id))
    if order == BY_NAME:
        return by_name
    return sorted(by_name, key=lambda each: 0.0 if each[0].latest is None else -each[0].latest.timestamp())
