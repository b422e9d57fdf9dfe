"""Says for each room how many of its lines a run of the tests went through, and names those under 90 in a hundred.

    python packaging/rooms_covered.py build/coverage.json [part]

The file is what `coverage json` writes: `make coverage` does all of it. "part" leaves out the rooms that the tests
hardly touched, where only some ran. It only tells, and never fails: a line that no test goes through is a question, not
a fault.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path, PurePosixPath
from typing import Any

ENOUGH = 90
"""In a hundred lines."""
TOUCHED = 10
"""In a hundred lines: what tests go through at the least of a room that they are about. Importing it takes less."""
PACKAGE = "scoro_desktop"


def room_of(file: str) -> str:
    """The room that a file of the package is in: its first folder, within `ui` the first two; "." for none."""
    *folders, _ = PurePosixPath(file).parts[1:]
    return "/".join(folders[: 2 if folders[:1] == ["ui"] else 1]) or "."


def rooms(report: dict[str, Any]) -> dict[str, tuple[int, int]]:
    """The lines of each room, and how many of them ran, from what `coverage json` writes."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for file, entry in report["files"].items():
        summary = entry["summary"]
        found[room_of(file)][0] += summary["num_statements"]
        found[room_of(file)][1] += summary["covered_lines"]
    return {name: (lines, ran) for name, (lines, ran) in sorted(found.items()) if lines}


def table(report: dict[str, Any], *, part: bool = False) -> list[str]:
    """The lines that are printed: a room each, then all, then those under the mark with their worst files.

    `part`: only the rooms that the tests touched.
    """
    every = rooms(report)
    found = {name: (lines, ran) for name, (lines, ran) in every.items() if not part or 100 * ran >= TOUCHED * lines}
    if not found:
        return [f"These tests went through less than {TOUCHED} % of every room."]
    everything = (sum(lines for lines, _ in found.values()), sum(ran for _, ran in found.values()))
    width = max(map(len, [*found, "all"]))
    listed = [*found.items(), ("all", everything)]
    result = [f"{name:<{width}} {lines:6} lines {100 * ran / lines:6.1f} %" for name, (lines, ran) in listed]
    if part:
        result.append(f"{len(every) - len(found)} rooms of which these tests touch less than {TOUCHED} % are left out.")
    low = [name for name, (lines, ran) in found.items() if 100 * ran < ENOUGH * lines]
    if not low:
        return [*result, f"No room is under {ENOUGH} %."]
    result.append(f"Under {ENOUGH} %:")
    missed = {file: entry["summary"]["missing_lines"] for file, entry in report["files"].items()}
    for name in low:
        worst = sorted(
            (file for file in missed if room_of(file) == name and missed[file]), key=lambda file: -missed[file]
        )
        files = ", ".join(f"{PurePosixPath(file).name} {missed[file]}" for file in worst[:3])
        result.append(f"  {name}: lines missed most in {files}")
    return result


def main() -> None:
    match sys.argv[1:]:
        case [path] | [path, "part"]:
            part = len(sys.argv) == 3
            print(*table(json.loads(Path(path).read_text("utf-8")), part=part), sep="\n")
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
