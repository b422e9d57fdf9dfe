"""Tests that a copied command, pasted into a shell, sends the very bytes of the JSON.

POSIX shells are run. Windows's two are not to be had everywhere, so the rules by which they, and the start-up code of
a Windows program, read a line are written down here a second time, apart from the code under test.
"""

import http.server
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from scoro_desktop import wire
from scoro_desktop.curl.posix import read_posix
from scoro_desktop.curl.reading import Shell, write_curl
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.wire import JsonObject
from tests.curl.test_round_trip import ADDRESS, hard_text, sms
from tests.examples import how_many
from tests.messages.contract import EXAMPLE_PUSH, EXAMPLE_SMS, KEYS

HARD = [
    "it's \"quoted\" `date` $HOME $(id) ${x} \\ \\' \\\" 'twice'",
    "100% %PATH% %OS:~0,1% %^x% %%",
    "! !! !x ^a^b",
    "\U0001f600 Привет \u2018\u2019\u201a\u201b\u201c\u201d \u2028 e\u0301 \u202e",
    "\0\1\t\r\n\x1b\x7f\x80\x9f",
    "%s %b \\0101 \\n @- -d",
    "\\",
    "\\\\'",
    "\x7f\\\x85'%",
]

RECORDER = """#!/bin/sh
for each in "$@"; do printf '%s\\0' "$each"; done >> "$RECORD"
for each in "$@"; do case $each in @-) cat >> "$RECORD";; esac; done
printf '\\0end\\0' >> "$RECORD"
"""


@pytest.fixture(scope="module")
def recorder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a `curl` that writes down its arguments and, where it would read it, its input."""
    folder = tmp_path_factory.mktemp("recorder")
    program = folder / "curl"
    program.write_text(RECORDER)
    program.chmod(0o755)
    return folder


def run(shell: str, script: str, **variables: str) -> None:
    # As at a prompt: with the expansion of history where the shell has it.
    head = "set -o history -o histexpand\n" if shell == "bash" else ""
    done = subprocess.run(
        [shell],
        input=(head + script + "\n").encode(),
        env={"PATH": os.environ["PATH"], "LC_ALL": "C", "HOME": os.environ["HOME"], **variables},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.stderr == b""
    assert done.returncode == 0


def sent(record: bytes) -> Iterator[tuple[list[str], bytes]]:
    """The other arguments and the body of each call that was written down, as curl would send it."""
    for call in record.split(b"\0end\0")[:-1]:
        *arguments, stdin = call.split(b"\0") if b"@-\0" in call else [*call.split(b"\0"), b""]
        at = arguments.index(b"-d")
        data = arguments[at + 1]
        body = re.sub(rb"[\r\n\0]", b"", stdin) if data == b"@-" else data
        yield [each.decode() for each in arguments[:at]], body


def body_of(request: Request) -> bytes:
    return wire.compact({**KEYS, **request.to_wire()})


@pytest.mark.parametrize("shell", ["bash", "sh"])
@settings(max_examples=how_many(12), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(hard_text, min_size=10, max_size=30))
@example(texts=HARD)
@example(texts=["x" * 70_000, "'" * 70_000, "\x7f" * 40_000])
def test_a_posix_shell_sends_the_very_bytes(shell: str, texts: list[str], recorder: Path, tmp_path: Path) -> None:
    requests = [sms(text) for text in texts]
    record = tmp_path / "record"
    record.unlink(missing_ok=True)
    script = "\n".join(write_curl(request, ADDRESS, KEYS, shell=Shell.POSIX) for request in requests)
    assert not re.search("[\0-\x09\x0b-\x1f\x7f-\x9f]", script), "a terminal takes no such character when it is pasted"
    run(shell, script, PATH=f"{recorder}:{os.environ['PATH']}", RECORD=str(record))
    calls = list(sent(record.read_bytes()))
    assert [body for _, body in calls] == [body_of(request) for request in requests]
    expected = ["-X", "POST", ADDRESS + "sendsms", "-H", "Content-Type: application/json"]
    assert all(arguments == expected for arguments, _ in calls)


WORDS = r"""' " \ \\ $' \n \' \" a #x é ! = } a# ~x % \$ \` ^ @ -d , \x \x41 \101 \q \cA \u20ac ;x |y $\" """
READ_ARGUMENTS = r"""
curl() { for each in "$@"; do printf '%s\0' "$each"; done; printf 'end\0'; }
x() { :; }; y() { :; }
while IFS= read -r -d '' command; do (eval "$command") 2>/dev/null </dev/null || :; printf 'next\0'; done
"""


