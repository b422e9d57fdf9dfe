"""Words for those of an audience who get a message, where not everybody does."""

from PySide6.QtCore import QCoreApplication, QLocale

from scoro_desktop.ui.words.wording import C_INT_MAX, send_to

translate = QCoreApplication.translate


def of_matching(reach: int, matching: int) -> str:
    """Of how many those are who get it: "of 380 matching; 49 have no phone number and get nothing"."""
    of = translate("reach", "of {number} matching").format(number=QLocale().toString(matching))
    without = matching - reach
    if without <= 0:
        return of
    left_out = translate("reach", "%Ln without a phone number get nothing", None, min(without, C_INT_MAX))
    return translate("reach", "{of_how_many}; {left_out}").format(of_how_many=of, left_out=left_out)


def at_most() -> str:
    """That the number is of those who match, and who gets nothing."""
    return translate("reach", "At most: whoever has no phone number gets nothing.")


def nobody() -> str:
    """That no SMS would reach anybody."""
    return translate("reach", "None of them has a phone number, so there is nobody to send to.")


def send_to_some(collection: str, matching: int, reach: int | None, *, needs_phone: bool) -> str:
    """The words of the button that sends."""
    if reach is not None:
        return send_to(collection, reach)
    if needs_phone:
        return translate("reach", "Send to at most %Ln user(s)", None, min(matching, C_INT_MAX))
    return send_to(collection, matching)
