"""Codes for what the keyrings of the systems raise, each with libraries of its own."""

from typing import Final

_BY_CLASS_NAME: Final = {
    "NoKeyringError": "missing",
    "KeyringLocked": "locked",
    "LockedException": "locked",
    "PasswordSetError": "refused",
    "PasswordDeleteError": "refused",
    "PromptDismissedException": "refused",
}
_BY_WINERROR: Final = {
    5: "refused",  # ERROR_ACCESS_DENIED
    1312: "missing",  # ERROR_NO_SUCH_LOGON_SESSION: this logon has no credential set
    1783: "too_long",  # RPC_X_BAD_STUB_DATA: what CredWrite says to a secret that is too long
}


def code_of(error: Exception) -> str:
    """A code for what a backend raised, told by the names of classes: each backend has libraries of its own."""
    cause: BaseException | None = error
    while cause is not None:
        for kind in type(cause).__mro__:
            if code := _BY_CLASS_NAME.get(kind.__name__):
                return code
        if code := _BY_WINERROR.get(getattr(cause, "winerror", 0)):
            return code
        cause = cause.__cause__
    # what keyring says when a keyring was never set up and nobody can be asked to do it
    return "missing" if type(error).__name__ == "InitError" else "failed"
