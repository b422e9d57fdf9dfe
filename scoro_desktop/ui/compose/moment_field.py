"""The field of a moment: none, a date and time in a zone, "in so long from now", or any text that came as one."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from scoro_desktop.messages.moments import after, is_plain, moment, written
from scoro_desktop.ui.compose.fields import Field
from scoro_desktop.ui.compose.moment_words import meaning
from scoro_desktop.ui.compose.span_row import SpanRow
from scoro_desktop.ui.kit.one_line import LineEdit
from scoro_desktop.ui.kit.page_scroll_area import put_keyboard
from scoro_desktop.ui.moments.clock_and_zone import HERE, ClockAndZone
from scoro_desktop.wire import JsonObject, JsonValue

REFRESH_MS: Final = 30_000
"""The time after which "in 3 hours" is worked out anew while it can be seen."""


class MomentField(Field):
    """A moment in RFC 3339, kept to the letter until it is edited.

    What the clock could not show to the letter, a fraction of a second or no date at all, is edited as the text that it
    is. `spans`: (number, unit, words) to pick at once.
    """

    def __init__(
        self,
        label: str,
        help_text: str,
        spans: Sequence[tuple[int, str, str]],
        parent: QWidget | None = None,
        *,
        now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
    ) -> None:
        super().__init__(label, help_text, parent)
        self._now = now
        self._text: str | None = None
        self.choose = QPushButton(self.tr("Choose a date…"), self)
        self.choose.clicked.connect(self._choose)
        self.when = ClockAndZone(self)
        self.when.edited.connect(self._clock_edited)
        self.line = LineEdit(self)
        self.line.textEdited.connect(self._line_edited)
        self.soon = self._make_soon(spans)
        self.none = QPushButton(self.tr("No date"), self)
        self.none.setAccessibleName(self.tr("{name}: no date").format(name=label))
        self.none.clicked.connect(self._clear_clicked)
        self.span = SpanRow(self)
        self.span.picked.connect(self._pick)
        self.span.edited.connect(self.changed)
        self.span.left.connect(self._leave_span)
        self.span.hide()
        self.meaning = QLabel(self)
        self.meaning.setTextFormat(Qt.TextFormat.PlainText)
        self.meaning.setWordWrap(True)
        self.meaning.setProperty("role", "help")
        self._lay_out()
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._timer.timeout.connect(self._tell)
        self._show(None)

    def value(self) -> JsonValue:
        """The text as it came or was typed, or the date that was chosen; None for none."""
        return self._text or None

    def load(self, value: JsonValue) -> bool:
        """Takes text that one line can keep."""
        if value is not None and (not isinstance(value, str) or not value or len(value.splitlines()) > 1):
            return False
        self.span.hide()
        self._show(value or None)
        kept = self._text == value
        if not kept:
            self._show(None)
        self.altered.emit()
        return kept

    def state(self) -> JsonValue:
        """Returns what is chosen or typed, in which editor, and the row of a span while that is open."""
        state: JsonObject = {}
        if self._text:
            state = {"text": self._text, "as_text": not self.line.isHidden()}
            if not self.when.isHidden() and self.when.zone.zone() != HERE:
                state["zone"] = self.when.zone.zone()
        if not self.span.isHidden():
            state["span"] = self.span.state()
        return state or None

    def restore(self, state: JsonValue) -> None:
        """Puts back what `state` gave; also the text alone, which is what an older state is."""
        self.load(None)
        if not isinstance(state, dict):
            self.load(state)
            return
        text, zone = state.get("text"), state.get("zone")
        if isinstance(text, str) and self.load(text):
            if state.get("as_text") is True:
                self._show_line(text)
            elif isinstance(zone, str | int) and not self.when.isHidden():
                self._show_in(zone)
        if "span" in state:
            self.span.restore(state["span"])
            self.span.show()
        self.altered.emit()

    def edit(self) -> QWidget:
        """The clock, the line of text, or the button that brings the clock."""
        if not self.when.isHidden():
            return self.when.clock
        return self.choose if self.line.isHidden() else self.line

    def hideEvent(self, event: QHideEvent) -> None:
        """Stops the clock: what is not seen needs not be up to date."""
        super().hideEvent(event)
        self._timer.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Brings the time until then up to date, which has changed since."""
        super().showEvent(event)
        self._tell()
        self._timer.start()

    def _make_soon(self, spans: Sequence[tuple[int, str, str]]) -> QPushButton:
        button = QPushButton(self.tr("In…"), self)  # a tool button puts two blanks around its words
        button.setAccessibleName(self.tr("{name}: time from now").format(name=self.name()))
        menu = QMenu(button)
        for number, unit, words in spans:
            menu.addAction(words).triggered.connect(lambda _=False, span=(number, unit): self._pick(*span))
        menu.addSeparator()
        menu.addAction(self.tr("another number…")).triggered.connect(self._ask)
        button.setMenu(menu)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.choose, self.soon, self.none):
            button.setProperty("role", "link")
            row.addWidget(button)
        row.addStretch()
        self._put(self.choose, row)
        for each in (self.line, self.when):
            self._column.insertWidget(1, each)
        for widget in (self.when.clock, self.line):
            widget.setAccessibleName(self.name())
            widget.setAccessibleDescription(self._help.text())
        self.choose.setAccessibleName(self.tr("{name}: choose a date").format(name=self.name()))
        self.when.zone.setAccessibleName(self.tr("{name}, time zone").format(name=self.name()))
        self._column.insertWidget(4, self.span)
        self._column.insertWidget(5, self.meaning)

    def _show(self, text: str | None) -> None:
        """Shows a text in the editor that keeps it to the letter."""
        self._text = text
        when = moment(text) if text and is_plain(text) else None
        if text and (when is None or when.year < 100):
            self._show_line(text)
            return
        if when is not None:
            self.when.show_moment(when)
            if written(self.when.moment()) != text:
                self._show_line(text or "")
                return
        self._set_shown(clock=when is not None, line=False)

    def _show_line(self, text: str) -> None:
        self.line.setText(text)
        self.line.setCursorPosition(0)
        self._text = self.line.text()
        self._set_shown(clock=False, line=True)

    def _show_in(self, zone: str | int) -> None:
        """The same moment on the clock of another zone, where that is written the same."""
        before = self.when.zone.zone()
        self.when.zone.show_zone(zone)
        if written(self.when.moment()) != self._text:
            self.when.zone.show_zone(before)

    def _set_shown(self, *, clock: bool, line: bool) -> None:
        self.when.setVisible(clock)
        self.line.setVisible(line)
        self.choose.setVisible(not clock)
        self.none.setVisible(clock or line)
        self._label.setBuddy(self.edit())
        self._tell()

    def _tell(self) -> None:
        when = moment(self._text) if self._text else None
        words = "" if when is None else meaning(when, self._now())
        self.meaning.setText(words)
        self.meaning.setVisible(bool(words))

    def _clock_edited(self) -> None:
        self._text = written(self.when.moment())
        self._tell()
        self.changed.emit()

    def _line_edited(self, text: str) -> None:
        self._text = text
        self._tell()
        self.changed.emit()

    def _choose(self) -> None:
        """The clock, at the moment that a text names, else a day from now."""
        when = moment(self._text) if self._text else None
        if when is None or when.year < 100:
            when = after(self._now().replace(minute=0, second=0, microsecond=0), 25, "hours")
        self._take(when)

    def _pick(self, number: int, unit: str) -> None:
        try:
            when = after(self._now(), number, unit)
        except OverflowError:
            return
        self.span.hide()
        self._take(when)

    def _take(self, when: dt.datetime) -> None:
        self.when.show_moment(when)
        self._set_shown(clock=True, line=False)
        put_keyboard(self.when.clock, self.window())
        self._clock_edited()

    def _ask(self) -> None:
        self.span.show()
        put_keyboard(self.span.number, self.window())
        self.span.number.selectAll()
        self.changed.emit()

    def _leave_span(self) -> None:
        self.span.hide()
        self.soon.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _clear_clicked(self) -> None:
        self._show(None)
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
