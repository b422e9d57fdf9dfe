"""What can be seen of a start from outside, on a screen of its own: of the packaged app and of a bare window alike.

The window gets the focus as it is mapped, as from a window manager, and a letter is pressed then: it waits for the
program, as what a person types does. Where the letter is to stand is learnt before: from the caret, the only thing that
changes by itself, and from where that stands behind the letter.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from keyboard import BACKSPACE, LETTER, Keyboard
from screen import Place, Screen

LOOK_S: Final = 0.001
"""Seconds between two looks; a look at the whole screen takes two thousandths more."""
BLINK_S: Final = 1.3
"""Seconds in which the caret has changed: Qt's own time for it there and gone is one."""
STILL_S: Final = 2.0
"""Seconds without another change, after which a window is whole."""
SAVED_S: Final = 1.5
"""Seconds after which a draft is on the disk: the app waits one."""
PATIENCE_S: Final = 30.0


@dataclass(frozen=True)
class Looks:
    """How a window looks in the letter's place, without it and with it, and the whole of it with the letter; the caret
    is left out in both its places.
    """

    letter_at: Place
    empty: bytes
    letter: bytes
    carets: tuple[Place, Place]
    whole: bytes


@dataclass
class Seen:
    """Milliseconds from the start of the process; `cpu` of its processor until the letter stood there."""

    pixel: float = 0.0
    typed: float = 0.0
    whole: float = 0.0
    cpu: float = 0.0


def cpu_ms(process: int) -> float:
    """The processor time that a process has taken until now, in milliseconds, on all threads."""
    total = 0
    for task in Path(f"/proc/{process}/task").iterdir():
        total += int((task / "schedstat").read_text("ascii").split()[0])
    return total / 1_000_000


class Eye:
    """Starts programs, one at a time, and looks at the screen that they open a window on."""

    def __init__(self, screen: Screen, environment: Mapping[str, str]) -> None:
        self._screen = screen
        self._keyboard = Keyboard(screen.display)
        self._environment = environment
        self._empty = screen.sample()
        self._nothing = screen.picture()

    def close(self) -> None:
        """Looks no longer."""
        self._keyboard.close()

    def learn(self, command: Sequence[str]) -> Looks:
        """Learns how the window of a program looks, and where a letter stands in it."""
        process = self._run(command)
        try:
            self._focus(process)
            before = self._caret()
            alone = self._at_rest((before,))
            self._keyboard.press(LETTER)
            self._wait(lambda: self._now((before,)) != alone)
            behind = self._caret()
            typed = self._at_rest((before, behind))
            place = Place(before.right, before.top, behind.left, before.bottom)
            self._take_back(place, self._screen.part_of(alone, place))
            return Looks(
                place, self._screen.part_of(alone, place), self._screen.part_of(typed, place), (before, behind), typed
            )
        finally:
            self.end(process)

    def look(self, command: Sequence[str], looks: Looks, idle: Callable[[int], object]) -> Seen:
        """Starts a program once and tells when what was seen; `idle` is called with its process while it rests."""
        into = Seen()
        begun = time.perf_counter()
        process = self._run(command)
        try:
            pressed, changed, at, last = False, begun, begun, self._nothing
            while not into.typed or at - changed < STILL_S:
                at = time.perf_counter()
                passed = (at - begun) * 1000
                if at - begun > PATIENCE_S or process.poll() is not None:
                    sys.exit("no letter was seen")
                if not pressed and (window := self._keyboard.opened()) is not None:
                    self._keyboard.focus(window)
                    self._keyboard.press(LETTER)
                    pressed = True
                if not into.pixel and self._screen.sample() != self._empty:
                    into.pixel = passed
                if into.pixel and not into.typed and self._screen.part(looks.letter_at) == looks.letter:
                    into.typed, into.cpu = passed, cpu_ms(process.pid)
                if into.pixel and (picture := self._without_carets(self._screen.picture(), looks.carets)) != last:
                    last, changed = picture, at
                    into.whole = passed if picture == looks.whole else 0.0
                time.sleep(LOOK_S)
            if not into.whole:
                sys.exit("the window came to rest as another than before")
            idle(process.pid)
            self._take_back(looks.letter_at, looks.empty)
            return into
        finally:
            self.end(process)

    def end(self, process: "subprocess.Popen[bytes]") -> None:
        """Ends a program and waits until its window is gone."""
        process.terminate()
        process.wait(PATIENCE_S)
        self._screen.wait_until_still(self._empty)
        self._keyboard.opened()

    def _run(self, command: Sequence[str]) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(command, env=self._environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def _focus(self, process: "subprocess.Popen[bytes]") -> None:
        while (window := self._keyboard.opened()) is None:
            if process.poll() is not None:
                sys.exit("the program ended")
            time.sleep(LOOK_S)
        self._keyboard.focus(window)

    def _take_back(self, place: Place, empty: bytes) -> None:
        """Takes the letter back, so that the next start finds no draft."""
        self._keyboard.press(BACKSPACE)
        self._wait(lambda: self._screen.part(place) == empty)
        time.sleep(SAVED_S)

    def _wait(self, until: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE_S
        while not until():
            if time.monotonic() > end:
                sys.exit("the window does not look as it should")
            time.sleep(0.02)

    def _caret(self) -> Place:
        """Where the caret stands: what alone changes in a window that rests, and comes back."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            one = self._screen.picture()
            until, other = time.monotonic() + BLINK_S, None
            while time.monotonic() < until:
                picture = self._screen.picture()
                if picture not in (one, other or picture):
                    break
                if picture != one:
                    other = picture
                time.sleep(0.02)
            else:
                place = None if other is None else self._screen.difference(one, other)
                if place is not None and place.right - place.left <= 3 and place.bottom - place.top <= 40:
                    return place
        sys.exit("no caret was seen")

    def _without_carets(self, picture: bytes, carets: Sequence[Place]) -> bytes:
        for place in carets:
            picture = self._screen.without(picture, place)
        return picture

    def _now(self, carets: Sequence[Place]) -> bytes:
        return self._without_carets(self._screen.picture(), carets)

    def _at_rest(self, carets: Sequence[Place]) -> bytes:
        """The picture of a window in which nothing changed for a while but the caret."""
        end = time.monotonic() + PATIENCE_S
        last, since = self._now(carets), time.monotonic()
        while time.monotonic() - since < STILL_S:
            now = self._now(carets)
            if now != last:
                last, since = now, time.monotonic()
            if since > end:
                sys.exit("the window does not come to rest")
            time.sleep(0.05)
        return last
