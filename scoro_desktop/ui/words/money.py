"""Amounts of money as the language writes them. They are never floats: all digits come from the Decimal."""

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QLocale

from scoro_desktop.scorocode.cost import rounded

_SIGNS: Final = {"RUB": "₽", "USD": "$", "EUR": "€", "GBP": "£", "KZT": "₸", "UAH": "₴", "INR": "₹", "TRY": "₺"}
"""Signs that stand for one currency each in this app; any other is written as the account names it."""
_STAND_IN: Final = "\ue000"
_MOST: Final = 10**18
"""QLocale groups whole numbers of 64 bits."""


def amount(value: Decimal, currency: str) -> str:
    """An amount, rounded to the smallest coin of its currency: "27,405.00 ₽"."""
    return _written(rounded(value, currency), currency)


def is_rounded(value: Decimal, currency: str) -> bool:
    """Tells whether `amount` does not say all of it."""
    return rounded(value, currency) != value


def price(value: Decimal, currency: str) -> str:
    """A price with all of its digits, however small: "0.0495 ₽"."""
    coins = rounded(value, currency)
    return _written(coins if coins == value else value, currency)


def _written(value: Decimal, currency: str) -> str:
    locale = QLocale()
    whole, _, fraction = f"{abs(value):f}".partition(".")
    number = locale.toString(int(whole)) if int(whole) < _MOST else whole
    if fraction:
        zero = ord(locale.zeroDigit())
        number += locale.decimalPoint() + "".join(chr(zero + int(each)) for each in fraction)
    pattern = locale.toCurrencyString(-1 if value < 0 else 1, _STAND_IN)
    code = currency.strip().upper()
    sign = _SIGNS.get(code, currency.strip())
    written = pattern.replace(locale.toString(1), number, 1)
    if len(sign) > 1 and f"{_STAND_IN}{number}" in written:  # a word does not stick to its number
        sign += "\u00a0"
    return written.replace(_STAND_IN, sign).strip()
