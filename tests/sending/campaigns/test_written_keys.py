"""Keys of rows as programs write them into cells: the people behind them are asked for by what is meant."""

import pytest

from scoro_desktop.recipients.columns import KeyKind
from scoro_desktop.sending.campaigns.keys import BadKey, Keys, email_key


@pytest.mark.parametrize(
    "cell",
    [
        *("Anna@example.com", " 'Anna@example.com'", "'Anna@example.com", '="Anna@example.com"', "«Anna@example.com»"),
        *("Анна <Anna@example.com>", "<mailto:Anna@example.com>", "mailto:Anna@example.com", "\u200bAnna@example.com"),
    ],
)
def test_an_email_is_asked_for_without_what_is_around_it(cell: str) -> None:
    keys = Keys(KeyKind.EMAIL)
    assert keys.read(cell) == "anna@example.com"
    assert keys.asked("anna@example.com", cell) == ["Anna@example.com", "anna@example.com"]
    assert keys.compared("ANNA@example.com") == "anna@example.com"


@pytest.mark.parametrize(
    ("email", "key"),
    [
        (" Anna@Example.com ", "anna@example.com"),
        ("Anna\u200b@example.com", "anna@example.com"),
        ("mailto:Anna@example.com", "anna@example.com"),
        ("и\u0306ога@почта.рф", "йога@почта.рф"),
        ("none", "none"),
        ("", ""),
    ],
)
def test_an_email_of_the_base_is_compared_as_one_of_a_list(email: str, key: str) -> None:
    """A key of a do-not-send list is found whichever way the base writes it."""
    assert email_key(email) == key


@pytest.mark.parametrize("cell", ["XukL1FrVoL", "'XukL1FrVoL", '"XukL1FrVoL"', '="XukL1FrVoL"', " XukL1FrVoL\u00a0"])
def test_an_id_is_asked_for_without_its_quotes(cell: str) -> None:
    keys = Keys(KeyKind.ID)
    assert keys.read(cell) == "XukL1FrVoL"
    assert keys.asked("XukL1FrVoL", cell) == ["XukL1FrVoL"]


@pytest.mark.parametrize("field", [KeyKind.EMAIL, KeyKind.ID])
@pytest.mark.parametrize("cell", ["", " ", "''", '=""', "«»"])
def test_quotes_around_nothing_are_no_key(field: str, cell: str) -> None:
    assert Keys(field).read(cell) == BadKey("")


def test_a_user_name_is_as_it_was_chosen() -> None:
    assert Keys(KeyKind.USERNAME).read("'anna'") == "'anna'"
