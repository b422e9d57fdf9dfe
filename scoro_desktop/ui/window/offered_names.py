"""The names that may stand between braces in a message: of a list's columns, of people's fields, and those it has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from scoro_desktop.audience.schema import FieldType, documented_fields, offered
from scoro_desktop.messages.variables import read_name, uses
from scoro_desktop.ui.kit.completions import Proposal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scoro_desktop.ui.window.compose_tab import ComposeTab

PEOPLE: Final = "users"
"""The collection whose fields can fill a message."""

_WHOLE: Final = frozenset({FieldType.OBJECT, FieldType.ARRAY, FieldType.RELATION, FieldType.FILE})
"""Types whose values are no text."""


def offered_names(tab: ComposeTab, columns: Sequence[str]) -> list[Proposal]:
    """Lists them, each once. `columns`: titles of the list that a campaign has; where there is none, fields fill names.

    The fields are asked of the server when they are first wanted.
    """
    found: dict[str, Proposal] = {}
    for name, detail in (*_fillers(tab, columns), *_own(tab)):
        if read_name(name) == name:  # what no name can be written as is of no use between braces
            found.setdefault(name, Proposal(name, detail, name))
    return list(found.values())


def _fillers(tab: ComposeTab, columns: Sequence[str]) -> Iterator[tuple[str, str]]:
    if columns:
        detail = QCoreApplication.translate("offered_names", "column of the list")
        yield from ((each, detail) for each in columns)
        return
    detail = QCoreApplication.translate("offered_names", "field of the person")
    system = {each.name for each in documented_fields(PEOPLE)}
    fields = [each for each in offered(tab.known_fields.fields(PEOPLE)) if each.type not in _WHOLE]
    # The application's own come first, and ids, which nobody reads, last.
    for field in sorted(fields, key=lambda each: (each.name in system, each.name == "_id")):
        yield field.name, detail


def _own(tab: ComposeTab) -> Iterator[tuple[str, str]]:
    """Yields the names of the template that the message was made from, and those that stand in it."""
    for known in tab.notes.known:
        yield known.name, known.description or QCoreApplication.translate("offered_names", "of the template")
    detail = QCoreApplication.translate("offered_names", "in this message")
    for use in uses(tab.composition.message.to_wire()):
        yield use.name, detail
