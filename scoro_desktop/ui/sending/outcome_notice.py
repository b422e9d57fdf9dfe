"""The line that says what came of a send: in words and colour, and to a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from PySide6.QtCore import QDateTime, QLocale, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.ui.kit.notice_bar import NoticeBar
from scoro_desktop.ui.words.outcome_words import outcome_word, outcome_words, role_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from scoro_desktop.storage.history import Send

READ_MS: Final = 10_000
"""Milliseconds after which a success is taken for read. Ours: its words take a slow reader half of that."""


class OutcomeNotice(NoticeBar):
    """Says the newest outcome that was not read; a success goes by itself, anything else once it is closed or opened.

    `details_wanted(Send)`: a person asks for more.
    """

    details_wanted = Signal(object)

    def __init__(self, unread: list[Send], parent: QWidget | None = None) -> None:
        """`unread`: what was told before, the newest last. It is kept here, and outlives this widget."""
        super().__init__(parent)
        self._unread = unread
        self._read = QTimer(self, singleShot=True, interval=READ_MS)
        self._read.timeout.connect(self._forget_successes)
        self.dismiss.clicked.connect(self._closed)

    def begin(self) -> None:
        """Says what was told before, once it has its place in the window."""
        self._show_newest()
        self._read.start()

    def tell(self, send: Send) -> None:
        """Takes a send that began or was settled."""
        if send.outcome is Outcome.SENDING:
            self._forget_successes()
            return
        self._unread[:] = [each for each in self._unread if each.id != send.id]
        self._unread.append(send)
        self._show_newest()
        if send.outcome is Outcome.SENT:
            self._read.start()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text()))

    def _show_newest(self) -> None:
        if not self._unread:
            self.hide()
            return
        send = self._unread[-1]
        words = self._words_of(send)
        if others := len(self._unread) - 1:
            words = self.tr("{words} (And %Ln more not read.)", "", others).format(words=words)
        self.colour(role_of(send.outcome))
        self.offer(words, self.tr("Details"), self._open)

    def _words_of(self, send: Send) -> str:
        at = QDateTime.fromSecsSinceEpoch(int(send.created_at.timestamp())).time()
        when = QLocale().toString(at, QLocale.FormatType.ShortFormat)
        said = outcome_words(send)
        parts: tuple[str, ...] = ()
        match send.outcome:
            case Outcome.SENT:
                parts = (said.sent, said.next)
            case Outcome.REFUSED | Outcome.NOT_SENT:
                parts = (said.happened, said.sent)
            case Outcome.UNKNOWN:
                parts = (self.tr("It may have gone out; do not send it again before you check."),)
            case Outcome.SENDING:
                pass
            case _:
                assert_never(send.outcome)
        return self.tr("{when} · {outcome}: {words}").format(
            when=when, outcome=outcome_word(send.outcome), words=" ".join(filter(None, parts))
        )

    def _open(self) -> None:
        send = self._unread.pop()
        self.details_wanted.emit(send)
        self._show_newest()

    def _closed(self) -> None:
        if self._unread:
            self._unread.pop()
        self._show_newest()

    def _forget_successes(self) -> None:
        self._unread[:] = [each for each in self._unread if each.outcome is not Outcome.SENT]
        self._show_newest()
