"""Tests of what the client makes of answers and keeps of them, method by method, over HTTP as `responses` fakes it."""

import json
from collections.abc import Callable, Iterator
from urllib.parse import quote

import pytest
import requests
import responses

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.scorocode.account import AccessKind, Keys
from scoro_desktop.scorocode.client import Client
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.scorocode.scrubbing import ANSWER_MAX, MASK, Scrubber
from scoro_desktop.wire import JsonObject
from tests.scorocode.accounts import KEYS, SECRETS, an_account

BASE = "https://api.example.org/api/v1/"
R, N, U = Outcome.REFUSED, Outcome.NOT_SENT, Outcome.UNKNOWN


@pytest.fixture
def server() -> Iterator[responses.RequestsMock]:
    with responses.RequestsMock() as mock:
        yield mock


@pytest.fixture
def client() -> Iterator[Client]:
    client = Client(an_account(), KEYS)
    yield client
    client.close()


@pytest.mark.parametrize("count", [0, 5, 2**63 - 1])
@pytest.mark.parametrize(("channel", "call"), [(Channel.PUSH, "sendpush"), (Channel.SMS, "sendsms")])
def test_success(server: responses.RequestsMock, client: Client, count: int, channel: Channel, call: str) -> None:
    body = json.dumps({"count": count, "error": False, "more": [1]})
    server.post(BASE + call, body=body)
    assert client.send(channel, {"coll": "users"}) == Sent(count, body)


@pytest.mark.parametrize(
    ("body", "code", "message"),
    [
        ({"errCode": 404, "errMsg": "Нет приложения"}, "404", "Нет приложения"),
        ({"errCode": "E1", "errMsg": ["a", 1]}, "E1", '[\n  "a",\n  1\n]'),
        ({"errCode": None}, "", ""),
        ({"errCode": True, "errMsg": "\ud800"}, "true", "?"),
        ({"errCode": 400.0, "errMsg": 7}, "400.0", "7"),
        ({"errCode": " 400 ", "errMsg": False}, " 400 ", "false"),
    ],
)
def test_the_servers_own_words(
    server: responses.RequestsMock, client: Client, body: dict[str, object], code: str, message: str
) -> None:
    server.post(f"{BASE}sendpush", body=json.dumps({"error": True, **body}), status=400)
    result = client.send(Channel.PUSH, {})
    assert isinstance(result, Failure)
    assert (result.error_code, result.error_message) == (code, message)


@pytest.mark.parametrize(
    "echo",
    [
        lambda body: body,
        lambda body: json.dumps({"error": True, "errCode": body, "errMsg": body}),
        quote,
        lambda body: body.replace("/", "\\/").replace("&", "&amp;").replace("+", "%2b"),
        lambda body: "".join(f"\\u{ord(letter):04X}" for letter in body),
        lambda body: "".join(f"&#{ord(letter)};" for letter in body),
        lambda body: body[: body.index("SESSION") + 9],
        lambda body: "x" * (ANSWER_MAX - 150) + body,
    ],
)
@pytest.mark.parametrize("status", [200, 400, 502])
def test_a_server_that_echoes_the_request(
    server: responses.RequestsMock, client: Client, echo: Callable[[str], str], status: int
) -> None:
    def reply(request: requests.PreparedRequest) -> tuple[int, dict[str, str], str]:
        assert isinstance(request.body, bytes)
        return status, {}, echo(request.body.decode())

    server.add_callback(responses.POST, f"{BASE}sendpush", reply)
    result = client.send(Channel.PUSH, {"coll": "devices", "msg": {"text": "kept"}})
    assert isinstance(result, Failure)
    text = repr(result)
    assert MASK in text
    assert not any(word in text for word in ("CLIENT-word", "ACCESS-word", "SESSION-w", "\\u0043\\u004C", "&#67;"))


def test_a_success_that_echoes_the_keys(server: responses.RequestsMock, client: Client) -> None:
    server.post(f"{BASE}sendpush", json={"error": False, "count": 1, "echo": SECRETS})
    result = client.send(Channel.PUSH, {})
    assert isinstance(result, Sent)
    assert not any(secret in result.answer for secret in SECRETS)


def test_scrubbing_leaves_other_text_alone() -> None:
    assert Scrubber(["", "secret"]).text('Привет "world" % \\ &amp; sec') == 'Привет "world" % \\ &amp; sec'
    assert "secret" not in repr(Scrubber(["secret"]))


def test_count(server: responses.RequestsMock, client: Client) -> None:
    server.post(f"{BASE}data/count", json={"error": False, "result": 12})
    assert client.count("devices", {"a": 1}) == 12
    assert client.count("devices", None) == 12
    sent = [json.loads(call.request.body or "") for call in server.calls]
    keys = {"app": "the-application", "cli": KEYS.client_key, "acc": KEYS.access_key, "sess": KEYS.session}
    assert sent == [keys | {"coll": "devices", "query": {"a": 1}}, keys | {"coll": "devices"}]
    assert list(sent[0])[:4] == ["app", "cli", "acc", "sess"]


@pytest.mark.parametrize("result", [None, -1, 1.5, True, "3"])
def test_a_count_that_is_none(server: responses.RequestsMock, client: Client, result: object) -> None:
    server.post(f"{BASE}data/count", json={"error": False, "result": result})
    failure = client.count("devices", {})
    assert isinstance(failure, Failure)
    assert (failure.outcome, failure.reason) == (U, "unreadable")


