"""The dialog that asks when: a date, a clock and a zone, and how long it is until then."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, Qt, QTime, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from scoro_desktop.audience.relative_dates import zone_of
from scoro_desktop.scorocode.quiet_hours import is_zone
from scoro_desktop.sending.later.due import CannotTellError, Timing, in_zone, moment_of, timing
from scoro_desktop.storage.planned_types import When
from scoro_desktop.ui.kit.check_box import WrappingCheckBox
from scoro_desktop.ui.kit.wrapped import wrapped
from scoro_desktop.ui.moments.clock_and_zone import HERE, ClockAndZone
from scoro_desktop.ui.moments.zone_words import offset_words
from scoro_desktop.ui.runtime import here
from scoro_desktop.ui.words import later_words, recount_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.sending.later.due import DueClock

MORNING: Final = time(9)
EVENING: Final = time(18)
"""The choices on offer. Ours."""
TICK_MS: Final = 1000
MONDAY: Final = 0


class LaterDialog(QDialog):
    """Asks for a time that is to come. `chosen(When)`: a person chose one, and the dialog closes."""

    chosen = Signal(object)

    def __init__(
        self,
        clock: DueClock,
        account: Account | None,
        parent: QWidget | None = None,
        *,
        when: When | None = None,
        words: str = "",
        asks_quiet: bool = False,
    ) -> None:
        """`when`: the time that is shown first, tomorrow morning where there is none; `words`: of its button.

        `asks_quiet`: a time in the quiet hours of the account is agreed to here, and not in a confirmation after it.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Send later"))
        self.setModal(True)
        self._clock = clock
        self._account = account
        self.time = ClockAndZone(self)
        self.time.clock.setAccessibleName(self.tr("Date and time"))
        self.time.zone.setAccessibleName(self.tr("Time zone"))
        self.time.clock.setMinimumDate(QDate(2000, 1, 1))
        self._says = wrapped(self, "heading")
        self._left = wrapped(self, "muted")
        self._note = wrapped(self, "warning")
        self._asks_quiet = asks_quiet
        self.quiet = WrappingCheckBox(self.tr("Send in the quiet hours anyway"), self)
        self.quiet.toggled.connect(self._update)
        self.quiet.hide()
        self._offers: list[QPushButton] = []
        self.take = QPushButton(words or self.tr("Continue…"), self)
        self.take.setProperty("role", "primary")
        self.take.setDefault(True)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setAutoDefault(False)
        self._lay_out()
        self.take.clicked.connect(self._take)
        self.cancel.clicked.connect(self.reject)
        self.time.edited.connect(self._update)
        self._show(when or self._at(MORNING, 1))
        self._ticks = QTimer(self, interval=TICK_MS)
        self._ticks.timeout.connect(self._update)
        self._ticks.start()
        self.resize(480, self.sizeHint().height())

    def when(self) -> When:
        """The time on the screen."""
        shown = self.time.clock.dateTime()
        day, clock = shown.date(), shown.time()
        zone = self.time.zone.zone()
        name = here.zone() if zone == HERE else offset_words(zone) if isinstance(zone, int) else str(zone)
        text = f"{day.year():04}-{day.month():02}-{day.day():02}T{clock.hour():02}:{clock.minute():02}"
        return When.read(f"{text} {'UTC+00:00' if name == 'UTC' else name}")

    @property
    def is_agreed(self) -> bool:
        """Tells whether a time in the quiet hours was agreed to."""
        return not self.quiet.isHidden() and self.quiet.isChecked()

    def _lay_out(self) -> None:
        title = QLabel(self.tr("When should it be sent?"), self)
        title.setBuddy(self.time.clock)
        help_text = wrapped(self, "help")
        help_text.setText(
            self.tr(
                "This app sends it, so leave the app and the computer on. The audience is counted again then. If the "
                "app is closed or the computer asleep for more than 10 minutes past the time, you are asked."
            )
        )
        offers = QHBoxLayout()
        offers.setSpacing(8)
        for words, at in self._on_offer():
            button = QPushButton(words, self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, at=at: self._offered(at))
            offers.addWidget(button)
            self._offers.append(button)
        offers.addStretch()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.take)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(self.time)
        column.addLayout(offers)
        column.addSpacing(8)
        column.addWidget(self._says)
        column.addWidget(self._left)
        column.addWidget(self._note)
        column.addWidget(self.quiet, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addWidget(help_text)
        column.addStretch()
        column.addLayout(buttons)

    def _on_offer(self) -> list[tuple[str, Callable[[], When]]]:
        return [
            (self.tr("In an hour"), self._in_an_hour),
            (self.tr("This evening"), lambda: self._at(EVENING, 0)),
            (self.tr("Tomorrow morning"), lambda: self._at(MORNING, 1)),
            (self.tr("Monday morning"), self._next_monday),
        ]

    def _in_an_hour(self) -> When:
        """An hour from now; by an offset where clocks are put back, and the zone would mean the time before that."""
        moment = (self._clock.now() + timedelta(hours=1)).replace(second=0, microsecond=0)
        when = in_zone(moment, here.zone())
        if moment_of(when) == moment:
            return when
        offset = moment.astimezone(zone_of(here.zone())).utcoffset() or timedelta()
        return in_zone(moment, offset_words(int(offset.total_seconds())))

    def _at(self, clock: time, days: int) -> When:
        """A clock of this computer so many days from today."""
        today = in_zone(self._clock.now(), here.zone()).clock
        day = (today + timedelta(days=days)).date()
        return When(datetime.combine(day, clock), here.zone())

    def _next_monday(self) -> When:
        today = in_zone(self._clock.now(), here.zone()).clock
        return self._at(MORNING, (MONDAY - today.weekday() - 1) % 7 + 1)

    def _offered(self, at: Callable[[], When]) -> None:
        self._show(at())
        self.take.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, when: When) -> None:
        clock = when.clock
        day, shown = QDate(clock.year, clock.month, clock.day), QTime(clock.hour, clock.minute)
        if when.zone == here.zone():
            self.time.show_here(day, shown)
        else:
            self.time.show_here(day, shown)
            self.time.zone.show_zone(_as_zone(when))
        self._update()

    def _update(self) -> None:
        when, now = self.when(), self._clock.now()
        self._says.setText(later_words.when_words(when))
        self._left.setText(later_words.left_words(when, now))
        trouble, note, quiet = "", later_words.change_words(when), ""
        try:
            if timing(when, now) is not Timing.WAITS:
                trouble = self.tr("This time has passed. Choose a later one.")
            else:
                quiet = self._quiet(moment_of(when))
        except CannotTellError:
            trouble = note
        said = trouble or "\n".join(filter(None, (note, quiet)))
        asks = bool(quiet) and not trouble and self._asks_quiet
        self._note.setText(said)
        if self._note.isHidden() is bool(said) or self.quiet.isHidden() is asks:
            self._note.setVisible(bool(said))
            self.quiet.setVisible(asks)
            height = self._column.heightForWidth(self.width())
            self.resize(self.width(), max(self.height(), height))  # nothing is cut off for what is said now
        self.take.setEnabled(not trouble and (not asks or self.quiet.isChecked()))
        evening = self._offers[1]
        evening.setEnabled(timing(self._at(EVENING, 0), now) is Timing.WAITS)

    def _quiet(self, moment: datetime) -> str:
        from scoro_desktop.sending import checks

        hours = None if self._account is None else self._account.quiet_hours
        if self._account is None or hours is None or not is_zone(hours.zone):
            return ""
        return recount_words.quiet_then(hours, moment) if checks.quiet_now(self._account, moment) else ""

    def _take(self) -> None:
        self._update()
        if self.take.isEnabled():
            when = self.when()
            self.accept()
            self.chosen.emit(when)


def _as_zone(when: When) -> str | int:
    """A zone as the box of zones has it: by its name, or an offset in seconds."""
    if not when.zone.startswith("UTC"):
        return when.zone
    try:
        offset = when.clock.replace(tzinfo=UTC) - moment_of(when)
    except CannotTellError:
        return 0
    return int(offset.total_seconds())
