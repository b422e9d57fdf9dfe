"""How fast the frozen app starts and how much memory it takes, beside a bare PySide6 window, in the same run.

    python bench/start.py [--rounds N] [--app dist/scoro-desktop/scoro-desktop]

Both are started on a screen of their own (Xvfb), and the time from there to the first change of a pixel is taken, seen
from outside: neither knows that it is measured. The bare window is a QLabel in this Python. "Warm" follows a start just
before; for "cold" the files of both are dropped from the page cache first (posix_fadvise: what another process has
mapped stays, and so do the libraries of the system). Memory is the proportional set size (PSS) three seconds later.
"""

import argparse
import contextlib
import mmap
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
APP = ROOT / "dist" / "scoro-desktop" / "scoro-desktop"
BARE = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
qt = QApplication(sys.argv)
label = QLabel("A bare window")
label.resize(1280, 800)
label.show()
sys.exit(qt.exec())
"""
DISPLAY = ":4712"
IDLE_S = 3.0
STILL_S = 0.5
PATIENCE_S = 60.0
SAMPLE = 997
"""Every so many bytes of the screen are compared: a prime, so that they lie in every column."""


class Screen:
    """An X server whose pixels can be read from a file."""

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


def drop_from_cache(folders: Sequence[Path]) -> None:
    """Lets the system forget the contents of these folders, so that they are read from the disk again."""
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file() and not path.is_symlink():
                with contextlib.suppress(OSError), path.open("rb") as file:
                    os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def pss_mb(process: int) -> float:
    """The proportional set size of a process and of those that it started, in MB."""
    total = 0.0
    pids = [process]
    for pid in pids:
        pids += [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1]) / 1024
    return total


def measure(screen: Screen, command: Sequence[str], *, idle: bool) -> tuple[float, float | None]:
    """Starts a command; the milliseconds to its first painted frame and, if asked for, its memory in MB when idle."""
    before = screen.sample()
    environment = {**os.environ, "DISPLAY": DISPLAY, "QT_QPA_PLATFORM": "xcb"}
    environment.pop("WAYLAND_DISPLAY", None)
    start = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    screen.wait_for_change(before)
    taken = (time.perf_counter() - start) * 1000
    memory = None
    if idle:
        time.sleep(IDLE_S)
        memory = pss_mb(process.pid)
    process.terminate()
    process.wait()
    screen.wait_until_still(before)
    return taken, memory


def row(name: str, values: Sequence[float], unit: str) -> Iterator[str]:
    yield f"{name:<34}{statistics.median(values):>8.0f} {unit:<4}{min(values):>8.0f} to {max(values):.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=10, help="starts of each kind (cold: a third of it)")
    parser.add_argument("--app", type=Path, default=APP)
    options = parser.parse_args()
    if not options.app.exists():
        sys.exit(f"{options.app} is not there: make package builds it")
    import PySide6

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        screen = Screen(folder)
        commands = {
            "bare window": [sys.executable, "-c", BARE],
            "frozen app": [str(options.app), "--data-dir", str(folder / "data")],
        }
        files = [options.app.parent, Path(PySide6.__file__).parent, Path(os.__file__).parent]
        print(f"{'':<34}{'median':>8}     {'range':>8}")
        try:
            for command in commands.values():
                measure(screen, command, idle=False)  # makes the data, and warms up
            cold: dict[str, list[float]] = {kind: [] for kind in commands}
            warm: dict[str, list[float]] = {kind: [] for kind in commands}
            memory: dict[str, list[float]] = {kind: [] for kind in commands}
            for number in range(options.rounds):
                for kind, command in commands.items():
                    if number % 3 == 0:
                        drop_from_cache(files)
                        cold[kind].append(measure(screen, command, idle=False)[0])
                    taken, used = measure(screen, command, idle=number % 3 == 0)
                    warm[kind].append(taken)
                    memory[kind] += [] if used is None else [used]
        finally:
            screen.close()
        for kind in commands:
            print(*row(f"{kind}, first frame, warm", warm[kind], "ms"), sep="\n")
            print(*row(f"{kind}, first frame, cold", cold[kind], "ms"), sep="\n")
            print(*row(f"{kind}, idle memory (PSS)", memory[kind], "MB"), sep="\n")


if __name__ == "__main__":
    main()
