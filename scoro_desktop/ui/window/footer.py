"""The line that never scrolls away: why nothing can be sent yet, or what Send will do, and Send itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from scoro_desktop.ui.kit import assets
from scoro_desktop.ui.kit.commands import push_button_of
from scoro_desktop.ui.kit.disclosure import FoldButton
from scoro_desktop.ui.kit.plain_text import held_together, tip
from scoro_desktop.ui.kit.still_label import StillButton, StillLabel
from scoro_desktop.ui.kit.tool_row import ICON

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction, QResizeEvent

    from scoro_desktop.composing.counts import Count
    from scoro_desktop.messages.problems import Problem
    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.sending.draft import Draft
    from scoro_desktop.ui.kit.appearance import Colours
    from scoro_desktop.ui.kit.commands import Commands

LEAST_WORDS: Final = 24
"""Letters of a line, fewer than which nobody reads with ease. Ours."""
MOST_LINES: Final = 2
"""Lines of words beside the buttons. Ours: three are as high as words above buttons, and worse to read."""
BETWEEN: Final = 12
"""Pixels between two things in it."""
SLACK: Final = 120
"""Pixels by which the buttons may grow with their words until it is looked again what there is room for. Ours."""
C_INT_MAX: Final = 2**31 - 1
"""Qt's plurals take a C int."""
_FILLED_IN: Final = frozenset({"variable_missing", "variable_as_it_stands", "braces_unpaired"})
"""Problems of a message that "Fill in" has an answer to."""


