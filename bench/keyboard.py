"""A keyboard before a screen of its own, and what a window manager does there: the window that opens gets the focus."""

import ctypes
import sys
from typing import Final

_MAP_NOTIFY: Final = 19
_SUBSTRUCTURE: Final = 1 << 19
_TO_PARENT: Final = 2
"""From X11's own headers: a window was mapped; hear of all windows; the focus goes to what is around one that ends."""
LETTER: Final = 0x77
BACKSPACE: Final = 0xFF08
"""Keys, by X11's names for them (keysymdef.h): w, and the one that takes it back."""


class _Mapped(ctypes.Structure):
    """The event that tells of a mapped window (XMapEvent), with room for any other (XEvent)."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("event", ctypes.c_ulong),
        ("window", ctypes.c_ulong),
        ("is_passing", ctypes.c_int),  # a menu or a tip, which has no focus
        ("room", ctypes.c_long * 24),
    )


class Keyboard:
    """Hears which windows open on a screen, gives them the focus, and presses keys."""

    def __init__(self, display: str) -> None:
        try:
            self._x, self._test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        except OSError:
            sys.exit("libX11 and libXtst are needed, and were not found (in Debian: apt-get install libx11-6 libxtst6)")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        opened = self._x.XOpenDisplay(display.encode())
        if opened is None:
            sys.exit(f"there is no screen {display}")
        self._display = ctypes.c_void_p(opened)
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))
        self._x.XSelectInput(self._display, root, ctypes.c_long(_SUBSTRUCTURE))
        self._x.XSync(self._display, 0)

    def opened(self) -> int | None:
        """Returns the window that was opened since this was asked last, if there is one."""
        event, found = _Mapped(), None
        while self._x.XPending(self._display):
            self._x.XNextEvent(self._display, ctypes.byref(event))
            if event.type == _MAP_NOTIFY and not event.is_passing:
                found = int(event.window)
        return found

    def focus(self, window: int) -> None:
        """Hands a window what is typed from now on."""
        self._x.XSetInputFocus(self._display, ctypes.c_ulong(window), _TO_PARENT, ctypes.c_ulong(0))
        self._x.XFlush(self._display)

    def press(self, key: int) -> None:
        """Presses a key and lets it go."""
        code = self._x.XKeysymToKeycode(self._display, ctypes.c_ulong(key))
        for is_down in (1, 0):
            self._test.XTestFakeKeyEvent(self._display, code, is_down, ctypes.c_ulong(0))
        self._x.XFlush(self._display)

    def close(self) -> None:
        """Leaves the screen."""
        self._x.XCloseDisplay(self._display)
