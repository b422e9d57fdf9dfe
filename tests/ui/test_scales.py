"""Nothing is cut or blurred at the scales that desktops have, from 100 to 200 %, nor at 144 dots per inch."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.journey.processes import LIMIT_S, Processes

pytestmark = pytest.mark.looks
LONG = pytest.mark.long
SCREEN = Path(__file__).resolve().parents[2] / "packaging" / "screen.json"
CASES = [
    ({"QT_SCALE_FACTOR": "1.5"}, (900, 560), 1.5),
    *(
        pytest.param({"QT_SCALE_FACTOR": str(scale)}, size, scale, marks=LONG)
        for scale in (1.25, 1.5, 1.75, 2.0)
        for size in ((900, 560), (1024, 640), (1280, 800))
    ),
    *(
        pytest.param({"QT_FONT_DPI": "144", "QT_SCALE_FACTOR": "1"}, size, 1.5, marks=LONG)
        for size in ((900, 560), (1280, 800))
    ),
]


@pytest.fixture
def processes() -> Iterator[Processes]:
    found = Processes()
    yield found
    found.close()


@pytest.mark.parametrize(("variables", "size", "ratio"), CASES)
def test_a_window_is_whole_and_sharp(
    processes: Processes, tmp_path: Path, variables: dict[str, str], size: tuple[int, int], ratio: float
) -> None:
    width, height = size
    command = ("-m", "tests.ui.scaled", str(tmp_path), str(width), str(height))
    # Qt reads the path by the locale, which may know no letters but those of English.
    screen = shutil.copy(SCREEN, tmp_path)
    platform = f"offscreen:configfile={screen}"
    process = processes.start(*command, without=(), by=(), QT_QPA_PLATFORM=platform, **variables)
    out, err = process.communicate(timeout=LIMIT_S)
    assert process.returncode == 0, err
    told: dict[str, Any] = json.loads(out)
    assert (told.pop("ratio"), tuple(told.pop("size"))) == (ratio, size)
    assert set(told) == {"first", "message", "sms", "history", "library", "campaigns"}
    for page, seen in told.items():
        assert seen["cut"] == [], page
        assert seen.get("send", True), page
        assert seen.get("blurred", []) == [], page
