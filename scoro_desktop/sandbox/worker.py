"""Runs in a process of its own, and answers there which documents a costly query selects.

It is ended from outside when that takes too long. Where nobody is left to do so, it ends itself.
"""

import contextlib
import faulthandler
import json
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from scoro_desktop.sandbox import frames
from scoro_desktop.sandbox.crowd import population
from scoro_desktop.sandbox.refusals import QueryRefused, TookTooLong
from scoro_desktop.sandbox.selecting import QUERY_S, selected

MEMORY: Final = 1 << 30
"""Bytes that it may have: some patterns take far more, and with it the computer."""

_ORPHAN_S: Final = QUERY_S + 2


def main(arguments: Sequence[str] = ()) -> int:
    """Says that it is ready, then answers question by question until there are no more.

    The one argument, if there is any, is the number of people (`crowd.population`).
    """
    people = int(arguments[0]) if arguments else None
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C at a terminal is for the program that started this one
    _limit_memory()
    population(people)
    with (
        open(0, "rb", closefd=False) as questions,
        open(1, "wb", closefd=False) as answers,
        Path(os.devnull).open("w") as void,
    ):
        try:
            frames.put(answers, b"{}")
            while (question := frames.take(questions)) is not None:
                # A watch outside of Python's lock, which a pattern holds: the only one that is heard then.
                faulthandler.dump_traceback_later(_ORPHAN_S, exit=True, file=void)
                answer = json.dumps(_answer(json.loads(question), people)).encode()
                faulthandler.cancel_dump_traceback_later()
                frames.put(answers, answer)
        except BrokenPipeError:
            pass
    return 0


def _answer(question: dict[str, Any], people: int | None) -> dict[str, Any]:
    try:
        return {"places": selected(question["collection"], question["query"], people)}
    except QueryRefused as refusal:
        return {"refused": str(refusal)}
    except TookTooLong:
        return {"late": True}
    except MemoryError:
        return {"refused": "it takes more memory than a query may"}


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(OSError, ValueError):  # a system that knows no such limit, or has a lower one
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
