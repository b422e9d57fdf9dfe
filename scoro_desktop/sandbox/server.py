"""The sandbox as the app sees it: a stand-in for the API on this computer, with keys and people of its own."""

from __future__ import annotations

import functools
import socket
import threading
import time
from typing import TYPE_CHECKING

from scoro_desktop.sandbox.keys import Keys

if TYPE_CHECKING:  # loaded when somebody first connects, or asks what arrived
    from collections.abc import Callable

    from scoro_desktop.sandbox.access import Access
    from scoro_desktop.sandbox.deliveries import Arrival, Deliveries, Delivery
    from scoro_desktop.sandbox.rate import Rate

__all__ = ["Sandbox"]

_HOST = "127.0.0.1"
_PATIENCE_S = 1.0  # how long close() waits for requests under way, and once more after cutting them off


class Sandbox:
    """An HTTP server on loopback that answers as Scorocode does, over sample people and devices.

    Its keys and password are random and new in every instance; its people are always the same. `delay_s` seconds pass
    between a send and its answer, less if it is closed meanwhile: the answer then never comes, as from a server that
    dies. `answer_delay_s` pass before each answer, refusals included.
    """

    def __init__(
        self,
        port: int = 0,
        *,
        delay_s: float = 0.0,
        answer_delay_s: float = 0.0,
        people: int | None = None,
        rate: int | None = None,
        session_ends_after_s: float | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`port` 0 takes any that is free.

        `people`: so many, as awkward as real ones (`crowd`), in the place of the 4,200 of `sample`. `rate`: requests
        that are taken within a second; those above are answered with 429. `session_ends_after_s`: a session ends that
        long after it is first used, and the next one as well. Both go by `clock`, whose seconds never run backwards.
        Raises ValueError for more people than there can be.
        """
        if people is not None:
            from scoro_desktop.sandbox.crowd import check_number

            check_number(people)
        self._port = port
        self._delays = {True: delay_s + answer_delay_s, False: answer_delay_s}  # of sends, and of all else
        self._people = people
        self._rate = rate
        self._session_ends_after_s = session_ends_after_s
        self._clock = clock
        self._kept_rate: Rate | None = None  # once it serves
        self._keys = Keys()
        self._making = threading.Lock()
        self._closing = threading.Event()
        self._lost: list[int] = []  # after how many more answers to sends the next ones are lost
        self._thread: threading.Thread | None = None
        self._wake: socket.socket | None = None

    @functools.cached_property
    def _kept(self) -> Deliveries:
        from scoro_desktop.sandbox.deliveries import Deliveries

        return Deliveries()

    @functools.cached_property
    def _kept_access(self) -> Access:
        from scoro_desktop.sandbox.access import Access

        in_use_s = self._session_ends_after_s
        return Access(self._keys.email, self._clock, self._keys, session_ends_after_s=in_use_s)

    @property
    def _access(self) -> Access:
        with self._making:
            return self._kept_access

    @property
    def _deliveries(self) -> Deliveries:
        with self._making:
            return self._kept

    def __repr__(self) -> str:
        return f"Sandbox({self.address!r})"

    @property
    def address(self) -> str:
        """The base of every call, with a slash at its end. The port is known once the sandbox has started."""
        return f"http://{_HOST}:{self._port}/api/v1/"

    @property
    def application_id(self) -> str:
        """`app`."""
        return self._keys.application_id

    @property
    def client_key(self) -> str:
        """`cli`."""
        return self._keys.client_key

    @property
    def message_key(self) -> str:
        """`acc` for messages."""
        return self._keys.message_key

    @property
    def master_key(self) -> str:
        """`acc` for everything."""
        return self._keys.master_key

    @property
    def email(self) -> str:
        """Returns the e-mail of the one who can log in."""
        return self._keys.email

    @property
    def password(self) -> str:
        """With which password."""
        return self._keys.password

    def start(self) -> None:
        """Takes the port and serves it on a thread of its own. Raises OSError if the port is not to be had.

        What takes time, loading the HTTP server and making up the people, happens on that thread when somebody first
        connects: the app's first frame does not wait for it, the first request does.
        """
        if self._thread is not None or self._closing.is_set():
            raise RuntimeError("a sandbox starts once")
        # On Windows the option would let two programs listen on one port; elsewhere it only lets a port be taken again.
        listening = socket.create_server((_HOST, self._port), backlog=128)
        listening.setblocking(False)  # a caller who is gone again before being accepted must not hold the thread
        self._port = listening.getsockname()[1]
        self._wake, woken = socket.socketpair()
        self._thread = threading.Thread(target=self._serve, args=(listening, woken), name="sandbox", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stops serving and gives the port back; requests under way get a moment to finish. May be called again."""
        self._closing.set()
        thread, wake = self._thread, self._wake
        self._wake = None
        if wake is not None:
            wake.close()
        if thread is not None and thread is not threading.current_thread():
            thread.join()

    def deliveries(self) -> list[Delivery]:
        """The sends that were taken, newest first; the last 200 are remembered."""
        return self._deliveries.newest_first()

    def recipients(self, delivery_id: int, offset: int = 0, limit: int = 200) -> list[Arrival]:
        """One page of what arrived where by one send; empty past the end, and for a send that is forgotten."""
        return self._deliveries.page(delivery_id, offset, limit)

    def on_delivery(self, callback: Callable[[], None]) -> None:
        """Has `callback` called after each send, on a thread of the server, before the send is answered."""
        self._deliveries.on_change(callback)

    def clear(self) -> None:
        """Forgets every send, and who was reached. `on_delivery` does not tell of it."""
        self._deliveries.clear()

    def deliveries_per_person(self, channel: str) -> dict[str, int]:
        """Id of a user -> how many sends of a channel, "sms" or "push", reached them; nobody who was not reached.

        However many sends there were, none is forgotten. A push to somebody's two devices is one.
        """
        return self._deliveries.per_person(channel)

    def deliveries_per_device(self) -> dict[str, int]:
        """Id of a device -> how many pushes reached it."""
        return self._deliveries.per_device()

    def last_texts(self, channel: str) -> dict[str, str]:
        """Id of a user -> the first 1,000 letters of the text that reached them last."""
        return self._deliveries.last_texts(channel)

    def end_sessions(self) -> None:
        """Ends every session: whoever goes on has to log in again."""
        self._access.end_sessions()

    @property
    def refused_for_rate(self) -> int:
        """Counts the requests above the rate."""
        return 0 if self._kept_rate is None else self._kept_rate.refused

    def lose_answer(self, after: int = 0) -> None:
        """The answer to a send never comes, to the one after so many more: it was taken, and its connection ends."""
        with self._making:
            self._lost.append(after)

    def _serve(self, listening: socket.socket, woken: socket.socket) -> None:
        import selectors

        with woken, listening, selectors.DefaultSelector() as selector:
            selector.register(listening, selectors.EVENT_READ)
            selector.register(woken, selectors.EVENT_READ)
            selector.select()
            if self._closing.is_set():
                return

            from scoro_desktop.sandbox.api import Api
            from scoro_desktop.sandbox.connections import WebServer
            from scoro_desktop.sandbox.rate import Rate
            from scoro_desktop.sandbox.selecting import Selecting
            from scoro_desktop.sandbox.web import Handler

            selecting = Selecting(self._people)
            if self._rate is not None:
                self._kept_rate = Rate(self._rate, self._clock)
            api = Api(self._access, self._deliveries, selecting, self._kept_rate)
            server = WebServer(listening, Handler, api, self._pause)
            while not self._closing.is_set():
                server.handle_request()
                selector.select()
            server.server_close()
            selecting.close()
            server.hang_up(_PATIENCE_S)

    def _pause(self, is_send: bool) -> bool:
        delay_s = self._delays[is_send]
        is_lost = False
        if is_send:
            with self._making:
                is_lost = 0 in self._lost
                self._lost = [left - 1 for left in self._lost if left]
        return not (delay_s and self._closing.wait(delay_s)) and not is_lost
