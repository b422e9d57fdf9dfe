"""Reasons why a look-up gave nothing, in the words of the count and of the dialog of accounts."""

from collections.abc import Callable

import pytest

from scoro_desktop.scorocode.replies import REASONS, Failure, Outcome
from scoro_desktop.ui.words import account_words
from scoro_desktop.ui.words.wording import count_failure

Words = Callable[[Failure], str]
BOTH = pytest.mark.parametrize("words", [count_failure, account_words.failure], ids=["count", "accounts"])


@BOTH
@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_has_words(words: Words, reason: str) -> None:
    said = words(Failure(Outcome.UNKNOWN, reason, http_status=502))
    assert said
    assert "_" not in said
    assert "{" not in said


@BOTH
@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("proxy_setting", "This computer's proxy setting cannot be read"),
        ("proxy_kind", "of a kind that the app cannot use"),
        ("proxy_login", "wants a name and a password"),
        ("ca_bundle", "cannot be read"),
    ],
)
def test_a_setting_of_the_computer_is_not_laid_to_the_servers_account(words: Words, reason: str, said: str) -> None:
    text = words(Failure(Outcome.NOT_SENT, reason, detail="technical"))
    assert said in text
    assert "technical" not in text
    assert "server's certificate" not in text
    assert "address" not in text


@BOTH
@pytest.mark.parametrize(
    "failure",
    [
        Failure(Outcome.REFUSED, "not_json_refusal", http_status=429),
        Failure(Outcome.REFUSED, "server_said_no", error_code="429", error_message="Too many", http_status=200),
    ],
)
def test_too_many_requests_are_no_matter_of_rights(words: Words, failure: Failure) -> None:
    assert "asked too often" in words(failure)
    assert "session" not in words(failure)
    assert "address" not in words(failure)


@BOTH
@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (Failure(Outcome.UNKNOWN, "server_failed", "504", "time {out}.", http_status=200), "time {out}"),
        (Failure(Outcome.UNKNOWN, "server_failed", "504", http_status=200), "504"),
        (Failure(Outcome.UNKNOWN, "server_failed", http_status=500), "500"),
    ],
)
def test_a_failure_of_the_servers_own_has_its_words(words: Words, failure: Failure, said: str) -> None:
    assert "The server failed" in words(failure)
    assert said in words(failure)
    assert "session" not in words(failure)
