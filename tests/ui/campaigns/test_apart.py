"""The hours within which nobody gets two campaigns: the stricter of two rules, unless somebody chose."""

import dataclasses

import pytest

from scoro_desktop.scorocode.account import AccessKind, Account, Environment
from scoro_desktop.ui.campaigns.apart import Apart

ACME = Account(
    "acme", "Acme", Environment.TEST, "https://api.example/api/v1/", "app", AccessKind.MASTER, lately_hours=24
)
FREE = dataclasses.replace(ACME, id="free", lately_hours=0)
STRICT = dataclasses.replace(ACME, id="strict", lately_hours=72)


@pytest.mark.parametrize(
    ("wanted", "hours", "is_raised"), [(0, 24, False), (6, 24, True), (24, 24, False), (48, 48, False)]
)
def test_the_stricter_holds(wanted: int, hours: int, is_raised: bool) -> None:
    apart = Apart()
    apart.hold_to(ACME)
    apart.begin(wanted, has_list=False)
    assert (apart.hours, apart.is_raised, apart.is_lowered) == (hours, is_raised, False)
    apart.hold_to(None)
    assert apart.hours == wanted


def test_what_a_person_chose_holds_for_the_list_in_hand() -> None:
    apart = Apart()
    apart.hold_to(ACME)
    apart.chosen = 0
    apart.begin(0, has_list=True)
    apart.hold_to(dataclasses.replace(ACME, lately_hours=30))  # its rule is another by now
    assert (apart.hours, apart.is_lowered) == (0, True)
    apart.begin(0, has_list=False)
    assert apart.hours == 30
    apart.chosen = 40
    apart.begin(10, has_list=False)
    assert apart.hours == 40, "what is stricter lowers nothing"


def test_another_account_has_a_rule_of_its_own() -> None:
    apart = Apart()
    apart.hold_to(FREE)
    apart.chosen = 12
    apart.hold_to(ACME)
    assert (apart.hours, apart.is_raised) == (24, False)
    apart.chosen = 48
    apart.hold_to(STRICT)
    assert apart.hours == 72
    apart.hold_to(FREE)
    assert (apart.hours, apart.is_lowered) == (0, False)
