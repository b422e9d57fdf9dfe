"""A process of its own that answers questions, and is ended when it takes too long over one."""

import contextlib
import subprocess
import sys
import threading
from pathlib import Path
from typing import Final

from scoro_desktop.sandbox import frames
from scoro_desktop.sandbox.refusals import TookTooLong

START_S: Final = 20.0
"""The longest time until a process is ready, in seconds: it has the sample people to make, maybe on a busy machine."""
TURN_S: Final = 4.0
"""The longest time that a question waits for those before it, in seconds."""

_HERE: Final = Path(__file__).resolve().parents[2]  # where `-m` finds the package, however this program found it


class OwnProcess:
    """Starts `module` when first asked, keeps it for the next question, and starts another where it had to be ended.

    `module` answers each message on its input with one on its output; the first it sends unasked, when it is ready.
    """

    def __init__(self, module: str, *arguments: str) -> None:
        # The packaged app is no Python, but understands this of it (`scoro_desktop.__main__`).
        self._command = [sys.executable, "-m", module, *arguments]
        self._turn = threading.Lock()  # one question at a time
        self._change = threading.Lock()  # of the two below
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False

    def ask(self, question: bytes, limit_s: float) -> bytes:
        """The answer. Blocks.

        Raises TookTooLong when it is not there `limit_s` after its turn came, or its turn not after `TURN_S`, and
        OSError where there is no process to ask: it cannot be started, broke over the question, or was closed.
        """
        if not self._turn.acquire(timeout=TURN_S):
            raise TookTooLong
        try:
            process = self._running()
            return self._exchange(process, question, limit_s)
        finally:
            self._turn.release()

    def close(self) -> None:
        """Ends the process, whatever it is at; nothing can be asked any more."""
        with self._change:
            self._closed = True
            if self._process is not None:
                self._process.kill()
        with self._turn:
            self._forget()

    def _running(self) -> subprocess.Popen[bytes]:
        with self._change:
            process = None if self._closed else self._process
        if process is not None and process.poll() is None:
            return process
        self._forget()
        with self._change:
            if self._closed:
                raise ConnectionAbortedError
            process = self._process = subprocess.Popen(  # noqa: S603  our own interpreter, and our own module
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=_HERE,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        self._exchange(process, None, START_S)
        return process

    def _exchange(self, process: subprocess.Popen[bytes], question: bytes | None, limit_s: float) -> bytes:
        """Puts a question, if there is one, and waits for a message; the process is ended when that takes too long."""
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        clock = threading.Timer(limit_s, stop)
        clock.daemon = True
        clock.start()
        answer = None
        try:
            if process.stdin is not None and process.stdout is not None:
                if question is not None:
                    frames.put(process.stdin, question)
                answer = frames.take(process.stdout)
        except OSError:  # it ended before it had read all
            pass
        finally:
            clock.cancel()
            clock.join()  # so that it does not end the process during the next question
        if answer is None or late.is_set():
            self._forget()
        if answer is not None:
            return answer
        if late.is_set():
            raise TookTooLong
        raise ConnectionAbortedError

    def _forget(self) -> None:
        with self._change:
            process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # what it did not read any more
                    pipe.close()
        process.wait()
