"""A process that is killed at random between and within its steps, and how many of them it told."""

import os
import random
import select
import signal
from collections.abc import Callable

from tests.faults.dying import fork

MOST_MS = 2


def killed_after(work: Callable[[int], None], steps: int, chance: random.Random) -> tuple[int, int]:
    """Forks `work`, which writes a byte for each step where it is told to, and kills it some time after so many.

    Gives the number of steps that it told, and its exit code; it must not end before it is killed.
    """
    read, write = os.pipe()
    process = fork(lambda: work(write))
    os.close(write)
    with os.fdopen(read, "rb", buffering=0) as told:
        heard = 0
        while heard < steps and (got := told.read(steps - heard)):
            heard += len(got)
        select.select([], [], [], chance.uniform(0, MOST_MS) / 1000)
        os.kill(process, signal.SIGKILL)
        while got := told.read(4096):
            heard += len(got)
    return heard, os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def wait_to_be_killed() -> None:
    """Waits for as long as it takes."""
    select.select([], [], [])
