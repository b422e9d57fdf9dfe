"""The address of a pasted command: where the API is served, and which of its calls is meant."""

import re
from typing import Final

from scoro_desktop.curl.script import Finding, Word
from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.channels.registry import by_call
from scoro_desktop.messages.shape import printable

_PARTS: Final = re.compile(
    r"(?:(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?(?:(?P<login>[^/?#]*)@)?(?P<host>[^/?#]*)(?P<path>[^?#]*)(?P<query>.*)",
    re.DOTALL,
)
_HOST: Final = re.compile(r"(?:[\w.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")
_PATH: Final = re.compile(r"[^\s\x00-\x1f\x7f{}<>\"'`|^\\$]*")
_LOOPBACK: Final = re.compile(r"(?:localhost|127(?:\.[0-9]+){3}|\[::1\])(?::[0-9]+)?", re.IGNORECASE)


def read_address(url: Word, notes: list[Finding]) -> tuple[str | None, Channel | None]:
    """The base address, with a slash at its end, and the channel; what was not taken over goes to `notes`."""
    text = url.text.strip()

    def note(code: str, **params: str) -> None:
        notes.append(Finding(code, params, url.place, len(text)))

    parts = _PARTS.fullmatch(text)
    if parts is None:  # the pattern takes any text
        return None, None
    path = parts["path"].rstrip("/")
    base, _, call = path.rpartition("/")
    channel = by_call(call)
    if parts["login"] is not None:
        note("login_dropped")
    if parts["query"]:
        note("url_query_dropped")
    if channel is None:
        note("other_call", call=printable(call))
        return None, None
    host = parts["host"]
    scheme = (parts["scheme"] or "").lower()
    if not _HOST.fullmatch(host) or not _PATH.fullmatch(base) or scheme not in {"", "http", "https"}:
        note("address_unreadable")
        return None, channel
    if not scheme:
        scheme = "http" if _LOOPBACK.fullmatch(host) else "https"
        note("scheme_assumed", scheme=scheme)
    return f"{scheme}://{host}{base}/", channel
