"""Nothing is cut: in a language a third longer than English, in Russian, in small windows and in large letters."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from scoro_desktop.scorocode.account import Environment
from scoro_desktop.storage.planned_types import Ask, AskCode, Plan, PlanState, When
from scoro_desktop.ui.kit.appearance import BODY_PX
from scoro_desktop.ui.runtime.language import Language
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import Person, Start
from tests.ui.clipped import clipped
from tests.ui.every_state import STATES, history, states
from tests.ui.letters import LARGE_PX, large_letters
from tests.ui.pseudo import Pseudo, pseudo

pytestmark = pytest.mark.looks


@pytest.fixture
def longer(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Has the app speak the language that nobody speaks, whichever it is told to speak."""
    spoken, speak = Pseudo(), Language.speak

    def speak_longer(self: Language, language: str) -> None:
        speak(self, language)
        QApplication.removeTranslator(spoken)
        QApplication.installTranslator(spoken)  # the last one is asked first

    monkeypatch.setattr(Language, "speak", speak_longer)
    yield
    QApplication.removeTranslator(spoken)


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    with large_letters():
        yield


def walk(window: MainWindow, person: Person, size: tuple[int, int]) -> dict[str, list[str]]:
    """The texts that are cut, by the state in which they are."""
    window.resize(*size)
    seen, found = 0, {}
    for state, root in states(window, person):
        for _ in range(5):  # what wraps asks for room in one turn, and has it in the next
            person.settle()
            QApplication.processEvents()
        seen += 1
        assert (window.width(), window.height()) == size, state
        if cut := [*clipped(root), *small_headings(root)]:
            found[state] = cut
    assert seen == STATES
    return found


def small_headings(root: QWidget) -> list[str]:
    """Headings that are smaller than the text below them."""
    body = max(BODY_PX, QApplication.font().pixelSize())
    labels = [each for each in root.findChildren(QLabel) if each.isVisible() and each.property("role") == "heading"]
    return [f"{each.text()} is smaller than the body" for each in labels if each.fontInfo().pixelSize() <= body]


def asked_plan() -> Plan:
    """A message whose time passed while the app was closed."""
    moment = datetime(2026, 11, 30, 6, tzinfo=UTC)
    return Plan(
        when=When.read("2026-11-30T09:00 Europe/Moscow"),
        channel="push",
        account_id="built-in",
        account_name="Песочница",
        environment=Environment.SANDBOX,
        summary="Скидки до воскресенья",
        expected=3463,
        content={},
        id=1,
        state=PlanState.ASKED,
        ask=Ask(AskCode.LATE),
        created_at=moment,
        changed_at=moment,
    )


def test_a_text_is_longer_and_keeps_its_places() -> None:
    assert pseudo("Send to {name}: %Ln…") == "[Séñd tó {name}: %Ln…~~~~~]"
    assert pseudo("&File") == "[&Fílé]"
    assert pseudo("{when} · %1") == "{when} · %1"


@pytest.mark.usefixtures("longer")
@pytest.mark.parametrize(
    "size",
    [
        (900, 560),
        pytest.param((1024, 640), marks=pytest.mark.long),
        pytest.param((1280, 800), marks=pytest.mark.long),
    ],
)
def test_nothing_is_cut_in_a_longer_language(start: Start, person: Person, size: tuple[int, int]) -> None:
    window = start().window
    assert window.commands["message.new"].text().startswith("[")
    assert walk(window, person, size) == {}


@pytest.mark.long
@pytest.mark.parametrize("size", [(900, 560), (1024, 640), (1280, 800)])
def test_nothing_is_cut_in_russian(start: Start, person: Person, size: tuple[int, int]) -> None:
    application = start()
    application._change_language("ru")
    application.window.building.finish()
    assert walk(application.window, person, size) == {}


@pytest.mark.long
@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("size", [(900, 560), (1024, 640), (1280, 800)])
def test_nothing_is_cut_in_large_letters(start: Start, person: Person, size: tuple[int, int]) -> None:
    application = start()
    assert QApplication.font().pixelSize() == LARGE_PX
    application._change_language("ru")
    application.window.building.finish()
    assert walk(application.window, person, size) == {}


@pytest.mark.usefixtures("large")
def test_send_is_in_sight_whatever_stands_around_it(start: Start, person: Person) -> None:
    """In the smallest window, in large letters, with rows below and one line after another above the footer."""
    application = start()
    application._change_language("ru")
    window = application.window
    window.building.finish()
    window.resize(900, 560)
    person.wait_for_keys(window)
    window.show_rows(shown=True)
    sends = history(window, person)
    lines: list[tuple[QWidget, Callable[[], object]]] = [
        (window.footer, lambda: None),
        (window.outcome, lambda: window.flow.row_changed.emit(sends[-2])),  # unknown
        (window.notice, lambda: window.notice.offer("Прежнее сообщение лежит в черновиках.", "Вернуть", lambda: None)),
        (window.trouble_bar, lambda: window.trouble.show("LookupError")),
        (window.later_bar, lambda: window.later_bar.ask([asked_plan()])),
        (window.disk.bar, lambda: window.disk.bar.say("Базу данных программы могут менять другие люди. " * 3)),
    ]
    for number, (newest, say) in enumerate(lines):
        say()
        for _ in range(5):
            person.settle()
            QApplication.processEvents()
        send, line = window.footer.send, window.history_line
        for each in (send, window.footer.test, line):
            assert each.visibleRegion().boundingRect() == each.rect(), (number, each)
        assert newest.visibleRegion().boundingRect().height() >= newest.fontMetrics().lineSpacing(), number
        assert clipped(window) == [], number
    assert window.tabs.tabBar().tabRect(1).right() < window.tools.x()
