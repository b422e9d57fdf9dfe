"""The sample people and their devices: the same in every process, since queries and screenshots refer to them.

Nobody real is in it. E-mail addresses are in `example.com` (RFC 2606). Phone numbers are in ranges that nobody is
given: +7 000 (no Russian area code is 000), +44 7700 900000-900999 (Ofcom, for drama), +1 *area* 555-0100 to 0199
(NANPA, for fiction).
"""

import dataclasses
import functools
import itertools
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final, TypeAlias

from scoro_desktop.sandbox import sample_names as names
from scoro_desktop.sandbox.keys import LOGIN_EMAIL

Document: TypeAlias = dict[str, Any]

USERS: Final = 4_200
DEVICES: Final = 5_600
NOW: Final = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
"""The moment that the sample is taken at: every date in it lies before."""

_SEED: Final = 20160501
_SECONDS_BACK: Final = 3 * 365 * 86_400
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
_PAIRS: Final = [first + second for first in _LETTERS for second in _LETTERS]
_AREAS: Final = (212, 312, 415, 503, 512, 602, 617, 702, 206, 303)
_ROLES: Final = ("admin", "manager", "tester", "vip", "customer")
_ANDROID_SHARE: Final = 0.62
_OWNED_SHARE: Final = 0.88
_ANDROID_MODELS: Final = ("Pixel 8", "Galaxy S23", "Galaxy A54", "Redmi Note 12", "Honor 90", "Xperia 5")
_IPHONE_MODELS: Final = ("iPhone 12", "iPhone 13", "iPhone 14", "iPhone 15", "iPhone 15 Pro", "iPhone SE")
_VERSIONS: Final = ("3.9.0", "4.0.2", "4.1.0", "4.1.5", "4.2.0", "4.2.1")


@dataclass(frozen=True)
class World:
    """Every document, and who has what. Nothing in it is ever changed."""

    users: Sequence[Document]
    devices: Sequence[Document]
    roles: Sequence[Document]
    user_by_id: Mapping[str, Document] = dataclasses.field(repr=False)
    devices_of: Mapping[str, Sequence[int]] = dataclasses.field(repr=False)
    """User id -> positions in `devices`."""

    def collection(self, name: str) -> Sequence[Document] | None:
        """The documents of a collection, None if there is none of that name."""
        return {"users": self.users, "devices": self.devices, "roles": self.roles}.get(name)


@functools.lru_cache(maxsize=1)
def world() -> World:
    """The sample, made when first asked for (about 0.1 s)."""
    # Only `random()` is used: of all that the generator offers, it alone gives the same numbers in every Python.
    draw = random.Random(_SEED).random  # noqa: S311
    roles = [_role(name, draw) for name in _ROLES]
    users = _users(draw, {role["name"]: role["_id"] for role in roles})
    devices = _devices(draw, users)
    devices_of: dict[str, list[int]] = {}
    for position, device in enumerate(devices):
        if "userId" in device:
            devices_of.setdefault(device["userId"], []).append(position)
    return World(users, devices, roles, {user["_id"]: user for user in users}, devices_of)


def _pick(draw: Callable[[], float], items: Sequence[Any]) -> Any:
    return items[int(draw() * len(items))]


def _id(draw: Callable[[], float]) -> str:
    pairs, size = _PAIRS, len(_PAIRS)
    return (
        pairs[int(draw() * size)]
        + pairs[int(draw() * size)]
        + pairs[int(draw() * size)]
        + pairs[int(draw() * size)]
        + pairs[int(draw() * size)]
    )


def _dates(draw: Callable[[], float]) -> tuple[datetime, datetime]:
    """Returns the moments at which a document was created and last updated."""
    age = int(draw() * _SECONDS_BACK)
    return NOW - timedelta(seconds=age), NOW - timedelta(seconds=int(age * draw()))


_ANYBODY: Final = ["*"]


def _document(draw: Callable[[], float], fields: Document, owner: str | None = None) -> Document:
    """A document with the fields that every collection has around its own."""
    created, updated = _dates(draw)
    writers = [owner] if owner else []
    acl = {"readACL": _ANYBODY, "updateACL": writers, "removeACL": writers}
    return {"_id": _id(draw), **fields, "createdAt": created, "updatedAt": updated, **acl}


def _role(name: str, draw: Callable[[], float]) -> Document:
    return _document(draw, {"name": name})


