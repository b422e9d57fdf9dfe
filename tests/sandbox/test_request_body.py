"""Bodies in chunks, bodies that are no body, and bodies that are too much."""

import json
import socket
from collections.abc import Iterator

import pytest

from scoro_desktop.sandbox.request_body import MAX_BODY, MAX_LARGE, SMALL
from scoro_desktop.sandbox.server import Sandbox
from tests.sandbox.calls import call, master, post, raw, refused, rest, said, talk, where

CHUNKED = b"Transfer-Encoding: chunked"


def sms(sandbox: Sandbox, text: str = "x") -> bytes:
    return json.dumps(master(sandbox) | {"coll": "users", "msg": {"text": text}}).encode()


def chunks(content: bytes, size: int, ending: bytes = b"0\r\n\r\n", extension: bytes = b"") -> bytes:
    parts = [content[start : start + size] for start in range(0, len(content), size)]
    return b"".join(b"%X%b\r\n%b\r\n" % (len(part), extension, part) for part in parts) + ending


@pytest.mark.parametrize("size", [1, 7, 65_536])
@pytest.mark.parametrize("field", [CHUNKED, b"transfer-encoding:  Chunked "])
def test_chunks_of_any_size(sandbox: Sandbox, size: int, field: bytes) -> None:
    status, answer = said(talk(sandbox, post("sendsms", field, b"Connection: close") + chunks(sms(sandbox), size)))
    assert (status, answer["error"]) == (200, False)
    assert sandbox.deliveries()[0].body == "x"


def test_extensions_and_trailers_are_passed_over(sandbox: Sandbox) -> None:
    ending = b"000 ; last\r\nX-Sum: 5\r\nacc: other\r\n\r\n"
    content = chunks(sms(sandbox), 50, ending, b';name="a;b"')
    assert said(talk(sandbox, post("sendsms", CHUNKED, b"Connection: close") + content))[0] == 200


def test_after_chunks_the_connection_is_used_on(sandbox: Sandbox) -> None:
    first = post("sendsms", CHUNKED) + chunks(sms(sandbox, "one"), 9)
    content = sms(sandbox, "two")
    second = post("sendsms", b"Content-Length: %d" % len(content), b"Connection: close") + content
    assert talk(sandbox, first + second).count(b"HTTP/1.1 200 OK") == 2
    assert [delivery.body for delivery in sandbox.deliveries()] == ["two", "one"]


def test_a_client_that_sends_pieces_as_it_makes_them(sandbox: Sandbox) -> None:
    def pieces() -> Iterator[bytes]:
        for letter in json.dumps(master(sandbox)):
            yield letter.encode()

    headers = {"Content-Type": "application/json", "Transfer-Encoding": "chunked"}
    assert (
        raw(
            sandbox,
            "/api/v1/app",
            b"".join(chunks(piece, 9, b"") for piece in pieces()) + b"0\r\n\r\n",
            headers=headers,
        ).status
        == 200
    )


@pytest.mark.parametrize(
    "content",
    [
        b"x\r\n{}\r\n0\r\n\r\n",
        b"-2\r\n{}\r\n0\r\n\r\n",
        b"+2\r\n{}\r\n0\r\n\r\n",
        b"0x2\r\n{}\r\n0\r\n\r\n",
        b"\r\n{}\r\n0\r\n\r\n",
        b" 2\r\n{}\r\n0\r\n\r\n",
        b"2 2\r\n{}\r\n0\r\n\r\n",
        b"2_\r\n{}\r\n0\r\n\r\n",
        "２\r\n{}\r\n0\r\n\r\n".encode(),
        b"00000000000000002\r\n{}\r\n0\r\n\r\n",
        b"2\n{}\r\n0\r\n\r\n",
        b"2\r{}\r\n0\r\n\r\n",
        b"2;a\rb\r\n{}\r\n0\r\n\r\n",
        b"2\r\n{}\n0\r\n\r\n\r\n",
        b"2\r\n{}0\r\n\r\n\r\n",
        b"1\r\n{}\r\n0\r\n\r\n",
        b"2\r\n{}\r\n0\r\nno trailer\r\n\r\n",
        b"2\r\n{}\r\n0\r\nX : y\r\n\r\n",
        b"2\r\n{}\r\n0\r\nX: y\n\r\n",
        b"2" + b";" * 5_000 + b"\r\n{}\r\n0\r\n\r\n",
        b"2\r\n{}\r\n0\r\n" + b"X: y\r\n" * 200_000 + b"\r\n",
        b"1\r\n \r\n" * 400_000,
    ],
    ids=lambda content: repr(content[:24]),
)
def test_chunks_that_are_none(sandbox: Sandbox, content: bytes) -> None:
    # What follows is never taken for a request of its own.
    status, answer = said(talk(sandbox, post("app", CHUNKED) + content + post("app", b"Content-Length: 2") + b"{}"))
    assert status == answer["errCode"] == 400


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ([CHUNKED, b"Content-Length: 2"], 400),
        ([b"Content-Length: 2", CHUNKED], 400),
        ([CHUNKED, CHUNKED], 400),
        ([b"Transfer-Encoding: gzip, chunked"], 501),
        ([b"Transfer-Encoding: chunked, chunked"], 501),
        ([b"Transfer-Encoding: identity"], 501),
        ([b"Transfer-Encoding: "], 501),
        ([b"Transfer-Encoding: \x0bchunked"], 501),
        ([b"Content-Length: 2", b"Content-Length: 2, 2"], 400),
        ([b"Content-Length: 2 2"], 400),
        ([b"Content-Length: "], 400),
        (["Content-Length: ２".encode()], 400),
    ],
    ids=str,
)
def test_a_length_that_could_be_read_in_two_ways(sandbox: Sandbox, fields: list[bytes], expected: int) -> None:
    content = sms(sandbox)
    smuggled = post("sendsms", b"Content-Length: %d" % len(content)) + content
    status, answer = said(talk(sandbox, post("app", *fields) + b"0\r\n\r\n" + smuggled))
    assert status == answer["errCode"] == expected
    assert sandbox.deliveries() == []


