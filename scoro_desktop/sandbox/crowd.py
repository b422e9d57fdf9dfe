"""Sample people in any number, for campaigns: the same ones for the same number, and as awkward as real ones.

Of each twenty, by their place: 3 has no phone; 7 is 6 once more, registered twice with one phone; 10 to 12 are a
household with one phone; 13 has quotes and a semicolon in the name, 14 an emoji, 17 no first name; 15 has no device, 16
two. The others have a phone of their own and one device. Number 0 is the one who can log in, with everything. Nobody
real is in it (`sample`).
"""

import functools
import random
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final, TypeAlias

from scoro_desktop.sandbox import sample
from scoro_desktop.sandbox import sample_names as names
from scoro_desktop.sandbox.keys import LOGIN_EMAIL
from scoro_desktop.sandbox.sample import NOW, Document, World

MAX_PEOPLE: Final = 20_000

EACH: Final = 20
"""The places below are counted within so many people."""
NO_PHONE: Final = 3
ONCE: Final = 6
TWICE: Final = 7
HOUSEHOLD: Final = (10, 11, 12)
QUOTES: Final = 13
EMOJI: Final = 14
NO_DEVICE: Final = 15
TWO_DEVICES: Final = 16
NO_NAME: Final = 17

_Below: TypeAlias = Callable[[int], int]
"""A number from 0 on that is below another, by chance."""

_SEED: Final = 20160502
_MINUTES_BACK: Final = 3 * 365 * 1_440
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
_TRIPLES: Final = len(_LETTERS) ** 3
_CITIES: Final = tuple(dict.fromkeys((*names.RUSSIAN_CITIES, *names.BRITISH_CITIES)))
_BRITISH: Final = frozenset(names.BRITISH_CITIES)
_MODELS: Final = ("iPhone 15", "Pixel 8")  # Android or not
_EVERYBODY: Final = ["*"]
_NOBODY: Final[list[str]] = []


def population(people: int | None) -> World:
    """So many people, from 1 to `MAX_PEOPLE`; None: those of `sample`. Raises ValueError for any other number."""
    if people is None:
        return sample.world()
    check_number(people)
    return _crowd(people)


def check_number(people: int) -> None:
    """Raises ValueError where there cannot be so many."""
    if not 1 <= people <= MAX_PEOPLE:
        raise ValueError(f"from 1 to {MAX_PEOPLE} people, not {people}")


@functools.lru_cache(maxsize=1)
def _crowd(people: int) -> World:
    """Makes them when first asked for."""
    draw = random.Random(_SEED).random  # noqa: S311  as in `sample`: it alone gives the same in every Python

    def below(number: int) -> int:
        return int(draw() * number)

    triples = [a + b + c for a in _LETTERS for b in _LETTERS for c in _LETTERS]
    roles = sample.world().roles
    users = _users(people, below, triples, {role["name"]: role["_id"] for role in roles})
    devices = _devices(users, below, triples)
    devices_of: dict[str, list[int]] = {}
    for position, device in enumerate(devices):
        devices_of.setdefault(device["userId"], []).append(position)
    return World(users, devices, roles, {user["_id"]: user for user in users}, devices_of)


def _id(number: int, below: _Below, triples: Sequence[str]) -> str:
    """Ten letters that begin by chance, so that a range of ids is a random part of the people; never one twice."""
    return f"{triples[below(_TRIPLES)]}{triples[below(_TRIPLES)]}{_LETTERS[below(62)]}{triples[number]}"


def _users(people: int, below: _Below, triples: Sequence[str], roles: Mapping[str, str]) -> list[Document]:
    customer, everything = [roles["customer"]], [roles["admin"], roles["tester"]]
    tags = [[tag] for tag in names.TAGS]
    users: list[Document] = []
    for number in range(people):
        city = _CITIES[below(len(_CITIES))]
        british = city in _BRITISH
        first, last, login = _english(below) if british else _russian(below)
        year, month, day = 1950 + below(57), 1 + below(12), 1 + below(28)
        user: Document = {
            "_id": _id(number, below, triples),
            "username": f"{login}{number}",
            "email": f"{login}{number}@example.com",
            "emailVerified": below(10) < 8,
            "firstName": first,
            "lastName": last,
            "language": "en" if british else "ru",
            "birthday": datetime(year, month, day, tzinfo=UTC),
            "age": NOW.year - year - ((NOW.month, NOW.day) < (month, day)),
            "address": {"city": city, "country": "GB" if british else "RU", "postcode": str(100_000 + below(900_000))},
            "roles": customer,
            "pushConsent": below(100) < 76,
            "tags": tags[below(len(tags))],
            "bonusPoints": below(5_000),
            "phone": f"+7000{2_000_000 + number * 37:07d}",
            **_common(below, _NOBODY),
        }
        if (place := number % EACH) in _AWKWARD:
            _AWKWARD[place](user, users)
        users.append(user)
    users[0] |= {"username": "marketing", "email": LOGIN_EMAIL, "emailVerified": True, "roles": everything}
    return users


