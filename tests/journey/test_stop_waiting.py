"""An answer that does not come: said with the seconds, and nobody has to wait for it."""

import dataclasses
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar

from scoro_desktop.app import Application
from scoro_desktop.scorocode.replies import Outcome, Sent
from scoro_desktop.storage.history import HistoryFilter
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start
from tests.journey.servers import leading
from tests.journey.sight import row_of
from tests.journey.stored import stored
from tests.journey.test_hold import HELD, KEYS, QUERY
from tests.ui.servers import Server


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, have_account: HaveAccount) -> Iterator[Server]:
    """Takes the place of whatever the app would talk to, for an account that holds nothing."""
    have_account(dataclasses.replace(HELD, hold_seconds=0), KEYS)
    with leading(monkeypatch) as server:
        yield server


def outcomes(application: Application) -> list[tuple[Outcome, str]]:
    return [(each.outcome, each.reason) for each in stored(application).history.page(HistoryFilter(), 0, 9)]


def wait_for(window: MainWindow, seconds: int) -> None:
    """As if the answer were waited for so long."""
    dispatch = window._services.dispatch
    assert dispatch.waiting is not None
    dispatch.waiting = dataclasses.replace(dispatch.waiting, since=dispatch.waiting.since - seconds)
    window.outcome._show_newest()


def press(person: Person, window: MainWindow, server: Server, title: str) -> None:
    person.write_push(window, title, QUERY)
    person.wait_for_count(window, 7)
    sent = len(server.of("push"))
    dialog = person.press_send(window)
    person.qtbot.waitUntil(dialog.send_button.isEnabled, timeout=WAIT_MS)
    person.click(dialog.send_button)
    dispatch = window._services.dispatch
    person.qtbot.waitUntil(
        lambda: len(server.of("push")) > sent and dispatch.waiting is not None and dispatch.waiting.seconds < 9,
        timeout=WAIT_MS,
    )


def test_who_stops_waiting_is_told_that_it_may_have_gone_out_and_hears_the_answer_after_all(
    start: Start, person: Person, server: Server
) -> None:
    application = start()
    window = application.window
    person.wait_for_keys(window)
    press(person, window, server, "Spring sale")
    wait_for(window, 12)
    assert window.outcome.text() == "Sending “Spring sale”: waiting for the server's answer, 12 s"
    (bar,) = window.outcome.findChildren(QProgressBar)
    assert bar.isVisible()
    assert bar.maximum() == 0
    assert not window.outcome.dismiss.isVisible()
    assert window.outcome.action.text() == "Stop waiting"

    person.click(window.outcome.action)
    person.qtbot.waitUntil(lambda: outcomes(application) == [(Outcome.UNKNOWN, "stopped_waiting")], timeout=WAIT_MS)
    person.qtbot.waitUntil(lambda: "do not send it again before you check" in window.outcome.text(), timeout=WAIT_MS)
    assert not bar.isVisible()
    assert window.outcome.dismiss.isVisible()
    assert row_of(window)["result"] == "You stopped waiting"
    assert "under way" not in window.footer.text()

    # Whoever sends it again is asked; another goes out although the first is not answered.
    dialog = person.press_send(window)
    person.qtbot.waitUntil(dialog.again.isVisible, timeout=WAIT_MS)
    dialog.reject()
    person.type_into(window.tab.form.first(), "!")
    person.wait_for_count(window, 7)
    dialog = person.press_send(window)
    person.qtbot.waitUntil(dialog.again.isVisible, timeout=WAIT_MS)
    words = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "A message much like this one, “Spring sale”, may already have gone out on " in words
    assert not dialog.send_button.isEnabled()
    person.click(dialog.again)
    assert dialog.send_button.isEnabled()
    dialog.reject()
    press(person, window, server, "Your parcel has come")
    server.of("push")[1].answer(Sent(6))
    person.qtbot.waitUntil(lambda: outcomes(application)[0] == (Outcome.SENT, ""), timeout=WAIT_MS)

    # The answer of the first: the server's own word, and better than none.
    server.of("push")[0].answer(Sent(7))
    person.qtbot.waitUntil(lambda: outcomes(application) == [(Outcome.SENT, "")] * 2, timeout=WAIT_MS)
    person.qtbot.waitUntil(lambda: "It was sent to 7 devices" in window.outcome.text(), timeout=WAIT_MS)
    assert "do not send it again" not in window.outcome.text()
    assert len(server.of("push")) == 2


def test_an_answer_that_comes_soon_is_not_waited_for_in_words(start: Start, person: Person, server: Server) -> None:
    window = start().window
    person.wait_for_keys(window)
    press(person, window, server, "Spring sale")
    window._services.dispatch.changed.emit()
    assert not window.outcome.isVisible()
    wait_for(window, 1)
    assert window.outcome.isVisible()
    server.of("push")[0].answer(Sent(7))
    person.qtbot.waitUntil(lambda: "It was sent to 7 devices" in window.outcome.text(), timeout=WAIT_MS)
    assert window.outcome.action.text() == "Details"
    assert not window.outcome._tick.isActive()
