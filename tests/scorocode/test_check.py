"""Tests of what "Check" says about each field: against the sandbox, and against servers that say less."""

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest

from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import AccessKind, Account, Keys
from scoro_desktop.scorocode.check import FieldCheck, check
from scoro_desktop.scorocode.client import Client
from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.wire import JsonObject
from tests.scorocode.accounts import KEYS, an_account

MASTER, MESSAGE = AccessKind.MASTER, AccessKind.MESSAGE


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    sandbox = Sandbox()
    sandbox.start()
    yield sandbox
    assert sandbox.deliveries() == []  # a check sends nothing
    sandbox.close()


def verdicts(sandbox: Sandbox, kind: AccessKind, *, log_in: bool = False, **changes: Any) -> dict[str, str]:
    account = an_account(address=sandbox.address, application_id=sandbox.application_id, access_kind=kind)
    keys = Keys(sandbox.client_key, sandbox.master_key if kind is MASTER else sandbox.message_key)
    if log_in:
        client = Client(account, keys)
        session = client.login(sandbox.email, sandbox.password)
        client.close()
        assert isinstance(session, str)
        keys = dataclasses.replace(keys, session=session)
    of_account = {field.name for field in dataclasses.fields(Account)}
    account = dataclasses.replace(account, **{name: v for name, v in changes.items() if name in of_account})
    keys = dataclasses.replace(keys, **{name: v for name, v in changes.items() if name not in of_account})
    client = Client(account, keys)
    result = client.check()
    client.close()
    assert keys.client_key not in repr(result)
    return {one.field: one.verdict for one in result}


def test_a_good_master_key(sandbox: Sandbox) -> None:
    assert verdicts(sandbox, MASTER) == dict.fromkeys(
        ("address", "application_id", "client_key", "access_key"), "accepted"
    )


def test_a_wrong_master_key(sandbox: Sandbox) -> None:
    expected = {"address": "accepted", "application_id": "accepted", "client_key": "accepted", "access_key": "refused"}
    assert verdicts(sandbox, MASTER, access_key="wrong") == expected
    assert verdicts(sandbox, MASTER, access_key=sandbox.message_key) == expected  # known, and not good enough


def test_a_wrong_client_key_hides_what_comes_after_it(sandbox: Sandbox) -> None:
    assert verdicts(sandbox, MASTER, client_key="wrong") == {
        "address": "accepted",
        "application_id": "accepted",
        "client_key": "untested",
        "access_key": "untested",
    }


def test_a_wrong_application(sandbox: Sandbox) -> None:
    assert verdicts(sandbox, MASTER, application_id="wrong") == {
        "address": "accepted",
        "application_id": "untested",
        "client_key": "untested",
        "access_key": "untested",
    }


def test_a_good_session(sandbox: Sandbox) -> None:
    everything = dict.fromkeys(("address", "application_id", "client_key", "access_key", "session"), "accepted")
    assert verdicts(sandbox, MESSAGE, log_in=True) == everything
    assert verdicts(sandbox, MASTER, log_in=True) == everything


@pytest.mark.parametrize("kind", [MASTER, MESSAGE])
def test_a_wrong_session(sandbox: Sandbox, kind: AccessKind) -> None:
    assert verdicts(sandbox, kind, session="ended") == {
        "address": "accepted",
        "application_id": "accepted",
        "client_key": "accepted",
        "access_key": "accepted",
        "session": "refused",
    }


def test_without_a_session_a_message_key_cannot_be_tried(sandbox: Sandbox) -> None:
    assert verdicts(sandbox, MESSAGE) == {
        "address": "accepted",
        "application_id": "accepted",
        "client_key": "accepted",
        "access_key": "untested",
        "session": "untested",
    }


def test_no_server_there(sandbox: Sandbox) -> None:
    assert verdicts(sandbox, MASTER, address="http://127.0.0.1:9/") == {
        "address": "unreachable",
        "application_id": "untested",
        "client_key": "untested",
        "access_key": "untested",
    }


def test_what_is_wrong_before_anything_is_asked() -> None:
    def ask(path: str, body: JsonObject) -> Failure | None:
        raise AssertionError("nothing is to be asked")

    account = an_account(address="http://api.example.org/")
    unusable = Failure(Outcome.NOT_SENT, "bad_account")
    assert check(account, KEYS, ask)[0] == FieldCheck("address", "untested", unusable)


def refusal(message: str, code: str = "403") -> Failure:
    if code.startswith("5"):
        return Failure(Outcome.UNKNOWN, "server_failed", error_code=code, error_message=message)
    return Failure(Outcome.REFUSED, "server_said_no", error_code=code, error_message=message)


@pytest.mark.parametrize("kind", [MASTER, MESSAGE])
def test_a_server_that_always_says_the_same_accuses_no_key(kind: AccessKind) -> None:
    found = check(an_account(access_kind=kind), KEYS, lambda path, body: refusal("Access denied"))
    assert [(one.field, one.verdict) for one in found if one.field != "session" or kind is MESSAGE][1:4] == [
        ("application_id", "untested"),
        ("client_key", "untested"),
        ("access_key", "untested"),
    ]
    assert found[1].failure == refusal("Access denied")


def test_answers_that_differ_by_themselves_prove_nothing() -> None:
    numbers = iter(range(100))
    found = check(an_account(access_kind=MASTER), KEYS, lambda path, body: refusal(f"request {next(numbers)}"))
    assert [one.verdict for one in found[:4]] == ["accepted", "untested", "untested", "untested"]


@pytest.mark.parametrize("code", ["429", "500"])
def test_too_many_requests_accuse_no_key(code: str) -> None:
    def ask(path: str, body: JsonObject) -> Failure | None:
        if body["app"] != "the-application" or body["cli"] != KEYS.client_key:
            return refusal(f"wrong: {sorted(body)[0]} {body['app'] == 'the-application'}")
        return refusal("busy", code)

    found = check(an_account(access_kind=MASTER), dataclasses.replace(KEYS, session=""), ask)
    assert [one.verdict for one in found] == ["accepted", "accepted", "accepted", "untested"]


@pytest.mark.parametrize("kind", [MASTER, MESSAGE])
def test_a_failure_of_the_servers_own_accuses_no_key_and_no_address(kind: AccessKind) -> None:
    found = check(an_account(access_kind=kind), KEYS, lambda path, body: refusal("timeout", "504"))
    verdicts_found = {one.field: one.verdict for one in found}
    assert verdicts_found.pop("address") == "accepted"
    assert set(verdicts_found.values()) == {"untested"}


def test_a_failure_while_a_wrong_key_is_tried_says_nothing_of_the_real_one() -> None:
    def ask(path: str, body: JsonObject) -> Failure | None:
        real = body["app"] == "the-application" and body["cli"] == KEYS.client_key
        return refusal("Access denied") if real else refusal("timeout", "504")

    found = check(an_account(access_kind=MASTER), dataclasses.replace(KEYS, session=""), ask)
    assert [one.verdict for one in found] == ["accepted", "untested", "untested", "untested"]