class MoreButton(QToolButton):
    """The arrow beside Send: a menu of other ways to send, made anew each time."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setText("▾")
        self.setProperty("role", "quiet")
        self.setAccessibleName(self.tr("More ways to send"))
        self.setToolTip(self.tr("Send later, or see what is planned"))
        self.clicked.connect(lambda: self._open(actions))

    def _open(self, actions: Sequence[QAction]) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(actions)
        size = menu.sizeHint()
        menu.popup(self.mapToGlobal(QPoint(self.width() - size.width(), -size.height())))


class Footer(QWidget):
    """Names the first problem. `jump_to_first`: to its place; `list_wanted(bool)`: all of them, or no longer.

    `said(str)`: it says something else now; emitted where there is a screen reader to hear it. `fill_in_wanted`: a
    variable stands in the message or its query, and the person asks to fill it in.
    """

    jump_to_first = Signal()
    list_wanted = Signal(bool)
    fill_in_wanted = Signal()
    said = Signal(str)

    def __init__(self, colours: Colours, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "footer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._text.setWordWrap(True)
        self._show = QPushButton(self.tr("Show me"), self)
        self._show.setProperty("role", "link")
        stays = self._show.sizePolicy()
        stays.setRetainSizeWhenHidden(True)  # all that stands above would move each time that it comes and goes
        self._show.setSizePolicy(stays)
        self._show.clicked.connect(self.jump_to_first)
        self._show.hide()
        self.list_button = FoldButton("", self, opens_upwards=True)
        self.list_button.setToolTip(self.tr("Lists the problems and goes to them (F4: the next one)"))
        self.list_button.clicked.connect(lambda: self.list_wanted.emit(self.list_button.isChecked()))
        self.list_button.hide()
        self._words = ""
        self._sure = 0  # the pixels for which it need not be looked whether words fit beside the buttons
        self._number: tuple[int, bool] | None = None  # of problems as they are shown, and whether all are warnings
        self._state: tuple[object, ...] | None = None  # as it is shown
        self.is_heard: Callable[[], bool] = bool  # by a screen reader; nobody listens before the window is whole
        self._said: dict[tuple[object, ...], str] = {}  # of late, that it is ready, by all that this depends on
        self.fill_in = self._made_fill_in()
        self.campaign = push_button_of(commands["message.campaign"], self)
        self.test = push_button_of(commands["message.test"], self)
        self.send = push_button_of(commands["message.send"], self)
        self.send.setProperty("role", "primary")
        self.more = MoreButton((commands["message.later"], commands["later.show"]), self)
        self._plain = self.send.text()
        self._on_button: tuple[int | None, bool] = (None, False)
        self._longest = 0  # of the words that it had, in characters
        self._place = StillLabel(self._text, self, lines=2)  # so that one line more moves nothing
        self._place_of_send = StillButton(self.send, self)
        self._lay_out()
        self.set_colours(colours)

    def _lay_out(self) -> None:
        words, self._links, self._acts = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for part in (words, self._links, self._acts):
            part.setSpacing(BETWEEN)
        words.addWidget(self._place, 1)
        words.addLayout(self._links)
        for widget in (self.fill_in, self._show, self.list_button):
            self._links.addWidget(widget)
        self._acts.addStretch()
        sending = QHBoxLayout()
        sending.setSpacing(2)
        for way in (self._place_of_send, self.more):
            sending.addWidget(way)
        for act in (self.campaign, self.test):
            self._acts.addWidget(act)
        self._acts.addLayout(sending)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(16, 3, 16, 3)
        self._row.setSpacing(BETWEEN)
        self._row.addLayout(words, 1)
        self._row.addLayout(self._acts)

    def _made_fill_in(self) -> QPushButton:
        button = QPushButton(self.tr("Fill in…"), self)
        button.setProperty("role", "link")
        button.setToolTip(self.tr("Asks for the variables in the message and its query"))
        button.clicked.connect(self.fill_in_wanted)
        button.hide()
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Finds the words another place."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Puts the words above the buttons where there is no room for two lines of them beside these."""
        for part in (self._links, self._acts):
            part.invalidate()  # Qt tells only the outermost layout of what was hidden, until it lays all of them out
        taken = self._links.sizeHint().width() + self._acts.sizeHint().width() + self._row.contentsMargins().left() * 2
        metrics, room = self.fontMetrics(), self.width() - taken - 2 * BETWEEN
        self._sure = room - SLACK
        is_narrow = room < metrics.averageCharWidth() * LEAST_WORDS or self._lines(room) > MOST_LINES
        if is_narrow:
            self._sure = 0
        wanted = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() is not wanted:
            self._row.setDirection(wanted)
            self._row.setSpacing(4 if is_narrow else BETWEEN)
            self._place.lines = 1 if is_narrow else MOST_LINES
            self._place.settle()

    def _lines(self, room: int) -> int:
        """Counts the lines that the words take in so many pixels."""
        metrics = self._text.fontMetrics()
        if metrics.horizontalAdvance(self._text.text()) <= room:
            return 1
        rect = metrics.boundingRect(QRect(0, 0, room, 10_000), Qt.TextFlag.TextWordWrap, self._text.text())
        return round(rect.height() / metrics.lineSpacing())

    def set_colours(self, colours: Colours) -> None:
        """Draws the icon of Send in the colours of a scheme."""
        self.send.setIconSize(ICON)
        self.send.setIcon(assets.icon("send", colours.on_accent, wide=True))

    def show_state(
        self,
        problems: Sequence[Problem],
        account: Account | None,
        draft: Draft,
        count: Count,
        getting: int | None = None,
    ) -> None:
        """Shows the first error, else what Send will do. `getting`: how many of those counted can get the message."""
        from scoro_desktop.audience.query import Everyone
        from scoro_desktop.composing.counts import CountState
        from scoro_desktop.sending.checks import QUERY
        from scoro_desktop.ui.words import wording

        everyone = isinstance(draft.audience, Everyone)
        state = (problems, account, everyone, draft.collection, count, getting)
        if state == self._state:
            return
        self._state = state
        first, can_fill_in = None, False
        for each in problems:
            if first is None and each.stops:
                first = each
            if each.code in _FILLED_IN and (each.code != "braces_unpaired" or each.field[:1] != QUERY):
                can_fill_in = True
        self._show.setVisible(first is not None)
        self.fill_in.setVisible(can_fill_in)
        if self._number != (len(problems), first is None):
            self._show_count(len(problems), only_warnings=first is None)
        is_known = first is None and count.state is CountState.KNOWN
        number = None if not is_known else count.value if getting is None else getting
        if (number, everyone) != self._on_button:
            self._show_number(number, everyone)
        if first is None:
            known = count.value if count.state is CountState.KNOWN else None
            counting = count.state is CountState.COUNTING
            what = (account, everyone, draft.collection, known, counting)
            words = self._said.get(what)
            if words is None:
                words = "" if account is None else wording.ready(account, *what[1:4], counting=counting)
                self._said = {**dict(list(self._said.items())[-3:]), what: words}
            self._say(words)
            return
        others = sum(each.stops for each in problems) - 1
        text = wording.problem(first)
        if others:
            text = self.tr("{first} ({more})").format(first=text, more=self.tr("and %Ln more", "", others))
        self._say(text)

    def show_busy(self, text: str) -> None:
        """Shows that something is under way."""
        self._state = None
        self._show.hide()
        self.fill_in.hide()
        self.list_button.hide()
        self._number = None
        self._show_number(None, everyone=False)
        self._say(text)

    @property
    def has_problem(self) -> bool:
        """Tells whether it names a problem."""
        return not self._show.isHidden()

    def text(self) -> str:
        """Returns the text that is shown."""
        return self._words

    def _show_number(self, number: int | None, everyone: bool) -> None:
        """Says on the button how many get it; nothing where that is not known, or nobody would."""
        self._on_button = (number, everyone)
        words = self._plain
        if number:
            words = self.tr("Send to %Ln…", "", min(number, C_INT_MAX))
            if everyone:
                words = self.tr("Send to everyone: %Ln…", "", min(number, C_INT_MAX))
        if words != self.send.text():
            self.send.setText(words)
            if len(words) > self._longest:  # it never gets narrower
                self._longest = len(words)
                self._place_of_send.settle()
                self._turn()

    def _show_count(self, count: int, *, only_warnings: bool) -> None:
        self._number = (count, only_warnings)
        words = self.tr("%Ln warning(s)", "", count) if only_warnings else self.tr("%Ln problem(s)", "", count)
        self.list_button.setVisible(count > 0)
        self.list_button.call(words)
        self._turn()

    def _say(self, text: str) -> None:
        if text != self._words:
            self._words = text
            self._text.setText(held_together(text))
            self._text.setToolTip(tip(text))
            if self._text.fontMetrics().horizontalAdvance(text) > self._sure:
                self._turn()
            self._place.settle()
            if self.is_heard():
                self.said.emit(text)
