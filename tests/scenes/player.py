"""Plays the scenes of one file in a window, one after another, and tells what came of each."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from tests.scenes.stage import Stage

DATA: Final = Path(__file__).with_name("data")

Scene = dict[str, Any]
"""`name`, `acts` (each a verb with its arguments) and `seen` (what came of it, as it was recorded)."""


def files() -> list[Path]:
    """Every file of scenes, by name."""
    return sorted(DATA.glob("*.json"))


def read(path: Path) -> dict[str, Any]:
    """One file: `account` (what differs from the usual one) and `scenes`."""
    content: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return content


def write(path: Path, content: dict[str, Any]) -> None:
    """Writes a file as it is kept: each act and each part of what is seen on a line of its own."""
    lines = [f'{{"account": {_line(content["account"])},', '"scenes": [']
    for place, scene in enumerate(content["scenes"]):
        lines += [f'{{"name": {_line(scene["name"])},', '"acts": [']
        lines += [f"  {_line(act)}{',' if act is not scene['acts'][-1] else ''}" for act in scene["acts"]]
        seen = [f'  "{part}": {_line(value)}' for part, value in scene.get("seen", {}).items()]
        lines += ["],", '"seen": {', ",\n".join(seen), "}}" + ("," if place + 1 < len(content["scenes"]) else "")]
    path.write_text("\n".join([*lines, "]}", ""]), "utf-8")


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def play(stage: Stage, scenes: list[Scene]) -> Iterator[tuple[Scene, dict[str, Any]]]:
    """Each scene with what is seen at its end. A scene begins with empty forms and no send of another's in sight."""
    for scene in scenes:
        stage.begin()
        for verb, *arguments in scene["acts"]:
            stage.act(verb, *arguments)
        yield scene, stage.seen()
