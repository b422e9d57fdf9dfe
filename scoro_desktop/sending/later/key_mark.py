"""A mark of the keys of an account, by which a plan knows whether they are the same when it is due.

It tells nothing of them: a salt of its own, a slow hash, and of that 64 bits, which rule nobody's guess in or out.
"""

from typing import Final

from scoro_desktop.scorocode.account import Keys

_ROUNDS: Final = 100_000
"""Some 50 ms, on a thread beside the window."""
_BYTES: Final = 8
_SALT_BYTES: Final = 16


def mark_of(keys: Keys) -> str:
    """A mark of keys, another each time. Takes some 50 ms."""
    import secrets  # brings the system's cryptography along: 3 MB

    return _marked(keys, secrets.token_bytes(_SALT_BYTES))


def is_mark_of(mark: str, keys: Keys) -> bool:
    """Tells whether a mark was made of these keys; False for a text that is no mark."""
    import hmac

    try:
        salt = bytes.fromhex(mark.partition(":")[0])
    except ValueError:
        return False
    return bool(salt) and hmac.compare_digest(mark, _marked(keys, salt))


def _marked(keys: Keys, salt: bytes) -> str:
    import hashlib

    parts = [keys.client_key, keys.access_key, keys.session]
    text = "".join(f"{len(part)}:{part}" for part in parts).encode("utf-8", "surrogatepass")
    digest = hashlib.pbkdf2_hmac("sha256", text, salt, _ROUNDS, _BYTES)
    return f"{salt.hex()}:{digest.hex()}"
