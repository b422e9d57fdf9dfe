"""A curl command, or bare JSON, as a request: what a developer pastes. `curl_write` is the way back."""

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from scoro_desktop.curl.address import read_address
from scoro_desktop.curl.body import read_body
from scoro_desktop.curl.call import Call, read_call
from scoro_desktop.curl.codes import CURL_CODES
from scoro_desktop.curl.input import printed
from scoro_desktop.curl.mending import mended
from scoro_desktop.curl.script import BLANKS, SMART_DOUBLE, SMART_SINGLE, Command, Finding, Word
from scoro_desktop.curl.shell import Shell
from scoro_desktop.curl.start import first_curl, lexers, starts
from scoro_desktop.curl.transcript import without_surroundings
from scoro_desktop.curl.writing import PLACEHOLDERS, masked_keys, too_long, write_curl
from scoro_desktop.messages.channels.registry import CHANNELS, by_shape
from scoro_desktop.messages.request import ENVELOPE_KEYS, Channel, Request, split_keys
from scoro_desktop.wire import JsonObject

__all__ = [
    "CURL_CODES",
    "LENGTH_MAX",
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
    """The result of reading a command. There is a request exactly where there are no problems.

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


LENGTH_MAX: Final = 1_000_000
"""Characters of a text that is read: a query of 1 MB is the largest that is pleasant to edit. Ours."""
MOST_FINDINGS: Final = 200
_MOST_READ: Final = 3_000_000
"""Characters that are read in all, by the rules of each shell, before no further beginning is tried."""

_PLACEHOLDER: Final = re.compile(
    r"\{\{.*\}\}|\$\{?\w+\}?|%\w+%|<.*>|[\u2022*\u2026]+|" + "|".join(PLACEHOLDERS.values()), re.DOTALL
)
_STRAIGHT: Final = {**dict.fromkeys(map(ord, SMART_SINGLE), "'"), **dict.fromkeys(map(ord, SMART_DOUBLE), '"')}
_SMART: Final = re.compile(f"[{SMART_SINGLE}{SMART_DOUBLE}]")
_APOSTROPHE: Final = re.compile(r"(?<=\w)\u2019(?=\w)")
_SMART_ARGUMENT: Final = re.compile(
    rf"(?<=[\s{BLANKS}=])[{SMART_SINGLE}{SMART_DOUBLE}](?=[^\\'{SMART_SINGLE}{SMART_DOUBLE}])"
)
_SMART_ENDS: Final = {
    True: re.compile(rf"[}}\]][\s{BLANKS}]*(?P<end>[{SMART_SINGLE}{SMART_DOUBLE}])(?=[\s{BLANKS}]|\Z)"),
    False: re.compile(rf"(?P<end>[{SMART_SINGLE}{SMART_DOUBLE}])(?=[\s{BLANKS}]|\Z)"),
}
_NAMED: Final = re.compile(r"(?i)curl|irm|iwr|invoke-|\\\r?\n|[\^`]")
"""Whatever can name a command that is read, or hide its name from a look: a text without any of it has none."""
_ENTITY: Final = re.compile(r"&(?:quot|apos|amp|lt|gt|nbsp|#39|#34|#x27|#x22);", re.IGNORECASE)


def read_curl(text: str) -> CurlReading:
    """Read a command for any of the three shells, or bare JSON. Raises nothing, whatever the text is."""
    if len(text) > LENGTH_MAX:
        return CurlReading(problems=(Finding("too_long", {"limit": LENGTH_MAX}),))
    if not text.strip(BLANKS + "\r\n"):
        return CurlReading(problems=(Finding("nothing"),))
    reading = _read(text)
    if reading.body is None and "&" in text and (entity := _ENTITY.search(text)):
        unescaped = _as_in_html(text)
        again = _read(unescaped.text)
        if again.body is not None:
            note = Finding("html_escaped", {}, entity.start(), len(entity[0]))
            return _moved(dataclasses.replace(again, notes=(note, *again.notes)), unescaped, note)
    if reading.body is None and (smart := _SMART.search(text)):
        note = Finding("smart_quotes", {}, smart.start(), 1)
        for plain in (_arguments_in_plain_quotes, _all_quotes_plain):
            again = _read(plain(text))
            if again.body is not None or reading.problems == (Finding("no_command"),):
                return dataclasses.replace(again, notes=_once([note, *again.notes]))
    return reading


def _arguments_in_plain_quotes(text: str) -> str:
    """The text with plain quotes around its arguments. What stands within them stays as it is."""
    pieces, done = list[str](), 0
    while opened := _SMART_ARGUMENT.search(text, done):
        is_json = text[opened.end() : opened.end() + 1] in {"{", "["}
        end = _SMART_ENDS[is_json].search(text, opened.end())
        if end is None:
            break
        quote = _STRAIGHT[ord(opened[0])] if "'" in text[opened.end() : end.start("end")] else "'"
        pieces += [text[done : opened.start()], quote, text[opened.end() : end.start("end")], quote]
        done = end.end("end")
    return "".join([*pieces, text[done:]])


def _all_quotes_plain(text: str) -> str:
    """The text with plain quotes everywhere, apostrophes within words left alone."""
    return "\u2019".join(part.translate(_STRAIGHT) for part in _APOSTROPHE.split(text))


def _as_in_html(text: str) -> Word:
    """The text that a page shows where it holds this one."""
    import html  # two thousand names, for a text out of a page alone

    whole, done = Word(), 0
    for entity in _ENTITY.finditer(text):
        whole.add(text[done : entity.start()], done)
        whole.add(html.unescape(entity[0].lower()), entity.start())
        done = entity.end()
    whole.add(text[done:], done)
    return whole


def _moved(reading: CurlReading, text: Word, *kept: Finding) -> CurlReading:
    """The reading with its places as they are in the text that `text` was made of."""

    def move(finding: Finding) -> Finding:
        if finding.offset is None or finding in kept:
            return finding
        return dataclasses.replace(finding, offset=text.place_of(finding.offset))

    return dataclasses.replace(
        reading, problems=tuple(map(move, reading.problems)), notes=tuple(map(move, reading.notes))
    )


def _read(text: str) -> CurlReading:
    plain, is_part = without_surroundings(text)
    around = [Finding("text_around")] if is_part else []
    start = len(plain) - len(plain.lstrip(BLANKS + "\r\n"))
    is_prompt = plain.startswith("[", start) and next(starts(plain), None) is not None
    if plain[start : start + 1] in {"{", "["} and not is_prompt:
        data = Word()
        data.add(plain[start:], start)
        found = iter([Call(data=data)])
    else:
        found = _calls(plain)
    calls = []
    for call in found:
        call.notes += around
        reading = _reading(call)
        if reading.body is not None:
            return reading
        calls.append(call)
    for call in calls:  # only what no shell reads as it stands is mended
        reading = _reading(call, mend=True)
        if reading.body is not None:
            return reading
    # What is said of a text that holds no request is best said of a command that has anything of one.
    best = next((call for call in calls if _has_anything(call)), calls[0] if calls else None)
    return CurlReading(problems=(Finding("no_command"),)) if best is None else _reading(best)


def _calls(text: str) -> Iterator[Call]:
    """Reads what each command of the text would do, the likeliest shell first."""
    if _NAMED.search(text) is None:
        return
    effort = 0
    for start, has_text_before in starts(text):
        found = False
        for read_commands in lexers(text, start):
            effort += len(text) - start
            commands = read_commands(text, start)
            at = first_curl(commands)
            if at is not None:
                call = _of_command(commands, at, has_text_before=has_text_before)
                found = found or _has_anything(call)
                yield call
        if found or effort > _MOST_READ:
            return


def _has_anything(call: Call) -> bool:
    """Tells whether it is more than the word curl in a sentence."""
    return call.data is not None or (call.url is not None and "/" in call.url.text)


def _of_command(commands: list[Command], at: int, *, has_text_before: bool) -> Call:
    command = commands[at]
    stdin = command.stdin
    if stdin is None and command.piped and at:
        stdin = printed(commands[at - 1])
        command.findings += commands[at - 1].findings
    call = read_call(command, stdin)
    for finding in command.findings:
        (call.problems if finding.code == "unclosed_quote" else call.notes).append(finding)
    _say_what_else(commands[at + 1 :], call, has_text_before=has_text_before)
    return call


def _say_what_else(rest: list[Command], call: Call, *, has_text_before: bool) -> None:
    others = [command for command in rest if not command.piped and command.words]
    if first_curl(others) is not None:
        call.notes.append(Finding("several_commands"))
    elif has_text_before or any(not _is_housekeeping(command) for command in others):
        call.notes.append(Finding("text_around"))


def _is_housekeeping(command: Command) -> bool:
    """Tells whether words only prepare a command of PowerShell's: a variable set, a setting put back."""
    text = command.words[0].text
    return text.lower() in {"finally", "catch", "try"} or text.startswith(("$", "["))


def _reading(call: Call, *, mend: bool = False) -> CurlReading:
    problems, notes = list(call.problems), list(call.notes)
    address, channel = read_address(call.url, notes) if call.url is not None else (None, None)
    if call.url is None and call.parts:
        notes.append(Finding("no_address"))
    whole = None
    if call.data is not None:
        data, found = mended(call.data) if mend else (call.data, [])
        notes += found
        whole, problem = read_body(data, call.parts)
        problems += [problem] if problem else []
    if whole is None:
        return CurlReading(channel=channel, address=address, problems=_once(problems), notes=_once(notes))
    envelope, body = split_keys(whole)
    keys = _keys(envelope, notes)
    shape = by_shape(body.get("msg"))
    if channel is not None and shape is not None and shape is not channel:
        notes.append(Finding("other_message", {"call": CHANNELS[channel].call, "other": CHANNELS[shape].call}))
    channel = channel or shape
    if channel is None:
        problems.append(Finding("unknown_channel"))
    request = Request.from_wire(channel, body) if channel is not None and not problems else None
    return CurlReading(channel, request, body, keys, address, _once(problems), _once(notes))


def _once(findings: list[Finding]) -> tuple[Finding, ...]:
    """Each thing said once, at its first place, and not more than anybody would read."""
    first: dict[tuple[str, tuple[object, ...]], Finding] = {}
    for finding in findings:
        first.setdefault((finding.code, tuple(finding.params.values())), finding)
    return tuple(first.values())[:MOST_FINDINGS]


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
