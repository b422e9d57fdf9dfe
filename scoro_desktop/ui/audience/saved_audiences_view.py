"""The looks of the dialog of saved audiences: two lists, what is selected in words, and the buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from scoro_desktop.ui.kit.notice_bar import NoticeBar


class SavedAudiencesView(QDialog):
    """The widgets of the dialog, laid out; what they do is `SavedAudiences`'."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Saved audiences"))
        self.resize(640, 460)
        self._make_lists()
        self._make_buttons()
        self._lay_out()

    def help_text(self) -> str:
        """Returns the text under the list: the query that is selected, or what will stand in an empty list."""
        return self._query.text()

    def problem_text(self) -> str:
        """Returns the problem that is shown, empty when none is."""
        return "" if self._problem.isHidden() else self._problem.text()

    def _make_lists(self) -> None:
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search by name or query"))
        self.search.setAccessibleName(self.tr("Search the saved audiences"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Saved audiences"))
        self.list.setProperty("role", "lines")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.recent = QListWidget(self)
        self.recent.setAccessibleName(self.tr("Recent queries"))
        self.recent.setProperty("role", "lines")
        self.recent.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lists = QTabWidget(self)
        self.lists.setDocumentMode(True)
        self.lists.tabBar().setDrawBase(False)
        self.lists.addTab(self.list, self.tr("Saved"))
        self.lists.addTab(self.recent, self.tr("Recent"))
        self._query = QLabel(self)
        self._query.setProperty("role", "help")
        self._query.setTextFormat(Qt.TextFormat.PlainText)
        self._query.setWordWrap(True)
        self._problem = QLabel(self)
        self._problem.setProperty("role", "problem")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.hide()
        self.notice = NoticeBar(self)

    def _make_buttons(self) -> None:
        self.use = QPushButton(self.tr("Use"), self)
        self.use.setProperty("role", "primary")
        self.save = QPushButton(self.tr("Save the query on screen…"), self)
        self.update_it = QPushButton(self.tr("Replace by the query on screen"), self)
        self.rename = QPushButton(self.tr("Rename…"), self)
        self.for_tests = QPushButton(self.tr("Tests go here"), self)
        self.for_tests.setCheckable(True)
        self.for_tests.setToolTip(self.tr("“Send test” sends to this audience"))
        self.delete = QPushButton(self.tr("Delete"), self)
        self.delete.setProperty("role", "danger")
        self.close_it = QPushButton(self.tr("Close"), self)
        self.use.setDefault(True)  # of Enter elsewhere; on a button it is that button's

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(8)
        for button in (self.use, self.save, self.update_it, self.rename, self.for_tests, self.delete):
            side.addWidget(button)
        side.addStretch()
        side.addWidget(self.close_it)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.search)
        left.addWidget(self.lists, 1)
        left.addWidget(self._query)
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

    def _say(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.show()
