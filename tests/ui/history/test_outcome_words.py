from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from scoro_desktop.scorocode.account import Environment
from scoro_desktop.scorocode.replies import REASONS, Failure, Outcome, Sent
from scoro_desktop.storage.history import Send
from scoro_desktop.ui.history.outcome_words import outcome_sentence, outcome_words, reason_words

Record = Callable[..., Send]
FAILURES = (Outcome.REFUSED, Outcome.NOT_SENT, Outcome.UNKNOWN)


@pytest.mark.parametrize("reason", REASONS)
@pytest.mark.parametrize("outcome", FAILURES)
def test_every_end_says_what_happened_whether_it_was_sent_and_what_to_do(
    sent: Record, outcome: Outcome, reason: str
) -> None:
    send = sent(Failure(outcome, reason, http_status=502))
    words = outcome_words(send)
    assert all((words.happened, words.sent, words.next))
    sentence = outcome_sentence(send)
    assert "_" not in sentence
    assert "{" not in sentence
    assert ("Nothing was sent." in sentence) is (outcome is not Outcome.UNKNOWN)
    assert reason_words(reason) not in {"", reason}


@pytest.mark.parametrize("reason", REASONS)
def test_the_unknown_is_never_to_be_tried_again(sent: Record, reason: str) -> None:
    sentence = outcome_sentence(sent(Failure(Outcome.UNKNOWN, reason, http_status=502)))
    assert "Find out before you send it again" in sentence
    assert "Count again" in sentence
    assert "retry" not in sentence.lower()
    assert "try again" not in sentence.lower()
    assert "then use it again" not in sentence.lower()


@pytest.mark.parametrize("reason", REASONS)
def test_no_two_reasons_read_alike(sent: Record, reason: str) -> None:
    others = set(REASONS) - {reason}
    assert reason_words(reason) not in {reason_words(other) for other in others}


@pytest.mark.parametrize(
    ("code", "message", "said"),
    [
        ("403", "No {access} here", "The server refused the message: “No {access} here” (code 403)."),
        ("", "No", "The server refused the message: “No”."),
        ("403", "", "The server refused the message with code 403."),
        ("", "", "The server refused the message and gave no reason."),
    ],
)
def test_a_refusal_has_the_servers_own_words(sent: Record, code: str, message: str, said: str) -> None:
    assert outcome_words(sent(Failure(Outcome.REFUSED, "server_said_no", code, message))).happened == said


def test_sent(sent: Record) -> None:
    assert outcome_sentence(sent(Sent(2500))) == "The server took the message. It was sent to 2,500 device(s)."
    fewer = outcome_sentence(sent(Sent(2498)))
    assert "It was sent to 2,498 device(s). Before sending, 2,500 device(s) matched." in fewer
    assert "It was sent to nobody. Look at the audience" in outcome_sentence(sent(Sent(0)))


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("http://127.0.0.1:8080/api/v1/", True),
        ("http://[::1]:8080/api/v1/", True),
        ("http://localhost/api/v1/", True),
        ("https://sandbox.example.com/api/v1/", False),
    ],
)
def test_only_a_sandbox_on_this_computer_keeps_everything_here(sent: Record, address: str, here: bool) -> None:
    sentence = outcome_sentence(sent(Sent(5), environment=Environment.SANDBOX, address=address))
    assert ("nothing left this computer" in sentence) is here
    assert "nothing left" not in outcome_sentence(sent(Sent(5), environment=Environment.TEST, address=address))


def test_on_its_way(sent: Record) -> None:
    assert "has not answered yet" in outcome_sentence(sent(None))


def test_a_reason_of_a_later_version_is_shown_as_it_is(sent: Record, qtbot: QtBot) -> None:
    assert reason_words("solar_flare") == "solar_flare"
    assert outcome_words(sent(Failure(Outcome.UNKNOWN, "solar_flare"))).happened == "solar_flare"
