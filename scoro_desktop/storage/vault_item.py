"""The item in the keyring for one account: its keys, and the server and application that they were given for."""

from __future__ import annotations

import json
from typing import Final

from scoro_desktop import late, wire
from scoro_desktop.scorocode.account import Account, Keys
from scoro_desktop.scorocode.hosts import as_address

KEY_MAX: Final = 8192
"""The most characters of a key. Ours: Scorocode's have 32, and a token that carries claims has a thousand."""
TEXT_MAX: Final = 6 * (3 * KEY_MAX + 4096)
"""The most characters of an item that are looked at: each one of the longest may be written as an escape. Ours."""


@late.dataclass(frozen=True)
class Place:
    """A server and an application on it. The address is written as `as_address` writes it."""

    address: str
    application_id: str


@late.dataclass(frozen=True, repr=False)
class Item:
    """The keys, and what they are for; None in an item of a version that did not say."""

    keys: Keys
    place: Place | None

    @property
    def is_too_long(self) -> bool:
        """Tells whether a key is longer than any can be: something else was pasted."""
        return any(len(secret) > KEY_MAX for secret in secrets(self.keys)) or len(self.to_text()) > TEXT_MAX

    def to_text(self) -> str:
        """The secret as the keyring takes it, as short as it can be: Windows has room for 1,280 units."""
        keys, place = self.keys, self.place
        item: wire.JsonObject = {"cli": keys.client_key, "acc": keys.access_key, "sess": keys.session}
        if place is not None:
            item |= {"app": place.application_id, "url": place.address}
        return json.dumps(item, separators=(",", ":"))


def from_text(text: str) -> Item:
    """Reads a secret. Raises ValueError for what this app never stored."""
    if len(text) > TEXT_MAX:
        raise ValueError("the item is longer than any that this app stores")
    item = wire.read(text)
    if not isinstance(item, dict):
        raise ValueError("the item is not what this app stores")  # noqa: TRY004  of the wrong shape, as below
    keys = Keys(*(_text(item.get(name, "")) for name in ("cli", "acc", "sess")))
    if any(len(secret) > KEY_MAX for secret in secrets(keys)):
        raise ValueError("a key is longer than any that this app stores")
    if not {"app", "url"} & item.keys():
        return Item(keys, None)
    return Item(keys, Place(as_address(_text(item.get("url"))), _text(item.get("app"))))


def place_of(account: Account) -> Place:
    """The server and application that the keys of an account are for."""
    return Place(as_address(account.address), account.application_id)


def secrets(keys: Keys) -> tuple[str, str, str]:
    """The keys one by one."""
    return keys.client_key, keys.access_key, keys.session


def _text(value: wire.JsonValue) -> str:
    if not isinstance(value, str):
        raise ValueError("the item is not what this app stores")  # noqa: TRY004  of the wrong shape
    return value
