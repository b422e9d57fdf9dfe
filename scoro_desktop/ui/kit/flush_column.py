"""A column of widgets without any space around or between them."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


def flush_column(parent: QWidget, *widgets: QWidget, stretched: QWidget) -> QWidget:
    """Makes a widget that holds others below each other; `stretched` is the one that takes the height left over."""
    holder = QWidget(parent)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget, int(widget is stretched))
    return holder
