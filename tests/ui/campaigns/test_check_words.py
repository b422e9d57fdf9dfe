"""What the check of a campaign says of campaigns before it."""

from datetime import UTC, datetime

import pytest

from scoro_desktop.scorocode.account import AccessKind, Account, Environment
from scoro_desktop.sending.campaigns.checking import Checked
from scoro_desktop.storage.campaigns.types import Alike, Sums
from scoro_desktop.ui.campaigns import campaign_words, check_words

NOW, BEFORE = datetime(2026, 11, 28, 12, tzinfo=UTC), datetime(2026, 11, 1, 12, tzinfo=UTC)
ACCOUNT = Account("a", "Acme", Environment.TEST, "https://api.example/", "app", AccessKind.MASTER)


@pytest.mark.parametrize(
    ("alike", "lines"),
    [
        ([], None),
        ([(True, True)], ["⚠ the same text to the same list, {0}"]),
        ([(True, False), (True, False)], ["the same list, {0}"]),
        ([(False, True), (True, True)], ["⚠ the same text to the same list, {1}", "the same text, {0}"]),
        ([(True, False), (False, True)], ["the same list, {0}", "the same text, {1}"]),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_what_was_sent_already_is_said_once_of_each(alike: list[tuple[bool, bool]], lines: list[str] | None) -> None:
    moments = (NOW, BEFORE)
    before = tuple(Alike(at, "Autumn", moments[at], *same) for at, same in enumerate(alike))
    facts = dict(check_words.facts(Checked(Sums(1, {}, {}), 1, before=before), ACCOUNT))
    said = facts.get("Sent already")
    assert said == (None if lines is None else "\n".join(lines).format(*map(campaign_words.when, moments)))
