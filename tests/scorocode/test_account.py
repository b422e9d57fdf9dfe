"""Tests of the faults that keep an account from being used."""

import dataclasses
from typing import Any

import pytest

from scoro_desktop.scorocode.account import (
    ACCOUNT_PROBLEMS,
    AccessKind,
    Keys,
    account_problems,
)
from scoro_desktop.scorocode.hosts import as_address
from tests.scorocode.accounts import KEYS, an_account


def codes(keys: Keys = KEYS, **changes: Any) -> list[str]:
    problems = account_problems(an_account(**changes), keys)
    assert all(problem.field[0] == "account" and problem.code in ACCOUNT_PROBLEMS for problem in problems)
    return [problem.code for problem in problems]


def test_a_good_account_has_none() -> None:
    assert codes() == []


@pytest.mark.parametrize(
    "address",
    [
        "https://api.scorocode.ru/api/v1/",
        "https://10.0.0.7:8443/",
        "https://[2001:db8::1]/api/v1/",
        "https://пример.рф/api/v1/",
        "http://127.0.0.1:8080/api/v1/",
        "http://127.8.9.1/",
        "http://[::1]:80/",
        "http://localhost:1/",
        "HTTPS://API.EXAMPLE.ORG/",
        "http://127.1/",
        "https://faß.example/",
    ],
)
def test_addresses_that_can_be_used(address: str) -> None:
    assert codes(address=address) == []


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("", "address_missing"),
        ("api.scorocode.ru/api/v1/", "address_scheme"),
        ("ftp://api.scorocode.ru/", "address_scheme"),
        ("file:///etc/passwd", "address_scheme"),
        ("http://api.scorocode.ru/api/v1/", "address_not_encrypted"),
        ("http://localhost.example.org/", "address_not_encrypted"),
        ("http://127.0.0.1.example.org/", "address_not_encrypted"),
        ("http://0.0.0.0/", "address_not_encrypted"),
        ("http://[::ffff:10.0.0.1]/", "address_not_encrypted"),
        ("https://user:secret@api.example.org/", "address_has_login"),
        ("http://127.0.0.1@api.example.org/", "address_has_login"),
        ("https://api.example.org/?a=b/", "address_has_query"),
        ("https://api.example.org/#/", "address_has_query"),
        ("https://api.example.org/?/", "address_has_query"),
        ("https://", "address_unreadable"),
        ("https:///api/", "address_unreadable"),
        ("https://api.example.org:port/", "address_unreadable"),
        ("https://api.example.org:99999/", "address_unreadable"),
        ("https://api.example.org:0/", "address_unreadable"),
        ("https://[::1/", "address_unreadable"),
        ("https://[v1.x]/", "address_unreadable"),
        ("https://api example.org/", "address_unreadable"),
        ("https://api.example.org/\n", "address_unreadable"),
        ("https://api.example.org/\u200b", "address_unreadable"),
        ("http://127.0.0.1\\@api.example.org/", "address_unreadable"),
        ("https://a..b/", "address_unreadable"),
        (f"https://{'a' * 64}.org/", "address_unreadable"),
        ("https://a%2eb/", "address_unreadable"),
    ],
)
def test_addresses_that_cannot(address: str, code: str) -> None:
    assert codes(address=address) == [code]


def test_a_session_is_needed_unless_the_key_is_the_master_key() -> None:
    without = dataclasses.replace(KEYS, session="")
    assert codes(without) == ["session_missing"]
    assert codes(without, access_kind=AccessKind.MASTER) == []


def test_everything_missing_is_said_at_once_in_the_order_of_the_form() -> None:
    assert codes(Keys(), name=" ", address="", application_id="") == [
        "account_name_missing",
        "address_missing",
        "application_id_missing",
        "client_key_missing",
        "access_key_missing",
        "session_missing",
    ]


@pytest.mark.parametrize("value", ["a b", " a", "a\n", "a\x00", "ключ", "a\u00a0", "\ud800"])
def test_characters_that_no_key_has(value: str) -> None:
    keys = Keys(value, value, value)
    assert codes(keys, application_id=value) == [
        "application_id_characters",
        "client_key_characters",
        "access_key_characters",
        "session_characters",
    ]


@pytest.mark.parametrize("seconds", [0, -1, float("nan"), float("inf"), 10**6])
def test_time_limits(seconds: float) -> None:
    assert codes(connect_timeout=seconds, read_timeout=seconds) == ["connect_timeout_range", "read_timeout_range"]


def test_the_requests_a_second() -> None:
    assert codes(hold_seconds=-1) == codes(hold_seconds=31) == ["hold_seconds_range"]
    assert codes(keep_days=-1) == codes(keep_days=3651) == ["keep_days_range"]
    assert codes(keep_days=0) == codes(keep_days=3650) == []
    assert codes(hold_seconds=0) == codes(hold_seconds=30) == []
    assert codes(requests_per_second=0) == ["requests_per_second_range"]
    assert codes(requests_per_second=1) == codes(requests_per_second=1000) == []
    assert codes(requests_per_second=1001) == ["requests_per_second_range"]


def test_the_ceiling() -> None:
    assert codes(ceiling=-1) == ["ceiling_range"]
    assert codes(ceiling=0) == []


def test_an_address_as_it_is_kept() -> None:
    assert as_address(" https://api.example.org/api/v1 ") == "https://api.example.org/api/v1/"
    assert as_address("https://api.example.org//") == "https://api.example.org/"
    assert as_address("  ") == ""


def test_a_locked_clause_must_be_a_query() -> None:
    assert codes(locked_clause='{"city": "Omsk"}') == []
    assert codes(locked_clause="Omsk") == ["locked_clause_bad"]
