"""One POST over `requests`, with nothing around it that retries, follows a redirect, keeps a cookie or reads a .netrc.

From the environment come proxies (for any host but loopback) and a company's certificates (REQUESTS_CA_BUNDLE,
CURL_CA_BUNDLE: a file or folder). Nothing in it can turn verification off, add credentials or have the keys of a
connection written down.
"""

import os
import threading
from typing import Any, Final
from urllib.parse import urlsplit

import requests
import urllib3
from requests.adapters import HTTPAdapter
from requests.utils import DEFAULT_CA_BUNDLE_PATH, get_environ_proxies, select_proxy

from scoro_desktop import __version__, wire
from scoro_desktop.scorocode.answer import Answer
from scoro_desktop.scorocode.connection import ATTEMPT, POOLS, Attempt
from scoro_desktop.scorocode.hosts import is_loopback
from scoro_desktop.scorocode.proxies import Proxy, read_proxy
from scoro_desktop.scorocode.tls import tls_context
from scoro_desktop.scorocode.unanswered import broken_answer

ANSWER_LIMIT: Final = 1_000_000
"""The most bytes of an answer that are read, unpacked. Ours: the documented answers are a few dozen bytes long."""
_CHUNK: Final = 16 * 1024
_KEPT: Final = 4
"""The most connections that are kept open: enough for look-ups that overtake one another. Ours."""


def proxy_for(address: str) -> Proxy | None:
    """The proxy that this computer's settings name for an address. Raises SettingError for one that cannot be used."""
    if is_loopback(urlsplit(address).hostname or ""):
        return None
    text = select_proxy(address, get_environ_proxies(address, no_proxy=None))
    return read_proxy(text) if text else None


class Adapter(HTTPAdapter):
    """Connections that keep to an attempt's clock. May be used from several threads at once."""

    def __init__(self) -> None:
        super().__init__(max_retries=urllib3.Retry(0, read=False))
        self._lock = threading.Lock()
        self._managers: dict[tuple[str, Proxy | None], urllib3.PoolManager] = {}

    def close(self) -> None:
        """Closes the connections that were kept."""
        with self._lock:
            managers, self._managers = self._managers, {}
        for manager in managers.values():
            manager.clear()
        super().close()

    def get_connection_with_tls_context(self, request: requests.PreparedRequest, *_: object, **__: object) -> Any:
        """The pool for a request, over the proxy of its attempt: certificates and proxies are ours to read."""
        address = str(request.url)
        return self._manager(urlsplit(address).scheme, ATTEMPT.get().proxy).connection_from_url(address)

    def cert_verify(self, *_: object, **__: object) -> None:
        """Leaves a pool alone: its context verifies."""

    def _manager(self, scheme: str, proxy: Proxy | None) -> urllib3.PoolManager:
        with self._lock:
            manager = self._managers.get((scheme, proxy))
            if manager is None:
                manager = self._managers[scheme, proxy] = _new_manager(scheme, proxy)
        return manager

    def post(self, address: str, data: bytes, answer: Answer, attempt: Attempt, *, keep_alive: bool) -> None:
        """Posts, and fills in the answer. Raises whatever the library raises if no status came back."""
        headers = {
            "Content-Type": wire.CONTENT_TYPE,
            "Accept": wire.CONTENT_TYPE,
            "Accept-Encoding": "identity",
            "User-Agent": f"ScoroDesktop/{__version__}",
            "Connection": "keep-alive" if keep_alive else "close",
        }
        request = requests.Request("POST", address, headers=headers, data=data).prepare()
        response = self.send(request, stream=True, timeout=(attempt.connect_limit, attempt.read_limit))
        answer.status = response.status_code
        body = bytearray()
        try:
            for chunk in response.iter_content(_CHUNK):
                body += chunk
                if len(body) > ANSWER_LIMIT:
                    answer.broken = "too_long"
                    break
        except Exception as error:  # noqa: BLE001  a status has come, and stands whatever breaks in what comes after
            answer.broken = broken_answer(error, attempt)
        else:
            if attempt.hung_up:  # what looks like the end of the answer is the end of the line
                answer.broken = "read_timeout"
        finally:
            answer.body = bytes(body[:ANSWER_LIMIT])
            response.close()


def _new_manager(scheme: str, proxy: Proxy | None) -> urllib3.PoolManager:
    options: dict[str, Any] = {"num_pools": 1, "maxsize": _KEPT}
    if scheme == "https":
        bundle = os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE") or DEFAULT_CA_BUNDLE_PATH
        options |= {"ssl_context": tls_context(bundle), "cert_reqs": "CERT_REQUIRED"}
    if proxy is None:
        manager = urllib3.PoolManager(**options)
    else:
        login = {"Proxy-Authorization": proxy.authorization} if proxy.authorization else {}
        manager = urllib3.ProxyManager(
            proxy.address, proxy_headers=login, proxy_ssl_context=options.get("ssl_context"), **options
        )
    manager.pool_classes_by_scheme = POOLS
    return manager
