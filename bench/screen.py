"""A screen of its own (Xvfb) whose pixels can be looked at from outside."""

import mmap
import shutil
import struct
import subprocess
import sys
import time
from pathlib import Path
from typing import Final, NamedTuple

DISPLAY = ":4712"
STILL_S = 0.5
PATIENCE_S = 60.0
SAMPLE = 997
"""Every so many bytes of the screen are compared: a prime, so that they lie in every column."""
_BYTES: Final = 4
"""Of a pixel."""


class Place(NamedTuple):
    """A rectangle of the screen, in pixels."""

    left: int
    top: int
    right: int
    bottom: int


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
        # The file is an X window dump (XWDFile.h): numbers of 32 bits, colours of 12 bytes, pixels.
        header = struct.unpack(">25I", self._pixels[:100])
        self._begin, self.height = header[0] + 12 * header[19], header[5]
        self._line = header[12]

    def sample(self) -> bytes:
        return self._pixels[::SAMPLE]

    def picture(self) -> bytes:
        """Every pixel, line by line."""
        return self._pixels[self._begin : self._begin + self._line * self.height]

    def part(self, place: Place) -> bytes:
        """The pixels of a rectangle."""
        return self._cut(self._pixels, place, self._begin)

    def part_of(self, picture: bytes, place: Place) -> bytes:
        """The pixels of a rectangle of a picture that was taken before."""
        return self._cut(picture, place, 0)

    def _cut(self, pixels: bytes | mmap.mmap, place: Place, begin: int) -> bytes:
        rows = (begin + self._line * row for row in range(place.top, place.bottom))
        return b"".join(pixels[row + _BYTES * place.left : row + _BYTES * place.right] for row in rows)

    def without(self, picture: bytes, place: Place) -> bytes:
        """A picture with nothing in a rectangle."""
        left = bytearray(picture)
        for row in range(place.top, place.bottom):
            left[self._line * row + _BYTES * place.left : self._line * row + _BYTES * place.right] = bytes(
                _BYTES * (place.right - place.left)
            )
        return bytes(left)

    def difference(self, one: bytes, other: bytes) -> Place | None:
        """The smallest rectangle that holds all pixels in which two pictures differ."""
        rows = [
            row
            for row in range(self.height)
            if one[row * self._line : (row + 1) * self._line] != other[row * self._line : (row + 1) * self._line]
        ]
        columns = {
            (at - row * self._line) // _BYTES
            for row in rows
            for at in range(row * self._line, (row + 1) * self._line, _BYTES)
            if one[at : at + _BYTES] != other[at : at + _BYTES]
        }
        return Place(min(columns), rows[0], max(columns) + 1, rows[-1] + 1) if columns else None

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
