"""A curl command, or bare JSON, as a request: what a developer pastes. `curl_write` is the way back."""

import dataclasses
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from scoro_desktop.messages.curl_address import read_address
from scoro_desktop.messages.curl_body import read_body
from scoro_desktop.messages.curl_call import Call, is_cmdlet, read_call
from scoro_desktop.messages.curl_cmd import read_cmd
from scoro_desktop.messages.curl_codes import CURL_CODES
from scoro_desktop.messages.curl_input import printed
from scoro_desktop.messages.curl_posix import read_posix
from scoro_desktop.messages.curl_powershell import read_old_powershell, read_powershell
from scoro_desktop.messages.curl_script import SMART_DOUBLE, SMART_SINGLE, Command, Finding, Word
from scoro_desktop.messages.curl_write import CALLS, PLACEHOLDERS, Shell, masked_keys, too_long, write_curl
from scoro_desktop.messages.request import ENVELOPE_KEYS, Channel, Request, split_keys
from scoro_desktop.wire import JsonObject

__all__ = [
    "CURL_CODES",
    "CurlKeys",
    "CurlReading",
    "Finding",
    "Shell",
    "masked_keys",
    "read_curl",
    "too_long",
    "write_curl",
]


@dataclass(frozen=True, repr=False)
class CurlKeys:
    """The envelope keys of a pasted request, empty where there is none. Shown by nothing."""

    app: str = ""
    cli: str = ""
    acc: str = ""
    sess: str = ""

    def __repr__(self) -> str:
        return "CurlKeys(hidden)"


@dataclass(frozen=True)
class CurlReading:
    """What was read. There is a request exactly where there are no problems.

    `channel`: by the address, else by the shape of the message; None where neither tells. `body`: the JSON object less
    its keys, there also when only the channel is missing: `Request.from_wire` makes a request of it. `address`: up to
    and with `/api/v1/`. `problems` and `notes`: codes of `CURL_CODES`, with places in the text where they have one.
    """

    channel: Channel | None = None
    request: Request | None = None
    body: JsonObject | None = None
    keys: CurlKeys = dataclasses.field(default_factory=CurlKeys)
    address: str | None = None
    problems: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()


_Lexer = Callable[[str, int], list[Command]]
_POSIX: Final[tuple[_Lexer, ...]] = (read_posix,)
_CMD: Final[tuple[_Lexer, ...]] = (read_cmd,)
_POWERSHELL: Final[tuple[_Lexer, ...]] = (read_powershell, read_old_powershell)

_PROMPT: Final = (
    r"(?:(?:PS(?:[ ][^\n>]{0,200})?|[A-Za-z]:[^\n>|\"']{0,200})>[ \t\u00a0]*"
    r"|(?:[\w.@:~/\[\]()-][\w.@:~/\[\]() -]{0,80})?[$%#>\u276f\u00bb][ \t\u00a0]+)"
)
_PROGRAM: Final = r"(?:[\w.:~-]*[\\/])*(?:curl|CURL)(?:\.exe|\.EXE)?(?=[\s\u00a0^`\\]|$)"
_CMDLET: Final = r"(?i:invoke-restmethod|invoke-webrequest|irm|iwr)(?=[\s\u00a0`]|$)"
_BEFORE: Final = (
    r"(?:(?:sudo|time|env|exec|command)[ \t]+|[A-Za-z_]\w*=[^\s'\"]*[ \t]+|\$\w+[ \t]*=[ \t]*|&[ \t]*){0,9}"
)
_OPENING: Final = re.compile(
    rf"\s*(?P<prompt>{_PROMPT})??(?={_BEFORE}(?:{_PROGRAM}|{_CMDLET})"
    r"|(?:echo|printf|cat|set|export)[ \t]|[A-Za-z_]\w*=|\$\w+[ \t]*=|&[ \t]*[{\"']|[@'\"])"
)
_PIPED: Final = re.compile(rf"[|;&(][ \t]*{_PROGRAM}")
_LINE: Final = re.compile(rf"(?m)^[ \t\u00a0]*{_PROMPT}??(?={_BEFORE}(?:{_PROGRAM}|{_CMDLET}))")
_QUOTE: Final = re.compile(f"['\"`{SMART_SINGLE}{SMART_DOUBLE}]")
_POWERSHELL_HEAD: Final = re.compile(
    rf"(?i:&[ \t]*[{{\"']|\$\w+[ \t]*=|@?['\"{SMART_SINGLE}{SMART_DOUBLE}]|{_BEFORE}(?:{_CMDLET}|\S*curl\.exe\b))"
)
_CARET_LINE: Final = re.compile(r"\^[ \t\u00a0]*\r?\n")
_LEADING: Final = re.compile(r"sudo|time|env|exec|command|[A-Za-z_]\w*=.*", re.DOTALL)
_PLACEHOLDER: Final = re.compile(
    r"\{\{.*\}\}|\$\{?\w+\}?|%\w+%|<.*>|[\u2022*\u2026]+|" + "|".join(PLACEHOLDERS.values()), re.DOTALL
)
_STRAIGHT: Final = {
    **dict.fromkeys(map(ord, SMART_SINGLE), "'"),
    **dict.fromkeys(map(ord, SMART_DOUBLE), '"'),
    0x00A0: " ",
}
_APOSTROPHE: Final = re.compile(r"(?<=\w)\u2019(?=\w)")


