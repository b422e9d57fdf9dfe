"""The dialog that reads a pasted curl command and says what it will fill in, before it does."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from scoro_desktop.curl.reading import LENGTH_MAX, CurlReading, Finding
from scoro_desktop.messages.request import Channel
from scoro_desktop.scorocode.account import Account
from scoro_desktop.scorocode.known_secrets import in_a_request, remember
from scoro_desktop.ui.curl import import_words
from scoro_desktop.ui.curl.command_editor import CommandEditor
from scoro_desktop.ui.curl.told import Place, Placed, Told, tell
from scoro_desktop.ui.kit.appearance import Colours
from scoro_desktop.ui.kit.room import begin_with
from scoro_desktop.ui.kit.tab_order import follow_layout
from scoro_desktop.ui.runtime.background import Background, LatestTask
from scoro_desktop.ui.runtime.current_account import CurrentAccount
from scoro_desktop.ui.words import curl_words, wording

NOTES_SHOWN: Final = 20
"""The most findings that are put into words: more say nothing new."""
PAUSE_MS: Final = 80
"""The pause in typing after which the text is read."""


class ImportDialog(QDialog):
    """`fill_wanted(Told)`: the form is to be filled. `keep_wanted(CurlReading)`: its keys are to be kept.

    What is pasted stays here, and is forgotten when the dialog closes. It is read away from the window, and as long as
    that takes nothing can be done with what was read before. `read`: all is said of exactly the text that is shown.
    """

    fill_wanted = Signal(object)
    keep_wanted = Signal(object)
    read = Signal()

    def __init__(
        self,
        in_front: Channel,
        current: CurrentAccount,
        accounts: Callable[[], Sequence[Account]],
        colours: Colours,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import curl"))
        self._in_front = in_front
        self._current = current
        self._accounts = accounts
        self._danger, self._caution = QColor(colours.danger), QColor(colours.caution)
        self._latest = LatestTask(background, PAUSE_MS, self)
        self._told: Told | None = None
        self._first: Place | None = None
        self._intro = _label("help")
        self._said = QWidget(self)
        self.editor = CommandEditor(self)
        self.editor.setPlaceholderText(
            self.tr("Paste a curl command here, from a browser, Postman or the documentation, or only the JSON.")
        )
        self.editor.setAccessibleName(self.tr("A curl command, or the JSON of a request"))
        self.place = QPushButton(self)
        self.place.setProperty("role", "link")
        self.place.setAutoDefault(False)
        self.place.setToolTip(self.tr("Go to the mistake"))
        self.place.clicked.connect(self._go_to_problem)
        self.problem = _label("problem")
        self.warnings = _label("warning")
        self.notes = _label("help")
        self.keys = _label("")
        self.keep = QPushButton(self.tr("Save the keys in a new account…"), self)
        self.keep.setAutoDefault(False)
        self.keep.clicked.connect(self._keep_clicked)
        self.fill = QPushButton(self.tr("Fill the form"), self)
        self.fill.setProperty("role", "primary")
        self.fill.setAutoDefault(False)  # Enter belongs to the text
        self.fill.setToolTip(self.tr("Ctrl+Enter"))
        self.fill.clicked.connect(self._fill_clicked)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.fill.click, autoRepeat=False)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self._lay_out()
        self.editor.textChanged.connect(self._read)
        self.editor.refused.connect(self._show_refused)
        current.changed.connect(self.show_reading)
        self._read()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, result: int) -> None:
        """Closes, and forgets what was pasted: it may hold keys, which are masked from now on, read or not."""
        remember(*in_a_request(self.editor.text()))
        self.editor.blockSignals(True)
        self.editor.clear()
        self._latest.forget()
        self._told = None
        super().done(result)

    def show_reading(self) -> None:
        """Says what was read, beside the account that is in use now."""
        told = self._told
        if told is None:
            return
        can_fill = told.request is not None
        self._show_problem(None if can_fill else next(iter(told.problems), None))
        self._show_rows(told.rows if can_fill else None)
        account = self._current.account
        _show(self.warnings, [*import_words.differences(told.reading, account), *told.warnings] if can_fill else ())
        said = (*(told.problems if can_fill else ()), *told.notes)
        _show(self.notes, [self._in_words(each) for each in said[:NOTES_SHOWN]])
        self._show_keys(told.reading)
        colours = ((told.problems, self._danger), (told.notes, self._caution))
        self.editor.mark([(place, colour) for placed, colour in colours for _, place in placed if place is not None])
        self.fill.setEnabled(can_fill)

    def _read(self) -> None:
        text = self.editor.text()
        self._told = None
        self._latest.forget()
        if not text.strip():
            self._show(tell(text, self._in_front))
            return
        self._said.setEnabled(False)
        self.fill.setEnabled(False)
        self._intro.setText(self.tr("Reading %Ln character(s)…", "", len(text)))
        in_front = self._in_front
        self._latest.ask(lambda: tell(text, in_front), self._show, self._show_failed)

    def _show(self, told: Told) -> None:
        if told.text != self.editor.text():  # closed meanwhile
            return
        self._told = told
        self._intro.setText(self.tr("It fills the form, and sends nothing."))
        self._said.setEnabled(True)
        self.show_reading()
        self.read.emit()

    def _show_failed(self, error: Exception) -> None:
        self._told = Told(self.editor.text(), CurlReading())
        self._intro.setText(self.tr("It fills the form, and sends nothing."))
        self._said.setEnabled(True)
        self.show_reading()
        _show(
            self.problem,
            [self.tr("The text could not be read: a mistake in the app. Nothing was filled in, and nothing was sent.")],
        )
        self.read.emit()
        raise error  # into the log, which has no words of the text

    def _show_refused(self) -> None:
        words = curl_words.finding(Finding("too_long", {"limit": LENGTH_MAX}))
        _show(self.problem, [words, self.tr("Nothing was pasted.")])

    def _show_problem(self, first: Placed | None) -> None:
        finding, self._first = first or (None, None)
        self.place.setVisible(self._first is not None)
        is_said = finding is not None and finding.code != "nothing"
        _show(self.problem, [curl_words.finding(finding)] if finding is not None and is_said else ())
        if self._first is not None:
            self.place.setText(self._place_words(self._first))

    def _show_rows(self, rows: Sequence[tuple[str, str]] | None) -> None:
        self.card.setVisible(rows is not None)
        while self._form.rowCount():
            self._form.removeRow(0)
        for name, text in rows or ():
            label, value = _label("muted"), _label("")
            label.setText(name)
            value.setText(text)
            self._form.addRow(label, value)

    def _show_keys(self, reading: CurlReading) -> None:
        account = self._current.account
        carried = import_words.carries_keys(reading.keys)
        mine = import_words.are_keys_of(reading.keys, account, self._current.keys)
        known = import_words.known_account(reading, self._accounts()) if carried and reading.keys.app else None
        self.keys.setVisible(carried)
        self.keep.setVisible(carried and not mine)
        if mine and account is not None:
            text = self.tr("The command carries the keys of the account in use: {name}.")
            self.keys.setText(text.format(name=wording.account_line(account)))
            return
        words = [self.tr("The command carries keys. They go neither into the form nor into the history.")]
        if known is not None:
            text = self.tr("There is already an account for this application: {name}.")
            words.append(text.format(name=wording.account_line(known)))
        self.keys.setText(" ".join(words))

    def _in_words(self, placed: Placed) -> str:
        finding, place = placed
        words = curl_words.finding(finding)
        return words if place is None else f"{self._place_words(place)}: {words}"

    def _place_words(self, place: Place) -> str:
        return self.tr("Line {line}, column {column}").format(line=place.line, column=place.column)

    def _go_to_problem(self) -> None:
        if self._first is not None and self._told is not None:
            self.editor.go_to(self._first)

    def _keep_clicked(self) -> None:
        if self._told is not None:
            self.keep_wanted.emit(self._told.reading)

    def _fill_clicked(self) -> None:
        told = self._told
        if told is not None and told.text == self.editor.text():
            self.accept()
            self.fill_wanted.emit(told)

    def _lay_out(self) -> None:
        self.card = QFrame(self)
        self.card.setProperty("role", "card")
        self._form = QFormLayout(self.card)
        self._form.setContentsMargins(16, 12, 16, 12)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(4)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        keys = QHBoxLayout()
        keys.setSpacing(12)
        keys.addWidget(self.keys, 1)
        keys.addWidget(self.keep)
        page = self._said
        page.setProperty("role", "page")
        said = QVBoxLayout(page)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(8)
        said.addWidget(self.place, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.problem, self.card, self.warnings):
            said.addWidget(widget)
        said.addLayout(keys)
        said.addWidget(self.notes)
        said.addStretch()
        area = QScrollArea(self)
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumHeight(120)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._intro, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.fill)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.editor, 1)
        column.addWidget(area, 1)
        column.addLayout(buttons)
        begin_with(self, 720, 600)
        follow_layout(self)


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label


def _show(label: QLabel, lines: Sequence[str]) -> None:
    label.setText("\n".join(lines))
    label.setVisible(bool(lines))
