from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from scoro_desktop.scorocode.account import Environment
from scoro_desktop.scorocode.replies import REASONS, Failure, Outcome, Sent
from scoro_desktop.storage.history import Send
from scoro_desktop.ui.words.outcome_words import outcome_sentence, outcome_words, result_words
from scoro_desktop.ui.words.reason_words import reason_words

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
    assert "_" not in sentence.replace("REQUESTS_CA_BUNDLE or CURL_CA_BUNDLE", "")
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


@pytest.mark.parametrize(
    ("status", "short", "happened", "next_step"),
    [
        (401, "Keys not accepted", "did not accept the keys or the session: status 401.", "Check the keys"),
        (403, "Not allowed", "does not allow this: status 403.", "what they may do, or ask whoever runs your network"),
        (404, "Nothing at this address", "has nothing at this address: status 404.", "Check the address"),
        (405, "Takes no messages", "takes no messages at this address: status 405.", "Check the address"),
        (410, "Nothing at this address", "has nothing at this address: status 410.", "Check the address"),
        (413, "Request too large", "too large for the server", "Make the request smaller"),
        (429, "Asked too often", "was asked too often: status 429.", "Wait a minute, then use it again."),
        (400, "Refused without a reason", "with status 400 and gave no reason.", "Check the message, the audience"),
        (422, "Refused without a reason", "with status 422 and gave no reason.", "Check the message, the audience"),
        (418, "Refused without a reason", "with status 418 and gave no reason.", "Check the message, the audience"),
    ],
)
def test_a_status_without_a_reason_has_words_of_its_own(
    sent: Record, status: int, short: str, happened: str, next_step: str
) -> None:
    send = sent(Failure(Outcome.REFUSED, "not_json_refusal", http_status=status))
    words = outcome_words(send)
    assert result_words(send) == short
    assert happened in words.happened
    assert words.sent == "Nothing was sent."
    assert next_step in words.next
    assert ("Check the address" in words.next) is (status in {404, 405, 410})


@pytest.mark.parametrize(
    ("code", "status", "next_step"),
    [
        ("401", 200, "Check the keys"),
        ("401", 403, "Check the keys"),
        ("413", 200, "Make the request smaller"),
        ("429", 200, "Wait a minute"),
        ("", 429, "Wait a minute"),
        ("E1", 413, "Make the request smaller"),
        ("400", 200, "Fix what the server names"),
        ("403", 403, "Fix what the server names"),
        ("404", 200, "Fix what the server names"),
    ],
)
def test_what_to_do_about_a_refusal_goes_by_the_servers_code(
    sent: Record, code: str, status: int, next_step: str
) -> None:
    send = sent(Failure(Outcome.REFUSED, "server_said_no", code, "No", http_status=status))
    assert next_step in outcome_words(send).next


@pytest.mark.parametrize(
    ("code", "message", "said"),
    [
        ("504", "timeout", "with an error that does not tell what became of it: “timeout” (code 504)."),
        ("504", "", "with an error that does not tell what became of it: “504”."),
        ("", "time {out}", "with an error that does not tell what became of it: “time {out}”."),
        ("", "", "with an error and no reason: status 504."),
    ],
)
def test_a_failure_of_the_servers_own_has_its_words_and_settles_nothing(
    sent: Record, code: str, message: str, said: str
) -> None:
    send = sent(Failure(Outcome.UNKNOWN, "server_failed", code, message, http_status=504))
    assert said in outcome_words(send).happened
    assert "Nothing was sent" not in outcome_sentence(send)
    assert result_words(send) == (f"{code} {message}".strip() or "The server failed")


def test_a_redirect_is_worded_by_what_it_settles(sent: Record) -> None:
    elsewhere = outcome_words(sent(Failure(Outcome.REFUSED, "redirect", http_status=307)))
    assert elsewhere.happened.startswith("The server pointed to another address. The app did not follow")
    assert "Check the address in the account" in elsewhere.next
    handled = outcome_words(sent(Failure(Outcome.UNKNOWN, "redirect", http_status=303)))
    assert "(status 303), which does not tell what became of it" in handled.happened
    assert "your keys stay where they belong" in handled.happened


def test_sent(sent: Record) -> None:
    assert outcome_sentence(sent(Sent(2500))) == "The server took the message. It was sent to 2,500 device(s)."
    fewer = outcome_sentence(sent(Sent(2498)))
    assert "It was sent to 2,498 device(s). Before sending, 2,500 device(s) matched." in fewer
    assert "It was sent to nobody. Check the audience" in outcome_sentence(sent(Sent(0)))


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


@pytest.mark.parametrize(
    ("reason", "status", "happened", "short"),
    [
        # Nobody pointed anywhere: 304 says that nothing changed, 300 offers several, 305 and 306 mean nothing today.
        *(
            (
                "redirect",
                status,
                f"and the server answered with status {status}, which does not tell",
                "Answer not understood",
            )
            for status in (300, 304, 305, 306, 399)
        ),
        *(
            (
                "redirect",
                status,
                f"the server pointed to another address (status {status})",
                "Pointed to another address",
            )
            for status in (301, 302, 303)
        ),
        # The server's own failures, where it says nothing but their number.
        *(
            ("unreadable", status, f"and the server failed: status {status}.", "The server failed")
            for status in (500, 501, 505, 507, 508, 599)
        ),
        ("unreadable", 202, "could not be understood", "Answer not understood"),
        ("unreadable", None, "could not be understood", "Answer not understood"),
        ("gateway", 503, "is too busy or under maintenance: status 503.", "Server busy"),
        ("gateway", 511, "it wants you to log in to it first", "Network wants a log-in"),
        (
            "gateway",
            502,
            "something in front of the server answered in its place: status 502.",
            "Answered by a gateway",
        ),
    ],
)
def test_a_status_that_settles_nothing_is_said_for_what_it_is(
    sent: Record, reason: str, status: int | None, happened: str, short: str
) -> None:
    send = sent(Failure(Outcome.UNKNOWN, reason, http_status=status))
    assert happened in outcome_words(send).happened
    assert result_words(send) == short


@pytest.mark.parametrize(
    ("status", "happened", "after", "short"),
    [
        (402, "wants to be paid first: status 402.", "plan of your application", "Wants to be paid"),
        (407, "The proxy of your network wants a user name and a password", "whoever runs your network", "Proxy wants"),
        (
            451,
            "refuses this for legal reasons: status 451.",
            "whoever runs your network or the server",
            "Legal reasons",
        ),
        (
            418,
            "refused the request with status 418 and gave no reason.",
            "Check the message",
            "Refused without a reason",
        ),
        (
            400,
            "refused the request with status 400 and gave no reason.",
            "Check the message",
            "Refused without a reason",
        ),
    ],
)
def test_a_refusal_by_status_alone_is_said_for_what_it_is(
    sent: Record, status: int, happened: str, after: str, short: str
) -> None:
    send = sent(Failure(Outcome.REFUSED, "not_json_refusal", http_status=status))
    words = outcome_words(send)
    assert happened in words.happened
    assert after in words.next
    assert result_words(send).startswith(short)
