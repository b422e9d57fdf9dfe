"""Every call over real HTTP: what it answers and what it refuses."""

import base64
import json
from datetime import UTC, datetime
from typing import Any

import pytest

from scoro_desktop.sandbox import sample, selecting
from scoro_desktop.sandbox.access import SESSION_S, Access
from scoro_desktop.sandbox.refusals import Refused
from scoro_desktop.sandbox.server import Sandbox
from tests.sandbox.calls import Answer, application, call, documents, log_in, master, refused

PUSH: dict[str, Any] = {"data": {"gcm": {"notification": {"title": "T", "body": "B"}}, "apns": {"aps": {"alert": "A"}}}}
SMS: dict[str, Any] = {"text": "hello"}


def count(sandbox: Sandbox, collection: str, query: dict[str, Any] | None = None) -> int:
    answer = call(sandbox, "data/count", coll=collection, query=query or {})
    assert answer.status == 200, answer.body
    assert answer.body.keys() == {"result", "error"}
    assert answer.body["error"] is False
    result = answer.body["result"]
    assert isinstance(result, int)
    return result


# Keys and sessions


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("sendpush", {"coll": "devices", "msg": PUSH}),
        ("sendsms", {"coll": "users", "msg": SMS}),
        ("data/count", {"coll": "users"}),
        ("data/find", {"coll": "users"}),
        ("app", {}),
        ("app/collections", {}),
    ],
)
class TestKeys:
    def test_master_key_opens_everything(self, sandbox: Sandbox, name: str, fields: dict[str, Any]) -> None:
        answer = call(sandbox, name, **fields)
        assert answer.status == 200
        assert answer.body["error"] is False

    @pytest.mark.parametrize("key", ["app", "cli"])
    @pytest.mark.parametrize(("value", "code"), [("0" * 32, 401), ("", 400), (None, 400), (5, 400), ([], 400)])
    def test_application(
        self, sandbox: Sandbox, name: str, fields: dict[str, Any], key: str, value: object, code: int
    ) -> None:
        assert refused(call(sandbox, name, base=master(sandbox) | fields | {key: value}))[0] == code
        assert sandbox.deliveries() == []

    def test_wrong_access_key(self, sandbox: Sandbox, name: str, fields: dict[str, Any]) -> None:
        base = master(sandbox) | {"acc": "0" * 32, "sess": log_in(sandbox)}
        assert refused(call(sandbox, name, base=base, **fields))[0] == 401

    def test_message_key_without_session(self, sandbox: Sandbox, name: str, fields: dict[str, Any]) -> None:
        base = application(sandbox) | {"acc": sandbox.message_key}
        for session in ({}, {"sess": ""}, {"sess": None}, {"sess": "rYgRe6xL2y8VccMJ"}):
            assert refused(call(sandbox, name, base=base | session, **fields))[0] in {401, 403}
        assert sandbox.deliveries() == []

    def test_message_key_with_session(self, sandbox: Sandbox, name: str, fields: dict[str, Any]) -> None:
        base = application(sandbox) | {"acc": sandbox.message_key, "sess": log_in(sandbox)}
        answer = call(sandbox, name, base=base, **fields)
        if name.startswith("app"):
            assert refused(answer)[0] == 403
        else:
            assert answer.status == 200

    def test_session_without_access_key(self, sandbox: Sandbox, name: str, fields: dict[str, Any]) -> None:
        base = application(sandbox) | {"acc": "", "sess": log_in(sandbox)}
        answer = call(sandbox, name, base=base, **fields)
        if name.startswith("data/"):
            assert answer.status == 200
        else:
            assert refused(answer)[0] == 400

    def test_ended_session(self, sandbox: Sandbox, name: str, fields: dict[str, Any]) -> None:
        base = application(sandbox) | {"acc": sandbox.message_key, "sess": log_in(sandbox)}
        assert call(sandbox, "logout", base=application(sandbox), sess=base["sess"]).body == {"error": False}
        assert refused(call(sandbox, name, base=base, **fields))[0] in {401, 403}


