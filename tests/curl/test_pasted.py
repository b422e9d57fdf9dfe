"""Commands as they come out of terminals, chats, documents and mails: read as the person who copied them means them."""

import pytest

from scoro_desktop.curl.reading import Finding, read_curl
from tests.curl.test_reading import BASE, SHORT_SMS, URL, codes, read, text_of

D = f"-d '{SHORT_SMS}'"
PRETTY = '{\n  "coll": "users",\n  "msg": {"text": "hi"}\n}'
PROMPTED = PRETTY.replace("\n", "\n> ")


@pytest.mark.parametrize(
    "text",
    [
        # Continued in a terminal.
        f"$ curl {URL} \\\n> {D}",
        f"$ curl {URL} \\\r\n> {D}\r\n",
        f"curl {URL} \\\n> -H 'Content-Type: application/json' \\\n> {D}",
        f"curl {D} \\\n> {URL}",
        f"user@host:~/work$ curl {D} \\\n> {URL}",
        f"$ curl {URL} \\\n>   {D}",
        f"$ curl {URL} \\\n>\n> {D}",
        f"$ curl {URL} -d '{PROMPTED}'",
        f"% curl {URL} -d '{PRETTY.replace(chr(10), chr(10) + 'quote> ')}'",
        f"$ curl {URL} -d @- <<END\n> {PROMPTED}\n> END",
        f"$ curl {URL} -d@- <<'END'\n> {PROMPTED}\n> END\n" + '{"error":false}',
        f"$ cat <<END | curl {URL} -d @-\n> {PROMPTED}\n> END",
        f"$ curl {URL} -d@- <<'END'\n  {PRETTY}\n  END",
        f"$ echo '{SHORT_SMS}' |\npipe> curl {URL} -d @-",
        f"PS C:\\> curl.exe {URL} `\n>> {D.replace(chr(34), chr(92) + chr(34))}",
        f'C:\\>curl {URL} ^\nMore? -d "{SHORT_SMS.replace(chr(34), chr(92) + chr(34))}"',
        f"> curl {URL} \\\n> {D}",
        f">> curl {URL} \\\n>> {D}\n>>",
        # Lines that are empty or have a comment, where the command goes on.
        f"curl {URL} \\\n\n{D}",
        f"curl {URL} \\\n\n\n  {D} \\\n\n",
        f"curl {URL} \\\r\n\r\n  {D}",
        f"curl {URL} \\  \n  {D}",
        f"curl {URL} \\\u00a0\n  {D}",
        f"curl {URL} \\\u2028  {D}",
        f"curl {URL} \\\n  # the data\n  {D}",
        f"curl {URL} \\\n# one \\\n\n  # two\n  {D}",
        f"# send it\ncurl {URL} {D}",
        f"#!/bin/sh\n\n# send it\nset -e\ncurl {URL} {D}\n",
        f"curl.exe {URL} `\n\n  {D.replace(chr(34), chr(92) + chr(34))}",
        f'curl {URL} ^\n\n\n  -d "{SHORT_SMS.replace(chr(34), chr(92) + chr(34))}"',
        # How the program is called, and by what.
        f"Curl {URL} {D}",
        f"Curl -X POST {D} {URL}",
        f"CURL.EXE {URL} {D}",
        f"Curl.exe {URL} {D}",
        f"/usr/bin/curl {URL} {D}",
        f"FOO=bar BAZ='a b' curl {URL} {D}",
        f"sudo curl {URL} {D}",
        f"wsl curl {URL} {D}",
        f"PS C:\\> wsl -e curl {URL} {D}",
        f"sudo -E curl {URL} {D}",
        f"time curl {URL} {D}",
        f"timeout 5 curl {URL} {D}",
        f"env A=1 curl {URL} {D}",
        f"if curl {URL} {D}; then echo done; fi",
        f"x=$(curl {URL} {D})",
        # Prompts.
        f"user@host:~$ curl {URL} {D}",
        f"[me@host dir]$ curl {URL} {D}",
        f"root@host:/# curl {URL} {D}",
        f"(venv) me@host ~ % curl {URL} {D}",
        f"# curl {URL} {D}",
        f"% curl {URL} {D}",
        f"\u279c  ~ curl {URL} {D}",
        f"\u279c  project git:(main) ✗ curl {URL} {D}",
        f"❯ curl {URL} {D}",
        f"+ curl {URL} {D}",
        f"!curl {URL} {D}",
        f"PS C:\\Users\\me> curl.exe {URL} {D.replace(chr(34), chr(92) + chr(34))}",
        f"  512  curl {URL} {D}",
        f"- curl {URL} {D}",
        f"1. curl {URL} {D}",
        # Fences and lines with numbers.
        f"```bash\ncurl {URL} {D}\n```",
        f"```\n$ curl {URL} \\\n> {D}\n```",
        f"~~~ sh\r\ncurl {URL} {D}\r\n~~~\r\n",
        f"```sh\ncurl {URL} {D}",
        f"`curl {URL} {D}`",
        f"   1  curl {URL} \\\n   2    {D}",
        f"9: curl {URL} \\\n10:   {D}\n",
        f"\x1b[32m$\x1b[0m curl {URL} {D}",
        f"\x1b[200~curl {URL} {D}\x1b[201~",
        # Quotes and dashes that a chat has changed.
        f"curl {URL} —data '{SHORT_SMS}'",
        f"curl {URL} –d ‘{SHORT_SMS}’",
        f"curl “{URL}” -d “{SHORT_SMS.replace(chr(34), '”')}”",
        f"curl {URL} -d '{SHORT_SMS.replace(chr(34), '“')}'",
        f"curl {URL} -d '{SHORT_SMS.replace(chr(34), '&quot;')}'",
        f"curl {URL} -d &#39;{SHORT_SMS.replace(chr(34), '&quot;')}&#39;",
        # What else curl takes.
        f"curl {URL} --data-raw='{SHORT_SMS}'",
        f"curl {URL} -d'{SHORT_SMS}' -H\"x: y\"",
        f"curl.exe ^\"{URL}^\" -d ^\"{SHORT_SMS.replace(chr(34), chr(92) + '^' + chr(34))}^\"",
    ],
)  # fmt: skip
def test_a_copied_command_is_read(text: str) -> None:
    reading = read(text)
    assert text_of(reading) == "hi"
    assert reading.address == BASE
    assert "no_address" not in codes(reading.notes)
    assert "extra_word" not in codes(reading.notes)


