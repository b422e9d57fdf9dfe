"""The dialog in which people are put on the list of those who are not to be sent to: typed, pasted or from a file.

What reads a file or a text is loaded where it is done, in the background: it takes longer than a window may stand.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from scoro_desktop.recipients.countries import COUNTRIES
from scoro_desktop.ui.campaigns import file_words, refusal_words
from scoro_desktop.ui.campaigns.refusal_words import key_text
from scoro_desktop.ui.kit import files_folder
from scoro_desktop.ui.kit.no_wheel import ElidingComboBox
from scoro_desktop.ui.kit.plain_text import text_of
from scoro_desktop.ui.kit.restyle import restyle
from scoro_desktop.ui.kit.room import begin_with
from scoro_desktop.ui.kit.wrapped import wrapped
from scoro_desktop.ui.runtime.background import Background, LatestTask
from scoro_desktop.ui.words.country_words import country_name

if TYPE_CHECKING:
    from scoro_desktop.recipients.list_keys import Collected
    from scoro_desktop.recipients.look import Look
    from scoro_desktop.recipients.source import Source

PAUSE_MS: Final = 250
FIRST_CELL: Final = -1
"""In the place of a column: the first cell of each row that has something in it."""
LISTED: Final = 200
"""Of what a file holds, so many are shown one by one. Ours."""


class AddRefusals(QDialog):
    """`chosen(keys, name of the file)`: these are to be added; the name is empty for what was typed or pasted.

    `judged`: what can be added of it is shown.
    """

    chosen = Signal(object, str)
    judged = Signal()

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Do not send to these people"))
        begin_with(self, 620, 520)
        self._latest = LatestTask(background, PAUSE_MS, self, most_at_once=1)
        self._path: Path | None = None
        self._found: Look | None = None
        self._collected: Collected | None = None
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Phones, e-mails and user ids"))
        self.text.setPlaceholderText("+7 912 345-67-89\nanna@example.com\nXukL1FrVoL")
        self.preview = QPlainTextEdit(self)
        self.preview.setReadOnly(True)
        self.preview.setAccessibleName(self.tr("What will be added"))
        self.file = QPushButton(self.tr("From a file…"), self)
        self.file.setAutoDefault(False)
        self.file_name = wrapped(self, "heading")
        self.column = ElidingComboBox(self)
        self.country = ElidingComboBox(self)
        for code, country in COUNTRIES.items():
            self.country.addItem(country_name(code, country.code), code)
        self.summary = wrapped(self, "help")
        self.unreadable = QPlainTextEdit(self)
        self.unreadable.setReadOnly(True)
        self.unreadable.setAccessibleName(self.tr("What cannot be read"))
        self.add = QPushButton(self.tr("Add"), self)
        self.add.setProperty("role", "primary")
        self.add.setDefault(True)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setAutoDefault(False)
        self._lay_out()
        self.text.textChanged.connect(self._read)
        self.country.activated.connect(self._read)
        self.column.activated.connect(self._read)
        self.file.clicked.connect(self._choose_file)
        self.add.clicked.connect(self._add)
        self.cancel.clicked.connect(self.reject)
        self._show()

    def take_file(self, path: Path) -> None:
        """Takes the keys of a file in the place of what was typed."""
        self._path, self._found = path, None
        self._say(self.tr("Reading “{name}”…").format(name=path.name))
        self._latest.ask(lambda: _look(path), self._looked, self._failed)

    def _lay_out(self) -> None:
        intro = wrapped(self, "help")
        intro.setText(self.tr("One phone, e-mail or user id a line. Campaigns of this account will leave them out."))
        country_label = self._label(self.tr("Phones without a country code are of"), self.country)
        self._column_label = self._label(self.tr("Taken from the column"), self.column)
        above = QHBoxLayout()
        above.setSpacing(12)
        above.addWidget(self.file_name, 1)
        above.addWidget(self.file)
        choices = QHBoxLayout()
        choices.setSpacing(12)
        for label, box in ((country_label, self.country), (self._column_label, self.column)):
            beside = QVBoxLayout()
            beside.setSpacing(4)
            beside.addWidget(label)
            beside.addWidget(box)
            choices.addLayout(beside, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(intro)
        column.addLayout(above)
        column.addWidget(self.text, 2)
        column.addWidget(self.preview, 2)
        column.addLayout(choices)
        column.addWidget(self.summary)
        column.addWidget(self.unreadable, 1)
        column.addLayout(buttons)

    def _label(self, words: str, box: QWidget) -> QLabel:
        label = wrapped(self, "muted")
        label.setText(words)
        label.setBuddy(box)
        box.setAccessibleName(words)
        return label

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Choose the list of people"),
            files_folder.begin(),
            ";;".join((self.tr("Lists (*.csv *.tsv *.txt *.xlsx)"), self.tr("All files (*)"))),
        )
        if path:
            files_folder.keep(Path(path))
            self.take_file(Path(path))

    def _looked(self, found: Look) -> None:
        self._found = found
        self.column.clear()
        for each in found.columns:
            self.column.addItem(each.name, each.at)
        self.column.addItem(self.tr("the first cell of each row"), FIRST_CELL)
        guessed = found.guesses.key
        self.column.setCurrentIndex(self.column.findData(FIRST_CELL if guessed is None else guessed))
        self._read()

    def _read(self) -> None:
        """Reads what stands there, and shows what comes of it; nothing can be added before that."""
        self.add.setEnabled(False)
        country = str(self.country.currentData() or "")
        path, found, text = self._path, self._found, text_of(self.text.document())
        if path is None:
            self._latest.ask(lambda: _of_text(text, country), self._take, self._failed)
        elif found is not None:
            at = int(self.column.currentData())
            self._latest.ask(lambda: _of_file(path, found.source, at, country), self._take, self._failed)

    def _take(self, collected: Collected) -> None:
        self._collected = collected
        self._show()
        self.judged.emit()

    def _failed(self, error: Exception) -> None:
        from scoro_desktop.recipients.source import UnreadableFileError  # whoever raised it has loaded it

        if not isinstance(error, UnreadableFileError):
            raise error
        name = "" if self._path is None else self._path.name
        self._path = self._found = None
        self._collected = None
        self._show()
        why = file_words.refused(error.code, error.params)
        self._say(self.tr("“{name}” was not taken. {why}").format(name=name, why=why), "problem")
        self.judged.emit()

    def _show(self) -> None:
        of_file = self._path is not None
        self.file_name.setText(self._path.name if self._path is not None else "")
        self.text.setVisible(not of_file)
        self.preview.setVisible(of_file)
        for each in (self._column_label, self.column):
            each.setVisible(of_file)
        collected = self._collected
        self.unreadable.setVisible(collected is not None and bool(collected.unreadable))
        self.add.setEnabled(collected is not None and bool(collected.keys))
        if collected is None:
            self._say("")
        else:
            self._show_collected(collected)

    def _show_collected(self, collected: Collected) -> None:
        listed = [key_text(each.kind, each.key) for each in collected.keys[:LISTED]]
        self.preview.setPlainText(self._listed(listed, len(collected.keys)))
        lines = [refusal_words.unreadable(each) for each in collected.unreadable]
        self.unreadable.setPlainText(self._listed(lines, collected.unreadable_count))
        parts = [self.tr("%Ln can be added.", "", len(collected.keys))] if collected.keys else []
        if collected.twice:
            parts.append(self.tr("%Ln twice in the list.", "", collected.twice))
        if collected.unreadable_count:
            parts.append(self.tr("%Ln cannot be read and will not be added:", "", collected.unreadable_count))
        self._say(" ".join(parts), "warning" if collected.unreadable_count else "help")

    def _listed(self, lines: list[str], count: int) -> str:
        """Writes lines one below the other, and how many more there are."""
        more = [self.tr("and %Ln more", "", count - len(lines))] if count > len(lines) else []
        return "\n".join((*lines, *more))

    def _say(self, words: str, role: str = "help") -> None:
        self.summary.setText(words)
        if self.summary.property("role") != role:
            self.summary.setProperty("role", role)
            restyle(self.summary)

    def _add(self) -> None:
        if self._collected is not None:
            self.chosen.emit(self._collected.keys, "" if self._path is None else self._path.name)
        self.accept()


def _look(path: Path) -> Look:
    from scoro_desktop.recipients.look import look

    return look(path)


def _of_text(text: str, country: str) -> Collected:
    from scoro_desktop.recipients.list_keys import collect, keys_of_text

    return collect(keys_of_text(text, country))


def _of_file(path: Path, source: Source, at: int, country: str) -> Collected:
    from scoro_desktop.recipients.list_keys import collect, keys_of
    from scoro_desktop.recipients.reading import read

    return collect(keys_of(read(path, source), None if at == FIRST_CELL else at, country))
