"""A number as people paste it into a line: with blanks between thousands, in digits of another script."""

import re
import unicodedata

from PySide6.QtCore import QObject
from PySide6.QtGui import QValidator

from scoro_desktop.ui.kit.plain_text import offset_of


class Digits(QValidator):
    """Takes what a pattern matches once it is written in plain digits, and writes it so; nothing else can be typed.

    Without this a paste of "5 000", or of digits with what nobody sees behind them, did nothing: the number of before
    stayed, and was sent.
    """

    def __init__(self, typed: re.Pattern[str], parent: QObject) -> None:
        super().__init__(parent)
        self._typed = typed

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """The text in plain digits, and the place of the cursor in it."""
        plain = in_plain_digits(text)
        if self._typed.fullmatch(plain) is None:
            return QValidator.State.Invalid, text, position
        before = in_plain_digits(text[: offset_of(text, position)])
        return QValidator.State.Acceptable, plain, len(before)


def in_plain_digits(text: str) -> str:
    """The text less blanks and what nobody sees, with the digits of any script as 0 to 9, and a point for a comma."""
    if text.isascii() and text.isdigit():
        return text
    signs = []
    for each in text:  # not normalised: a raised 2 behind a 5 would make 52 of it
        category = unicodedata.category(each)
        if category == "Nd":
            signs.append(str(unicodedata.decimal(each)))
        elif not each.isspace() and category not in {"Cf", "Cc", "Mn"}:
            signs.append("." if each == "," else each)
    return "".join(signs)
