"""The words in the place of the rows while there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel

from scoro_desktop.ui.kit.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate


def nothing_sent() -> EmptyState:
    """Tells what will be listed."""
    return EmptyState(
        "inbox",
        translate("HistoryPane", "Nothing sent yet"),
        translate(
            "HistoryPane",
            "Every message you send is listed here: who it went to and what came of it. Find it by a word of its text, "
            "and use it again.",
        ),
    )


def nothing_found(clear: Callable[[], None]) -> EmptyState:
    """Offers to show everything again."""
    state = EmptyState(
        "inbox",
        translate("HistoryPane", "Nothing found"),
        translate("HistoryPane", "No sent message matches your search."),
    )
    state.add_button(translate("HistoryPane", "Clear search and filters")).clicked.connect(clear)
    return state


def problem_line(parent: QWidget) -> QLabel:
    """A line for what went wrong, hidden while nothing did."""
    line = QLabel(parent)
    line.setTextFormat(Qt.TextFormat.PlainText)
    line.setProperty("role", "problem")
    line.setWordWrap(True)
    line.hide()
    return line
