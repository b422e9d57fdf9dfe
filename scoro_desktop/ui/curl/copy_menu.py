"""The menu that copies a request as a curl command."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from scoro_desktop.curl.shell import Shell
from scoro_desktop.ui.words import curl_words


class CopyMenu(QMenu):
    """Asks for which shell. `wanted(Shell, bool)`: the shell, and whether the keys are to go with it.

    The keys are a menu of their own, below the others, and only where they can be had.
    """

    wanted = Signal(object, bool)

    def __init__(self, *, keys: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Copy as curl"))
        self.setToolTipsVisible(True)
        self._fill(self, with_keys=False)
        if keys:
            self.addSeparator()
            self._fill(self.addMenu(self.tr("With the keys of the account")), with_keys=True)

    def _fill(self, menu: QMenu, *, with_keys: bool) -> None:
        for shell in Shell:
            name = curl_words.shell_name(shell)
            action = menu.addAction(self.tr("{shell}…").format(shell=name) if with_keys else name)
            action.triggered.connect(lambda _checked=False, shell=shell: self.wanted.emit(shell, with_keys))
            if shell is Shell.CMD:
                action.setToolTip(
                    self.tr("Letters beyond a–z need a curl of 2023 or later there. PowerShell takes any.")
                )
