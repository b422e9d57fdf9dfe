"""Settings that the app remembers between starts: choices, and the layout of the window."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, TypeVar, get_args

from scoro_desktop import wire
from scoro_desktop.storage.database import StorageFailed, read_rows, transaction
from scoro_desktop.storage.salvage import readable_ids, row_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping, Sequence

    from scoro_desktop.wire import JsonObject

Language: TypeAlias = Literal["system", "en", "ru"]
Appearance: TypeAlias = Literal["system", "light", "dark", "contrast"]

LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
APPEARANCES: Final[tuple[Appearance, ...]] = get_args(Appearance)

_Choice = TypeVar("_Choice", bound=str)


Value: TypeAlias = str | bytes | None
"""A value as it is stored."""


class Choices(ABC):
    """Typed values by name. A value that is missing, damaged, or not what it should be, reads as its default."""

    @property
    def language(self) -> Language:
        """The language of the window; "system" follows the system, and is the default."""
        return self._choice("language", LANGUAGES)

    @language.setter
    def language(self, value: Language) -> None:
        self._write("language", value)

    @property
    def appearance(self) -> Appearance:
        """The colours of the window; "system" follows the system, and is the default."""
        return self._choice("appearance", APPEARANCES)

    @appearance.setter
    def appearance(self, value: Appearance) -> None:
        self._write("appearance", value)

    @property
    def selected_account(self) -> str | None:
        """The id of the account that was chosen last; None if none was. The account may be gone since."""
        value = self._read("selected_account")
        return value if isinstance(value, str) else None

    @selected_account.setter
    def selected_account(self, account_id: str | None) -> None:
        self._write("selected_account", account_id)

    @property
    def window_geometry(self) -> bytes:
        """Returns the place of the window, as Qt saves it; empty by default."""
        return self._bytes("window_geometry")

    @window_geometry.setter
    def window_geometry(self, value: bytes) -> None:
        self._write("window_geometry", value)

    @property
    def window_state(self) -> bytes:
        """Returns the places of its docks and toolbars, as Qt saves it; empty by default."""
        return self._bytes("window_state")

    @window_state.setter
    def window_state(self, value: bytes) -> None:
        self._write("window_state", value)

    @property
    def pages(self) -> JsonObject:
        """Returns what is open beside the messages, as the window tells it; empty by default."""
        return self._object("pages")

    @pages.setter
    def pages(self, value: JsonObject) -> None:
        self._write("pages", wire.compact(value).decode("utf-8"))

    @property
    def history_view(self) -> JsonObject:
        """Returns what the page History listed last (`history_views.View`), without typed words; empty by default."""
        return self._object("history_view")

    @history_view.setter
    def history_view(self, value: JsonObject) -> None:
        self._write("history_view", wire.compact(value).decode("utf-8"))

    @property
    def history_open(self) -> bool:
        """Tells whether the rows of the history stand below the message; they do not by default."""
        return self._read("history_open") == "yes"

    @history_open.setter
    def history_open(self, value: bool) -> None:
        self._write("history_open", "yes" if value else None)

    @property
    def notify(self) -> bool:
        """Tells whether the desktop is told of outcomes while no window is in front; it is by default."""
        return self._read("notify") != "no"

    @notify.setter
    def notify(self, value: bool) -> None:
        self._write("notify", None if value else "no")

    @property
    def tray(self) -> bool:
        """Tells whether the app stays in the tray when its window is closed; it does not by default."""
        return self._read("tray") == "yes"

    @tray.setter
    def tray(self, value: bool) -> None:
        self._write("tray", "yes" if value else None)

    @property
    def recent_emoji(self) -> list[str]:
        """The emoji that were picked last, the newest first; empty by default."""
        value = self._read("recent_emoji")
        return value.split(" ") if isinstance(value, str) and value else []

    @recent_emoji.setter
    def recent_emoji(self, value: Sequence[str]) -> None:
        self._write("recent_emoji", " ".join(value))

    def splitter(self, name: str) -> list[int]:
        """The sizes in pixels of the parts of one splitter; empty by default."""
        value = self._read(f"splitter.{name}")
        try:
            sizes = wire.read(value) if isinstance(value, str) else None
        except ValueError:
            return []
        if not isinstance(sizes, list):
            return []
        whole = [size for size in sizes if isinstance(size, int) and not isinstance(size, bool) and size >= 0]
        return whole if len(whole) == len(sizes) else []

    def set_splitter(self, name: str, sizes: Sequence[int]) -> None:
        """Remember the sizes in pixels of the parts of one splitter."""
        self._write(f"splitter.{name}", wire.compact(list(sizes)).decode("utf-8"))

    def _choice(self, name: str, choices: tuple[_Choice, ...]) -> _Choice:
        """The kept one of the choices; the first of them is the default."""
        value = self._read(name)
        return next((choice for choice in choices if choice == value), choices[0])

    def _object(self, name: str) -> JsonObject:
        value = self._read(name)
        try:
            kept = wire.read(value) if isinstance(value, str) else None
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}

    def _bytes(self, name: str) -> bytes:
        value = self._read(name)
        return value if isinstance(value, bytes) else b""

    @abstractmethod
    def _read(self, name: str) -> object:
        """The value of a name, None where there is none."""

    @abstractmethod
    def _write(self, name: str, value: Value) -> None:
        """Keeps a value."""


class Settings(Choices):
    """The table of settings.

    Reading and writing raise StorageFailed when the disk or the database does not do its part; reading does not for a
    file that is damaged, since nothing that matters hangs on a choice.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> dict[str, object]:
        """Every value that can be read, by its name."""
        try:
            return dict(read_rows(self._connection, "SELECT name, value FROM settings"))
        except StorageFailed as error:
            if not error.is_damage:
                raise
        sql = "SELECT name, value FROM settings WHERE rowid = ?"
        rows = (row_of(self._connection, sql, (number,)) for number in readable_ids(self._connection, "settings"))
        return {str(row[0]): row[1] for row in rows if row is not None}

    def put(self, name: str, value: Value) -> None:
        """Keeps a value under a name."""
        with transaction(self._connection):
            self._connection.execute(
                """
                INSERT INTO settings (name, value) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value
                """,
                (name, value),
            )

    def _read(self, name: str) -> object:
        row = row_of(self._connection, "SELECT value FROM settings WHERE name = ?", (name,))
        return None if row is None else row[0]

    def _write(self, name: str, value: Value) -> None:
        self.put(name, value)


class KeptSettings(Choices):
    """The settings in memory, as they were read once. `write` is given what changes, and waits for nothing.

    What the disk does not take holds until the app is closed: a full disk must keep nobody from choosing.
    """

    def __init__(self, values: Mapping[str, object], write: Callable[[str, Value], None]) -> None:
        self._values = dict(values)
        self._put = write

    def _read(self, name: str) -> object:
        return self._values.get(name)

    def _write(self, name: str, value: Value) -> None:
        if self._values.get(name) != value or name not in self._values:
            self._values[name] = value
            self._put(name, value)
