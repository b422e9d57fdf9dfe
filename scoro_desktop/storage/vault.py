"""The system keyring: the only place on disk where the secrets of an account are.

An account has one item: service "scoro-desktop/<account id>", user "keys", secret as `vault_item.py` writes it. So the
keys change together, with the server and the application that they are for, and no service has two users (on Windows
the second would leave the first one's old secret behind). Whoever can write to the database and not to the keyring can
therefore not have the keys sent to a server of theirs. The backend is chosen among keyring's own for each system, never
a chainer, a plaintext file or nothing at all.

A keyring may ask the user to unlock it and wait for ever. Every call therefore runs on a daemon thread with a time
limit, one at a time: what began first ends first, and what was given up before it began never runs.
"""

from __future__ import annotations

import importlib
import threading
from typing import TYPE_CHECKING, Final, TypeVar

from scoro_desktop.storage import vault_item
from scoro_desktop.storage.vault_item import Item, Place, place_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from keyring.backend import KeyringBackend

    from scoro_desktop.scorocode.account import Account, Keys

T = TypeVar("T")

DEFAULT_TIME_LIMIT_S: Final = 60.0
"""Long enough to find and type the password of a keyring that asks for it. Ours."""
WINDOWS_SECRET_MAX: Final = 1280
"""UTF-16 units in a secret of the Windows Credential Manager (CRED_MAX_CREDENTIAL_BLOB_SIZE: 5 * 512 bytes)."""

CODES: Final = (
    "missing",  # there is no keyring on this system, or it was never set up
    "unsafe",  # there are only keyrings that keep secrets in plain files, or not at all
    "locked",  # it is locked, and was not unlocked
    "refused",  # it would not do it
    "timed_out",  # no answer in time: a question of its own may be open somewhere
    "too_long",  # the keys are longer than it takes
    "failed",  # anything else
    "half_done",  # the old keys are gone and the new ones were not taken
    "elsewhere",  # the keys were given for another server or application: `KeysElsewhere`
)

_USER: Final = "keys"
_WINDOWS: Final = "keyring.backends.Windows"
_ALLOWED: Final = (
    ("keyring.backends.SecretService", "Keyring", "Secret Service"),
    ("keyring.backends.libsecret", "Keyring", "Secret Service"),
    ("keyring.backends.kwallet", "DBusKeyring", "KWallet"),
    ("keyring.backends.kwallet", "DBusKeyringKWallet4", "KWallet"),
    (_WINDOWS, "WinVaultKeyring", "Windows Credential Manager"),
    ("keyring.backends.macOS", "Keyring", "macOS Keychain"),
)
"""keyring's own backends that keep secrets encrypted: module, class, and the name that people know it by."""


class VaultError(Exception):
    """The keyring did not do what was asked. `code` is one of `CODES`; no text in it holds a secret.

    `backend` is the name of the keyring, if one was chosen; `detail` is technical text.
    """

    def __init__(self, code: str, backend: str = "", detail: str = "") -> None:
        super().__init__(code, backend, detail)
        self.code = code
        self.backend = backend
        self.detail = detail

    def __str__(self) -> str:
        return f"keyring {self.code} ({self.backend or 'none'}): {self.detail}"


class KeysElsewhere(VaultError):  # noqa: N818  the name says what is the matter
    """The keys were given for another server or application than the account names now. `given_for`: which."""

    def __init__(self, given_for: Place) -> None:
        super().__init__("elsewhere")
        self.given_for = given_for


