"""Reads one XLSX in a process of its own: the library holds the interpreter for as long as it reads.

The file is its standard input, so that nobody can put another in its place; what is asked stands in `ASKED` of the
environment. Its output are messages (`put`): first the head, then batches of rows, at last the word that it is whole.
"""

import contextlib
import gc
import itertools
import json
import os
import signal
import sys
import zipfile
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO, Final

from scoro_desktop.recipients.sheet_facts import Container
from scoro_desktop.recipients.sheet_messages import ASKED, Answer, put
from scoro_desktop.recipients.sheet_values import as_texts
from scoro_desktop.recipients.sheet_walk import Facts
from scoro_desktop.recipients.unreadable import UnreadableFileError

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

MEMORY: Final = 2 << 30
"""Bytes that it may have."""
SIZE: Final = 1_000
"""Rows of a batch."""
WHOLE: Final[Answer] = {"whole": True}
"""The last answer."""


def main() -> int:
    """Answers, and ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C at a terminal is for the program that started this one
    _limit_memory()
    gc.disable()  # a hundred thousand rows, and nothing that only the collector would find
    asked = json.loads(os.environ.get(ASKED, "{}"))
    with (
        open(0, "rb", closefd=False) as file,
        open(1, "wb", closefd=False) as output,
        contextlib.suppress(BrokenPipeError),
    ):
        for each in answers(file, str(asked.get("sheet", "")), with_hidden=bool(asked.get("hidden", True))):
            put(output, each)
            if each == WHOLE:
                os._exit(0)  # half a million texts of the library need not be given back one by one
    return 0


def answers(file: BinaryIO, name: str, *, with_hidden: bool) -> Iterator[Answer]:
    """Reads the sheet of a name, and answers as it goes."""
    try:
        yield from _read(file, name, with_hidden=with_hidden)
    except UnreadableFileError as error:
        yield {"refused": error.code, "params": dict(error.params)}
    except MemoryError:
        yield {"refused": "sheet_too_large", "params": {"cell": ""}}
    except GeneratorExit:
        raise
    except BaseException:  # noqa: BLE001  what a library in Rust raises when it gives up is no Exception
        yield {"refused": "broken_sheet", "params": {}}


def _read(file: BinaryIO, name: str, *, with_hidden: bool) -> Iterator[Answer]:
    with zipfile.ZipFile(file) as archive:
        container = Container(archive)
        sheets = container.sheets
        shown = next((each.name for each in sheets if not each.hidden), sheets[0].name)
        name = name or shown
        if name not in {each.name for each in sheets}:
            raise UnreadableFileError("no_such_sheet", sheet=name)
        facts = container.facts(name)
    file.seek(0)
    yield {
        "sheets": [[each.name, each.hidden] for each in sheets],
        "sheet": name,
        "hidden_rows": len(facts.hidden),
        "merged": facts.merged[:1],
        "merged_count": len(facts.merged),
    }
    from python_calamine import CalamineWorkbook

    sheet = CalamineWorkbook.from_filelike(file).get_sheet_by_name(name)

    def check_rows() -> None:
        file.seek(0)  # the library has the whole sheet by now
        with zipfile.ZipFile(file) as archive:
            Container(archive).check_rows(name)

    yield from _batches(sheet, facts, frozenset() if with_hidden else frozenset(facts.hidden), check_rows)
    yield WHOLE


def _batches(
    sheet: "CalamineSheet", facts: Facts, left_out: frozenset[int], check_rows: Callable[[], None]
) -> Iterator[Answer]:
    """The rows. A batch of blank ones is left out but for the first: a stray cell may be a million rows away.

    A blank row among rows that were only counted may be one whose number another bears: then each number is looked at.
    """
    if sheet.end is None:
        return
    counted = facts.are_rows_counted
    before = (sheet.start or (0, 0))[1]
    whole = sheet.end[0] + 1
    rows = sheet.iter_rows()
    number = 1
    while batch := list(itertools.islice(rows, SIZE)):
        if number == 1 or not all(map(_is_blank, batch)):
            # A column most often has one type, and a row seldom.
            columns: list[Sequence[str]] = [[""] * len(batch)] * before
            columns += map(as_texts, zip(*batch, strict=True))
            if counted and all("" in column for column in columns) and any(map(_is_blank, batch)):
                counted = False
                check_rows()
            changed = _changed(columns, number, facts, left_out)
            yield {"first": number, "columns": changed or [[""] * len(batch)], "whole": whole}
        number += len(batch)


def _is_blank(row: Sequence[object]) -> bool:
    return row.count("") == len(row)


def _changed(
    columns: list[Sequence[str]], first: int, facts: Facts, left_out: frozenset[int]
) -> Sequence[Sequence[str]]:
    """Puts in what the library does not tell, and takes out the rows that are not wanted."""
    if not facts.errors and not left_out:
        return columns
    changed = [list(column) for column in columns]  # those before the table are one
    for at in range(len(changed[0]) if changed else 0):
        if first + at in left_out:
            for column in changed:
                column[at] = ""
            continue
        for number, text in facts.errors.get(first + at, {}).items():
            if number < len(changed):
                changed[number][at] = text
    return changed


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(OSError, ValueError):  # a system that knows no such limit, or has a lower one
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    sys.exit(main())
