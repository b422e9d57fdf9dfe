"""The bar above the rows of the history: what narrows them, and what is mostly done with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from scoro_desktop.ui.kit.plain_text import tip

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from scoro_desktop.ui.history.filter_bar import FilterBar


class RowsBar(QWidget):
    """Leaves a low place to the rows, unless it narrows them: what does is never hidden."""

    def __init__(self, filters: FilterBar, actions: tuple[QAction, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._filters = filters
        self._buttons: list[tuple[QPushButton, QAction]] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(filters, 1)
        row.addSpacing(8)
        for action in actions:
            button = QPushButton(action.text(), self)
            button.setToolTip(tip(action.toolTip()))
            button.clicked.connect(action.trigger)
            self._buttons.append((button, action))
            row.addWidget(button)

    def refresh(self) -> None:
        """Offers what can be done with the row that is selected."""
        for button, action in self._buttons:
            button.setEnabled(action.isEnabled())
            if button.text() != action.text():
                button.setText(action.text())

    def give_way(self, *, is_low: bool) -> None:
        """Takes whether there is room for hardly more than the rows."""
        self.setVisible(not is_low or self._filters.narrows())
