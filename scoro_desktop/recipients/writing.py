"""Tables of people in a file. CSV is such as a sheet shows as it is: no formula runs, no digit of a phone is lost.

Names in a base come from strangers: one that begins with `=` is run by the sheet that opens the file (OWASP, "CSV
Injection"). Such a cell gets an apostrophe before it. A sheet also reads numbers: a phone of eleven digits becomes
7.91E+10, a leading zero or plus is gone, and saving makes that final. In a file for Excel such cells stand as
`="79123456789"`, which sheets show, copy and sort as the text that it is.
"""

import contextlib
import csv
import enum
import json
import os
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, TextIO, TypeVar

from scoro_desktop.recipients.batches import Wanted, always
from scoro_desktop.recipients.columns import normal_title
from scoro_desktop.recipients.source import NotWantedError
from scoro_desktop.wire import JsonObject

_T = TypeVar("_T")

AT_ONCE: Final = 1_000
"""Rows after which it is told how far the writing is, and asked whether the file is still wanted."""


class Form(enum.StrEnum):
    """The form of the file. EXCEL: `;` and a mark of UTF-8, which Excel needs to read Cyrillic; numbers are guarded.

    PLAIN: `,` and no mark, for programs: numbers stand as they are, formulas are guarded all the same.
    """

    EXCEL = "excel"
    PLAIN = "plain"


_DELIMITERS: Final = {Form.EXCEL: ";", Form.PLAIN: ","}
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_NUMBER: Final = re.compile(r"[+\-]?[0-9]+([.,][0-9]+)?")
"""A number that begins with a sign is no formula: a phone with its plus."""
_CHANGED: Final = re.compile(
    r"\+[0-9]+|-?0[0-9]+([.,][0-9]*)?|[+\-]?[0-9]{9,}([.,][0-9]+)?|[0-9]+([.,][0-9]+)?[eE][+\-]?[0-9]+"
)
"""Numbers that a sheet shows otherwise than they are written. It shows eleven digits at most, fewer in a narrow column,
and keeps fifteen (Microsoft, "Excel specifications and limits"): here from nine on."""


def guarded(cell: str, form: Form) -> str:
    """The cell as it stands in a file."""
    if form is Form.EXCEL and _CHANGED.fullmatch(cell):
        return f'="{cell}"'
    if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def free_title(wanted: str, titles: Iterable[str]) -> str:
    """The title, or the first of "title (2)", "title (3)"… that is none of the others' as titles are compared."""
    taken = {normal_title(title) for title in titles}
    title, number = wanted, 1
    while normal_title(title) in taken:
        number += 1
        title = f"{wanted} ({number})"
    return title


def write_table(
    path: Path,
    titles: Sequence[str],
    rows: Iterable[Sequence[str]],
    form: Form,
    *,
    wanted: Wanted = always,
    told: Callable[[int], None] = lambda _: None,
) -> int:
    """Writes a table, row by row, and gives how many there were. Blocks.

    What stood at `path` is replaced only by a finished file. Raises OSError, NotWantedError, and what `rows` raises.
    `told` hears how many rows are written.
    """
    encoding = "utf-8-sig" if form is Form.EXCEL else "utf-8"
    with _finished(path, encoding) as file:
        return _write(file, titles, _looking(rows, wanted, told), form)


def write_objects(
    path: Path,
    objects: Iterable[JsonObject],
    *,
    wanted: Wanted = always,
    told: Callable[[int], None] = lambda _: None,
) -> int:
    """Writes a list of JSON objects, one on a line; all else as `write_table` does."""
    number = 0
    with _finished(path, "utf-8") as file:
        file.write("[")
        for number, each in enumerate(_looking(objects, wanted, told), start=1):
            file.write(",\n" if number > 1 else "\n")
            file.write(json.dumps(each, ensure_ascii=True))
        file.write("\n]\n")
    return number


@contextlib.contextmanager
def _finished(path: Path, encoding: str) -> Iterator[TextIO]:
    """A file to be written to, which takes the place of the one at `path` once it is whole."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".unfinished")
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "w", encoding=encoding, errors="replace", newline="") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise


def _looking(rows: Iterable[_T], wanted: Wanted, told: Callable[[int], None]) -> Iterator[_T]:
    """The same rows; tells now and then how many there were, and ends where nobody wants them any more."""
    number = 0
    for each in rows:
        if number % AT_ONCE == 0:
            if not wanted():
                raise NotWantedError
            told(number)
        yield each
        number += 1
    told(number)


def _write(file: TextIO, titles: Sequence[str], rows: Iterable[Sequence[str]], form: Form) -> int:
    delimiter = _DELIMITERS[form]
    # Excel takes a file that begins with ID, without quotes, for one of another kind (SYLK).
    csv.writer(file, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerow([guarded(title, form) for title in titles])
    writer = csv.writer(file, delimiter=delimiter)
    number = 0
    for row in rows:
        writer.writerow([guarded(cell, form) for cell in row])
        number += 1
    return number
