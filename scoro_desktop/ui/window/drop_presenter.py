"""Files that are dropped anywhere on the window: taken for what is in them, or refused in words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from shiboken6 import isValid

from scoro_desktop.ui.kit.one_line import has_files

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QWidget

    from scoro_desktop.storage.dropped_file import Dropped
    from scoro_desktop.storage.library_file import LibraryFile
    from scoro_desktop.ui.kit.notice_bar import NoticeBar
    from scoro_desktop.ui.library.library_dialog import LibraryDialog
    from scoro_desktop.ui.runtime.background import Background
LISTS: Final = frozenset({".csv", ".tsv", ".xlsx"})
"""Endings of names of files that a campaign takes."""


class DropPresenter(QObject):
    """Reads a file away from the window, and hands it to what imports it; nothing changes before a person says so.

    `import_text` opens the import of a command with a text; `open_list` the list of the library for a kind of things.
    """

    def __init__(
        self,
        background: Background,
        notice: NoticeBar,
        import_text: Callable[[str], object],
        open_list: Callable[[str], LibraryDialog],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._notice = notice
        self._import_text = import_text
        self._open_list = open_list

    def entered(self, event: QDragEnterEvent) -> None:
        """Takes files, and nothing else: text belongs into a field."""
        if has_files(event.mimeData()):
            event.acceptProposedAction()

    def dropped(self, event: QDropEvent) -> None:
        """Takes what was dropped."""
        if has_files(event.mimeData()):
            event.acceptProposedAction()
            self.take(event.mimeData())

    def take(self, mime: QMimeData) -> None:
        """Reads the one file that is meant; of several none."""
        from scoro_desktop.storage.dropped_file import read_dropped

        paths = [Path(each.toLocalFile()) for each in mime.urls() if each.isLocalFile()]
        if len(paths) != 1:
            self._notice.say(self.tr("Drop one file at a time. Nothing was read."))
            return
        path = paths[0]
        self._background.submit(
            lambda: read_dropped(path),
            self._show,
            lambda error: self._refuse(path.name, error),
        )

    def _show(self, found: Dropped) -> None:
        if not isValid(self):
            return
        if isinstance(found, str):
            self._import_text(found)
        else:
            self._open_list(_kind_of(found)).exchange.offer(found)

    def _refuse(self, name: str, error: Exception) -> None:
        from scoro_desktop.storage.file_parts import LibraryFileError
        from scoro_desktop.ui.library import file_words

        if not isinstance(error, LibraryFileError):
            raise error
        if not isValid(self):
            return
        match error.code:
            case "no_file":
                words = self.tr("“{name}” is not a file. Nothing was read.")
            case "no_text" if Path(name).suffix.casefold() in LISTS:
                words = self.tr("“{name}” is a list. To send to its people, open a campaign and drop it there.")
            case "no_text":
                words = self.tr(
                    "“{name}” contains no message. Drop a file with a request as JSON or curl, or one exported from "
                    "the library."
                )
            case _:
                words = self.tr("“{name}”: {why}").replace("{why}", file_words.file_problem(error))
        self._notice.say(words.replace("{name}", name))


def _kind_of(file: LibraryFile) -> str:
    """The list that most of a file belongs into."""
    from scoro_desktop.ui.window.library_presenter import AUDIENCES, DRAFTS, TEMPLATES

    counted = {TEMPLATES: file.templates, AUDIENCES: file.audiences, DRAFTS: file.drafts}
    return max(counted, key=lambda kind: len(counted[kind]))
