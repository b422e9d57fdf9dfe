"""An editor of JSON with what is wrong in it told in words, and what helps to write it."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import Final, Generic, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from scoro_desktop.jsontext.layout import format_query
from scoro_desktop.jsontext.mending import Mend, mend
from scoro_desktop.jsontext.problems import QueryProblem
from scoro_desktop.ui.editor.json_editor import JsonEditor
from scoro_desktop.ui.editor.mend_words import mend_words
from scoro_desktop.ui.kit.appearance import Colours
from scoro_desktop.ui.kit.pauses import Pause
from scoro_desktop.ui.kit.restyle import restyle
from scoro_desktop.ui.kit.turning_row import TurningRow
from scoro_desktop.ui.runtime.background import Background, LatestTask

PAUSE_MS: Final = 200
"""The pause in typing after which a long text is read: longer than steady fingers take between two keys, so that
reading, which shares the interpreter with the window, falls between words and not between letters.
"""


class Readable(Protocol):
    """The result of reading a text."""

    @property
    def problems(self) -> tuple[QueryProblem, ...]:
        """Everything that is wrong with it, in its order."""


Read = TypeVar("Read", bound=Readable)


class JsonPane(QWidget, Generic[Read]):
    """Reads what is typed by `read`, and tells its problems by `words`. `changed`: it was edited, or has been read.

    `nothing` is what reading nothing gives. From the moment of an edit there is no reading, until one of that very text
    is complete: whatever raises on the way, what the text before said does not stand. `has_failed`: the app could not
    read the text, by a mistake of its own. `turn`: a number that is another whenever there may be another reading of
    the same text. They are changed here alone. `note`: what is said of a text without a mistake.
    """

    changed = Signal()

    def __init__(
        self, editor: JsonEditor, nothing: Read, background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._reading = nothing
        self._is_read = False
        self._is_blank = True  # the text that was read
        self.has_failed = False
        self.turn = 0
        self._revision = -1  # of the text that was read
        self._latest = LatestTask(background, 0, self, most_at_once=1)  # they would only take turns
        self._pause = Pause(self, PAUSE_MS)
        self._pause.timeout.connect(self._read_long)
        self.editor = editor
        self.editor.setParent(self)
        self.editor.setMinimumHeight(96)
        self._problem = QPushButton(self)
        self._problem.setProperty("role", "link")
        self._problem.setToolTip(self.tr("Go to the mistake"))
        self._problem_text = self._line_of_words()
        self.note = self._line_of_words()
        self.note.setProperty("role", "help")
        self.note.hide()
        self._explained: tuple[str, Callable[[Read], str]] | None = None
        self._mend: Mend | None = None
        self._fix = QPushButton(self)
        self._fix.setProperty("role", "link")
        self._fix.setToolTip(self.tr("Fixes this mistake; Undo takes it back (Alt+Enter)"))
        self._format = QPushButton(self.tr("Format"), self)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(8)
        self.tools.addStretch()
        self.tools.addWidget(self._format)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.editor, 1)
        column.addLayout(self.tools)
        row = TurningRow(self)
        row.add(self._problem)
        row.add(self._fix)
        column.addWidget(row)
        column.addWidget(self._problem_text)
        column.addWidget(self.note)
        self.editor.textChanged.connect(self._read)
        self._format.clicked.connect(self._format_clicked)
        self._problem.clicked.connect(self._go_to_problem)
        self._fix.clicked.connect(self._fix_first)
        self.editor.fix_wanted.connect(self._fix_first)
        self._read()

    @abstractmethod
    def read(self, text: str) -> Read:
        """Reads a text. Called off the GUI thread for a long one."""
        raise NotImplementedError

    @abstractmethod
    def words(self, problem: QueryProblem) -> str:
        """A sentence or two about a problem."""
        raise NotImplementedError

    def explain(self, word: str, by: Callable[[Read], str]) -> None:
        """Has a text with a word in it explained, in `note`, by what is said of its reading; empty for nothing."""
        self._explained = (word, by)

    def reading(self) -> Read | None:
        """The result of reading the text; None while a long one is being read, and where reading it has failed."""
        return self._reading if self._is_read and self._revision == self.editor.document().revision() else None

    def read_again(self) -> None:
        """Reads the text once more."""
        self._read()

    def take(self, text: str) -> None:
        """Puts a text into the editor, as an edit that can be undone, and the keyboard with it."""
        self.editor.replace(text)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_colours(self, colours: Colours) -> None:
        """Takes another scheme."""
        self.editor.set_colours(colours)
        self._show_problems()

    def _read(self) -> None:
        was_read, self._is_read, self.has_failed = self._is_read, False, False
        self.turn += 1
        if not was_read:
            self._latest.forget()
        if not self.editor.is_long():
            self._pause.stop()
            revision = self.editor.document().revision()
            try:
                text = self.editor.letters.text()
                reading = self.read(text)
            except Exception:
                self._fail()
                raise
            self._take(reading, revision, text)
            return
        # With every key no more happens here than that nothing is read: the text is fetched when the typing pauses.
        self._pause.start()
        if was_read:
            self.changed.emit()  # at once: until then others say what the text before meant

    def _read_long(self) -> None:
        revision, text = self.editor.revision(), self.editor.text()
        read: Callable[[str], Read] = self.read

        def failed(error: Exception) -> None:
            self._fail()
            raise error

        self._latest.ask(lambda: read(text), lambda reading: self._take(reading, revision, text), failed)

    def _take(self, reading: Read, revision: int, text: str) -> None:
        self._reading, self._revision, self._is_read = reading, revision, True
        self._is_blank = not text or text.isspace()
        self.turn += 1
        try:
            self._show_problems()
            # Inline: with each letter of every text this is a look for a word, and no call.
            if self._explained is not None and (self._explained[0] in text or not self.note.isHidden()):
                self._show_note(self._explained[1](reading) if self._explained[0] in text else "")
        except Exception:
            self._fail()
            raise
        self.changed.emit()

    def _line_of_words(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _show_note(self, words: str) -> None:
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def _fail(self) -> None:
        self._is_read, self.has_failed = False, True
        self.turn += 1
        self._mend = None
        for each in (self._problem, self._fix, self.note):
            each.hide()
        words = QCoreApplication.translate(
            "JsonPane", "Something went wrong in the app, so this text is not read. Change it to have it read again."
        )
        self._problem_text.setText(words)
        self._problem_text.setProperty("role", "problem")
        restyle(self._problem_text)
        self._problem_text.show()
        self.changed.emit()

    def _problems(self) -> tuple[QueryProblem, ...]:
        return self._reading.problems if self._is_read and not self.editor.is_blank() else ()

    def _show_problems(self) -> None:
        is_blank = self._is_blank if self._is_read else self.editor.is_blank()
        problems = self._reading.problems if self._is_read and not is_blank else ()
        if problems or self.editor.extraSelections():
            self.editor.mark(problems)
        first = first_of(problems) if problems else None
        self._problem.setVisible(first is not None)
        self._problem_text.setVisible(first is not None)
        self._format.setEnabled(not is_blank)
        self._mend = None if first is None else mend(self.editor.text(), first)
        self._fix.setVisible(self._mend is not None)
        if self._mend is not None:
            self._fix.setText(mend_words(self._mend))
        if first is None:
            return
        self._problem.setText(self.tr("Line {line}, column {column}").format(line=first.line, column=first.column))
        words = self.words(first)
        more = len(problems) - 1
        if more:
            words += " " + QCoreApplication.translate(
                "JsonPane", "And %Ln more.", "", more
            )  # tr() loses it in a subclass
        self._problem_text.setText(words)
        self._problem_text.setProperty("role", "problem" if first.stops else "warning")
        restyle(self._problem_text)

    def _go_to_problem(self) -> None:
        if (first := first_of(self._problems())) is not None:
            self.editor.go_to(first)

    def _fix_first(self) -> None:
        if self._is_read and self._mend is not None:
            self.editor.apply(self._mend)

    def _format_clicked(self) -> None:
        text = format_query(self.editor.text())
        if text is not None and text != self.editor.text():
            self.editor.replace(text)


def first_of(problems: Sequence[QueryProblem]) -> QueryProblem | None:
    """The one to be named: the first error, else the first warning."""
    return next((each for each in problems if each.stops), problems[0] if problems else None)
