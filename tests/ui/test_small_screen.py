"""A screen of 1280 x 800 at 144 dots per inch, which has room for 853 x 533 with the frame: the window fits, and nothing is cut."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.journey.processes import LIMIT_S, Processes

pytestmark = pytest.mark.looks
SCREEN = {"name": "small", "x": 0, "y": 0, "width": 1280, "height": 800, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


@pytest.fixture
def processes() -> Iterator[Processes]:
    found = Processes()
    yield found
    found.close()


def test_the_window_fits_a_small_screen(processes: Processes, tmp_path: Path) -> None:
    screen = tmp_path / "screen.json"
    screen.write_text(json.dumps({"screens": [SCREEN]}))
    process = processes.start(
        *("-m", "tests.ui.scaled", str(tmp_path), "837", "485"),
        without=(),
        by=(),
        QT_QPA_PLATFORM=f"offscreen:configfile={screen}",
        QT_FONT_DPI="144",
        QT_SCALE_FACTOR="1",
    )
    out, err = process.communicate(timeout=LIMIT_S)
    assert process.returncode == 0, err
    told: dict[str, Any] = json.loads(out)
    assert (told.pop("ratio"), told.pop("size")) == (1.5, [837, 485])
    for page, seen in told.items():
        assert seen["cut"] == [], page
        assert seen.get("send", True), page