def test_chunks_are_not_of_http_1_0(sandbox: Sandbox) -> None:
    heard = talk(sandbox, post("app", CHUNKED).replace(b"HTTP/1.1", b"HTTP/1.0") + chunks(sms(sandbox), 9))
    assert said(heard)[0] == 400


@pytest.mark.parametrize("size", [b"1000001", b"ffffffffffffffff"])
def test_chunks_that_are_too_much(sandbox: Sandbox, size: bytes) -> None:
    assert said(talk(sandbox, post("app", CHUNKED) + size + b"\r\n{}"))[0] == 413


def test_chunks_that_stop_half_way_are_no_send(sandbox: Sandbox) -> None:
    whole = chunks(sms(sandbox), 60)
    for end in (3, 40, 66, len(whole) - 5, len(whole) - 2, len(whole) - 1):
        assert talk(sandbox, post("sendsms", CHUNKED) + whole[:end]) == b""
    assert sandbox.deliveries() == []


def test_a_large_body_comes_whole_in_either_way(sandbox: Sandbox) -> None:
    user = call(sandbox, "login", email=sandbox.email, password=sandbox.password).body["result"]["user"]["_id"]
    ids = [f"{number:010d}" for number in range(20_000)]
    content = json.dumps(master(sandbox) | {"coll": "users", "query": {"_id": {"$in": [*ids, user]}}}).encode()
    assert len(content) > SMALL
    assert raw(sandbox, "/api/v1/data/count", content).body["result"] == 1
    heard = talk(sandbox, post("data/count", CHUNKED, b"Connection: close") + chunks(content, 50_000))
    assert said(heard)[1]["result"] == 1


def test_a_large_body_without_the_keys_is_not_even_read_as_json(sandbox: Sandbox) -> None:
    for content in (b"[" * 100_000, b'{"app": "' + b"x" * 100_000 + b'"}'):
        assert refused(raw(sandbox, "/api/v1/app", content)) == (401, "Unknown application (app)")
    short = b'{"app": "' + b"x" * 1_000 + b'"}'
    assert refused(raw(sandbox, "/api/v1/app", short)) == (401, "Unknown application (app)")


def test_only_so_many_large_bodies_at_a_time(sandbox: Sandbox) -> None:
    head = post("app", b"Content-Length: %d" % MAX_BODY, b"Expect: 100-continue")
    held: list[socket.socket] = []
    try:
        for _ in range(MAX_LARGE):
            connection = socket.create_connection(where(sandbox), timeout=20)
            held.append(connection)
            connection.sendall(head)
            assert connection.recv(1_000).startswith(b"HTTP/1.1 100 ")
            connection.sendall(b" " * (MAX_BODY - 1))  # taken: so it has begun to be large
        with socket.create_connection(where(sandbox), timeout=20) as one_more:
            one_more.sendall(head)
            assert one_more.recv(1_000).startswith(b"HTTP/1.1 100 ")
            one_more.sendall(b" " * (2 * SMALL))
            heard = rest(one_more)
            status, answer = said(heard)
        assert status == answer["errCode"] == 503
        assert b"\r\nRetry-After: " in heard
        assert call(sandbox, "app").status == 200  # what is small is taken all the same
    finally:
        for connection in held:
            connection.close()
