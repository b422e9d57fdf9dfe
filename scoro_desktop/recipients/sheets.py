"""Sheets of an XLSX in batches of rows, out of a process that can be ended at any moment."""

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from scoro_desktop.recipients.batches import Batch, Batches, Wanted
from scoro_desktop.recipients.opening import opened
from scoro_desktop.recipients.sheet_messages import ASKED, Answer, take
from scoro_desktop.recipients.source import MOST_SHEET_BYTES, NotWantedError, Sheet, Source, UnreadableFileError

LIMIT_S: Final = 180.0
"""For how long the process may say nothing, in seconds: a million rows take 20 on a slow machine. Ours."""
MODULE: Final = "scoro_desktop.recipients.sheet_process"
"""The module that runs in a process of its own."""
PIPE_BYTES: Final = 1 << 18
"""The room of the pipe: a batch of a thousand rows, so that the two change turns less often."""
_MALLOC: Final = "glibc.malloc.hugetlb=1:glibc.malloc.top_pad=16777216:glibc.malloc.trim_threshold=1073741824"
"""GNU's ways to have memory: pages of two megabytes, and none given back. The library makes half a million small pieces
at 100,000 rows, and its process lives for a second: this takes a tenth less of the processor. Others do not read it.
"""
_TUNABLES: Final = "GLIBC_TUNABLES"
_LOOK_S: Final = 0.1
"""The pause after which somebody who waits looks whether the rows are still wanted, in seconds."""
_AHEAD: Final = 4
"""Batches that are read ahead of whoever takes them."""
_HERE: Final = Path(__file__).resolve().parents[2]  # where `-m` finds the package, however this program found it


class Head(NamedTuple):
    """Facts of an XLSX before its rows are known. `merged`: the first range of cells that were made one."""

    sheets: tuple[Sheet, ...]
    sheet: str
    hidden_rows: int
    merged: str
    merged_count: int


def look_at_sheet(path: Path, source: Source, wanted: Wanted) -> tuple[Head, Batch]:
    """Looks at the sheets of a file, and at the first rows of one. Raises UnreadableFileError and NotWantedError."""
    with contextlib.closing(_answers(path, source, wanted)) as answers:
        head = _head(next(answers))
        answer = next(answers, None)
        if answer is None:  # it died, and nobody knows what the sheet has
            raise UnreadableFileError("broken_sheet")
        return head, _batch(answer) if _has_rows(answer) else Batch(1, [], {}, 0, 0)


def batches_of_sheet(path: Path, source: Source, wanted: Wanted) -> Batches:
    """The rows of the sheet that `source` names. Raises UnreadableFileError and NotWantedError."""
    is_whole = False
    with contextlib.closing(_answers(path, source, wanted)) as answers:
        _head(next(answers))
        for each in answers:
            if _has_rows(each):
                yield _batch(each)
            else:
                is_whole = True
    if not is_whole:
        raise UnreadableFileError("broken_sheet")


def _has_rows(answer: Answer) -> bool:
    return "rows" in answer


def _batch(answer: Answer) -> Batch:
    rows = answer["rows"]
    return Batch(answer["first"], rows, {}, answer["first"] + len(rows) - 1, answer["whole"])


def _head(answer: Answer) -> Head:
    sheets = tuple(Sheet(name, hidden) for name, hidden in answer["sheets"])
    merged = answer["merged"]
    return Head(sheets, answer["sheet"], answer["hidden_rows"], merged[0] if merged else "", answer["merged_count"])


def _answers(path: Path, source: Source, wanted: Wanted) -> Generator[Answer, None, None]:
    """The lines of a process over the file, which is ended with this."""
    with opened(path, MOST_SHEET_BYTES) as file, _process(file, source) as process:
        messages: queue.Queue[Answer | None] = queue.Queue(_AHEAD)
        ended = threading.Event()
        pump = threading.Thread(target=_pump, args=(process.stdout, messages, ended), daemon=True)
        pump.start()
        try:
            for answer in _while_wanted(messages, wanted):
                if "refused" in answer:
                    raise UnreadableFileError(answer["refused"], **answer["params"])
                yield answer
        finally:
            ended.set()
            process.kill()
            pump.join()


def _while_wanted(messages: "queue.Queue[Answer | None]", wanted: Wanted) -> Iterator[Answer]:
    """Yields messages until there are no more. A process that dies without a word found no memory, most likely."""
    heard = time.monotonic()
    first = True
    while True:
        if not wanted():
            raise NotWantedError
        try:
            message = messages.get(timeout=_LOOK_S)
        except queue.Empty:
            if time.monotonic() - heard > LIMIT_S:
                raise UnreadableFileError("took_too_long", limit=int(LIMIT_S)) from None
            continue
        if message is None:
            if first:
                raise UnreadableFileError("broken_sheet")
            return
        first = False
        heard = time.monotonic()
        yield message


def _pump(stream: BinaryIO, messages: "queue.Queue[Answer | None]", ended: threading.Event) -> None:
    """Takes messages from a process as long as somebody wants them; the last one is None."""
    message: Answer | None = {}
    while message is not None and not ended.is_set():
        message = take(stream)
        while not ended.is_set():
            with contextlib.suppress(queue.Full):
                messages.put(message, timeout=_LOOK_S)
                break


@contextlib.contextmanager
def _process(file: BinaryIO, source: Source) -> Iterator[subprocess.Popen[bytes]]:
    asked = json.dumps({"sheet": source.sheet, "hidden": source.hidden})
    try:
        # The packaged app is no Python, but understands this of it (`scoro_desktop.__main__`).
        process = subprocess.Popen(  # noqa: S603  our own interpreter, and our own module
            [sys.executable, "-m", MODULE],
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pipesize=PIPE_BYTES,
            cwd=_HERE,
            env={**os.environ, ASKED: asked, _TUNABLES: f"{_MALLOC}:{os.environ.get(_TUNABLES, '')}".rstrip(":")},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        raise UnreadableFileError("no_process") from None
    with process:
        try:
            yield process
        finally:
            process.kill()
