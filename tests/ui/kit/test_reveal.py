from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from scoro_desktop.ui.kit import reveal
from scoro_desktop.ui.kit.reveal import Gradual, Reveal


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window)
    return window


def labels(part: QWidget, names: str, column: QVBoxLayout) -> Iterator[None]:
    for name in names:
        column.addWidget(QLabel(name, part))
        yield


def noting(done: list[str], word: str) -> Iterator[None]:
    for _ in range(3):
        done.append(word)
        yield


def part_of(window: QWidget) -> tuple[QWidget, QVBoxLayout]:
    part = QWidget(window)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(part)
    return part, QVBoxLayout(part)


def test_a_part_is_hidden_until_all_of_it_is_made_and_then_laid_out(qtbot: QtBot, window: QWidget) -> None:
    part, column = part_of(window)
    shown = Reveal(part, labels(part, "abc", column))
    window.show()
    assert not part.isVisible()
    with qtbot.waitSignal(shown.shown):
        pass
    assert [each.text() for each in part.findChildren(QLabel)] == ["a", "b", "c"]
    assert all(each.isVisible() and each.height() > 0 for each in part.findChildren(QLabel))
    assert part.updatesEnabled()


def test_whoever_cannot_wait_has_all_of_it_at_once(qtbot: QtBot, window: QWidget) -> None:
    part, column = part_of(window)
    shown = Reveal(part, labels(part, "abc", column))
    window.show()
    shown.finish()
    assert part.isVisible()
    assert part.updatesEnabled()
    shown.finish()
    assert len(part.findChildren(QLabel)) == 3


def test_what_was_to_have_the_keyboard_has_it_once_it_is_seen(qtbot: QtBot, window: QWidget) -> None:
    part, column = part_of(window)
    line = QLineEdit(part)
    column.addWidget(line)
    line.setFocus()
    shown = Reveal(part)
    window.show()
    with qtbot.waitSignal(shown.shown):
        pass
    qtbot.waitUntil(lambda: window.focusWidget() is line)


def test_other_work_is_done_between_two_pieces(qtbot: QtBot, window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reveal, "SLICE_S", 0.0)  # every piece takes longer
    monkeypatch.setattr(reveal, "LATE_S", 60.0)  # a machine that is busy with others changes nothing
    done: list[str] = []
    Gradual(window, noting(done, "one"))
    Gradual(window, noting(done, "other"))
    qtbot.waitUntil(lambda: len(done) == 6)
    assert done == ["one", "other"] * 3


def test_a_part_of_which_a_piece_fails_is_seen_as_far_as_it_is_made(qtbot: QtBot, window: QWidget) -> None:
    part, column = part_of(window)

    def pieces() -> Iterator[None]:
        yield from labels(part, "a", column)
        raise LookupError

    shown = Reveal(part, pieces())
    window.show()
    with pytest.raises(LookupError):
        shown.finish()
    assert part.isVisible()
    assert part.updatesEnabled()


def test_nothing_is_done_for_an_owner_that_is_gone(qtbot: QtBot, window: QWidget) -> None:
    done: list[str] = []
    owner = QWidget(window)
    Gradual(owner, noting(done, "one"))
    delete(owner)
    Gradual(window, noting(done, "other"))
    qtbot.waitUntil(lambda: len(done) == 3)
    assert done == ["other"] * 3


def test_what_is_taken_away_while_it_is_measured_is_left_out(
    qtbot: QtBot, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names of boxes are taken away so, when the box gets a label: how far measuring was is a matter of speed."""
    monkeypatch.setattr(reveal, "SLICE_S", 0.0)
    part, column = part_of(window)
    for name in "abc":
        column.addWidget(QLabel(name, part))
    first = part.findChildren(QLabel)[0]  # measured last

    def pieces() -> Iterator[None]:
        yield
        QTimer.singleShot(0, lambda: delete(first))  # the first one was measured then, with the piece after this

    shown = Reveal(part, pieces())
    window.show()
    with qtbot.waitSignal(shown.shown):
        pass
    assert [each.text() for each in part.findChildren(QLabel)] == ["b", "c"]
    assert all(each.isVisible() for each in part.findChildren(QLabel))


def test_nothing_is_left_where_a_piece_raised(qtbot: QtBot, window: QWidget) -> None:
    part, column = part_of(window)
    column.addWidget(QLabel("a", part))

    def pieces() -> Iterator[None]:
        yield
        raise ValueError("made up")

    shown = Reveal(part, pieces())
    window.show()
    with qtbot.captureExceptions() as raised:
        qtbot.waitUntil(lambda: shown.is_done)
    assert [str(each[1]) for each in raised] == ["made up"]
    assert part.isVisible()
    assert part.updatesEnabled()


def test_after_a_turn_that_others_took_the_next_one_is_for_the_person(
    qtbot: QtBot, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reveal, "LATE_S", -1.0)  # each comes too late
    done: list[str] = []
    Gradual(window, noting(done, "piece"))
    QTimer.singleShot(1, window, lambda: done.append("typed"))  # due after it
    qtbot.waitUntil(lambda: len(done) == 4)
    assert done == ["typed", "piece", "piece", "piece"]
