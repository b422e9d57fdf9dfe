import gc
import threading
import weakref
from collections.abc import Iterator
from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.runtime.garbage import MANY, PATIENCE, GarbageCollector, collect_due


class Node:
    """A part of a circle, which no count of references ever frees."""

    other: "Node"


def circle() -> "weakref.ref[Node]":
    nodes = [Node() for _ in range(3)]
    for one, other in pairwise([*nodes, nodes[0]]):
        one.other = other
    return weakref.ref(nodes[0])


@pytest.fixture
def automatic() -> Iterator[None]:
    """Python as it comes."""
    was = gc.isenabled()
    gc.enable()
    yield
    if not was:
        gc.disable()


@pytest.mark.usefixtures("automatic")
def test_no_thread_collects_and_the_gui_thread_does(qtbot: QtBot) -> None:
    collector = GarbageCollector()
    lost = circle()
    kept: list[list[int]] = []
    thread = threading.Thread(target=lambda: kept.extend([n] for n in range(100_000)))
    thread.start()
    thread.join()
    assert lost() is not None
    del kept[MANY // 2 :]
    qtbot.waitUntil(lambda: lost() is None)
    collector.close()
    assert gc.isenabled()


def test_what_is_not_due_is_left(qtbot: QtBot) -> None:
    gc.collect()
    lost = circle()
    collect_due()
    assert lost() is not None
    gc.collect()
    assert lost() is None


@pytest.mark.usefixtures("qapp", "automatic")
def test_what_a_thread_has_in_hand_for_a_moment_is_left_alone() -> None:
    """To go through 5,000 texts that are being planned held the window up for 20 ms, and found nothing."""
    collector = GarbageCollector()
    gc.collect()
    lost = circle()
    held: list[list[int]] = []
    thread = threading.Thread(target=lambda: held.extend([n] for n in range(2 * MANY)))
    thread.start()
    thread.join()
    collector.look()
    assert lost() is not None
    held.clear()
    held.extend([n] for n in range(gc.get_threshold()[0] + 100))
    collector.look()
    assert lost() is None
    collector.close()


@pytest.mark.usefixtures("qapp", "automatic")
def test_many_that_stay_are_gone_through_after_a_while() -> None:
    collector = GarbageCollector()
    gc.collect()
    lost = circle()
    held = [[n] for n in range(2 * MANY)]
    for _ in range(PATIENCE):
        collector.look()
    assert lost() is not None
    collector.look()
    assert lost() is None
    assert held
    collector.close()
