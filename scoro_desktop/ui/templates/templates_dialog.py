"""The room of templates: found on the left, seen on the right, used, changed, deleted and handed on by the buttons."""

import dataclasses
from collections.abc import Callable, Iterable
from typing import TypeAlias, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from scoro_desktop.messages.request import Channel
from scoro_desktop.messages.template import LONGEST_NAME, free_name
from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.names import NameTakenError
from scoro_desktop.storage.templates import StoredTemplate, Templates
from scoro_desktop.ui.runtime.async_storage import AsyncStorage
from scoro_desktop.ui.runtime.background import Background
from scoro_desktop.ui.runtime.dialog_write import DialogWrite
from scoro_desktop.ui.templates.exchange import Exchange
from scoro_desktop.ui.templates.save_dialog import SaveDialog
from scoro_desktop.ui.templates.templates_view import TemplatesView

T = TypeVar("T")
Found: TypeAlias = tuple[list[StoredTemplate], list[tuple[str, str]]]
"""The templates, and those (name, code) of channels that this version has no form for."""


class TemplatesDialog(TemplatesView):
    """`used(StoredTemplate)`: a message is to be made of it. `replace_wanted`: by what is on screen, of `channel`.

    `keep_wanted`: what is on screen is to be kept as a new one.
    """

    used = Signal(object)
    replace_wanted = Signal(object)
    keep_wanted = Signal()

    def __init__(
        self, storage: AsyncStorage, background: Background, channel: Channel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._storage = storage
        self._write = DialogWrite(storage, self)
        self._write.slow.connect(self._say)
        self._all: list[StoredTemplate] = []
        self._is_read = False
        self._channel = channel
        self.exchange = Exchange(storage, background, self)
        self._connect()
        self._show_state()
        self.list.search.setFocus(Qt.FocusReason.OtherFocusReason)
        storage.look(self, lambda stores: _all(stores.templates), self._begin, self._not_read)

    def chosen(self) -> StoredTemplate | None:
        """The one template that is selected; None for none or several."""
        chosen = self.list.chosen()
        return chosen[0] if len(chosen) == 1 else None

    def refresh(self, keep: Iterable[int] | None = None) -> None:
        """Reads the templates anew. `keep`: which are selected then; those are shown whatever was looked for."""
        self._storage.look(
            self, lambda stores: _all(stores.templates), lambda found: self._show_all(found, keep), self._not_read
        )

    def _begin(self, found: Found) -> None:
        self._show_all(found)
        if self.list.is_empty():
            self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_all(self, found: Found, keep: Iterable[int] | None = None) -> None:
        (self._all, unknown), self._is_read = found, True
        self.list.show_unknown(unknown)
        if keep is None:
            self.list.show_templates(self._all)
        else:
            self.list.reveal(self._all, keep)

    def _not_read(self, error: Exception) -> None:
        self._say_why_not("", error)

    def _change(self, name: str, act: Callable[[Templates], T], done: Callable[[T, Found], None]) -> None:
        """Has `act` change the table; `done` is given what came of it and all templates after it."""
        self._write.begin(
            lambda stores: (act(stores.templates), _all(stores.templates)),
            lambda ended: done(*ended),
            lambda error: self._say_why_not(name, error),
        )

    def offer_undo(self, words: str, undo: Callable[[Templates], object], keep: Iterable[int] | None = None) -> None:
        """Says what was done and offers to take it back; `keep`: which are selected then."""

        def take_back() -> None:
            self._change("", undo, lambda _, found: self._show_all(found, keep))

        self.notice.offer(words, self.tr("Undo"), take_back)

    def ask_name(self, title: str, name: str) -> str:
        """Asks for a name; empty if the person thinks better of it."""
        dialog = QInputDialog(self)
        dialog.setWindowTitle(title)
        dialog.setLabelText(self.tr("Name"))
        dialog.setTextValue(name)
        dialog.resize(400, dialog.sizeHint().height())  # as wide as its title and a name of some words
        accepted = bool(dialog.exec())
        dialog.deleteLater()
        return " ".join(dialog.textValue().split())[:LONGEST_NAME] if accepted else ""

    def _connect(self) -> None:
        self.list.selected.connect(self._show_state)
        self.list.used.connect(self._use_clicked)
        self.use.clicked.connect(self._use_clicked)
        self.replace.clicked.connect(self._replace_clicked)
        self.edit.clicked.connect(self._edit_clicked)
        self.rename.clicked.connect(self._rename_clicked)
        self.duplicate.clicked.connect(self._duplicate_clicked)
        self.delete.clicked.connect(self._delete_clicked)
        self.keep.clicked.connect(self.keep_wanted)
        self.import_it.clicked.connect(self.exchange.take_in)
        self.export_all.triggered.connect(self._export_all)
        self.export_chosen.triggered.connect(self._export_chosen)
        self.close_it.clicked.connect(self.reject)
        self.exchange.exported.connect(self.notice.say)
        self.exchange.failed.connect(self._say)
        self.exchange.imported.connect(self._imported)

    def _show_state(self) -> None:
        chosen, number = self.chosen(), len(self.list.chosen())
        is_empty = self._is_read and self.list.is_empty()
        self._whole.setCurrentWidget(self.nothing if is_empty else self._library)
        for button in (self.use, self.edit, self.rename, self.duplicate):
            button.setEnabled(chosen is not None)
        self.replace.setEnabled(chosen is not None and chosen.template.channel is self._channel)
        other_channel = chosen is not None and chosen.template.channel is not self._channel
        self.replace.setToolTip(self.tr("It is of another channel than the tab in front") if other_channel else "")
        self.delete.setEnabled(number > 0)
        self.export.setEnabled(not self.list.is_empty())
        self.export_chosen.setEnabled(number > 0)
        self._problem.hide()
        if chosen is not None:
            self.details.show_template(chosen)
            self._right.setCurrentWidget(self.details)
        elif number:
            self._several.setText(self.tr("%Ln template(s) are selected", "", number))
            self._right.setCurrentWidget(self._several)
        elif self._is_read:
            self._right.setCurrentWidget(self.not_found)
        else:
            self._several.setText(self.tr("Reading…"))
            self._right.setCurrentWidget(self._several)

    def _use_clicked(self) -> None:
        if (stored := self.chosen()) is not None:
            self.used.emit(stored)

    def _replace_clicked(self) -> None:
        if (stored := self.chosen()) is not None:
            self.replace_wanted.emit(stored)

    def _edit_clicked(self) -> None:
        if (stored := self.chosen()) is not None:
            dialog = SaveDialog(
                self._storage,
                stored.template,
                self,
                ticked=True,
                why_not=self.tr("It has none. “Replace by what is on screen…” can give it one."),
                instead=stored,
            )
            dialog.offer_tags(self.list.tags())
            dialog.saved.connect(self.show_saved)
            dialog.open()

    def show_saved(self, now: StoredTemplate, before: StoredTemplate | None) -> None:
        """Shows a template that was just kept; what it replaced, None for nothing, can be brought back."""
        self.refresh([now.id])
        if before is None:
            self.notice.say(self.tr("The template “{name}” was saved.").format(name=now.template.name))
        else:
            words = self.tr("The template “{name}” was changed.").format(name=now.template.name)
            self.offer_undo(words, lambda templates: templates.restore(before), [before.id])

    def _rename_clicked(self) -> None:
        stored = self.chosen()
        if stored is not None and (name := self.ask_name(self.tr("Rename the template"), stored.template.name)):
            self._change(
                name,
                lambda templates: templates.update(stored.id, dataclasses.replace(stored.template, name=name)),
                lambda _, found: self._show_all(found, [stored.id]),
            )

    def _duplicate_clicked(self) -> None:
        if (stored := self.chosen()) is not None:

            def duplicate(templates: Templates) -> StoredTemplate:
                name = free_name(stored.template.name, [each.template.name for each in templates.all()])
                return templates.add(dataclasses.replace(stored.template, name=name))

            self._change(stored.template.name, duplicate, lambda twin, found: self._show_all(found, [twin.id]))

    def _delete_clicked(self) -> None:
        if chosen := self.list.chosen():

            def removed(_nothing: None, found: Found) -> None:
                self._show_all(found)
                words = (
                    self.tr("The template “{name}” was deleted.").format(name=chosen[0].template.name)
                    if len(chosen) == 1
                    else self.tr("%Ln template(s) were deleted.", "", len(chosen))
                )
                self.notice.offer(words, self.tr("Undo"), lambda: self._put_back(chosen))

            self._change("", lambda templates: templates.remove([each.id for each in chosen]), removed)

    def _put_back(self, removed: list[StoredTemplate]) -> None:
        self._change(
            removed[0].template.name,
            lambda templates: templates.put_back(removed),
            lambda back, found: self._show_all(found, [each.id for each in back]),
        )

    def _export_all(self) -> None:
        self.exchange.export([each.template for each in self._all])

    def _export_chosen(self) -> None:
        self.exchange.export([each.template for each in self.list.chosen()])

    def _imported(self, words: str, take_back: Callable[[Templates], object], ids: Iterable[int]) -> None:
        self.refresh(ids)
        self.offer_undo(words, take_back)

    def _say_why_not(self, name: str, error: Exception) -> None:
        """Says under the list why a change of the template `name` did not take place."""
        if isinstance(error, NameTakenError):
            self._say(self.tr("There is a template “{name}” already. Choose another name.").format(name=name))
        elif isinstance(error, StorageError):
            self._say(self.tr("It could not be written down. Is the disk full, or the folder read-only?"))
        else:
            raise error


def _all(templates: Templates) -> Found:
    """On the thread of the storage."""
    return templates.all(), templates.of_unknown_channels()
