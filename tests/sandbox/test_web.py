"""The server around the calls: odd requests, ends, and silence about both."""

import http.client
import json
import socket
import threading
import time
from collections.abc import Iterator

import pytest

from scoro_desktop.sandbox import api
from scoro_desktop.sandbox.request_body import MAX_BODY
from scoro_desktop.sandbox.server import Sandbox
from tests.sandbox.calls import application, call, log_in, master, post, raw, refused, said, talk, where


def test_address(sandbox: Sandbox) -> None:
    assert sandbox.address == f"http://127.0.0.1:{where(sandbox)[1]}/api/v1/"
    assert where(sandbox)[1] > 0


@pytest.mark.parametrize(
    "path", ["/", "/api/v1/", "/api/v1/nothing", "/api/v2/app", "/app", "/api/v1/data", "/api/v1/APP"]
)
def test_unknown_paths(sandbox: Sandbox, path: str) -> None:
    assert refused(raw(sandbox, path, json.dumps(master(sandbox)).encode()))[0] == 404


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_only_post(sandbox: Sandbox, method: str) -> None:
    answer = raw(sandbox, "/api/v1/app", None, method=method)
    assert refused(answer)[0] == 405
    assert answer.headers["Allow"] == "POST"


def test_head_gets_no_body(sandbox: Sandbox) -> None:
    answer = raw(sandbox, "/api/v1/app", None, method="HEAD")
    assert (answer.status, answer.body) == (405, None)


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("application/json", 200),
        ("Application/JSON; charset=utf-8", 200),
        ("text/plain", 415),
        ("application/x-www-form-urlencoded", 415),
        (None, 415),
    ],
)
def test_content_type(sandbox: Sandbox, kind: str | None, status: int) -> None:
    headers = {} if kind is None else {"Content-Type": kind}
    answer = raw(sandbox, "/api/v1/app", json.dumps(master(sandbox)).encode(), headers=headers)
    assert answer.status == status
    if status != 200:
        refused(answer)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"app=1",
        b"[]",
        b"null",
        b'"x"',
        b'{"app": NaN}',
        b'{"app": Infinity}',
        b'{"app": 1e999}',
        b'{"app": "\xff"}',
        b'{"app": "\\ud83d"}',
        b"{'app': 1}",
        b"[" * 60_000,
        b'{"a":' * 12_000,
        b'{"app": ' + b"1" * 10_000 + b"}",
        b"\xef\xbb\xbf{}",
    ],
    ids=lambda content: repr(content[:20]),
)
def test_what_is_no_json_object(sandbox: Sandbox, content: bytes) -> None:
    assert refused(raw(sandbox, "/api/v1/app", content))[0] == 400


def test_a_whole_surrogate_pair_is_a_letter(sandbox: Sandbox) -> None:
    content = json.dumps(master(sandbox) | {"coll": "users", "msg": {"text": "😀"}}).encode()
    assert b"\\ud83d" in content
    assert raw(sandbox, "/api/v1/sendsms", content).status == 200
    assert sandbox.deliveries()[0].body == "😀"


def test_length_is_needed(sandbox: Sandbox) -> None:
    head = b"POST /api/v1/app HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\r\n2\r\n{}"
    status, answer = said(talk(sandbox, head))
    assert (status, answer["errCode"]) == (411, 411)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"Content-Length: x", 400),
        (b"Content-Length: -1", 400),
        (b"Content-Length: +2", 400),
        (b"Content-Length: 2\r\nContent-Length: 3", 400),
        (b"Content-Length: %d" % (MAX_BODY + 1), 413),
        (b"Content-Length: " + b"9" * 5_000, 413),
    ],
)
def test_odd_lengths(sandbox: Sandbox, head: bytes, expected: int) -> None:
    status, answer = said(talk(sandbox, b"POST /api/v1/app HTTP/1.1\r\nHost: localhost\r\n" + head + b"\r\n\r\n{}"))
    assert status == answer["errCode"] == expected
    assert answer["error"] is True


def test_who_sends_too_much_gets_to_read_why(sandbox: Sandbox) -> None:
    assert refused(raw(sandbox, "/api/v1/app", b" " * (MAX_BODY + 1)))[0] == 413


def test_a_large_query_is_taken(sandbox: Sandbox) -> None:
    ids = [f"{number:010d}" for number in range(50_000)]
    assert call(sandbox, "data/count", coll="users", query={"_id": {"$in": ids}}).body["result"] == 0


def test_a_body_that_stops_half_way_is_no_send(sandbox: Sandbox) -> None:
    content = json.dumps(master(sandbox) | {"coll": "users", "msg": {"text": "x"}}).encode()
    assert talk(sandbox, post("sendsms", b"Content-Length: %d" % (len(content) + 1)) + content) == b""
    assert sandbox.deliveries() == []


@pytest.mark.parametrize(
    "sent",
    [b"hello\r\n\r\n", b"POST\r\n\r\n", b"POST / HTTP/9.9\r\n\r\n", b"GET " + b"/" * 70_000, b"\x16\x03\x01\r\n\r\n"],
)
def test_what_is_no_http(sandbox: Sandbox, sent: bytes) -> None:
    heard = talk(sandbox, sent)
    status, answer = said(heard)
    assert status == answer["errCode"] >= 400
    assert call(sandbox, "app").status == 200


