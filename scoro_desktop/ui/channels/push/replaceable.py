"""The choice whether a push can be corrected later: one box that gives it the same name for Android and for iPhones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from scoro_desktop.messages.made_up_names import is_made_up, made_up

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from scoro_desktop.messages.problems import FieldPath
    from scoro_desktop.ui.channels.push.platform_form import PlatformForm
    from scoro_desktop.ui.compose.fields import Field
    from scoro_desktop.wire import JsonObject, JsonValue

INDENT: Final = 26
"""In pixels: help stands under the words of its box (style.qss: an indicator of 18 with its frame, and 8 beside it)."""


class Place(NamedTuple):
    """One of the places that the name stands in.

    `name`: for the state; `path`: within the section; `words`: the paths of what a device shows of the section.
    """

    name: str
    section: PlatformForm
    path: FieldPath
    words: Collection[FieldPath]

    def field(self) -> Field:
        """The field in which it is edited."""
        return self.section.field(*self.path)

    def value(self) -> JsonValue:
        """The value that stands there, None where nothing does."""
        return self.section.values.value(self.path)

    def is_sent(self) -> bool:
        """Tells whether its section is on."""
        return self.section.switch.isChecked()

    def shows(self) -> bool:
        """Tells whether a device shows anything that could be replaced."""
        values = self.section.values
        if values.altered:
            values.read()
        for path in self.words:  # noqa: SIM110 (with each key: no call for each)
            if values.known.get(path) is not None:
                return True
        return False

    def carries(self) -> bool:
        """Tells whether something stands there that the field cannot show."""
        return self.section.carries(self.path)

    def is_free(self) -> bool:
        """Tells whether a name can be put there."""
        return self.value() is None and not self.carries()


class Replaceable(QWidget):
    """Fills what is empty of the places with one name, and takes out again only what it filled.

    It is ticked for a new message, which gets its name with its first word: what shows nothing cannot be replaced, and
    a notification of a name alone would be an empty one. It is ticked, too, whenever every place of a section that is
    sent holds the same name, whoever wrote it. `changed`: the person ticked it or took the tick away.
    """

    changed = Signal()

    def __init__(self, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = tuple(places)
        self._wanted = True
        self._filled: dict[str, JsonValue] = {}
        self._sent_names: set[JsonValue] = set()
        self._state: JsonObject = {}  # the same while nothing changes, so that undoing need not compare it
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

    def follow(self) -> None:
        """Gives a message its name with its first word, and takes it out with the last; after a person's edit.

        What was sent already and is edited is another message: a name that was made up is made up anew.
        """
        for each in self._places:
            named = self._filled.get(each.name)
            if named is None:
                if self._wanted and each.shows() and each.is_free():
                    self._put(each, self._name())
            elif named in self._sent_names:
                self._name_anew()
            elif not each.shows() and self._is_ours(each) and is_made_up(named):
                each.field().load(None)
                del self._filled[each.name]

    def refresh(self) -> None:
        """Brings the tick and its help up to date with what stands in the places."""
        now: list[object] = [self._wanted, dict(self._filled), self.box.isChecked(), len(self._sent_names)]
        for each in self._places:
            section = each.section
            if section.values.altered:
                section.values.read()
            now += (section.values.known.get(each.path), section.switch.isChecked(), section.carried and each.carries())
        if now == self._refreshed:
            return
        self._refreshed = now
        self._state = self._told()
        for each in self._places:
            each.section.uncounted = {each.path} if self._is_ours(each) else set()
        sent = self._sent()
        values = [each.value() for each in sent if each.value() is not None or each.shows() or not self._wanted]
        ticked = self._wanted if not values else None not in values and all(each == values[0] for each in values)
        self.box.setChecked(ticked)
        can_be_taken = not values or any(map(self._is_ours, sent))
        self.box.setEnabled(can_be_taken if ticked else any(each.is_free() for each in sent))
        if self.box.isEnabled():
            text = self.tr("A correction takes the place of this message on devices that still show it. It is free.")
        elif ticked:
            text = self.tr("The tag and the collapse id under “More” make it so. Change it there.")
        else:
            text = self.tr("The tag and the collapse id under “More” are taken already, each by something else.")
        self.help.setText(text)
        self.box.setAccessibleDescription(text)

    def begin(self) -> None:
        """Ticks it for a new message."""
        self._wanted, self._filled, self._sent_names = True, {}, set()
        self.refresh()

    def loaded(self) -> None:
        """Takes note of a message that was opened: a name of ours in it was put there by this box."""
        self._wanted, self._sent_names = False, set()
        self._filled = {each.name: each.value() for each in self._places if is_made_up(each.value())}
        self.refresh()
        if self.box.isChecked() and self._filled:
            self._wanted = True
            self._fill()  # for a section that is off and may be turned on
            self.refresh()

    def note_sent(self, names: Collection[JsonValue]) -> None:
        """Takes note of what a message was sent under: edited from now on it would be another."""
        mine = set(names).intersection(self._filled.values())
        if mine:
            self._sent_names = mine
            self.refresh()

    def renew(self) -> None:
        """Makes it another message, which takes no other's place: a name that the box made up is made up anew."""
        if self._name_anew():
            self.refresh()
            self.changed.emit()

    def state(self) -> JsonObject:
        """Returns what the box filled, and what it is to fill, to be put back with `restore`."""
        return self._state

    def restore(self, state: JsonObject) -> None:
        """Puts back what `state` gave, also what it gave before it was ticked for new messages."""
        self._filled = {each.name: state[each.name] for each in self._places if each.name in state}
        self._wanted = state["wanted"] is True if "wanted" in state else bool(self._filled)
        sent = state.get("sent")
        self._sent_names = set(self._filled.values()) if sent is True else set()
        self.refresh()

    def _told(self) -> JsonObject:
        filled = {each.name: self._filled[each.name] for each in self._places if self._is_ours(each)}
        state: JsonObject = {"wanted": self._wanted, **filled}
        return {**state, "sent": True} if self._sent_names else state

    def _sent(self) -> list[Place]:
        return [each for each in self._places if each.is_sent()] or list(self._places)

    def _is_ours(self, place: Place) -> bool:
        return place.value() is not None and self._filled.get(place.name) == place.value()

    def _clicked(self, ticked: bool) -> None:
        self._wanted = ticked
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
        for each in self._places:
            if each.shows() and each.is_free():
                self._put(each, self._name())

    def _name(self) -> str:
        """Returns the one name that stands in a section that is sent, or one that no message has had."""
        from scoro_desktop.messages.channels.push.limits import COLLAPSE_ID_BYTES

        taken = {each.value() for each in self._sent() if isinstance(each.value(), str)}
        here = taken.pop() if len(taken) == 1 else None
        is_short = isinstance(here, str) and len(here.encode("utf-8", "surrogatepass")) <= COLLAPSE_ID_BYTES
        return here if isinstance(here, str) and is_short else made_up()

    def _put(self, place: Place, name: str) -> None:
        if place.field().load(name):
            self._filled[place.name] = name

    def _name_anew(self) -> bool:
        """Makes up other names for those that were made up, one for all; tells whether there were any."""
        self._sent_names = set()
        ours = [each for each in self._places if self._is_ours(each) and is_made_up(each.value())]
        name = made_up() if ours else ""
        for each in ours:
            self._put(each, name)
        return bool(ours)
