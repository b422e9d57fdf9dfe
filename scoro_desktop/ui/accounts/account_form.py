"""The form of one account: widgets to and from an account and its keys. It saves nothing and asks nobody."""

import dataclasses
from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from scoro_desktop.invisible import trimmed
from scoro_desktop.messages.problems import Problem
from scoro_desktop.scorocode.account import (
    AccessKind,
    Account,
    Environment,
    Keys,
    account_problems,
)
from scoro_desktop.scorocode.hosts import as_address
from scoro_desktop.ui.accounts.account_limits import AccountLimits
from scoro_desktop.ui.accounts.account_rules import AccountRules
from scoro_desktop.ui.accounts.field_row import FieldRow, SecretEdit, button
from scoro_desktop.ui.kit.no_wheel import NoWheelComboBox
from scoro_desktop.ui.kit.one_line import LineEdit
from scoro_desktop.ui.kit.tab_order import follow_layout
from scoro_desktop.ui.words import account_words
from scoro_desktop.ui.words.problem_words import problem as problem_words

KEY_FIELDS: Final = ("client_key", "access_key", "session")


class AccountForm(QScrollArea):
    """Shows an account and its keys, and reads them back.

    `edited` is emitted for every change by the person; problems are shown beside fields that were edited, and beside
    all of them after `show_all_problems`.
    """

    edited = Signal()
    login_wanted = Signal()
    logout_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, gradually: bool = False) -> None:
        super().__init__(parent)
        # In its place before it is filled: Qt looks the style sheet up again for all that moves with a widget.
        self._page = QWidget(self.viewport())
        self.setWidgetResizable(True)
        self.setWidget(self._page)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Account"))
        self._page.setProperty("role", "page")
        self._account: Account | None = None
        self._touched: set[str] = set()  # fields whose problems are shown
        self._loading = False
        self._keys_ready = True
        self.rows: dict[str, FieldRow] = {}
        self.is_whole = False
        """Tells whether all of it is made."""
        if not gradually:
            for _ in self.pieces():
                pass

    # --- made piece by piece ---------------------------------------------------------------------------------

    def pieces(self) -> Iterator[None]:
        """Makes what is in it, a row or so a piece; for `Reveal`. Nothing else may be asked of it before."""
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 16, 16)
        column.setSpacing(12)
        self._make_editors()
        yield
        for field in ("name", "environment", "address", "application_id"):
            yield from self._add_row(column, field)
        column.addSpacing(8)
        column.addWidget(self._heading(self.tr("Keys")))
        column.addWidget(self.keyring_note)
        for field in ("client_key", "access_kind", "access_key", "session"):
            yield from self._add_row(column, field)
        column.addLayout(self._logins())
        column.addSpacing(8)
        column.addWidget(self._heading(self.tr("Before sending")))
        self.limits = AccountLimits(self._page)
        column.addWidget(self.limits)
        yield from self.limits.pieces()
        self.rules = AccountRules(self._page)
        column.addWidget(self.rules)
        yield from self.rules.pieces()
        self.rows |= self.limits.rows | self.rules.rows
        column.addStretch(1)
        yield
        follow_layout(self._page)
        yield
        self._connect()
        self.is_whole = True
        self.clear()

    def _make_editors(self) -> None:
        self.name = LineEdit(self._page)
        self.environment = NoWheelComboBox(self._page)
        for environment in Environment:
            self.environment.addItem(account_words.environment_choice(environment), environment)
        self.environment.setPlaceholderText(self.tr("Choose one…"))
        self.address = LineEdit(self._page)
        self.application_id = LineEdit(self._page)
        self.client_key, self.access_key, self.session = (
            SecretEdit(self._page),
            SecretEdit(self._page),
            SecretEdit(self._page),
        )
        self.access_kind = NoWheelComboBox(self._page)
        for kind in AccessKind:
            self.access_kind.addItem(account_words.access_choice(kind), kind)
        self.keyring_note = QLabel(self._page)
        self.keyring_note.setProperty("role", "help")
        self.keyring_note.setWordWrap(True)

    def _add_row(self, column: QVBoxLayout, field: str) -> Iterator[None]:
        self.rows[field] = self._row(field)
        column.addWidget(self.rows[field])
        yield

    def _logins(self) -> QHBoxLayout:
        self.login_button = button(self._page, self.tr("Log in with e-mail and password…"))
        self.logout_button = button(self._page, self.tr("Log out"))
        logins = QHBoxLayout()
        logins.setSpacing(8)
        logins.addWidget(self.login_button)
        logins.addWidget(self.logout_button)
        logins.addStretch(1)
        return logins

    # --- in and out ------------------------------------------------------------------------------------------

    def show_fields(self, shown: bool) -> None:
        """Shows what there is to fill in, or an empty place."""
        if shown is self._page.isHidden():
            self._page.setVisible(shown)
            policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if shown else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            self.setVerticalScrollBarPolicy(policy)

    def clear(self) -> None:
        """Shows no account."""
        if not self.is_whole:  # there is none in it
            return
        self._account = None
        self.setEnabled(False)
        self._fill(Account("", "", Environment.PRODUCTION, "", "", AccessKind.MESSAGE), Keys())

    def load(self, account: Account, keys: Keys | None, *, environment_chosen: bool = True) -> None:
        """Shows an account. Keys None: they are on their way, and their fields wait for `load_keys`.

        `environment_chosen` False: nobody has said yet what a message from it reaches, and somebody must.
        """
        self._account = account
        self.setEnabled(True)
        self._fill(account, keys or Keys())
        if not environment_chosen:
            self.environment.setCurrentIndex(-1)
        self._set_keys_ready(keys is not None)
        self.verticalScrollBar().setValue(0)

    def load_keys(self, keys: Keys) -> None:
        """Shows the keys that the account waited for."""
        self._loading = True
        for field in KEY_FIELDS:
            getattr(self, field).load(getattr(keys, field))
        self._loading = False
        self._set_keys_ready(True)

    def wait_for_keys(self) -> None:
        """Empties the fields of keys until `load_keys`."""
        self.load_keys(Keys())
        self._set_keys_ready(False)

    def set_session(self, session: str) -> None:
        """Puts in a session as if it had been typed."""
        self.session.load(session)
        self._edited("session")

    def account(self) -> Account:
        """The account as the form has it: blanks around texts taken off, a slash at the end of the address."""
        if self._account is None:
            raise ValueError("no account is shown")
        # ids and other texts are compared as they were loaded: what is only shown is not changed
        return dataclasses.replace(
            self.limits.applied(self.rules.applied(self._account)),
            name=trimmed(self.name.text()),
            environment=self._environment() or self._account.environment,
            address=as_address(self.address.text()),
            application_id=trimmed(self.application_id.text()),
            access_kind=AccessKind(self.access_kind.currentData()),
        )

    def keys(self) -> Keys:
        """The keys as the form has them."""
        return Keys(*(trimmed(getattr(self, field).text()) for field in KEY_FIELDS))

    @property
    def has_account(self) -> bool:
        """Tells whether an account is shown."""
        return self._account is not None

    # --- problems --------------------------------------------------------------------------------------------

    def problems(self) -> list[Problem]:
        """Lists the problems that keep the account from being used."""
        if not self.has_account:
            return []
        found = account_problems(self.account(), self.keys()) + self.rules.problems()
        if self._environment() is None:
            found.insert(0, Problem("environment_missing", ("account", "environment")))
        return [problem for problem in found if self._keys_ready or problem.field[-1] not in KEY_FIELDS]

    def show_all_problems(self, fields: Iterable[str] | None = None) -> None:
        """Shows the problems of all fields (or of some), edited or not, and goes to the first."""
        wanted = set(self.rows if fields is None else fields)
        self._touched |= wanted
        self._show_problems()
        wrong = {problem.field[-1] for problem in self.problems()} & wanted
        if first := next((field for field in self.rows if field in wrong), ""):
            if (layout := self._page.layout()) is not None:
                layout.activate()  # with the words below each field, which push what follows down
            self.go_to(first)

    def go_to(self, field: str) -> None:
        """Puts the keyboard into a field and brings it into view."""
        row = self.rows[field]
        row.editor.setFocus()
        self.ensureWidgetVisible(row)

    # --- inside ----------------------------------------------------------------------------------------------

    def _row(self, field: str) -> FieldRow:
        editor = getattr(self, field)
        label = account_words.field_name(field)
        beside: tuple[QWidget, ...] = ()
        if isinstance(editor, SecretEdit):
            editor.name_toggle(label)
            beside = (editor.toggle,)
        return FieldRow(label, editor, account_words.field_help(field), beside, self._page)

    def _environment(self) -> Environment | None:
        chosen = self.environment.currentData()
        return None if chosen is None else Environment(chosen)

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text, self._page)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "heading")
        return label

    def _connect(self) -> None:
        for field in ("name", "address", "application_id", *KEY_FIELDS):
            editor: LineEdit = getattr(self, field)
            editor.textEdited.connect(lambda _text, field=field: self._edited(field))
            editor.textChanged.connect(self._show_state)
        for field in ("environment", "access_kind"):
            choice: QComboBox = getattr(self, field)
            choice.activated.connect(lambda _index, field=field: self._edited(field))
            choice.currentIndexChanged.connect(self._show_state)
        self.limits.edited.connect(self._edited)
        self.rules.edited.connect(self._edited)
        self.address.editingFinished.connect(lambda: self.address.setText(as_address(self.address.text())))
        self.login_button.clicked.connect(self.login_wanted)
        self.logout_button.clicked.connect(self.logout_wanted)

    def _fill(self, account: Account, keys: Keys) -> None:
        self._loading = True
        self._touched.clear()
        self.name.setText(account.name)
        self.environment.setCurrentIndex(self.environment.findData(account.environment))
        self.address.setText(account.address)
        self.application_id.setText(account.application_id)
        self.access_kind.setCurrentIndex(self.access_kind.findData(account.access_kind))
        self.limits.load(account)
        self.rules.load(account)
        self.load_keys(keys)
        self._show_state()
        self._show_problems()

    def _set_keys_ready(self, ready: bool) -> None:
        self._keys_ready = ready
        for field in KEY_FIELDS:
            editor: SecretEdit = getattr(self, field)
            editor.setEnabled(ready)
            editor.toggle.setEnabled(ready)
            editor.setPlaceholderText("" if ready else self.tr("Reading from the keyring…"))
        self._show_state()

    def _edited(self, field: str) -> None:
        if self._loading:
            return
        self._touched.add(field)
        self._show_problems()
        self.edited.emit()

    def _show_state(self) -> None:
        environment = self._environment()
        self.rows["environment"].show_help("" if environment is None else account_words.environment_help(environment))
        self.rows["access_kind"].show_help(account_words.access_help(AccessKind(self.access_kind.currentData())))
        self.logout_button.setVisible(bool(self.session.text()))
        self.login_button.setEnabled(self._keys_ready)

    def _show_problems(self) -> None:
        texts: dict[str, str] = {}
        for problem in self.problems():
            texts.setdefault(problem.field[-1], problem_words(problem))
        if "access_kind" in self._touched and "session" in texts:
            self._touched.add("session")
        for field, row in self.rows.items():
            row.show_problem(texts.get(field, "") if field in self._touched else "")
