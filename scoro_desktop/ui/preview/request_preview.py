"""The exact request, its keys masked."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from scoro_desktop import wire
from scoro_desktop.audience.relative_dates import CannotWorkOutError
from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.messages.request import ENVELOPE_KEYS
from scoro_desktop.scorocode.account import AccessKind, Account
from scoro_desktop.sending.draft import Draft
from scoro_desktop.ui.curl.copy_menu import CopyMenu
from scoro_desktop.ui.kit.fixed_font import fixed_font
from scoro_desktop.ui.kit.flow_layout import FlowLayout
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.kit.text_edit import put_text
from scoro_desktop.ui.kit.wrapped import WholeLabel
from scoro_desktop.ui.runtime import here
from scoro_desktop.ui.words.relative_words import explained
from scoro_desktop.wire import JsonObject

MASK = "••••••••"
SHOWN: Final = 20_000
"""The most characters that are shown: laying out a megabyte takes the window longer than a key press may."""
LEAST_LINES: Final = 6
"""Lines of the request that stay in sight beside what is said of its dates. Ours."""


class RequestPreview(QWidget):
    """Shows where the request goes and what is in it. The keys never come here: their places are filled with dots.

    A request without a query is shown, and not copied: to the API it is one to everyone. Relative dates are worked out
    for the moment at which it is shown, and told beside it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        heading = QLabel(self.tr("Request"), self)
        heading.setProperty("role", "heading")
        self.copy = QPushButton(self.tr("Copy"), self)
        self.copy.setProperty("role", "link")
        self.copy.setToolTip(self.tr("Copies the request as it is shown, without keys"))
        self.copy.clicked.connect(self._copy_clicked)
        self.curl = CopyMenu(keys=True, parent=self)
        as_curl = QPushButton(self.curl.title(), self)
        as_curl.setProperty("role", "link")
        as_curl.setMenu(self.curl)
        self._account: Account | None = None
        self._draft: Draft | None = None
        self._dated: Draft | None = None  # the same, its relative dates worked out; none where they cannot be
        self._has_session = False
        self._is_shown = True
        self._target = self._wrapped("help")
        self._text = QPlainTextEdit(self)
        self._text.setReadOnly(True)
        self._text.setAccessibleName(self.tr("The exact request, keys masked"))
        self._text.setFont(fixed_font())
        self._text.setTabChangesFocus(True)
        self.warning = self._wrapped("warning")
        self.warning.hide()
        self.dates = WholeLabel(self)
        self.dates.setProperty("role", "help")
        self._of_dates = self._worked_out = ""  # what is said of all, and what each of them is
        self.dates.hide()
        self._size = QLabel(self)
        self._size.setTextFormat(Qt.TextFormat.PlainText)
        self._size.setProperty("role", "help")
        row = FlowLayout(8)
        for each in (heading, as_curl, self.copy):
            row.addWidget(each)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._target)
        column.addWidget(self.warning)
        column.addWidget(self.dates)
        column.addWidget(self._text, 1)
        column.addWidget(self._size)

    def show_request(self, account: Account | None, draft: Draft, *, has_session: bool) -> None:
        """Shows a draft as it would leave for `account`, as soon as this can be seen."""
        self._account, self._draft, self._has_session = account, draft, has_session
        self._dated = None
        self._is_shown = False
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Writes what was only kept in mind while nobody saw it; relative dates move even where nothing is edited."""
        super().showEvent(event)
        if self._draft is not None and self._draft.has_rules:
            self._is_shown, self._dated = False, None
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Says as much of the dates as there is room for."""
        super().resizeEvent(event)
        if not self.dates.isHidden():
            self._say_dates(self._of_dates)

    def text(self) -> str:
        """The request as JSON, keys masked; whole, although only the beginning of a long one is shown."""
        body = self._body()
        try:
            wire.compact(body)
            return wire.pretty({**self._masked(), **body}) if body else ""
        except ValueError:  # a lone surrogate: the problem beside its field tells of it
            return ""

    def _wrapped(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", role)
        label.setWordWrap(True)
        return label

    def _show(self) -> None:
        if self._is_shown:
            return
        self._is_shown = True
        account, body = self._account, self._body()
        call = "" if self._draft is None else CHANNELS[self._draft.channel].call
        self._target.setText("" if account is None else "POST " + account.address + call)
        chosen = "query" in body
        self.warning.setVisible(bool(body) and not chosen)
        self.warning.setText(
            self.tr("Nobody is chosen yet. Without a query the request would go to everyone, so it is not copied.")
        )
        self._show_dates()
        self.copy.setEnabled(chosen)
        try:
            size = len(wire.compact(body))
            shown = wire.pretty_beginning({**self._masked(), **body}, SHOWN)
        except ValueError:
            self.copy.setEnabled(False)
            self._text.clear()
            self._size.clear()
            return
        if len(shown) > SHOWN:
            shown = shown[:SHOWN] + "\n" + self.tr("… and so on: Copy takes all of it.")
        if shown != self._text.toPlainText():
            place = self._text.verticalScrollBar().value()
            put_text(self._text, shown)
            self._text.verticalScrollBar().setValue(place)
        kind = "" if account is None else self._kind_of(account)
        self._size.setText(self.tr("%Ln byte(s) without keys", "", size) + kind)

    def _body(self) -> JsonObject:
        draft = self._draft
        if draft is None:
            return {}
        if self._dated is None:
            try:
                self._dated = draft.at(here.instant()) if draft.has_rules else draft
            except CannotWorkOutError:
                return {}
        return self._dated.so_far()

    def _show_dates(self) -> None:
        draft, dated = self._draft, self._dated
        has_rules = draft is not None and draft.has_rules
        self.dates.setVisible(has_rules)
        if draft is None or not has_rules:
            return
        if dated is None or dated.instant is None:
            self._worked_out = ""
            self._say_dates(self.tr("Its relative dates cannot be worked out: is this computer's clock right?"))
            return
        words = self.tr(
            "With the dates as of now; they are worked out again when it is counted and when you press Send."
        )
        self._worked_out = explained(draft.query(), dated.instant)
        self._say_dates(words)

    def _say_dates(self, words: str) -> None:
        """Says each date below them where enough of the request is left in sight; else by a tool tip."""
        self._of_dates = words
        whole = f"{words}\n{self._worked_out}".strip()
        taken = self._column.contentsMargins().top() + self._column.contentsMargins().bottom()
        width = self.width() - self._column.contentsMargins().left() - self._column.contentsMargins().right()
        for number in range(self._column.count()):
            item = self._column.itemAt(number)
            if item is None or item.isEmpty() or item.widget() in (self.dates, self._text):
                continue
            height = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
            taken += height + self._column.spacing()
        room = self.height() - taken - self._text.fontMetrics().lineSpacing() * LEAST_LINES
        self.dates.setText(whole)
        self.dates.setMinimumHeight(0)  # of its width before, which Qt takes for the least in any
        self.dates.setText(whole if self.dates.heightForWidth(width) <= room else words)
        self.dates.setToolTip(tip(whole) if self.dates.text() != whole else "")

    def _masked(self) -> JsonObject:
        if self._account is None:
            return {}
        masked: JsonObject = dict.fromkeys(ENVELOPE_KEYS, MASK)
        masked["app"] = self._account.application_id
        if not self._has_session:
            del masked["sess"]
        return masked

    def _copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.text())

    def _kind_of(self, account: Account) -> str:
        kind = self.tr("masterKey") if account.access_kind is AccessKind.MASTER else self.tr("messageKey")
        return " · " + kind
