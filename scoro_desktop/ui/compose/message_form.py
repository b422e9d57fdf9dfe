"""A form for the messages of one channel, as the window works with it, and the place in which it is scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from scoro_desktop.ui.compose.fields import Field
from scoro_desktop.ui.kit.page_scroll_area import PageScrollArea

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from scoro_desktop.messages.problems import FieldPath, Problem
    from scoro_desktop.messages.request import Request
    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.scorocode.cost import Reach
    from scoro_desktop.ui.compose.parts import Part
    from scoro_desktop.ui.kit.completions import Proposal
    from scoro_desktop.wire import JsonObject


class MessageForm(QWidget):
    """Reads and fills the widgets of a message; decides nothing.

    `field_edited` comes before `changed`. `grew`: it has more parts than before, all of them empty.
    `account_wanted(str)`: the person wants to change a field of the account that the message goes through. `names`:
    gives what may stand between two braces, each time it is asked; `names_known`: that is more now.
    """

    changed = Signal()
    field_edited = Signal(Field)
    grew = Signal()
    account_wanted = Signal(str)
    names_known = Signal()
    names: Callable[[], Sequence[Proposal]] = staticmethod(tuple)

    def request(self) -> Request:
        """The message as it stands, with no audience yet."""
        raise NotImplementedError

    def load(self, request: Request) -> None:
        """Fills the form with a message."""
        raise NotImplementedError

    def state(self) -> JsonObject:
        """Everything in the form, to be put back with `restore`: also what is typed by half."""
        raise NotImplementedError

    def restore(self, state: JsonObject) -> None:
        """Puts back what `state` gave; what is not of its shape is left out."""
        raise NotImplementedError

    def fill(self, values: Mapping[str, str]) -> None:
        """Puts values in the place of the variables in the message."""
        raise NotImplementedError

    def parts(self) -> list[Part]:
        """Everything in the form that can differ by itself, for undoing."""
        raise NotImplementedError

    def parts_restored(self) -> None:
        """Parts were put back: what follows from them follows, and `changed` tells."""
        raise NotImplementedError

    def altered(self) -> list[set[FieldPath]]:
        """The sets in which the fields stand that were altered and not read yet; always the same sets."""
        raise NotImplementedError

    def read_afresh(self) -> None:
        """Reads every editor anew when it is next asked, whether it told that it was altered or not."""
        raise NotImplementedError

    def input_problems(self) -> list[Problem]:
        """Lists typed values that cannot be read."""
        raise NotImplementedError

    def owner(self, path: FieldPath) -> Field | None:
        """The field that a problem's path is about, None where it is about a section."""
        raise NotImplementedError

    def place_of(self, path: FieldPath) -> str:
        """The place that a path is about in words."""
        raise NotImplementedError

    def fields(self) -> list[Field]:
        """Every field that was made until now."""
        raise NotImplementedError

    def show_section_problem(self, path: FieldPath, text: str, *, warning: bool) -> None:
        """Shows a problem that is about no one field."""
        raise NotImplementedError

    def clear_section_problems(self) -> None:
        """Takes away what `show_section_problem` showed."""
        raise NotImplementedError

    def tell_folded(self, *, only_altered: bool = False) -> None:
        """Tells beside each "More" what it folds away. `only_altered`: the problems are those that were told last."""

    def reveal(self, path: FieldPath) -> QWidget:
        """Opens what hides the place that a path is about; gives the widget to put the keyboard on."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """Returns the widget in which writing begins."""
        raise NotImplementedError

    def take_room(self, height: int) -> None:
        """Takes the height, in pixels, of the place in which it is scrolled."""

    def show_account(self, account: Account | None) -> None:
        """Takes the account that the message would go through, for what it adds and what it pays."""

    def show_reach(self, reach: Reach | None, count: int | None) -> None:
        """Takes what is known of the audience, for what the message would cost. `count`: None while nobody knows."""

    def note_sent(self, request: JsonObject) -> None:
        """Takes note of a request that was sent: edited from now on, what stands here would be another message."""

    def become_another(self) -> None:
        """Gives up what would have the message take another's place: it was copied, and both are to be sent."""


class FormArea(PageScrollArea):
    """Tells the form how much height there is: its texts take what they can, and give way in a low window."""

    def __init__(self, form: MessageForm, parent: QWidget | None = None) -> None:
        self._form = form
        super().__init__(form, parent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tells it of another height."""
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self._form.take_room(event.size().height())
