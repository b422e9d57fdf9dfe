"""A moment in words, to the second."""

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale


def time_text(time: datetime) -> str:
    """The date and the time to the second on the clock of this computer, without the name of its time zone."""
    local = QDateTime.fromMSecsSinceEpoch(round(time.timestamp() * 1000))
    locale = QLocale()
    to_the_second = locale.timeFormat(QLocale.FormatType.LongFormat).replace("t", "").strip(" ()")
    date = locale.toString(local.date(), QLocale.FormatType.LongFormat)
    return f"{date}, {locale.toString(local.time(), to_the_second)}"