def read_curl(text: str) -> CurlReading:
    """Read a command for any of the three shells, or bare JSON. Raises nothing, whatever the text is."""
    if not text.strip("\ufeff \t\r\n\u00a0"):
        return CurlReading(problems=(Finding("nothing"),))
    reading = _read(text)
    if reading.body is None:
        plain = "\u2019".join(part.translate(_STRAIGHT) for part in _APOSTROPHE.split(text))
        again = _read(plain) if plain != text else reading
        if again.body is not None or (reading.problems == (Finding("no_command"),) and again is not reading):
            smart = re.search(f"[{SMART_SINGLE}{SMART_DOUBLE}]", text)
            note = (Finding("smart_quotes", {}, smart.start(), 1),) if smart else ()
            return dataclasses.replace(again, notes=note + again.notes)
    return reading


def _read(text: str) -> CurlReading:
    start = len(text) - len(text.lstrip("\ufeff \t\r\n\u00a0"))
    if text[start] in "{[":
        data = Word()
        data.add(text[start:], start)
        return _reading(Call(data=data), None)
    first: CurlReading | None = None
    for reading in _attempts(text):
        if reading.body is not None:
            return reading
        first = first or reading
    return first or CurlReading(problems=(Finding("no_command"),))


def _attempts(text: str) -> Iterator[CurlReading]:
    """The readings of the text, the likeliest shell first."""
    for start, has_text_before in _starts(text):
        found = False
        for read_commands in _lexers(text, start):
            commands = read_commands(text, start)
            at = _first_curl(commands)
            if at is not None:
                found = True
                yield _of_command(commands, at, has_text_before=has_text_before)
        if found:
            return


def _starts(text: str) -> Iterator[tuple[int, bool]]:
    """Where a command may begin, and whether there is other text before it."""
    opening = _OPENING.match(text, 1 if text.startswith("\ufeff") else 0)
    if opening:
        yield opening.end(), False
    for line in _LINE.finditer(text):
        yield line.end(), bool(text[: line.start()].strip())
    if _PIPED.search(text):
        yield 0, False


def _lexers(text: str, start: int) -> tuple[_Lexer, ...]:
    """The shells that the command may be meant for, the likeliest first.

    Only what stands before the first quote counts: anything may stand inside.
    """
    quote = _QUOTE.search(text, start)
    head = text[start : quote.end() if quote else len(text)]
    prompt = text[max(text.rfind("\n", 0, start), 0) : start].strip()
    if _POWERSHELL_HEAD.match(head) or head.endswith("`") or prompt.startswith("PS"):
        return (*_POWERSHELL, *_CMD, *_POSIX)
    if "^" in head or (prompt.endswith(">") and len(prompt) > 1):
        return (*_CMD, *_POSIX, *_POWERSHELL)
    if head.endswith('"'):
        is_cmd = _CARET_LINE.search(text, start)
        return (*_CMD, *_POSIX, *_POWERSHELL) if is_cmd else (*_POSIX, *_CMD, *_POWERSHELL)
    return (*_POSIX, *_POWERSHELL, *_CMD)


