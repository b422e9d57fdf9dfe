"""The views with names: chosen, kept and deleted in one menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout

from scoro_desktop.storage.database import StorageError
from scoro_desktop.ui.kit.fit_height import fit_height
from scoro_desktop.ui.kit.one_line import LineEdit
from scoro_desktop.ui.kit.wrapped import wrapped
from scoro_desktop.ui.words import disk_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from scoro_desktop.storage.history_views import View
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage

LONGEST: Final = 60


class ViewsChip(QToolButton):
    """`chosen(View)`: one is to be shown. `said(str)`: what was done, or why it was not."""

    chosen = Signal(object)
    said = Signal(str)

    def __init__(self, storage: AsyncStorage, current: Callable[[], View], parent: QWidget) -> None:
        """`current`: the view as it is shown."""
        super().__init__(parent)
        self._storage = storage
        self._current = current
        self._views: list[tuple[str, View]] = []
        self.setProperty("role", "chip")
        self.setText(self.tr("Views") + " ▾")
        self.setAccessibleName(self.tr("Views with names"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self._fill()
        self.read()

    def read(self) -> None:
        """Reads which there are."""
        self._storage.look(self, lambda stores: stores.history_views.all(), self._take, self._failed)

    def _take(self, views: list[tuple[str, View]]) -> None:
        self._views = views
        self._fill()

    def _fill(self) -> None:
        self._menu.clear()
        for name, view in self._views:
            action = self._menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, view=view: self.chosen.emit(view))
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Save this view…")).triggered.connect(self._ask)
        if self._views:
            deleting = self._menu.addMenu(self.tr("Delete"))
            for name, _ in self._views:
                action = deleting.addAction(name.replace("&", "&&"))
                action.triggered.connect(lambda _=False, name=name: self._delete(name))

    def _ask(self) -> None:
        dialog = ViewName([name for name, _ in self._views], self)
        dialog.named.connect(self._keep)
        dialog.open()

    def _keep(self, name: str) -> None:
        view = self._current()

        def kept(name: str) -> None:
            self.said.emit(self.tr("The view “{name}” was saved.").format(name=name))
            self.read()

        self._storage.write(self, lambda stores: stores.history_views.keep(name, view), kept, self._failed)

    def _delete(self, name: str) -> None:
        def deleted(_: None) -> None:
            self.said.emit(self.tr("The view “{name}” was deleted. The sends stay.").format(name=name))
            self.read()

        self._storage.write(self, lambda stores: stores.history_views.delete(name), deleted, self._failed)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, StorageError):
            raise error
        self.said.emit(self.tr("The views could not be saved: {detail}").format(detail=disk_words.technical(error)))


class ViewName(QDialog):
    """Asks for the name of a view. `named(str)`."""

    named = Signal(str)

    def __init__(self, taken: list[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Save this view"))
        self._taken = {name.casefold() for name in taken}
        self.name = LineEdit(self)
        self.name.setMaxLength(LONGEST)
        self.name.setAccessibleName(self.tr("Name of the view"))
        self.name.textChanged.connect(self._show)
        label = QLabel(self.tr("Name"), self)
        label.setProperty("role", "label")
        label.setBuddy(self.name)
        self._help = wrapped(self, "help")
        self.keep = QPushButton(self.tr("Save"), self)
        self.keep.setProperty("role", "primary")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self._accept)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(4)
        for each in (label, self.name, self._help):
            column.addWidget(each)
        column.addSpacing(8)
        column.addStretch()
        column.addLayout(row)
        self.setMinimumWidth(360)
        self._show()
        fit_height(self)

    def _show(self) -> None:
        name = self.name.text().strip()
        is_taken = name.casefold() in self._taken
        self.keep.setEnabled(bool(name))
        self.keep.setText(self.tr("Replace") if is_taken else self.tr("Save"))
        self._help.setText(
            self.tr("There is a view of this name; it is replaced.")
            if is_taken
            else self.tr("What is searched and chosen above the list, and its order. “7 days” stays the last seven.")
        )

    def _accept(self) -> None:
        if name := self.name.text().strip():
            self.named.emit(name)
            self.accept()
