"""The undo history of a form, step by step: pure, so that any order of edits can be tried without a window.

A form is a mapping of names to JSON values, its parts. A step holds those that differ, as they were and as they are.
"""

from __future__ import annotations

import dataclasses
import functools
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

from scoro_desktop.wire import JsonObject, JsonValue

Parts: TypeAlias = Mapping[str, JsonValue]
"""The parts of a form by name. The values must not be changed once they are recorded."""

MOST_STEPS: Final = 200
MOST_WEIGHT: Final = 4_000_000
"""The most characters that all steps may hold together: some 16 MB at worst."""
PAUSE_S: Final = 1.5
"""Typing that pauses for longer begins a new step, in seconds."""
MOVE_S: Final = 0.1
"""A text dragged elsewhere in its field is put in and taken out within this time, in seconds."""


class TextEdit(NamedTuple):
    """One edit of a text: at `start` (a code point) `inserted` took the place of `removed`."""

    start: int
    removed: str
    inserted: str

    def goes_on_from(self, last: TextEdit) -> bool:
        """Tells whether it belongs to the step of the one before: a word is being typed, or rubbed out."""
        if not self.removed and _is_typed(self.inserted) and _is_typed(last.inserted):
            new_word = last.inserted.isspace() and not self.inserted.isspace()
            return self.start == last.start + 1 and not new_word and self.inserted != "\n"
        if not self.inserted and not last.inserted and len(self.removed) == 1 == len(last.removed):
            return self.start in {last.start - 1, last.start}
        return False

    def moves(self, last: TextEdit) -> bool:
        """Tells whether the two only took a text elsewhere; with one character that is typing and rubbing out."""
        if len(self.removed + self.inserted) == 1:
            return False
        there_first = bool(last.inserted) and not last.removed and not self.inserted
        here_first = bool(last.removed) and not last.inserted and not self.removed
        return (there_first and self.removed == last.inserted) or (here_first and self.inserted == last.removed)


def _is_typed(inserted: str) -> bool:
    """Tells whether it is one character of a word, and no picture, which is picked rather than typed."""
    return len(inserted) == 1 and unicodedata.category(inserted) != "So"


def difference(before: str, after: str, cursor: int | None = None) -> TextEdit:
    """The edit that made one text of another; `cursor`: where the cursor stands now, which tells "l|l" from "ll|"."""
    end = len(after) if cursor is None else cursor
    tail = len(after) - end
    if cursor is None or tail > len(before) or before[len(before) - tail :] != after[end:]:
        tail = _common(before[::-1], after[::-1])
    head = _common(before[: len(before) - tail], after[: len(after) - tail])
    return TextEdit(head, before[head : len(before) - tail], after[head : len(after) - tail])


