"""Deliveries of the sandbox, kept in memory for as long as it runs."""

import contextlib
import itertools
import threading
from array import array
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from scoro_desktop.sandbox.payload import PushMessage, Shown
from scoro_desktop.sandbox.reached import Reached

MAX_DELIVERIES: Final = 200
"""The most sends that are remembered; the oldest make way. One to every sample device takes about 22 kB."""


@dataclass(frozen=True)
class Delivery:
    """One send that was taken.

    `channel` is "push" or "sms", `at` an aware time in UTC; `android`, `iphone` and `phones` say how many of the
    `count` messages went to which. `title` and `body` are what an Android device shows, or an iPhone if none is meant.
    """

    id: int
    channel: str
    at: datetime
    count: int
    android: int
    iphone: int
    phones: int
    collection: str
    debug: bool
    title: str
    body: str


@dataclass(frozen=True)
class Arrival:
    """One message as one device or phone has it.

    `recipient`: the user's name, "" for a device that nobody is logged in on; `device_type` "android", "ios" or
    "phone"; `address` the device id or phone number; `extra` compact JSON of the data or custom keys, "" for none.
    """

    recipient: str
    city: str
    device_type: str
    address: str
    title: str
    subtitle: str
    body: str
    badge: int | None
    sound: str
    extra: str


@dataclass(frozen=True)
class _Record:
    delivery: Delivery
    places: "array[int]"  # positions in the collection of devices (push) or users (SMS)
    arrival: Callable[[int], Arrival]


class Deliveries:
    """The last `MAX_DELIVERIES` sends. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._records: deque[_Record] = deque(maxlen=MAX_DELIVERIES)
        self._ids = itertools.count(1)
        self._callbacks: list[Callable[[], None]] = []
        self._pushes = 0
        self._reached = Reached()

    @property
    def pushes(self) -> int:
        """Counts the push messages that went out since the start, forgotten ones included."""
        with self._lock:
            return self._pushes

    def add_push(
        self,
        message: PushMessage,
        places: Sequence[int],
        devices: Sequence[dict[str, Any]],
        owner: Callable[[dict[str, Any]], dict[str, Any]],
        *,
        collection: str,
        debug: bool,
    ) -> None:
        """Remembers a push to the `devices` at `places`, then tells those who asked. `owner` gives {} for nobody."""
        android = sum(devices[place]["deviceType"] == "android" for place in places)
        shown = message.android or message.iphone

        def arrival(place: int) -> Arrival:
            device = devices[place]
            seen = message.android if device["deviceType"] == "android" else message.iphone
            return _arrival(seen or _NOTHING, owner(device), device["deviceType"], device["deviceId"])

        self._add(
            array("I", places),
            arrival,
            [user for place in places if (user := devices[place].get("userId"))],
            [devices[place]["_id"] for place in places],
            channel="push",
            count=len(places),
            android=android,
            iphone=len(places) - android,
            phones=0,
            collection=collection,
            debug=debug,
            title=shown.title if shown else "",
            body=shown.body if shown else "",
        )

    def add_sms(
        self, text: str, places: Sequence[int], users: Sequence[dict[str, Any]], *, collection: str, debug: bool
    ) -> None:
        """Remembers a text message to the `users` at `places`, then tells those who asked."""
        shown = Shown(title="", subtitle="", body=text, badge=None, sound="", extra="")
        self._add(
            array("I", places),
            lambda place: _arrival(shown, users[place], "phone", users[place]["phone"]),
            [users[place]["_id"] for place in places],
            (),
            channel="sms",
            count=len(places),
            android=0,
            iphone=0,
            phones=len(places),
            collection=collection,
            debug=debug,
            title="",
            body=text,
        )

    def _add(
        self,
        places: "array[int]",
        arrival: Callable[[int], Arrival],
        people: Sequence[str],
        devices: Sequence[str],
        **fields: Any,
    ) -> None:
        with self._lock:
            delivery = Delivery(id=next(self._ids), at=datetime.now(UTC), **fields)
            self._records.append(_Record(delivery, places, arrival))
            self._pushes += delivery.android + delivery.iphone
            self._reached.add(delivery.channel, delivery.body, people, devices)
            callbacks = list(self._callbacks)
        for callback in callbacks:
            # One that fails, as a window's does that is gone, is no fault of the send.
            with contextlib.suppress(Exception):
                callback()

    def newest_first(self) -> list[Delivery]:
        """All that are remembered."""
        with self._lock:
            return [record.delivery for record in reversed(self._records)]

    def page(self, delivery_id: int, offset: int, limit: int) -> list[Arrival]:
        """Up to `limit` arrivals of one delivery from position `offset` on; none if it is forgotten."""
        with self._lock:
            record = next((record for record in self._records if record.delivery.id == delivery_id), None)
        if record is None:
            return []
        start = max(offset, 0)
        return [record.arrival(place) for place in record.places[start : start + max(limit, 0)]]

    def on_change(self, callback: Callable[[], None]) -> None:
        """Has `callback` called after each send, on the thread that served it."""
        with self._lock:
            self._callbacks.append(callback)

    def clear(self) -> None:
        """Forgets every send, and who was reached."""
        with self._lock:
            self._records.clear()
            self._reached = Reached()

    def per_person(self, channel: str) -> dict[str, int]:
        """Id of a user -> how many sends of a channel, "sms" or "push", reached them; nobody who was not reached."""
        with self._lock:
            return self._reached.times(channel)

    def per_device(self) -> dict[str, int]:
        """Id of a device -> how many pushes reached it."""
        with self._lock:
            return self._reached.devices()

    def last_texts(self, channel: str) -> dict[str, str]:
        """Id of a user -> the beginning of the text that reached them last."""
        with self._lock:
            return self._reached.texts(channel)


_NOTHING: Final = Shown(title="", subtitle="", body="", badge=None, sound="", extra="")


def _arrival(shown: Shown, user: dict[str, Any], device_type: str, address: str) -> Arrival:
    return Arrival(
        recipient=f"{user['firstName']} {user['lastName']}" if user else "",
        city=user["address"]["city"] if user else "",
        device_type=device_type,
        address=address,
        title=shown.title,
        subtitle=shown.subtitle,
        body=shown.body,
        badge=shown.badge,
        sound=shown.sound,
        extra=shown.extra,
    )
