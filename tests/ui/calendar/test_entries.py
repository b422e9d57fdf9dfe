"""Tests of the entries that sends are in the calendar."""

from dataclasses import replace
from datetime import UTC, datetime
from unittest.mock import Mock

import pytest

from scoro_desktop.scorocode.account import Environment
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.history_rows import SendLine
from scoro_desktop.ui.calendar.entries import SendEntries
from scoro_desktop.ui.words import outcome_words, wording

LINE = SendLine(
    1, "sms", "shop", "Shop", Environment.TEST, "https://api.example/", "app", "users", False, "Half price", 5,
    Outcome.SENT, 5, "", "", "", 200, datetime(2026, 11, 29, 9, tzinfo=UTC), None, False, None,
)  # fmt: skip


@pytest.mark.usefixtures("qapp")
def test_each_says_its_own_account_text_and_outcome() -> None:
    lines = [
        LINE,
        replace(LINE, id=2, summary="", channel="push"),
        replace(LINE, id=3, account_name="Other"),
        replace(LINE, id=4, outcome=Outcome.NOT_SENT, reason="taken_back"),
        replace(LINE, id=5, outcome=Outcome.NOT_SENT, reason="no_connection"),
    ]
    found = SendEntries(UTC).of(lines)
    assert [each.words for each in found[:2]] == ["Half price", "(no text)"]
    assert [each.about for each in found[:3]] == ["SMS · Shop", "Push · Shop", "SMS · Other"]
    assert [each.role for each in found[2:]] == [outcome_words.role_of(line) for line in lines[2:]]
    assert found[3].role != found[4].role


@pytest.mark.usefixtures("qapp")
def test_what_sends_share_is_put_into_words_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A month has 250 of them, and all of it is made in one turn of the window."""
    name, word = Mock(wraps=wording.name_in_history), Mock(wraps=outcome_words.line_word)
    monkeypatch.setattr(wording, "name_in_history", name)
    monkeypatch.setattr(outcome_words, "line_word", word)
    made = SendEntries(UTC)
    lines = [replace(LINE, id=number) for number in range(250)]
    assert made.of(lines) == made.of(lines)
    assert (name.call_count, word.call_count) == (1, 1)
