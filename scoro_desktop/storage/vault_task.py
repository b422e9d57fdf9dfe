"""One call of a keyring, on a thread of its own, that may be given up."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Task(Generic[T]):
    """One job, its end, and whether anybody still waits for it."""

    def __init__(self, job: Callable[[], T], turn: threading.Lock) -> None:
        self._job = job
        self._turn = turn
        self._state = threading.Lock()
        self._given_up = False
        self.over = threading.Event()
        self.result: list[T] = []
        self.error: Exception | None = None

    def run(self) -> None:
        """Does the job once it is its turn, unless nobody waits for it any more."""
        with self._turn:
            if self._given_up:
                return
            try:
                result = self._job()
            except Exception as error:  # noqa: BLE001  backends raise anything: pywintypes.error, jeepney's, OSError
                self._end(error)
            else:
                self.result.append(result)
                self._end(None)

    def give_up(self) -> bool:
        """Nobody waits any longer. False if it ended at the last moment after all."""
        with self._state:
            self._given_up = not self.over.is_set()
            return self._given_up

    def _end(self, error: Exception | None) -> None:
        with self._state:
            self.error = error
            self.over.set()
