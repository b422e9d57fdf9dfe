"""The registry of what is seen of the channels. A channel without an entry is found by mypy, here."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, assert_never

from PySide6.QtCore import QCoreApplication

from scoro_desktop.invisible import escaped
from scoro_desktop.messages.channels.channel import Channel, known
from scoro_desktop.ui.channels.push.entry import PUSH
from scoro_desktop.ui.channels.sms.entry import SMS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scoro_desktop.ui.channels.view import ChannelView

MOST_SHOWN: Final = 40
"""Characters of a code that nobody knows."""


def _view(channel: Channel) -> ChannelView:
    match channel:
        case Channel.PUSH:
            return PUSH
        case Channel.SMS:
            return SMS
        case _:
            assert_never(channel)


VIEWS: Final[Mapping[Channel, ChannelView]] = MappingProxyType({each: _view(each) for each in Channel})
"""Every channel, in the order of the tabs."""


def channel_name(code: str) -> str:
    """The word on the tab of a channel; a code that this version does not know stands as what it is."""
    channel = known(code)
    if channel is not None:
        return VIEWS[channel].name()
    return QCoreApplication.translate("channels", "unknown: {code}").format(code=escaped(code[:MOST_SHOWN]))
