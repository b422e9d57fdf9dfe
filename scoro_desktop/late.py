"""Dataclasses and patterns that are made when they are first used.

Python writes and compiles the methods of a dataclass, and compiles a pattern, when the module with them is imported:
half a millisecond to two each, a third of what our imports took (bench/README.md). A start uses one of three. What
every start uses is better a plain dataclass; where nobody compares or prints it, `eq=False, repr=False` halve that.
"""

import dataclasses
import re
import threading
from collections import deque
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

__all__ = ("LatePattern", "dataclass", "make_one", "pattern")

if TYPE_CHECKING:
    from dataclasses import dataclass
    from re import compile as pattern
else:

    def dataclass(cls=None, /, **options):
        """As `dataclasses.dataclass`: its methods are there once an instance is made, or its fields are asked for."""
        return _put_off(cls, options) if cls is not None else lambda made: _put_off(made, options)

    def pattern(*source):
        """As `re.compile`, as far as its methods and attributes go. A mistake in it is met at the first use."""
        return LatePattern(source)


_MAKING: Final = threading.RLock()
_LEFT: Final[deque[Callable[[], object]]] = deque()
"""Functions that make each of those that were put off, the first of all modules first."""


def make_one() -> bool:
    """Makes one of those that were put off, on any thread; tells whether there was one.

    For whoever has the time before they are wanted: the first look at a page wanted some ten at once.
    """
    try:
        make = _LEFT.popleft()
    except IndexError:
        return False
    make()
    return True


class LatePattern:
    """A pattern that is compiled when the first of its methods is asked for; those are kept, and cost no call again."""

    def __init__(self, source: tuple[Any, ...]) -> None:
        self.source = source
        _LEFT.append(lambda: re.compile(*source))  # which keeps what it made

    def __getattr__(self, name: str) -> object:
        found = getattr(re.compile(*self.source), name)
        setattr(self, name, found)
        return found


class _Fields:
    """The fields of a dataclass that is not made yet, which `dataclasses` asks for first, of base classes as well."""

    def __init__(self, make: Callable[[], None]) -> None:
        self._make = make

    def __get__(self, _instance: object, cls: Any) -> object:
        self._make()
        return cls.__dataclass_fields__


def _put_off(cls: Any, options: Mapping[str, Any]) -> Any:
    """Has a class made a dataclass when it is first wanted, on whichever thread that is."""
    if options.get("slots") or "__init__" in vars(cls):  # it becomes another class; nothing here could tell the first
        return dataclasses.dataclass(**options)(cls)

    def make() -> None:
        with _MAKING:
            if vars(cls)["__init__"] is first:
                dataclasses.dataclass(**options)(cls)  # leaves the `__init__` that is there
                again = type(cls)(
                    cls.__name__, (cls,), {"__module__": cls.__module__, "__qualname__": cls.__qualname__}
                )
                plainly = dataclasses.dataclass(repr=False, eq=False, frozen=options.get("frozen", False))
                cls.__init__ = vars(plainly(again))["__init__"]  # in one step: other threads wait in `first` until then

    def first(self: Any, *arguments: object, **named: object) -> None:
        make()
        cls.__init__(self, *arguments, **named)

    _LEFT.append(make)
    cls.__init__ = first
    cls.__dataclass_fields__ = _Fields(make)
    return cls
