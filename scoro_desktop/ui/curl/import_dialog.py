"""The dialog that reads a pasted curl command and says what it will fill in, before it does."""

from collections.abc import Callable, Sequence

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

from scoro_desktop.messages.curl import CurlReading, Finding, read_curl
from scoro_desktop.messages.request import Channel
from scoro_desktop.scorocode.account import Account
from scoro_desktop.scorocode.known_secrets import remember
from scoro_desktop.ui import wording
from scoro_desktop.ui.appearance import Colours
from scoro_desktop.ui.compose.compose_tab import COLLECTIONS
from scoro_desktop.ui.curl import curl_words, import_words
from scoro_desktop.ui.curl.command_editor import CommandEditor
from scoro_desktop.ui.current_account import CurrentAccount
from scoro_desktop.ui.tab_order import follow_layout

NOTES_SHOWN = 20
"""How many findings are put into words: more say nothing new."""


class ImportDialog(QDialog):
    """`fill_wanted(CurlReading)`: the form is to be filled. `keep_wanted(CurlReading)`: its keys are to be kept.

    What is pasted stays here, and is forgotten when the dialog closes.
    """

    fill_wanted = Signal(object)
    keep_wanted = Signal(object)

    def __init__(
        self,
        in_front: Channel,
        current: CurrentAccount,
        accounts: Callable[[], Sequence[Account]],
        colours: Colours,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import cURL"))
        self._in_front = in_front
        self._current = current
        self._accounts = accounts
        self._danger, self._caution = QColor(colours.danger), QColor(colours.caution)
        self._reading = CurlReading()
        self._first: Finding | None = None
        self.editor = CommandEditor(self)
        self.editor.setPlaceholderText(
            self.tr(
                "Paste a curl command here, as a browser, Postman or the documentation writes it, or the JSON alone."
            )
        )
        self.editor.setAccessibleName(self.tr("A curl command, or the JSON of a request"))
        self.place = QPushButton(self)
        self.place.setProperty("role", "link")
        self.place.setAutoDefault(False)
        self.place.setToolTip(self.tr("Go to the place of the mistake"))
        self.place.clicked.connect(self._go_to_problem)
        self.problem = _label("problem")
        self.warnings = _label("warning")
        self.notes = _label("help")
        self.keys = _label("")
        self.keep = QPushButton(self.tr("Keep them in a new account…"), self)
        self.keep.setAutoDefault(False)
        self.keep.clicked.connect(lambda: self.keep_wanted.emit(self._reading))
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
        current.changed.connect(self.show_reading)
        self._read()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, result: int) -> None:
        """Closes, and forgets what was pasted: it may hold keys."""
        self.editor.blockSignals(True)
        self.editor.clear()
        self._reading = CurlReading()
        super().done(result)

    def show_reading(self) -> None:
        """Says what was read, beside the account that is in use now."""
        reading = self._reading
        can_fill = import_words.is_for_form(reading)
        self._show_problem(None if can_fill else next(iter(reading.problems), None))
        self._show_rows(reading if can_fill else None)
        warnings = []
        if can_fill:
            warnings = import_words.differences(reading, self._current.account)
            request = import_words.request_for_form(reading, self._in_front)
            warnings += import_words.remarks(request, reading.body or {}, COLLECTIONS[request.channel])
            warnings += import_words.unusual(request)
        _show(self.warnings, warnings)
        said = (*(reading.problems if can_fill else ()), *reading.notes)
        _show(self.notes, [self._in_words(each) for each in said[:NOTES_SHOWN]])
        self._show_keys()
        marked = [
            *((each, self._danger) for each in reading.problems),
            *((each, self._caution) for each in reading.notes),
        ]
        self.editor.mark(marked)
        self.fill.setEnabled(can_fill)

    def _read(self) -> None:
        self._reading = read_curl(self.editor.text())
        remember(self._reading.keys.cli, self._reading.keys.acc, self._reading.keys.sess)
        self.show_reading()

    def _show_problem(self, first: Finding | None) -> None:
        self._first = first
        is_blank = first is not None and first.code == "nothing"
        has_place = first is not None and first.offset is not None
        self.place.setVisible(has_place)
        self.problem.setVisible(first is not None and not is_blank)
        if first is None:
            return
        self.problem.setText(curl_words.finding(first))
        if has_place:
            self.place.setText(self._place_words(first))

    def _show_rows(self, reading: CurlReading | None) -> None:
        self.card.setVisible(reading is not None)
        while self._form.rowCount():
            self._form.removeRow(0)
        if reading is not None:
            for name, text in import_words.rows(import_words.request_for_form(reading, self._in_front)):
                label, value = _label("muted"), _label("")
                label.setText(name)
                value.setText(text)
                self._form.addRow(label, value)

    def _show_keys(self) -> None:
        reading, account = self._reading, self._current.account
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
            text = self.tr("There is an account for its application: {name}.")
            words.append(text.format(name=wording.account_line(known)))
        self.keys.setText(" ".join(words))

    def _in_words(self, finding: Finding) -> str:
        words = curl_words.finding(finding)
        return words if finding.offset is None else f"{self._place_words(finding)}: {words}"

    def _place_words(self, finding: Finding) -> str:
        line, column = self.editor.line_and_column(finding)
        return self.tr("Line {line}, column {column}").format(line=line, column=column)

    def _go_to_problem(self) -> None:
        if self._first is not None:
            self.editor.go_to(self._first)

    def _fill_clicked(self) -> None:
        reading = self._reading
        self.accept()
        self.fill_wanted.emit(reading)

    def _lay_out(self) -> None:
        intro = _label("help")
        intro.setText(self.tr("It fills the form, and sends nothing."))
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
        page = QWidget(self)
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
        buttons.addWidget(intro, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.fill)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.editor, 1)
        column.addWidget(area, 1)
        column.addLayout(buttons)
        self.resize(720, 600)
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
