"""At the end of the app each send gets the outcome that it has, whatever ails another."""

from scoro_desktop.scorocode.replies import Outcome, Sent
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, Person, Start
from tests.journey.stored import no_room
from tests.journey.test_later import sends, write
from tests.journey.test_later import server as server
from tests.ui.servers import Server


def send(person: Person, window: MainWindow, title: str) -> None:
    write(person, window, title)
    dialog = person.press_send(window)
    person.qtbot.waitUntil(dialog.send_button.isEnabled, timeout=WAIT_MS)
    person.click(dialog.send_button)


def test_an_outcome_that_is_written_as_the_app_ends_leaves_no_other_one_in_doubt(
    start: Start, person: Person, server: Server
) -> None:
    application = start()
    window, dispatch = application.window, application.services.dispatch
    send(person, window, "First")
    person.qtbot.waitUntil(lambda: len(server.of("push")) == 1, timeout=WAIT_MS)
    for title in ("Second", "Third"):
        send(person, window, title)
    person.qtbot.waitUntil(lambda: dispatch.under_way == 3 and not dispatch.recording, timeout=WAIT_MS)
    with no_room(application), person.qtbot.waitSignal(dispatch.not_settled, timeout=WAIT_MS):
        server.of("push")[0].answer(Sent(7))
    person.qtbot.waitUntil(lambda: len(server.of("push")) == 2, timeout=WAIT_MS)
    dispatch.write_again()  # there is room again, and the disk has not answered yet
    application.close()

    application = start()
    assert {each.summary: (each.outcome, each.reason) for each in sends(application)} == {
        "First": (Outcome.SENT, ""),
        "Second": (Outcome.UNKNOWN, "app_closed"),
        "Third": (Outcome.NOT_SENT, "never_begun"),
    }
