"""Writes a request as a curl command, for three shells, so that exactly its bytes arrive.

What curl sends is `wire.compact` of the keys followed by the request, byte for byte. There is one exception: no Windows
console takes U+007F to U+009F from the clipboard, so for its two shells these are written as JSON escapes, which say
the same.

- POSIX shell: the JSON in single quotes, where nothing is special. Longer texts than one argument may have, and texts
  with control characters (terminals drop those that are pasted), go through `printf` into curl's input.
- cmd: never in cmd's own quotes, which end at every quote of the JSON: each special character has a caret instead,
  and so has each character after a percent sign, which keeps `%NAME%` from being a variable at the prompt. (In a batch
  file a percent sign would have to be doubled: this is for pasting.) curl's own arguments are quoted as Microsoft's C
  runtime reads them. A line may have `CMD_LENGTH_MAX` characters. Text beyond ASCII needs a curl that reads Unicode
  arguments ("Unicode" among the features of `curl --version`).
- PowerShell: versions 5 and 7.3 differ in how a quote in an argument reaches a program, so the JSON goes through
  curl's input, which has no such rules. `$OutputEncoding` (of this block alone) makes it UTF-8; the console's input
  encoding is set meanwhile because Windows PowerShell sends a byte order mark where that is UTF-8. `-d` drops the line
  end that PowerShell adds; compact JSON has none of its own.
"""

import contextlib
import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

from scoro_desktop import wire
from scoro_desktop.curl.script import SMART_SINGLE
from scoro_desktop.curl.shell import Shell
from scoro_desktop.messages.request import Request
from scoro_desktop.wire import CONTENT_TYPE

PLACEHOLDERS: Final = {
    "app": "YOUR_APPLICATION_ID",
    "cli": "YOUR_CLIENT_KEY",
    "acc": "YOUR_ACCESS_KEY",
    "sess": "YOUR_SESSION",
}
"""The text that stands for each key that is not shown."""
POSIX_ARGUMENT_MAX: Final = 100_000
"""Bytes of an argument. Linux takes 131,071 (MAX_ARG_STRLEN); some is left for quotes."""
CMD_LENGTH_MAX: Final = 8191
"""Characters of a line (Microsoft, "Command prompt line string limitation")."""

_URL_KEPT: Final = "!#$%&'()*+,/:;=?@~"
"""Of the characters with a meaning in a URL all but brackets, in which curl would see several addresses."""
_HOST: Final = re.compile(r"([A-Za-z]+://)([^/:\[]*)([^/]*)")
_CONTROLS: Final = re.compile(r"[\x7f-\x9f]")
_BACKSLASHES: Final = re.compile(r'(\\+)("?)|(")')
_CMD_PLAIN: Final = re.compile(r"[A-Za-z0-9 _./:\\@,;=+~'?*#$-]")
_POWERSHELL_QUOTES: Final = re.compile(f"['{SMART_SINGLE}]")


def masked_keys(application_id: str, *, session: bool = True) -> dict[str, str]:
    """The keys of a body with placeholders for the secret ones. `session`: whether a session goes with them."""
    keys = {**PLACEHOLDERS, "app": application_id or PLACEHOLDERS["app"]}
    if not session:
        del keys["sess"]
    return keys


def write_curl(
    request: Request, address: str, keys: Mapping[str, str] | None, *, shell: Shell, application_id: str = ""
) -> str:
    """The command that sends `request` to `address` (up to and with `/api/v1/`), without a line end.

    `keys`: `app`, `cli`, `acc` and, if there is one, `sess`, in the order in which they are to be sent. None shows
    placeholders for them, and `application_id`. Raises ValueError for a request that cannot be written as JSON (see
    `wire.compact`).
    """
    body = {**(masked_keys(application_id) if keys is None else keys), **request.to_wire()}
    try:
        json = wire.compact(body).decode("utf-8")
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    url = _url(address.strip().rstrip("/") + "/" + request.entry.call)
    return _WRITERS[shell](url, json)


def too_long(command: str, shell: Shell) -> bool:
    """Tells whether the shell would cut or refuse the command because of its length."""
    return shell is Shell.CMD and len(command.encode("utf-16-le", "surrogatepass")) // 2 > CMD_LENGTH_MAX


def _url(text: str) -> str:
    parts = _HOST.match(text)
    if parts is None:
        return quote(text, safe=_URL_KEPT)
    scheme, name, port = parts.groups()
    with contextlib.suppress(UnicodeError):  # as it is looked up: not every curl makes this of a name beyond ASCII
        name = name.encode("idna").decode("ascii")
    return quote(scheme + name + port, safe=_URL_KEPT + "[]") + quote(text[parts.end() :], safe=_URL_KEPT)


def _posix(url: str, json: str) -> str:
    call = f"curl -X POST {_posix_quoted(url)} \\\n  -H 'Content-Type: {CONTENT_TYPE}' \\\n  -d "
    if _CONTROLS.search(json):
        # POSIX, "printf", %b: a backslash and a zero begin an octal number.
        escaped = _CONTROLS.sub(_octal, json.replace("\\", "\\\\"))
        return f"printf %b {_posix_quoted(escaped)} |\n  {call}@-"
    quoted = _posix_quoted(json)
    if len(json.encode("utf-8")) > POSIX_ARGUMENT_MAX:
        return f"printf %s {quoted} |\n  {call}@-"
    return call + quoted


def _posix_quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _octal(match: re.Match[str]) -> str:
    return "".join(f"\\0{byte:03o}" for byte in match[0].encode("utf-8"))


def _cmd(url: str, json: str) -> str:
    arguments = ("-X", "POST", url, "-H", f"Content-Type: {CONTENT_TYPE}", "-d", _without_controls(json))
    return "curl " + " ".join(map(_cmd_quoted, arguments))


def _doubled(run: re.Match[str]) -> str:
    """Backslashes as the C runtime reads them: they count only before a quote, as the one behind the argument is."""
    slashes, quote = run[1] or "", run[2] or run[3] or ""
    if quote:
        return slashes * 2 + '\\"'
    return slashes * 2 if run.end() == len(run.string) else slashes


def _cmd_quoted(argument: str) -> str:
    if re.fullmatch(r"[A-Za-z-]+", argument):
        return argument
    argument = '"' + _BACKSLASHES.sub(_doubled, argument) + '"'
    pieces = []
    before = ""
    for char in argument:
        plain = char > "\x7f" or _CMD_PLAIN.fullmatch(char)
        pieces.append(char if plain and before != "%" else "^" + char)
        before = char
    return "".join(pieces)


def _powershell(url: str, json: str) -> str:
    call = f"curl.exe -X POST {_powershell_quoted(url)} -H 'Content-Type: {CONTENT_TYPE}' -d '@-'"
    return (
        "& { $OutputEncoding = [Text.UTF8Encoding]::new($false); $console = [Console]::InputEncoding; "
        "[Console]::InputEncoding = $OutputEncoding; "
        f"try {{ {_powershell_quoted(_without_controls(json))} | {call} }} "
        "finally { [Console]::InputEncoding = $console } }"
    )


def _powershell_quoted(text: str) -> str:
    return "'" + _POWERSHELL_QUOTES.sub(lambda match: match[0] * 2, text) + "'"


def _without_controls(json: str) -> str:
    return _CONTROLS.sub(lambda match: f"\\u{ord(match[0]):04x}", json)


_WRITERS: Final = {Shell.POSIX: _posix, Shell.CMD: _cmd, Shell.POWERSHELL: _powershell}