@settings(max_examples=how_many(5), deadline=None)
@given(
    commands=st.lists(
        st.lists(st.sampled_from([*WORDS.split(), " ", "b c", "\n", "\\\n", "\t"]), max_size=10).map("".join),
        min_size=50,
        max_size=150,
    )
)
def test_words_are_read_as_bash_reads_them(commands: list[str]) -> None:
    done = subprocess.run(
        ["bash", "-c", READ_ARGUMENTS],
        input="".join(f"curl {command}\0" for command in commands).encode(),
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": os.environ["HOME"]},
        capture_output=True,
        check=True,
        timeout=60,
    )
    answers = done.stdout.decode("utf-8", "replace").split("next\0")[:-1]
    for command, answer in zip(commands, answers, strict=True):
        first = read_posix(f"curl {command}")[0]
        # Not as bash does: a variable stays as it is written, and a line goes on also after a backslash and a blank.
        is_other = any(finding.code == "shell_variable" for finding in first.findings) or re.search(
            r"\\[ \t]+\n", command
        )
        if "end\0" in answer and not is_other:
            assert [word.text for word in first.words[1:]] == answer.split("end\0")[0].split("\0")[:-1]


class _Server(http.server.ThreadingHTTPServer):
    """Keeps what it is sent."""

    received: list[tuple[str, str, str, bytes]]


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        assert isinstance(self.server, _Server)
        self.server.received.append((self.command, self.path, self.headers["Content-Type"], body))
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[_Server]:
    with _Server(("127.0.0.1", 0), _Handler) as server:
        server.received = []
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize("shell", ["bash", "sh"])
def test_curl_itself_sends_the_very_bytes(shell: str, server: _Server) -> None:
    long: JsonObject = {"_id": {"$in": [f"id{number:08}" for number in range(20_000)]}}
    requests = [
        Request.from_wire(Channel.PUSH, EXAMPLE_PUSH),
        Request.from_wire(Channel.SMS, EXAMPLE_SMS),
        Request.from_wire(Channel.SMS, {**EXAMPLE_SMS, "query": long}),
        *map(sms, HARD),
    ]
    address = f"http://127.0.0.1:{server.server_port}/it's {{a,b}}[1-2]/v1/"
    script = "\n".join(
        write_curl(each, address, KEYS, shell=Shell.POSIX).replace("curl", "curl -sS") for each in requests
    )
    run(shell, script, NO_PROXY="*")
    path = "/it's%20%7Ba,b%7D%5B1-2%5D/v1/"
    assert server.received == [
        ("POST", path + ("sendpush" if each.channel is Channel.PUSH else "sendsms"), "application/json", body_of(each))
        for each in requests
    ]


def percent_phase(line: str) -> str:
    """cmd at its prompt: `%NAME%` and `%NAME:...%` where NAME is a variable. All are taken to be, but `^...`."""
    done, at = "", 0
    while at < len(line):
        name = re.compile("%([^%:]+)(:[^%]*)?%").match(line, at)
        if name and not name[1].startswith("^"):
            done += "EXPANDED"
            at = name.end()
        else:
            done += line[at]
            at += 1
    return done


def caret_phase(line: str) -> str:
    """cmd's parser: what it hands to the program. Fails the test where a special character would act."""
    done, quoted, at = "", False, 0
    while at < len(line):
        char = line[at]
        if char == "^" and not quoted:
            at += 1
            char = line[at]
        else:
            assert quoted or char not in "&|<>()\r\n", f"{char} would act"
            quoted ^= char == '"'
        done += char
        at += 1
    return done


