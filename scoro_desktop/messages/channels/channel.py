"""The codes of the channels, as they are stored; what there is to know of each stands in its entry."""

import enum


class Channel(enum.StrEnum):
    """The channel of a message. Its value is what the database, templates in files and drafts carry."""

    PUSH = "push"
    SMS = "sms"


def known(code: str) -> Channel | None:
    """Returns the channel of a stored code; None for one that this version does not know."""
    try:
        return Channel(code)
    except ValueError:
        return None
