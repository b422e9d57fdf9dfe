"""Nothing is cut in any view that the pictures show: in small and large windows, letters, languages and scales."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.journey.processes import ROOT, Processes

pytestmark = pytest.mark.looks

LIMIT_S: Final = 600
"""A campaign of the pictures runs at the pace that its account allows, whatever the machine."""
VIEWS: Final = 170
"""Fewer than this, and some have not been looked at."""
LOW: Final = ("trouble", "later", "dates", "campaigns")
"""The parts in which a low window in large letters lacked room once: enough for each check."""
SIZES: Final = ((900, 560), (1024, 640), (1280, 800), (1920, 1000))
CASES: Final = [
    *((language, size, ("--large",), {}) for language in ("en", "ru") for size in SIZES[:3]),
    *((language, size, (), {}) for language in ("en", "ru") for size in (SIZES[0], SIZES[3])),
    *(("en", size, ("--pseudo",), {}) for size in SIZES[:3]),
    *((language, size, (), {"QT_FONT_DPI": "144"}) for language in ("en", "ru") for size in (SIZES[0], SIZES[2])),
    *((language, SIZES[0], (), {"QT_SCALE_FACTOR": "2"}) for language in ("en", "ru")),
]


@pytest.fixture
def processes() -> Iterator[Processes]:
    found = Processes()
    yield found
    found.close()


def cut(
    processes: Processes, folder: Path, language: str, size: tuple[int, int], *options: str, **variables: str
) -> tuple[set[str], dict[str, list[str]]]:
    """The views that were looked at, and what is cut in those where something is."""
    # Qt reads the path by the locale, which may know no letters but those of English.
    screen = shutil.copy(ROOT / "packaging" / "screen.json", folder)
    data = folder / "data"
    data.mkdir()
    places = os.pathsep.join(map(str, (ROOT, ROOT / "packaging", ROOT / "packaging" / "setup")))
    platform = f"offscreen:configfile={screen}"
    command = ("-m", "tests.ui.looked_over", str(data), language, *map(str, size), *options)
    process = processes.start(*command, without=(), by=(), PYTHONPATH=places, QT_QPA_PLATFORM=platform, **variables)
    out, err = process.communicate(timeout=LIMIT_S)
    assert process.returncode == 0, err
    told: dict[str, list[str]] = json.loads(out)
    return set(told), {view: seen for view, seen in told.items() if seen}


def test_nothing_is_cut_where_room_was_lacking_once(processes: Processes, tmp_path: Path) -> None:
    seen, wrong = cut(processes, tmp_path, "ru", (900, 560), "--large", "--parts", *LOW)
    assert {"trouble", "later-asked", "campaign-source", "campaign-new-text", "campaign-requests"} <= seen
    assert wrong == {}


@pytest.mark.long
@pytest.mark.timeout(LIMIT_S)
@pytest.mark.parametrize(("language", "size", "options", "variables"), CASES)
def test_nothing_is_cut_in_any_view(
    processes: Processes,
    tmp_path: Path,
    language: str,
    size: tuple[int, int],
    options: tuple[str, ...],
    variables: dict[str, str],
) -> None:
    seen, wrong = cut(processes, tmp_path, language, size, *options, **variables)
    assert len(seen) > VIEWS
    assert wrong == {}
