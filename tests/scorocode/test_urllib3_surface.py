"""Tests that the parts of urllib3, http.client and requests that are used beyond their promises are as they were tried.

`scoro_desktop/scorocode/connection.py` overrides methods that their authors may rename in any version. A renamed one
would not be called, and the clock over a request, or the fact that a connection came to be, would be gone without a
word. Where a test here fails after an update: look at what changed, mend connection.py, then move the bounds of urllib3
in pyproject.toml.
"""

import http.client
import importlib.metadata
import inspect
import io
import pydoc
import socket
import tomllib
from pathlib import Path
from typing import Any

import pytest
import requests
import urllib3
from packaging.requirements import Requirement
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from scoro_desktop.scorocode.connection import POOLS

ROOT = Path(__file__).resolve().parents[2]


def test_urllib3_is_within_the_range_that_was_tried() -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    [range_] = [found.specifier for found in map(Requirement, wanted) if found.name == "urllib3"]
    assert importlib.metadata.version("urllib3") in range_
    assert {each.operator for each in range_} == {">=", "<"}, "a private method is overridden: the range has two ends"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("urllib3.connection.HTTPConnection._new_conn", ["self"]),
        ("urllib3.connection.HTTPConnection.connect", ["self"]),
        ("urllib3.connection.HTTPSConnection.connect", ["self"]),
        ("urllib3.exceptions.NameResolutionError.__init__", ["self", "host", "conn", "reason"]),
        ("urllib3.exceptions.NewConnectionError.__init__", ["self", "conn", "message"]),
        ("http.client.HTTPConnection.send", ["self", "data"]),
        ("http.client.HTTPResponse.begin", ["self"]),
        ("http.client.HTTPResponse.__init__", ["self", "sock", "debuglevel", "method", "url"]),
        (
            "requests.adapters.HTTPAdapter.get_connection_with_tls_context",
            ["self", "request", "verify", "proxies", "cert"],
        ),
        ("requests.adapters.HTTPAdapter.cert_verify", ["self", "conn", "url", "verify", "cert"]),
    ],
)
def test_what_is_overridden_or_raised_takes_what_it_took(name: str, expected: list[str]) -> None:
    function: Any = pydoc.locate(name)
    assert function is not None, f"there is no {name} any more"
    assert list(inspect.signature(function).parameters) == expected


@pytest.mark.parametrize("kind", [HTTPConnection, HTTPSConnection])
def test_a_connection_asks_its_own_method_for_a_socket(kind: type[HTTPConnection]) -> None:
    """An override of `_new_conn` is what connects: nothing else may open a socket."""

    class Asked(Exception):  # noqa: N818
        pass

    class Connection(kind):  # type: ignore[valid-type, misc]
        def _new_conn(self) -> socket.socket:
            assert (self._dns_host, self.host, self.port) == ("server.example", "server.example", 4711)
            assert all(len(option) == 3 for option in self.socket_options or ())
            assert self.sock is None
            raise Asked

    with pytest.raises(Asked):
        Connection("server.example", 4711).connect()


def test_a_request_goes_through_connect_and_send_in_that_order() -> None:
    """The clock of a request stands in these three; a way around one of them would be a request without a limit."""
    here, there = socket.socketpair()
    calls: list[str] = []

    class Connection(HTTPConnection):
        def connect(self) -> None:
            calls.append("connect")
            self.sock = here

        def send(self, data: Any) -> None:
            if self.sock is None:
                self.connect()
            calls.append("send")
            super().send(data)

    with here, there:
        Connection("server.example").request("POST", "/", body=b"{}", headers={"Content-Type": "application/json"})
        assert calls[0] == "connect"
        assert set(calls[1:]) == {"send"}
        assert there.recv(1000).endswith(b"\r\n\r\n{}")


def test_an_answer_is_made_by_the_class_that_the_connection_names() -> None:
    here, there = socket.socketpair()
    made: list[tuple[Any, ...]] = []

    class Response(http.client.HTTPResponse):
        def __init__(self, sock: socket.socket, *args: Any, **options: Any) -> None:
            made.append((sock, args, sorted(options)))
            super().__init__(sock, *args, **options)
            assert isinstance(self.fp, io.BufferedReader)
            assert isinstance(self.fp.raw, socket.SocketIO)
            self.fp = io.BufferedReader(self.fp.detach())

    class Connection(HTTPConnection):
        response_class = Response

    with here, there:
        connection = Connection("server.example")
        connection.sock = here
        there.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
        connection.request("POST", "/", preload_content=False)
        assert connection.getresponse().status == 200
    assert [entry[0] for entry in made] == [here]


def test_the_head_of_an_answer_begins_with_what_the_method_for_it_reads() -> None:
    """`begin` asks `_read_status` for the first line: connection.py overrides it, and skips what is no answer there."""
    here, there = socket.socketpair()

    class Response(http.client.HTTPResponse):
        def _read_status(self) -> tuple[str, int, str]:
            first = super()._read_status()  # type: ignore[misc]
            assert first[:2] == ("HTTP/1.1", 103)
            assert http.client.parse_headers(self.fp)["Link"] == "</a>"
            second: tuple[str, int, str] = super()._read_status()  # type: ignore[misc]
            return second

    with here, there:
        there.sendall(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 204 No Content\r\nX: y\r\n\r\n")
        response: Any = Response(here)
        response.begin()
        assert (response.status, response.headers["X"]) == (204, "y")
        response.close()


def test_a_manager_makes_pools_and_pools_make_connections_of_the_classes_they_are_given() -> None:
    manager = urllib3.PoolManager()
    assert manager.pool_classes_by_scheme == {"http": HTTPConnectionPool, "https": HTTPSConnectionPool}
    manager.pool_classes_by_scheme = POOLS
    for scheme, pool in POOLS.items():
        made = manager.connection_from_url(f"{scheme}://server.example/")
        assert type(made) is pool
        assert type(made._new_conn()) is pool.ConnectionCls
    manager.clear()


def test_requests_asks_its_adapter_for_a_pool() -> None:
    class Asked(Exception):  # noqa: N818
        pass

    class Adapter(HTTPAdapter):
        def get_connection_with_tls_context(self, request: requests.PreparedRequest, *_: object, **__: object) -> Any:
            raise Asked

    with pytest.raises(Asked):
        Adapter().send(requests.Request("POST", "https://server.example/").prepare())
