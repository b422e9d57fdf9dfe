"""Tells whether a push can be corrected later: one box that gives it the same name for Android and for iPhones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from scoro_desktop.messages.channels.push.limits import COLLAPSE_ID_BYTES
from scoro_desktop.messages.made_up_names import is_made_up, made_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoro_desktop.messages.problems import FieldPath
    from scoro_desktop.ui.compose.fields import Field
    from scoro_desktop.ui.compose.section_form import SectionForm
    from scoro_desktop.wire import JsonObject, JsonValue

INDENT: Final = 26
"""In pixels: help stands under the words of its box (style.qss: an indicator of 18 with its frame, and 8 beside it)."""


@dataclass(frozen=True)
class Place:
    """One of the places that the name stands in.

    `name`: for the state; `path`: within the section.
    """

    name: str
    section: SectionForm
    path: FieldPath

    def field(self) -> Field:
        """The field in which it is edited."""
        return self.section.field(*self.path)

    def value(self) -> JsonValue:
        """The value that stands there, None where nothing does."""
        return self.section.values.value(self.path)

    def is_sent(self) -> bool:
        """Tells whether its section is on."""
        return self.section.switch.isChecked()

    def carries(self) -> bool:
        """Tells whether something stands there that the field cannot show."""
        return self.section.carries(self.path)

    def is_free(self) -> bool:
        """Tells whether a name can be put there."""
        return self.value() is None and not self.carries()


class Replaceable(QWidget):
    """Fills what is empty of the places with one name, and takes out again only what it filled.

    It is ticked whenever every place of a section that is sent holds the same name, whoever wrote it. `changed`: the
    person ticked it or took the tick away.
    """

    changed = Signal()

    def __init__(self, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = tuple(places)
        self._filled: dict[str, JsonValue] = {}
        self._nothing: JsonObject = {}  # the same each time, so that undoing need not compare it
        self._refreshed: list[object] = []  # what was brought up to date last
        self.box = QCheckBox(self.tr("Replaceable: I can correct it later"), self)
        self.help = QLabel(self)
        self.help.setTextFormat(Qt.TextFormat.PlainText)
        self.help.setProperty("role", "help")
        self.help.setWordWrap(True)
        self.help.setIndent(INDENT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.box)
        column.addWidget(self.help)
        self.box.clicked.connect(self._clicked)
        self.refresh()

    def refresh(self) -> None:
        """Brings the tick and its help up to date with what stands in the places."""
        now: list[object] = [dict(self._filled), self.box.isChecked()]
        for each in self._places:
            section = each.section
            value = section.values.value(each.path) if section.folded else None
            now += (value, section.switch.isChecked(), section.carried and each.carries())
        if now == self._refreshed:
            return
        self._refreshed = now
        sent = self._sent()
        values = [each.value() for each in sent]
        ticked = None not in values and all(each == values[0] for each in values)
        self.box.setChecked(ticked)
        self.box.setEnabled(any(map(self._is_ours, sent)) if ticked else any(each.is_free() for each in sent))
        if self.box.isEnabled():
            text = self.tr(
                "A corrected message takes the place of this one on devices that still show it. Tick it always: "
                "it costs nothing."
            )
        elif ticked:
            text = self.tr("The tag and the collapse id under “More” make it so. Change it there.")
        else:
            text = self.tr("The tag and the collapse id under “More” are taken already, each by something else.")
        self.help.setText(text)
        self.box.setAccessibleDescription(text)

    def loaded(self) -> None:
        """Takes note of a message that was opened: a name of ours in it was put there by this box."""
        self._filled = {each.name: each.value() for each in self._places if is_made_up(each.value())}
        self.refresh()
        if self.box.isChecked() and self._filled:
            self._fill()  # for a section that is off and may be turned on

    def renew(self) -> None:
        """Makes it another message, which takes no other's place: a name that the box made up is made up anew."""
        ours = [each for each in self._places if self._is_ours(each) and is_made_up(each.value())]
        if not ours:
            return
        name = made_up()
        for each in ours:
            if each.field().load(name):
                self._filled[each.name] = name
        self.refresh()
        self.changed.emit()

    def state(self) -> JsonObject:
        """Returns what the box filled, to be put back with `restore`."""
        if not self._filled:
            return self._nothing
        return {each.name: self._filled[each.name] for each in self._places if self._is_ours(each)}

    def restore(self, state: JsonObject) -> None:
        """Puts back what `state` gave."""
        self._filled = {each.name: state[each.name] for each in self._places if each.name in state}
        self.refresh()

    def _sent(self) -> list[Place]:
        return [each for each in self._places if each.is_sent()] or list(self._places)

    def _is_ours(self, place: Place) -> bool:
        return place.value() is not None and self._filled.get(place.name) == place.value()

    def _clicked(self, ticked: bool) -> None:
        if ticked:
            self._fill()
        else:
            for each in self._places:
                if self._is_ours(each):
                    each.field().load(None)
            self._filled = {}
        self.refresh()
        self.changed.emit()

    def _fill(self) -> None:
        taken = {each.value() for each in self._sent() if isinstance(each.value(), str)}
        here = taken.pop() if len(taken) == 1 else None
        name = (
            here
            if isinstance(here, str) and len(here.encode("utf-8", "surrogatepass")) <= COLLAPSE_ID_BYTES
            else made_up()
        )
        for each in self._places:
            if each.is_free() and each.field().load(name):
                self._filled[each.name] = name
