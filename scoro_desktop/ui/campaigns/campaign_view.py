"""One campaign: its name and state, and its steps below each other, of which one is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from scoro_desktop.ui.campaigns.check_view import CheckView
from scoro_desktop.ui.campaigns.recipients_view import RecipientsView
from scoro_desktop.ui.campaigns.running_view import RunningView
from scoro_desktop.ui.campaigns.step import Step
from scoro_desktop.ui.kit.eliding_label import ElidingLabel
from scoro_desktop.ui.kit.notice_bar import NoticeBar
from scoro_desktop.ui.kit.reveal import Gradual, Reveal, measured, painted_next

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from scoro_desktop.ui.kit.appearance import Colours
    from scoro_desktop.ui.runtime.async_storage import AsyncStorage

RECIPIENTS, CHECK, RUNNING = range(3)

SHOWN_MS: Final = 60
"""The pause before the view of the next step is begun: the one before it is laid out and painted first. Ours."""


class CampaignView(QWidget):
    """`left`: the list of campaigns is wanted. `discard_wanted`: what is prepared is to be given up.

    It is made and shown piece by piece, and the views of its later steps once they are prepared for, or asked for.
    """

    left = Signal()
    discard_wanted = Signal()

    def __init__(
        self,
        storage: AsyncStorage,
        countries: Sequence[tuple[str, str]],
        colours: Colours,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._storage = storage
        self._countries = countries
        self._colours = colours
        self._made: dict[int, CheckView | RunningView] = {}
        self._making: dict[int, Gradual] = {}
        self._waiting: dict[int, list[Callable[[], object]]] = {}
        self._head: object = None  # what is shown of both, told again with each request of a campaign that runs
        self._lines: object = None
        self.open = RECIPIENTS
        self._content = QWidget(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._content)
        self.opening = Reveal(self._content, self._pieces())

    def _pieces(self) -> Iterator[None]:
        parent = self._content
        self._make_head(parent)
        yield
        titles = (self.tr("Recipients"), self.tr("Checking"), self.tr("Running"))
        self.steps = [Step(number, title, self._colours, parent) for number, title in enumerate(titles, 1)]
        yield
        self.recipients = RecipientsView(self._countries, self._colours, self.steps[RECIPIENTS])
        self.recipients.hide()
        yield from self.recipients.pieces()
        self.steps[RECIPIENTS].put(self.recipients)
        self._lay_out()

    def _make_head(self, parent: QWidget) -> None:
        self.back = QPushButton(self.tr("‹ All campaigns"), parent)
        self.back.setProperty("role", "link")
        self.back.clicked.connect(self.left)
        self._name = ElidingLabel(parent)
        self._name.setProperty("role", "heading")
        self._account = QLabel(parent)
        self._account.setProperty("role", "muted")
        self._account.setTextFormat(Qt.TextFormat.PlainText)
        self._state = QLabel(parent)
        self._state.setProperty("role", "label")
        self.discard = QPushButton(self.tr("Discard…"), parent)
        self.discard.setProperty("role", "link")
        self.discard.setToolTip(self.tr("Deletes this campaign. None of it was sent."))
        self.discard.clicked.connect(self.discard_wanted)
        self.notice = NoticeBar(parent)
        self.left.connect(self.notice.hide)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(12)
        row.addWidget(self.back)
        row.addWidget(self._name, 1)
        row.addWidget(self._account)
        row.addWidget(self._state)
        row.addWidget(self.discard)
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(row)
        for step in self.steps:
            self._column.addWidget(step)
        self._column.addWidget(self.notice)

    def prepare(self, step: int) -> None:
        """Begins to make the view of a later step, a few milliseconds at a time; once."""
        if step in self._making:
            return
        self.opening.finish()
        kind = CheckView if step == CHECK else RunningView
        view = self._made[step] = kind(self._storage, self._colours, self.steps[step])
        view.hide()
        is_next = step == self.open + 1  # the one before it is being laid out and painted
        self._making[step] = Gradual(self, self._make(step, view), SHOWN_MS if is_next else 1)

    def _make(self, step: int, view: CheckView | RunningView) -> Iterator[None]:
        yield from view.pieces()
        yield from measured(view)
        self.steps[step].put(view)
        yield
        for act in self._waiting.pop(step, []):
            act()

    def when_made(self, step: int, act: Callable[[], object]) -> None:
        """Does something once the view of a later step is made, which may be now."""
        self.prepare(step)
        if self._making[step].is_done:
            act()
        else:
            self._waiting.setdefault(step, []).append(act)

    @property
    def check(self) -> CheckView:
        """Returns the view of the second step; what is missing of it is made now."""
        return cast("CheckView", self._whole(CHECK))

    @property
    def running(self) -> RunningView:
        """Returns the view of the third step; what is missing of it is made now."""
        return cast("RunningView", self._whole(RUNNING))

    def _whole(self, step: int) -> CheckView | RunningView:
        self.prepare(step)
        self._making[step].finish()
        return self._made[step]

    def show_head(self, name: str, account: str, state: str, colour: str, *, can_be_discarded: bool) -> None:
        """Shows which campaign it is, through which account it goes, and its state in a word and a colour."""
        head = (name, account, state, colour, can_be_discarded)
        if head == self._head:
            return
        self._head = head
        self._account.setText(account)
        self._name.show_text(name)
        self._state.setText(state)
        palette = QPalette(self._state.palette())
        palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
        self._state.setPalette(palette)
        self.discard.setVisible(can_be_discarded)

    def show_steps(self, opened: int, lines: Sequence[tuple[str, str]], *, has_ended: bool = False) -> None:
        """Opens a step and closes the others. `lines`: what stands beside each title, and the words of its button.

        `has_ended`: the last one is done as well.
        """
        shown = (opened, [*lines], has_ended)
        if shown == self._lines:
            return
        self._lines = shown
        if opened != self.open:
            painted_next(self)
            self.notice.hide()  # it was about the step before
        self.open = opened
        for at, (step, (said, button)) in enumerate(zip(self.steps, lines, strict=True)):
            step.show_state(
                is_open=at == opened, is_done=at < opened or (has_ended and at == RUNNING), said=said, button=button
            )
            self._column.setStretchFactor(step, int(at == opened))

    def go_to_start(self) -> None:
        """Puts the keyboard where work on the open step begins."""
        match self.open:
            case 0:
                start: QWidget = self.recipients.start()
            case 1:
                start = self.check.first()
            case _:
                start = self.running.first()
        start.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_colours(self, colours: Colours) -> None:
        """Draws in another scheme."""
        self.opening.finish()
        self._colours = colours
        for step in self.steps:
            step.set_colours(colours)
        self.recipients.set_colours(colours)
        for at in self._made:
            self._whole(at).set_colours(colours)
