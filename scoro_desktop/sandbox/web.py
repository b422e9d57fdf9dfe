"""HTTP around the API: reads requests, writes answers, and tells nothing to anybody else."""

import contextlib
import json
import math
import re
import socket
import threading
import time
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final, NoReturn, cast

from scoro_desktop.sandbox.api import BASE_PATH, Api
from scoro_desktop.sandbox.refusals import Refused

MAX_BODY: Final = 16 * 1024 * 1024
"""Bytes of a request: the size that the database allows a document."""
IDLE_S: Final = 60.0
"""Seconds that a connection may say nothing before it is closed."""

_DRAINED: Final = 4 * MAX_BODY  # bytes of a body that is not wanted, read so that its sender gets to see the answer
_DRAIN_S: Final = 2.0
_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F]")
_SENDS: Final = frozenset({"sendpush", "sendsms"})


class WebServer(ThreadingHTTPServer):
    """Serves an Api on a socket that already listens, a thread for each connection."""

    daemon_threads = True

    def __init__(self, listening: socket.socket, api: Api, pause: Callable[[], bool]) -> None:
        """`pause` is called before a send is answered; False says that there is to be no answer any more."""
        super().__init__(listening.getsockname(), _Handler, bind_and_activate=False)
        self.socket.close()
        self.socket = listening
        self.timeout = 0
        self.api = api
        self.pause = pause
        self._lock = threading.Lock()
        self._connections: dict[socket.socket, threading.Thread] = {}

    def process_request(self, request: Any, client_address: Any) -> None:
        """Serves a connection on a thread of its own, which is known before it runs so that none is overlooked."""
        thread = threading.Thread(
            target=self.process_request_thread, args=(request, client_address), name="sandbox connection", daemon=True
        )
        with self._lock:
            self._connections[request] = thread
        thread.start()

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Serves one connection to its end."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            with self._lock:
                del self._connections[request]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A connection that broke is the other side's affair: nothing is printed."""

    def hang_up(self, patience_s: float) -> None:
        """Ends every connection: requests under way get `patience_s` seconds to be answered, then they are cut off.

        From the thread that served, after it has taken its last connection.
        """
        ways: tuple[Callable[[socket.socket], None], ...] = (
            lambda connection: connection.shutdown(socket.SHUT_RD),
            lambda connection: connection.shutdown(socket.SHUT_RDWR),
            lambda connection: connection.close(),
        )
        for end in ways:
            with self._lock:
                left = list(self._connections.items())
            for connection, _ in left:
                with contextlib.suppress(OSError):  # closed already
                    end(connection)
            give_up = time.monotonic() + patience_s
            for _, thread in left:
                thread.join(max(0.0, give_up - time.monotonic()))


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = IDLE_S
    disable_nagle_algorithm = True
    wbufsize = -1  # head and body leave together
    server_version = "ScorocodeSandbox"
    sys_version = ""

    def do_POST(self) -> None:
        server = cast(WebServer, self.server)
        try:
            content = self._content()
            call = self._call(server.api)
            answer = server.api.answer(call, self._body(content))
        except Refused as refusal:
            self._refuse(refusal.status, refusal.message)
            return
        except (OSError, EOFError):  # the connection broke or stalled in the middle of a body
            self.close_connection = True
            return
        except Exception:  # noqa: BLE001 - the other side learns that something is wrong here, not what
            self._refuse(HTTPStatus.INTERNAL_SERVER_ERROR, "Internal error of the sandbox")
            return
        if call in _SENDS and not server.pause():
            self.close_connection = True
            return
        self._reply(HTTPStatus.OK, answer)

    def _call(self, api: Api) -> str:
        path = self.path.partition("?")[0]
        call = path.removeprefix(BASE_PATH).removesuffix("/")
        if not path.startswith(BASE_PATH) or not api.knows(call):
            raise Refused(HTTPStatus.NOT_FOUND, "Unknown call")
        return call

    def _content(self) -> bytes:
        if "Transfer-Encoding" in self.headers:
            raise Refused(HTTPStatus.LENGTH_REQUIRED, "Chunked requests are not taken: Content-Length is needed")
        lengths = set(self.headers.get_all("Content-Length", []))
        if not lengths:
            raise Refused(HTTPStatus.LENGTH_REQUIRED, "Content-Length is missing")
        text = lengths.pop()
        if lengths or not (text.isascii() and text.isdigit()):
            raise Refused(HTTPStatus.BAD_REQUEST, "Content-Length is not a number")
        if len(text) > 18 or int(text) > MAX_BODY:
            raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"The request is longer than {MAX_BODY} bytes")
        content = self.rfile.read(int(text))
        if len(content) < int(text):
            raise EOFError
        self._unread = False
        return content

    def _body(self, content: bytes) -> dict[str, Any]:
        if self.headers.get_content_type() != "application/json":
            raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Content-Type must be application/json")
        return _object(content)

    def handle_one_request(self) -> None:
        self._unread = True
        super().handle_one_request()

    def _refuse(self, status: HTTPStatus, message: str) -> None:
        if self._unread:
            self.close_connection = True
        self._reply(status, {"error": True, "errCode": int(status), "errMsg": message})
        if self._unread:
            self._drain()

    def _reply(self, status: HTTPStatus, answer: dict[str, Any]) -> None:
        content = json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "POST")
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)
        self.wfile.flush()

    def _drain(self) -> None:
        """Reads on for a while: to close with bytes unread would take the answer away from their sender."""
        self.connection.shutdown(socket.SHUT_WR)
        self.connection.settimeout(_DRAIN_S)
        left = _DRAINED
        while left > 0 and (block := self.rfile.read1(min(left, 65_536))):
            left -= len(block)

    def handle_expect_100(self) -> bool:
        """Tells a client that asks first to go on; what it sends is then judged."""
        result = super().handle_expect_100()
        self.wfile.flush()
        return result

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Faults that the base class finds: a request line or head that is broken, a method that is not POST."""
        if code == HTTPStatus.NOT_IMPLEMENTED:
            code = HTTPStatus.METHOD_NOT_ALLOWED
        if not getattr(self, "request_version", "").startswith("HTTP/1"):
            self.request_version = self.protocol_version
        self.close_connection = True
        self._refuse(HTTPStatus(code), HTTPStatus(code).phrase)

    def log_message(self, *_: object) -> None:
        """Nothing is logged: requests carry keys."""


def _object(content: bytes) -> dict[str, Any]:
    try:
        text = content.decode("utf-8")
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