def _common(one: str, other: str) -> int:
    """Counts the characters that two texts begin with alike; by halves, since slices compare at the speed of memory."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


@dataclass(frozen=True, eq=False, repr=False)
class Step:
    """One thing that can be undone.

    `before` and `after`: the parts that differ. `place`: the part that the keyboard goes to. `edit`: set where a text
    was edited by hand, in the editor `editor`; `at`: when, on a clock that only goes on, in seconds. `around_before`
    and `around_after`: what stood and stands beside the form, where the same act replaced that too. Without a `place`
    the whole form was edited. `opens`: another message took the place of the one before.
    """

    before: Parts
    after: Parts
    place: str
    at: float
    edit: TextEdit | None = None
    editor: object = None
    around_before: JsonObject | None = None
    around_after: JsonObject | None = None
    opens: bool = False

    @functools.cached_property
    def weight(self) -> int:
        """About how many characters it holds."""
        weight = 0
        for each in (*self.before.values(), *self.after.values(), self.around_before, self.around_after):
            weight += len(each if isinstance(each, str) else repr(each))
        return weight

    def takes_in(self, later: Step) -> bool:
        """Tells whether a later edit is a part of this step.

        One of the two may have changed more: what comes with the first letter of a text, or goes with its last.
        """
        if self.edit is None or later.edit is None or self.editor is not later.editor:
            return False
        here, there = self.after.keys(), later.after.keys()
        if here != there and not here < there and not there < here:
            return False
        if later.at - self.at <= MOVE_S and later.edit.moves(self.edit):
            return True
        return later.at - self.at <= PAUSE_S and later.edit.goes_on_from(self.edit)


class UndoHistory:
    """The steps of one form, and how its parts stand after the last of them."""

    def __init__(self, now: Parts) -> None:
        self._now = dict(now)
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._weight = 0
        self._closed = True

    @property
    def now(self) -> Parts:
        """Returns the parts as they stand."""
        return self._now

    @property
    def last(self) -> Step | None:
        """Returns the step that would be undone, None where nothing can be."""
        return self._done[-1] if self._done else None

    @property
    def next(self) -> Step | None:
        """Returns the step that would be redone, None where nothing can be."""
        return self._undone[-1] if self._undone else None

    def add(self, now: Parts) -> None:
        """Takes parts that were not there before, as they stand: no step, and no part of one that was recorded."""
        self._now |= now

    def differing(self, now: Parts) -> list[str]:
        """The names of the parts in `now` that differ from what was recorded last."""
        different = []
        for name, value in now.items():
            old = self._now.get(name)
            if value is old:
                continue
            texts = type(value) is str and type(old) is str  # as most parts are
            if value != old if texts else not _same(value, old):
                different.append(name)
        return different

    def record(
        self,
        now: Parts,
        *,
        at: float,
        place: str,
        edit: TextEdit | None = None,
        editor: object = None,
        around: tuple[JsonObject, JsonObject] | None = None,
        opens: bool = False,
        differing: Sequence[str] | None = None,
    ) -> bool:
        """Takes note of how the parts in `now` stand; parts that are not in it stand as before.

        `around`: what stood beside the form before, and what stands there now, if that was replaced with it. False
        where nothing differs. `differing`: what differs, where that was asked already. `opens`: this is another
        message, which is a step where there are edits of the one before, though it be the same to the letter: what goes
        back behind it is not this one.
        """
        before: dict[str, JsonValue] = {}
        after: dict[str, JsonValue] = {}
        for name in self.differing(now) if differing is None else differing:
            before[name], after[name] = self._now.get(name), now[name]
        last = self._done[-1] if self._done else None
        is_border = opens and last is not None and not last.opens
        if not after and around is None and not is_border:
            return False
        self._now |= after
        old, new = around or (None, None)
        step = Step(before, after, place, at, edit, editor, old, new, opens)
        if last is not None and not self._closed and last.takes_in(step):
            self._drop(-1)
            before, after = {**before, **last.before}, {**last.after, **after}
            step = dataclasses.replace(step, before=before, after=after, place=last.place)
        self._closed = False
        for undone in self._undone:
            self._weight -= undone.weight
        self._undone.clear()
        if around is None and not is_border and not _differ(step.before, step.after):
            return True  # a text was taken elsewhere and to where it had been
        self._done.append(step)
        self._weight += step.weight
        while len(self._done) > 1 and (len(self._done) > MOST_STEPS or self._weight > MOST_WEIGHT):
            self._drop(0)
        return True

    def undo(self, around: JsonObject | None = None) -> Step | None:
        """Goes one step back, and gives it; its `before` is how things stand now.

        `around`: what stands beside the form until now, which redoing brings back, edited since or not.
        """
        if not self._done:
            return None
        step = self._done.pop()
        if around is not None:
            step = self._replaced(step, dataclasses.replace(step, around_after=around))
        self._undone.append(step)
        self._now |= step.before
        self._closed = True
        return step

    def redo(self, around: JsonObject | None = None) -> Step | None:
        """Goes one step on again, and gives it; its `after` is how things stand now. `around`: as for `undo`."""
        if not self._undone:
            return None
        step = self._undone.pop()
        if around is not None:
            step = self._replaced(step, dataclasses.replace(step, around_before=around))
        self._done.append(step)
        self._now |= step.after
        self._closed = True
        return step

    def close(self) -> None:
        """Whatever comes next is a step of its own."""
        self._closed = True

    def _replaced(self, old: Step, new: Step) -> Step:
        self._weight += new.weight - old.weight
        return new

    def _drop(self, index: int) -> None:
        self._weight -= self._done.pop(index).weight


def _differ(before: Parts, after: Parts) -> bool:
    """Tells whether any of the same parts is another."""
    for name, value in after.items():  # noqa: SIM110  with each key of the keyboard: no call more than need be
        if before[name] is not value and not _same(before[name], value):
            return True
    return False


def _same(one: JsonValue, other: JsonValue) -> bool:
    """Tells whether two parts are the same: 1 is not true, 5 is not 5.0, and nothing typed is nothing."""
    if one is other or (not one and not other and type(one) is type(other)):
        return True
    return one == other and (isinstance(one, str) or repr(one) == repr(other))
