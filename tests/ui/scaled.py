"""A look at the window as a process of its own, at the scale that its environment asks for, told in JSON.

Qt takes its scale once, before there is an application. Told are the ratio of pixels, what is cut, whether Send is in
sight, and which icons have fewer pixels than they are drawn on.
"""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qt_compat import qt_api
from pytestqt.qtbot import QtBot

from scoro_desktop.app import Application
from scoro_desktop.storage.vault import Vault
from scoro_desktop.ui.runtime.qt_application import make_qt
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import Person
from tests.storage.keyrings import MemoryKeyring
from tests.ui.clipped import clipped
from tests.ui.every_state import states

if TYPE_CHECKING:
    import pytest

TURNS = 5
"""Turns of the event loop: a text that wraps asks for room in one, and has it in the next."""


def settle() -> None:
    for _ in range(TURNS):
        loop = QEventLoop()
        QTimer.singleShot(0, loop.quit)
        loop.exec()


def blurred(root: QWidget) -> list[str]:
    """The icons of buttons that would be drawn larger than they are."""
    ratio = root.devicePixelRatioF()
    found = []
    for each in root.findChildren(QAbstractButton):
        if each.isVisible() and not each.icon().isNull():
            pixmap = each.icon().pixmap(each.iconSize(), ratio)
            wanted = min(each.iconSize().width(), each.iconSize().height()) * ratio
            if max(pixmap.width(), pixmap.height()) < wanted - 1:
                found.append(each.text() or each.accessibleName())
    return found


def look(window: MainWindow, root: QWidget) -> dict[str, object]:
    settle()
    send = window.footer.send
    return {
        "cut": clipped(root),
        "send": not send.isVisible() or send.visibleRegion().boundingRect() == send.rect(),
        "blurred": blurred(root),
    }


def main() -> None:
    folder, width, height = sys.argv[1:]
    application = Application(make_qt(), Path(folder), vault=Vault(MemoryKeyring()))
    application._change_language("ru")
    application.show()
    window = application.window
    window.building.finish()
    window.resize(int(width), int(height))
    told: dict[str, object] = {"ratio": window.devicePixelRatioF()}
    qt_api.set_qt_api("pyside6")  # type: ignore[no-untyped-call]
    person = Person(QtBot(cast("pytest.FixtureRequest", None)))  # of which nothing is asked that has to do with a test
    for state, root in states(window, person):
        told[state] = look(window, root)
    told["size"] = [window.width(), window.height()]
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
    application.close()
    QApplication.processEvents()


if __name__ == "__main__":
    main()
