"""Keyrings in memory, each with one way of its own to behave."""

import threading
from typing import Any

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

from scoro_desktop.scorocode.account import AccessKind, Account, Environment


def named(name: str, address: str = "https://a.example/api/", application_id: str = "the-app") -> Account:
    """An account to keep keys of: its id is its name."""
    return Account(name, name, Environment.TEST, address, application_id, AccessKind.MESSAGE)


class MemoryKeyring(KeyringBackend):
    """Keeps what it is given, and what was asked of it in `calls`. `priority` keeps it out of keyring's own choice."""

    priority = -1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.items: dict[tuple[str, str], str] = {}
        self.calls: list[str] = []

    def get_password(self, service: str, username: str) -> str | None:
        self.calls.append("get")
        return self.items.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.calls.append("set")
        self.items[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.calls.append("delete")
        try:
            del self.items[service, username]
        except KeyError:
            raise PasswordDeleteError("not found") from None


class FailingKeyring(MemoryKeyring):
    """Raises what it is told to, at the call that it is told."""

    def __init__(self, **errors: list[Exception | None]) -> None:
        super().__init__()
        self._errors = errors

    def fail_next(self, call: str, error: Exception) -> None:
        """Raises `error` at the next "get", "set" or "delete"."""
        self._errors.setdefault(call, []).append(error)

    def _fail(self, call: str) -> None:
        waiting = self._errors.get(call)
        if waiting and (error := waiting.pop(0)) is not None:
            raise error

    def get_password(self, service: str, username: str) -> str | None:
        self._fail("get")
        return super().get_password(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self._fail("set")
        super().set_password(service, username, password)

    def delete_password(self, service: str, username: str) -> None:
        self._fail("delete")
        super().delete_password(service, username)


class AskingKeyring(MemoryKeyring):
    """Waits until `answered`, as a keyring does that asks for its password."""

    def __init__(self) -> None:
        super().__init__()
        self.answered = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        assert self.answered.wait(20)
        return super().get_password(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        assert self.answered.wait(20)
        super().set_password(service, username, password)


def as_windows(kind: type[MemoryKeyring]) -> type[Any]:
    """The same keyring, known by its module as the one of Windows: it takes `persist`, and keeps old secrets."""
    return type("WinVaultKeyring", (kind,), {"__module__": "keyring.backends.Windows", "persist": "enterprise"})
