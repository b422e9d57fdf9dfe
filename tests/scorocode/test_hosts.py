"""Addresses have one way to be written, and this computer is told from every other however it is written."""

import subprocess
import sys

import pytest

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.scorocode.account import AccessKind, Environment, account_problems
from scoro_desktop.scorocode.client import Client
from scoro_desktop.scorocode.hosts import as_address, host_of, is_loopback, look_alike, readable_host, stays_here
from tests.scorocode.accounts import KEYS, an_account

HERE = [
    "localhost",
    "LocalHost",
    "localhost.",
    "127.0.0.1",
    "127.0.0.1.",
    "127.8.9.1",
    "127.1",
    "127.0.1",
    "0x7f000001",
    "0X7F.1",
    "0177.0.0.1",
    "2130706433",
    "017700000001",
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "１２７.0.0.1",
    "127。0。0。1",
    "ⓛocalhost",
]
ELSEWHERE = [
    "api.scorocode.ru",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "evil.localhost.example",
    "lосаlhost",  # о, с and а are Cyrillic
    "localhost.localdomain",
    "0.0.0.0",
    "128.0.0.1",
    "10.0.0.1",
    "0x7g000001",
    "localh0st",
    "[::]",
    "[::2]",
    "[::ffff:10.0.0.1]",
    "[fe80::1]",
]
NO_HOST = [
    "a127.0.0.1",
    "127.0.0.1.2",
    "256.1",
    "127.0.0.256",
    "0x100000000",
    "4294967296",
    "1.2.3.0x",
    "08.1.1.1",
    "1.2.a.3",
]


@pytest.mark.parametrize("host", HERE)
def test_this_computer_however_it_is_written(host: str) -> None:
    address = f"http://{host}:8080/api/v1/"
    assert stays_here(address)
    account = an_account(environment=Environment.SANDBOX, address=address)
    assert account_problems(account, KEYS) == []
    assert not account.is_false_sandbox
    assert as_address(as_address(address)) == as_address(address)
    assert is_loopback(host_of(address))


@pytest.mark.parametrize("host", ELSEWHERE)
def test_another_computer_is_no_sandbox(host: str) -> None:
    account = an_account(environment=Environment.SANDBOX, address=f"https://{host}/api/v1/")
    assert account.is_false_sandbox
    assert "sandbox_elsewhere" in [each.code for each in account_problems(account, KEYS) if each.stops]
    plain = an_account(environment=Environment.SANDBOX, address=f"http://{host}/api/v1/")
    assert "address_not_encrypted" in [each.code for each in account_problems(plain, KEYS)]


@pytest.mark.parametrize("host", NO_HOST)
def test_numbers_that_are_no_address(host: str) -> None:
    assert not stays_here(f"http://{host}/")
    if host != "1.2.3.0x":  # 0x alone is a zero for those who read addresses
        codes = [each.code for each in account_problems(an_account(address=f"https://{host}/"), KEYS)]
        assert codes == ["address_unreadable"]


@pytest.mark.parametrize("environment", [Environment.TEST, Environment.PRODUCTION])
def test_an_installation_or_a_tunnel_on_this_computer_may_be_anything(environment: Environment) -> None:
    assert account_problems(an_account(environment=environment, address="http://127.0.0.1:8080/"), KEYS) == []


def test_nothing_is_asked_of_a_sandbox_elsewhere() -> None:
    """The safety net under every test fails this one if a connection is tried."""
    for kind in AccessKind:
        account = an_account(environment=Environment.SANDBOX, address="https://api.example.org/", access_kind=kind)
        client = Client(account, KEYS)
        failures = (
            client.count("users", None),
            client.look_up("app", {}),
            client.send(Channel.PUSH, {"coll": "devices", "query": {}}),
            client.send(Channel.SMS, {"coll": "users", "query": {}}),
            client.login("a@example.org", "the-password"),
            client.logout(),
        )
        assert {getattr(each, "reason", None) for each in failures} == {"bad_account"}
        assert {each.verdict for each in client.check()} == {"untested"}
        client.close()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("HTTPS://API.Example.ORG/Api/v1", "https://api.example.org/Api/v1/"),
        ("https://api.example.org:443/", "https://api.example.org/"),
        ("https://api.example.org:8443/", "https://api.example.org:8443/"),
        ("http://localhost:80", "http://localhost/"),
        ("http://127.1:8080/", "http://127.0.0.1:8080/"),
        ("http://[0:0::1]:1/", "http://[::1]:1/"),
        ("http://[::FFFF:127.0.0.1]/", "http://127.0.0.1/"),
        ("https://пример.рф/api", "https://xn--e1afmkfd.xn--p1ai/api/"),
        ("https://аpi.scorocode.ru/", "https://xn--pi-6kc.scorocode.ru/"),
        ("https://faß.de/", "https://xn--fa-hia.de/"),
        ("https://ＡＰＩ.example.org/", "https://api.example.org/"),
        # what is no address stays as it was typed, to be called wrong
        ("api.example.org", "api.example.org/"),
        ("https://a@b.org/", "https://a@b.org/"),
        ("https://api.exam\u200bple.org/", "https://api.exam\u200bple.org/"),
        ("https://[v1.x]/", "https://[v1.x]/"),
        ("https://[::1", "https://[::1/"),
        ("https://a:99999/", "https://a:99999/"),
        ("https://256.1/", "https://256.1/"),
        ("https://a_б.example/", "https://a_б.example/"),
    ],
)
def test_there_is_one_way_to_write_an_address(typed: str, kept: str) -> None:
    assert as_address(typed) == kept


@pytest.mark.parametrize(
    ("host", "letter"),
    [
        ("аpi.scorocode.ru", "а"),  # the first is Cyrillic
        ("api.sсorocode.ru", "с"),
        ("xn--pi-6kc.scorocode.ru", "а"),
        ("αpi.example.org", "α"),
        ("арі.com", "а"),  # all of it is Cyrillic, and could be taken for Latin
        ("сосо.ru", "с"),
        ("пример.рф", ""),
        ("почта.example.ru", ""),  # no Latin word looks so
        ("сосо.рф", ""),
        ("müller.de", ""),
        ("例え.jp", ""),
        ("日本語abc.jp", ""),
        ("api.scorocode.ru", ""),
        ("xn--0.example.org", ""),
    ],
)
def test_a_letter_that_is_not_what_it_seems_is_named(host: str, letter: str) -> None:
    address = f"https://{host}/"
    assert look_alike(address) == letter
    found = [each for each in account_problems(an_account(address=address), KEYS) if not each.stops]
    assert [each.params["letter"] for each in found] == ([letter] if letter else [])
    if letter:
        assert {each.field for each in found} == {("account", "address")}
        assert letter in readable_host(address)
        assert str(found[0].params["name"]).startswith(("CYRILLIC", "GREEK"))


def test_an_address_of_plain_letters_loads_nothing_for_international_names() -> None:
    """Twenty to thirty milliseconds of the start, for those few who need it."""
    script = """
import sys
from scoro_desktop.scorocode.account import *
from scoro_desktop.scorocode.hosts import as_address
account = Account("1", "a", Environment.TEST, as_address(DEFAULT_ADDRESS), "a", AccessKind.MASTER)
account_problems(account, Keys())
assert not {"idna", "encodings.idna", "stringprep"} & sys.modules.keys()
"""
    subprocess.run([sys.executable, "-c", script], check=True)
