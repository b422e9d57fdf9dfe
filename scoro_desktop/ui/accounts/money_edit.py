"""A price as it is typed: with a comma or a point, and never through a float."""

import decimal
from decimal import Decimal

from PySide6.QtCore import QLocale


def read_price(text: str) -> Decimal | None:
    """The price that a text stands for, None for an empty one. Raises ValueError where it is no price."""
    plain = "".join(text.split()).replace(",", ".")
    if not plain:
        return None
    try:
        price = Decimal(plain)
    except decimal.InvalidOperation as error:
        raise ValueError("not a price") from error
    if not price.is_finite():
        raise ValueError("not a price")
    return price


def price_text(price: Decimal | None) -> str:
    """The price with all of its digits, as the language writes it."""
    return "" if price is None else f"{price:f}".replace(".", QLocale().decimalPoint())
