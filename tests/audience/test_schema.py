"""Tests of the fields that a collection has, and of those that may be offered."""

from datetime import UTC, datetime

import pytest

from scoro_desktop.audience.schema import (
    Field,
    FieldType,
    documented_fields,
    fields_of_sample,
    is_secret_name,
    joined,
    offered,
    read_collections,
)
from scoro_desktop.sandbox import schema as sandbox
from scoro_desktop.wire import JsonObject


def by_name(fields: tuple[Field, ...]) -> dict[str, Field]:
    return {field.name: field for field in fields}


def test_the_answer_of_the_sandbox_is_read() -> None:
    collections = read_collections({"error": False, "collections": sandbox.collections()})
    users = by_name(collections["users"])
    assert users["age"] == Field("age", FieldType.NUMBER, "Number")
    assert users["roles"] == Field("roles", FieldType.ARRAY, "Array", system=True, target="roles")
    assert users["_id"].type is FieldType.STRING
    assert set(collections) == {"devices", "users", "roles"}


def test_no_secret_is_offered() -> None:
    collections = read_collections({"collections": sandbox.collections()})
    names = {field.name for field in offered(collections["users"])}
    assert names.isdisjoint({"password", "token", "readACL", "updateACL", "removeACL"})
    assert {"_id", "email", "phone", "age"} <= names
    assert {field.name for field in offered(documented_fields("users"))} == {
        "_id", "username", "email", "phone", "emailVerified", "roles", "createdAt", "updatedAt",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "secret"),
    [
        ("password", True),
        ("passwordHash", True),
        ("pushToken", True),
        ("auth.token", True),
        ("token.value", True),
        ("readACL", True),
        ("deviceTokens", True),
        ("city", False),
        ("oracle", False),
    ],
)
def test_secrets_by_name(name: str, secret: bool) -> None:
    assert is_secret_name(name) is secret


def test_a_type_that_is_not_documented_keeps_its_word() -> None:
    reply: JsonObject = {"collections": {"users": {"fields": [{"name": "place", "type": "GeoPoint"}, {"name": "x"}]}}}
    users = by_name(read_collections(reply)["users"])
    assert users["place"] == Field("place", FieldType.UNKNOWN, "GeoPoint")
    assert users["x"] == Field("x")
    assert users["email"] == Field("email", FieldType.STRING, "String", system=True)


def test_what_is_no_field_is_passed_over() -> None:
    reply: JsonObject = {
        "collections": {
            "users": {"fields": [1, None, {}, {"name": ""}, {"name": 1}, {"name": "a", "type": 1, "system": 1}]},
            "odd": {"fields": {}},
            "odder": [],
        }
    }
    collections = read_collections(reply)
    assert set(collections) == {"users"}
    assert collections["users"][0] == Field("a")
    assert collections["users"][1:] == documented_fields("users")


@pytest.mark.parametrize("reply", [{}, {"collections": None}, {"collections": []}, {"error": True}])
def test_an_answer_without_collections_is_no_schema(reply: JsonObject) -> None:
    with pytest.raises(ValueError, match="no collections"):
        read_collections(reply)


def test_fields_are_seen_in_a_sample() -> None:
    now = datetime.now(UTC)
    documents: list[dict[str, object]] = [
        {"b": 1, "A": "x", "address": {"city": "Тула", "a.b": 1}, "on": True, "born": now, "tags": [1], "none": None},
        {"b": None, "A": 2, "id": object()},
    ]
    assert {field.name: field.type for field in fields_of_sample(documents)} == {
        "A": FieldType.UNKNOWN,
        "address": FieldType.OBJECT,
        "address.city": FieldType.STRING,
        "b": FieldType.NUMBER,
        "born": FieldType.DATE,
        "id": FieldType.UNKNOWN,
        "none": FieldType.UNKNOWN,
        "on": FieldType.BOOLEAN,
        "tags": FieldType.ARRAY,
    }
    assert [field.name for field in fields_of_sample(documents)][:3] == ["A", "address", "address.city"]


def test_a_dictionary_of_many_keys_does_not_flood_the_fields() -> None:
    assert len(fields_of_sample([{f"key{number}": 1 for number in range(10_000)}])) == 500


def test_a_later_source_knows_a_type_that_the_first_lacks() -> None:
    first = (Field("a"), Field("b", FieldType.STRING, "String"), Field("c", type_name="GeoPoint"))
    later = tuple(Field(name, FieldType.NUMBER, "Number") for name in "abcd")
    assert [field.type for field in joined(first, later)] == [
        FieldType.NUMBER,
        FieldType.STRING,
        FieldType.UNKNOWN,
        FieldType.NUMBER,
    ]
