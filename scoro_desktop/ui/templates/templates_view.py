"""The looks of the room of templates: the list on the left, what is selected on the right, and the buttons."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from scoro_desktop.ui.kit.empty_state import EmptyState
from scoro_desktop.ui.kit.notice_bar import NoticeBar
from scoro_desktop.ui.templates.template_details import TemplateDetails
from scoro_desktop.ui.templates.template_list import TemplateList

LIST_WIDTH: Final = 300
"""In pixels, at least: a name of some words, and the two choices above the list."""


class TemplatesView(QDialog):
    """The widgets of the dialog, laid out; what they do is `TemplatesDialog`'s."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Templates"))
        self.resize(920, 540)
        self.notice = NoticeBar(self)
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

    def _say(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.show()
