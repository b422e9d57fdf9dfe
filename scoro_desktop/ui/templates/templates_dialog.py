"""The room of templates: found on the left, seen on the right, used, changed, deleted and handed on by the buttons."""

import contextlib
import dataclasses
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from scoro_desktop.messages.request import Channel
from scoro_desktop.messages.template import LONGEST_NAME, free_name
from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.names import NameTakenError
from scoro_desktop.storage.templates import StoredTemplate, Templates
from scoro_desktop.ui.kit.empty_state import EmptyState
from scoro_desktop.ui.kit.notice_bar import NoticeBar
from scoro_desktop.ui.runtime.background import Background
from scoro_desktop.ui.templates.exchange import Exchange
from scoro_desktop.ui.templates.save_dialog import SaveDialog
from scoro_desktop.ui.templates.template_details import TemplateDetails
from scoro_desktop.ui.templates.template_list import TemplateList

LIST_WIDTH: Final = 300
"""In pixels, at least: a name of some words, and the two choices above the list."""


class TemplatesDialog(QDialog):
    """`used(StoredTemplate)`: a message is to be made of it. `replace_wanted`: by what is on screen, of `channel`.

    `keep_wanted`: what is on screen is to be kept as a new one.
    """

    used = Signal(object)
    replace_wanted = Signal(object)
    keep_wanted = Signal()

    def __init__(
        self, templates: Templates, background: Background, channel: Channel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Templates"))
        self.resize(920, 540)
        self._templates = templates
        self._channel = channel
        self.notice = NoticeBar(self)
        self.exchange = Exchange(templates, background, self)
        self.list = TemplateList(self)
        self.details = TemplateDetails(self)
        self.nothing = EmptyState(
            "folder",
            self.tr("No template is kept yet"),
            self.tr(
                "A template is a message to be used again and again. Write one in the window and keep it with “Save as "
                "template…”. Where you write {example} in it, the value is asked for each time."
            ).format(example="{{name}}"),
            self,
        )
        self.not_found = self._middle(self.tr("Nothing was found. Look for fewer words, or choose “All tags”."))
        self._several = self._middle("")
        self._problem = QLabel(self)
        self._problem.setProperty("role", "problem")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._make_buttons()
        self._lay_out()
        self._connect()
        self.refresh()
        first = self.keep if self.list.is_empty() else self.list.search
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> StoredTemplate | None:
        """The one template that is selected; None for none or several."""
        chosen = self.list.chosen()
        return chosen[0] if len(chosen) == 1 else None

    def refresh(self, keep: Iterable[int] | None = None) -> None:
        """Reads the templates anew. `keep`: which are selected then; those are shown whatever was looked for."""
        with self._says_why_not(""):
            found = self._templates.all()
            self.list.show_unknown(self._templates.of_unknown_channels())
            if keep is None:
                self.list.show_templates(found)
            else:
                self.list.reveal(found, keep)

    def offer_undo(self, words: str, undo: Callable[[], object], keep: Iterable[int] | None = None) -> None:
        """Says what was done and offers to take it back; `keep`: which are selected then."""

        def take_back() -> None:
            with self._says_why_not(""):
                undo()
                self.refresh(keep)

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

    def problem_text(self) -> str:
        """Returns the problem that is shown, empty when none is."""
        return "" if self._problem.isHidden() else self._problem.text()

    def _make_buttons(self) -> None:
        self.use = self._button(self.tr("Use"))
        self.use.setProperty("role", "primary")
        self.replace = self._button(self.tr("Replace by what is on screen…"))
        self.edit = self._button(self.tr("Tags and variables…"))
        self.rename = self._button(self.tr("Rename…"))
        self.duplicate = self._button(self.tr("Duplicate"))
        self.delete = self._button(self.tr("Delete"))
        self.delete.setProperty("role", "danger")
        self.import_it = self._button(self.tr("Import…"))
        self.export = self._button(self.tr("Export…"))
        menu = QMenu(self.export)
        self.export_all = menu.addAction(self.tr("All templates…"))
        self.export_chosen = menu.addAction(self.tr("Those that are selected…"))
        self.export.setMenu(menu)
        self.close_it = self._button(self.tr("Close"))
        self.keep = self.nothing.add_button(self.tr("Save as template…"))
        self.keep.setAutoDefault(False)

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        return button

    def _middle(self, text: str) -> QLabel:
        """Makes the page in the place of the details while there are none."""
        label = QLabel(text, self)
        label.setProperty("role", "muted")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label

    def _lay_out(self) -> None:
        self._right = QStackedWidget(self)
        for page in (self.details, self._several, self.not_found):
            self._right.addWidget(page)
        side = QVBoxLayout()
        side.setSpacing(8)
        for button in (self.use, self.replace, self.edit, self.rename, self.duplicate, self.delete):
            side.addWidget(button)
        side.addStretch()
        for button in (self.import_it, self.export, self.close_it):
            side.addWidget(button)
        self._library = QWidget(self)
        halves = QHBoxLayout(self._library)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(16)
        self.list.setMinimumWidth(LIST_WIDTH)
        halves.addWidget(self.list, 3)
        halves.addWidget(self._right, 4)
        self._whole = QStackedWidget(self)
        self._whole.addWidget(self._library)
        self._whole.addWidget(self.nothing)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._whole, 1)
        left.addWidget(self._problem)
        row = QHBoxLayout()
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addLayout(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(self.notice)

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
        self._whole.setCurrentWidget(self.nothing if self.list.is_empty() else self._library)
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
        else:
            self._right.setCurrentWidget(self.not_found)

    def _use_clicked(self) -> None:
        if (stored := self.chosen()) is not None:
            self.used.emit(stored)

    def _replace_clicked(self) -> None:
        if (stored := self.chosen()) is not None:
            self.replace_wanted.emit(stored)

    def _edit_clicked(self) -> None:
        if (stored := self.chosen()) is not None:
            dialog = SaveDialog(
                self._templates,
                stored.template,
                self,
                ticked=True,
                why_not=self.tr("It has none. “Replace by what is on screen…” can give it one."),
                known_tags=self.list.tags(),
                instead=stored,
            )
            dialog.saved.connect(self.show_saved)
            dialog.open()

    def show_saved(self, now: StoredTemplate, before: StoredTemplate | None) -> None:
        """Shows a template that was just kept; what it replaced, None for nothing, can be brought back."""
        self.refresh([now.id])
        if before is None:
            self.notice.say(self.tr("The template “{name}” was saved.").format(name=now.template.name))
        else:
            words = self.tr("The template “{name}” was changed.").format(name=now.template.name)
            self.offer_undo(words, lambda: self._templates.restore(before), [before.id])

    def _rename_clicked(self) -> None:
        stored = self.chosen()
        if stored is not None and (name := self.ask_name(self.tr("Rename the template"), stored.template.name)):
            with self._says_why_not(name):
                self._templates.update(stored.id, dataclasses.replace(stored.template, name=name))
                self.refresh([stored.id])

    def _duplicate_clicked(self) -> None:
        if (stored := self.chosen()) is not None:
            with self._says_why_not(stored.template.name):
                taken = [each.template.name for each in self._templates.all()]
                name = free_name(stored.template.name, taken)
                twin = self._templates.add(dataclasses.replace(stored.template, name=name))
                self.refresh([twin.id])

    def _delete_clicked(self) -> None:
        if chosen := self.list.chosen():
            with self._says_why_not(""):
                self._templates.remove([each.id for each in chosen])
                self.refresh()
                words = (
                    self.tr("The template “{name}” was deleted.").format(name=chosen[0].template.name)
                    if len(chosen) == 1
                    else self.tr("%Ln template(s) were deleted.", "", len(chosen))
                )
                self.notice.offer(words, self.tr("Undo"), lambda: self._put_back(chosen))

    def _put_back(self, removed: list[StoredTemplate]) -> None:
        with self._says_why_not(removed[0].template.name):
            self.refresh([each.id for each in self._templates.put_back(removed)])

    def _export_all(self) -> None:
        with self._says_why_not(""):
            self.exchange.export([each.template for each in self._templates.all()])

    def _export_chosen(self) -> None:
        self.exchange.export([each.template for each in self.list.chosen()])

    def _imported(self, words: str, take_back: Callable[[], object], ids: Iterable[int]) -> None:
        self.refresh(ids)
        self.offer_undo(words, take_back)

    @contextlib.contextmanager
    def _says_why_not(self, name: str) -> Iterator[None]:
        """Says under the list why a change of the template `name` did not take place."""
        try:
            yield
        except NameTakenError:
            self._say(self.tr("There is a template “{name}” already. Choose another name.").format(name=name))
        except StorageError:
            self._say(self.tr("It could not be written down. Is the disk full, or the folder read-only?"))

    def _say(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.show()
