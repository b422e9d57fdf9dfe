"""The account that the app brings along: everything that an account can ask for can be tried with it."""

from collections import Counter

from scoro_desktop.app import SANDBOX_OPERATORS, sandbox_account
from scoro_desktop.sandbox.sample import world
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import account_problems


def test_without_its_server_there_is_none() -> None:
    assert sandbox_account(None) == (None, None)


def test_it_can_be_used_as_it_is() -> None:
    account, keys = sandbox_account(Sandbox(port=1))
    assert account is not None
    assert keys is not None
    assert account_problems(account, keys) == []
    assert account.sms_price is not None
    assert (account.quiet_hours, account.sms_suffix) == (None, "")


def test_its_operators_have_numbers_of_its_people_and_leave_some_to_the_general_price() -> None:
    numbers = [user["phone"].removeprefix("+") for user in world().users if "phone" in user]
    operators: Counter[str] = Counter()
    for number in numbers:
        having = [each.name for each in SANDBOX_OPERATORS if number.startswith(each.prefixes)]
        assert len(having) <= 1
        operators.update(having or ["nobody"])
    assert set(operators) == {"Volna", "Albion", "nobody"}
    assert min(operators.values()) > 100
