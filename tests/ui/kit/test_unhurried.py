"""Steps of building: one at a time, or all at once."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.kit.unhurried import Unhurried


@pytest.fixture
def taken() -> list[int]:
    return []


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    return QObject()


def three(taken: list[int]) -> Iterator[None]:
    for number in range(3):
        taken.append(number)
        yield


def test_steps_are_taken_one_each_time_the_event_loop_gets_to_it(
    qtbot: QtBot, owner: QObject, taken: list[int]
) -> None:
    steps = Unhurried(three(taken), owner)
    steps.begin()
    assert taken == []
    with qtbot.waitSignal(steps.done):
        pass
    assert taken == [0, 1, 2]
    assert steps.is_done


def test_what_is_left_is_taken_at_once(owner: QObject, taken: list[int]) -> None:
    steps = Unhurried(three(taken), owner)
    steps.step()
    assert (taken, steps.is_done) == ([0], False)
    told: list[bool] = []
    steps.done.connect(lambda: told.append(steps.is_done))
    steps.finish()
    steps.finish()
    assert (taken, told) == ([0, 1, 2], [True])


def test_a_step_that_asks_for_the_rest_does_not_begin_it_anew(owner: QObject, taken: list[int]) -> None:
    made: list[Unhurried] = []

    def asking() -> Iterator[None]:
        made[0].finish()
        taken.append(1)
        yield
        taken.append(2)

    made.append(Unhurried(asking(), owner))
    made[0].finish()
    assert taken == [1, 2]


def test_a_step_that_raises_ends_them_and_is_not_done(owner: QObject) -> None:
    def failing() -> Iterator[None]:
        yield
        raise LookupError

    steps = Unhurried(failing(), owner)
    told: list[None] = []
    steps.done.connect(lambda: told.append(None))
    with pytest.raises(LookupError):
        steps.finish()
    steps.finish()
    assert (told, steps.is_done) == ([], True)
