"""Takes out of the copies of a database what was deleted in it: each is written anew without that.

A clean copy takes the place of the one before when it is whole, and keeps its time: a crash leaves the one or the
other. A copy that is damaged, so that it cannot be cleaned, is removed; before the last good one goes, the database
itself is copied. Where only the disk is in the way, every copy stays, and what is to be erased stays marked.
"""

import contextlib
import os
import sqlite3
from pathlib import Path
from typing import Final

from scoro_desktop.storage.beside import UNFINISHED, address
from scoro_desktop.storage.campaigns import scrubbing
from scoro_desktop.storage.copies import COPYING, Copies, all_copies, kept
from scoro_desktop.storage.database import Place, StorageFailed, failures
from scoro_desktop.storage.gone import Gone
from scoro_desktop.storage.history_words import forget_row
from scoro_desktop.storage.private_files import open_private
from scoro_desktop.storage.rewriting import Rewriting, rewrite

_DISK: Final = (
    "OS",
    "SQLITE_FULL",
    "SQLITE_IOERR",
    "SQLITE_CANTOPEN",
    "SQLITE_READONLY",
    "SQLITE_BUSY",
    "SQLITE_NOMEM",
)
"""The beginnings of the codes of errors that say nothing of the copy itself."""


def erase_from_copies(place: Place, gone: Gone) -> None:
    """Takes what is gone out of every copy beside a database, for any thread: one takes seconds where it is long.

    Nothing is copied meanwhile: a copy that was begun before is waited for, and cleaned too. Raises StorageFailed.
    """
    with COPYING:
        copies = all_copies(place.path)
    for copy in copies:
        with COPYING:
            is_clean = _clean(copy, gone)
        if not is_clean:
            _remove(copy, place)


def _remove(copy: Path, place: Place) -> None:
    """Removes a copy that is damaged, never the last one of a database that is well."""
    others = [each for each in kept(place.path) if each.path != copy]
    if not others and Copies(place).keep_now() == copy:
        return
    try:
        copy.unlink(missing_ok=True)
    except OSError as error:
        raise StorageFailed("OS", type(error).__name__) from error


def _clean(copy: Path, gone: Gone) -> bool:
    """Puts a copy without it in the place of one that has any of it; False where that is damaged."""
    unfinished = copy.with_name(copy.name + UNFINISHED)
    try:
        with failures(), contextlib.closing(_read_only(copy)) as old:
            if not _has_any(old, gone):
                return True
            made = copy.stat()
            unfinished.unlink(missing_ok=True)
            os.close(open_private(unfinished, os.O_RDWR | os.O_CREAT | os.O_EXCL))
            with contextlib.closing(sqlite3.connect(unfinished, isolation_level=None)) as new:
                old.backup(new)
                new.execute("PRAGMA journal_mode = OFF")  # nothing beside it: an unfinished one is thrown away
                new.execute("PRAGMA synchronous = OFF")  # it is on the disk once, at the end
                _erase(new, gone)
        _finish(unfinished, made)
        unfinished.replace(copy)
    except StorageFailed as error:
        _throw_away(unfinished)
        if error.code.startswith(_DISK):
            raise
        return False
    except UnicodeDecodeError:  # Python, of SQLite's own error, which quotes what is damaged
        _throw_away(unfinished)
        return False
    except OSError as error:
        _throw_away(unfinished)
        raise StorageFailed("OS", type(error).__name__) from error
    except BaseException:
        _throw_away(unfinished)
        raise
    return True


def _read_only(copy: Path) -> sqlite3.Connection:
    return sqlite3.connect(address(copy, "immutable=1"), uri=True)  # nothing is written beside it


def _finish(unfinished: Path, made: os.stat_result) -> None:
    """Has all of it on the disk, with the times of the copy whose place it takes."""
    with unfinished.open("r+b") as file:
        os.fsync(file.fileno())
    os.utime(unfinished, ns=(made.st_atime_ns, made.st_mtime_ns))


def _throw_away(unfinished: Path) -> None:
    with contextlib.suppress(OSError):
        unfinished.unlink(missing_ok=True)


def _tables(copy: sqlite3.Connection) -> set[str]:
    """The names of its tables; a copy of an older version lacks some."""
    return {name for (name,) in copy.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def _has_any(copy: sqlite3.Connection, gone: Gone) -> bool:
    """Tells whether anything that is gone is in a copy."""
    tables = _tables(copy)
    asked: list[tuple[str, str, list[tuple[object, ...]]]] = [
        ("campaigns", "id = ?", [(each,) for each in (*gone.values, *gone.whole)]),
        ("do_not_send", "account_id = ? AND kind = ? AND key = ?", [*gone.refusals]),
        ("gone_refusals", "account_id = ? AND kind = ? AND key = ?", [*gone.refusals]),
        ("sends", "id = ? AND created_at = ?", [*gone.sends.items()]),
    ]
    if any(gone.is_gone_plan(plan_id) for plan_id in _plans(copy, tables)):
        return True
    return any(
        copy.execute(f"SELECT 1 FROM {table} WHERE {where}", values).fetchone()  # noqa: S608
        for table, where, rows in asked
        if table in tables
        for values in rows
    )


def _erase(copy: sqlite3.Connection, gone: Gone) -> None:
    """Erases it in a copy, to the last byte."""
    copy.execute("PRAGMA secure_delete = ON")
    tables = _tables(copy)
    if gone.sends:
        _drop_sends(copy, gone)
    out = [(plan_id,) for plan_id in _plans(copy, tables) if gone.is_gone_plan(plan_id)]
    if out:
        copy.executemany("DELETE FROM planned WHERE id = ?", out)
    written = [*scrubbing.rewritings(gone.values, gone.whole)] if gone.values or gone.whole else []
    if gone.refusals:
        copy.create_function("is_gone", 3, lambda *key: key in gone.refusals)
        written += [Rewriting("do_not_send", "is_gone(account_id, kind, key)"), Rewriting("gone_refusals", "1")]
    for each in written:
        if each.table in tables:
            for _ in rewrite(copy, each):
                pass
    if gone.sends:
        copy.execute("INSERT INTO sends_words (sends_words) VALUES ('optimize')")  # words stand in its older parts too
        copy.execute("VACUUM")


def _plans(copy: sqlite3.Connection, tables: set[str]) -> list[int]:
    """The ids of the plans in a copy; those of older versions have none."""
    if "planned" not in tables:
        return []
    return [plan_id for (plan_id,) in copy.execute("SELECT id FROM planned")]


def _drop_sends(copy: sqlite3.Connection, gone: Gone) -> None:
    copy.execute("BEGIN")
    for send_id, created_at in gone.sends.items():
        if copy.execute("SELECT 1 FROM sends WHERE id = ? AND created_at = ?", (send_id, created_at)).fetchone():
            forget_row(copy, send_id)
            copy.execute("DELETE FROM sends WHERE id = ?", (send_id,))
    copy.execute("COMMIT")