@pytest.mark.parametrize("fence", ["```json\n{}\n```", "Body:\n\n```\n{}\n```\nThanks", "~~~\n{}\n~~~", "> {}", "1 {}"])
def test_fenced_and_quoted_json_is_read(fence: str) -> None:
    body = PRETTY.replace("\n", "\n> ") if fence.startswith(">") else PRETTY
    if fence.startswith("1"):
        body = "\n".join(f"{number} {line}" for number, line in enumerate(PRETTY.split("\n"), 1)).removeprefix("1 ")
    reading = read(fence.replace("{}", body))
    assert text_of(reading) == "hi"
    assert codes(reading.notes) == (["text_around"] if fence.startswith("Body") else [])


def test_only_the_block_with_the_command_is_read() -> None:
    reading = read(f"Install:\n```sh\napt install jq\n```\nThen:\n```sh\ncurl {URL} {D}\n```\nor\n```\ncurl x\n```")
    assert text_of(reading) == "hi"
    assert codes(reading.notes) == ["text_around"]


def test_output_into_a_file_stays_that() -> None:
    reading = read(f"curl {D} {URL} \\\n > answer.json")
    assert codes(reading.notes) == []
    assert codes(read(f"curl {D} {URL} \\\n> answer.json").notes) == []


def test_a_word_of_a_sentence_is_no_command() -> None:
    assert codes(read("Curl your hair, it's fun").problems) == ["no_command"]
    assert text_of(read(f"curl is a program. Don't worry:\n\ncurl {D} {URL}")) == "hi"


def test_a_break_after_the_command_ends_it_all_the_same() -> None:
    reading = read(f"curl {D} {URL} \\\n\nThat is all.")
    assert codes(reading.notes) == ["text_around"]
    assert codes(read(f"curl {URL}\n{D}").problems) == ["no_data"]


def test_what_is_escaped_for_a_page_is_said_and_its_values_are_unescaped() -> None:
    text = f"curl {URL} -d '{SHORT_SMS.replace('hi', 'a &lt; b &amp; c').replace(chr(34), '&quot;')}'"
    reading = read(text)
    assert text_of(reading) == "a < b & c"
    assert reading.notes == (Finding("html_escaped", {}, text.index("&quot;"), 6),)
    # Where it reads as it stands, nothing is changed.
    assert text_of(read(f"curl {URL} -d '{SHORT_SMS.replace('hi', '&quot;')}'")) == "&quot;"


def test_the_place_of_a_mistake_is_that_of_the_text_that_was_pasted() -> None:
    text = f"```sh\n$ curl {URL} \\\n> -d '{{\n> \"coll\": oops}}'\n```"
    reading = read(text)
    assert codes(reading.problems) == ["json_broken"]
    assert reading.problems[0].offset == text.index("oops")


def test_smart_quotes_around_arguments_leave_those_within_alone() -> None:
    reading = read(f"curl {URL} -d ‘{SHORT_SMS.replace('hi', 'It’s the “Best” «x»')}’")
    assert text_of(reading) == "It’s the “Best” «x»"
    assert codes(reading.notes) == ["smart_quotes"]


@pytest.mark.parametrize("text", ["$(cat t.txt)", "`id`", "${HOME}", "$HOME", "%PATH%", "!!", "~", "@t.txt"])
def test_nothing_that_stands_in_a_text_is_run_or_filled_in(text: str) -> None:
    assert text_of(read(f"curl {URL} -d '{SHORT_SMS.replace('hi', text)}'")) == text


def test_no_file_is_opened_and_nothing_is_run(monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import os
    import subprocess

    def refuse(*_: object, **__: object) -> object:
        raise AssertionError("a file was opened, or something was run")

    for where, what in (("builtins", "open"), ("io", "open"), ("os", "open"), ("os", "system"), ("os", "popen")):
        monkeypatch.setattr(f"{where}.{what}", refuse)
    monkeypatch.setattr(subprocess, "Popen", refuse)
    with pytest.raises(AssertionError):
        io.open("t.txt")  # noqa: SIM115, UP020
    with pytest.raises(AssertionError):
        os.system("true")
    for command in (
        f"curl {URL} -d @t.txt",
        f"curl {URL} --data-binary @/etc/passwd",
        f"curl -K t.txt {URL} -d @-",
        f"curl {URL} -d @- < t.txt",
        f"curl {URL} -T t.txt -F a=@t.txt",
        f'curl {URL} -d "$(cat t.txt)" --json @t.txt -H @t.txt --data-urlencode a@t.txt',
        f"cat t.txt | curl {URL} -d @-",
        f"irm {URL} -InFile t.txt -Body (Get-Content t.txt)",
        f". t.txt; source t.txt; curl {URL} -d `cat t.txt`",
    ):
        assert read_curl(command).request is None
