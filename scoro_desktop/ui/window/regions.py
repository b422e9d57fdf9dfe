"""The parts of the window that F6 goes round: bar, message, audience, preview, footer, rows of the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from scoro_desktop.ui.window.main_pages import MainPage

if TYPE_CHECKING:
    from scoro_desktop.ui.audience.audience_panel import AudiencePanel
    from scoro_desktop.ui.window.main_window import MainWindow


def step(window: MainWindow, by: int) -> None:
    """Puts the keyboard into the next part that is seen (`by` 1) or the one before (-1)."""
    parts = _parts(window)
    focus = QApplication.focusWidget()
    at = next((number for number, part in enumerate(parts) if focus is not None and part.isAncestorOf(focus)), -1)
    if at < 0:
        at = -1 if by > 0 else 0
    for offset in range(1, len(parts) + 1):
        part = parts[(at + by * offset) % len(parts)]
        if (first := _start_of(window, part)) is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason)
            return


def _parts(window: MainWindow) -> list[QWidget]:
    parts: list[QWidget] = [window.bar]
    if window.pages.page is MainPage.COMPOSE:
        tab = window.messages.in_front
        front = window.tabs.in_front()
        if tab is not None:
            parts += [tab.form, tab.audience, tab.preview]
        elif front is not None:
            parts.append(front)
        parts += [window.footer, window.history_line]
    else:
        parts.append(window.pages.place_of(window.pages.page))
    if window.history.isVisible() and window.pages.page is MainPage.COMPOSE:
        parts.append(window.history)
    return [part for part in parts if part.isVisible()]


def _start_of(window: MainWindow, part: QWidget) -> QWidget | None:
    """The place in a part where most begin: what stands before it is reached backwards."""
    if part is window.footer and window.footer.send.isEnabled():
        return window.footer.send
    if (tab := window.messages.in_front) is not None and part is tab.audience:
        return _start_of_audience(tab.audience)
    return _first(part)


def _start_of_audience(audience: AudiencePanel) -> QWidget:
    """The widget in which it is written, as it is chosen now."""
    if audience.everyone.isChecked():
        return audience.everyone
    if audience.by_query.isChecked():
        return audience.editor
    return audience.conditions.start() if audience.conditions.builder.isEnabled() else audience.by_conditions


def _first(part: QWidget) -> QWidget | None:
    """The first in a part that takes the keyboard by the Tab key."""
    at = part.nextInFocusChain()
    while at is not None and part.isAncestorOf(at):
        takes = bool(at.focusPolicy() & Qt.FocusPolicy.TabFocus) and at.focusProxy() is None
        if takes and at.isVisible() and at.isEnabled():
            return at
        at = at.nextInFocusChain()
    return next(
        (
            each
            for each in part.findChildren(QWidget)
            if each.isVisible() and each.isEnabled() and bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus)
        ),
        None,
    )
