"""Messages between the app and the process that reads a sheet: a line of JSON, and behind it the rows of a batch."""

import itertools
import json
from typing import Any, BinaryIO, Final, TypeAlias

Answer: TypeAlias = dict[str, Any]

ASKED: Final = "SCORO_SHEET"
"""The name of the variable: JSON with `sheet` (empty: the first one that is shown) and `hidden` (rows that are not)."""
_CELL: Final = "\x1f"
_COLUMN: Final = "\x1e"


def put(stream: BinaryIO, answer: Answer) -> None:
    """Writes a message: a line of JSON, and behind it the rows of a batch as one text, which is ten times as quick."""
    rows = answer.get("rows")
    text = b"" if rows is None else as_bytes(rows)
    head = {name: each for name, each in answer.items() if name != "rows"}
    stream.write(json.dumps(head if rows is None else {**head, "size": len(text)}).encode("ascii") + b"\n" + text)
    stream.flush()


def take(stream: BinaryIO) -> Answer | None:
    """Reads a message; None where the stream ends before one is whole."""
    line = stream.readline()
    if not line.endswith(b"\n"):
        return None
    answer: Answer = json.loads(line)
    if "size" not in answer:
        return answer
    text = stream.read(answer["size"])
    if len(text) < answer["size"]:
        return None
    return {**answer, "rows": from_bytes(text)}


def as_bytes(rows: list[list[str]]) -> bytes:
    """Rows as one text, column by column: there are some columns, and a thousand rows in each.

    The characters between cells and columns are taken out of cells: no text has them.
    """
    columns = list(itertools.zip_longest(*rows, fillvalue="")) or [("",) * len(rows)]
    text = _COLUMN.join(map(_CELL.join, columns))
    if text.count(_CELL) + text.count(_COLUMN) != len(columns) * len(rows) - 1:
        clean = [[each.replace(_CELL, "").replace(_COLUMN, "") for each in column] for column in columns]
        text = _COLUMN.join(map(_CELL.join, clean))
    return text.encode("utf-8", "surrogatepass")


def from_bytes(text: bytes) -> list[tuple[str, ...]]:
    """Reads what `as_bytes` gave; rows that had fewer cells than others come with empty ones, and with one at least."""
    columns = [column.split(_CELL) for column in text.decode("utf-8", "surrogatepass").split(_COLUMN)]
    return list(zip(*columns, strict=True))
