"""A form of one section, in which one field is the message: what is true of every such channel."""

import copy
from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.messages.problems import FieldPath, Problem
from scoro_desktop.messages.request import Request
from scoro_desktop.ui.compose.fields import Field
from scoro_desktop.ui.compose.message_form import MessageForm
from scoro_desktop.ui.compose.parts import Part, of_section
from scoro_desktop.ui.compose.section_form import SectionForm
from scoro_desktop.wire import JsonObject

ELSEWHERE = (("app",), ("cli",), ("acc",), ("sess",), ("coll",), ("query",))
"""Paths that are told in other places than its JSON: keys by the account, who gets it by the audience."""


class OneSectionForm(MessageForm):
    """`section` holds the whole request but for its audience; problems of no field stand at the field `main`."""

    def __init__(self, channel: Channel, section: SectionForm, main: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._channel = channel
        self._section = section
        self._main = main
        section.field_edited.connect(self.field_edited)
        section.changed.connect(self._edited)
        section.grew.connect(self.grew)

    def request(self) -> Request:
        """The message as it stands, with no audience yet."""
        body = self._section.content()
        body.setdefault("msg", {})
        return Request.from_wire(self._channel, body)

    def load(self, request: Request) -> None:
        """Fills the form with a message."""
        body = copy.deepcopy(request.to_wire())
        for key in ("coll", "query"):
            if key in body and key not in request.extra:
                del body[key]
        self._section.load(body)
        self._follow()

    def state(self) -> JsonObject:
        """Everything in the form, to be put back with `restore`."""
        return {"section": self._section.state()}

    def restore(self, state: JsonObject) -> None:
        """Puts back what `state` gave; what is not of its shape is left out."""
        section = state.get("section")
        self._section.restore(section if isinstance(section, dict) else {})
        self._follow()

    def fill(self, values: Mapping[str, str]) -> None:
        """Puts values in the place of the variables in the message."""
        self._section.fill(values)

    def parts(self) -> list[Part]:
        """Everything in the form that can differ by itself, for undoing."""
        return of_section("section", self._section)

    def parts_restored(self) -> None:
        """Parts were put back: what follows from them follows, and `changed` tells."""
        self._section.notice.hide()  # its way back may lead into what stood here before
        self._edited()

    def altered(self) -> list[set[FieldPath]]:
        """The set of the one section."""
        return [self._section.values.altered]

    def read_afresh(self) -> None:
        """Reads every editor anew when it is next asked."""
        self._section.values.read_afresh()

    def input_problems(self) -> list[Problem]:
        """Lists typed values that cannot be read."""
        return self._section.input_problems()

    def owner(self, path: FieldPath) -> Field | None:
        """The field that a problem's path is about."""
        return self._section.owner(path) or self._main

    def place_of(self, path: FieldPath) -> str:
        """The place that a path is about in words."""
        return (self._section.owner(path) or self._main).name()

    def fields(self) -> list[Field]:
        """Every field."""
        return self._section.fields()

    def show_section_problem(self, path: FieldPath, text: str, *, warning: bool) -> None:  # noqa: ARG002 (there is one)
        """Shows a problem that is about no one field."""
        self._section.problem_line.show_problem(text, warning=warning)

    def clear_section_problems(self) -> None:
        """Takes away what `show_section_problem` showed."""
        self._section.problem_line.clear_problem()

    def tell_folded(self, *, only_altered: bool = False) -> None:  # noqa: ARG002 (it has few fields)
        """Tells beside "More" what it folds away."""
        self._section.tell_folded()

    def reveal(self, path: FieldPath) -> QWidget:
        """The widget to put the keyboard on for a problem's path."""
        return self._section.reveal(path)

    def first(self) -> QWidget:
        """Returns the widget in which writing begins."""
        return self._main.edit()

    def _edited(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        """Brings what stands beside the section up to date with it."""
