"""The form of a push: two sections, the same text on both if wanted."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Final

from scoro_desktop.messages.paths import put, standing_at, take
from scoro_desktop.ui.channels.push.android_form import AndroidForm
from scoro_desktop.ui.channels.push.around_form import AroundForm
from scoro_desktop.ui.channels.push.iphone_form import IphoneForm
from scoro_desktop.ui.channels.push.push_places import PushPlaces
from scoro_desktop.ui.channels.push.replaceable import Place, Replaceable
from scoro_desktop.ui.channels.push.same_text import SHARED, SameText
from scoro_desktop.ui.compose.form_tools import FormTools
from scoro_desktop.ui.compose.message_form import MessageForm
from scoro_desktop.ui.compose.parts import Part, of_box, of_section
from scoro_desktop.ui.compose.text_fields import LINES, TextField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from scoro_desktop.messages.problems import FieldPath, Problem
    from scoro_desktop.messages.request import Request
    from scoro_desktop.ui.compose.fields import Field
    from scoro_desktop.ui.compose.section_form import SectionForm
    from scoro_desktop.wire import JsonObject

TAG = ("notification", "tag")
COLLAPSE_ID = ("collapseId",)
"""The key whose value a later message must share with this one to replace it, on Android and on iPhones."""
ANDROID_WORDS = tuple(("notification", key) for key in ("title", "body", "title_loc_key", "body_loc_key"))
IPHONE_WORDS = tuple(
    ("aps", "alert", key) for key in ("title", "body", "subtitle", "title-loc-key", "loc-key", "subtitle-loc-key")
)
"""Texts of which one at least makes a message that a device shows, and that can be replaced there."""


MOST_LINES: Final = 8
"""Lines of a body that are seen at once. Ours: some 600 characters, more than any device shows."""
BESIDE_BODIES: Final = 520
"""Pixels of a form besides the lines of its two bodies, with its parts folded."""


class PushForm(MessageForm):
    """Reads and fills the widgets of a push."""

    def __init__(self, parent: QWidget | None = None, *, tools: FormTools | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        tools = tools or FormTools()
        self.android = AndroidForm(self, tools=tools)
        self.iphone = IphoneForm(self, tools=tools)
        self._around = AroundForm(self, tools=tools)
        self._platforms = (self.android, self.iphone)
        self._sections = (*self._platforms, self._around)
        self._altered = [section.values.altered for section in self._sections]
        self._text = SameText(self.android, self.iphone, self)
        self.differs = self._text.differs
        self.differs.clicked.connect(self._differs_clicked)
        self._in_front = {path for pair in SHARED for path in pair}
        named = (
            Place("tag", self.android, TAG, ANDROID_WORDS),
            Place("collapseId", self.iphone, COLLAPSE_ID, IPHONE_WORDS),
        )
        self.replaceable = Replaceable(named, self)
        self.replaceable.changed.connect(self._edited)
        for section in self._sections:
            section.field_edited.connect(self._text.copy)
            section.field_edited.connect(self.replaceable.follow)
            section.field_edited.connect(self.field_edited)
            section.beside_edited.connect(self._text.hold)
            section.changed.connect(self._edited)
            section.grew.connect(self.grew)
        shared = (self.android.field(*SHARED[1][0]), self.iphone.field(*SHARED[1][1]))
        self._bodies = [each for each in shared if isinstance(each, TextField)]
        self._places = PushPlaces(self, self._platforms, self._around, self._text, self.replaceable)
        self.details, self.more = self._places.details, self._places.more

    def take_room(self, height: int) -> None:
        """Shows more lines of a body in a high window, where all else has its room below it."""
        spare = (height - BESIDE_BODIES) // self.fontMetrics().lineSpacing()
        for body in self._bodies:
            body.show_lines(min(max(spare // len(self._bodies), LINES), MOST_LINES))

    def request(self) -> Request:
        """The message as it stands, with no audience yet."""
        from scoro_desktop.messages.channels.push.android import Gcm
        from scoro_desktop.messages.channels.push.apple import Apns
        from scoro_desktop.messages.channels.push.model import Push, PushData
        from scoro_desktop.messages.request import Channel, Request

        body = self._around.content() if self._around.folded or self._around.carried else {}
        # Of one that is off, too: it is read by then.
        gcm = self.android.known.section(Gcm, anew=bool(self.android.carried))
        apns = self.iphone.known.section(Apns, anew=bool(self.iphone.carried))
        data = PushData(
            gcm if self.android.switch.isChecked() else None, apns if self.iphone.switch.isChecked() else None
        )
        if not body and not (data.gcm is None and data.apns is None):
            return Request(Channel.PUSH, message=Push(data))
        for name, section in (("gcm", data.gcm), ("apns", data.apns)):
            if section is not None:
                put(body, ("msg", "data", name), section.to_wire())
        return Request.from_wire(Channel.PUSH, body)

    def load(self, request: Request) -> None:
        """Fills the form with a message; sections that it does not have are turned off, unless it has neither."""
        body: JsonObject = copy.deepcopy(request.to_wire())
        for key in ("coll", "query"):
            if key in body and key not in request.extra:
                del body[key]
        is_new = not body
        sections: dict[str, JsonObject | None] = {}
        for name in ("gcm", "apns"):
            content = take(body, ("msg", "data", name))
            sections[name] = content if isinstance(content, dict) else None
            if content is not None and not isinstance(content, dict):
                put(body, ("msg", "data", name), content)
        message = body.get("msg")
        data = message.get("data") if isinstance(message, dict) else None
        carried = isinstance(data, dict) and not data.keys().isdisjoint(sections)  # a section that is no object
        neither = not carried and sections["gcm"] is None and sections["apns"] is None
        for name, section in (("gcm", self.android), ("apns", self.iphone)):
            content_of = sections[name]
            section.load(content_of or {})
            section.switch.setChecked(neither or content_of is not None)
        self._around.load(body)
        both = self.android.is_on() and self.iphone.is_on()
        self._text.link(both and self._text.texts_agree())
        if is_new:
            self.replaceable.begin()
        else:
            self.replaceable.loaded()

    def state(self) -> JsonObject:
        """Everything in the form, to be put back with `restore`: also what is off, and what is typed by half."""
        return {
            "same_text": self._text.is_linked(),
            "android": self.android.state(),
            "iphone": self.iphone.state(),
            "around": self._around.state(),
            "replaceable": self.replaceable.state(),
        }

    def restore(self, state: JsonObject) -> None:
        """Puts back what `state` gave; what is not of its shape is left out."""
        for name, section in (("android", self.android), ("iphone", self.iphone), ("around", self._around)):
            each = state.get(name)
            section.restore(each if isinstance(each, dict) else {})
        self._text.link(state.get("same_text") is not False)
        self._text.hold()  # what another version of the app left may differ all the same
        filled = state.get("replaceable")
        self.replaceable.restore(filled if isinstance(filled, dict) else {})
        if (
            isinstance(filled, dict)
            and "wanted" not in filled
            and not any(section.content() for section in self._sections)
        ):
            self.replaceable.begin()  # left empty by a version that did not tick it for new messages

    def fill(self, values: Mapping[str, str]) -> None:
        """Puts values in the place of the variables in the message."""
        for section in self._sections:
            section.fill(values)

    def parts(self) -> list[Part]:
        """Everything in the form that can differ by itself, for undoing."""
        names = ("android", "iphone", "around")
        sections = [
            each for name, section in zip(names, self._sections, strict=True) for each in of_section(name, section)
        ]
        linked = of_box("text_differs", self.differs)
        filled = Part(
            "replaceable",
            self.replaceable.state,
            lambda state: self.replaceable.restore(state if isinstance(state, dict) else {}),
            self.replaceable.box,
            lambda: self.replaceable.box,
        )
        return [linked, *sections, filled]

    def parts_restored(self) -> None:
        """Parts were put back: what follows from them follows, and `changed` tells."""
        for section in self._sections:
            section.notice.hide()  # its way back may lead into what stood here before
        self._edited()

    def altered(self) -> list[set[FieldPath]]:
        """Those of all sections."""
        return self._altered

    def read_afresh(self) -> None:
        """Reads every editor anew when it is next asked."""
        for section in self._sections:
            section.read_afresh()

    def input_problems(self) -> list[Problem]:
        """Lists typed values that cannot be read, in the sections that are on."""
        found: list[Problem] = []
        for section in self._sections:
            if section.switch.isChecked() and (section.values.altered or section.values.unreadable):
                found += section.input_problems()
        return found

    def section_of(self, path: FieldPath) -> SectionForm:
        """The card that a problem's path is about."""
        for section in (self.android, self.iphone):
            if section.covers(path):
                return section
        return self._around

    def owner(self, path: FieldPath) -> Field | None:
        """The field that a problem's path is about, None where it is about a section."""
        owner = self.section_of(path).owner(path)
        return None if owner is None else self._text.shown_for(owner)

    def place_of(self, path: FieldPath) -> str:
        """The place that a path is about in words: section and field."""
        section, owner = self.section_of(path), self.owner(path)
        names = {self.android: self.tr("Android"), self.iphone: self.tr("iPhone"), self._around: self.tr("Request")}
        if owner is None:
            return self.tr("Message") if section is self._around else names[section]
        return f"{names[section]} · {owner.name()}"

    def fields(self) -> list[Field]:
        """Every field of every section that was made until now."""
        return [field for section in self._sections for field in section.fields()]

    def show_section_problem(self, path: FieldPath, text: str, *, warning: bool) -> None:
        """Shows a problem that is about no one field."""
        section = self.section_of(path)
        (self.android if section is self._around else section).problem_line.show_problem(text, warning=warning)

    def clear_section_problems(self) -> None:
        """Takes away what `show_section_problem` showed."""
        for section in self._sections:
            section.problem_line.clear_problem()

    def tell_folded(self, *, only_altered: bool = False) -> None:
        """Tells beside what is folded away how much is in it."""
        is_same = only_altered
        for section in self._sections:
            unseen, section.values.unseen = section.values.unseen, set()
            is_same = is_same and unseen.issubset(self._in_front)
        if is_same:
            return
        problems = filled = 0
        for section in self._sections:
            if section.folded:
                section.tell_folded()
                problems += section.more.problems
                filled += section.more.filled
        self.more.tell(problems=problems, filled=filled)
        details = [each.details for each in self._platforms if each.details.fields and each.is_on()]
        self.details.tell(
            problems=sum([each.problems() for each in details]),
            filled=sum([each.values.filled(each.details.fields) for each in self._platforms if each.is_on()]),
        )

    def reveal(self, path: FieldPath) -> QWidget:
        """Opens what hides the place that a path is about; gives the widget to put the keyboard on."""
        section = self.section_of(path)
        if section is self._around and section.owner(path) is None:
            section = self.iphone if self.iphone.is_on() and not self.android.is_on() else self.android
            return section.first()
        owner = section.owner(path)
        shown = None if owner is None else self._text.shown_for(owner)
        return section.reveal(path) if shown is None or shown is owner else shown.edit()

    def first(self) -> QWidget:
        """Returns the widget in which writing begins."""
        return (self.iphone if self.iphone.is_on() and not self.android.is_on() else self.android).field_in_front()

    def note_sent(self, request: JsonObject) -> None:
        """Takes note of the names that a message was sent under."""
        from scoro_desktop.messages.channels.push.correction import ANDROID_TAG, IPHONE_COLLAPSE_ID

        names = [standing_at(request, path) for path in (ANDROID_TAG, IPHONE_COLLAPSE_ID)]
        self.replaceable.note_sent([each for each in names if isinstance(each, str)])

    def become_another(self) -> None:
        """Takes new names where it is replaceable: on devices, too, it is another message."""
        self.replaceable.renew()

    def _edited(self) -> None:
        for section in self._sections:
            if section.carried:
                section.show_carried()
        self.replaceable.refresh()
        self.changed.emit()

    def _differs_clicked(self, differs: bool) -> None:
        if not differs:
            self._text.make_same()
            self.replaceable.follow()
        self._edited()