def test_login_needs_no_session_and_keeps_no_password(server: responses.RequestsMock) -> None:
    client = Client(an_account(), Keys(client_key="CLIENT-word"))
    server.post(f"{BASE}login", json={"error": False, "result": {"sessionId": "new", "user": {"password": "x"}}})
    assert client.login("a@example.org", "pass word") == "new"
    assert json.loads(server.calls[0].request.body or "") == {
        "app": "the-application",
        "cli": "CLIENT-word",
        "email": "a@example.org",
        "password": "pass word",
    }
    server.replace("POST", f"{BASE}login", json={"error": True, "errMsg": "wrong: pass word"}, status=400)
    refused = client.login("a@example.org", "pass word")
    assert isinstance(refused, Failure)
    assert refused.error_message == f"wrong: {MASK}"
    server.replace("POST", f"{BASE}login", json={"error": False, "result": {"sessionId": 5, "token": "t"}})
    unreadable = client.login("a@example.org", "pass word")
    assert unreadable == Failure(U, "unreadable", http_status=200)
    client.close()


def test_logout(server: responses.RequestsMock, client: Client) -> None:
    server.post(f"{BASE}logout", json={"error": False})
    assert client.logout() is None
    assert json.loads(server.calls[0].request.body or "") == {
        "app": "the-application",
        "cli": KEYS.client_key,
        "sess": KEYS.session,
    }


@pytest.mark.parametrize("method", ["send", "count", "login", "logout"])
def test_an_account_that_cannot_be_used_is_not_tried(server: responses.RequestsMock, method: str) -> None:
    client = Client(an_account(address="http://api.example.org/"), KEYS)
    arguments: dict[str, tuple[object, ...]] = {
        "send": (Channel.SMS, {}),
        "count": ("devices", None),
        "login": ("a", "b"),
        "logout": (),
    }
    failure = getattr(client, method)(*arguments[method])
    assert failure == Failure(N, "bad_account", detail="address_not_encrypted")
    client.close()


def test_no_session_is_said_before_sending(server: responses.RequestsMock) -> None:
    client = Client(an_account(), Keys("c", "a"))
    assert client.send(Channel.PUSH, {}) == Failure(N, "bad_account", detail="session_missing")
    assert client.logout() == Failure(N, "bad_account", detail="session_missing")
    client.close()


def test_the_master_key_needs_no_session(server: responses.RequestsMock) -> None:
    server.post(f"{BASE}sendsms", json={"error": False, "count": 1})
    client = Client(an_account(access_kind=AccessKind.MASTER), Keys("c", "a"))
    assert isinstance(client.send(Channel.SMS, {"coll": "users"}), Sent)
    assert json.loads(server.calls[0].request.body or "") == {
        "app": "the-application",
        "cli": "c",
        "acc": "a",
        "coll": "users",
    }
    client.close()


@pytest.mark.parametrize("name", ["app", "cli", "acc", "sess"])
def test_a_body_with_keys_of_its_own_is_a_mistake(client: Client, name: str) -> None:
    with pytest.raises(ValueError, match="keys of its own") as caught:
        client.send(Channel.PUSH, {name: "hidden-value"})
    assert "hidden-value" not in str(caught.value)


@pytest.mark.parametrize(
    "query",
    [
        {"a": {"$gte": {"$relativeDate": {"days": -30}}}},
        {"$and": [{"b": 1}, {"a": {"$not": {"$lt": {"$relativeDate": {"startOf": "day"}}}}}]},
        {"a": {"$in": [{"$relativeDate": "nonsense"}]}},
    ],
)
def test_a_relative_date_never_leaves(client: Client, server: responses.RequestsMock, query: JsonObject) -> None:
    body: JsonObject = {"coll": "devices", "query": query, "msg": {"text": "Привет"}}
    for call in (
        lambda: client.send(Channel.PUSH, body),
        lambda: client.send(Channel.SMS, body),
        lambda: client.count("devices", query),
        lambda: client.look_up("data/find", {"coll": "devices", "query": query}),
    ):
        with pytest.raises(ValueError, match="not worked out"):
            call()
    assert len(server.calls) == 0


@pytest.mark.parametrize("value", ["\ud800", float("nan")])
def test_what_is_no_json_is_a_mistake_and_the_error_holds_no_key(client: Client, value: str | float) -> None:
    with pytest.raises(ValueError, match="cannot be written") as caught:
        client.send(Channel.PUSH, {"query": {"a": value}})
    error: BaseException | None = caught.value
    while error is not None:
        assert not any(secret in repr(vars(error)) + repr(error.args) for secret in SECRETS)
        assert not hasattr(error, "object")
        error = error.__context__


def test_whatever_breaks_has_an_outcome(server: responses.RequestsMock, client: Client) -> None:
    server.post(f"{BASE}sendpush", body=RuntimeError(f"a fault that shows {KEYS.client_key}"))
    failure = client.send(Channel.PUSH, {})
    assert isinstance(failure, Failure)
    assert failure.outcome is N  # no connection came to be
    assert failure.detail == f"RuntimeError: a fault that shows {MASK}"
