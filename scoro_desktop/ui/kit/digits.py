"""Numbers as people type and paste them: with blanks between thousands, in digits of another script, with a comma."""

from __future__ import annotations

import enum
import re
from typing import TYPE_CHECKING, Final, assert_never

from PySide6.QtCore import QCoreApplication, QLocale, QPoint, QRect
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QToolTip, QWidget

from scoro_desktop.invisible import plain_signs
from scoro_desktop.ui.kit.announce import announce
from scoro_desktop.ui.kit.plain_text import offset_of, tip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

translate = QCoreApplication.translate

_GROUPS: Final = re.compile(r"[0-9]{1,3}(?:(,)[0-9]{3}(?:,[0-9]{3})*\.|(\.)[0-9]{3}(?:\.[0-9]{3})*,)[0-9]*")
"""Thousands with one sign between them and another one before the fraction: which is which is plain."""
_MORE_GROUPS: Final = re.compile(r"[0-9]{1,3}(?:(?:,[0-9]{3}){2,}|(?:\.[0-9]{3}){2,})")
_TWO_MEANINGS: Final = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_PLAIN: Final = re.compile(r"[0-9]*(?:[.,][0-9]*)?")
_APOSTROPHES: Final = str.maketrans("", "", "'’")
_SHOWN: Final = 24
"""The most characters of what was refused that are shown. Ours."""
_SAID_MS: Final = 12_000


class Wrong(enum.Enum):
    """The reason why a text is no number that fits a field."""

    NO_NUMBER = enum.auto()
    TWO_MEANINGS = enum.auto()  # 5,000 and 5.000
    FRACTION = enum.auto()
    LONG_FRACTION = enum.auto()
    NEGATIVE = enum.auto()
    TOO_LARGE = enum.auto()
    TOO_SMALL = enum.auto()


def in_plain_digits(text: str) -> str:
    """The text less blanks and what nobody sees, with the digits of any script as 0 to 9."""
    if text.isascii() and text.isdigit():
        return text
    return "".join(each for each in plain_signs(text) if not each.isspace())


def read_number(text: str, decimals: int = 0) -> str | Wrong:
    """The digits of a number, with a point before its fraction, as far as it is typed; or what is wrong with it.

    `decimals`: how many digits the fraction may have. One sign before three digits has two meanings: 5,000 is five
    thousand or five. Where the fraction may have three digits it is taken for its beginning.
    """
    plain = in_plain_digits(text).translate(_APOSTROPHES).removeprefix("+")
    if plain[:1] in {"-", "\N{MINUS SIGN}"}:
        return Wrong.NEGATIVE if _PLAIN.fullmatch(plain[1:]) else Wrong.NO_NUMBER
    if groups := _GROUPS.fullmatch(plain):
        plain = plain.replace(groups[1] or groups[2], "")
    elif _MORE_GROUPS.fullmatch(plain):
        return plain.replace(",", "").replace(".", "")
    elif decimals < 3 and _TWO_MEANINGS.fullmatch(plain):
        return Wrong.TWO_MEANINGS
    if _PLAIN.fullmatch(plain) is None:
        return Wrong.NO_NUMBER
    whole, point, fraction = plain.replace(",", ".").partition(".")
    if len(fraction) > decimals:  # 5.00 is five
        fraction = fraction.rstrip("0")
        point = point if fraction else ""
    if decimals == 0 and point:
        return Wrong.FRACTION
    return whole + point + fraction if len(fraction) <= decimals else Wrong.LONG_FRACTION


class Digits(QValidator):
    """Takes what a pattern matches once it is written in plain digits, and writes it so; nothing else can be typed.

    Without this a paste of "5 000", or of digits with what nobody sees behind them, did nothing: the number of before
    stayed, and was sent. What is refused is said beside the line.
    """

    def __init__(self, typed: re.Pattern[str], line: QLineEdit, decimals: int = 0) -> None:
        super().__init__(line)
        self._typed = typed
        self._decimals = decimals
        self._refused = ("", Wrong.NO_NUMBER)
        line.inputRejected.connect(lambda: say_refused(line, *self._refused, decimals=decimals))

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """The text in plain digits, and the place of the cursor in it."""
        read = read_number(text, self._decimals)
        if isinstance(read, Wrong) or self._typed.fullmatch(read) is None:
            self._refused = (text, read if isinstance(read, Wrong) else Wrong.TOO_LARGE)
            return QValidator.State.Invalid, text, position
        before = in_plain_digits(text[: offset_of(text, position)])
        return QValidator.State.Acceptable, read, min(len(before), len(read))


def say_refused(beside: QWidget, text: str, wrong: Wrong, *, decimals: int = 0, bound: str = "") -> None:
    """Says beside an editor why a number was not taken. `bound`: the smallest or largest one that fits, as written."""
    words = refused_words(text, wrong, decimals, bound)
    announce(beside, words)
    place = beside.mapToGlobal(QPoint(0, beside.height()))
    QToolTip.showText(place, tip(words), beside, QRect(), _SAID_MS)


def refused_words(text: str, wrong: Wrong, decimals: int, bound: str) -> str:
    """Says why a number was not taken."""
    shown = " ".join(text.split())
    shown = shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
    match wrong:
        case Wrong.NO_NUMBER:
            words = translate("digits", "“{text}” was not entered: it is not a number.")
        case Wrong.TWO_MEANINGS:
            plain = in_plain_digits(text)
            whole, fraction = plain.replace(",", ".").split(".")
            one = f"{whole}.{fraction}".rstrip("0").rstrip(".").replace(".", QLocale().decimalPoint())
            words = translate(
                "digits", "“{text}” was not entered: it can mean {thousands} or {one}. Enter the one you mean."
            )
            return words.format(text=shown, thousands=whole + fraction, one=one)
        case Wrong.FRACTION:
            words = translate("digits", "“{text}” was not entered: only whole numbers fit here.")
        case Wrong.LONG_FRACTION:
            words = translate(
                "digits", "“{text}” was not entered: at most %Ln digit(s) fit after the decimal point.", "", decimals
            )
        case Wrong.NEGATIVE:
            words = translate("digits", "“{text}” was not entered: the number cannot be negative.")
        case Wrong.TOO_LARGE if bound:
            words = translate("digits", "“{text}” was not entered: the largest number here is {bound}.")
        case Wrong.TOO_LARGE:
            words = translate("digits", "“{text}” was not entered: it has too many digits.")
        case Wrong.TOO_SMALL:
            words = translate("digits", "“{text}” was not entered: the smallest number here is {bound}.")
        case _:
            assert_never(wrong)
    return words.format(text=shown, bound=bound)
