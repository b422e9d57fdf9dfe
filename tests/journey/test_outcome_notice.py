"""Tests of the outcome of a send: it is said where people look, and stays until it was read where it is no success."""

import re

import pytest
from PySide6.QtWidgets import QLabel

from scoro_desktop.ui.history.send_details import SendDetails
from scoro_desktop.ui.kit.plain_text import held_together
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start
from tests.journey.servers import MATCHING, FailingServer
from tests.journey.test_broken_network import SENT, begin
from tests.scorocode.socket_server import Behaviour, answer, reset

REFUSED = answer(b'{"error":true,"errCode":403,"errMsg":"Push limit exceeded"}', "403 Forbidden")
TIME = r"\d+:\d\d.[AP]M"


def send(window: MainWindow, person: Person) -> None:
    person.wait_for_count(window, MATCHING)
    person.confirm(window, person.press_send(window))


def role(window: MainWindow) -> object:
    labels = window.outcome.findChildren(QLabel)
    words = held_together(window.outcome.text())
    return next(each for each in labels if each.text() == words).property("role")


def test_a_success_is_said_and_goes_by_itself(start: Start, have_account: HaveAccount, person: Person) -> None:
    with FailingServer(lambda connection: connection.sendall(SENT)) as server:
        window = begin(start, have_account, person, server.address)
        assert not window.outcome.isVisible()
        send(window, person)
        assert re.fullmatch(TIME + " · Sent\\. It was sent to 7 devices.", window.outcome.text())
        assert role(window) == "good"
        window.outcome._read.start(0)  # the time that reading takes
        person.qtbot.waitUntil(lambda: not window.outcome.isVisible(), timeout=WAIT_MS)


@pytest.mark.parametrize(
    ("behave", "words", "colour"),
    [
        (
            lambda connection: connection.sendall(REFUSED),
            "Refused. The server refused the message: “Push limit exceeded” (code 403). Nothing was sent.",
            "problem",
        ),
        (reset, "Unknown. It may have gone out; do not send it again before you check.", "warning"),
    ],
    ids=["refused", "unknown"],
)
def test_what_is_no_success_stays_until_it_was_read(
    start: Start, have_account: HaveAccount, person: Person, behave: Behaviour, words: str, colour: str
) -> None:
    with FailingServer(behave) as server:
        window = begin(start, have_account, person, server.address)
        send(window, person)
        said = window.outcome.text()
        assert re.sub(TIME + " · ", "", said) == words
        assert role(window) == colour
        window.outcome._forget_successes()
        assert window.outcome.text() == said
        server.on_send = lambda connection: connection.sendall(SENT)
        person.type_into(window.tab.form.first(), " today")
        send(window, person)
        assert window.outcome.text().endswith("It was sent to 7 devices. (And 1 more unread.)")
        person.click(window.outcome.dismiss)
        assert window.outcome.text() == said
        person.click(window.outcome.action)
        assert not window.outcome.isVisible()
        details = next(iter(window.history.findChildren(SendDetails)))
        assert details.isVisible()
        details.close()


def test_the_window_in_another_language_says_it_too(start: Start, have_account: HaveAccount, person: Person) -> None:
    with FailingServer(reset) as server:
        begin(start, have_account, person, server.address)
        application = start()
        window = application.window
        person.wait_for_keys(window)
        send(window, person)
        application._change_language("ru")
        assert "Сообщение могло уйти; не отправляйте его снова, пока не проверите." in application.window.outcome.text()
