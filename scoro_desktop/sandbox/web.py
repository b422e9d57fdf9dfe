"""HTTP around the API: judges heads, reads requests, writes answers, and tells nothing to anybody else."""

import io
import json
import math
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import Any, Final, NoReturn, cast

from scoro_desktop.sandbox.api import BASE_PATH
from scoro_desktop.sandbox.connections import WebServer
from scoro_desktop.sandbox.incoming import Incoming, read_head
from scoro_desktop.sandbox.refusals import Refused
from scoro_desktop.sandbox.request_body import SMALL, Body, length_of

IDLE_S: Final = 60.0
"""Seconds that a connection may wait for its next request before it is closed."""
HEAD_S: Final = 10.0
"""Seconds in which a head must be there, from its first byte on."""
BODY_S: Final = 20.0
"""Seconds in which a body must be there, and an answer taken."""

_LARGE: Final = 1024 * 1024  # bytes of a body from which on one is read at a time
_HOSTS: Final = frozenset({"127.0.0.1", "localhost"})
_HOST: Final = re.compile(r"([A-Za-z0-9.\-]+)(?::[0-9]{1,5})?")
_DRAINED: Final = 64 * 1024 * 1024  # bytes of a body that is not wanted, read so that its sender sees the answer
_DRAIN_S: Final = 2.0
_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F]")
_SENDS: Final = frozenset({"sendpush", "sendsms"})


