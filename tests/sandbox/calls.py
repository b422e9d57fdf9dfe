"""Speaks to a sandbox over HTTP, as the app does."""

import base64
import http.client
import json
import socket
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import bson

from scoro_desktop.sandbox.server import Sandbox


class Answer(NamedTuple):
    status: int
    body: Any
    headers: http.client.HTTPMessage


def raw(
    sandbox: Sandbox, path: str, content: bytes | None, *, method: str = "POST", headers: dict[str, str] | None = None
) -> Answer:
    """One request on a connection of its own; `path` is everything after the host."""
    connection = http.client.HTTPConnection(urlsplit(sandbox.address).netloc, timeout=20)
    try:
        connection.request(method, path, content, {"Content-Type": "application/json"} if headers is None else headers)
        response = connection.getresponse()
        text = response.read()
        return Answer(response.status, json.loads(text) if text else None, response.headers)
    finally:
        connection.close()


def call(sandbox: Sandbox, name: str, *, base: dict[str, Any] | None = None, **fields: Any) -> Answer:
    """One call with the keys in `base` (the masterKey's, unless given)."""
    body = (master(sandbox) if base is None else base) | fields
    return raw(sandbox, f"/api/v1/{name}", json.dumps(body).encode())


def application(sandbox: Sandbox) -> dict[str, Any]:
    return {"app": sandbox.application_id, "cli": sandbox.client_key}


def master(sandbox: Sandbox) -> dict[str, Any]:
    return application(sandbox) | {"acc": sandbox.master_key}


def log_in(sandbox: Sandbox) -> str:
    answer = call(sandbox, "login", base=application(sandbox), email=sandbox.email, password=sandbox.password)
    assert answer.status == 200
    session = answer.body["result"]["sessionId"]
    assert isinstance(session, str)
    return session


def documents(answer: Answer) -> list[dict[str, Any]]:
    """The documents that a `data/find` found."""
    assert answer.status == 200, answer.body
    found = bson.decode(base64.b64decode(answer.body["result"]))
    assert list(found) == [str(place) for place in range(len(found))]
    return list(found.values())


def refused(answer: Answer) -> tuple[int, str]:
    """The code and the words of a refusal, which must have the documented shape."""
    assert answer.body.keys() == {"error", "errCode", "errMsg"}
    assert answer.body["error"] is True
    assert answer.body["errCode"] == answer.status
    assert answer.status >= 400
    return answer.body["errCode"], answer.body["errMsg"]


def where(sandbox: Sandbox) -> tuple[str, int]:
    parts = urlsplit(sandbox.address)
    assert parts.hostname
    assert parts.port
    return parts.hostname, parts.port


def talk(sandbox: Sandbox, sent: bytes) -> bytes:
    """Everything that the server says to these bytes until it hangs up."""
    with socket.create_connection(where(sandbox), timeout=20) as connection:
        connection.sendall(sent)
        connection.shutdown(socket.SHUT_WR)
        return rest(connection)


def rest(connection: socket.socket) -> bytes:
    """Everything that the server still says until it hangs up."""
    heard = b""
    while block := connection.recv(65_536):
        heard += block
    return heard


def said(heard: bytes) -> tuple[int, dict[str, Any]]:
    """The status and the JSON of the one answer in these bytes."""
    assert heard.count(b"HTTP/1.1 ") == 1, heard
    head, _, body = heard.partition(b"\r\n\r\n")
    assert b"application/json" in head
    return int(head.split()[1]), json.loads(body)


def post(name: str, *fields: bytes, host: bytes = b"127.0.0.1") -> bytes:
    """The head of a call."""
    head = [f"POST /api/v1/{name} HTTP/1.1".encode(), b"Host: " + host, b"Content-Type: application/json", *fields]
    return b"\r\n".join(head) + b"\r\n\r\n"