def test_login(sandbox: Sandbox) -> None:
    answer = call(sandbox, "login", base=application(sandbox), email=sandbox.email, password=sandbox.password)
    assert answer.body.keys() == {"error", "result"}
    assert answer.body["result"].keys() == {"sessionId", "user"}
    user = answer.body["result"]["user"]
    assert user["email"] == sandbox.email
    assert datetime.fromisoformat(user["createdAt"]) < sample.NOW
    assert "password" not in user
    assert log_in(sandbox) != log_in(sandbox)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"password": "wrong"}, 401),
        ({"email": "somebody@example.com"}, 401),
        ({"password": ""}, 400),
        ({"email": None}, 400),
        ({"password": 1}, 400),
    ],
)
def test_login_refused(sandbox: Sandbox, fields: dict[str, Any], code: int) -> None:
    right = {"email": sandbox.email, "password": sandbox.password}
    assert refused(call(sandbox, "login", base=application(sandbox) | right | fields))[0] == code


def test_logout_refused(sandbox: Sandbox) -> None:
    for session in ({}, {"sess": "unknown"}):
        assert refused(call(sandbox, "logout", base=application(sandbox) | session))[0] == 401


def test_a_session_ends_after_72_hours() -> None:
    now = 1000.0
    access = Access("a@example.com", clock=lambda: now)
    body = {"app": access.application_id, "cli": access.client_key}
    session = access.login(body | {"email": "A@example.com", "password": access.password})
    now += SESSION_S - 1
    access.data(body | {"sess": session})
    now += 1
    with pytest.raises(Refused):
        access.data(body | {"sess": session})


def test_keys_are_random_and_hidden(sandbox: Sandbox) -> None:
    other = Sandbox()
    secrets = [
        (one.application_id, one.client_key, one.message_key, one.master_key, one.password) for one in (sandbox, other)
    ]
    assert len({*secrets[0], *secrets[1]}) == 10
    assert all(len(key) == 32 and int(key, 16) >= 0 for key in secrets[0][:4])
    assert not any(secret in f"{sandbox!r}{sandbox._keys!r}" for secret in secrets[0])


# Data


def test_count_and_find_agree_with_the_sample(sandbox: Sandbox) -> None:
    world = sample.world()
    assert count(sandbox, "devices") == len(world.devices) >= 5_000
    assert count(sandbox, "users") == len(world.users) >= 4_000
    assert count(sandbox, "roles") == len(world.roles)
    androids = count(sandbox, "devices", {"deviceType": "android"})
    assert androids == sum(device["deviceType"] == "android" for device in world.devices)
    assert androids + count(sandbox, "devices", {"deviceType": {"$ne": "android"}}) == len(world.devices)
    assert count(sandbox, "users", {"address.city": "Москва", "phone": {"$exists": True}}) == sum(
        user["address"]["city"] == "Москва" and "phone" in user for user in world.users
    )
    recent = {"createdAt": {"$gte": "2026-01-01T00:00:00Z"}}
    assert 0 < count(sandbox, "devices", recent) < len(world.devices)
    assert count(sandbox, "devices", recent) == count(
        sandbox, "devices", {"createdAt": {"$gte": {"$date": "2026-01-01T03:00:00+03:00"}}}
    )


@pytest.mark.parametrize("query", [None, {}])
def test_no_query_is_everybody(sandbox: Sandbox, query: object) -> None:
    assert call(sandbox, "data/count", coll="roles", query=query).body["result"] == 5


def test_find(sandbox: Sandbox) -> None:
    answer = call(sandbox, "data/find", coll="users", query={"language": "en"})
    assert answer.body.keys() == {"error", "limit", "skip", "result"}
    assert (answer.body["limit"], answer.body["skip"]) == (50, 0)
    found = documents(answer)
    expected = [user for user in sample.world().users if user["language"] == "en"][:50]
    assert [one["_id"] for one in found] == [one["_id"] for one in expected]
    assert list(found[0]) == list(expected[0])
    assert found[0]["createdAt"].replace(tzinfo=UTC) == expected[0]["createdAt"]


def test_find_nothing(sandbox: Sandbox) -> None:
    answer = call(sandbox, "data/find", coll="users", query={"age": {"$gt": 500}})
    assert base64.b64decode(answer.body["result"]) == b"\x05\x00\x00\x00\x00"
    assert documents(answer) == []


