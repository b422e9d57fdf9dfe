"""The speed of the app's start and the memory it takes, beside a bare PySide6 window, in turns in the same run.

    python bench/start.py [--rounds 20] [--sends 0 100000 1000000] [--platforms offscreen xcb] [--app dist/...]

From source: the first frame in which a letter that was typed stands in the title, the whole window, the processor time
of both, and memory (the proportional set size, child processes counted) some seconds later; `start_probe.py` runs in
the process and tells. "xcb" is a screen of its own (Xvfb). The packaged app, where it is in `dist/`, is looked at from
outside (`start_seen.py`), beside a bare window at which the same eye looks, run by the Python that it was built with
where that is there (`.venv-package`): the first changed pixel, a letter that was pressed in its title, the moment from
which the picture stays as it is but for the caret, the processor time until the letter, and memory; offscreen memory,
and the processor time until it rests. Each is told as the ratio of medians, the whole window as that to a bare window's
letter. Where the time goes comes from a run of its own (`-X importtime`, which makes it slower). The module files are
compiled before, as they are after the first start. Ends with 1 where a target is missed.
"""

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
PROBE: Final = Path(__file__).with_name("start_probe.py")
PACKAGED: Final = ROOT / "dist" / "scoro-desktop" / "scoro-desktop"
TYPED, WHOLE, MEMORY = 2.0, 3.0, 1.9
"""The most, in times of a bare window."""
IMPORTS_MS: Final = 60.0
"""The most that our modules, and what they need beside PySide6, may take to load before the first frame."""
MORE: Final = 1.1
"""The most that many sends may add to the first frame, in times of none."""
IDLE_S: Final = 3.0
PATIENCE_S: Final = 60.0
MAY_READ: Final = os.geteuid() == 0
"""The app shuts what /proc has of it to its own user."""

sys.path.insert(0, str(ROOT))


@dataclass
class Starts:
    """The figures of each start of one kind: milliseconds and megabytes."""

    typed: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)


def pss_mb(process: int) -> float:
    """The proportional set size of a process and of those that it started, in MB."""
    total = 0.0
    pids = [process]
    for pid in pids:
        for task in Path(f"/proc/{pid}/task").iterdir():  # a child belongs to the thread that started it
            pids += [int(child) for child in (task / "children").read_text("ascii").split()]
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1]) / 1024
    return total


def environment(platform: str, display: str) -> dict[str, str]:
    found = {**os.environ, "QT_QPA_PLATFORM": platform, "DISPLAY": display, "PYTHONPATH": str(ROOT)}
    for name in ("WAYLAND_DISPLAY", "PYTHONDONTWRITEBYTECODE"):
        found.pop(name, None)
    return found


def end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    process.wait(PATIENCE_S)


