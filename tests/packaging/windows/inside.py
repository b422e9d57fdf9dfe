"""Runs under wine with the packaged app's own Python: looks at the data and the Credential Manager from inside.

python.exe inside.py fill       two accounts in the app's own data folder, their keys stored by the app's own Vault
python.exe inside.py look       one line of JSON: the accounts there, and those of them that have keys
python.exe inside.py rules      tries what the Vault knows of Windows against the Credential Manager itself
"""

import json
import sys
from typing import Any

import keyring.backends.Windows
from win32ctypes.pywin32 import pywintypes, win32cred  # type: ignore[import-not-found, unused-ignore]

from scoro_desktop.command import data_folder
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.storage.accounts import AccountStore
from scoro_desktop.storage.database import DATABASE, open_database
from scoro_desktop.storage.vault import WINDOWS_SECRET_MAX, Vault, VaultError
from scoro_desktop.storage.vault_item import Item, place_of

NAMES = ("bank", "shop")
NOT_FOUND = 1168
LOCAL_MACHINE = 2


def item(target: str) -> Any:
    """An item of the Credential Manager, or None."""
    try:
        return win32cred.CredRead(target, win32cred.CRED_TYPE_GENERIC)
    except pywintypes.error as error:
        if error.winerror == NOT_FOUND:
            return None
        raise


def tell(what: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")


def named(name: str) -> Account:
    return Account(name, name, Environment.TEST, "https://a.invalid/", "application", AccessKind.MASTER)


def fill() -> None:
    connection = open_database(data_folder() / DATABASE)
    vault = Vault()
    for name in NAMES:
        store = AccountStore(connection)
        if store.get(name) is None:
            store.add(named(name))
        vault.store(named(name), Keys(f"{name}-client", f"{name}-access"))
    connection.close()


def look() -> dict[str, Any]:
    accounts = []
    if (data_folder() / DATABASE).exists():
        connection = open_database(data_folder() / DATABASE)
        accounts = [account.id for account in AccountStore(connection).all()]
        connection.close()
    return {"accounts": accounts, "keys": [name for name in NAMES if Vault().load(named(name)) is not None]}


def rules() -> None:
    """Each with what Windows is read to do, so that the rule is seen to be needed and to be enough."""
    vault = Vault()
    assert vault.name() == "Windows Credential Manager"
    service = "scoro-desktop/rules"

    vault.store(named("rules"), Keys("first", "key"))
    vault.store(named("rules"), Keys("second", "key"))
    assert vault.load(named("rules")) == Keys("second", "key")
    assert item(service)["UserName"] == "keys"
    assert item(service)["Persist"] == LOCAL_MACHINE  # does not roam
    assert item(f"keys@{service}") is None  # no older secret stays behind under another name

    shell = len(Item(Keys(), place_of(named("rules"))).to_text())
    longest = Keys("x" * (WINDOWS_SECRET_MAX - shell))
    vault.store(named("rules"), longest)
    assert vault.load(named("rules")) == longest
    try:
        vault.store(named("rules"), Keys("x" * (WINDOWS_SECRET_MAX - shell + 1)))
    except VaultError as error:
        code = error.code
    else:
        code = "taken"
    assert code == "too_long"
    assert vault.load(named("rules")) == longest

    vault.delete("rules")
    vault.delete("rules")
    assert vault.load(named("rules")) is None
    assert item(service) is None
    tell({"rules": "hold", "without_them": without_rules()})


def without_rules() -> dict[str, Any]:
    """Tells what the backend does by itself, without the Vault: not judged, for wine is not Windows."""
    backend: Any = keyring.backends.Windows.WinVaultKeyring()  # type: ignore[no-untyped-call]
    service = "scoro-desktop/bare"
    told: dict[str, Any] = {}
    backend.set_password(service, "keys", "first")
    told["persist"] = item(service)["Persist"]
    backend.set_password(service, "keys", "second")
    older = item(f"keys@{service}")
    told["older_secret_left"] = None if older is None else bytes(older["CredentialBlob"]).decode("utf-16-le")
    try:
        backend.set_password(service, "keys", "x" * (WINDOWS_SECRET_MAX + 1))
    except Exception as error:  # noqa: BLE001  which one is the question
        told["too_long"] = [type(error).__name__, getattr(error, "winerror", None)]
    else:
        told["too_long"] = "taken"
    for target in (service, f"keys@{service}"):
        if item(target) is not None:
            win32cred.CredDelete(target, win32cred.CRED_TYPE_GENERIC)
    return told


if __name__ == "__main__":
    match sys.argv[1]:
        case "fill":
            fill()
        case "look":
            tell(look())
        case "rules":
            rules()
