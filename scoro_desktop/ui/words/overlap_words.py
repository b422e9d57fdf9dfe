"""Words for an audience held against earlier ones, and for the pushes that are left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from scoro_desktop.invisible import escaped
from scoro_desktop.scorocode.replies import Failure
from scoro_desktop.ui.words.wording import C_INT_MAX

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scoro_desktop.sending.overlap import Lately
    from scoro_desktop.storage.earlier_sends import EarlierSend

translate = QCoreApplication.translate

MOST_NAMED: Final = 3


def number(value: int) -> str:
    """Returns a number as the language writes it."""
    return QLocale().toString(value)


def heading() -> str:
    """Names the lines about earlier sends."""
    return translate("overlap", "Overlap with the last sends")


def basis() -> str:
    """The basis of the numbers."""
    return translate(
        "overlap",
        "Both audiences are compared as they are now. Dates in an earlier one are those that it was sent with.",
    )


def unread() -> str:
    """That nothing is known of earlier sends."""
    return translate("overlap", "The history could not be read, so nothing is compared.")


def line(send: EarlierSend, count: int | Failure) -> str:
    """Says how many of an audience match an earlier one, too."""
    if send.is_campaign:
        words = _campaign_line(count)
    elif isinstance(count, Failure):
        words = translate("overlap", "How many also matched {send} could not be counted.")
    elif not send.query:
        words = translate("overlap", "All of these: {send} went to everyone.")
    elif count == 0:
        words = translate("overlap", "None of these also matched {send}.")
    else:
        words = translate("overlap", "{count} of these also matched {send}.")
    return words.format(send=named(send), count="" if isinstance(count, Failure) else number(count))


def _campaign_line(count: int | Failure) -> str:
    """The same for a campaign, which knows who got it."""
    if isinstance(count, Failure):
        return translate("overlap", "How many of these got the campaign {send} could not be counted.")
    if count == 0:
        return translate("overlap", "None of these got the campaign {send}.")
    return translate("overlap", "{count} of these got the campaign {send}, or may have.")


def not_compared(count: int) -> str:
    """That some campaigns cannot be compared."""
    return translate(
        "overlap",
        "%Ln campaign(s) of that time are not compared: their people are too many, or not in this collection.",
        None,
        min(count, C_INT_MAX),
    )


def elsewhere(count: int) -> str:
    """That some cannot be compared, since they went to another collection."""
    return translate("overlap", "%Ln send(s) to another collection are not compared.", None, min(count, C_INT_MAX))


def named(send: EarlierSend) -> str:
    """A send by its words and its time."""
    return translate("overlap", "“{title}” of {when}").format(
        title=_short(escaped(send.summary)) or translate("overlap", "(no text)"),
        when=QLocale().toString(
            QDateTime.fromSecsSinceEpoch(int(send.created_at.timestamp())), QLocale.FormatType.ShortFormat
        ),
    )


def left_out(lately: Lately, hours: int) -> str:
    """The rule by which people are left out, and the sends that it is about."""
    return translate(
        "overlap", "Everyone who matches an audience of the last %Ln hour(s): {sends}", None, hours
    ).format(sends=_names(lately.sends))


def checking(hours: int) -> str:
    """That it is being looked up who was messaged."""
    return translate("overlap", "Checking who was messaged in the last %Ln hour(s)…", None, hours)


def warning(count: int, lately: Lately, hours: int) -> str:
    """That some of an audience may get a second message within the hours."""
    words = translate(
        "overlap",
        "{count} of these may have been messaged in the last %Ln hour(s): they match {sends} (by who matches now).",
        None,
        hours,
    )
    return " ".join((words.format(count=number(count), sends=_names(lately.sends)), *beside(lately)))


def beside(lately: Lately) -> list[str]:
    """Says what was not compared."""
    said = []
    if lately.campaigns:
        said.append(not_compared(lately.campaigns))
    if lately.elsewhere:
        said.append(elsewhere(lately.elsewhere))
    return said


def unknown(hours: int) -> str:
    """That nobody can say who was messaged."""
    return translate(
        "overlap", "It could not be checked who was messaged in the last %Ln hour(s). Look in the history.", None, hours
    )


def not_whole(hours: int) -> str:
    """That there are too many or too long audiences to be compared."""
    return translate(
        "overlap",
        "Too much was sent in the last %Ln hour(s) to be compared, so nobody is left out. Look in the history.",
        None,
        hours,
    )


def leave_box(hours: int) -> str:
    """The choice to leave them out."""
    return translate("overlap", "Leave out those messaged in the last %Ln hour(s)", None, hours)


def left_out_then(hours: int) -> str:
    """That it is found out who is left out when a message goes out, which is later than anything that was sent."""
    return translate(
        "overlap", "Whoever was messaged in the %Ln hour(s) before it goes out is left out then.", None, hours
    )


def warned_then(hours: int) -> str:
    """That it is looked up when a message goes out."""
    return translate(
        "overlap", "If somebody was messaged in the %Ln hour(s) before it goes out, you are asked then.", None, hours
    )


def proving() -> str:
    """That it is being checked that they are left out."""
    return translate("overlap", "Checking that the server leaves them out…")


def unproven() -> str:
    """That it could not be checked."""
    return translate(
        "overlap",
        "It could not be checked that the server leaves them out. Untick this to send to them as well, or tick it "
        "again to check once more.",
    )


def proven(count: int | Failure, lately: Lately) -> str:
    """Says how many are left out."""
    if isinstance(count, Failure):
        words = translate("overlap", "They are left out; how many they are could not be counted.")
    else:
        words = translate("overlap", "{count} left out, as the audiences match now.").format(count=number(count))
    return " ".join((words, *beside(lately)))


def not_obeyed() -> str:
    """That the server counted people whom the query leaves out."""
    return translate("overlap", "The server does not leave them out (it does not know “$nor”), so nobody is left out.")


def quota(count: int, left: int) -> str:
    """Says how much of the pushes that are left a send uses."""
    if count > left:
        return translate("overlap", "Only {left} pushes are left, and this needs {count}.").format(
            left=number(left), count=number(count)
        )
    percent = count * 100 / left if left else 100.0
    share = "< 1" if 0 < percent < 1 else QLocale().toString(round(percent))
    return translate("overlap", "Uses {percent} % of the pushes left: {count} of {left}.").format(
        percent=share, count=number(count), left=number(left)
    )


def quota_of_people(people: int, left: int) -> str:
    """The same for people, each of whom may have several devices."""
    return translate("overlap", "{quota} Whoever has several devices takes several.").format(quota=quota(people, left))


def _names(sends: Iterable[EarlierSend]) -> str:
    named_ones = [named(each) for each in sends]
    more = len(named_ones) - MOST_NAMED
    shown = ", ".join(named_ones[:MOST_NAMED])
    if more <= 0:
        return shown
    return translate("overlap", "{sends} and %Ln more", None, more).format(sends=shown)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39].rstrip() + "…"