def _devices(users: Sequence[Document], below: _Below, triples: Sequence[str]) -> list[Document]:
    devices: list[Document] = []
    for number, user in enumerate(users):
        place = number % EACH
        android = below(100) < 62
        if place == TWO_DEVICES or number == 0:
            kinds: tuple[bool, ...] = (True, False)
        else:
            kinds = () if place == NO_DEVICE else (android,)
        for is_android in kinds:
            identity = _id(len(devices), below, triples)
            devices.append(
                {
                    "_id": identity,
                    "deviceId": f"sandbox-{'a' if is_android else 'i'}-{identity}",
                    "deviceType": "android" if is_android else "ios",
                    "model": _MODELS[is_android],
                    "osVersion": "14" if is_android else "17",
                    "appVersion": "4.2.0",
                    "userId": user["_id"],
                    "language": user["language"],
                    "city": user["address"]["city"],
                    "pushConsent": user["pushConsent"],
                    **(common := _common(below, [user["_id"]])),
                    "lastSeenAt": common["updatedAt"],
                }
            )
    return devices


def _common(below: _Below, writers: list[str]) -> Document:
    """The fields that every collection has."""
    age = below(_MINUTES_BACK)
    return {
        "createdAt": NOW - timedelta(minutes=age),
        "updatedAt": NOW - timedelta(minutes=below(age + 1)),
        "readACL": _EVERYBODY,
        "updateACL": writers,
        "removeACL": writers,
    }


def _russian(below: _Below) -> tuple[str, str, str]:
    """First name, last name and login."""
    woman = below(100) < 54
    people = names.RUSSIAN_WOMEN if woman else names.RUSSIAN_MEN
    first, first_latin = people[below(len(people))]
    last, last_latin = names.RUSSIAN_SURNAMES[below(len(names.RUSSIAN_SURNAMES))]
    return first, f"{last}а" if woman else last, f"{first_latin}.{last_latin}{'a' if woman else ''}"


def _english(below: _Below) -> tuple[str, str, str]:
    """First name, last name and login."""
    first = names.ENGLISH_NAMES[below(len(names.ENGLISH_NAMES))]
    last = names.ENGLISH_SURNAMES[below(len(names.ENGLISH_SURNAMES))]
    return first, last, f"{first}.{last}".lower().replace("'", "")


# What is awkward about one of twenty: the document is changed, before it is among `users`.


def _no_phone(user: Document, _: Sequence[Document]) -> None:
    del user["phone"]


_PERSON: Final = ("firstName", "lastName", "language", "birthday", "age", "address", "phone")


def _registered_twice(user: Document, users: Sequence[Document]) -> None:
    user.update({name: users[-1][name] for name in _PERSON})


def _lives_with(back: int) -> Callable[[Document, Sequence[Document]], None]:
    def change(user: Document, users: Sequence[Document]) -> None:
        user.update({name: users[-back][name] for name in ("lastName", "address", "phone")})

    return change


def _quotes(user: Document, _: Sequence[Document]) -> None:
    user["firstName"] = f"{user['firstName']} \"Лис\"; 'O'"


def _emoji(user: Document, _: Sequence[Document]) -> None:
    user["firstName"] = f"{user['firstName']} 👨‍👩‍👧🌸"


def _no_name(user: Document, _: Sequence[Document]) -> None:
    user["firstName"] = ""


_AWKWARD: Final[Mapping[int, Callable[[Document, Sequence[Document]], None]]] = {
    NO_PHONE: _no_phone,
    TWICE: _registered_twice,
    **{place: _lives_with(place - HOUSEHOLD[0]) for place in HOUSEHOLD[1:]},
    QUOTES: _quotes,
    EMOJI: _emoji,
    NO_NAME: _no_name,
}