def test_a_connection_is_kept_for_the_next_request(sandbox: Sandbox) -> None:
    connection = http.client.HTTPConnection(*where(sandbox), timeout=20)
    try:
        connection.connect()
        first = connection.sock
        for path, status in (("/api/v1/app", 200), ("/api/v1/nothing", 404), ("/api/v1/app", 200)):
            connection.request("POST", path, json.dumps(master(sandbox)), {"Content-Type": "application/json"})
            with connection.getresponse() as response:
                assert response.status == status
                response.read()
            assert connection.sock is first
    finally:
        connection.close()


def test_continue_is_said_to_who_waits_for_it(sandbox: Sandbox) -> None:
    content = json.dumps(master(sandbox)).encode()
    head = b"POST /api/v1/app HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n"
    with socket.create_connection(where(sandbox), timeout=20) as connection:
        connection.sendall(head + b"Content-Length: %d\r\n\r\n" % len(content))
        assert connection.recv(1_000).startswith(b"HTTP/1.1 100 ")
        connection.sendall(content)
        assert connection.recv(12) == b"HTTP/1.1 200"


@pytest.mark.parametrize(
    ("scheme", "sess", "status"),
    [
        ("Bearer {}", None, 200),
        ("bearer  {}", "", 200),
        ("Bearer rYgRe6xL2y8VccMJ", "{}", 200),
        ("Bearer {}", "rYgRe6xL2y8VccMJ", 401),
        ("Bearer rYgRe6xL2y8VccMJ", None, 401),
        ("Bearer", None, 401),
        ("Basic {}", None, 401),
    ],
)
def test_a_session_in_the_head_counts_where_the_body_has_none(
    sandbox: Sandbox, scheme: str, sess: str | None, status: int
) -> None:
    session = log_in(sandbox)
    headers = {"Content-Type": "application/json", "Authorization": scheme.format(session)}
    body = application(sandbox) | {"coll": "roles", "sess": sess and sess.format(session)}
    assert raw(sandbox, "/api/v1/data/count", json.dumps(body).encode(), headers=headers).status == status


def test_a_fault_of_the_sandbox_is_a_500_without_a_word_of_it(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("masterKey inside")

    monkeypatch.setattr(api.Api, "answer", broken)
    code, words = refused(call(sandbox, "app"))
    assert code == 500
    assert "masterKey" not in words
    assert capfd.readouterr() == ("", "")


def test_nothing_is_printed(sandbox: Sandbox, capfd: pytest.CaptureFixture[str]) -> None:
    call(sandbox, "app")
    call(sandbox, "nothing")
    with socket.create_connection(where(sandbox), timeout=20) as connection:
        connection.sendall(b"POST /api/v1/app HTTP/1.1\r\nContent-Length: 5\r\n\r\n{")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")  # closes with a reset
    call(sandbox, "app")
    assert capfd.readouterr() == ("", "")


# The end


def threads_of_the_sandbox() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("sandbox")]


def test_close_gives_the_port_back_and_may_be_called_again() -> None:
    first = Sandbox()
    first.start()
    port = where(first)[1]
    call(first, "app")
    first.close()
    first.close()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=5)
    second = Sandbox(port)
    second.start()
    try:
        assert call(second, "app").status == 200
    finally:
        second.close()


def test_close_before_start_and_right_after_it() -> None:
    Sandbox().close()
    hasty = Sandbox()
    hasty.start()
    hasty.close()
    with pytest.raises(RuntimeError):
        hasty.start()


def test_close_leaves_no_thread_behind(sandbox: Sandbox) -> None:
    with (
        socket.create_connection(where(sandbox), timeout=20),
        socket.create_connection(where(sandbox), timeout=20) as two,
    ):
        two.sendall(b"POST /api/v1/app HTTP/1.1\r\nContent-Length: 5\r\n\r\n{")
        call(sandbox, "app")
        began = time.monotonic()
        sandbox.close()
        assert time.monotonic() - began < 2
    assert threads_of_the_sandbox() == []


def test_a_taken_port_is_an_oserror(sandbox: Sandbox) -> None:
    with pytest.raises(OSError):
        Sandbox(where(sandbox)[1]).start()


@pytest.fixture
def slow() -> Iterator[Sandbox]:
    running = Sandbox(delay_s=60)
    running.start()
    yield running
    running.close()


def test_closing_during_the_delay_leaves_a_send_without_an_answer(slow: Sandbox) -> None:
    taken = threading.Event()
    slow.on_delivery(taken.set)
    outcome: list[object] = []

    def send() -> None:
        try:
            outcome.append(call(slow, "sendsms", coll="users", msg={"text": "x"}))
        except (OSError, http.client.HTTPException) as error:
            outcome.append(error)

    sender = threading.Thread(target=send)
    sender.start()
    assert taken.wait(20)
    assert call(slow, "data/count", coll="roles").status == 200  # only sends are slow
    began = time.monotonic()
    slow.close()
    sender.join(20)
    assert time.monotonic() - began < 5
    assert isinstance(outcome[0], http.client.RemoteDisconnected)
    assert threads_of_the_sandbox() == []
    assert len(slow.deliveries()) == 1


def test_the_delay_passes_before_the_answer() -> None:
    sandbox = Sandbox(delay_s=0.2)
    sandbox.start()
    try:
        began = time.monotonic()
        assert call(sandbox, "sendsms", coll="users", msg={"text": "x"}).status == 200
        assert time.monotonic() - began >= 0.2
    finally:
        sandbox.close()
