"""The answers of `app` and `app/collections` about the sample application."""

from collections.abc import Mapping
from typing import Any, Final

# Fields that every collection has and the fields of the system collections: docs, "appapi". (name, type, target,
# readonly, required)
_COMMON: Final = (
    ("readACL", "ACL", "", False, False),
    ("updateACL", "ACL", "", False, False),
    ("removeACL", "ACL", "", False, False),
    ("createdAt", "Date", "", True, False),
    ("updatedAt", "Date", "", True, False),
)
_SYSTEM: Final = {
    "devices": (
        ("userId", "String", "", False, False),
        ("deviceId", "String", "", True, True),
        ("deviceType", "String", "", True, True),
    ),
    "roles": (("name", "String", "", False, True),),
    "users": (
        ("email", "String", "", False, True),
        ("phone", "String", "", False, False),
        ("username", "String", "", False, True),
        ("password", "Password", "", False, True),
        ("emailVerified", "Boolean", "", True, False),
        ("roles", "Array", "roles", False, False),
        ("token", "String", "", True, False),
    ),
}
_OWN: Final = {
    "devices": (
        ("model", "String"),
        ("osVersion", "String"),
        ("appVersion", "String"),
        ("language", "String"),
        ("city", "String"),
        ("pushConsent", "Boolean"),
        ("lastSeenAt", "Date"),
    ),
    "roles": (),
    "users": (
        ("firstName", "String"),
        ("lastName", "String"),
        ("language", "String"),
        ("birthday", "Date"),
        ("age", "Number"),
        ("address", "Object"),
        ("pushConsent", "Boolean"),
        ("tags", "Array"),
        ("bonusPoints", "Number"),
    ),
}
DEFAULT_RATE: Final = 20
"""Requests that an application may make in a second (docs, "Settings": the default plan)."""

_EVENTS: Final = ("Find", "Insert", "Remove", "Update")


def collections() -> dict[str, Any]:
    """The collections as `app/collections` lists them, by name."""
    return {name: _collection(number, name) for number, name in enumerate(_SYSTEM)}


def application(
    *, application_id: str, client_key: str, master_key: str, message_key: str, sent: int, requests_per_second: int
) -> Mapping[str, Any]:
    """The application as `app` describes it. `sent`: pushes so far."""
    return {
        "_id": "5a0000000000000000000000",
        "appId": application_id,
        "name": "Sandbox",
        "description": "Sample people and devices on this computer",
        "limits": {
            "rps": requests_per_second,
            "store": 10_737_418_240,
            "pushValue": 500_000,
            "pushUsed": sent,
            "developers": 1,
            "ws": 200,
            "scriptTimeout": 3,
        },
        "schemas": collections(),
        "accessKeys": {"masterKey": master_key, "messageKey": message_key},
        "clientKeys": {"javascript": client_key},
        "ACLPublic": {"create": False, "read": False, "remove": False, "update": False},
        "settings": {"emailVerified": False, "sessionTimeout": 72},
    }


def _collection(number: int, name: str) -> dict[str, Any]:
    return {
        "id": f"5a00000000000000000000{number + 1:02d}",
        "name": name,
        "useDocsACL": False,
        "ACL": {right: ["*"] for right in ("create", "read", "remove", "update")},
        "triggers": {
            f"{when}{event}": {"code": "", "isActive": False} for when in ("before", "after") for event in _EVENTS
        },
        "fields": [
            *(_field(*field, system=True) for field in (*_COMMON, *_SYSTEM[name])),
            *(_field(own, kind, "", readonly=False, required=False, system=False) for own, kind in _OWN[name]),
        ],
        "system": True,
        "notify": False,
        "indexes": [],
    }


def _field(name: str, kind: str, target: str, readonly: bool, required: bool, *, system: bool) -> dict[str, Any]:
    return {
        "name": name,
        "type": kind,
        "target": target,
        "system": system,
        "readonly": readonly,
        "required": required,
    }
