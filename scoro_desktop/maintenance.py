"""Work that is done without a window: before the app is removed from a computer, and to try its keyring."""

import json
import sys
from pathlib import Path
from typing import Final

from scoro_desktop.hardening import not_dumpable
from scoro_desktop.storage import vault as keyring
from scoro_desktop.storage import vault_check
from scoro_desktop.storage.accounts import AccountStore
from scoro_desktop.storage.database import open_database
from scoro_desktop.storage.vault import Vault, VaultError

DELETED: Final = "deleted"


def forget_keys(database: Path, vault: Vault) -> dict[str, str]:
    """Deletes the keys of every account from the keyring; the accounts themselves stay.

    The value says by account id what became of its keys: `DELETED`, or a code of VaultError. Without a database there
    are no accounts, and none is made. Raises StorageError if it cannot be read.
    """
    if not database.exists():
        return {}
    connection = open_database(database)
    try:
        accounts = AccountStore(connection).all()
    finally:
        connection.close()
    outcomes: dict[str, str] = {}
    unanswered = False
    for account in accounts:
        if unanswered:  # each further one would wait as long again
            outcomes[account.id] = "timed_out"
            continue
        try:
            vault.delete(account.id)
        except VaultError as error:
            outcomes[account.id] = error.code
            unanswered = error.code == "timed_out"
        else:
            outcomes[account.id] = DELETED
    return outcomes


def check_keyring() -> int:
    """Prints one line of JSON about what the keyring did with a test item; 0 when it works."""
    not_dumpable()
    result = vault_check.check(keyring.Vault())
    sys.stdout.write(json.dumps(result) + "\n")
    sys.stdout.flush()
    return 0 if result["works"] else 1
