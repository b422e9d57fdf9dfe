"""Tests that a request written as a curl command is read back as the same one, for every shell and any text."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scoro_desktop import wire
from scoro_desktop.curl.reading import Shell, masked_keys, read_curl, too_long, write_curl
from scoro_desktop.curl.writing import CMD_LENGTH_MAX
from scoro_desktop.messages.channels.sms.model import Sms
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.wire import JsonObject
from tests.examples import how_many, how_much
from tests.messages.contract import EXAMPLE_PUSH, EXAMPLE_SMS, KEYS, bodies

ADDRESS = "https://api.scorocode.ru/api/v1/"

hard_text = st.lists(
    st.sampled_from(
        [
            *(
                "'",
                '"',
                "\\",
                "`",
                "$HOME",
                "$(x)",
                "%PATH%",
                "%",
                "!",
                "!!",
                "^",
                "&",
                "|",
                "<",
                ">",
                "\n",
                "\r",
                "\0",
            ),
            *("\t", "\x7f", "\x85", "\u2018", "\u2019", "\u201c", "\u2028", "\U0001f600", "Привет", "@", "#", ";"),
            *(
                "\u00a0",
                "\u00ad",
                "\u200b",
                "\u200d",
                "\u202e",
                "\u2029",
                "\u3000",
                "\ufeff",
                "\ufffe",
                "\ufdd0",
                "!$",
                "!-1",
            ),
            *(
                "%%",
                "%1",
                "%~dp0",
                "^%",
                "\\\n",
                "\n> -d",
                "\n```\n",
                "&quot;",
                "&amp;",
                "“a”",
                "\x1b[0m",
                "$'\\x41'",
                "1 ",
            ),
            *("'@", "@'", "\n'@\n", "| curl -d x", "\ncurl http://x -d '{}'", "-d", "EOF", "~", "*", "{a,b}", "x"),
        ]
    )
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=4),
    max_size=8,
).map("".join)


def sms(text: str) -> Request:
    return Request(Channel.SMS, collection="users", query={}, message=Sms(text=text))


@pytest.mark.parametrize("shell", Shell)
@settings(max_examples=how_many(150), deadline=None)
@given(text=hard_text)
@example(text="don't")
@example(text="Invoke-RestMethod don't")
@example(text="it's `n \u2019quoted\u2019 'twice'")
def test_any_text_comes_back(shell: Shell, text: str) -> None:
    request = sms(text)
    reading = read_curl(write_curl(request, ADDRESS, KEYS, shell=shell))
    assert reading.request == request
    assert (reading.address, reading.channel) == (ADDRESS, Channel.SMS)
    assert {key: getattr(reading.keys, key) for key in KEYS} == KEYS
    assert (reading.problems, reading.notes) == ((), ())


@pytest.mark.parametrize("shell", Shell)
@settings(max_examples=how_many(100), deadline=None)
@given(body=bodies, channel=st.sampled_from(Channel))
def test_any_request_comes_back(shell: Shell, body: JsonObject, channel: Channel) -> None:
    request = Request.from_wire(channel, body)
    try:
        wire.compact(request.to_wire())
    except ValueError:
        with pytest.raises(ValueError):
            write_curl(request, ADDRESS, KEYS, shell=shell)
        return
    reading = read_curl(write_curl(request, ADDRESS, KEYS, shell=shell))
    assert reading.request == request
    assert wire.compact(reading.request.to_wire()) == wire.compact(request.to_wire())


@pytest.mark.parametrize("shell", Shell)
@pytest.mark.parametrize(("channel", "body"), [(Channel.PUSH, EXAMPLE_PUSH), (Channel.SMS, EXAMPLE_SMS)])
def test_without_keys_the_command_names_what_is_missing_and_is_still_a_command(
    shell: Shell, channel: Channel, body: JsonObject
) -> None:
    request = Request.from_wire(channel, body)
    command = write_curl(request, ADDRESS, None, shell=shell, application_id="0a1b2c")
    assert command.isascii()
    for shown in ("0a1b2c", "YOUR_CLIENT_KEY", "YOUR_ACCESS_KEY", "YOUR_SESSION"):
        assert shown in command
    reading = read_curl(command)
    assert reading.request == request
    assert reading.keys.app == "0a1b2c"
    assert (reading.keys.cli, reading.keys.acc, reading.keys.sess) == ("", "", "")
    assert [(note.code, note.params) for note in reading.notes] == [("placeholder_keys", {"keys": "cli, acc, sess"})]


def test_a_masked_session_is_only_named_where_there_is_one() -> None:
    assert list(masked_keys("0a1b2c", session=False)) == ["app", "cli", "acc"]
    assert masked_keys("")["app"] == "YOUR_APPLICATION_ID"


@pytest.mark.parametrize("shell", Shell)
@pytest.mark.parametrize("text", ["\ud83d", "a\udc00", "\ude00\ud83d"])
def test_half_a_character_is_refused_as_it_cannot_be_sent(shell: Shell, text: str) -> None:
    with pytest.raises(ValueError):
        write_curl(sms(text), ADDRESS, KEYS, shell=shell)


@pytest.mark.parametrize("extra", [-1, 0, 1])
def test_a_line_of_cmd_is_too_long_from_its_limit_on(extra: int) -> None:
    length = CMD_LENGTH_MAX - len(write_curl(sms(""), ADDRESS, KEYS, shell=Shell.CMD)) + extra
    command = write_curl(sms("\U0001f600" + "x" * (length - 2)), ADDRESS, KEYS, shell=Shell.CMD)
    assert too_long(command, Shell.CMD) == (extra > 0)
    assert read_curl(command).request == sms("\U0001f600" + "x" * (length - 2))


@pytest.mark.parametrize(
    "text", ["\\" * how_much(200_000), ('\\"' * 3 + "x") * how_much(20_000)], ids=["alone", "quotes"]
)
@pytest.mark.timeout(60)  # what is quadratic here would take many minutes
def test_many_backslashes_come_back_from_cmd(text: str) -> None:
    assert read_curl(write_curl(sms(text), ADDRESS, KEYS, shell=Shell.CMD)).request == sms(text)


@pytest.mark.parametrize("shell", Shell)
def test_a_long_request_comes_back(shell: Shell) -> None:
    request = Request(
        Channel.SMS, "users", {"_id": {"$in": [f"id{n:08}" for n in range(how_much(50_000))]}}, Sms(text="it's")
    )
    command = write_curl(request, ADDRESS, KEYS, shell=shell)
    assert too_long(command, shell) == (shell is Shell.CMD)
    assert read_curl(command).request == request


@pytest.mark.parametrize("shell", Shell)
@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("http://[::1]:8080/api/v1/", "http://[::1]:8080/api/v1/"),
        ("http://localhost", "http://localhost/"),
        ("https://Пример.рф:80/ы/", "https://xn--e1afmkfd.xn--p1ai:80/%D1%8B/"),
    ],
)
def test_addresses_come_back(shell: Shell, address: str, written: str) -> None:
    reading = read_curl(write_curl(sms("hi"), address, KEYS, shell=shell))
    assert (reading.address, reading.notes) == (written, ())