class Handler(BaseHTTPRequestHandler):
    """One connection, request by request."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1  # head and body leave together
    server_version = "ScorocodeSandbox"
    sys_version = ""

    def setup(self) -> None:
        """Puts a stream that keeps to its time in the place of the one that the base class makes."""
        super().setup()
        self.rfile.close()
        self._incoming = Incoming(self.connection)
        self._stream = io.BufferedReader(self._incoming)
        self.rfile = self._stream
        self._web = cast(WebServer, self.server)
        self._served = False

    def handle_one_request(self) -> None:
        """Waits for a request, reads its head and answers it."""
        self._unread: int | None = None  # bytes of the body that are still to come; None where that is not known
        self.requestline, self.command, self.close_connection = "", "", True
        self.request_version = self.protocol_version
        begun = False
        try:
            self._incoming.within(IDLE_S)
            self._web.waits(self.request, served=self._served)
            if not self._stream.peek(1) or not self._web.works(self.request):
                return
            begun = True
            self._incoming.within(HEAD_S)
            if self._parse():
                self._answer()
                self._served = True
        except Refused as refusal:
            self._refuse(refusal.status, refusal.message)
        except TimeoutError:
            self.close_connection = True
            if begun:
                self._refuse(HTTPStatus.REQUEST_TIMEOUT, "The request did not come in time")
        except (OSError, EOFError):  # the connection broke, or ended in the middle
            self.close_connection = True

    def _parse(self) -> bool:
        """Reads the head; False where there is nothing in its first line."""
        self.raw_requestline, fields = read_head(self._stream)
        self.rfile = io.BytesIO(fields)
        try:
            return self.parse_request()
        finally:
            self.rfile = self._stream

    def _answer(self) -> None:
        if self.command != "POST":
            raise Refused(HTTPStatus.METHOD_NOT_ALLOWED, "Every call is a POST")
        close = self.close_connection
        self.close_connection = True
        length = length_of(self.headers, self.request_version)
        self._unread, self.close_connection = length, close
        call = self._judged()
        answer: dict[str, Any] | Refused
        try:
            with Body(self._web.large) as body:
                answer = self._answered(call, body, length)
        except Refused as refusal:
            answer = refusal
        if not self._web.pause(call in _SENDS and not isinstance(answer, Refused)):
            self.close_connection = True
            return
        if isinstance(answer, Refused):
            raise answer
        self._reply(HTTPStatus.OK, answer)

    def _judged(self) -> str:
        """The call that a head asks for. Raises Refused: then no byte of the body was read."""
        if self._web.is_surplus(self.request):
            self.close_connection = True
            raise Refused(HTTPStatus.SERVICE_UNAVAILABLE, "Too many connections at a time")
        hosts = self.headers.get_all("Host", [])
        if len(hosts) > 1 or (not hosts and self.request_version != "HTTP/1.0"):
            raise Refused(HTTPStatus.BAD_REQUEST, "Host must stand in the head, once")
        for host in hosts:  # a page in a browser can have a name of its own lead to this computer
            match = _HOST.fullmatch(host.strip(" \t"))
            if match is None or match[1].lower() not in _HOSTS:
                raise Refused(HTTPStatus.MISDIRECTED_REQUEST, "The sandbox answers for 127.0.0.1 and localhost only")
        path = self.path.partition("?")[0]
        call = path.removeprefix(BASE_PATH).removesuffix("/")
        if not path.startswith(BASE_PATH) or not self._web.api.knows(call):
            raise Refused(HTTPStatus.NOT_FOUND, "Unknown call")
        if self.headers.get_content_type() != "application/json":
            raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Content-Type must be application/json")
        return call

    def _answered(self, call: str, body: Body, length: int | None) -> dict[str, Any]:
        self._incoming.within(BODY_S)
        if self.headers.get("Expect", "").lower() == "100-continue" and self.request_version == "HTTP/1.1":
            self.send_response_only(HTTPStatus.CONTINUE)
            self.end_headers()
            self.wfile.flush()
        self._unread = None
        body.read(self._stream, length)
        self._unread = 0
        # Without its keys a request is refused; a large one, before it is made into values that take far more memory.
        if body.size > SMALL and not self._web.api.could_be_ours(body.holds):
            raise Refused(HTTPStatus.UNAUTHORIZED, "Unknown application (app)")
        try:
            with self._turn(body.size):
                return self._web.api.answer(call, self._with_session(_object(body)))
        except Refused:
            raise
        except RecursionError as error:
            raise Refused(HTTPStatus.BAD_REQUEST, "The request is nested too deeply") from error
        except Exception as error:  # the other side learns that something is wrong here, not what
            raise Refused(HTTPStatus.INTERNAL_SERVER_ERROR, "Internal error of the sandbox") from error

    def _with_session(self, body: dict[str, Any]) -> dict[str, Any]:
        """The session that the published JavaScript SDK puts into the head, and nowhere else (0.9.0, protocol.js)."""
        kind, _, session = self.headers.get("Authorization", "").partition(" ")
        return body if body.get("sess") or kind.lower() != "bearer" else {**body, "sess": session.strip()}

    @contextmanager
    def _turn(self, size: int) -> Iterator[None]:
        if size <= _LARGE:
            yield
        elif self._web.values.acquire(timeout=BODY_S):
            try:
                yield
            finally:
                self._web.values.release()
        else:
            raise Refused(HTTPStatus.SERVICE_UNAVAILABLE, "Too much is being sent at once")

    def _refuse(self, status: HTTPStatus, message: str) -> None:
        # A short body that is not wanted is passed over, so that the connection can be used on.
        keep = self._unread == 0 or (
            self._unread is not None and self._unread <= SMALL and "Expect" not in self.headers
        )
        try:
            if keep and self._unread:
                self._incoming.within(_DRAIN_S)
                keep = len(self._stream.read(self._unread)) == self._unread
            self.close_connection = self.close_connection or not keep
            self._reply(status, {"error": True, "errCode": int(status), "errMsg": message})
            if not keep:
                self._drain()
        except OSError:  # nobody there to be told
            self.close_connection = True

    def _reply(self, status: HTTPStatus, answer: dict[str, Any]) -> None:
        content = json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
        self.connection.settimeout(BODY_S)
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "POST")
        if status in {HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.TOO_MANY_REQUESTS}:
            self.send_header("Retry-After", "1")
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)
        self.wfile.flush()

    def _drain(self) -> None:
        """Reads on for a while: to close with bytes unread would take the answer away from their sender."""
        self.connection.shutdown(socket.SHUT_WR)
        self._incoming.within(_DRAIN_S)
        left = _DRAINED
        while left > 0 and (block := self._stream.read1(min(left, 65_536))):
            left -= len(block)

    def handle_expect_100(self) -> bool:
        """Says nothing yet: the head is judged first."""
        return True

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Faults that the base class finds in a request line."""
        if not getattr(self, "request_version", "").startswith("HTTP/1"):
            self.request_version = self.protocol_version
        raise Refused(HTTPStatus(code), HTTPStatus(code).phrase)

    def log_message(self, *_: object) -> None:
        """Nothing is logged: requests carry keys."""


def _object(content: Body) -> dict[str, Any]:
    try:
        text = content.text()
        body = json.loads(text, parse_constant=_no_constant, parse_float=_finite)
        if _SURROGATE.search(text):
            json.dumps(body, ensure_ascii=False).encode("utf-8")  # fails for one half of a pair without the other
    except (ValueError, RecursionError) as error:
        raise Refused(HTTPStatus.BAD_REQUEST, "The request is not JSON") from error
    if not isinstance(body, dict):
        raise Refused(HTTPStatus.BAD_REQUEST, "The request must be a JSON object")
    return body


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError("a number is out of range")
    return value
