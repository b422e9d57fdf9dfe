"""Who gets it: a query or, by choice, everyone; with how many that are."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from scoro_desktop.audience.problems import QueryProblem
from scoro_desktop.audience.query import Audience, Everyone, Reading, format_query, read_query
from scoro_desktop.messages.problems import Problem
from scoro_desktop.ui import wording
from scoro_desktop.ui.appearance import Colours
from scoro_desktop.ui.audience.count_strip import CountStrip
from scoro_desktop.ui.audience.query_editor import QueryEditor
from scoro_desktop.ui.background import Background, Latest

READ_AT_ONCE: Final = 20_000
"""Up to this many characters a query is read while typing; a longer one is read off the GUI thread."""


class AudiencePanel(QWidget):
    """The choice of recipients. `changed`: another audience."""

    changed = Signal()

    def __init__(
        self,
        collections: Sequence[str],
        colours: Colours,
        background: Background,
        refresh_icon: QIcon,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._reading = Reading(None, ())
        self._is_read = True
        self._latest = Latest(background, 100, self)
        self.collection_box = QComboBox(self)
        for name in collections:
            self.collection_box.addItem(wording.collection_name(name), name)
        self._collection_help = self._help()
        self.by_query = QRadioButton(self.tr("Those who match a query"), self)
        self.by_query.setChecked(True)
        self.everyone = QRadioButton(self.tr("Everyone"), self)
        self._everyone_help = self._help()
        self.editor = QueryEditor(colours.danger, colours.caution, self)
        self.editor.setMinimumHeight(96)
        self.editor.setAccessibleName(self.tr("Query in JSON"))
        self._problem = QPushButton(self)
        self._problem.setProperty("role", "link")
        self._problem.setToolTip(self.tr("Go to the place of the mistake"))
        self._problem_text = QLabel(self)
        self._problem_text.setTextFormat(Qt.TextFormat.PlainText)
        self._problem_text.setWordWrap(True)
        self._locked = self._help()
        self._locked.setToolTip(self.tr("A condition of the account. It is changed in Accounts."))
        self._locked.hide()
        self._notes = self._help()
        self._notes.hide()
        self._format = QPushButton(self.tr("Format"), self)
        self._format.setToolTip(self.tr("Lays the query out on lines. Nothing is changed in what it means."))
        self.saved = QPushButton(self.tr("Saved…"), self)
        self.saved.setToolTip(self.tr("Audiences with names, and recent queries"))
        self._examples = QToolButton(self)
        self._examples.setText(self.tr("Examples"))
        self._examples.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._examples.setMenu(QMenu(self._examples))
        self.count = CountStrip(refresh_icon, self)
        self.area = QScrollArea(self)
        self._lay_out()
        self._connect()
        self._show_collection()
        self._show_mode()

    def collection(self) -> str:
        """The collection that is asked: "devices", "users" or "roles"."""
        return str(self.collection_box.currentData())

    def audience(self) -> Audience | None:
        """Everyone, the query, or None while there is none that can be read."""
        if self.everyone.isChecked():
            return Everyone()
        return self._reading.query if self._is_read else None

    def text(self) -> str:
        """The query as it is typed; kept, and empty here, while everyone is chosen."""
        return "" if self.everyone.isChecked() else self.editor.text()

    def problems(self) -> tuple[QueryProblem, ...]:
        """What is wrong with the query, empty while everyone is chosen and while the query is being read."""
        return self._reading.problems if self._is_read and not self.everyone.isChecked() else ()

    def load(self, collection: str | None, *, everyone: bool, text: str) -> None:
        """Shows a choice of recipients."""
        index = self.collection_box.findData(collection)
        if index >= 0:
            self.collection_box.setCurrentIndex(index)
        (self.everyone if everyone else self.by_query).setChecked(True)
        if text or not everyone:
            self.editor.replace(text)
        self._show_collection()
        self._show_mode()
        self._read()

    def show_locked(self, clause: str) -> None:
        """Shows the condition that the account adds to every audience."""
        self._locked.setText("🔒 " + self.tr("Always added: {clause}").format(clause=" ".join(clause.split())))
        self._locked.setVisible(bool(clause.strip()))

    def show_notes(self, problems: Sequence[Problem]) -> None:
        """Shows what is to be said of a query that can be read: of its fields, say."""
        self._notes.setText("\n".join(wording.problem(each) for each in problems))
        self._notes.setVisible(bool(problems))
        role = "problem" if any(each.stops for each in problems) else "warning"
        if self._notes.property("role") != role:
            self._notes.setProperty("role", role)
            self._notes.style().polish(self._notes)

    def notes(self) -> str:
        """What `show_notes` shows."""
        return self._notes.text()

    def set_colours(self, colours: Colours, refresh_icon: QIcon) -> None:
        """Takes another scheme."""
        self.count.refresh.setIcon(refresh_icon)
        self.editor.set_colours(colours.danger, colours.caution)
        self._show_problems()

    def _help(self) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", "help")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Audience"), self)
        heading.setProperty("role", "heading")
        send_to = QLabel(self.tr("Send to"), self)
        send_to.setProperty("role", "label")
        send_to.setBuddy(self.collection_box)
        group = QButtonGroup(self)
        group.addButton(self.by_query)
        group.addButton(self.everyone)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addStretch()
        tools.addWidget(self.saved)
        tools.addWidget(self._examples)
        tools.addWidget(self._format)
        choice = QWidget(self)
        choice.setProperty("role", "page")
        column = QVBoxLayout(choice)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(8)
        column.addWidget(heading)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(send_to)
        row.addWidget(self.collection_box, 1)
        column.addLayout(row)
        column.addWidget(self._collection_help)
        column.addWidget(self.by_query)
        column.addWidget(self.editor, 1)
        column.addLayout(tools)
        column.addWidget(self._problem, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._problem_text)
        column.addWidget(self._notes)
        column.addWidget(self.everyone)
        column.addWidget(self._everyone_help)
        column.addWidget(self._locked)
        column.addStretch()
        self.area.setWidget(choice)
        self.area.setFocusPolicy(
            Qt.FocusPolicy.NoFocus
        )  # it follows the keyboard within; a stop of its own says nothing
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        line = QFrame(self)
        line.setProperty("role", "line")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.area, 1)
        whole.addWidget(line)
        whole.addWidget(self.count)

    def _connect(self) -> None:
        self.collection_box.activated.connect(self._collection_chosen)
        self.by_query.toggled.connect(self._mode_chosen)
        self.editor.edited.connect(self._read)
        self._format.clicked.connect(self._format_clicked)
        self._problem.clicked.connect(self._go_to_problem)

    def _collection_chosen(self) -> None:
        self._show_collection()
        self.changed.emit()

    def _show_collection(self) -> None:
        name = self.collection()
        self._collection_help.setText(wording.collection_help(name))
        self._everyone_help.setText(wording.everyone_help(name))
        examples = wording.example_queries(name)
        self.editor.setPlaceholderText(examples[0][1])
        menu = self._examples.menu()
        menu.clear()
        for words, text in examples:
            menu.addAction(words).triggered.connect(lambda _checked=False, text=text: self.take(text))

    def take(self, text: str) -> None:
        """Puts a query into the editor, as an edit that can be undone."""
        self.by_query.setChecked(True)
        self.editor.replace(text)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mode_chosen(self) -> None:
        self._show_mode()
        self.changed.emit()

    def _show_mode(self) -> None:
        query = self.by_query.isChecked()
        self.editor.setVisible(query)
        self._format.setVisible(query)
        self._examples.setVisible(query)
        self._everyone_help.setVisible(not query)
        self._show_problems()

    def _read(self) -> None:
        text = self.editor.text()
        if len(text) <= READ_AT_ONCE:
            self._latest.forget()
            self._take(read_query(text))
        else:
            self._is_read = False
            self._show_problems()
            self._latest.ask(lambda: read_query(text), self._take, lambda _error: None)
            self.changed.emit()

    def _take(self, reading: Reading) -> None:
        self._reading, self._is_read = reading, True
        self._show_problems()
        self.changed.emit()

    def _show_problems(self) -> None:
        blank = not self.editor.text().strip()
        problems = [] if blank else list(self.problems())
        self.editor.mark(problems)
        first = next((each for each in problems if each.stops), problems[0] if problems else None)
        self._problem.setVisible(first is not None)
        self._problem_text.setVisible(first is not None)
        self._format.setEnabled(not blank)
        if first is None:
            return
        self._problem.setText(self.tr("Line {line}, column {column}").format(line=first.line, column=first.column))
        words = wording.query_problem(first)
        more = len(problems) - 1
        if more:
            words += " " + self.tr("And %Ln more.", "", more)
        self._problem_text.setText(words)
        self._problem_text.setProperty("role", "problem" if first.stops else "warning")
        self._problem_text.style().polish(self._problem_text)

    def _go_to_problem(self) -> None:
        problems = self.problems()
        first = next((each for each in problems if each.stops), problems[0] if problems else None)
        if first is not None:
            self.editor.go_to(first)

    def _format_clicked(self) -> None:
        text = format_query(self.editor.text())
        if text is not None and text != self.editor.text():
            self.editor.replace(text)
