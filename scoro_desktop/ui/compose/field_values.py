"""The values of the fields of a section: each is read when it was altered, and not with every key in another."""

from __future__ import annotations

import copy
import functools
from typing import TYPE_CHECKING, Final

from scoro_desktop.messages.paths import put
from scoro_desktop.ui.compose.fields import Field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scoro_desktop.messages.problems import FieldPath, Problem
    from scoro_desktop.wire import JsonObject, JsonValue

_SAME: Final = Field.state
"""The way in which a field tells its state that has none but its value."""


class FieldValues:
    """The values and states of fields by their paths, in the order in which the fields were added.

    `altered`: the paths of those that are read when something of them is next asked for. `unreadable`: the problems of
    those that cannot be read as what they should be, of all that were read. `changed`: the values of those that were
    read since it was last emptied, which the section does. `known`: the values as they were read last. `unseen`: the
    paths of those that were read since somebody last looked how many are filled, who then empties it. `kept`: `states`
    as they were given last, None once another field was read.
    """

    def __init__(self, root: FieldPath) -> None:
        """`root`: where the section stands in the message."""
        self._root = root
        self._fields: dict[FieldPath, Field] = {}
        self.altered: set[FieldPath] = set()
        self.known: dict[FieldPath, JsonValue] = {}
        self._states: dict[FieldPath, JsonValue] = {}
        self.changed: dict[FieldPath, JsonValue] = {}
        self.kept: list[JsonValue] | None = None
        self.unreadable: dict[FieldPath, list[Problem]] = {}
        self.unseen: set[FieldPath] = set()

    def add(self, path: FieldPath, field: Field) -> None:
        """Reads a field from now on."""
        self._fields[path] = field
        self.known[path] = self._states[path] = None
        self.altered.add(path)
        field.altered.connect(functools.partial(self.altered.add, path))

    def read_afresh(self) -> None:
        """Has every field read anew when it is next asked, whether it told that it was altered or not."""
        self.altered.update(self._fields)

    def value(self, path: FieldPath) -> JsonValue:
        """The value of one field, None also where it was not made yet."""
        if path in self.altered:
            self.read()
        return self.known.get(path)

    def state(self, path: FieldPath) -> JsonValue:
        """The state of one field."""
        if path in self.altered:
            self.read()
        return self._states[path]

    def filled(self, paths: Iterable[FieldPath]) -> int:
        """Counts those of these fields that have a value."""
        if self.altered:
            self.read()
        number = 0
        for path in paths:
            number += self.known[path] is not None
        return number

    def not_empty(self) -> set[FieldPath]:
        """The fields into which something is put, by half too, or may be."""
        return self.altered.union([path for path, state in self._states.items() if state])

    def content(self) -> JsonObject:
        """The values as they stand in the section."""
        if self.altered:
            self.read()
        wire: JsonObject = {}
        for path, value in self.known.items():
            if value is not None:
                put(wire, path, copy.deepcopy(value) if isinstance(value, dict | list) else value)
        return wire

    def states(self) -> list[JsonValue]:
        """The paths and states of all fields that are not empty."""
        if self.altered:
            self.read()
        states: list[JsonValue] = []
        for path, state in self._states.items():
            if state:
                states.append([list(path), state])
        self.kept = states
        return states

    def problems(self) -> list[Problem]:
        """Lists problems of what is typed and cannot be read as what it should be."""
        if self.altered:
            self.read()
        found: list[Problem] = []
        for path in self._fields if self.unreadable else ():
            found += self.unreadable.get(path, ())
        return found

    def read(self) -> None:
        """Reads those that were altered."""
        self.kept = None
        for path in list(self.altered):
            field = self._fields[path]
            value = self.known[path] = self.changed[path] = field.value()
            self._states[path] = value if type(field).state is _SAME else field.state()
            if field.can_be_half_typed:
                self.unreadable.pop(path, None)
                if problems := field.input_problems((*self._root, *path)):
                    self.unreadable[path] = problems
            self.altered.discard(path)
            self.unseen.add(path)
