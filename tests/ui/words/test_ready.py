"""Tests of what the footer says that Send will do: "ready" only of a number that is known."""

import pytest

from scoro_desktop.scorocode.account import AccessKind, Account, Environment
from scoro_desktop.ui.words.wording import ready

SHOP = Account("a1", "Shop", Environment.PRODUCTION, "https://api.example.com/", "id", AccessKind.MASTER)


@pytest.mark.parametrize(
    ("everyone", "counting", "words"),
    [
        (False, True, "Counting… · Shop · PRODUCTION"),
        (True, True, "EVERYONE, counting… · Shop · PRODUCTION"),
        (False, False, "Recipients unknown · Shop · PRODUCTION"),
        (True, False, "EVERYONE, recipients unknown · Shop · PRODUCTION"),
    ],
)
def test_of_an_unknown_number_nothing_is_ready(everyone: bool, counting: bool, words: str) -> None:
    assert ready(SHOP, everyone, "devices", None, counting=counting) == words


def test_of_a_known_number_it_is() -> None:
    assert ready(SHOP, False, "devices", 263).startswith("Ready: 263 device")
    assert "nobody to send to" in ready(SHOP, False, "devices", 0)
