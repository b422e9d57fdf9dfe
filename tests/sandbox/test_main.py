"""`python -m scoro_desktop.sandbox` as a person at a terminal meets it."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest

from scoro_desktop.sandbox.__main__ import main
from tests.sandbox.calls import post

COMMAND = [sys.executable, "-m", "scoro_desktop.sandbox"]


@contextmanager
def running(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen([*COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot send these signals to one process")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_says_where_it_is_and_serves_until_it_is_told_to_stop(how: signal.Signals) -> None:
    with running("--port", "0") as process:
        assert process.stdout
        known = json.loads(process.stdout.readline())
        assert list(known) == ["address", "app", "cli", "messageKey", "masterKey", "email", "password"]
        body = {"app": known["app"], "cli": known["cli"], "email": known["email"], "password": known["password"]}
        request = Request(f"{known['address']}login", json.dumps(body).encode(), {"Content-Type": "application/json"})
        with urlopen(request, timeout=20) as answer:
            assert json.load(answer)["result"]["sessionId"]
        process.send_signal(how)
        rest, errors = process.communicate(timeout=20)
        assert (process.returncode, rest, errors) == (0, "", "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows starts no program without an output")
@pytest.mark.parametrize("how", ["closed", "nobody reads"])
def test_an_output_that_nobody_reads_is_said_in_one_line(how: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = COMMAND if how == "nobody reads" else ["sh", "-c", 'exec "$@" >&-', "sh", *COMMAND]
    try:
        result = subprocess.run(command, check=False, stdout=writing, stderr=subprocess.PIPE, text=True, timeout=60)
    finally:
        os.close(writing)
    assert result.returncode == 1
    assert result.stderr == "Nobody reads the address and the keys: standard output is closed\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot send these signals to one process")
def test_ends_in_the_middle_of_a_query_that_never_does() -> None:
    with running() as process:
        assert process.stdout
        known = json.loads(process.stdout.readline())
        query = {"deviceId": {"$regex": "^(.|.)*!$"}}
        body = {"app": known["app"], "cli": known["cli"], "acc": known["masterKey"], "coll": "devices", "query": query}
        content = json.dumps(body).encode()
        head = post("data/count", b"Content-Length: %d" % len(content), b"Expect: 100-continue")
        with socket.create_connection(("127.0.0.1", urlsplit(known["address"]).port), timeout=20) as connection:
            connection.sendall(head)
            assert connection.recv(1_000).startswith(b"HTTP/1.1 100 ")
            connection.sendall(content)
            process.send_signal(signal.SIGTERM)
            assert process.communicate(timeout=20) == ("", "")
            assert process.returncode == 0


def test_takes_the_port_that_it_is_given() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with running("--port", str(port)) as process:
        assert process.stdout
        assert json.loads(process.stdout.readline())["address"] == f"http://127.0.0.1:{port}/api/v1/"


def test_a_taken_port_is_said_in_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = subprocess.run(
            [*COMMAND, "--port", str(port)], check=False, capture_output=True, text=True, timeout=60
        )
    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert f"Port {port}" in result.stderr


@pytest.mark.parametrize("port", ["x", "-1", "65536", "1.5", "", "٣"])
def test_what_is_no_port(port: str) -> None:
    result = subprocess.run([*COMMAND, f"--port={port}"], check=False, capture_output=True, text=True, timeout=60)
    assert result.returncode == 2
    assert "is not a port" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "option",
    ["--people=0", "--people=20001", "--people=-5", "--rate=0", "--rate=1.5", "--session-ends-after=0", "--delay=x"],
)
def test_what_cannot_be_asked_for(option: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main([option])
    assert ended.value.code == 2


def test_people_and_troubles_are_asked_for_by_options() -> None:
    with running("--people=60", "--rate=1", "--session-ends-after=3600", "--delay=1") as process:
        assert process.stdout
        known = json.loads(process.stdout.readline())
        body = {"app": known["app"], "cli": known["cli"], "acc": known["masterKey"], "coll": "users"}
        request = Request(
            f"{known['address']}data/count", json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        with urlopen(request, timeout=20) as answer:
            assert json.load(answer)["result"] == 60

        def status() -> int:
            try:
                with urlopen(request, timeout=20) as answer:
                    return int(answer.status)
            except HTTPError as error:
                error.close()
                return error.code

        # As soon as two come within one second; more than a few are only needed on a machine that is very busy.
        assert 429 in (status() for _ in range(200))


def test_importing_the_package_loads_no_server() -> None:
    code = (
        "import sys, scoro_desktop.sandbox.server; "
        "print([name for name in ('http.server', 'bson', 'PySide6', 'requests') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout == "[]\n"
