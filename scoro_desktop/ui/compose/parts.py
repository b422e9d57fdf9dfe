"""The parts of a form: each can be read, put back and gone to by itself."""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QCheckBox, QWidget

    from scoro_desktop.messages.problems import FieldPath
    from scoro_desktop.ui.compose.fields import Field
    from scoro_desktop.ui.compose.section_form import SectionForm
    from scoro_desktop.wire import JsonValue


class Part(NamedTuple):
    """One part. `name` is its own in the form.

    `read` gives a value that is never changed afterwards, `write` puts one back without a word; `holder`: where it is
    edited; `show` opens what hides it and gives the widget for the keyboard. `altered`: told whenever it may read
    otherwise; None for one that is read each time.
    """

    name: str
    read: Callable[[], JsonValue]
    write: Callable[[JsonValue], object]
    holder: QWidget
    show: Callable[[], QWidget]
    altered: SignalInstance | None = None


def of_box(name: str, box: QCheckBox) -> Part:
    """A box to tick."""
    return Part(name, box.isChecked, lambda on: box.setChecked(on is True), box, lambda: box)


def of_section(name: str, section: SectionForm) -> list[Part]:
    """Each field of a section, its switch, and what stands beside the fields."""
    parts = [
        _of_field(f"{name}.{number}", section, path, field)
        for number, (path, field) in enumerate(section.fields_by_path().items())
    ]
    beside = Part(
        f"{name}.beside",
        lambda: json.dumps(section.beside()),  # a text: the section may go on to change what it carries
        lambda text: section.restore_beside(json.loads(str(text))),
        section,
        section.first,
        section.beside_altered,
    )
    return [of_box(f"{name}.on", section.switch), *parts, beside]


def _of_field(name: str, section: SectionForm, path: FieldPath, field: Field) -> Part:
    def show() -> QWidget:
        if not section.is_on():
            return section.switch
        section.open_for(field)
        return field.edit()

    return Part(name, functools.partial(section.values.state, path), field.restore, field, show, field.altered)