def test_find_pages(sandbox: Sandbox) -> None:
    whole = documents(call(sandbox, "data/find", coll="devices", limit=100, sort={"createdAt": 1}))
    part = documents(call(sandbox, "data/find", coll="devices", limit=10, skip=20, sort={"createdAt": 1}))
    assert part == whole[20:30]
    assert len(documents(call(sandbox, "data/find", coll="devices", limit=5_000))) == 100
    assert len(documents(call(sandbox, "data/find", coll="devices", limit=0))) == 50
    assert documents(call(sandbox, "data/find", coll="devices", skip=100_000)) == []


def test_find_sorts_by_several_fields(sandbox: Sandbox) -> None:
    found = documents(call(sandbox, "data/find", coll="users", sort={"address.city": -1, "age": 1}, limit=100))
    order = [(one["address"]["city"], -one["age"]) for one in found]
    assert order == sorted(order, reverse=True)
    assert len({city for city, _ in order}) == 1
    assert order[0][0] == max(user["address"]["city"] for user in sample.world().users)


def test_find_sorts_what_is_missing_and_arrays(sandbox: Sandbox) -> None:
    first = documents(call(sandbox, "data/find", coll="users", sort={"phone": 1}, limit=1))[0]
    last = documents(call(sandbox, "data/find", coll="users", sort={"phone": -1}, limit=1))[0]
    assert "phone" not in first
    assert last["phone"] == max(user.get("phone", "") for user in sample.world().users)
    up = documents(call(sandbox, "data/find", coll="users", sort={"tags": 1}, limit=1))[0]
    down = documents(call(sandbox, "data/find", coll="users", sort={"tags": -1}, limit=1))[0]
    assert up["tags"] == []
    greatest = max(tag for user in sample.world().users for tag in user["tags"])
    assert down["_id"] == next(user["_id"] for user in sample.world().users if greatest in user["tags"])


def test_find_fields(sandbox: Sandbox) -> None:
    found = documents(call(sandbox, "data/find", coll="users", fields=["email", "address.city", "nothing"], limit=3))
    assert all(one.keys() == {"_id", "email", "address"} and one["address"].keys() == {"city"} for one in found)
    assert documents(call(sandbox, "data/find", coll="roles", fields=[]))[0].keys() > {"_id", "name"}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"coll": "items"}, 404),
        ({"coll": ""}, 400),
        ({"coll": None}, 400),
        ({"coll": ["users"]}, 400),
        ({"query": []}, 400),
        ({"query": "{}"}, 400),
        ({"query": {"$where": "1"}}, 400),
        ({"query": {"a": {"$set": 1}}}, 400),
        ({"query": {"a": {"$in": 1}}}, 400),
        ({"query": {"a": {"$regex": "("}}}, 400),
    ],
)
@pytest.mark.parametrize("name", ["data/count", "data/find"])
def test_data_refused(sandbox: Sandbox, name: str, fields: dict[str, Any], code: int) -> None:
    assert refused(call(sandbox, name, **{"coll": "users", **fields}))[0] == code


def test_unknown_collection_is_named_as_documented(sandbox: Sandbox) -> None:
    assert refused(call(sandbox, "data/count", coll="items")) == (404, "Invalid collection: 'items'")


def test_find_with_very_many_fields_is_as_quick_and_takes_what_was_meant(sandbox: Sandbox) -> None:
    fields = [f"nothing{number}.x" for number in range(100_000)]
    found = documents(call(sandbox, "data/find", coll="users", limit=100, fields=[*fields, "address.city", "tags."]))
    assert len(found) == 100
    assert all(each.keys() <= {"_id", "address", "tags"} and each["address"].keys() == {"city"} for each in found)
    assert all(each["tags"] == [] for each in found)
    both = documents(call(sandbox, "data/find", coll="users", limit=1, fields=["address.city", "address", "address.x"]))
    assert both[0]["address"].keys() == {"city", "country", "postcode"}


