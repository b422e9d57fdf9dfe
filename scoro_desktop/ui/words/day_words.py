"""Days in words, in the order in which the chosen language writes them."""

from PySide6.QtCore import QDate, QLocale


def short_day(day: QDate, *, weekday: bool = False, year: bool = False) -> str:
    """The day and the month in short: "Dec 2", or "2 Dec"; with the day of the week and the year where wanted."""
    locale = QLocale()
    begins_with_month = locale.dateFormat(QLocale.FormatType.ShortFormat).startswith("M")  # as in the United States
    if begins_with_month:
        parts = ["ddd"] * weekday + ["MMM d"] + ["yyyy"] * year
        return locale.toString(day, ", ".join(parts))
    return locale.toString(day, " ".join(["ddd"] * weekday + ["d MMM"] + ["yyyy"] * year))


def long_day(day: QDate, *, year: bool = False) -> str:
    """The day and the whole month: "December 2", or "2 December"; with the year where wanted."""
    locale = QLocale()
    if locale.dateFormat(QLocale.FormatType.ShortFormat).startswith("M"):
        return locale.toString(day, "MMMM d, yyyy" if year else "MMMM d")
    return locale.toString(day, "d MMMM yyyy" if year else "d MMMM")
