"""Nobody but the entries and the registries chooses between channels: a third would be taken for one of the two."""

import ast
import re
from collections.abc import Iterator

import pytest

from scoro_desktop.messages.channels.channel import Channel
from tests.sources import PACKAGE, modules

OF_CHANNELS = ("messages/channels/", "ui/channels/")
ALONE = "sandbox/"
"""Shares no code with the rest, and answers calls, of which it knows by itself which there are."""
MENTION = (
    "|".join(rf"Channel\.{each.name}\b|[\"']{each.value}[\"']" for each in Channel) + r"|\b(?:Push|Sms)(?:Form)?\b"
)
"""Stands in each module that names one channel."""


def choices(code: str) -> Iterator[int]:
    """The lines of a module that name one channel: a member of the enum, a code as a text, a class of a message."""
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Attribute(value=ast.Name(id="Channel"), attr=attr) if attr in Channel.__members__:
                yield node.lineno
            case ast.Constant(value=str(text)) if text in [each.value for each in Channel]:
                yield node.lineno
            case ast.alias(name="Push" | "Sms" | "PushForm" | "SmsForm"):
                yield node.lineno


def test_no_module_names_one_channel() -> None:
    found = {
        (where, line)
        for path, text in modules(MENTION)
        if not (where := path.relative_to(PACKAGE).as_posix()).startswith((*OF_CHANNELS, ALONE))
        for line in choices(text)
    }
    assert found == set()


@pytest.mark.parametrize(
    "code",
    [
        'name = "SMS" if send.channel == "sms" else "Push"',
        "client.a(body) if channel is Channel.PUSH else client.b(body)",
        'match send.channel:\n    case "push":\n        pass',
        "from somewhere import PushForm",
    ],
)
def test_a_choice_is_found(code: str) -> None:
    assert re.search(MENTION, code)
    assert list(choices(code))