@pytest.mark.parametrize(
    "fields",
    [
        {"limit": -1},
        {"limit": "10"},
        {"limit": True},
        {"limit": 1.5},
        {"skip": -1},
        {"skip": []},
        {"sort": ["age"]},
        {"sort": {"age": 0}},
        {"sort": {"age": "1"}},
        {"sort": {"age": True}},
        {"sort": {f"f{number}": 1 for number in range(33)}},
        {"fields": "age"},
        {"fields": [1]},
    ],
)
def test_find_refused(sandbox: Sandbox, fields: dict[str, Any]) -> None:
    assert refused(call(sandbox, "data/find", coll="users", **fields))[0] == 400


def test_a_query_that_takes_too_long_is_given_up(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selecting, "QUERY_S", -1)
    for name, fields in (("data/count", {}), ("sendsms", {"msg": SMS})):
        assert refused(call(sandbox, name, coll="users", **fields)) == (500, "operation exceeded time limit")
    assert sandbox.deliveries() == []


# Application


def test_app(sandbox: Sandbox) -> None:
    call(sandbox, "sendpush", coll="devices", query={"deviceType": "ios"}, msg=PUSH)
    app = call(sandbox, "app").body["app"]
    assert app["name"] == "Sandbox"
    assert app["limits"]["rps"] == 20
    assert app["limits"]["pushUsed"] == count(sandbox, "devices", {"deviceType": "ios"})
    assert app["schemas"].keys() == {"devices", "roles", "users"}
    assert app["accessKeys"] == {"masterKey": sandbox.master_key, "messageKey": sandbox.message_key}
    assert sandbox.client_key in app["clientKeys"].values()


def test_collections_describe_every_field_of_the_sample(sandbox: Sandbox) -> None:
    collections = call(sandbox, "app/collections").body["collections"]
    world = sample.world()
    for name, kept in (("devices", world.devices), ("users", world.users), ("roles", world.roles)):
        fields = {field["name"]: field for field in collections[name]["fields"]}
        assert all(
            field.keys() == {"name", "type", "target", "system", "readonly", "required"} for field in fields.values()
        )
        assert {key for document in kept for key in document} <= fields.keys() | {"_id"}
    assert fields["name"]["system"] is True


# Messages: who


def sent(answer: Answer) -> int:
    assert answer.status == 200, answer.body
    assert answer.body.keys() == {"count", "error"}
    assert answer.body["error"] is False
    result = answer.body["count"]
    assert isinstance(result, int)
    return result


def test_push_to_devices(sandbox: Sandbox) -> None:
    query = {"city": "Казань"}
    assert (
        sent(call(sandbox, "sendpush", coll="devices", query=query, msg=PUSH)) == count(sandbox, "devices", query) > 0
    )


@pytest.mark.parametrize("query", [{}, {"query": None}, {"query": {}}])
def test_push_without_query_reaches_all(sandbox: Sandbox, query: dict[str, Any]) -> None:
    assert sent(call(sandbox, "sendpush", coll="devices", msg=PUSH, **query)) == count(sandbox, "devices")


@pytest.mark.parametrize(("section", "device_type"), [("gcm", "android"), ("apns", "ios")])
def test_push_reaches_only_platforms_that_have_a_section(sandbox: Sandbox, section: str, device_type: str) -> None:
    msg = {"data": {section: PUSH["data"][section]}}
    assert sent(call(sandbox, "sendpush", coll="devices", msg=msg)) == count(
        sandbox, "devices", {"deviceType": device_type}
    )
    assert sent(call(sandbox, "sendpush", coll="devices", msg={"data": {}})) == 0


def test_push_to_users_reaches_their_devices(sandbox: Sandbox) -> None:
    query = {"address.city": "Томск"}
    ids = [user["_id"] for user in sample.world().users if user["address"]["city"] == "Томск"]
    expected = count(sandbox, "devices", {"userId": {"$in": ids}})
    assert sent(call(sandbox, "sendpush", coll="users", query=query, msg=PUSH)) == expected > 0
    assert sent(call(sandbox, "sendpush", coll="users", msg=PUSH)) == count(
        sandbox, "devices", {"userId": {"$exists": True}}
    )


