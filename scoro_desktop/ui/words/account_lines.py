"""Words for an account and its environment in a line: all that the first frame says of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from scoro_desktop.invisible import escaped
from scoro_desktop.scorocode.account import Account, Environment
from scoro_desktop.scorocode.hosts import host_of

translate = QCoreApplication.translate


def environment_name(environment: str) -> str:
    """The word of an environment."""
    return {
        "sandbox": translate("wording", "SANDBOX"),
        "test": translate("wording", "TEST"),
        "production": translate("wording", "PRODUCTION"),
    }.get(environment, environment)


def environment_shown(account: Account) -> str:
    """The environment in whose colour an account is shown: a sandbox that is none is in that of production."""
    return Environment.PRODUCTION if account.is_false_sandbox else account.environment


def environment_word(account: Account) -> str:
    """The word of an account's environment; that of a sandbox that is none says so."""
    return translate("wording", "NOT A SANDBOX") if account.is_false_sandbox else environment_name(account.environment)


def environment_line(account: Account | None) -> str:
    """Returns the line of the band on an account."""
    if account is None:
        return translate("wording", "No account is chosen")
    if account.is_false_sandbox:
        return translate("wording", "{word} — {name}: {host} is not this computer, so nothing is sent to it.").format(
            word=environment_word(account), name=account_name(account), host=host_of(account.address)
        )
    template = {
        Environment.SANDBOX: translate("wording", "{word} — a stand-in on this computer. Nothing leaves it."),
        Environment.TEST: translate("wording", "{word} — {name}"),
        Environment.PRODUCTION: translate("wording", "{word} — {name}. Messages reach real people."),
    }[account.environment]
    return template.format(word=environment_name(account.environment), name=account_name(account))


def account_line(account: Account) -> str:
    """An account in a list: its name and environment."""
    if account.environment is Environment.SANDBOX and not account.is_false_sandbox:
        return account_name(account)
    return translate("wording", "{name} — {word}").format(name=account_name(account), word=environment_word(account))


def account_name(account: Account) -> str:
    """The name of an account; that of the built-in sandbox is in the language of the window."""
    return name_in_history(account.id, account.name)


def name_in_history(account_id: str, name: str) -> str:
    """The name that an account had when something was sent through it, in the same way.

    What cannot be seen in it, or turns its letters around, is shown as JSON would escape it.
    """
    return translate("wording", "Sandbox") if is_built_in(account_id) else escaped(" ".join(name.splitlines()))


def is_built_in(account_id: str) -> bool:
    """Tells whether it is the sandbox that the app brings along (`SANDBOX_ID` in app.py)."""
    return account_id == "sandbox"
