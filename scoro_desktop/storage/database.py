"""The one file that everything but the secrets is kept in: how it is opened, migrated, written and refused."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

from scoro_desktop.storage.template_table import TEMPLATES

Migration: TypeAlias = tuple[str, ...]
"""The statements that take a database from one version to the next, in order."""

APPLICATION_ID: Final = 0x53434F52
"""Stands in the file's header ("SCOR"), so that a database of another application is never taken for ours."""
BUSY_TIMEOUT_S: Final = 5.0
"""How long a write waits for another process that is writing."""

MIGRATIONS: Final[tuple[Migration, ...]] = (
    (
        """
        CREATE TABLE accounts (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            environment TEXT NOT NULL CHECK (environment IN ('sandbox', 'test', 'production')),
            address TEXT NOT NULL,
            application_id TEXT NOT NULL,
            access_kind TEXT NOT NULL CHECK (access_kind IN ('messageKey', 'masterKey')),
            connect_timeout REAL NOT NULL,
            read_timeout REAL NOT NULL,
            ceiling INTEGER NOT NULL
        ) STRICT
        """,
        # Counts are decimal text: a server may answer with a number past SQLite's 64 bits, and its row must settle.
        # The long columns stand last, so that a list of sends never reads the pages that they overflow into.
        """
        CREATE TABLE sends (
            id INTEGER PRIMARY KEY,
            channel TEXT NOT NULL CHECK (channel IN ('push', 'sms')),
            account_id TEXT NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ('sending', 'sent', 'refused', 'not_sent', 'unknown')),
            count TEXT CHECK (count NOT GLOB '*[^0-9]*'),
            expected TEXT CHECK (expected NOT GLOB '*[^0-9]*'),
            everyone INTEGER NOT NULL CHECK (everyone IN (0, 1)),
            created_at TEXT NOT NULL,
            settled_at TEXT,
            account_name TEXT NOT NULL,
            environment TEXT NOT NULL CHECK (environment IN ('sandbox', 'test', 'production')),
            address TEXT NOT NULL,
            application_id TEXT NOT NULL,
            collection TEXT NOT NULL,
            reason TEXT NOT NULL,
            error_code TEXT NOT NULL,
            error_message TEXT NOT NULL,
            http_status INTEGER,
            summary TEXT NOT NULL,
            detail TEXT NOT NULL,
            answer TEXT NOT NULL,
            query_text TEXT NOT NULL,
            request TEXT NOT NULL,
            CHECK ((outcome = 'sent') = (count IS NOT NULL)),
            CHECK ((outcome = 'sending') = (settled_at IS NULL)),
            CHECK (everyone = 0 OR query_text = '')
        ) STRICT
        """,
        # Rows are long: stepping over half a million of them to reach a page must touch ids only.
        "CREATE INDEX sends_by_id ON sends (id)",
        "CREATE INDEX sends_by_outcome ON sends (outcome)",
        "CREATE INDEX sends_by_account ON sends (account_id)",
        "CREATE INDEX sends_by_account_and_outcome ON sends (account_id, outcome)",
        # Without the text itself: the request in `sends` has it already. Emoji and signs (So) count as words.
        """
        CREATE VIRTUAL TABLE sends_words USING fts5 (
            words,
            content = '',
            columnsize = 0,
            prefix = '1 2 3 4 5 6',
            tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So'"
        )
        """,
        "CREATE TABLE settings (name TEXT PRIMARY KEY, value ANY) STRICT",
        "CREATE TABLE drafts (name TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT",
    ),
    # The same message of the last day is looked for before each send: only the rows of that day may be read for it.
    ("CREATE INDEX sends_by_created_at ON sends (created_at)",),
    ("ALTER TABLE accounts ADD COLUMN locked_clause TEXT NOT NULL DEFAULT ''",),
    (
        """
        CREATE TABLE audiences (
            id INTEGER PRIMARY KEY,
            collection TEXT NOT NULL,
            name TEXT NOT NULL,
            query_text TEXT NOT NULL,
            is_test INTEGER NOT NULL CHECK (is_test IN (0, 1)),
            last_count TEXT CHECK (last_count NOT GLOB '*[^0-9]*'),
            counted_at TEXT,
            UNIQUE (collection, name),
            CHECK ((last_count IS NULL) = (counted_at IS NULL))
        ) STRICT
        """,
        # One audience of a collection at the most is the one that tests go to.
        "CREATE UNIQUE INDEX audiences_of_tests ON audiences (collection) WHERE is_test = 1",
        "ALTER TABLE sends ADD COLUMN is_test INTEGER NOT NULL DEFAULT 0 CHECK (is_test IN (0, 1))",
        "CREATE INDEX sends_by_is_test ON sends (is_test)",
    ),
    # Prices are decimal text: no sum of money goes through a float. Lists and hours are JSON.
    (
        "ALTER TABLE accounts ADD COLUMN tolerance REAL NOT NULL DEFAULT 5.0",
        "ALTER TABLE accounts ADD COLUMN quiet_hours TEXT",
        "ALTER TABLE accounts ADD COLUMN sms_suffix TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE accounts ADD COLUMN sms_price TEXT",
        "ALTER TABLE accounts ADD COLUMN currency TEXT NOT NULL DEFAULT 'RUB'",
        "ALTER TABLE accounts ADD COLUMN operator_prices TEXT NOT NULL DEFAULT '[]'",
    ),
    TEMPLATES,
)
"""One entry per version: applying the first makes version 1. Entries are added, never changed."""


