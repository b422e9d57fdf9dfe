import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from scoro_desktop import wire
from scoro_desktop.scorocode.account import Environment
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.storage.history import Send
from scoro_desktop.ui.channels.message_parts import message_parts
from scoro_desktop.ui.history.send_details import SendDetails
from scoro_desktop.ui.kit.long_text import MOST_SHOWN
from scoro_desktop.ui.words.refusal_words import MOST_SAID

Record = Callable[..., Send]


@pytest.fixture
def opened(qtbot: QtBot) -> Callable[[Send], SendDetails]:
    def open_details(send: Send) -> SendDetails:
        details = SendDetails(send)
        details.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(details)
        with qtbot.waitExposed(details):
            details.show()
        details.opening.finish()
        return details

    return open_details


Opened = Callable[[Send], SendDetails]


def labels(details: SendDetails) -> list[str]:
    return [label.text() for label in details.findChildren(QLabel) if label.isVisible()]


def boxes(details: SendDetails) -> dict[str, str]:
    return {box.accessibleName(): box.toPlainText() for box in details.findChildren(QPlainTextEdit) if box.isVisible()}


def buttons(details: SendDetails) -> list[str]:
    return [button.text() for button in details.findChildren(QPushButton) if button.isVisible()]


def test_what_was_sent_to_whom_and_when(opened: Opened, sent: Record) -> None:
    details = opened(sent(Sent(2498, answer='{"count":2498}'), environment=Environment.PRODUCTION))
    shown = labels(details)
    for text in (
        "Sent",
        "The server took the message.",
        "Распродажа\nСкидки до 50%",
        "Shop · PRODUCTION",
        "https://api.example.com/api/v1/",
        "db8a1b41",
        "2,500 device(s)",
        "2,498",
    ):
        assert text in shown
    assert shown.index("The server took the message.") < shown.index("Распродажа\nСкидки до 50%")
    assert [text.startswith("Monday, November 23, 2026, ") for text in shown].count(True) == 1
    assert "2.0 s" not in shown  # it is of the technical details
    assert details.windowTitle() == "Message: Распродажа: Скидки до 50%"


@pytest.mark.parametrize(
    ("settled", "words"),
    [
        (Sent(1), "Sent at"),
        (Sent(0), "Sent at"),
        (None, "Sending since"),
        (Failure(Outcome.REFUSED, "server_said_no", "400", "no"), "Tried at"),
        (Failure(Outcome.NOT_SENT, "connect_timeout"), "Tried at"),
        (Failure(Outcome.UNKNOWN, "read_timeout"), "Tried at"),
        (Failure(Outcome.UNKNOWN, "app_closed"), "Tried at"),
        (Failure(Outcome.NOT_SENT, "never_begun"), "Confirmed at"),
        (Failure(Outcome.NOT_SENT, "bad_account"), "Confirmed at"),
    ],
)
def test_only_what_was_sent_has_a_moment_at_which_it_was(
    opened: Opened, sent: Record, settled: Sent | Failure | None, words: str
) -> None:
    shown = labels(opened(sent(settled)))
    every = ["Sent at", "Sending since", "Tried at", "Confirmed at"]
    assert [each for each in shown if each in every] == [words]


def test_the_exact_request_and_the_answer_to_the_letter(opened: Opened, sent: Record, qtbot: QtBot) -> None:
    request: wire.JsonObject = {"coll": "devices", "query": {"n": 2**70}, "msg": {"text": "<b>жирный</b>"}}
    details = opened(sent(Sent(1, answer="{ odd }"), request=request))
    assert boxes(details) == {"Exact request, without keys": wire.pretty(request), "Answer of the server": "{ odd }"}
    (copy,) = (
        button
        for button in details.findChildren(QPushButton)
        if button.accessibleName() == "Copy: Exact request, without keys"
    )
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == wire.pretty(request)


def test_no_text_scrolls_within_the_page_that_scrolls(opened: Opened, sent: Record, qtbot: QtBot) -> None:
    request: wire.JsonObject = {"coll": "devices", "query": {f"field{n}": n for n in range(60)}, "msg": {"text": "a"}}
    details = opened(sent(Sent(1, answer='{"count":1}'), request=request))
    found = {box.accessibleName(): box for box in details.findChildren(QPlainTextEdit) if box.isVisible()}
    box, answer = found["Exact request, without keys"], found["Answer of the server"]
    qtbot.waitUntil(lambda: answer.height() < 60)
    assert not any(each.verticalScrollBar().isVisible() for each in found.values())
    ways = {each.accessibleName(): each for each in details.findChildren(QPushButton) if each.isVisible()}
    assert "Show all: Answer of the server" not in ways
    before = box.height()
    QTest.mouseClick(ways["Show all: Exact request, without keys"], Qt.MouseButton.LeftButton)
    assert box.height() > 2 * before
    assert not box.verticalScrollBar().isVisible()


def test_text_of_a_message_or_a_server_is_never_markup(opened: Opened, sent: Record) -> None:
    failure = Failure(Outcome.REFUSED, "server_said_no", "400", "<h1>no</h1>")
    details = opened(sent(failure, summary="<b>x</b>"))
    assert "The server refused the message: “<h1>no</h1>” (code 400)." in labels(details)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in details.findChildren(QLabel))


