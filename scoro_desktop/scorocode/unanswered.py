"""The outcome where no answer came, or half of one: read from the exceptions of requests, urllib3 and the system."""

import re
import socket
import ssl
from collections.abc import Iterator
from typing import Final

import requests
import urllib3

from scoro_desktop.scorocode.connection import Attempt, CutOffError, TooLongError
from scoro_desktop.scorocode.proxies import SettingError
from scoro_desktop.scorocode.replies import Failure, Outcome

_TIMEOUTS: Final = (TimeoutError, urllib3.exceptions.TimeoutError, requests.Timeout)
_TLS_ERRORS: Final = (ssl.SSLError, urllib3.exceptions.SSLError, requests.exceptions.SSLError)
_PROXY_ERRORS: Final = (urllib3.exceptions.ProxyError, requests.exceptions.ProxyError)
_LOGIN_WANTED: Final = re.compile(r"Tunnel connection failed: 407\b", re.ASCII)
"""The words of http.client for a proxy that answers 407 (RFC 9110, section 15.5.8)."""


def no_status(error: Exception, attempt: Attempt, address: str) -> Failure:
    """Before there was a connection nothing can have arrived; after that, anything may have."""
    causes = list(_causes(error))
    detail = f"{type(error).__name__}: {error}"
    if attempt.hung_up:
        causes.append(TimeoutError())
    if attempt.connected is None:
        return Failure(Outcome.NOT_SENT, _why_not_connected(causes, attempt, address), detail=detail)
    return Failure(Outcome.UNKNOWN, _why_no_status(causes), detail=detail)


def broken_answer(error: Exception, attempt: Attempt) -> str:
    """The reason, where a status came and the rest did not."""
    causes = list(_causes(error))
    if _has(causes, TooLongError):
        return "too_long"
    if attempt.hung_up or _has(causes, *_TIMEOUTS):
        return "read_timeout"
    if _has(causes, urllib3.exceptions.DecodeError, requests.exceptions.ContentDecodingError):
        return "unreadable"
    return "cut_off" if isinstance(error, OSError) or _has(causes, urllib3.exceptions.HTTPError) else "unreadable"


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error and everything that it wraps: requests and urllib3 put the real one into args, `reason` or a cause."""
    waiting, seen = [error], set[int]()
    while waiting:
        one = waiting.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        inner = (*one.args, getattr(one, "reason", None), one.__cause__, one.__context__)
        waiting += [other for other in inner if isinstance(other, BaseException)]


def _has(causes: list[BaseException], *kinds: type[BaseException]) -> bool:
    return any(isinstance(cause, kinds) for cause in causes)


def _why_not_connected(causes: list[BaseException], attempt: Attempt, address: str) -> str:
    for cause in causes:
        if isinstance(cause, SettingError):
            return cause.reason
    if _has(causes, *_PROXY_ERRORS):
        wanted = any(isinstance(cause, OSError) and _LOGIN_WANTED.match(str(cause)) for cause in causes)
        return "proxy_login" if wanted else "proxy"
    if _has(causes, requests.exceptions.InvalidURL, urllib3.exceptions.LocationValueError):
        return "bad_account"
    if _has(causes, urllib3.exceptions.NameResolutionError, socket.gaierror):
        return "name_not_found"
    if _has(causes, urllib3.exceptions.NewConnectionError):  # before time-outs: urllib3 counts it as one of them
        return "no_route"
    if _has(causes, *_TIMEOUTS):
        return "connect_timeout"
    if _has(causes, *_TLS_ERRORS):
        return "tls"
    if attempt.proxy is not None:
        return "proxy"
    # what is left of https is a handshake that broke off
    return "tls" if address.startswith("https:") else "no_route"


def _why_no_status(causes: list[BaseException]) -> str:
    if _has(causes, TooLongError):
        return "too_long"
    if _has(causes, CutOffError):
        return "cut_off"
    if _has(causes, *_TIMEOUTS):
        return "read_timeout"
    # every exception of requests is an OSError, wherever it comes from: only the system's own ones count
    system = [cause for cause in causes if not isinstance(cause, requests.RequestException)]
    return "reset" if _has(system, OSError, *_TLS_ERRORS) else "unreadable"
