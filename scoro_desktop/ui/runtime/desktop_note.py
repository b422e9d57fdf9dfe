"""A note on the desktop, from whichever window is in front: told without waiting for anybody.

Linux has one way on every desktop, over D-Bus (freedesktop.org, "Desktop Notifications Specification"); it is asked on
a thread, since a bus may take its time. Qt's tray icon is asked elsewhere: on Linux it needs a tray, which GNOME has
none of, and looks for one on the GUI thread.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from scoro_desktop.ui.runtime.background import Background

APP: Final = "Scoro Desktop"
NAME: Final = "org.freedesktop.Notifications"
PATIENCE_S: Final = 5.0
SHOWN_MS: Final = 10_000
"""Milliseconds that the icon stays in the tray with a note. Ours."""


def tell(background: Background, owner: QObject, title: str, text: str) -> None:
    """Shows a note, if there is a way; nobody hears where there is none, since the window says the same."""
    if sys.platform == "linux":
        background.submit(lambda: _over_the_bus(title, text), lambda _done: None, lambda _error: None)
    elif QSystemTrayIcon.isSystemTrayAvailable():
        icon = QSystemTrayIcon(QApplication.windowIcon(), owner)
        icon.setToolTip(APP)
        icon.show()
        icon.showMessage(title, text, QApplication.windowIcon(), SHOWN_MS)
        QTimer.singleShot(SHOWN_MS, icon, icon.deleteLater)


def _over_the_bus(title: str, text: str) -> None:
    """Asks the desktop for the note; blocks. Raises whatever a bus that is not there brings about."""
    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    desktop = DBusAddress("/" + NAME.replace(".", "/"), bus_name=NAME, interface=NAME)
    actions: list[str] = []
    values = (APP, 0, "scoro-desktop", title, text, actions, {"desktop-entry": ("s", "scoro-desktop")}, -1)
    with open_dbus_connection(bus="SESSION") as connection:
        connection.send_and_get_reply(new_method_call(desktop, "Notify", "susssasa{sv}i", values), timeout=PATIENCE_S)
