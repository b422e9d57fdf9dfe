"""One person by what is known of them, and their devices: asked of the server.

Fields are those of reference: "System fields" (users: `_id, username, email, phone`; devices: `_id, userId, deviceId,
deviceType`).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from scoro_desktop.scorocode import lookups
from scoro_desktop.scorocode.replies import Failure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scoro_desktop.wire import JsonObject, JsonValue

SHOWN: Final = 20
"""The people that are looked at of those who match. Ours: whoever looks for one person has named more than one then."""
FEWEST_DIGITS: Final = 5
"""Of a text that may be a phone number: fewer are a part of one. Ours."""
_NUMBER: Final = re.compile(r"[\d\s()+./-]+")


@dataclass(frozen=True)
class Person:
    """Somebody of the application. `user_id` is empty where a device belongs to nobody that is known.

    `names`: what a person who looks for them knows them by, the likeliest first. `devices`: how many of each type;
    `device_ids`: their `_id`, of which the newest hundred are known.
    """

    user_id: str
    names: tuple[str, ...]
    devices: tuple[tuple[str, int], ...]
    device_ids: tuple[str, ...]

    def query(self, collection: str) -> JsonObject:
        """Returns the query that selects this person, or their devices, in "users" or "devices"."""
        if collection == "users":
            return {"_id": self.user_id}
        if self.user_id:
            return {"userId": self.user_id}
        ids: list[JsonValue] = [*self.device_ids]
        return {"_id": {"$in": ids}}


def find_people(client: lookups.LooksUp, text: str) -> tuple[Person, ...] | Failure:
    """Finds people by phone, e-mail, user name or id, and those to whom a device with that id belongs. Blocks.

    At most `SHOWN`, the newest first; those without an account that a device belongs to come last.
    """
    text = text.strip()
    owned = lookups.find(client, "devices", {"$or": [{"_id": text}, {"deviceId": text}]}, SHOWN)
    if isinstance(owned, Failure):
        return owned
    owners: list[JsonValue] = [*dict.fromkeys(owner for each in owned if (owner := _text(each, "userId")))]
    asked = _questions(text)
    if owners:
        asked.append({"_id": {"$in": owners}})
    users = lookups.find(client, "users", {"$or": asked}, SHOWN)
    if isinstance(users, Failure):
        return users
    ids: list[JsonValue] = [*dict.fromkeys(each_id for each in users if (each_id := _text(each, "_id")))]
    devices = lookups.find(client, "devices", {"userId": {"$in": ids}}) if ids else ()
    if isinstance(devices, Failure):
        return devices
    found = [_person(_text(user, "_id"), user, devices) for user in users if _text(user, "_id")]
    strays = [each for each in owned if _text(each, "userId") not in ids]
    found += [_person("", {"deviceId": each.get("deviceId")}, [each]) for each in strays]
    return tuple(found)


def _questions(text: str) -> list[JsonValue]:
    """Lists the readings of a text, as filters of "users"."""
    asked: list[JsonValue] = [{"_id": text}, {"username": text}]
    if "@" in text:
        mails: list[JsonValue] = [*dict.fromkeys((text, text.lower()))]
        asked.append({"email": {"$in": mails}})
    if numbers := _numbers(text):
        asked.append({"phone": {"$in": numbers}})
    return asked


def _numbers(text: str) -> list[JsonValue]:
    """The ways in which a phone number may be kept: as it was written, its digits, with a plus; in Russia 8 means 7."""
    digits = "".join(filter(str.isdigit, text))
    if not _NUMBER.fullmatch(text) or len(digits) < FEWEST_DIGITS or not digits.isascii():
        return []
    all_digits = [digits]
    if len(digits) == 11 and digits[0] == "8":
        all_digits.append(f"7{digits[1:]}")
    if len(digits) == 10:
        all_digits.append(f"7{digits}")
    ways = dict.fromkeys((text, *(f"{sign}{each}" for each in all_digits for sign in ("", "+"))))
    return [*ways]


def _person(
    user_id: str, user: Mapping[str, object], devices: tuple[lookups.Document, ...] | list[lookups.Document]
) -> Person:
    theirs = [each for each in devices if not user_id or _text(each, "userId") == user_id]
    types = Counter(_text(each, "deviceType") for each in theirs)
    names = (_text(user, name) for name in ("name", "username", "phone", "email", "deviceId"))
    return Person(
        user_id,
        tuple(dict.fromkeys(filter(None, (*names, user_id)))),
        tuple(sorted(types.items())),
        tuple(filter(None, (_text(each, "_id") for each in theirs))),
    )


def _text(document: Mapping[str, object], name: str) -> str:
    value = document.get(name)
    return value if isinstance(value, str) else "" if value is None else str(value)
