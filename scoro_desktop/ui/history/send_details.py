"""One send, whole: in words first, then to the letter."""

from collections.abc import Callable
from typing import Final, assert_never

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication
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

from scoro_desktop import wire
from scoro_desktop.messages.channels.channel import known
from scoro_desktop.messages.channels.registry import can_be_corrected, replaceable_on
from scoro_desktop.scorocode.hosts import as_address
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.sending.draft import locked_in, parted
from scoro_desktop.storage.history import Send
from scoro_desktop.ui.audience.query_label import say_query
from scoro_desktop.ui.audience.query_words import query_lines
from scoro_desktop.ui.channels.message_parts import message_parts
from scoro_desktop.ui.channels.registry import channel_name
from scoro_desktop.ui.curl.copy_menu import CopyMenu
from scoro_desktop.ui.history.send_dates import chosen_text, dates_words, shown_query
from scoro_desktop.ui.history.technical import technical_text
from scoro_desktop.ui.history.time_text import time_text
from scoro_desktop.ui.kit.disclosure import Disclosure
from scoro_desktop.ui.kit.fixed_font import fixed_font
from scoro_desktop.ui.kit.long_text import MOST_SHOWN, LongText
from scoro_desktop.ui.kit.reveal import Reveal
from scoro_desktop.ui.kit.room import begin_with
from scoro_desktop.ui.words import cost_words, later_words, line_words, outcome_words, wording

_SIZE: Final = QSize(720, 620)
_MOST_SHOWN: Final = 2_000
"""Characters of an account's own condition; the whole stands in the request."""
_NEVER_TRIED: Final = frozenset(
    {
        "bad_account",
        "never_begun",
        "taken_back",
        "held_at_end",
        "not_begun",
        "doubt",
        "account_changed",
        "too_late",
        "waited",
    }
)


