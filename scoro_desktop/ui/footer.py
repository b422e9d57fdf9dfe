"""The line that never scrolls away: why nothing can be sent yet, or what Send will do."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from scoro_desktop.messages.problems import Problem
from scoro_desktop.scorocode.account import Account
from scoro_desktop.sending.draft import Draft
from scoro_desktop.ui import wording
from scoro_desktop.ui.audience.live_count import Count, CountState
from scoro_desktop.ui.plain_text import tip
from scoro_desktop.ui.problem_list import ProblemList


class Footer(QWidget):
    """Names the first problem and jumps to it, and lists all. `jump` carries the field path of a problem."""

    jump = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "footer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._path: tuple[str, ...] = ()
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._show = QPushButton(self.tr("Show me"), self)
        self._show.setProperty("role", "link")
        stays = self._show.sizePolicy()
        stays.setRetainSizeWhenHidden(True)  # all that stands above would move each time that it comes and goes
        self._show.setSizePolicy(stays)
        self._show.clicked.connect(lambda: self.jump.emit(self._path))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(12)
        self.all = ProblemList(self)
        self.all.chosen.connect(self.jump)
        row.addWidget(self._text, 1)
        row.addWidget(self.all)
        row.addWidget(self._show)

    def show_state(self, problems: Sequence[Problem], account: Account | None, draft: Draft, count: Count) -> None:
        """Shows the first error, else what Send will do."""
        self.all.show_problems(problems)
        first = next((each for each in problems if each.stops), None)
        self._show.setVisible(first is not None)
        if first is None:
            known = count.value if count.state is CountState.KNOWN else None
            counting = count.state is CountState.COUNTING
            what = (draft.everyone, draft.collection, known)
            self._say("" if account is None else wording.ready(account, *what, counting=counting))
            return
        self._path = first.field
        others = sum(each.stops for each in problems) - 1
        text = wording.problem(first)
        if others:
            text = self.tr("{first} ({more})").format(first=text, more=self.tr("and %Ln more", "", others))
        self._say(text)

    def show_busy(self, text: str) -> None:
        """Shows that something is under way."""
        self._show.hide()
        self.all.hide()
        self._say(text)

    def text(self) -> str:
        """What is shown."""
        return self._text.text()

    def _say(self, text: str) -> None:
        self._text.setText(text)
        self._text.setToolTip(tip(text))
