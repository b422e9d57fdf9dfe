"""The fields of a section by their paths. Those that are seldom needed are made when they are first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoro_desktop.messages.paths import put, take
from scoro_desktop.ui.compose.field_values import FieldValues

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from scoro_desktop.messages import variables
    from scoro_desktop.messages.problems import FieldPath
    from scoro_desktop.ui.compose.fields import Field
    from scoro_desktop.wire import JsonObject, JsonValue


class SectionFields:
    """Paths are within the section. `values`: what the fields say, the empty ones that were not made yet left out."""

    def __init__(self, root: FieldPath) -> None:
        """`root`: where the section stands in the message."""
        self.values = FieldValues(root)
        self._fields: dict[FieldPath, Field] = {}
        self._makers: list[Callable[[], None]] = []
        self._made_by: dict[Callable[[], None], tuple[FieldPath, ...]] = {}

    def add(self, path: FieldPath, field: Field) -> None:
        """Takes a field that was made."""
        self._fields[path] = field
        self.values.add(path, field)

    def add_later(self, make: Callable[[], None], *paths: FieldPath) -> None:
        """Takes what adds more fields when one of them, or of those that are added after them, is first wanted.

        `paths`: theirs, where they are few: nothing is made then to find out that another place is none of them.
        """
        self._makers.append(make)
        self._made_by[make] = paths

    def make(self, maker: Callable[[], None]) -> None:
        """Makes the fields of one that was given to `add_later`, once."""
        if maker in self._makers:
            self._makers.remove(maker)
            maker()

    def make_all(self) -> None:
        """Makes the rest of the fields, once."""
        while self._makers:
            self._makers.pop(0)()

    def made(self) -> list[Field]:
        """Lists the fields that were made until now, in order."""
        return list(self._fields.values())

    def by_path(self) -> dict[FieldPath, Field]:
        """The same by their paths."""
        return dict(self._fields)

    def get(self, path: FieldPath) -> Field:
        """The field at a path. Raises KeyError where there is none."""
        while path not in self._fields and self._makers:
            self._makers.pop(0)()
        return self._fields[path]

    def first(self) -> Field:
        """The first field."""
        if not self._fields:
            self.make_all()
        return next(iter(self._fields.values()))

    def find(self, path: FieldPath) -> tuple[Field | None, FieldPath]:
        """The field that a path is about, the longest that it begins with, and what is left of the path within it."""
        for length in range(len(path), -1, -1):
            if path[:length] in self._fields:
                return self._fields[path[:length]], path[length:]
        if path and any(_begins(path, self._made_by[make]) for make in self._makers):
            self.make_all()
            return self.find(path)
        return None, ()

    def load(self, content: JsonObject) -> None:
        """Shows a section in place of what stands in the fields; what none can show is left in `content`."""
        shown = list(self._fields.items())
        over = self._spread(content, shown)
        while content and self._makers:
            self._makers.pop(0)()
            more = list(self._fields.items())[len(shown) :]
            over += self._spread(content, more)
            shown += more
        for path, left in over:
            put(content, path, left)

    def put_over(self, content: JsonObject) -> list[Field]:
        """Puts a section over what stands in the fields, as `load` does; gives those that have something of it now."""

        if content:
            self.make_all()
        filled = []
        for path, field in self._fields.items():
            value = take(content, path)
            if value is None:
                continue
            left = field.put_over(value)
            if left is not None:
                put(content, path, left)
            if left != value:
                filled.append(field)
        return filled

    def restore(self, states: JsonValue) -> None:
        """Puts back what `values.states` gave; what is not of its shape is left out."""
        for each in states if isinstance(states, list) else ():
            match each:
                case [list(keys), value]:
                    path = tuple(str(key) for key in keys)
                    if path not in self._fields:
                        self.make_all()
                    if field := self._fields.get(path):
                        field.restore(value)

    def fill(self, values: variables.Values) -> None:
        """Puts values in the place of the variables in every field."""
        for path, field in self._fields.items():
            field.fill(path, values)

    def _spread(
        self, content: JsonObject, fields: Iterable[tuple[FieldPath, Field]]
    ) -> list[tuple[FieldPath, JsonValue]]:
        """Takes what fields can show out of `content`, and shows it; gives what they left over."""
        over: list[tuple[FieldPath, JsonValue]] = []
        filled = self.values.not_empty()
        for path, field in fields:
            value = take(content, path) if content else None
            if path in filled or field.can_be_half_typed:  # which may say something
                field.load(None)
            left = None if value is None else field.take(value)
            if left is not None:
                over.append((path, left))
        return over


def _begins(path: FieldPath, fields: tuple[FieldPath, ...]) -> bool:
    """Tells whether a path may be about one of some fields; of those that nobody names it may."""
    return not fields or any(path[: len(each)] == each for each in fields)
