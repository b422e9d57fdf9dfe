"""A phone of a channel's preview: its names, how a message is drawn on it, and what it takes of a platform's limit."""

from collections.abc import Callable
from dataclasses import dataclass

from scoro_desktop.messages.channels.entry import Message
from scoro_desktop.messages.problems import FieldPath
from scoro_desktop.ui.phone.scene import Drawing


@dataclass(frozen=True)
class Payload:
    """The part of a message that a platform limits. `limit` in bytes; `path`: of the section that is to be shortened.

    `size`: how many bytes a message takes of it, None where it has no such section.
    """

    platform: str
    limit: int
    path: FieldPath
    size: Callable[[Message | None], int | None]


@dataclass(frozen=True)
class Phone:
    """One page of a preview. `key` is its own in the channel; `label` on its tab, `name` for those who cannot see it.

    `drawing`: of a message, None for one that cannot be read; `width` of the screen as `PhoneView`
    takes it. `brief`: the message once, for a confirmation, if that is another drawing.
    """

    key: str
    label: str
    name: str
    width: int
    drawing: Callable[[Message | None], Drawing]
    payload: Payload | None = None
    brief: Callable[[Message | None], Drawing] | None = None
