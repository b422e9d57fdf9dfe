"""A look at each view of `packaging/views*` as a process of its own, told in JSON: the texts that are cut, by view.

The letters, the scale and the language that nobody speaks are those of its command and of its environment.
"""

import argparse
import contextlib
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import looking
import screenshots
import views_around
import views_campaigns
import views_dates
import views_later
import views_lists
import views_open
from looking import View
from PySide6.QtWidgets import QApplication, QWidget

from scoro_desktop.app import Application
from scoro_desktop.storage.database import DATABASE, open_database
from scoro_desktop.storage.settings import Settings
from scoro_desktop.ui.runtime.language import Language
from scoro_desktop.ui.runtime.qt_application import make_qt
from scoro_desktop.ui.window.main_window import MainWindow
from tests.ui.clipped import clipped, nested
from tests.ui.letters import large_letters
from tests.ui.pseudo import Pseudo

PARTS: dict[str, Callable[[MainWindow, str], Iterator[View]]] = {
    "trouble": lambda window, _language: views_around.trouble(window),
    "later": views_later.later,
    "dates": views_dates.relative_dates,
    "campaigns": views_campaigns.campaigns,
    "open": views_open.open_over,
    "lists": views_lists.lists,
}
"""The views that the short form looks at: those in which a low window once lacked room."""
SETTLED_MS: Final = 120
"""Milliseconds in which a window lays itself out, in some turns of its loop."""
TURNS: Final = 10
"""Such looks, until nothing is cut: what is, stays so."""


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("language")
    parser.add_argument("width", type=int)
    parser.add_argument("height", type=int)
    parser.add_argument("--large", action="store_true", help="letters of a body of 18 pixels")
    parser.add_argument("--pseudo", action="store_true", help="each text a third longer")
    parser.add_argument("--parts", nargs="*", choices=PARTS, help="these views alone")
    return parser.parse_args()


def hurry() -> None:
    """Has the views wait for what they wait for, and no longer: what stands is looked at here once it is laid out."""
    for name, module in sys.modules.items():
        if name == "looking" or name.startswith("views"):
            vars(module)["settle"] = lambda _milliseconds=0: looking.turn(SETTLED_MS)


def longer() -> None:
    """Has the app speak the language that nobody speaks, whichever it is told to speak."""
    spoken, speak = Pseudo(), Language.speak

    def speak_longer(self: Language, language: str) -> None:
        speak(self, language)
        QApplication.removeTranslator(spoken)
        QApplication.installTranslator(spoken)  # the last one is asked first

    Language.speak = speak_longer  # type: ignore[method-assign]


def cut(widget: QWidget) -> list[str]:
    """Lists what is cut, or scrolls inside something else, and stays so, however slowly the window is laid out."""
    found: list[str] = []
    for _ in range(TURNS):
        found = [*clipped(widget), *nested(widget)]
        if not found:
            break
        looking.turn(SETTLED_MS)
    return found


def begin(application: Application, language: str, parts: list[str] | None) -> Iterator[View]:
    if parts is None:
        yield from screenshots.views(application, language)
        return
    window = application.window
    window.building.finish()
    screenshots.send_both(application, language)
    for part in parts:
        yield from PARTS[part](window, language)


def main() -> None:
    wanted = options()
    hurry()
    qt = make_qt()
    with contextlib.closing(open_database(wanted.folder / DATABASE)) as connection:
        settings = Settings(connection)
        settings.language, settings.appearance = wanted.language, "light"
    if wanted.pseudo:
        longer()
    told: dict[str, list[str]] = {}
    with large_letters() if wanted.large else contextlib.nullcontext():
        application = Application(qt, wanted.folder)
        application.show()
        window = application.window
        window.resize(wanted.width, wanted.height)
        for name, widget, put_away in begin(application, wanted.language, wanted.parts):
            looking.turn(SETTLED_MS)
            found = cut(widget)
            size = (window.width(), window.height())
            grown = [] if size == (wanted.width, wanted.height) else [f"the window grew to {size}"]
            told.setdefault(name, []).extend([*found, *grown])
            put_away()
        application.close()
        QApplication.processEvents()
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
