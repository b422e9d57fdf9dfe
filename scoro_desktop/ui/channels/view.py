"""An entry of the registry of what is seen of a channel: its form, its preview and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # words are asked for everywhere, widgets where they are built
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from scoro_desktop.messages.channels.channel import Channel
    from scoro_desktop.messages.channels.entry import Message
    from scoro_desktop.messages.problems import FieldPath
    from scoro_desktop.ui.compose.form_tools import FormTools
    from scoro_desktop.ui.compose.message_form import MessageForm
    from scoro_desktop.ui.phone.phone import Phone
    from scoro_desktop.wire import JsonObject


def _unnamed(_path: FieldPath) -> str:
    return ""


def _no_sections() -> Mapping[str, str]:
    return {}


class ChannelView(NamedTuple):
    """A channel as it is seen. Words are functions: they are in the language of the moment.

    `name`: on its tab, and wherever it is named. `form(parent, tools)` makes its form; `phones`: the pages of its
    preview. `phones_for(message, query)`: those of them that a confirmation shows, None for all. `parts(message)`: what
    readers are shown, as pairs of a label and lines. `confirmed(msg)`: the same in a confirmation, of whatever stands
    in `msg`. `place(path)`: where in the message a text stands, empty for the path itself. `sections`: names of those
    that can be replaced (`ChannelEntry.replaceable_on`).

    `is_text_only`: a reader gets a text and nothing beside it. `modules`: those of its form and its preview, which are
    loaded before they are wanted.
    """

    channel: Channel
    name: Callable[[], str]
    form: Callable[[QWidget | None, FormTools | None], MessageForm]
    phones: Callable[[], Sequence[Phone]]
    parts: Callable[[Message], list[tuple[str, list[str | None]]]]
    confirmed: Callable[[JsonObject], list[tuple[str, str]]]
    place: Callable[[FieldPath], str] = _unnamed
    sections: Callable[[], Mapping[str, str]] = _no_sections
    phones_for: Callable[[Message, JsonObject], Sequence[Phone]] | None = None
    is_text_only: bool = False
    modules: Sequence[str] = ()
