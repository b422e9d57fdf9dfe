"""Notes on a Linux desktop over D-Bus (freedesktop.org, "Desktop Notifications Specification" 1.2), off the GUI thread.

One connection, made with the first note. Whoever tells a note does not wait for the answer: one daemon thread reads all
that comes, the numbers of the notes and the clicks on them, and ends with the connection.
"""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

APP: Final = "Scoro Desktop"
NAME: Final = "org.freedesktop.Notifications"
PATH: Final = "/" + NAME.replace(".", "/")
DEFAULT: Final = "default"
"""The key of the action that stands for a click on the note itself (specification, "Basic Design")."""
PATIENCE_S: Final = 5.0


class NotesBus:
    """`clicked(token)` is called on a thread of its own: a person clicked one of our notes. `token`: the right to raise
    a window, where the desktop gives one.
    """

    def __init__(self, clicked: Callable[[str], object]) -> None:
        self._clicked = clicked
        self._lock = threading.Lock()
        self._connection: Any = None
        self._is_ended = False

    def end(self) -> None:
        """Lets the connection and its thread go: nobody is left to hear a click. Returns at once."""
        self._is_ended = True
        self._shut(self._connection)

    def tell(self, title: str, text: str, open_words: str) -> None:
        """Asks the desktop for a note; blocks. `open_words`: what a click does, where the desktop shows that.

        Raises whatever a bus that is not there brings about.
        """
        from jeepney import DBusAddress, new_method_call

        desktop = DBusAddress(PATH, bus_name=NAME, interface=NAME)
        hints = {"desktop-entry": ("s", "scoro-desktop")}
        values = (APP, 0, "scoro-desktop", title, text, [DEFAULT, open_words], hints, -1)
        with self._lock:
            note = new_method_call(desktop, "Notify", "susssasa{sv}i", values)
            if self._connection is not None:
                with contextlib.suppress(OSError):  # the bus was started anew
                    self._connection.send(note)
                    return
            self._connection = self._open()
            self._connection.send(note)
            if self._is_ended:  # while it was opened
                self._shut(self._connection)

    @staticmethod
    def _shut(connection: Any) -> None:
        """Ends what the thread reads; that closes the connection."""
        if connection is not None:
            from socket import SHUT_RDWR  # loaded with the connection

            with contextlib.suppress(OSError):
                connection.sock.shutdown(SHUT_RDWR)

    def _open(self) -> Any:
        from jeepney import MatchRule, message_bus
        from jeepney.io.blocking import open_dbus_connection

        connection = open_dbus_connection(bus="SESSION")
        try:
            rule = MatchRule(type="signal", interface=NAME, path=PATH)
            connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=PATIENCE_S)
        except BaseException:
            connection.close()
            raise
        threading.Thread(target=self._listen, args=(connection,), name="desktop notes", daemon=True).start()
        return connection

    def _listen(self, connection: Any) -> None:
        """Reads until the connection ends, however it does, or nobody is left to hear a click."""
        from jeepney import HeaderFields, MessageType

        ours: set[int] = set()
        token = ""
        with contextlib.suppress(Exception):
            while True:
                message = connection.receive()
                if message.header.message_type is MessageType.method_return:
                    ours.update(message.body)  # nothing but notes is asked for here
                    continue
                member, about = message.header.fields.get(HeaderFields.member), message.body[:1]
                if not ours.issuperset(about) or message.header.message_type is not MessageType.signal:
                    continue
                if member == "ActivationToken":
                    token = message.body[1]
                elif member == "ActionInvoked":
                    self._clicked(token)
                    token = ""
                elif member == "NotificationClosed":
                    ours.difference_update(about)
        with self._lock:
            if self._connection is connection:
                self._connection = None
        connection.close()
