"""Every scene comes out as it was recorded: bytes on the wire, stored rows, problems, footer, the count asked.

A change that is wanted is recorded anew, in a commit that says why: `SCORO_RECORD=1 pytest tests/scenes`.
"""

import json
import os
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from tests.journey.conftest import HaveAccount, Person, Start
from tests.journey.servers import MATCHING
from tests.scenes import player
from tests.scenes.stage import Stage, account_of

LONG_AFTER = 50
"""The number of times that the count was seen on the screen before the disk answers."""
IN_ORDER = {"08_outcomes"}
"""The files in which what came of a scene is asked about in a later one."""
RECORD = os.environ.get("SCORO_RECORD") == "1"


@pytest.mark.timeout(300)
@pytest.mark.parametrize("path", player.files(), ids=lambda path: path.stem)
def test_each_scene_comes_out_as_it_was_recorded(
    path: Path, start: Start, have_account: HaveAccount, person: Person
) -> None:
    """Plays every second scene, and each of a file in order; `test_the_scenes_between_them` has the others."""
    play(path, 0, start, have_account, person)


@pytest.mark.long
@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    "path", [each for each in player.files() if each.stem not in IN_ORDER], ids=lambda path: path.stem
)
def test_the_scenes_between_them(path: Path, start: Start, have_account: HaveAccount, person: Person) -> None:
    play(path, 1, start, have_account, person)


def play(path: Path, first: int, start: Start, have_account: HaveAccount, person: Person) -> None:
    content = player.read(path)
    scenes = content["scenes"]
    if not RECORD and path.stem not in IN_ORDER:
        scenes = scenes[first::2]
    with Stage(start, person) as stage:
        have_account(account_of(stage.server.address, content["account"]), stage.keys)
        stage.open()
        differing = []
        for scene, seen in player.play(stage, scenes):
            if RECORD:
                scene["seen"] = seen
            elif seen != scene["seen"]:
                differing.append(f"{scene['name']}\n{told(scene['seen'], seen)}")
    if RECORD:
        player.write(path, content)
    assert not differing, "\n\n".join(differing)


@pytest.mark.parametrize("is_first", ["server", "disk"])
def test_a_confirmation_says_the_same_whether_server_or_disk_answers_first(
    is_first: str, start: Start, have_account: HaveAccount, person: Person
) -> None:
    answered = threading.Event()
    seen: list[bool] = []
    with Stage(start, person) as stage:
        have_account(account_of(stage.server.address, {}), stage.keys)
        stage.open()
        stage.begin()
        for act in (["write", "gcm.notification.title", "Hi"], ["paste json", '{"deviceType":"ios"}'], ["send"]):
            stage.act(*act)
        timer = QTimer(interval=1)

        def look() -> None:
            seen.extend([True] * stage.is_counted(MATCHING))
            if len(seen) > LONG_AFTER:
                answered.set()

        timer.timeout.connect(look)
        if is_first == "server":
            stage.hold_disk(answered)
            timer.start()
        stage.act("press send")
        timer.stop()
        asked = stage.seen()["confirmation"]
    assert asked == {"button": "Send to 7 devices", "at once": False, "to type": False, "again": True, "unknown": False}


def told(recorded: dict[str, object], seen: dict[str, object]) -> str:
    """Each part that differs, as it was and as it is."""
    return "\n".join(
        f"  {part}\n    was {json.dumps(recorded.get(part), ensure_ascii=False)}"
        f"\n    is  {json.dumps(seen.get(part), ensure_ascii=False)}"
        for part in sorted({*recorded, *seen})
        if recorded.get(part) != seen.get(part)
    )


def test_there_are_some_two_hundred_scenes_with_names_of_their_own() -> None:
    names = [scene["name"] for path in player.files() for scene in player.read(path)["scenes"]]
    assert len(names) == len(set(names)) >= 200


def test_a_scene_that_comes_out_otherwise_is_told() -> None:
    said = told({"footer": "Ready", "rows": []}, {"footer": "Choose who gets it", "rows": []})
    assert said == '  footer\n    was "Ready"\n    is  "Choose who gets it"'
