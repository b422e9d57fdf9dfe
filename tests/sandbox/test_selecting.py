"""Queries that could run for ever end in time, and hold up nobody meanwhile."""

import os
import signal
import subprocess
import sys
import threading
from typing import Any

import pytest

from scoro_desktop.sandbox import own_process, selecting
from scoro_desktop.sandbox.own_process import OwnProcess
from scoro_desktop.sandbox.refusals import QueryRefused, TookTooLong
from scoro_desktop.sandbox.selecting import WORKER, Selecting, is_costly, selected
from scoro_desktop.sandbox.server import Sandbox
from tests.sandbox.calls import Answer, call, refused

HANGS = "^(.|.)*!$"
TOO_LONG = (500, "operation exceeded time limit")
SHORT_S = 0.3


def pattern(text: str) -> dict[str, Any]:
    return {"$regularExpression": {"pattern": text, "options": "i"}}


HANGING: list[dict[str, Any]] = [
    {"deviceId": {"$regex": HANGS}},
    {"deviceId": {"$in": ["a", pattern(HANGS)]}},
    {"deviceId": {"$not": {"$regex": HANGS, "$options": "im"}}},
    {"readACL": {"$elemMatch": {"$regex": "^(?:(?:.?){99})*!"}}, "deviceId": pattern("(.*)(.*)(.*)(.*)(.*)(.*)(.*)!")},
    {"$or": [{"deviceId": {"$regex": f"(.*)(.*)(.*)x{number}!"}} for number in range(500)]},  # each ends, all do not
    {"$or": [{"lastSeenAt": {"$gt": "2030-01-01T00:00:00Z"}} for _ in range(20_000)]},  # no pattern, but many values
]


@pytest.mark.parametrize("query", HANGING, ids=lambda query: str(query)[:40])
def test_what_never_ends_is_given_up_in_the_words_of_the_database(
    sandbox: Sandbox, query: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selecting, "QUERY_S", SHORT_S)
    assert refused(call(sandbox, "data/count", coll="devices", query=query)) == TOO_LONG


def test_what_hangs_is_no_send_and_the_next_query_is_answered(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selecting, "QUERY_S", SHORT_S)
    sent = call(sandbox, "sendsms", coll="users", query={"username": {"$regex": HANGS}}, msg={"text": "x"})
    assert refused(sent) == TOO_LONG
    assert sandbox.deliveries() == []
    monkeypatch.setattr(selecting, "QUERY_S", 60)
    assert (
        call(sandbox, "data/count", coll="devices", query={"deviceId": {"$regex": "^sandbox-a"}}).body["result"] == 3463
    )


def test_others_are_answered_meanwhile_and_closing_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selecting, "QUERY_S", 600)
    begun = threading.Event()
    ask = OwnProcess.ask

    def telling(self: OwnProcess, question: bytes, limit_s: float) -> bytes:
        begun.set()
        return ask(self, question, limit_s)

    monkeypatch.setattr(OwnProcess, "ask", telling)
    sandbox = Sandbox()
    sandbox.start()
    answers: list[Answer] = []
    slow = threading.Thread(
        target=lambda: answers.append(call(sandbox, "data/count", coll="devices", query=HANGING[0]))
    )
    slow.start()
    try:
        assert begun.wait(20)
        for _ in range(5):  # were the pattern run in this process, this would never come back
            assert call(sandbox, "data/count", coll="devices").body["result"] == 5600
        assert slow.is_alive()
    finally:
        sandbox.close()
    slow.join(20)
    assert refused(answers[0]) == (500, "The query could not be run")


def test_the_same_comes_out_in_either_process() -> None:
    running = Selecting()
    try:
        for query in ({"username": {"$regex": "^a", "$options": "i"}}, {"username": {"$in": [pattern("^[а-я]"), "x"]}}):
            assert is_costly(query)
            assert running.places("users", query) == selected("users", query)
        with pytest.raises(QueryRefused, match="not a pattern"):
            running.places("users", {"username": {"$regex": "("}})
        ids = {"_id": {"$in": [f"{number:010}" for number in range(20_000)]}}
        assert is_costly(ids)
        assert running.places("users", ids) == []
    finally:
        running.close()


@pytest.mark.parametrize(
    ("query", "costly"),
    [
        ({}, False),
        ([], False),
        (None, False),
        ({"a": "$regex"}, False),
        ({"$and": [{"a": 1}, {"b": {"$in": list(range(4_000))}}]}, False),
        ({"b": {"$in": list(range(6_000))}}, True),
        ({"a": {"$elemMatch": {"b": {"$not": {"$regex": "x"}}}}}, True),
        ({"$nor": [{"$or": [{"a": {"$all": [pattern("x")]}}]}]}, True),
        ({"a." * 400_000: 1}, True),
        ({"a": {"$eq": "x" * 400_000}}, True),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_is_costly(query: object, costly: bool) -> None:
    assert is_costly(query) is costly


def test_depth_is_no_matter_to_the_look_at_costs() -> None:
    query: object = {"$regex": "x"}
    for _ in range(3_000):
        query = [query]
    assert is_costly(query)


# The process


def test_one_that_was_killed_is_replaced() -> None:
    process = OwnProcess(WORKER)
    try:
        for _ in range(2):
            assert (
                process.ask(b'{"collection": "roles", "query": {"name": {"$regex": "^vip"}}}', 60) == b'{"places": [3]}'
            )
            assert process._process is not None
            process._process.kill()
            process._process.wait()
    finally:
        process.close()


def test_one_that_cannot_start_is_an_oserror() -> None:
    process = OwnProcess("scoro_desktop.sandbox.no_such_module")
    with pytest.raises(OSError):
        process.ask(b"{}", 60)
    process.close()


def test_one_that_breaks_over_a_question_is_an_oserror() -> None:
    process = OwnProcess(WORKER)
    with pytest.raises(OSError):
        process.ask(b"no JSON", 60)
    process.close()


def test_nothing_is_asked_after_the_end() -> None:
    process = OwnProcess(WORKER)
    process.close()
    process.close()
    with pytest.raises(OSError):
        process.ask(b"{}", 60)


def test_a_turn_that_does_not_come_is_too_late(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_process, "TURN_S", 0.01)
    process = OwnProcess(WORKER)
    with process._turn, pytest.raises(TookTooLong):
        process.ask(b"{}", 60)
    process.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot send this signal to one process")
def test_it_ends_with_its_input_and_not_with_ctrl_c() -> None:
    command = [sys.executable, "-m", WORKER]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdin
        assert process.stdout.read(6) == b"\0\0\0\x02{}"
        os.kill(process.pid, signal.SIGINT)
        question = b'{"collection": "roles", "query": {}}'
        process.stdin.write(len(question).to_bytes(4, "big") + question)
        process.stdin.flush()
        assert process.stdout.read(4 + 27) == b'\0\0\0\x1b{"places": [0, 1, 2, 3, 4]}'
        assert process.communicate(timeout=20) == (b"", b"")
        assert process.returncode == 0


def test_a_packaged_app_starts_it_as_python_does() -> None:
    command = [
        sys.executable,
        "-c",
        "import sys; sys.argv[1:] = sys.argv[2:]; from scoro_desktop.__main__ import main; main()",
    ]
    result = subprocess.run([*command, "app", "-m", WORKER], input=b"", capture_output=True, check=True, timeout=60)
    assert (result.stdout, result.stderr) == (b"\0\0\0\x02{}", b"")
