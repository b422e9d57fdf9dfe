"""The line that says what is held, waited for, and what came of a send: in words, colour and to a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from PySide6.QtCore import QDateTime, QLocale, QTimer, Signal
from PySide6.QtWidgets import QProgressBar

from scoro_desktop.invisible import escaped
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.ui.kit.announce import announce
from scoro_desktop.ui.kit.notice_bar import NoticeBar
from scoro_desktop.ui.words.outcome_words import TAKEN_BACK, outcome_word, outcome_words, role_of
from scoro_desktop.ui.words.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from scoro_desktop.storage.history import Send
    from scoro_desktop.ui.runtime.dispatch import Dispatch
    from scoro_desktop.ui.runtime.open_send import Hold, Waiting

TICK_MS: Final = 250
"""Milliseconds between two looks at the seconds that are left: each second is shown, and none for two. Ours."""
SAID_AFTER_S: Final = 1
"""Seconds after which an answer that is waited for is told of: most come sooner. Ours."""
FIGURE_SPACE: Final = "\u2007"
"""As wide as a digit (Unicode): nothing moves when nine seconds become ten."""
CALLED_OFF: Final = frozenset({"doubt", "account_changed", "too_late", "waited"})
"""Reasons for which nobody pressed anything: it is said what to do."""
READ_MS: Final = 10_000
"""Milliseconds after which a success is taken for read. Ours: its words take a slow reader half of that."""


class OutcomeNotice(NoticeBar):
    """Says what is held, with a way to take it back; else whose answer is waited for, once that takes a while, with a
    way to stop; else the newest outcome that was not read.

    A success goes by itself, anything else once it is closed or opened. `details_wanted(Send)`: a person asks for more.
    `taken_back(Composed)`: they took a message back before it left.
    """

    details_wanted = Signal(object)
    taken_back = Signal(object)

    def __init__(self, dispatch: Dispatch, parent: QWidget | None = None) -> None:
        """`dispatch`: what it holds, and what was told before. It outlives this widget."""
        super().__init__(parent)
        self._dispatch = dispatch
        self._unread = dispatch.unread
        self._in_form: set[int] = set()  # of those that were called off
        self._busy = QProgressBar(self)
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedWidth(96)
        self._busy.hide()
        self.add_widget(self._busy)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._show_newest)
        dispatch.changed.connect(self._show_newest)
        self._read = QTimer(self, singleShot=True, interval=READ_MS)
        self._read.timeout.connect(self._forget_successes)
        self.dismiss.clicked.connect(self._closed)

    def begin(self) -> None:
        """Says what was told before, once it has its place in the window."""
        self._show_newest()
        self._read.start()

    def tell(self, send: Send) -> None:
        """Takes a send that is held, began or was settled."""
        if send.outcome in {Outcome.HELD, Outcome.SENDING}:
            self._forget_successes()
            if send.outcome is Outcome.HELD:
                left = next((each.seconds_left for each in self._dispatch.holds if each.send.id == send.id), 0)
                announce(self, self.tr("Held: leaves in %Ln second(s). “Undo” takes it back.", "", left))
            return
        self._unread[:] = [each for each in self._unread if each.id != send.id]
        self._unread.append(send)
        self._show_newest()
        if _goes_by_itself(send):
            self._read.start()
        announce(self, self._words_of(send))  # which may wait behind what is held

    def note_in_form(self, send_id: int) -> None:
        """Takes that a message which was called off is in the form again."""
        self._in_form.add(send_id)
        self._show_newest()

    def _in_form_words(self, send: Send) -> str:
        if send.id not in self._in_form:
            return ""
        if send.reason in {"doubt", "waited"}:
            return self.tr("It is in the form again: check the audience, then send it.")
        return self.tr("It is in the form again: check the account, then send it.")

    def _show_newest(self) -> None:
        holds, waiting = self._dispatch.holds, self._dispatch.waiting
        if holds:
            self._busy.hide()
            self._show_hold(holds[-1], len(holds) - 1)
            return
        if waiting is not None:
            self._begin_to_tick()
            if waiting.seconds >= SAID_AFTER_S:
                self._show_waiting(waiting)
                return
        elif self._tick.isActive():
            self._tick.stop()
        if self._busy.isVisibleTo(self):
            self._busy.hide()
        self.let_close(True)
        if not self._unread:
            self.hide()
            return
        send = self._unread[-1]
        words = self._words_of(send)
        if others := len(self._unread) - 1:
            words = self.tr("{words} (And %Ln more unread.)", "", others).format(words=words)
        self.colour(role_of(send))
        self.offer(words, self.tr("Details"), self._open)

    def _show_hold(self, hold: Hold, others: int) -> None:
        send = hold.send
        whom = self.tr("recipients unknown") if send.expected is None else counted(send.collection, send.expected)
        words = self.tr("Held: “{title}” · {whom} · leaves in {seconds} s. Nothing has been sent yet.").format(
            title=escaped(send.summary), whom=whom, seconds=hold.seconds_left
        )
        if others:
            words = self.tr("{words} (And %Ln more held.)", "", others).format(words=words)
        self._begin_to_tick()
        self._offer_for_now(words, "warning", self.tr("Undo"), lambda: self._take_back(send.id))

    def _show_waiting(self, waiting: Waiting) -> None:
        send = waiting.send
        seconds = f"{waiting.seconds:2}".replace(" ", FIGURE_SPACE)
        words = self.tr("Sending “{title}”: waiting for the server's answer, {seconds} s").format(
            title=escaped(send.summary), seconds=seconds
        )
        if self._busy.isHidden():
            announce(self, self.tr("Waiting for the server's answer. “Stop waiting” ends that."))
        self._busy.show()
        self._offer_for_now(words, "muted", self.tr("Stop waiting"), lambda: self._stop_waiting(send.id))

    def _offer_for_now(self, words: str, role: str, action: str, act: Callable[[], None]) -> None:
        """Offers what goes by itself: there is nothing to close."""
        if words != self.text():
            self.colour(role)
            self.let_close(False)
            self.offer(words, action, act)

    def _begin_to_tick(self) -> None:
        if not self._tick.isActive():
            self._tick.start()

    def _stop_waiting(self, send_id: int) -> None:
        self._dispatch.stop_waiting(send_id)
        self._show_newest()

    def _take_back(self, send_id: int) -> None:
        composed = self._dispatch.take_back(send_id)
        self._show_newest()
        if composed is not None:
            self.taken_back.emit(composed)

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
                if send.reason == TAKEN_BACK:
                    parts = (*parts, self.tr("It is in the form again."))
                elif send.reason in CALLED_OFF:
                    parts = (*parts, self._in_form_words(send) or said.next)
            case Outcome.UNKNOWN:
                parts = (self.tr("It may have gone out; do not send it again before you check."),)
            case Outcome.HELD | Outcome.SENDING:
                pass
            case _:
                assert_never(send.outcome)
        return self.tr("{when} · {outcome}. {words}").format(
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
        self._unread[:] = [each for each in self._unread if not _goes_by_itself(each)]
        self._show_newest()


def _goes_by_itself(send: Send) -> bool:
    """Tells whether nobody need close it: a success, and what somebody took back themselves."""
    return send.outcome is Outcome.SENT or send.reason == TAKEN_BACK