def _first_curl(commands: list[Command]) -> int | None:
    for at, command in enumerate(commands):
        words = command.words
        while len(words) > 1 and not words[0].quoted and _LEADING.fullmatch(words[0].text):
            words = words[1:]
        if len(words) > 2 and words[0].text.startswith("$") and words[1].text == "=":
            words = words[2:]
        command.words = words
        if command.name == "curl" or is_cmdlet(command):
            return at
    return None


def _of_command(commands: list[Command], at: int, *, has_text_before: bool) -> CurlReading:
    command = commands[at]
    stdin = command.stdin
    if stdin is None and command.piped and at:
        stdin = printed(commands[at - 1])
        command.findings += commands[at - 1].findings
    call = read_call(command, stdin)
    for finding in command.findings:
        (call.problems if finding.code == "unclosed_quote" else call.notes).append(finding)
    _say_what_else(commands[at + 1 :], call, has_text_before=has_text_before)
    return _reading(call, call.url)


def _say_what_else(rest: list[Command], call: Call, *, has_text_before: bool) -> None:
    others = [command for command in rest if not command.piped and command.words]
    if _first_curl(others) is not None:
        call.notes.append(Finding("several_commands"))
    elif has_text_before or any(not _is_housekeeping(command) for command in others):
        call.notes.append(Finding("text_around"))


def _is_housekeeping(command: Command) -> bool:
    """What PowerShell is told around a command: a variable set, a setting put back."""
    text = command.words[0].text
    return text.lower() in {"finally", "catch", "try"} or text.startswith(("$", "["))


def _reading(call: Call, url: Word | None) -> CurlReading:
    problems, notes = list(call.problems), list(call.notes)
    address, channel = read_address(url, notes) if url is not None else (None, None)
    if url is None and call.parts:
        notes.append(Finding("no_address"))
    whole = None
    if call.data is not None:
        whole, problem = read_body(call.data, call.parts)
        problems += [problem] if problem else []
    if whole is None:
        return CurlReading(channel=channel, address=address, problems=_once(problems), notes=_once(notes))
    found, body = split_keys(whole)
    keys = _keys(found, notes)
    shape = _by_shape(body)
    if channel is not None and shape not in {None, channel}:
        notes.append(Finding("other_message", {"call": CALLS[channel]}))
    channel = channel or shape
    if channel is None:
        problems.append(Finding("unknown_channel"))
    request = Request.from_wire(channel, body) if channel is not None and not problems else None
    return CurlReading(channel, request, body, keys, address, _once(problems), _once(notes))


def _once(findings: list[Finding]) -> tuple[Finding, ...]:
    """Each thing said once, at its first place."""
    first: dict[tuple[str, tuple[object, ...]], Finding] = {}
    for finding in findings:
        first.setdefault((finding.code, tuple(finding.params.values())), finding)
    return tuple(first.values())


def _keys(found: JsonObject, notes: list[Finding]) -> CurlKeys:
    keys: dict[str, str] = {}
    placeholders: list[str] = []
    for key in ENVELOPE_KEYS:
        value = found.get(key, "")
        if not isinstance(value, str):
            notes.append(Finding("key_not_text", {"key": key}))
        elif _PLACEHOLDER.fullmatch(value.strip()):
            placeholders.append(key)
        else:
            keys[key] = value.strip()
    if placeholders:
        notes.append(Finding("placeholder_keys", {"keys": ", ".join(placeholders)}))
    return CurlKeys(**keys)


def _by_shape(body: JsonObject) -> Channel | None:
    message = body.get("msg")
    if not isinstance(message, dict):
        return None
    if "data" in message:
        return Channel.PUSH
    return Channel.SMS if "text" in message else None
