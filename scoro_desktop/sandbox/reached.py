"""Deliveries by person: how often each was reached, and by what last. It tells a campaign that reached somebody twice.

Unlike the list of sends it forgets none: there are only so many people, and of each a number and one text are kept.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Final

LONGEST_TEXT: Final = 1_000
"""Letters that are kept of the text that reached somebody last."""


class Reached:
    """The people that SMS reached, those that pushes did, and their devices. Its owner guards it from other threads."""

    def __init__(self) -> None:
        self._times: dict[str, Counter[str]] = {"sms": Counter(), "push": Counter()}
        self._texts: dict[str, dict[str, str]] = {"sms": {}, "push": {}}
        self._devices: Counter[str] = Counter()

    def add(self, channel: str, text: str, people: Iterable[str], devices: Iterable[str]) -> None:
        """One send: the ids of those whom it reached, one who has two devices named twice, and of their devices."""
        kept = text[:LONGEST_TEXT]
        once = dict.fromkeys(people, kept)
        self._times[channel].update(once.keys())
        self._texts[channel].update(once)
        self._devices.update(devices)

    def times(self, channel: str) -> dict[str, int]:
        """Id of a user -> how many sends of a channel ("sms" or "push") reached them; nobody who was not reached."""
        return dict(self._times[channel])

    def texts(self, channel: str) -> dict[str, str]:
        """Id of a user -> the beginning of the text that reached them last."""
        return dict(self._texts[channel])

    def devices(self) -> dict[str, int]:
        """Id of a device -> how many pushes reached it."""
        return dict(self._devices)
