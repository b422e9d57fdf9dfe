"""Addresses of servers as they are kept and shown, and which of them are this computer's own.

There is one way to write each: small letters, an international name in its ASCII form ("punycode"), an IP address as
the system would read it, no default port, one slash at the end. What is shown is therefore what is connected to.
"""

import functools
import ipaddress
import unicodedata
from typing import Final
from urllib.parse import SplitResult, urlsplit

from scoro_desktop import late

_NAME: Final = late.pattern(r"[A-Za-z0-9_-]{1,63}(\.[A-Za-z0-9_-]{1,63})*\.?")
_NAME_MAX: Final = 253
"""The longest name of a host, in characters (RFC 1035, 2.3.4: 255 bytes with their lengths)."""
_NUMBER: Final = late.pattern(r"[0-9]+|0x[0-9a-f]*")
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}
_LOOPBACK_V4: Final = ipaddress.ip_network("127.0.0.0/8")
_LOOPBACK_V6: Final = ipaddress.ip_address("::1")
_LOCALHOST: Final = "localhost"

_LIKE_LATIN: Final = frozenset("аеіјорсухѕһԁԛԝԍґӏьгкмнтвзαικνορτυχωϲϳ")
"""Letters of other alphabets that look like Latin ones (Unicode, confusables.txt: those of whole names)."""
_WITH_LATIN: Final = frozenset({"LATIN", "CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"})
"""Scripts that are written beside each other in one word (UTS #39, "Highly Restrictive")."""


_KEPT: Final = 64
"""The number of answers kept for each question: an address is asked about with every draft and every request."""


@functools.lru_cache(maxsize=_KEPT)
def as_address(text: str) -> str:
    """A base address as it is kept: no blanks around it, one slash at the end, its host in the one way to write it.

    Empty text stays empty, and what is no address stays as it is but for the slash.
    """
    text = text.strip()
    if not text:
        return ""
    text = text.rstrip("/") + "/"
    if not text.isprintable() or any(sign in text for sign in " \\?#@"):
        return text
    try:
        parts = urlsplit(text)
        host, port = host_as_kept(parts.hostname or ""), parts.port
    except ValueError:
        return text
    if not host or parts.scheme not in _DEFAULT_PORTS or ("[" in parts.netloc) != (":" in (parts.hostname or "")):
        return text
    if ":" in host:
        host = f"[{host}]"
    if port is not None and port != _DEFAULT_PORTS[parts.scheme]:
        host = f"{host}:{port}"
    return f"{parts.scheme}://{host}{parts.path}"


def host_as_kept(host: str) -> str:
    """A host (no port, no brackets) in the one way to write it. Raises ValueError where it is none.

    IP addresses are read as the system's own look-up reads them (inet_aton): `127.1`, `0x7f000001` and `2130706433` are
    127.0.0.1, and so is that address as IPv6 writes it.
    """
    host = host.lower()
    if ":" in host:
        address = ipaddress.IPv6Address(host)
        return str(address.ipv4_mapped or address)
    if not host.isascii():
        import idna  # 20 ms, for those few who need it

        host = idna.encode(host, uts46=True).decode("ascii")
    if host == _LOCALHOST + ".":
        return _LOCALHOST
    return _ipv4(host) or host


@functools.lru_cache(maxsize=_KEPT)
def is_host(host: str, *, bracketed: bool) -> bool:
    """Tells whether a host is one that can be connected to. `bracketed`: it stood in brackets."""
    try:
        kept = host_as_kept(host)
    except ValueError:  # those of idna are such, too
        return False
    if bracketed:
        return ":" in host
    return _NAME.fullmatch(kept) is not None and len(kept.removesuffix(".")) <= _NAME_MAX


def is_loopback(host: str) -> bool:
    """Tells whether a host (no port, no brackets) is this computer, however it is written: 127.0.0.0/8, ::1 or
    "localhost".

    No name is looked up, so a name that merely leads here is not loopback.
    """
    try:
        kept = host_as_kept(host)
        if kept == _LOCALHOST:
            return True
        address = ipaddress.ip_address(kept)
    except ValueError:
        return False
    return address == _LOOPBACK_V6 or (address.version == 4 and address in _LOOPBACK_V4)


@functools.lru_cache(maxsize=_KEPT)
def stays_here(address: str) -> bool:
    """Tells whether what is sent to an address stays on this computer."""
    return is_loopback(host_of(address))


@functools.lru_cache(maxsize=_KEPT)
def host_of(address: str) -> str:
    """The host of an address as it is kept, without its port; empty where there is none."""
    parts = _split(as_address(address))
    return "" if parts is None else parts.hostname or ""


def readable_host(address: str) -> str:
    """The host with its international letters, for words about it; never to be shown alone."""
    labels = []
    for label in host_of(address).split("."):
        try:
            labels.append(label[4:].encode("ascii").decode("punycode") if label.startswith("xn--") else label)
        except UnicodeError:
            labels.append(label)
    return ".".join(labels)


@functools.lru_cache(maxsize=_KEPT)
def look_alike(address: str) -> str:
    """The first letter of the host that poses as one of another alphabet; empty where there is none.

    It stands in a part of the name that mixes alphabets; or in one whose every foreign letter looks like a Latin one,
    where the name ends in Latin letters.
    """
    labels = readable_host(address).split(".")
    if all(label.isascii() for label in labels):
        return ""
    for label in labels:
        scripts = {_script(letter) for letter in label if letter.isalpha()}
        foreign = [letter for letter in label if letter.isalpha() and _script(letter) != "LATIN"]
        mixed = len(scripts) > 1 and not scripts <= _WITH_LATIN
        posing = bool(foreign) and labels[-1].isascii() and all(letter in _LIKE_LATIN for letter in foreign)
        if foreign and (mixed or posing):
            return foreign[0]
    return ""


def _script(letter: str) -> str:
    return unicodedata.name(letter, "?").split(" ", 1)[0].split("-", 1)[0]


def _split(address: str) -> SplitResult | None:
    try:
        return urlsplit(address)
    except ValueError:
        return None


def _ipv4(host: str) -> str:
    """The address that a host of numbers is, with four of them; empty for a name. Raises ValueError for neither.

    A host whose last part is a number is never a name (WHATWG URL, "ends in a number").
    """
    parts = host.removesuffix(".").split(".")
    if not _NUMBER.fullmatch(parts[-1]):
        return ""
    if len(parts) > 4 or not all(_NUMBER.fullmatch(part) for part in parts):
        raise ValueError("a host of numbers that is no address")
    numbers = [_number(part) for part in parts]
    if any(number > 255 for number in numbers[:-1]) or numbers[-1] >= 256 ** (5 - len(numbers)):
        raise ValueError("a number of the address is too large")
    whole = numbers[-1] + sum(number << (24 - 8 * place) for place, number in enumerate(numbers[:-1]))
    return str(ipaddress.IPv4Address(whole))


def _number(part: str) -> int:
    if part.startswith("0x"):
        return int(part[2:] or "0", 16)
    return int(part, 8) if part.startswith("0") else int(part)
