"""The same query as conditions: what is changed here is written into the text, which stays the one truth."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from scoro_desktop import wire
from scoro_desktop.audience.query import Reading
from scoro_desktop.audience.schema import Field
from scoro_desktop.ui.audience.builder.conditions_builder import ConditionsBuilder
from scoro_desktop.ui.editor.json_pane import first_of
from scoro_desktop.ui.kit.eliding_button import ElidingButton
from scoro_desktop.ui.kit.page_scroll_area import show_whole
from scoro_desktop.ui.kit.restyle import restyle
from scoro_desktop.ui.words import wording
from scoro_desktop.wire import JsonObject


class ConditionsPage(QWidget):
    """As tall as its conditions: it stands where it can scroll.

    `edited`: the person changed a condition. `example_wanted(str)`: the person wants the query of the example.
    """

    edited = Signal()
    example_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.builder = ConditionsBuilder(self)
        self._shown: str | None = ""
        self._is_doubted = False  # something went wrong since the rows were made: they may be others than the text's
        self._begins = False  # the query that is shown next has a condition that is not finished
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.hide()
        self._example = ""
        self.example = ElidingButton(self, role="link")
        self.example.clicked.connect(lambda: self.example_wanted.emit(self._example))
        self.builder.setProperty("role", "page")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.builder)
        column.addWidget(self.example, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._words)
        column.addStretch(1)
        self.builder.changed.connect(self.edited)
        self._follow = QTimer(self)  # once a new row has its place, which it has not while it is being added
        self._follow.setSingleShot(True)
        self._follow.setInterval(0)
        self._follow.timeout.connect(self._show_row)
        self.builder.root.stops_changed.connect(self._follow.start)
        self.builder.root.stops_changed.connect(self._show_emptiness)

    def text_instead_of(self, before: str, reading: Reading | None) -> str:
        """The text of the query that the conditions make, in place of `before`, which says `reading`.

        It is `before` itself while they say the same, or while one of them is not finished; empty if there is none.
        """
        query = self.builder.query()
        if query is not None:
            said = None if reading is None or reading.query is None else reading.query.value
            same = said == query and wire.compact(said) == wire.compact(query)  # 1 and true are not the same
            self._shown = before if same else wire.pretty(query)
        else:
            self._shown = before if self.builder.root.widgets() else ""
        self._is_doubted = False
        return self._shown

    def is_unfinished(self) -> bool:
        """Tells whether a condition was begun here that makes no query yet."""
        return self._begins or (self.builder.isEnabled() and self.builder.root.is_begun())

    def rows(self, text: str) -> JsonObject | None:
        """Returns the rows that stand in the conditions beside a text, finished or not; None where they show
        another.
        """
        return self.builder.state() if self.builder.isEnabled() and text == self._shown else None

    def restore_rows(self, rows: JsonObject, text: str) -> None:
        """Shows what `rows` gave beside a text that says less, or says it by half."""
        self._shown, self._begins = text, False
        self._show_words(True, None)
        self.builder.setEnabled(True)
        self.builder.restore(rows)
        self._show_emptiness()

    def show_again(self) -> None:
        """Shows what its rows hold in editors of their own making, finished or not."""
        self.builder.restore(self.builder.state())

    def doubt(self) -> None:
        """Has the next query shown anew, also where its text is the one that is shown: something went wrong."""
        self._is_doubted = True

    def is_query(self, query: JsonObject) -> bool:
        """Tells whether the conditions make it, to the type of each number."""
        made = self.builder.query() if self.builder.isEnabled() else None
        return made is not None and wire.same(made, query)

    def shows_whole(self, text: str) -> bool:
        """Tells whether the conditions show a text, and nothing begun beside it."""
        is_sure = self.builder.isEnabled() and not self._is_doubted
        return is_sure and self.is_text(text) and not self.is_unfinished()

    def may_add_to(self, text: str) -> bool:
        """Tells whether the conditions stand beside this text, empty or not, and may hold more than it says."""
        return text == self._shown

    def is_text(self, text: str) -> bool:
        """Tells whether a text is the one that the conditions show or have made."""
        return bool(text.strip()) and text == self._shown

    def renew(self, *, unfinished: bool = False) -> None:
        """The next query is shown anew, whatever was begun here; `unfinished`: with an empty condition after it."""
        self._shown = None
        self._begins = unfinished

    def show_query(self, text: str, reading: Reading | None) -> None:
        """Shows the query of a text, unless it is what these conditions have just made of themselves."""
        if reading is None and text == self._shown:
            return  # a long one, on its way to be read: the keyboard stays where it is
        readable = not text.strip() or (reading is not None and reading.query is not None)
        if not self._words.isHidden() or (reading is not None and reading.problems):
            self._show_words(readable, reading if text.strip() else None)
        self.builder.setEnabled(readable)
        if not readable:
            self._shown = None
            self._begins = self._begins and reading is None
            self._show_emptiness()
        elif text != self._shown or (self._is_doubted and not self.is_unfinished()):
            self._build(text, {} if reading is None or reading.query is None else reading.query.value)

    def _build(self, text: str, query: JsonObject) -> None:
        """Makes the rows of a text; where that fails, it is not the one that they show."""
        self._shown = text
        try:
            self.builder.load(query)
            if self._begins:
                self._begins = False
                self.builder.root.append_condition()
        except BaseException:
            self._shown = None
            raise
        self._is_doubted = False
        self._show_emptiness()

    def _show_row(self) -> None:
        """Scrolls to the whole row that the keyboard is in: its value is what comes next."""
        from scoro_desktop.ui.audience.builder.condition_row import ConditionRow  # there is one by now

        widget = cast("QWidget | None", self.builder.focusWidget())
        while widget is not None and widget is not self.builder:
            if isinstance(widget, ConditionRow):
                show_whole(widget, 8)
                return
            widget = widget.parentWidget()

    def _show_words(self, readable: bool, reading: Reading | None) -> None:
        problem = None if reading is None else first_of(reading.problems)
        self._words.setVisible(problem is not None)
        if problem is None:
            return
        words = wording.query_problem(problem)
        if not readable:
            words = self.tr("{words} Fix it under JSON to see the conditions.").format(words=words)
        self._words.setText(words)
        self._words.setProperty("role", "problem" if problem.stops else "warning")
        restyle(self._words)

    def first(self) -> QWidget:
        """Returns the widget to begin at, or the one that is not finished yet."""
        problems = self.builder.problems()
        if problems:
            self.builder.go_to(problems[0])
            taken = cast("QWidget | None", self.builder.focusWidget())
            return self.builder.root.add_condition if taken is None else taken
        return self.builder.root.add_condition

    def start(self) -> QWidget:
        """Returns the first stop of the first condition, or what adds one."""
        widgets = self.builder.root.widgets()
        return widgets[0].tab_stops()[0] if widgets else self.builder.root.add_condition

    def show_example(self, words: str, query: str) -> None:
        """Offers a query to begin with while there is no condition; empty where there is none to offer."""
        self._example = query
        self.example.show_text(self.tr("Try: {query}").format(query=words))
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        self.example.setVisible(bool(self._example) and self.builder.isEnabled() and not self.builder.root.widgets())

    def set_fields(self, fields: Sequence[Field]) -> None:
        """The fields to choose from."""
        before = self.is_unfinished()
        self.builder.set_fields(fields)
        if before and not self.is_unfinished():  # a value that was put in earlier fits the type that is known now
            self.edited.emit()