def test_push_to_roles_reaches_devices_of_users_with_them(sandbox: Sandbox) -> None:
    world = sample.world()
    vip = next(role["_id"] for role in world.roles if role["name"] == "vip")
    ids = [user["_id"] for user in world.users if vip in user["roles"]]
    expected = count(sandbox, "devices", {"userId": {"$in": ids}})
    assert sent(call(sandbox, "sendpush", coll="roles", query={"name": "vip"}, msg=PUSH)) == expected > 0


def test_sms(sandbox: Sandbox) -> None:
    world = sample.world()
    assert sent(call(sandbox, "sendsms", coll="users", msg=SMS)) == sum("phone" in user for user in world.users)
    assert sent(call(sandbox, "sendsms", coll="users", query={"phone": {"$exists": False}}, msg=SMS)) == 0
    testers = next(role["_id"] for role in world.roles if role["name"] == "tester")
    assert sent(call(sandbox, "sendsms", coll="roles", query={"name": "tester"}, msg=SMS)) == sum(
        testers in user["roles"] and "phone" in user for user in world.users
    )


# Messages: what

DOCUMENTED_PUSH = """{
    "app": "APP", "cli": "CLI", "acc": "ACC", "sess": "SESS", "coll": "devices",
    "query": {"userId": {"$exists": true}},
    "msg": {"data": {
        "gcm": {
            "protocol": "http",
            "notification": {"body": "great match!", "title": "Portugal vs. Denmark", "icon": "myicon"},
            "data": {"key": "value"}
        },
        "apns": {
            "aps": {
                "alert": {"title": "Portugal vs. Denmark", "body": "great match!", "action-loc-key": "Watch"},
                "badge": 5
            },
            "acme1": "bar",
            "acme2": ["bang", "whiz"]
        }
    }}
}"""
DOCUMENTED_SMS = """{
    "app": "APP", "cli": "CLI", "acc": "ACC", "sess": "SESS", "coll": "users",
    "query": {"phone": {"$exists": true}},
    "msg": {"text": "SMS text"}
}"""


def documented(sandbox: Sandbox, text: str) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(text)
    return body | application(sandbox) | {"acc": sandbox.message_key, "sess": log_in(sandbox)}


def test_the_documented_push(sandbox: Sandbox) -> None:
    assert sent(call(sandbox, "sendpush", base=documented(sandbox, DOCUMENTED_PUSH))) == count(
        sandbox, "devices", {"userId": {"$exists": True}}
    )
    (delivery,) = sandbox.deliveries()
    assert (delivery.title, delivery.body) == ("Portugal vs. Denmark", "great match!")


def test_the_documented_sms(sandbox: Sandbox) -> None:
    assert sent(call(sandbox, "sendsms", base=documented(sandbox, DOCUMENTED_SMS))) == count(
        sandbox, "users", {"phone": {"$exists": True}}
    )
    assert sandbox.deliveries()[0].body == "SMS text"


def test_debug_and_text_are_taken_as_the_newer_documentation_shows(sandbox: Sandbox) -> None:
    answer = call(sandbox, "sendpush", coll="devices", debug=True, msg=PUSH | {"text": "push"})
    assert sent(answer) == count(sandbox, "devices")
    call(sandbox, "sendsms", coll="users", debug=False, msg=SMS)
    assert [delivery.debug for delivery in sandbox.deliveries()] == [False, True]


def apns(**fields: Any) -> dict[str, Any]:
    return {"data": {"apns": {"aps": {"alert": "x"}, **fields}}}


def test_every_documented_field_of_apns_is_taken(sandbox: Sandbox) -> None:
    msg = apns(
        id="123e4567-e89b-12d3-a456-426655440000",
        topic="com.sideshow.Apns2",
        collapseId="я" * 32,
        expiration="2026-12-31T15:04:05+03:00",
        priority=5,
    )
    assert sent(call(sandbox, "sendpush", coll="devices", query={"deviceType": "ios"}, msg=msg)) > 0


