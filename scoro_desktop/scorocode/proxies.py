"""The proxy that a setting of this computer names, read strictly (RFC 3986), and told without its password.

What cannot be read is not passed on to a library: its exceptions quote the whole setting, with the password in it.
"""

import base64
import ipaddress
import re
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote, unquote_to_bytes

_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://(.*)", re.ASCII | re.DOTALL)
_PLACE: Final = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._~-]+)(?::([0-9]{0,5}))?(?:/[^?#\\]*)?", re.ASCII)
"""A port may be left out behind its colon (RFC 3986, section 3.2.3), and a path means nothing to a proxy."""


class SettingError(Exception):
    """A setting of this computer that cannot be used.

    `reason` is a code of `replies.REASONS`; the text says what is the matter, and nothing of what the setting holds.
    """

    def __init__(self, reason: str, text: str) -> None:
        super().__init__(text)
        self.reason = reason


@dataclass(frozen=True)
class Proxy:
    """A proxy: its address without a login, the header that logs in, and what of that must be found in no text."""

    address: str
    authorization: str = field(default="", repr=False)
    secrets: tuple[str, ...] = field(default=(), repr=False)


def read_proxy(text: str) -> Proxy:
    """The proxy that a setting such as `http://name:password@host:3128` means. Raises SettingError.

    A sign that has a meaning of its own must be percent-encoded in the login. `@` is taken for part of it nonetheless,
    since the last one is what ends it.
    """
    text = text.strip()
    found = _SCHEME.fullmatch(text if "://" in text else f"http://{text}")
    if found is None or not all("!" <= character <= "~" for character in found[2]):
        raise SettingError("proxy_setting", "the proxy's address has signs that no address has")
    scheme, rest = found[1].lower(), found[2]
    if scheme not in {"http", "https"}:
        raise SettingError("proxy_kind", "only http and https proxies are supported")
    login, _, place = rest.rpartition("@")
    if re.search(r"[/?#\[\]\\]", login):
        raise SettingError("proxy_setting", "the proxy's login has a sign that must be percent-encoded")
    at = _PLACE.fullmatch(place)
    if at is None or not _is_host(at[1]) or not 0 < int(at[2] or 1) < 65536:
        raise SettingError("proxy_setting", "the proxy's host or port is none")
    address = f"{at[1]}:{at[2]}" if at[2] else at[1]
    return Proxy(f"{scheme}://{address}", *_login(login))


def _is_host(host: str) -> bool:
    if not host.startswith("["):
        return True
    try:
        ipaddress.IPv6Address(host[1:-1])
    except ValueError:
        return False
    return True


def _login(login: str) -> tuple[str, tuple[str, ...]]:
    """The header that logs in (RFC 7617; letters in UTF-8), and its secrets: a name that stands alone is one, too."""
    if not login:
        return "", ()
    name, _, password = login.partition(":")
    token = base64.b64encode(unquote_to_bytes(name) + b":" + unquote_to_bytes(password)).decode("ascii")
    secret = password or name
    return f"Basic {token}", tuple(dict.fromkeys((secret, unquote(secret), token)))
