"""Dataclasses and patterns that are made when they are first used: from then on they are as all others."""

import copy
import dataclasses
import pickle
import re
import threading
from collections import deque
from typing import Any

import pytest

from scoro_desktop import late


@late.dataclass(frozen=True)
class Point:
    """A place."""

    x: int
    y: int = 3
    names: list[str] = dataclasses.field(default_factory=list, hash=False)

    def __post_init__(self) -> None:
        if self.x < 0:
            raise ValueError


@late.dataclass(frozen=True)
class Marked(Point):
    mark: str = "!"


@dataclasses.dataclass(frozen=True)
class Plain(Point):
    more: int = 4


@late.dataclass
class Loose:
    value: int
    word: str = dataclasses.field(default="w", repr=False)


def made_anew() -> Any:
    """A class of which no instance was made yet."""

    @late.dataclass(frozen=True, order=True)
    class Fresh:
        x: int
        y: int = 2

    return Fresh


def test_an_instance_is_as_that_of_any_dataclass() -> None:
    point = Point(1)
    assert (point.x, point.y, point.names) == (1, 3, [])
    assert point == Point(x=1, y=3)
    assert point != Point(2)
    assert hash(point) == hash(Point(1))
    assert repr(point) == "Point(x=1, y=3, names=[])"
    assert dataclasses.replace(point, y=5) == Point(1, 5)
    with pytest.raises(dataclasses.FrozenInstanceError):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        point.other = 2  # type: ignore[attr-defined]
    with pytest.raises(ValueError, match=r"^$"):
        Point(-1)
    with pytest.raises(TypeError):
        Point()  # type: ignore[call-arg]


def test_what_is_not_frozen_can_be_changed_and_has_no_hash() -> None:
    loose = Loose(1)
    loose.value = 2
    assert loose == Loose(2)
    assert repr(loose) == f"{Loose.__qualname__}(value=2)"
    with pytest.raises(TypeError):
        hash(loose)


def test_classes_above_and_below_are_made_with_it() -> None:
    assert Marked(1, 2).mark == "!"
    assert Marked(1) != Point(1)
    assert repr(Marked(1, mark="?")) == "Marked(x=1, y=3, names=[], mark='?')"
    assert Plain(1).more == 4
    match Marked(1, 2):
        case Point(x, y):
            assert (x, y) == (1, 2)


def test_its_fields_can_be_asked_for_before_there_is_an_instance() -> None:
    fresh = made_anew()
    assert [each.name for each in dataclasses.fields(fresh)] == ["x", "y"]
    assert fresh(1) < fresh(2)
    assert dataclasses.is_dataclass(made_anew())


def test_the_first_instance_can_come_from_a_plain_class_below() -> None:
    fresh = made_anew()

    class Below(fresh):  # type: ignore[misc, valid-type]
        pass

    assert Below(1).y == 2
    assert fresh(1).y == 2


def test_the_first_instance_can_come_from_elsewhere() -> None:
    assert pickle.loads(pickle.dumps(Point(7))) == Point(7)
    assert copy.copy(Loose(1)) == Loose(1)


def test_threads_that_make_the_first_instance_at_once_each_get_one() -> None:
    for _ in range(20):
        fresh, begins = made_anew(), threading.Barrier(4)
        found: list[object] = []

        def make(fresh: Any = fresh, begins: threading.Barrier = begins, found: list[object] = found) -> None:
            begins.wait()
            found.append(fresh(1, y=4))

        threads = [threading.Thread(target=make) for _ in range(4)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        assert found == [fresh(1, 4)] * 4


def test_a_class_with_slots_or_an_init_of_its_own_is_made_at_once() -> None:
    @late.dataclass(slots=True)
    class Slotted:
        x: int

    @late.dataclass
    class Own:
        x: int = 0

        def __init__(self, x: str) -> None:
            self.x = int(x)

    assert not hasattr(Slotted(1), "__dict__")
    assert Own("4").x == 4
    assert Own("4") == Own("4")


def test_a_pattern_is_compiled_at_its_first_use() -> None:
    pattern = late.pattern("(?P<word>a+)b", re.IGNORECASE)
    assert "match" not in vars(pattern)
    found = pattern.match("AAb")
    assert found is not None
    assert found["word"] == "AA"
    assert pattern.sub("x", "ab aab") == "x x"
    assert pattern.pattern == "(?P<word>a+)b"
    assert vars(pattern)["match"] == pattern.match
    wrong = late.pattern("(")
    with pytest.raises(re.error):
        wrong.match("x")


def test_what_was_put_off_can_be_made_before_anybody_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first look at a page wanted some ten at once."""
    monkeypatch.setattr(late, "_LEFT", deque())
    fresh, letters = made_anew(), late.pattern("[a-z]+")
    assert "__eq__" not in vars(fresh)
    assert late.make_one()
    assert "__eq__" in vars(fresh)
    assert late.make_one()
    assert not late.make_one()
    assert fresh(1) == fresh(1)
    assert letters.fullmatch("abc")


def test_what_was_wanted_first_is_not_made_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(late, "_LEFT", deque())
    fresh = made_anew()
    first = fresh(1)
    made = vars(fresh)["__init__"]
    assert late.make_one()
    assert vars(fresh)["__init__"] is made
    assert first == fresh(1)