def start(kind: str, folder: Path, platform: str, display: str, into: Starts, *, idle: bool) -> None:
    """Starts a bare window or the app once, and takes down what the probe in it tells."""
    process = subprocess.Popen(
        [sys.executable, str(PROBE), kind, str(time.monotonic_ns()), "--data-dir", str(folder)],
        env=environment(platform, display),
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        if not line:
            sys.exit(f"{kind} did not start")
        told: dict[str, float] = json.loads(line)
        into.typed.append(told["typed"])
        into.whole.append(told["whole"])
        into.cpu.append(told["cpu"])
        if idle:
            time.sleep(IDLE_S)
            into.memory.append(pss_mb(process.pid))
    finally:
        end(process)


def ratio(ours: Sequence[float], bare: Sequence[float]) -> float:
    return statistics.median(ours) / statistics.median(bare)


class Report:
    """Says each figure beside its target, and keeps whether one was missed."""

    def __init__(self) -> None:
        self.missed = False

    def say(self, name: str, found: float, most: float | None = None, unit: str = "times") -> None:
        missed = most is not None and found > most
        self.missed = self.missed or missed
        target = "" if most is None else f"   at most {most:g}{', MISSED' if missed else ''}"
        print(f"{name:<64}{found:8.2f} {unit}{target}", flush=True)


def from_source(report: Report, platform: str, display: str, folders: dict[int, Path], rounds: int) -> None:
    found: dict[int | None, Starts] = {None: Starts(), **{sends: Starts() for sends in folders}}
    for number in range(-1, rounds):
        for sends, starts in found.items():
            kind, folder = ("bare", Path()) if sends is None else ("app", folders[sends])
            into = Starts() if number < 0 else starts  # the first is to warm up
            start(kind, folder, platform, display, into, idle=number % 4 == 0)
    bare = found.pop(None)
    print(f"{platform}: a bare window's frame {statistics.median(bare.typed):.0f} ms, ", end="")
    print(f"{statistics.median(bare.cpu):.0f} ms of processor, {statistics.median(bare.memory):.1f} MB")
    none: Starts | None = None
    for sends, starts in found.items():
        name = f"{platform}, {sends} sends: "
        report.say(name + "a letter in the title", ratio(starts.typed, bare.typed), TYPED)
        report.say(name + "its processor time", ratio(starts.cpu, bare.cpu))
        report.say(name + "the whole window", ratio(starts.whole, bare.typed), WHOLE)
        report.say(name + "memory", ratio(starts.memory, bare.memory), MEMORY)
        if none is None:
            none = starts
        else:
            report.say(name + "a letter in the title, beside no sends", ratio(starts.typed, none.typed), MORE)


def packaged(report: Report, app: Path, folder: Path, folders: dict[int, Path], rounds: int) -> None:
    """Looks at the packaged app and at a bare window from outside, with the same eye, in turns."""
    from screen import Screen
    from start_seen import Eye, Seen

    built_with = app.resolve().parents[2] / ".venv-package" / "bin" / "python"  # as fast as the one within the package
    bare_command = [str(built_with) if built_with.exists() else sys.executable, str(PROBE), "bare", "0"]
    commands = {None: bare_command, **{sends: [str(app), "--data-dir", str(each)] for sends, each in folders.items()}}
    found: dict[int | None, list[Seen]] = {sends: [] for sends in commands}
    memory: dict[int | None, list[float]] = {sends: [] for sends in commands}
    screen = Screen(folder)
    eye = Eye(screen, {**environment("xcb", screen.display), "START_PROBE": "seen"})
    try:
        for command in commands.values():
            eye.learn(command)  # the first start makes the database
        looks = {sends: eye.learn(command) for sends, command in commands.items()}
        for number in range(-1, rounds):
            for sends, command in commands.items():
                weighed = memory[sends] if number % 4 == 0 and MAY_READ else []
                seen = eye.look(command, looks[sends], lambda pid, into=weighed: into.append(pss_mb(pid)))
                if number >= 0:  # the first is to warm up
                    found[sends].append(seen)
    finally:
        eye.close()
        screen.close()

    def all_of(sends: int | None, what: str) -> list[float]:
        return [getattr(each, what) for each in found[sends]]

    bare, none = all_of(None, "typed"), all_of(next(iter(folders)), "typed")
    print(f"packaged: a bare window's letter {statistics.median(bare):.0f} ms, first pixel ", end="")
    print(
        f"{statistics.median(all_of(None, 'pixel')):.0f}, {statistics.median(all_of(None, 'cpu')):.0f} ms of processor"
    )
    for sends in folders:
        name = f"packaged, {sends} sends: "
        report.say(name + "the first pixel", ratio(all_of(sends, "pixel"), all_of(None, "pixel")), TYPED)
        report.say(name + "a letter in the title", ratio(all_of(sends, "typed"), bare), TYPED)
        report.say(name + "its processor time", ratio(all_of(sends, "cpu"), all_of(None, "cpu")))
        report.say(name + "the whole window", ratio(all_of(sends, "whole"), bare), WHOLE)
        if MAY_READ:
            report.say(name + "memory", ratio(memory[sends], memory[None]), MEMORY)
        if sends != next(iter(folders)):
            report.say(name + "a letter in the title, beside no sends", ratio(all_of(sends, "typed"), none), MORE)
    if not MAY_READ:
        print("packaged: memory is left out, since only root may read it")
        return
    offscreen(report, commands, rounds)


def offscreen(report: Report, commands: dict[int | None, list[str]], rounds: int) -> None:
    """Weighs the packaged app where it has no screen: when something stands in its window then, nobody can see."""
    from start_seen import STILL_S, cpu_ms

    spent: dict[int | None, list[float]] = {sends: [] for sends in commands}
    memory: dict[int | None, list[float]] = {sends: [] for sends in commands}
    for number in range(-1, rounds // 2):
        for sends, command in commands.items():
            place = {**environment("offscreen", ""), "START_PROBE": "seen"}
            process = subprocess.Popen(command, env=place, stdout=subprocess.DEVNULL)
            time.sleep(STILL_S)
            if number >= 0:
                spent[sends].append(cpu_ms(process.pid))
                memory[sends].append(pss_mb(process.pid))
            end(process)
    for sends in commands:
        if sends is not None:
            name = f"packaged, offscreen, {sends} sends: "
            report.say(name + "processor time, until it rests", ratio(spent[sends], spent[None]))
            report.say(name + "memory", ratio(memory[sends], memory[None]), MEMORY)


def imported(kind: str, folder: Path) -> dict[str, float]:
    """Milliseconds that each module takes by itself, of those that are loaded before the first frame."""
    process = subprocess.Popen(
        [sys.executable, "-X", "importtime", str(PROBE), kind, str(time.monotonic_ns()), "--data-dir", str(folder)],
        env={**environment("offscreen", ""), "START_PROBE": "ends"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    _, errors = process.communicate(timeout=PATIENCE_S)
    lines = re.findall(r"^import time:\s+(\d+) \|\s+\d+ \|\s+(\S+)$", errors.decode(), re.MULTILINE)
    return {name: int(own) / 1000 for own, name in lines}


def where_it_goes(report: Report, folder: Path) -> None:
    bare = imported("bare", folder)
    least: dict[str, float] = {}
    for _ in range(5):
        for name, own in imported("app", folder).items():
            if name not in bare:
                least[name] = min(own, least.get(name, own))
    ours = {name: own for name, own in least.items() if not name.startswith(("PySide6", "shiboken"))}
    print(f"{len(ours)} modules are loaded before the first frame beside those of a bare window, the slowest:")
    for name, own in sorted(ours.items(), key=lambda each: -each[1])[:12]:
        print(f"    {own:6.1f} ms  {name}")
    report.say("loading them, the least of five runs of each", sum(ours.values()), IMPORTS_MS, "ms")
    process = subprocess.run(
        [sys.executable, str(PROBE), "app", str(time.monotonic_ns()), "--data-dir", str(folder)],
        env={**environment("offscreen", ""), "START_PROBE": "where"},
        capture_output=True,
        check=False,
    )
    for name, milliseconds in json.loads(process.stdout or b"{}").items():
        print(f"    {milliseconds:6.1f} ms  {name}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--sends", type=int, nargs="*", default=[0, 100_000, 1_000_000])
    parser.add_argument("--platforms", nargs="*", default=["offscreen", "xcb"])
    parser.add_argument("--app", type=Path, default=PACKAGED)
    parser.add_argument("--only", choices=("source", "imports", "packaged"), help="a part of it")
    options = parser.parse_args()
    if ("xcb" in options.platforms or options.app.exists()) and shutil.which("Xvfb") is None:
        sys.exit("Xvfb is needed, and was not found: apt-get install xvfb, or make bench ARGS='--platforms offscreen'")
    import many_sends

    report = Report()
    with tempfile.TemporaryDirectory(prefix="start-") as name:
        folder = Path(name)
        folders = {sends: folder / str(sends) for sends in options.sends}
        for sends, each in folders.items():
            if sends:
                many_sends.make(each, sends)
            else:
                each.mkdir()
        source = options.only in (None, "source")
        if source and "offscreen" in options.platforms:
            from_source(report, "offscreen", "", folders, options.rounds)
        if source and "xcb" in options.platforms:
            from screen import Screen

            screen = Screen(folder)
            try:
                from_source(report, "xcb", screen.display, folders, options.rounds)
            finally:
                screen.close()
        if options.only in (None, "imports"):
            where_it_goes(report, next(iter(folders.values())))
        if options.only in (None, "packaged") and options.app.exists():
            packaged(report, options.app, folder, folders, options.rounds)
    return int(report.missed)


if __name__ == "__main__":
    sys.exit(main())
