"""The one QApplication: what a second start needs of the app as well, which has no window of its own."""

import contextlib
import gc
import sys
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSysInfo
from PySide6.QtWidgets import QApplication

from scoro_desktop import __version__
from scoro_desktop.ui.kit.appearance import STYLE

TURN_S: Final = 0.0002
"""The seconds of a thread that works, while another waits for the interpreter. Python's are 0.005."""
_ARENA_MAX: Final = -8
"""M_ARENA_MAX, from glibc's malloc.h (mallopt(3))."""


def make_qt(arguments: Sequence[str] = ()) -> QApplication:
    """The one QApplication."""
    qt = QApplication.instance()
    if qt is None:
        _allocate_in_one_place()
        # By name: to be handed a style, Python must know it, and learn its hundreds of names before the first frame.
        qt = QApplication(["scoro-desktop", "-style", STYLE, *arguments])
        qt.setProperty("styled", True)
    if not isinstance(qt, QApplication):
        raise TypeError("a Qt application without windows is running already")
    # A query of 1 MB, or a list that is looked at, keeps threads busy: Qt comes back to Python dozens of times as it
    # lays out a page, and waits a turn each time. At 1 ms a turn a page that takes 12 ms stood still for 100.
    sys.setswitchinterval(TURN_S)
    qt.setApplicationName("scoro-desktop")
    qt.setApplicationDisplayName("Scoro Desktop")
    qt.setApplicationVersion(__version__)
    qt.setDesktopFileName("scoro-desktop")
    return qt


def machine_id() -> bytes:
    """Returns a name that tells this computer from others; empty where the system does not say."""
    return bytes(QSysInfo.machineUniqueId().data())


def spare_the_window() -> None:
    """Takes all that was built so far out of the sight of Python's collector of garbage.

    It stays to the end anyway, and going through its 100,000 objects holds up the window, whichever thread it happens
    on, for 40 to 60 ms. What the building needed and is free again goes back to the system.
    """
    gc.freeze()
    if sys.platform == "linux":
        with contextlib.suppress(ImportError, OSError, AttributeError):
            import ctypes

            ctypes.CDLL(None).malloc_trim(0)


def _allocate_in_one_place() -> None:
    """Has all threads share one arena of the allocator: each would get its own, and leave it full of holes."""
    if sys.platform == "linux":
        with contextlib.suppress(ImportError, OSError, AttributeError):
            import ctypes

            ctypes.CDLL(None).mallopt(_ARENA_MAX, 1)
