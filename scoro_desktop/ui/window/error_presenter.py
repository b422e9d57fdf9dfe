"""The window's words when something went wrong in the app itself, and the way to the log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QUrl, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from scoro_desktop import __version__
from scoro_desktop.scorocode.known_secrets import in_a_request
from scoro_desktop.ui.kit.plain_box import PlainBox

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from scoro_desktop.scorocode.account import Keys
    from scoro_desktop.ui.kit.notice_bar import NoticeBar
    from scoro_desktop.ui.window.error_dialog import ErrorDialog

REMEMBERED: Final = 20
"""The most places that are kept for the details. Ours."""
_LONGEST: Final = 20_000
"""The most characters of one of them that are shown, from its end: the end says what happened. Ours."""


def versions() -> str:
    """Returns the versions of the app and of what it stands on, as whoever looks after it asks for them first."""
    import platform

    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    return f"Scoro Desktop {__version__} · Python {platform.python_version()} · Qt {qVersion()} · {system}"


class ErrorPresenter(QObject):
    """Shows what went wrong in a bar of the window, or before the dialog that holds the window up.

    `under_way`: how many messages are on their way; `keys`: those of the account in use.
    """

    def __init__(
        self,
        bar: NoticeBar,
        folder: Path,
        under_way: Callable[[], int],
        keys: Callable[[], Keys | None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._bar = bar
        self._folder = folder
        self._under_way = under_way
        self._keys = keys
        self._window = window
        self._texts: list[str] = []
        self._dialog: ErrorDialog | None = None

    def show(self, text: str) -> None:
        """Says that something went wrong. `text`: classes and places; any key is taken out of it all the same."""
        from scoro_desktop.scorocode.scrubbing import Scrubber

        scrubbed = Scrubber(self._secrets()).end(text, _LONGEST)
        self._texts = [*self._texts, scrubbed.strip()][-REMEMBERED:]
        self._bar.offer(self._words(), self.tr("Details"), self.show_details)
        if (dialog := self._shown()) is not None:
            dialog.show_trouble(self._words(), self.technical())
        elif QApplication.activeModalWidget() is not None:
            self.show_details()

    def show_details(self) -> None:
        """Opens the technical text, to read and to copy."""
        dialog = self._shown()
        if dialog is None:
            from scoro_desktop.ui.window.error_dialog import ErrorDialog

            self._closed()
            dialog = self._dialog = ErrorDialog(QApplication.activeModalWidget() or self._window)
            dialog.folder_wanted.connect(self.open_folder)
            dialog.finished.connect(self._closed)
        dialog.show_trouble(self._words(), self.technical())
        dialog.open()

    def open_folder(self) -> None:
        """Opens the folder of the log in the system's file manager; without one, says where it is."""
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            return
        box = PlainBox(QApplication.activeModalWidget() or self._window)
        box.setWindowTitle(self.tr("The log"))
        box.setText(self.tr("The folder could not be opened. It is here:"))
        box.setInformativeText(str(self._folder))
        box.open()

    def technical(self) -> str:
        """Everything technical so far, and what it happened in: nothing that somebody wrote."""
        return "\n\n".join((versions(), *self._texts))

    def _words(self) -> str:
        happened = self.tr("Something went wrong in the app; it keeps running.")
        count = self._under_way()
        if count:
            sent = self.tr("%Ln message(s) on the way: History will say what became of them.", "", count)
        else:
            sent = self.tr("No message is on its way; what was sent is in History.")
        return f"{happened} {sent}"

    def _shown(self) -> ErrorDialog | None:
        """The dialog while it can be seen: it goes, and says nothing, with the one that it stands before."""
        dialog = self._dialog
        return dialog if dialog is not None and isValid(dialog) and dialog.isVisible() else None

    def _closed(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None and isValid(dialog):
            dialog.deleteLater()

    def _secrets(self) -> Iterable[str]:
        """The keys in use, and whatever stands in a field for secrets or where a request is pasted.

        Those that were used or read before are known to the scrubber.
        """
        from scoro_desktop.ui.accounts.field_row import SecretEdit
        from scoro_desktop.ui.curl.command_editor import CommandEditor

        keys = self._keys()
        yield from () if keys is None else (keys.client_key, keys.access_key, keys.session)
        for widget in QApplication.allWidgets():
            if isinstance(widget, SecretEdit):
                yield from {widget.text(), widget.text().strip()}
            elif isinstance(widget, CommandEditor):
                yield from in_a_request(widget.text())
