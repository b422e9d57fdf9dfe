"""A search for one person by phone, e-mail, name or id, with the devices that they have."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)
from shiboken6 import isValid

from scoro_desktop.invisible import escaped
from scoro_desktop.scorocode.people import Person, find_people
from scoro_desktop.scorocode.replies import Failure
from scoro_desktop.ui.kit.list_lines import NameAndMore
from scoro_desktop.ui.kit.one_line import LineEdit
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.runtime.background import LatestTask
from scoro_desktop.ui.words import wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from scoro_desktop.ui.audience.known_fields import MakeClient
    from scoro_desktop.ui.runtime.background import Background

LONGEST: Final = 200
"""Characters of what is looked for: an e-mail has at most 254, and nobody writes one of more than this. Ours."""
NAME: Final = 60
"""Characters of each name of a person that are shown. Ours."""


class PersonFinder(QDialog):
    """`chosen(str, Person)`: the query, as text, that selects a person in the collection, and who it is."""

    chosen = Signal(str, object)

    def __init__(
        self,
        make_client: MakeClient,
        collection: str,
        use: str,
        background: Background,
        parent: QWidget | None = None,
        *,
        intro: str = "",
    ) -> None:
        """`use`: the words on the button that chooses; `intro`: what the choice is for."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Find a person"))
        self.resize(520, 380)
        self._make_client = make_client
        self._collection = collection if collection in {"users", "devices"} else "users"
        self._latest = LatestTask(background, 0, self)
        self._intro = QLabel(intro, self)
        self._intro.setTextFormat(Qt.TextFormat.PlainText)
        self._intro.setWordWrap(True)
        self._intro.setVisible(bool(intro))
        self.line = LineEdit(self)
        self.line.setMaxLength(LONGEST)
        self.line.setPlaceholderText(self.tr("Phone, e-mail, user name or id"))
        self.line.setAccessibleName(self.tr("Phone, e-mail, user name or id of the person"))
        self.line.setMinimumWidth(self.line.fontMetrics().horizontalAdvance(self.line.placeholderText()) + 32)
        self.look = QPushButton(self.tr("Find"), self)
        self.look.setAutoDefault(False)
        self.look.clicked.connect(self._find)
        self.words = QLabel(self)
        self.words.setProperty("role", "help")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.example = QPushButton(self)
        self.example.setProperty("role", "link")
        self.example.setAutoDefault(False)
        self.example.hide()
        self.people = QListWidget(self)
        self.people.setProperty("role", "lines")
        self.people.setItemDelegate(NameAndMore(self.people))
        self.people.setAccessibleName(self.tr("People found"))
        self.people.itemActivated.connect(self._use)
        self.people.itemSelectionChanged.connect(self._show_state)
        self.use = QPushButton(use, self)
        self.use.setProperty("role", "primary")
        self.use.setAutoDefault(False)
        self.use.clicked.connect(self._use)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self._lay_out()
        self.line.returnPressed.connect(self._enter)
        self.line.textChanged.connect(self._typed)
        self._typed()

    def _lay_out(self) -> None:
        self.beside = QHBoxLayout()
        self.beside.addStretch()
        self.beside.addWidget(self.cancel)
        self.beside.addWidget(self.use)
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._intro)
        column.addLayout(row)
        column.addWidget(self.words)
        column.addWidget(self.example, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.people, 1)
        column.addLayout(self.beside)

    def offer(self, words: str, act: Callable[[], object]) -> None:
        """Adds a button that leads elsewhere."""
        button = QPushButton(words, self)
        button.setProperty("role", "link")
        button.setAutoDefault(False)
        self.beside.insertWidget(0, button)
        button.show()

        def leave() -> None:
            self.reject()
            act()

        button.clicked.connect(leave)

    def suggest(self, text: str) -> None:
        """Offers to look for `text`, where the people are invented and nobody can know one."""
        self.example.setText(self.tr("Try: {example}").format(example=text))
        self.example.setToolTip(self.tr("Finds one of the invented people of the sandbox"))
        self.example.show()

        def look() -> None:
            self.line.setText(text)
            self._find()

        self.example.clicked.connect(look)

    def _enter(self) -> None:
        """Finds, or takes the one who was found by what stands there."""
        if self.use.isEnabled():
            self._use()
        else:
            self._find()

    def _typed(self) -> None:
        self._latest.forget()
        self.people.clear()
        self.look.setEnabled(bool(self.line.text().strip()))
        self.words.setText(
            self.tr("Enter the whole number or name: this looks for one person, not for parts of a word.")
        )
        self._show_state()

    def _find(self) -> None:
        text, make_client = self.line.text(), self._make_client
        if not text.strip():
            return
        self.people.clear()
        self._show_state()
        self.words.setText(self.tr("Asking the server…"))

        def job() -> tuple[Person, ...] | Failure:
            client = make_client()
            try:
                return find_people(client, text)
            finally:
                client.close()

        self._latest.ask(job, self._found, lambda _error: self._fail(""))

    def _found(self, found: tuple[Person, ...] | Failure) -> None:
        if not isValid(self):
            return
        if isinstance(found, Failure):
            self._fail(wording.count_failure(found))
            return
        shown = [each for each in found if self._collection == "devices" or each.user_id]
        for person in shown:
            item = QListWidgetItem(f"{_name(person)}\n{self._devices(person)}", self.people)
            item.setData(Qt.ItemDataRole.UserRole, (person,))
            item.setToolTip(tip(_name(person)))
            item.setSizeHint(QSize(1, self.people.fontMetrics().lineSpacing() * 2 + 10))
        if not shown:
            self.words.setText(self.tr("Nobody has this phone, e-mail, user name or id."))
            return
        self.words.setText(self.tr("Found %Ln", "", len(shown)))
        self.people.setCurrentRow(0)

    def _devices(self, person: Person) -> str:
        if not person.devices:
            return self.tr("No device: a push does not reach this person")
        names = {"android": "Android", "ios": "iPhone"}
        parts = []
        for code, number in person.devices:
            name = names.get(code, escaped(code[:NAME]) or self.tr("unknown"))
            parts.append(name if number == 1 else self.tr("{name} × {number}").format(name=name, number=number))
        return ", ".join(parts)

    def _fail(self, why: str) -> None:
        if isValid(self):
            self.words.setText(self.tr("The search failed. {why}").format(why=why).rstrip())

    def _show_state(self) -> None:
        self.use.setEnabled(bool(self.people.selectedItems()))

    def _use(self) -> None:
        for item in self.people.selectedItems():
            (person,) = item.data(Qt.ItemDataRole.UserRole)
            self.chosen.emit(json.dumps(person.query(self._collection), ensure_ascii=False), person)
            self.accept()
            return


def _name(person: Person) -> str:
    return " · ".join(escaped(each[:NAME]) for each in person.names)