def c_runtime(line: str) -> list[str]:
    """Splits a command line as the start-up code of a Windows program does, after Microsoft's description."""
    arguments, current, quoted, at = [], "", False, 0
    begun = False
    while at < len(line):
        char = line[at]
        if char in " \t" and not quoted:
            arguments += [current] if begun else []
            current, begun = "", False
        elif char == "\\":
            count = len(line[at:]) - len(line[at:].lstrip("\\"))
            at += count - 1
            if line[at + 1 : at + 2] == '"':
                current += "\\" * (count // 2)
                if count % 2:
                    current += '"'
                    at += 1
            else:
                current += "\\" * count
            begun = True
        elif char == '"':
            begun = True
            if quoted and line[at + 1 : at + 2] == '"':
                current += '"'
                at += 1
            else:
                quoted = not quoted
        else:
            current, begun = current + char, True
        at += 1
    return [*arguments, current] if begun else arguments


def test_the_rules_of_windows_are_written_down_as_described() -> None:
    assert percent_phase("%PATH% is %X:~0,1% 1%^PATH%") == "EXPANDED is EXPANDED 1%^PATH%"
    assert percent_phase("%^a%PATH%") == "%^aEXPANDED"
    assert caret_phase('a^"b^&c" ^ & "') == 'a"b&c" ^ & "'
    # The table of Microsoft's "Parsing C command-line arguments".
    assert c_runtime('"abc" d e') == ["abc", "d", "e"]
    assert c_runtime(r'a\\b d"e f"g h') == [r"a\\b", "de fg", "h"]
    assert c_runtime(r"a\\\"b c d") == [r"a\"b", "c", "d"]
    assert c_runtime(r'a\\\\"b c" d e') == [r"a\\b c", "d", "e"]
    assert c_runtime('a"b"" c d') == ['ab" c d']


@settings(max_examples=how_many(200), deadline=None)
@given(text=hard_text | st.text(st.characters(exclude_categories=["Cs"])))
@example(text="".join(HARD))
@example(text='%PATH:~0,3% %^PATH% %"PATH%')
def test_cmd_hands_over_the_very_text(text: str) -> None:
    request = sms(text)
    line = write_curl(request, ADDRESS, KEYS, shell=Shell.CMD)
    assert not re.search("[\0-\x1f\x7f-\x9f]", line), "a console takes no such character from the clipboard"
    program, *arguments = c_runtime(caret_phase(percent_phase(line)))
    assert program == "curl"
    assert arguments[:-1] == ["-X", "POST", ADDRESS + "sendsms", "-H", "Content-Type: application/json", "-d"]
    assert_same_json(arguments[-1].encode(), request)


POWERSHELL = re.compile(
    r"& \{ \$OutputEncoding = \[Text\.UTF8Encoding\]::new\(\$false\); \$console = \[Console\]::InputEncoding; "
    r"\[Console\]::InputEncoding = \$OutputEncoding; try \{ (.*) \| curl\.exe -X POST ('[^']*') "
    r"-H 'Content-Type: application/json' -d '@-' \} finally \{ \[Console\]::InputEncoding = \$console \} \}"
)


def powershell_text(source: str) -> str:
    """A text in single quotes. PowerShell takes five characters for one; two together stand for the second."""
    quotes = "'\u2018\u2019\u201a\u201b"
    assert {source[0], source[-1]} <= set(quotes)
    done, at, inner = "", 0, source[1:-1]
    while at < len(inner):
        if inner[at] in quotes:
            at += 1
            assert inner[at : at + 1] in {*quotes}, "the text ends early"
        done += inner[at]
        at += 1
    return done


@settings(max_examples=how_many(200), deadline=None)
@given(text=hard_text | st.text(st.characters(exclude_categories=["Cs"])))
@example(text="".join(HARD))
def test_powershell_hands_over_the_very_text(text: str) -> None:
    request = sms(text)
    line = write_curl(request, ADDRESS, KEYS, shell=Shell.POWERSHELL)
    assert not re.search("[\0-\x1f\x7f-\x9f]", line), "a console takes no such character from the clipboard"
    command = POWERSHELL.fullmatch(line)
    assert command
    assert powershell_text(command[2]) == ADDRESS + "sendsms"
    piped = (powershell_text(command[1]) + "\r\n").encode()
    assert_same_json(re.sub(rb"[\r\n\0]", b"", piped), request)


def assert_same_json(body: bytes, request: Request) -> None:
    """The very bytes; but U+007F to U+009F, which no Windows console takes when they are pasted, escaped."""
    expected = re.sub("[\x7f-\x9f]", lambda match: f"\\u{ord(match[0]):04x}", body_of(request).decode())
    assert body == expected.encode()
    assert wire.read(body) == wire.read(body_of(request))