class SendDetails(QDialog):
    """The details of a send: its content, its audience, and its outcome.

    `use_again(Send)`, `correct(Send)`, `count_again(Send)` and `copy_wanted(Send, Shell, bool)` (with the keys or
    without) say what the person wants done with it. A send whose outcome is not known can be counted again, and never
    simply be tried again.
    """

    use_again = Signal(object)
    count_again = Signal(object)
    correct = Signal(object)
    copy_wanted = Signal(object, object, bool)

    def __init__(self, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._send = send
        self._is_opened = False
        self._use = QPushButton(self.tr("Use again"), self)
        self._use.setToolTip(self.tr("Puts the message and its audience into the form; nothing is sent"))
        self._use.clicked.connect(lambda: self._hand_over(self.use_again))
        self._correct = QPushButton(self.tr("Correct it…"), self)
        self._correct.clicked.connect(lambda: self._hand_over(self.correct))
        self._count = QPushButton(self.tr("Count again"), self)
        self._count.setToolTip(self.tr("Asks how many the audience has now; nothing is sent"))
        self._count.clicked.connect(lambda: self._hand_over(self.count_again))
        menu = CopyMenu(keys=True, parent=self)
        menu.wanted.connect(lambda shell, with_keys: self.copy_wanted.emit(self._send, shell, with_keys))
        self._copy = QPushButton(menu.title(), self)
        self._copy.setMenu(menu)
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.close)

        place = QWidget(self)  # of what is hidden while it is made
        self._scroll = QScrollArea(place)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(24, 12, 24, 16)
        buttons.setSpacing(8)
        buttons.addWidget(self._use)
        buttons.addWidget(self._correct)
        buttons.addWidget(self._count)
        buttons.addWidget(self._copy)
        buttons.addStretch()
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QFrame(self)
        line.setProperty("role", "line")
        inside = QVBoxLayout(place)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._scroll)
        column.addWidget(place, 1)
        column.addWidget(line)
        column.addLayout(buttons)
        begin_with(self, _SIZE.width(), _SIZE.height())
        self.show_send(send)
        self.opening = Reveal(self._scroll)
        self._is_opened = True

    def show_send(self, send: Send) -> None:
        """Shows a send, or what has become of it since."""
        self._send = send
        self.setWindowTitle(self.tr("Message: {summary}").format(summary=send.summary or self.tr("(no text)")))
        has_form = known(send.channel) is not None
        self._use.setEnabled(has_form)
        self._copy.setEnabled(has_form)
        self._count.setVisible(has_form and send.outcome is Outcome.UNKNOWN)
        self._correct.setVisible(can_be_corrected(send.channel))
        self._correct.setEnabled(bool(replaceable_on(send.channel, send.request)))
        self._correct.setToolTip(
            self.tr("Puts it into the form; what you send then takes its place on devices that still show it")
            if self._correct.isEnabled()
            else self.tr("It cannot be replaced. Leave “Replaceable” ticked in the form next time.")
        )
        place = self._scroll.verticalScrollBar().value()
        # In its place before it is filled: Qt would measure all of it there, and once more when it is shown; and for
        # whatever moves it looks the style sheet up again.
        self._page = QWidget(self._scroll.viewport())
        self._scroll.setWidget(self._page)
        if not self._is_opened:
            self._fill(self._page, send)
        else:  # what is put into a page that is seen shows a turn later
            self._page.hide()
            self._fill(self._page, send)
            self._page.show()
        self._scroll.verticalScrollBar().setValue(place)

    def _hand_over(self, signal: SignalInstance) -> None:
        """Says what is wanted, and makes way: what comes of it shows in the window behind."""
        signal.emit(self._send)
        self.close()

    def _fill(self, page: QWidget, send: Send) -> None:
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 16, 24, 8)
        column.setSpacing(16)
        column.addWidget(self._outcome_card(page, send))
        column.addLayout(self._facts(page, send))
        beginning = wire.pretty_beginning(send.request, MOST_SHOWN)
        name = self.tr("Exact request, without keys")
        column.addLayout(self._copyable(page, name, beginning, lambda: wire.pretty(send.request), 24))
        if send.instant is not None and send.query_text:
            column.addLayout(self._copyable(page, self.tr("Query as it was chosen"), *chosen_text(send), 8))
        if send.answer:
            answer = self.tr("Answer of the server")
            column.addLayout(self._copyable(page, answer, send.answer, lambda: send.answer, 8))
        if technical := technical_text(send):
            column.addLayout(self._folded(page, self.tr("Technical details"), technical))
        column.addStretch()

    def _outcome_card(self, page: QWidget, send: Send) -> QFrame:
        card = QFrame(page)
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        words = outcome_words.outcome_words(send)
        word = outcome_words.line_word(send)
        role = outcome_words.role_of(send)
        for text, how in ((word, role), (words.happened, "heading"), (words.sent, ""), (words.next, "help")):
            if text:
                column.addWidget(_label(card, text, how))
        return card

    def _facts(self, page: QWidget, send: Send) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for name, text in (*message_parts(send), *self._sending_facts(send), *self._times(send)):
            label = _label(page, name, "muted")
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            label.setContentsMargins(0, 1, 0, 0)  # smaller letters, on the line of the first words beside them
            value = _label(page, text)
            if name == self.tr("Audience") and (query := shown_query(send)) is not None:
                say_query(value, query, len(send.query_text), text)
            form.addRow(label, value)
        return form

    def _sending_facts(self, send: Send) -> list[tuple[str, str]]:
        account = self.tr("{account} · {environment}").format(
            account=wording.name_in_history(send.account_id, send.account_name),
            environment=line_words.environment_word(send.environment),
        )
        if send.everyone:
            audience = self.tr("Everyone in {collection}").format(collection=send.collection)
        else:
            audience = wording.matching_query(send.collection)  # its words stand below
        unknown = self.tr("not known")
        facts = [
            (self.tr("Channel"), channel_name(send.channel)),
            (self.tr("Account"), account),
            (self.tr("Address"), as_address(send.address)),
            (self.tr("Application"), send.application_id),
            (self.tr("Audience"), audience),
            *self._locked(send),
            *([(self.tr("Relative dates"), dates)] if (dates := dates_words(send)) else []),
            (
                self.tr("Counted before"),
                unknown if send.expected is None else line_words.recipients(send.expected, send.collection),
            ),
        ]
        if send.count is not None:
            facts.append((self.tr("Sent by the server"), line_words.number_text(send.count)))
        if send.cost is not None:
            facts.append((self.tr("Cost"), cost_words.line(send.cost)))
        if send.note:
            facts.append((self.tr("Note"), send.note))
        return facts

    def _locked(self, send: Send) -> list[tuple[str, str]]:
        text, instant = send.query_text, send.instant
        query, left_out = parted(send.request.get("query"), text, instant, everyone=send.everyone)
        locked = locked_in(query, text, instant, everyone=send.everyone)
        facts = []
        if locked is not None and (written := wire.pretty_beginning(locked, _MOST_SHOWN)):
            is_short = len(written) < _MOST_SHOWN
            words = "\n".join(query_lines(locked)) if is_short else " ".join(written.split())
            facts.append((self.tr("Always added"), "🔒 " + words))
        if left_out is not None:
            words = " ".join(wire.pretty_beginning(left_out, _MOST_SHOWN).split())
            facts.append((self.tr("Left out as messaged lately"), words))
        return facts

    def _times(self, send: Send) -> list[tuple[str, str]]:
        times = [(self._begun_words(send), time_text(send.created_at))]
        if planned := later_words.planned_note(send.planned_for):
            times.insert(0, (self.tr("Planned for"), planned))
        if send.settled_at is not None and send.reason == "app_closed":
            times.append((self.tr("Noticed at"), time_text(send.settled_at)))
        return times

    def _begun_words(self, send: Send) -> str:
        """Names the moment at which it was written down to be sent, by what came of it."""
        match send.outcome:
            case Outcome.SENT:
                return self.tr("Sent at")
            case Outcome.SENDING:
                return self.tr("Sending since")
            case Outcome.HELD:
                return self.tr("Confirmed at")
            case Outcome.NOT_SENT if send.reason in _NEVER_TRIED:
                return self.tr("Confirmed at")
            case Outcome.REFUSED | Outcome.NOT_SENT | Outcome.UNKNOWN:
                return self.tr("Tried at")
        assert_never(send.outcome)

    def _copyable(self, page: QWidget, title: str, beginning: str, whole: Callable[[], str], lines: int) -> QVBoxLayout:
        copy = QPushButton(self.tr("Copy"), page)
        copy.setProperty("role", "link")
        copy.setAutoDefault(False)
        copy.setAccessibleName(self.tr("Copy: {title}").format(title=title))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(whole()))
        row = QHBoxLayout()
        row.addWidget(_label(page, title, "heading"), 1)
        row.addWidget(copy)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(_to_the_letter(page, title, beginning, whole, lines))
        return column

    def _folded(self, page: QWidget, title: str, text: str) -> QVBoxLayout:
        box = _to_the_letter(page, title, text, lambda: text, 16)
        box.hide()
        fold = Disclosure(title, box, page)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(fold)
        column.addWidget(box)
        return column


def _label(parent: QWidget, text: str, role: str = "") -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
    return label


def _to_the_letter(parent: QWidget, name: str, beginning: str, whole: Callable[[], str], lines: int) -> LongText:
    view = LongText(name, beginning, whole, parent, lines=lines)
    view.box.setFont(fixed_font())
    return view
