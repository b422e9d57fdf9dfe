"""Documents and fields of an application, asked of the sandbox over HTTP; and answers that are none."""

import base64
from collections.abc import Iterator
from datetime import UTC, datetime

import bson
import pytest

from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.scorocode.bson_reader import MOST_NAMES
from scoro_desktop.scorocode.bson_values import ObjectId, Partial
from scoro_desktop.scorocode.client import Client
from scoro_desktop.scorocode.lookups import MOST, find, read_documents, schema
from scoro_desktop.scorocode.replies import Failure, Outcome


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    server = Sandbox()
    server.start()
    yield server
    server.close()


def client_of(sandbox: Sandbox, kind: AccessKind = AccessKind.MASTER) -> Client:
    account = Account("a", "Sandbox", Environment.SANDBOX, sandbox.address, sandbox.application_id, kind)
    key = sandbox.master_key if kind is AccessKind.MASTER else sandbox.message_key
    session = "" if kind is AccessKind.MASTER else "nosuchsession"
    return Client(account, Keys(sandbox.client_key, key, session))


def test_documents_come_with_their_types_and_without_secrets(sandbox: Sandbox) -> None:
    client = client_of(sandbox)
    documents = find(client, "users", {"phone": {"$exists": True}})
    client.close()
    assert isinstance(documents, tuple)
    assert len(documents) == 100
    assert all(not {"password", "token", "readACL"} & set(document) for document in documents)
    created = [document["createdAt"] for document in documents]
    assert all(isinstance(moment, datetime) and moment.tzinfo is not None for moment in created)
    assert created == sorted(created, reverse=True)


def test_a_limit_is_kept(sandbox: Sandbox) -> None:
    client = client_of(sandbox)
    documents = find(client, "devices", {"deviceType": "ios"}, limit=3)
    client.close()
    assert isinstance(documents, tuple)
    assert [document["deviceType"] for document in documents] == ["ios"] * 3


def test_fields_need_the_master_key(sandbox: Sandbox) -> None:
    client = client_of(sandbox)
    found = schema(client)
    client.close()
    assert isinstance(found, dict)
    assert {"devices", "users", "roles"} <= set(found)
    assert "deviceType" in {field.name for field in found["devices"]}
    client = client_of(sandbox, AccessKind.MESSAGE)
    refused = schema(client)
    client.close()
    assert isinstance(refused, Failure)
    assert refused.outcome is Outcome.REFUSED
    assert refused.answer == ""


def encoded(value: object) -> str:
    return base64.b64encode(bson.encode(value)).decode()  # type: ignore[arg-type]


def test_every_type_is_kept_as_it_is() -> None:
    moment = datetime(2026, 3, 1, 12, tzinfo=UTC)
    identity = bson.ObjectId("5a0000000000000000000000")
    result = encoded({"0": {"big": bson.Int64(2**60), "at": moment, "_id": identity, "token": "t"}, "1": {"n": 1.5}})
    first, second = read_documents(result) or ()
    assert (first["big"], first["at"], first["_id"]) == (2**60, moment, ObjectId(str(identity)))
    assert "token" not in first
    assert second == {"n": 1.5}


def test_a_date_past_the_calendar_is_no_reason_to_lose_the_others() -> None:
    import bson.datetime_ms

    result = encoded({"0": {"at": bson.datetime_ms.DatetimeMS(2**60), "n": 1}})
    documents = read_documents(result)
    assert documents is not None
    assert documents[0]["n"] == 1


def test_ten_and_more_documents_keep_their_order() -> None:
    result = encoded({str(number): {"n": number} for number in range(12)})
    assert [document["n"] for document in read_documents(result) or ()] == list(range(12))


@pytest.mark.parametrize("result", [None, 5, "no base64!", "AAAA", encoded({"0": 5})])
def test_what_is_no_list_of_documents_is_none(result: object) -> None:
    assert read_documents(result) is None


def test_nothing_found_is_no_failure() -> None:
    assert read_documents("") == ()
    assert read_documents(encoded({})) == ()


def test_secrets_within_objects_and_lists_do_not_come_either() -> None:
    auth = {"vk": {"accessToken": "s3cret", "id": 5}, "password": "s3cret"}
    documents = read_documents(encoded({"0": {"_id": "a", "auth": auth, "logins": [{"token": "s3cret", "n": 1}]}}))
    assert documents == ({"_id": "a", "auth": {"vk": {"id": 5}}, "logins": [{"n": 1}]},)


def test_a_server_that_sends_more_than_was_asked_for_is_read_no_further() -> None:
    """Whatever is read is shown in a table, and measured for it in the window."""
    documents = read_documents(encoded({str(number): {"n": number} for number in range(500)}))
    assert documents is not None
    assert [each["n"] for each in documents] == list(range(MOST))


def test_fields_beyond_what_anybody_could_look_at_are_left_out_and_that_is_said() -> None:
    wide = [{f"field {row} {number}": number for number in range(300)} for row in range(4)]
    others = [{"field 0 7": "known already", "another": 1}, {"field 0 7": 2}]
    documents = read_documents(encoded({str(row): each for row, each in enumerate([*wide, *others])}))
    assert documents is not None
    assert len({name for each in documents for name in each}) == MOST_NAMES
    assert documents[0] == wide[0]
    assert documents[4] == {"field 0 7": "known already"}
    assert documents[5] == {"field 0 7": 2}
    assert [isinstance(each, Partial) for each in documents] == [False, True, True, True, True, False]


def test_names_within_an_object_are_no_columns() -> None:
    inner = {str(number): number for number in range(2 * MOST_NAMES)}
    assert read_documents(encoded({"0": {"inner": inner}})) == ({"inner": inner},)
