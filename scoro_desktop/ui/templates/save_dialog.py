"""The dialog that keeps a message as a template: name, tags, whether its audience too, and its variables."""

import dataclasses
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from scoro_desktop.audience.query import read_query
from scoro_desktop.messages.names import as_name
from scoro_desktop.messages.template import LONGEST_NAME, LONGEST_TAG, MOST_TAGS, Template, read_tags, variables_of
from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.names import NameTakenError
from scoro_desktop.storage.stores import Stores
from scoro_desktop.storage.templates import StoredTemplate
from scoro_desktop.ui.audience.query_words import query_lines
from scoro_desktop.ui.kit.check_box import WrappingCheckBox
from scoro_desktop.ui.kit.one_line import LineEdit
from scoro_desktop.ui.runtime.async_storage import AsyncStorage
from scoro_desktop.ui.runtime.dialog_write import DialogWrite
from scoro_desktop.ui.templates.variables_edit import VariablesEdit
from scoro_desktop.wire import JsonObject


class SaveDialog(QDialog):
    """`saved(now, before)`: the template as it is kept now, and what it replaced, None where it is new.

    `subject`: what is to be kept; with an audience where there is one to be kept. `ticked`: whether the audience is
    kept unless the person decides otherwise. `why_not`: what to say where there is no audience that could be kept.
    `instead`: the template that it takes the place of.
    """

    saved = Signal(object, object)

    def __init__(
        self,
        storage: AsyncStorage,
        subject: Template,
        parent: QWidget | None = None,
        *,
        ticked: bool = False,
        why_not: str = "",
        instead: StoredTemplate | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Save as template") if instead is None else self.tr("Change the template"))
        self.resize(640, 480)
        self._write = DialogWrite(storage, self)
        self._write.slow.connect(self._say)
        self._subject = subject
        self._instead = instead
        self._taken: StoredTemplate | None = None
        self.name = LineEdit(subject.name, self)
        self.name.setMaxLength(LONGEST_NAME)
        self.tags = LineEdit(", ".join(subject.tags), self)
        self.tags.setPlaceholderText(self.tr("sale, weekly"))
        self.audience = WrappingCheckBox(self.tr("Save the audience with it"), self)
        self.audience.setEnabled(subject.audience is not None)
        self.audience.setChecked(ticked and subject.audience is not None)
        self._who = self._help(self._audience_words(why_not))
        self.campaign = self._help(
            self.tr("The pace of the campaign, its columns and how it finds people are saved too; its people are not.")
        )
        self.campaign.setVisible(subject.campaign is not None)
        self.variables = VariablesEdit(subject.variables, self)
        self._teach = self._help(
            self.tr("Write {example} into a text and its value is asked for each time.").format(example="{{name}}")
        )
        self._problem = self._help("")
        self._problem.setProperty("role", "problem")
        self._problem.hide()
        self.replace = QPushButton(self.tr("Replace it"), self)
        self.replace.clicked.connect(self._replace_clicked)
        self.replace.hide()
        self.save = QPushButton(self.tr("Save"), self)
        self.save.setProperty("role", "primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._save_clicked)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.clicked.connect(self.reject)
        for button in (self.replace, self.cancel):
            button.setAutoDefault(False)
        self._lay_out()
        self.name.textChanged.connect(self._name_edited)
        self.audience.toggled.connect(self._show_variables)
        self._show_variables()
        self._name_edited()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def template(self) -> Template:
        """The template as it stands in the dialog."""
        whole = dataclasses.replace(
            self._subject,
            name=as_name(self.name.text()),
            tags=tuple(tag[:LONGEST_TAG].strip() for tag in read_tags(self.tags.text())[:MOST_TAGS]),
            audience=self._subject.audience if self.audience.isChecked() else None,
        )
        return whole.with_notes(self.variables.variables(), self._names())

    def offer_tags(self, known: Sequence[str]) -> None:
        """Proposes tags of other templates as they are typed."""
        self.tags.setCompleter(QCompleter(list(known), self))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(4)
        for words, edit in ((self.tr("Name"), self.name), (self.tr("Tags, with commas between them"), self.tags)):
            label = QLabel(words, self)
            label.setProperty("role", "label")
            label.setBuddy(edit)
            edit.setAccessibleName(words)
            column.addWidget(label)
            column.addWidget(edit)
            column.addSpacing(8)
        column.addWidget(self.audience, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._who)
        column.addWidget(self.campaign)
        column.addSpacing(8)
        heading = QLabel(self.tr("Variables"), self)
        heading.setProperty("role", "label")
        column.addWidget(heading)
        column.addWidget(self._teach)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the keyboard within
        area.setWidget(self.variables)
        column.addWidget(area, 1)
        column.addWidget(self._problem)
        column.addSpacing(4)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.replace)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        column.addLayout(buttons)

    def _help(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", "help")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _query(self) -> JsonObject | None:
        audience = self._subject.audience
        reading = None if audience is None else read_query(audience.query_text)
        return None if reading is None or reading.query is None else reading.query.value

    def _audience_words(self, why_not: str) -> str:
        query = self._query()
        if query is None:
            return why_not
        lines = query_lines(query)
        return "\n".join([*lines[:3], "…"] if len(lines) > 3 else lines)

    def _names(self) -> list[str]:
        return variables_of(self._subject.message, self._query() if self.audience.isChecked() else None)

    def _show_variables(self) -> None:
        found = self._names()
        self.variables.show_names(found)
        self._teach.setVisible(not found)

    def _name_edited(self) -> None:
        self._taken = None
        self.replace.hide()
        self._problem.hide()
        self.save.setEnabled(bool(as_name(self.name.text())))

    def _save_clicked(self) -> None:
        self._keep(self._instead)

    def _replace_clicked(self) -> None:
        if self._taken is not None:
            self._keep(self._taken)

    def _keep(self, before: StoredTemplate | None) -> None:
        template = self.template()

        def keep(stores: Stores) -> tuple[StoredTemplate | None, StoredTemplate | None]:
            """The template as it is kept now; or none, and the one that has its name."""
            templates = stores.templates
            try:
                if before is None:
                    return templates.add(template), None
                templates.update(before.id, template)
                return templates.get(before.id) or before, None
            except NameTakenError:
                return None, templates.named(template.name)

        def done(ended: tuple[StoredTemplate | None, StoredTemplate | None]) -> None:
            now, taken = ended
            if now is None:
                self._offer_to_replace(template.name, taken)
            else:
                self.saved.emit(now, before)
                self.accept()

        def failed(error: Exception) -> None:
            if not isinstance(error, StorageError):
                raise error
            self._say(self.tr("It could not be saved. Is the disk full, or the folder read-only?"))

        self._write.begin(keep, done, failed)

    def _offer_to_replace(self, name: str, taken: StoredTemplate | None) -> None:
        self._say(self.tr("There is a template “{name}” already. Choose another name.").format(name=name))
        if self._instead is None:
            self._taken = taken
            self.replace.setVisible(self._taken is not None)

    def _say(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.show()