@pytest.mark.parametrize(
    "msg",
    [
        None,
        "hello",
        [],
        {},
        {"text": "push"},
        {"data": None},
        {"data": "x"},
        {"data": []},
        {"data": {"gcm": "x"}},
        {"data": {"gcm": []}},
        {"data": {"apns": 5}},
        {"data": {"gcm": {"protocol": "smtp"}}},
        {"data": {"gcm": {"protocol": []}}},
        {"data": {"gcm": {"notification": "x"}}},
        {"data": {"gcm": {"data": ["x"]}}},
        {"data": {"apns": {"aps": "x"}}},
        {"data": {"apns": {"aps": {"alert": 5}}}},
        {"data": {"apns": {"aps": {"badge": "5"}}}},
        {"data": {"apns": {"aps": {"badge": True}}}},
        {"data": {"gcm": {"notification": {"body": "я" * 2_040}}}},
        {"data": {"apns": {"aps": {"alert": "x"}, "custom": "x" * 4_080}}},
        apns(id="123e4567-e89b-12d3-a456-42665544000"),
        apns(id=5),
        apns(expiration="2006-01-02T15:04:05Z07:00"),
        apns(expiration="tomorrow"),
        apns(priority=7),
        apns(priority="5"),
        apns(priority=True),
        apns(priority=[]),
        apns(collapseId="я" * 33),
        apns(topic=[]),
    ],
)
def test_push_refused_for_its_message(sandbox: Sandbox, msg: object) -> None:
    code, words = refused(call(sandbox, "sendpush", coll="devices", msg=msg))
    assert code == 400
    assert words.startswith("msg")
    assert sandbox.deliveries() == []


def test_4096_bytes_are_the_most_that_is_delivered(sandbox: Sandbox) -> None:
    room = 4096 - len('{"notification":{"body":""}}')
    for spare, status in ((0, 200), (1, 400)):
        msg = {"data": {"gcm": {"notification": {"body": "x" * (room + spare)}}}}
        assert call(sandbox, "sendpush", coll="devices", msg=msg).status == status
    room = 4096 - len('{"aps":{"alert":""}}')
    for spare, status in ((0, 200), (1, 400)):
        iphone = {"data": {"apns": {"topic": "t", "aps": {"alert": "x" * (room + spare)}}}}
        assert call(sandbox, "sendpush", coll="devices", msg=iphone).status == status


@pytest.mark.parametrize(
    "msg", [None, "x", {}, {"text": ""}, {"text": " \n"}, {"text": None}, {"text": 5}, {"data": {}}]
)
def test_sms_refused_for_its_message(sandbox: Sandbox, msg: object) -> None:
    assert refused(call(sandbox, "sendsms", coll="users", msg=msg))[0] == 400
    assert sandbox.deliveries() == []


@pytest.mark.parametrize(
    ("name", "fields", "code"),
    [
        ("sendpush", {"coll": "items"}, 404),
        ("sendpush", {"coll": ""}, 400),
        ("sendpush", {"coll": 5}, 400),
        ("sendpush", {"query": []}, 400),
        ("sendpush", {"query": {"a": {"$inc": 1}}}, 400),
        ("sendpush", {"coll": "users", "query": {"$where": "1"}}, 400),
        ("sendpush", {"coll": "roles", "query": {"name": {"$in": "vip"}}}, 400),
        ("sendpush", {"debug": "yes"}, 400),
        ("sendsms", {"coll": "devices", "msg": SMS}, 400),
        ("sendsms", {"coll": "items", "msg": SMS}, 404),
        ("sendsms", {"coll": "users", "msg": SMS, "query": "x"}, 400),
        ("sendsms", {"coll": "users", "msg": SMS, "debug": 1}, 400),
    ],
)
def test_send_refused(sandbox: Sandbox, name: str, fields: dict[str, Any], code: int) -> None:
    assert refused(call(sandbox, name, base=master(sandbox) | {"coll": "devices", "msg": PUSH} | fields))[0] == code
    assert sandbox.deliveries() == []


def test_refusals_repeat_no_secret(sandbox: Sandbox) -> None:
    wrong = "deadbeef" * 4
    for key in ("app", "cli", "acc"):
        _, words = refused(call(sandbox, "sendpush", base=master(sandbox) | {key: wrong}))
        assert wrong not in words