class Vault:
    """The keys of accounts. Every method but those with `for_session` in their names may block: never on a GUI thread.

    `backend` None: chosen among the system's when it is first needed. `time_limit_s` is for each call, in seconds.
    Every method raises VaultError, and nothing else.
    """

    def __init__(self, backend: KeyringBackend | None = None, *, time_limit_s: float = DEFAULT_TIME_LIMIT_S) -> None:
        self._backend = backend
        if backend is not None:
            _keep_on_this_computer(backend)
        self._time_limit_s = time_limit_s
        self._turn = threading.Lock()
        self._for_session: dict[str, Item] = {}

    def name(self) -> str | None:
        """The keyring in use, by the name that people know it by; None if there is none that may be used."""
        try:
            return self._run(lambda: _name(self._chosen()))
        except VaultError:
            return None

    def load(self, account: Account) -> Keys | None:
        """The keys of an account: those kept for this session, or those in the keyring; None if there are none.

        Raises KeysElsewhere where they were given for another place than the account has now. Those that a version
        before put there without a place are taken to be for the account's, once.
        """
        item = self._item(account.id)
        if item is None:
            return None
        if item.place is None:
            self._bind(account, item.keys)
        elif item.place != place_of(account):
            raise KeysElsewhere(item.place)
        return item.keys

    def take_over(self, account: Account) -> Keys | None:
        """The keys of an account whose place changed, from here on for the one that it has now: a person said so."""
        item = self._item(account.id)
        if item is None:
            return None
        if account.id in self._for_session:
            self.keep_for_session(account, item.keys)
        else:
            self.store(account, item.keys)
        return item.keys

    def store(self, account: Account, keys: Keys) -> None:
        """Puts all keys of an account into the keyring, in place of those that were there or kept for this session."""
        item = Item(keys, place_of(account))
        _remember(keys)
        if item.is_too_long:
            raise VaultError("too_long", _name(self._backend) if self._backend is not None else "")
        text = item.to_text()
        self._run(lambda: _set(self._chosen(), _service(account.id), text), keys, text)
        self._for_session.pop(account.id, None)

    def delete(self, account_id: str) -> None:
        """Takes the keys of an account out of the keyring and out of memory. There may be none."""
        self._for_session.pop(account_id, None)

        def job() -> None:
            backend = self._chosen()
            if backend.get_password(_service(account_id), _USER) is not None:
                backend.delete_password(_service(account_id), _USER)

        self._run(job)

    def keep_for_session(self, account: Account, keys: Keys) -> None:
        """Keeps keys in memory until the app ends; they go before those in the keyring."""
        _remember(keys)
        self._for_session[account.id] = Item(keys, place_of(account))

    def is_for_session(self, account_id: str) -> bool:
        """Tells whether the keys of an account are only in memory."""
        return account_id in self._for_session

    def _item(self, account_id: str) -> Item | None:
        if (item := self._for_session.get(account_id)) is not None:
            return item

        def job() -> Item | None:
            text = self._chosen().get_password(_service(account_id), _USER)
            return None if text is None else _read(text)

        item = self._run(job)
        if item is not None:
            _remember(item.keys)
        return item

    def _bind(self, account: Account, keys: Keys) -> None:
        """Writes into an item of a version before what its keys are for; else the next start tries again."""
        text = Item(keys, place_of(account)).to_text()

        def job() -> None:
            backend = self._chosen()
            now = backend.get_password(_service(account.id), _USER)
            if now is not None and _read(now) == Item(keys, None):  # nobody stored others meanwhile
                _set(backend, _service(account.id), text)

        try:
            self._run(job, keys, text)
        except VaultError as error:
            if error.code == "half_done":  # they are in memory only, and there they are not to be lost
                self.keep_for_session(account, keys)

    def _chosen(self) -> KeyringBackend:
        if self._backend is None:
            backend = choose_backend()
            _keep_on_this_computer(backend)
            self._backend = backend
        return self._backend

    def _run(self, job: Callable[[], T], keys: Keys | None = None, text: str = "") -> T:
        """Does a job on a thread of its own, in its turn. Its errors come out as VaultError and bring nothing along."""
        from scoro_desktop.storage.vault_codes import code_of
        from scoro_desktop.storage.vault_task import Task

        task = Task(job, self._turn)
        threading.Thread(target=task.run, name="keyring", daemon=True).start()
        over = task.over.wait(self._time_limit_s)
        backend = _name(self._backend) if self._backend is not None else ""
        if not over and task.give_up():
            raise VaultError("timed_out", backend)
        if task.error is None:
            return task.result[0]
        if isinstance(task.error, VaultError):
            raise VaultError(task.error.code, backend, task.error.detail)
        secrets = [] if keys is None else [text, *vault_item.secrets(keys)]
        from scoro_desktop.scorocode.scrubbing import Scrubber

        detail = Scrubber(secrets).text(f"{type(task.error).__name__}: {task.error}")
        raise VaultError(code_of(task.error), backend, detail)


def choose_backend() -> KeyringBackend:
    """The best of keyring's own backends for this system. Blocks: it asks the session bus.

    Raises VaultError "unsafe" if only others are there, "missing" if none is.
    """
    best: tuple[float, type[KeyringBackend]] | None = None
    for module, name, _ in _ALLOWED:
        try:
            kind: type[KeyringBackend] = getattr(importlib.import_module(module), name)
            priority = float(kind.priority)
        except Exception:  # noqa: BLE001, S112  every way of saying "not on this system" is one of these
            continue
        if best is None or priority > best[0]:
            best = (priority, kind)
    if best is not None:
        return best[1]()
    raise VaultError("unsafe" if _others() else "missing")


def _remember(keys: Keys) -> None:
    """Has what is written down anywhere be searched for these from now on."""
    from scoro_desktop.scorocode.known_secrets import remember

    remember(*vault_item.secrets(keys))


def _others() -> bool:
    """Tells whether keyring would fall back on something not allowed, as an add-on for plain files."""
    from keyring.backend import get_all_keyring

    empty = ("keyring.backends.fail", "keyring.backends.null", "keyring.backends.chainer")
    return any(type(backend).__module__ not in empty for backend in get_all_keyring())


def _keep_on_this_computer(backend: KeyringBackend) -> None:
    """Keeps Windows from copying the item to every computer that the user logs in to, as it does by default."""
    if _is_windows(backend):
        backend.persist = "local machine"  # type: ignore[attr-defined]


def _is_windows(backend: KeyringBackend) -> bool:
    return any(kind.__module__ == _WINDOWS for kind in type(backend).__mro__)


def _name(backend: KeyringBackend) -> str:
    kind = type(backend)
    names = {(module, name): known for module, name, known in _ALLOWED}
    return names.get((kind.__module__, kind.__name__), str(backend.name))


def _service(account_id: str) -> str:
    return f"scoro-desktop/{account_id}"


def _set(backend: KeyringBackend, service: str, text: str) -> None:
    if not _is_windows(backend):
        backend.set_password(service, _USER, text)
        return
    if len(text.encode("utf-16-le")) // 2 > WINDOWS_SECRET_MAX:
        raise VaultError("too_long")
    old = backend.get_password(service, _USER)
    if old is not None:
        backend.delete_password(service, _USER)
    try:
        backend.set_password(service, _USER, text)
    except Exception:
        if old is not None:
            _put_back(backend, service, old)
        raise


def _put_back(backend: KeyringBackend, service: str, old: str) -> None:
    try:
        backend.set_password(service, _USER, old)
    except Exception as error:  # noqa: BLE001  it may hold the secret: only its name goes on
        raise VaultError("half_done", detail=type(error).__name__) from None


def _read(text: str) -> Item:
    try:
        return vault_item.from_text(text)
    except ValueError:
        pass
    # raised out here, so that the error above, which may quote the keys, does not travel along
    raise VaultError("failed", detail="the item is not what this app stores")
