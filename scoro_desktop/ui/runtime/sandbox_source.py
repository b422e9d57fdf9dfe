"""The part of the sandbox that its view needs. The sandbox itself is known to `app.py` alone."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol


class Delivery(Protocol):
    """One send that the sandbox took. `channel` is the code of one, `at` an aware time."""

    @property
    def id(self) -> int: ...  # noqa: D102
    @property
    def channel(self) -> str: ...  # noqa: D102
    @property
    def at(self) -> datetime: ...  # noqa: D102
    @property
    def count(self) -> int: ...  # noqa: D102
    @property
    def android(self) -> int: ...  # noqa: D102
    @property
    def iphone(self) -> int: ...  # noqa: D102
    @property
    def phones(self) -> int: ...  # noqa: D102
    @property
    def collection(self) -> str: ...  # noqa: D102
    @property
    def debug(self) -> bool: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def body(self) -> str: ...  # noqa: D102


class Arrival(Protocol):
    """One message on one sample device or phone. `device_type` is "android", "ios" or "phone"; texts may be empty."""

    @property
    def recipient(self) -> str: ...  # noqa: D102
    @property
    def city(self) -> str: ...  # noqa: D102
    @property
    def device_type(self) -> str: ...  # noqa: D102
    @property
    def address(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def subtitle(self) -> str: ...  # noqa: D102
    @property
    def body(self) -> str: ...  # noqa: D102
    @property
    def badge(self) -> int | None: ...  # noqa: D102
    @property
    def sound(self) -> str: ...  # noqa: D102
    @property
    def extra(self) -> str: ...  # noqa: D102


class SandboxSource(Protocol):
    """The sandbox as the window sees it. Safe to use while it serves."""

    @property
    def email(self) -> str:
        """The e-mail of one of its people, who may log in."""

    def deliveries(self) -> Sequence[Delivery]:
        """Returns what was sent to it, newest first."""

    def recipients(self, delivery_id: int, offset: int, limit: int) -> Sequence[Arrival]:
        """Up to `limit` of those that a delivery reached, from `offset` on; none if it is forgotten."""

    def on_delivery(self, callback: Callable[[], None]) -> None:
        """Has `callback` called after every send, on a thread of the sandbox."""

    def clear(self) -> None:
        """Forgets every delivery."""
