"""Keeps the keys that stand in memory out of core dumps, and out of reach of other programs of the same user.

`PR_SET_DUMPABLE` (prctl(2)) has a cost: what reads `/proc/<pid>/root` of its callers to tell who they are, as
xdg-desktop-portal does, gets nothing of this process from then on. Qt asks the portal for the colours of the desktop as
it starts, so Qt comes first, then this, then the keys. Programs that are started from here (a browser, a file manager)
are as ever: the mark goes with the program (execve(2)).
"""

import contextlib
import sys
from typing import Final

_PR_SET_DUMPABLE: Final = 4
"""From Linux' own prctl.h."""


def no_core_dumps() -> None:
    """Has the system write no core file of this process, where it has such a limit. Windows has none."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def not_dumpable() -> None:
    """Shuts the memory of this process to other programs, where the system can.

    The limit alone would not do: a core that is piped to a program (core(5), systemd-coredump) is written all the same.
    """
    if not sys.platform.startswith("linux"):
        return
    with contextlib.suppress(ImportError, OSError, AttributeError):
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