def _users(draw: Callable[[], float], roles: Mapping[str, str]) -> list[Document]:
    users = []
    serials = {country: itertools.count() for country in ("RU", "GB", "US")}
    for number in range(USERS):
        origin = draw()
        if origin < 0.7:
            country = "RU"
            first, last, login, city = _russian(draw)
        else:
            country = "GB" if origin < 0.85 else "US"
            first, last, login, city = _english(
                draw, names.BRITISH_CITIES if country == "GB" else names.AMERICAN_CITIES
            )
        phone = _phone(country, next(serials[country]))
        birthday = datetime(1950 + int(draw() * 58), 1 + int(draw() * 12), 1 + int(draw() * 28), tzinfo=UTC)
        fields: Document = {
            "username": f"{login}{number}",
            "email": f"{login}{number}@example.com",
            "emailVerified": draw() < 0.8,
            "firstName": first,
            "lastName": last,
            "language": "ru" if country == "RU" else "en",
            "birthday": birthday,
            "age": NOW.year - birthday.year - ((NOW.month, NOW.day) < (birthday.month, birthday.day)),
            "address": {"city": city, "country": country, "postcode": f"{int(draw() * 900_000) + 100_000}"},
            "roles": _role_names(draw, number, roles),
            "pushConsent": draw() < 0.76,
            "tags": [tag for tag in names.TAGS if draw() < 0.18],
            "bonusPoints": int(draw() * draw() * 5_000),
        }
        if number == 0:
            fields |= {"username": "marketing", "email": LOGIN_EMAIL, "emailVerified": True}
        if draw() < 0.87 or number == 0:
            fields["phone"] = phone
        users.append(_document(draw, fields))
    return users


def _role_names(draw: Callable[[], float], number: int, roles: Mapping[str, str]) -> list[str]:
    if number < 6:
        return [roles["admin"], roles["tester"]]
    if number < 40:
        return [roles["manager"]]
    if number < 70:
        return [roles["tester"], roles["customer"]]
    chance = draw()
    if chance < 0.06:
        return [roles["customer"], roles["vip"]]
    return [roles["customer"]] if chance < 0.93 else []


def _russian(draw: Callable[[], float]) -> tuple[str, str, str, str]:
    """First name, last name, login and city."""
    woman = draw() < 0.54
    first, first_latin = _pick(draw, names.RUSSIAN_WOMEN if woman else names.RUSSIAN_MEN)
    last, last_latin = _pick(draw, names.RUSSIAN_SURNAMES)
    login = f"{first_latin}.{last_latin}{'a' if woman else ''}"
    return first, f"{last}{'а' if woman else ''}", login, _pick(draw, names.RUSSIAN_CITIES)


def _english(draw: Callable[[], float], cities: Sequence[str]) -> tuple[str, str, str, str]:
    """First name, last name, login and city."""
    first, last = _pick(draw, names.ENGLISH_NAMES), _pick(draw, names.ENGLISH_SURNAMES)
    return first, last, f"{first}.{last}".lower().replace("'", ""), _pick(draw, cities)


def _phone(country: str, serial: int) -> str:
    """A number of its own for each person, of up to 1,000 in Britain and in America."""
    if country == "RU":
        return f"+7000{1_000_000 + serial * 37:07d}"
    if country == "GB":
        return f"+447700900{serial:03d}"
    return f"+1{_AREAS[serial // 100]}55501{serial % 100:02d}"


def _devices(draw: Callable[[], float], users: Sequence[Document]) -> list[Document]:
    devices = []
    for number in range(DEVICES):
        android = draw() < _ANDROID_SHARE
        identity = f"{_id(draw)}{_id(draw)}{_id(draw)}"
        fields: Document = {
            "deviceId": f"sandbox-{'a' if android else 'i'}-{identity}",
            "deviceType": "android" if android else "ios",
            "model": _pick(draw, _ANDROID_MODELS if android else _IPHONE_MODELS),
            "osVersion": str(int(draw() * 5) + (11 if android else 14)),
            "appVersion": _pick(draw, _VERSIONS),
        }
        owner = None
        # Each user whose turn it is has this device, so that nearly everybody has one and some have two.
        user = users[number % USERS]
        if draw() < _OWNED_SHARE:
            owner = user["_id"]
            fields["userId"] = owner
            fields["language"] = user["language"]
            fields["city"] = user["address"]["city"]
            fields["pushConsent"] = user["pushConsent"]
        else:
            fields["language"] = "ru" if draw() < 0.7 else "en"
            fields["pushConsent"] = draw() < 0.5
        device = _document(draw, fields, owner)
        seen = NOW - timedelta(seconds=int(draw() * draw() * 200 * 86_400))
        device["lastSeenAt"] = max(device["createdAt"], seen)
        devices.append(device)
    return devices
