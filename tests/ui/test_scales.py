"""Nothing is cut or blurred at the scales that desktops have, from 100 to 200 %, nor at 144 dots per inch.

Pages and dialogs are looked at, on a screen that is none and, where there is Xvfb, in windows of X11.
"""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.journey.processes import LIMIT_S, Processes
from tests.ui.every_state import STATES

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

X11 = [
    ({"QT_SCALE_FACTOR": "1.25"}, (1280, 800), 1.25),
    ({"QT_SCALE_FACTOR": "2"}, (900, 560), 2.0),
    ({"QT_FONT_DPI": "144", "QT_SCALE_FACTOR": "1"}, (1280, 800), 1.5),
]


@pytest.fixture
def processes() -> Iterator[Processes]:
    found = Processes()
    yield found
    found.close()


@pytest.fixture
def display() -> Iterator[str]:
    """The name of a screen of X11."""
    if shutil.which("Xvfb") is None:
        pytest.skip("there is no Xvfb here")
    screen = subprocess.Popen(
        ("Xvfb", "-displayfd", "1", "-screen", "0", "3840x2160x24", "-nolisten", "tcp"),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert screen.stdout is not None
    yield f":{screen.stdout.readline().strip()}"
    screen.kill()
    screen.communicate()


def looked_at(process: "subprocess.Popen[str]", size: tuple[int, int], ratio: float) -> None:
    out, err = process.communicate(timeout=LIMIT_S)
    assert process.returncode == 0, err
    told: dict[str, Any] = json.loads(out)
    assert (told.pop("ratio"), tuple(told.pop("size"))) == (ratio, size)
    assert len(told) == STATES
    wrong = {state: seen for state, seen in told.items() if seen != {"cut": [], "send": True, "blurred": []}}
    assert wrong == {}


def command(folder: Path, size: tuple[int, int]) -> tuple[str, ...]:
    return ("-m", "tests.ui.scaled", str(folder), *map(str, size))


@pytest.mark.parametrize(("variables", "size", "ratio"), CASES)
def test_a_window_is_whole_and_sharp(
    processes: Processes, tmp_path: Path, variables: dict[str, str], size: tuple[int, int], ratio: float
) -> None:
    # Qt reads the path by the locale, which may know no letters but those of English.
    screen = shutil.copy(SCREEN, tmp_path)
    platform = f"offscreen:configfile={screen}"
    looked_at(
        processes.start(*command(tmp_path, size), without=(), by=(), QT_QPA_PLATFORM=platform, **variables), size, ratio
    )


@pytest.mark.long
@pytest.mark.parametrize(("variables", "size", "ratio"), X11)
def test_a_window_of_x11_is_too(
    processes: Processes, tmp_path: Path, display: str, variables: dict[str, str], size: tuple[int, int], ratio: float
) -> None:
    process = processes.start(
        *command(tmp_path, size), without=(), by=(), QT_QPA_PLATFORM="xcb", DISPLAY=display, **variables
    )
    looked_at(process, size, ratio)
