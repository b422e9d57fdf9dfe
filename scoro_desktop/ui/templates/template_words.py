"""Words for templates: where a variable stands, what stands in a list."""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from scoro_desktop.messages.request import Channel
from scoro_desktop.messages.template import Template
from scoro_desktop.messages.variables import Use
from scoro_desktop.ui.channels.registry import VIEWS, channel_name

translate = QCoreApplication.translate

NAMED: Final = 5
"""Templates without a form are named as far as that; more names help nobody."""


def line(template: Template) -> str:
    """Returns the line under a template's name in a list: its channel and tags."""
    return " · ".join((channel_name(template.channel), *template.tags))


def of_unknown_channels(others: Sequence[tuple[str, str]]) -> str:
    """That templates (name, code of the channel) are kept and cannot be used."""
    named = [f"“{name}” ({channel_name(code)})" for name, code in others[:NAMED]]
    names = ", ".join(named) + (", …" if len(others) > NAMED else "")
    return translate("templates", "Kept, but this version of the app has no form for them: {names}.").format(
        names=names
    )


def places(channel: Channel, uses: Iterable[Use], *, in_query: bool) -> str:
    """Lists the places of a variable in a message of a channel; each place once."""
    of_path = VIEWS[channel].place
    names = [of_path(each.path) or ".".join(each.path) for each in uses]
    if in_query:
        names.append(translate("templates", "audience"))
    return ", ".join(dict.fromkeys(names))