def test_the_technical_text_is_one_click_away(opened: Opened, sent: Record, qtbot: QtBot) -> None:
    details = opened(sent(Failure(Outcome.UNKNOWN, "gateway", http_status=502, detail="Bad Gateway")))
    assert "Technical details" not in boxes(details)
    (fold,) = details.findChildren(QToolButton)
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    settled, duration, *protocol = boxes(details)["Technical details"].split("\n")
    assert settled.startswith("Settled at: Monday, November 23, 2026, ")
    assert duration == "Duration: 2.0 s"
    assert protocol == ["gateway", "HTTP 502", "Bad Gateway"]
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert "Technical details" not in boxes(details)


def test_the_unknown_is_counted_or_used_again_and_never_retried(opened: Opened, sent: Record, qtbot: QtBot) -> None:
    send = sent(Failure(Outcome.UNKNOWN, "reset"))
    details = opened(send)
    assert sorted(buttons(details)) == ["Close", "Copy", "Copy as curl", "Correct it…", "Count again", "Use again"]
    (count,) = (button for button in details.findChildren(QPushButton) if button.text() == "Count again")
    with qtbot.waitSignal(details.count_again) as counted:
        QTest.mouseClick(count, Qt.MouseButton.LeftButton)
    assert counted.args == [send]
    assert not details.isVisible()


@pytest.mark.parametrize("reply", [None, Sent(1), Failure(Outcome.REFUSED, "redirect")])
def test_nothing_else_is_counted_again(opened: Opened, sent: Record, reply: Sent | Failure | None) -> None:
    assert "Count again" not in buttons(opened(sent(reply)))


def test_everyone_is_named(opened: Opened, sent: Record) -> None:
    details = opened(sent(everyone=True, query_text="", expected=None))
    assert "Everyone in devices" in labels(details)
    assert "not known" in labels(details)


def test_a_send_that_the_app_did_not_outlive_has_no_duration(opened: Opened, sent: Record) -> None:
    send = sent(Failure(Outcome.UNKNOWN, "app_closed"))
    shown = labels(opened(send))
    assert "Noticed at" in shown
    assert not any("Duration" in text for text in shown)


@pytest.mark.parametrize(
    ("channel", "message", "parts"),
    [
        ("sms", {"text": "Hi"}, [("Text", "Hi")]),
        (
            "push",
            {
                "data": {
                    "gcm": {"notification": {"title": "A", "body": "B"}},
                    "apns": {"aps": {"alert": {"title": "T", "subtitle": "S", "body": "C"}}},
                }
            },
            [("Android", "A\nB"), ("iPhone", "T\nS\nC")],
        ),
        ("push", {"data": {"apns": {"aps": {"alert": "plain"}}}}, [("iPhone", "plain")]),
        ("push", {"text": "beside"}, [("Text", "beside")]),
        ("push", {"data": {"gcm": {"data": {"k": "v"}}}}, [("Message", "v")]),
        ("sms", {"text": 5}, [("Message", "v")]),
        ("push", "not an object", [("Message", "v")]),
    ],
)
def test_what_readers_were_shown(
    sent: Record, channel: str, message: wire.JsonValue, parts: list[tuple[str, str]], qtbot: QtBot
) -> None:
    send = sent(channel=channel, request={"coll": "users", "msg": message}, summary="v")
    assert message_parts(send) == parts


def test_a_message_without_any_text_says_so(sent: Record, qtbot: QtBot) -> None:
    send = sent(request={"coll": "users", "msg": {}}, summary="")
    assert message_parts(send) == [("Message", "(no text)")]


ANSWERS = ["x" * 65_536, "word " * 13_107, json.dumps({"count": 1, "said": ["й"] * 13_000}, ensure_ascii=False)]


@pytest.mark.parametrize("answer", ANSWERS)
def test_long_texts_are_begun_and_copied_whole(opened: Opened, sent: Record, answer: str) -> None:
    request: wire.JsonObject = {"coll": "devices", "query": {"_id": {"$in": [f"d{n:015}" for n in range(50_000)]}}}
    details = opened(sent(Sent(1, answer=answer), request=request))
    whole = {"Exact request, without keys": wire.pretty(request), "Answer of the server": answer}
    assert boxes(details) == {name: text[:MOST_SHOWN] for name, text in whole.items()}
    for name, text in whole.items():
        (copy,) = (each for each in details.findChildren(QPushButton) if each.accessibleName() == f"Copy: {name}")
        QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
        assert QGuiApplication.clipboard().text() == text
        (show,) = (each for each in details.findChildren(QPushButton) if each.accessibleName() == f"Show all: {name}")
        QTest.mouseClick(show, Qt.MouseButton.LeftButton)
        assert boxes(details)[name] == text


@pytest.mark.parametrize("reason", ["server_said_no", "server_failed"])
def test_of_a_long_refusal_the_beginning_is_said_and_the_whole_is_one_click_away(
    opened: Opened, sent: Record, reason: str
) -> None:
    said = "No. " * 16_384
    details = opened(sent(Failure(Outcome.REFUSED, reason, "400", said, answer=said)))
    assert max(map(len, labels(details))) < 2 * MOST_SAID
    assert any(f"“{said[: MOST_SAID - 1]}…” (code 400)" in each for each in labels(details))
    (fold,) = details.findChildren(QToolButton)
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    shows = [each for each in details.findChildren(QPushButton) if each.isVisible() and each.text() == "Show all"]
    assert len(shows) == 2
    QTest.mouseClick(shows[-1], Qt.MouseButton.LeftButton)
    assert said.strip() in boxes(details)["Technical details"]
