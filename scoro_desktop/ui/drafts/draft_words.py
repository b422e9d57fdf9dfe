"""Drafts in words: their lines in a list, and why something could not be done with one."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from scoro_desktop.messages.request import Channel
from scoro_desktop.storage.saved_drafts import SavedDraft
from scoro_desktop.ui.channels.registry import channel_name
from scoro_desktop.ui.words import disk_words

translate = QCoreApplication.translate

LONGEST_LINE: Final = 200
"""Characters of a message that a line of a list is given; it shows fewer."""


def heading(draft: SavedDraft) -> str:
    """Returns the heading of a draft: its name, else the first of its message."""
    return draft.name or draft.summary[:LONGEST_LINE] or translate("draft_words", "(no text yet)")


def beginning(text: str, most: int) -> str:
    """As many whole words of a text as `most` characters hold; of one longer word its beginning."""
    cut = text[: most + 1]
    if len(cut) > most:
        cut = cut.rpartition(" ")[0] or cut[:most]
    return cut.strip()


def line(draft: SavedDraft, *, is_open: bool) -> str:
    """A draft in a list: what it is called; below, for which channel, when it changed, and its message."""
    when = QLocale().toString(
        QDateTime.fromSecsSinceEpoch(int(draft.changed_at.timestamp())), QLocale.FormatType.ShortFormat
    )
    if draft.name is None:
        below = translate("draft_words", "{channel} · put aside {when}")
    elif is_open:
        below = translate("draft_words", "{channel} · open now · changed {when}")
    else:
        below = translate("draft_words", "{channel} · changed {when}")
    below = below.format(channel=channel_name(draft.channel), when=when)
    if draft.name is not None and draft.summary:
        below += " · " + draft.summary[:LONGEST_LINE]
    return heading(draft) + "\n" + below


def name_taken(name: str) -> str:
    """That a name is another draft's."""
    return translate("draft_words", "There is a draft “{name}” already. Choose another name.").format(name=name)


def not_written(error: Exception) -> str:
    """That the disk would not have it, and why."""
    return translate("draft_words", "It could not be saved. {reason}").format(reason=disk_words.reason(error))


def not_kept(unkept: Mapping[Channel, Exception]) -> str:
    """That forms are not kept as they stand on the screen, why, and that it is tried again."""
    words = translate(
        "draft_words",
        "What you wrote under {forms} is not saved. {reason} The app tries again every second; this line goes away "
        "once it is saved.",
        "",
        len(unkept),
    )
    return words.format(forms=_forms(unkept), reason=disk_words.reason(next(iter(unkept.values()))))


def lost_by_closing(unkept: Mapping[Channel, Exception]) -> str:
    """Says what closing now would lose, and why."""
    words = translate("draft_words", "What you wrote under {forms} could not be saved. {reason}", "", len(unkept))
    return words.format(forms=_forms(unkept), reason=disk_words.reason(next(iter(unkept.values()))))


def _forms(unkept: Mapping[Channel, Exception]) -> str:
    return ", ".join(channel_name(each.value) for each in unkept)


def unknown_channel(code: str) -> str:
    """That no tab shows drafts of a channel."""
    words = translate(
        "draft_words",
        "This version of the app has no form for this draft ({channel}). It is kept, and the form was left as it was.",
    )
    return words.format(channel=channel_name(code))


def not_readable() -> str:
    """That a draft cannot be shown."""
    return translate("draft_words", "This draft cannot be read. The form was left as it was.")
