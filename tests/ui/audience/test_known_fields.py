"""Tests of what is asked of the server about a collection, and of what is never taken from its answer."""

import base64
from typing import Any

import bson

from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.ui.audience.known_fields import ask
from scoro_desktop.wire import JsonObject

DOCUMENTS: list[dict[str, Any]] = [
    {"name": "Anna", "pin": "1234", "password": "hunter2", "apiToken": "abc", "inner": {"pass": {"pin": "9"}}},
    {"name": "Boris", "pin": "5678", "readACL": ["*"], "rights": ["everyone"]},
]
FIELDS = [
    {"name": "name", "type": "String"},
    {"name": "pin", "type": "Password"},
    {"name": "rights", "type": "ACL"},
    {"name": "level", "type": "Number"},
]


class Server:
    """Answers as the API does; notes what it was asked."""

    def __init__(self, *, schema: bool = True, sample: bool = True) -> None:
        self.asked: list[str] = []
        self._refuses = {"app/collections": not schema, "data/find": not sample}

    def look_up(self, path: str, body: JsonObject, *, keep: bool = True) -> JsonObject | Failure:
        self.asked.append(path)
        if self._refuses[path]:
            return Failure(Outcome.REFUSED, "refused")
        if path == "app/collections":
            return {"collections": {"users": {"fields": FIELDS}}}  # type: ignore[dict-item]
        numbered = {str(place): document for place, document in enumerate(DOCUMENTS)}
        return {"result": base64.b64encode(bson.encode(numbered)).decode()}

    def count(self, collection: str, query: JsonObject | None) -> int | Failure:
        raise AssertionError("nothing is counted here")

    def close(self) -> None: ...


def test_with_the_master_key_the_schema_tells_fields_and_one_sample_tells_values() -> None:
    server = Server()
    told = ask(server, "users", by_schema=True)
    assert server.asked == ["app/collections", "data/find"]
    assert {"level", "inner"} < {each.name for each in told.fields}
    assert told.values["name"] == (("Anna", 1), ("Boris", 1))


def test_no_value_of_a_secret_field_is_kept_whether_its_name_or_its_type_says_so() -> None:
    told = ask(Server(), "users", by_schema=True)
    assert set(told.values) == {"name", "inner.pass.pin"}
    without_schema = ask(Server(), "users", by_schema=False)
    assert not {"password", "apiToken", "readACL"} & set(without_schema.values)


def test_either_may_be_refused() -> None:
    assert ask(Server(schema=False), "users", by_schema=True).values["name"] == (("Anna", 1), ("Boris", 1))
    told = ask(Server(sample=False), "users", by_schema=True)
    assert "level" in {each.name for each in told.fields}
    assert told.values == {}
    assert ask(Server(schema=False, sample=False), "users", by_schema=True).fields == ()
