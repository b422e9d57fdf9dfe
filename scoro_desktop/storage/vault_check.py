"""Tells whether the system keyring works for this app: what a person, or who helps them, asks before blaming keys."""

import contextlib
import secrets

from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.storage.vault import Vault, VaultError
from scoro_desktop.wire import JsonObject


def check(vault: Vault) -> JsonObject:
    """Stores one random item, reads it, deletes it and looks that it is gone. No key of anybody is read. May block.

    The value has "keyring" (its name or None), "works", and where it does not "step" ("store", "read", "delete") and
    "code" (one of `vault.CODES`, or "differs": what came back is not what was stored).
    """
    name, keys = f"check-{secrets.token_hex(8)}", Keys(secrets.token_hex(16), secrets.token_hex(16), "")
    item = Account(name, name, Environment.TEST, "http://127.0.0.1/", name, AccessKind.MASTER)
    result: JsonObject = {"keyring": None, "works": False}
    step = "store"
    try:
        vault.store(item, keys)
        result["keyring"] = vault.name()
        step = "read"
        same = vault.load(item) == keys
        step = "delete"
        vault.delete(name)
        gone = vault.load(item) is None
    except VaultError as error:
        if step == "read":
            with contextlib.suppress(VaultError):
                vault.delete(name)
        return result | {"keyring": error.backend or result["keyring"], "step": step, "code": error.code}
    if not same or not gone:
        return result | {"step": "delete" if same else "read", "code": "differs"}
    return result | {"works": True}
