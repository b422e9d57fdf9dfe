"""The order in which the Tab key goes through a page: that of its layout, whatever was made first."""

import itertools
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def follow_layout(page: QWidget) -> None:
    """Has the Tab key go through a page as its layouts lay it out: down, and along each row."""
    chain(stops(page))


def stops(page: QWidget) -> list[QWidget]:
    """Lists what takes the Tab key in a page, as its layouts lay it out.

    Nothing that was asked about may be put into another layout afterwards: PySide keeps an object for the place of each
    widget, and takes what Qt makes at the same address later for that.
    """
    layout = page.layout()
    return _in_order(layout) if layout is not None else []


def chain(widgets: Iterable[QWidget]) -> None:
    """Has the Tab key go from each to the next."""
    for one, next_one in itertools.pairwise(widgets):
        QWidget.setTabOrder(one, next_one)


def insert_before(page: QWidget, place: QWidget) -> None:
    """Puts what a page holds where `place` is next in the order."""
    before = place.previousInFocusChain()
    while before is not None and before is not place and not _takes_tab(before):
        before = before.previousInFocusChain()
    for each in stops(page):
        if before is not None:
            QWidget.setTabOrder(before, each)
        before = each


def put_last(window: QWidget, page: QWidget) -> None:
    """Puts what a page holds behind everything else in a window, whatever was made first."""
    parts = stops(page)
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
            else:  # the place of a button that is in no layout
                found += [each for each in widget.children() if isinstance(each, QWidget) and _takes_tab(each)]
    return found


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
