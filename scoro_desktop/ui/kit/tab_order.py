"""The order in which the Tab key goes through a page: that of its layout, whatever was made first."""

import itertools

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def follow_layout(page: QWidget) -> None:
    """Has the Tab key go through a page as its layouts lay it out: down, and along each row."""
    layout = page.layout()
    for one, next_one in itertools.pairwise(_in_order(layout) if layout is not None else []):
        QWidget.setTabOrder(one, next_one)


def insert_before(page: QWidget, place: QWidget) -> None:
    """Puts what a page holds where `place` is next in the order."""
    layout = page.layout()
    before = place.previousInFocusChain()
    while before is not None and before is not place and not _takes_tab(before):
        before = before.previousInFocusChain()
    for each in _in_order(layout) if layout is not None else []:
        if before is not None:
            QWidget.setTabOrder(before, each)
        before = each


def put_last(window: QWidget, page: QWidget) -> None:
    """Puts what a page holds behind everything else in a window, whatever was made first."""
    layout = page.layout()
    parts = _in_order(layout) if layout is not None else []
    last = window.previousInFocusChain()
    while last is not None and last is not window and (last in parts or not _takes_tab(last)):
        last = last.previousInFocusChain()
    for each in parts:
        if last is not None and last is not each:
            QWidget.setTabOrder(last, each)
        last = each


def _in_order(layout: QLayout) -> list[QWidget]:
    found: list[QWidget] = []
    for index in range(layout.count()):
        item = layout.itemAt(index)
        inner = item.layout() if item is not None else None
        widget = item.widget() if item is not None else None
        if inner is not None:
            found += _in_order(inner)
        elif widget is not None:
            parts = widget.layout()
            if _takes_tab(widget):
                found.append(widget)
            elif parts is not None:
                found += _in_order(parts)
    return found


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
