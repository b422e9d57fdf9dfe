"""A screen of its own (Xvfb) whose pixels can be looked at from outside."""

import mmap
import shutil
import subprocess
import sys
import time
from pathlib import Path

DISPLAY = ":4712"
STILL_S = 0.5
PATIENCE_S = 60.0
SAMPLE = 997
"""Every so many bytes of the screen are compared: a prime, so that they lie in every column."""


class Screen:
    """An X server whose pixels can be read from a file."""

    display = DISPLAY

    def __init__(self, folder: Path) -> None:
        if shutil.which("Xvfb") is None:
            sys.exit("Xvfb is needed, and was not found (in Debian: apt-get install xvfb)")
        size = ["-screen", "0", "1300x820x24", "-fbdir", str(folder), "-nolisten", "tcp"]
        self._server = subprocess.Popen(["Xvfb", DISPLAY, *size], stderr=subprocess.DEVNULL)
        file = folder / "Xvfb_screen0"
        end = time.monotonic() + PATIENCE_S
        while not file.exists() or file.stat().st_size == 0:
            if time.monotonic() > end or self._server.poll() is not None:
                sys.exit("Xvfb did not start")
            time.sleep(0.05)
        with file.open("rb") as opened:
            self._pixels = mmap.mmap(opened.fileno(), 0, prot=mmap.PROT_READ)

    def sample(self) -> bytes:
        return self._pixels[::SAMPLE]

    def wait_for_change(self, before: bytes) -> None:
        end = time.monotonic() + PATIENCE_S
        while self.sample() == before:
            if time.monotonic() > end:
                sys.exit("nothing was painted")
            time.sleep(0.0005)

    def wait_until_still(self, expected: bytes) -> None:
        """Waits until the screen has looked as expected for a while: what a program sent before its end comes late."""
        end = time.monotonic() + PATIENCE_S
        since = time.monotonic()
        while time.monotonic() - since < STILL_S:
            if self.sample() != expected:
                since = time.monotonic()
            if since > end:
                sys.exit("the window did not go away")
            time.sleep(0.01)

    def close(self) -> None:
        self._pixels.close()
        self._server.terminate()
        self._server.wait()
