"""A screen of 1280 x 800 at 144 dots per inch, with room for 837 x 485: windows fit it, and nothing in them is cut."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.journey.processes import LIMIT_S, Processes

pytestmark = pytest.mark.looks
SCREEN = {
    "name": "small",
    "x": 0,
    "y": 0,
    "width": 1280,
    "height": 800,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}


@pytest.fixture
def processes() -> Iterator[Processes]:
    found = Processes()
    yield found
    found.close()


def look(processes: Processes, folder: Path, module: str, *arguments: str) -> dict[str, Any]:
    screen = folder / "screen.json"
    screen.write_text(json.dumps({"screens": [SCREEN]}))
    process = processes.start(
        *("-m", module, str(folder), *arguments),
        without=(),
        by=(),
        QT_QPA_PLATFORM=f"offscreen:configfile={screen}",
        QT_FONT_DPI="144",
        QT_SCALE_FACTOR="1",
    )
    out, err = process.communicate(timeout=LIMIT_S)
    assert process.returncode == 0, err
    told: dict[str, Any] = json.loads(out)
    return told


def test_the_window_fits_a_small_screen(processes: Processes, tmp_path: Path) -> None:
    told = look(processes, tmp_path, "tests.ui.scaled", "837", "485")
    assert (told.pop("ratio"), told.pop("size")) == (1.5, [837, 485])
    for page, seen in told.items():
        assert seen["cut"] == [], page
        assert seen.get("send", True), page


def test_dialogs_fit_a_small_screen(processes: Processes, tmp_path: Path) -> None:
    told = look(processes, tmp_path, "tests.ui.small_dialogs")
    assert len(told) == 16
    assert {name: found for name, found in told.items() if found} == {}
