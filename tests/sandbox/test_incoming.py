"""Heads: written right, for this computer, and in time."""

import json
import re
import select
import socket

import pytest

from scoro_desktop.sandbox import web
from scoro_desktop.sandbox.server import Sandbox
from tests.sandbox.calls import call, master, post, raw, refused, rest, said, talk, where


@pytest.mark.parametrize(
    "field",
    [
        b"Content-Length : 2",
        b" Content-Length: 2",
        b"X: a\r\n Content-Length: 2",
        b"X: a\rContent-Length: 2",
        b"X: a\0b",
        b"X(y): a",
        b": a",
        b"no colon",
        "Ключ: a".encode(),
    ],
)
def test_headers_that_two_programs_would_read_differently(sandbox: Sandbox, field: bytes) -> None:
    status, answer = said(talk(sandbox, post("app", field, b"Content-Length: 2") + b"{}"))
    assert status == answer["errCode"] == 400


@pytest.mark.parametrize(
    ("fields", "expected"),
    [([b"X: " + b"y" * 70_000], 431), ([b"X: " + b"y" * 900] * 80, 431), ([b"X: y"] * 200, 431), ([b"X: y"] * 80, 401)],
    ids=["one long", "many long", "very many", "many"],
)
def test_headers_that_are_too_much(sandbox: Sandbox, fields: list[bytes], expected: int) -> None:
    head = post("app", *fields, b"Content-Length: 11", b"Connection: close")
    assert said(talk(sandbox, head + b'{"app":"x"}'))[0] == expected


@pytest.mark.parametrize(("lines", "expected"), [(1, 401), (4, 401), (5, 400), (10_000, 400)])
def test_empty_lines_before_a_request(sandbox: Sandbox, lines: int, expected: int) -> None:
    head = post("app", b"Content-Length: 11", b"Connection: close")
    assert said(talk(sandbox, b"\r\n" * lines + head + b'{"app":"x"}'))[0] == expected


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        (b"127.0.0.1", 200),
        (b"127.0.0.1:8000", 200),
        (b"localhost", 200),
        (b"LocalHost:1", 200),
        (b"example.com", 421),
        (b"127.0.0.1.example.com", 421),
        (b"example.com#127.0.0.1", 421),
        (b"127.0.0.1@example.com", 421),
        (b"api.scorocode.ru", 421),
        (b"", 421),
        (b"[::1]", 421),
        (b"127.0.0.1:x", 421),
        (b"127.0.0.1\r\nHost: example.com", 400),
    ],
)
def test_the_name_that_it_was_reached_by(sandbox: Sandbox, host: bytes, expected: int) -> None:
    content = json.dumps(master(sandbox)).encode()
    head = post("app", b"Content-Length: %d" % len(content), b"Connection: close", host=host)
    assert said(talk(sandbox, head + content))[0] == expected


def test_a_name_is_needed_but_for_http_1_0(sandbox: Sandbox) -> None:
    content = json.dumps(master(sandbox)).encode()
    head = post("app", b"Content-Length: %d" % len(content), b"Connection: close").replace(b"Host: 127.0.0.1\r\n", b"")
    assert said(talk(sandbox, head + content))[0] == 400
    assert said(talk(sandbox, head.replace(b"HTTP/1.1", b"HTTP/1.0") + content))[0] == 200


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (post("app", b"Content-Length: 16000000", host=b"example.com"), 421),
        (post("nothing", b"Content-Length: 16000000"), 404),
        (post("app", b"Content-Length: 16000000").replace(b"application/json", b"text/plain"), 415),
        (post("app", b"Content-Length: 16000000").replace(b"POST", b"PUT"), 405),
        (post("app", b"Content-Length: 17000000"), 413),
        (post("app", b"Transfer-Encoding: chunked").replace(b"application/json", b"text/plain"), 415),
    ],
    ids=["host", "path", "type", "method", "length", "chunks"],
)
def test_a_head_is_judged_before_a_byte_of_the_body(sandbox: Sandbox, head: bytes, expected: int) -> None:
    with socket.create_connection(where(sandbox), timeout=20) as connection:
        connection.sendall(head.replace(b"\r\n\r\n", b"\r\nExpect: 100-continue\r\n\r\n"))
        assert connection.recv(12) == b"HTTP/1.1 %d" % expected  # and no "100 Continue"


def test_a_short_body_that_is_not_wanted_leaves_the_connection_in_use(sandbox: Sandbox) -> None:
    refusals = (
        post("nothing", b"Content-Length: 2") + b"{}" + post("app", b"Content-Length: 9", host=b"x") + b"123456789"
    )
    last = post("app", b"Content-Length: 11", b"Connection: close") + b'{"app":"x"}'
    heard = talk(sandbox, refusals + last)
    assert re.findall(rb"HTTP/1.1 (\d+)", heard) == [b"404", b"421", b"401"]


def test_nested_too_deeply_for_a_message(sandbox: Sandbox) -> None:
    deep: object = 1
    for _ in range(700):
        deep = {"a": deep}
    message = {"data": {"gcm": {"data": deep}}}
    assert refused(call(sandbox, "sendpush", coll="devices", msg=message))[0] == 400


# In time


@pytest.mark.parametrize(
    ("limit", "sent"),
    [
        ("HEAD_S", b"POST /api/v1/app HTTP/1.1\r\nHost: 127.0.0.1\r\n"),
        ("HEAD_S", b"P"),
        ("BODY_S", post("app", b"Content-Length: 5") + b"{"),
        ("BODY_S", post("app", b"Transfer-Encoding: chunked") + b"5\r\n{"),
    ],
)
def test_what_does_not_come_on_is_given_up(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, limit: str, sent: bytes
) -> None:
    monkeypatch.setattr(web, limit, 0.05)
    monkeypatch.setattr(web, "_DRAIN_S", 0.05)
    with socket.create_connection(where(sandbox), timeout=20) as connection:
        connection.sendall(sent)
        status, answer = said(rest(connection))
    assert status == answer["errCode"] == 408


def test_drops_that_keep_coming_do_not_help(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "HEAD_S", 0.05)
    with socket.create_connection(where(sandbox), timeout=20) as connection:
        connection.sendall(b"POST /api/v1/app HTTP/1.1\r\nX: ")
        # A byte a millisecond: 64 KB, which is too much for a head, would take a minute.
        while not select.select([connection], [], [], 0.001)[0]:  # the test's own limit of time ends it otherwise
            connection.send(b"x")
        heard = connection.recv(1_000)
    assert heard.startswith(b"HTTP/1.1 408 ")


def test_who_asks_nothing_is_told_nothing(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "IDLE_S", 0.05)
    with socket.create_connection(where(sandbox), timeout=20) as connection:
        assert rest(connection) == b""
    assert raw(sandbox, "/api/v1/app", json.dumps(master(sandbox)).encode()).status == 200
