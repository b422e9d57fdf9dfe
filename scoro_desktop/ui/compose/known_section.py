"""A section of a form as the model has it, kept from one key to the next: what was edited is put into its place."""

from collections.abc import Callable
from typing import TypeVar

from scoro_desktop.messages.section import Section
from scoro_desktop.ui.compose.field_values import FieldValues
from scoro_desktop.wire import JsonObject

SectionKind = TypeVar("SectionKind", bound=Section)


class KnownSection:
    """The section that stands in fields, until it is forgotten: with whatever else than the fields is another."""

    def __init__(self, values: FieldValues, content: Callable[[], JsonObject]) -> None:
        """`content`: gives the whole in JSON, which is read where a value cannot take the place of that before."""
        self._values = values
        self._content = content
        self._section: Section | None = None

    def forget(self) -> None:
        """Reads the whole section when it is next asked."""
        self._section = None

    def section(self, kind: type[SectionKind], *, anew: bool) -> SectionKind:
        """The section, the same object while nothing of it changes; `kind` is always the same.

        `anew`: after any change the whole is read.
        """
        if self._values.altered:
            self._values.read()
        known, changes = self._section, self._values.changed
        self._values.changed = {}
        section = known if isinstance(known, kind) and not anew else None
        for path, value in changes.items() if section is not None else ():
            section = None if section is None else section.with_value(path, value)
        if section is None:
            section = known if isinstance(known, kind) and not changes else kind.from_wire(self._content())
        self._section = section
        return section
