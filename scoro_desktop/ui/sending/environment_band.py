"""The band that says where a send goes: in a colour and in a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.words import account_lines

if TYPE_CHECKING:
    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.ui.kit.appearance import Colours


class EnvironmentBand(QLabel):
    """One line across the window, in the colour of the environment."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._environment = ""
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
        self.setText(account_lines.environment_line(account))
        self.setToolTip(tip(self.text() if account is None else f"{self.text()}\n{account.address}"))
        self._paint()

    def set_colours(self, colours: Colours) -> None:
        """Takes another scheme."""
        self._colours = colours
        self._paint()

    def _paint(self) -> None:
        colours = self._colours
        palette = QPalette(self.palette())
        back = colours.of_environment(self._environment) if self._environment else colours.line
        fore = colours.on_environment if self._environment else colours.text
        palette.setColor(QPalette.ColorRole.Window, QColor(back))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(fore))
        self.setPalette(palette)
