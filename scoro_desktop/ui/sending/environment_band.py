"""The band that says where a send goes: in a colour and in a word."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.words import account_lines

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.ui.kit.appearance import Colours


class EnvironmentBand(QLabel):
    """One line across the window, in the colour of the environment."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._environment = ""
        self._account: Account | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAutoFillBackground(True)
        self.setContentsMargins(16, 4, 16, 4)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # a long name is cut, not the window
        font = self.font()
        font.setBold(True)
        self.setFont(font)
        self.setAccessibleName(self.tr("Environment"))

    def show_account(self, account: Account | None) -> None:
        """Shows the environment of an account; without one there is nowhere to send to."""
        self._environment = "" if account is None else account_lines.environment_shown(account)
        self._account = account
        whole = account_lines.environment_line(account)
        self.setToolTip(tip(whole if account is None else f"{whole}\n{account.address}"))
        self.setAccessibleDescription(whole)
        self._say()
        self._paint()

    def set_colours(self, colours: Colours) -> None:
        """Takes another scheme."""
        self._colours = colours
        self._paint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shortens a long name where it is, for the words after it matter more."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._say()

    def _say(self) -> None:
        """Says all of it, with as much of the name as there is room for."""
        account, words = self._account, account_lines.environment_line(self._account)
        if account is not None and not self.wordWrap():
            metrics, margins = self.fontMetrics(), self.contentsMargins()
            missing = metrics.horizontalAdvance(words) - (self.width() - margins.left() - margins.right())
            if missing > 0:
                room = max(0, metrics.horizontalAdvance(account.name) - missing)
                name = metrics.elidedText(account.name, Qt.TextElideMode.ElideRight, room)
                words = account_lines.environment_line(dataclasses.replace(account, name=name)).replace("….", "…")
        if words != self.text():
            self.setText(words)

    def _paint(self) -> None:
        colours = self._colours
        palette = QPalette(self.palette())
        back = colours.of_environment(self._environment) if self._environment else colours.line
        fore = colours.on_environment if self._environment else colours.text
        palette.setColor(QPalette.ColorRole.Window, QColor(back))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(fore))
        self.setPalette(palette)