class StorageError(Exception):
    """Something could not be read from the disk or written to it."""


class NewerDatabase(StorageError):  # noqa: N818 - each name says what is the matter
    """The database was written by a newer version of the app. It is left as it is."""

    def __init__(self, version: int, known: int) -> None:
        super().__init__(f"the database has version {version}, versions up to {known} are known")
        self.version = version
        self.known = known


class BrokenDatabase(StorageError):  # noqa: N818
    """The file is damaged, or is no database of this app. It is left as it is."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(f"{path}: {detail}")
        self.path = path
        self.detail = detail


class StorageFailed(StorageError):  # noqa: N818
    """A read or a write failed, and nothing of it took effect.

    `code` is SQLite's own, as "SQLITE_FULL", "SQLITE_BUSY", "SQLITE_READONLY", "SQLITE_CANTOPEN"; or "OS" for an
    error of the system.
    """

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail


def open_database(path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> sqlite3.Connection:
    """Open the database at `path`, made or migrated as needed; for use from the calling thread only.

    The file is readable by its owner alone, and so is its folder where it is made here. An older database is copied
    beside itself, as "name.v1.db", before it is migrated. The connection commits by itself: several writes that
    belong together stand in `transaction`.

    Raises NewerDatabase, BrokenDatabase, and StorageFailed for what is wrong with the disk and not with the file.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _make_private(path)
    except OSError as error:
        raise StorageFailed("OS", str(error)) from error
    connection: sqlite3.Connection | None = None
    try:
        connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None)
        _refuse_strangers(connection, path, len(migrations))
        connection.execute("PRAGMA journal_mode = WAL")
        _set_up(connection)
        _migrate(connection, path, migrations)
    except BaseException as error:
        if connection is not None:
            connection.close()
        if isinstance(error, sqlite3.Error):
            raise _opening_error(error, path) from error
        raise
    return connection


def connect(path: Path) -> sqlite3.Connection:
    """Another connection to a database that is open already; for use from the calling thread only.

    Raises StorageFailed.
    """
    with failures():
        connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None)
        try:
            _set_up(connection)
        except BaseException:
            connection.close()
            raise
    return connection


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of the writes inside, on the disk when it is left, or none of them.

    Raises StorageFailed for any error of the database.
    """
    with failures():
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            # Some errors, a full disk among them, have ended the transaction already.
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


@contextlib.contextmanager
def failures() -> Iterator[None]:
    """Turn the database's own errors into StorageFailed."""
    try:
        yield
    except sqlite3.Error as error:
        raise StorageFailed(_code(error), str(error)) from error


def read_rows(connection: sqlite3.Connection, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
    """All rows of a query. Raises StorageFailed for any error of the database."""
    with failures():
        return connection.execute(sql, parameters).fetchall()


def storable(text: str) -> str:
    """The text without lone surrogates, which UTF-8 cannot carry: each becomes U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _set_up(connection: sqlite3.Connection) -> None:
    # With WAL, only FULL has a commit on the disk before it returns (sqlite.org/pragma.html#pragma_synchronous).
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _make_private(path: Path) -> None:
    """Create the file with mode 0600 or set that mode; SQLite gives the files it puts beside it the same mode."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    path.chmod(0o600)


def _refuse_strangers(connection: sqlite3.Connection, path: Path, known: int) -> None:
    """Look before anything is written: a refused file stays as it was, byte for byte."""
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if tables and application != APPLICATION_ID:
        raise BrokenDatabase(path, "a database of another application")
    version = _version(connection)
    if version > known:
        raise NewerDatabase(version, known)


def _migrate(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> None:
    old = _version(connection)
    if 0 < old < len(migrations):
        _copy(connection, path.with_name(f"{path.stem}.v{old}{path.suffix}"))
    for version, statements in enumerate(migrations[old:], start=old + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have migrated it while this one waited for its turn.
            if _version(connection) < version:
                for statement in statements:
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {version}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    """Copy the whole database to `target`; what stands there is replaced only by a finished copy."""
    unfinished = target.with_name(target.name + ".unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        _make_private(unfinished)
        with contextlib.closing(sqlite3.connect(unfinished)) as copy:
            connection.backup(copy)
        unfinished.replace(target)
    except OSError as error:
        raise StorageFailed("OS", str(error)) from error


def _version(connection: sqlite3.Connection) -> int:
    version: int
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return version


def _opening_error(error: sqlite3.Error, path: Path) -> StorageError:
    code = _code(error)
    if code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return BrokenDatabase(path, str(error))
    return StorageFailed(code, str(error))


def _code(error: sqlite3.Error) -> str:
    # Errors that the Python module raises by itself carry no code of SQLite.
    return getattr(error, "sqlite_errorname", "SQLITE_MISUSE")
