"""The editor of a query: that of JSON, with proposals of what may be written."""

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QToolTip, QWidget

from scoro_desktop.audience.known_values import KnownValue, known_values
from scoro_desktop.audience.relative_dates import written
from scoro_desktop.audience.schema import Field
from scoro_desktop.audience.surroundings import LOOKED_BACK, LOOKED_ON, surroundings
from scoro_desktop.ui.editor.json_editor import JsonEditor
from scoro_desktop.ui.editor.letters import one_edit
from scoro_desktop.ui.kit.appearance import Colours
from scoro_desktop.ui.kit.completions import Completions, Proposal
from scoro_desktop.ui.kit.plain_text import tip, utf16_length
from scoro_desktop.ui.runtime import here
from scoro_desktop.ui.words.relative_words import dated

__all__ = ["QueryEditor", "utf16_length"]

_BACK: Final = 2 * (LOOKED_BACK + 1)
"""In positions of Qt, of which a code point takes two at the most: else the top of the query would seem to be there."""
_RULE: Final = 400
"""Positions before and behind the pointer that are looked at for a relative date: more than one takes. Ours."""
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class QueryEditor(JsonEditor):
    """The editor."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(colours, parent)
        self._fields: Callable[[], Iterable[Field]] = tuple
        self._values: Callable[[str], Iterable[KnownValue]] = lambda field: known_values(field, {})
        self._completions = Completions(self)
        self._completions.chosen.connect(self._write)
        self._over = ""  # what a proposal wrote behind its name: typed by hand as well, it is not written twice
        self._over_at = -1
        self._closing = ("", self.textCursor())  # what a proposal wrote to close, and where
        # What is typed may itself scroll, more than once, before the cursor has its place.
        self._scrolled = QTimer(self, singleShot=True, interval=0)
        self._scrolled.timeout.connect(self._follow_cursor)
        self.verticalScrollBar().valueChanged.connect(self._scrolled.start)

    def sizeHint(self) -> QSize:
        """Small: what is over of the column is given to it anyway, and on a low window the rest must stay in sight."""
        return QSize(240, 110)

    def offer_fields(self, fields: Callable[[], Iterable[Field]]) -> None:
        """Takes what gives the fields to propose; it is asked each time."""
        self._fields = fields

    def offer_values(self, values: Callable[[str], Iterable[KnownValue]]) -> None:
        """Takes what gives the values to propose for a field; it is asked each time."""
        self._values = values

    def claims(self, event: QKeyEvent) -> bool:
        """Esc closes the list of proposals before anything else."""
        return (event.key() == Qt.Key.Key_Escape and self._completions.isVisible()) or super().claims(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the list of proposals while it is open, then those of the editor."""
        if self._completions.isVisible() and self._takes(event):
            return
        if event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._propose(asked=True)
            return
        if event.text() and self._types_over(event.text()):
            self._completions.hide()
            return
        before = self.document().revision()
        super().keyPressEvent(event)
        changed = self.document().revision() != before
        if (changed and event.text() in {'"', "$"}) or self._completions.isVisible():
            self._propose()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 (Qt's name)
        """Tab takes the proposal while the list is open, and leaves the editor otherwise."""
        if next and self._completions.isVisible():
            self._completions.accept()
            return True
        return super().focusNextPrevChild(next)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Proposals are of no use elsewhere."""
        self._completions.hide()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Another place has other proposals."""
        self._completions.hide()
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list goes along: what is typed can make room for a mistake below the editor."""
        super().resizeEvent(event)
        if self._completions.isVisible():
            self._propose()

    def viewportEvent(self, event: QEvent) -> bool:
        """Explains a relative date that the pointer rests on."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._explained_at(event.pos())
            QToolTip.showText(event.globalPos(), tip(words), self.viewport())  # without words it goes away
            return True
        return super().viewportEvent(event)

    def _explained_at(self, place: QPoint) -> str:
        cursor = self.cursorForPosition(place)
        excerpt, offset = self.letters.around(cursor.position(), _RULE, _RULE)
        from scoro_desktop.audience.rule_at import rule_at

        rule = rule_at(excerpt.text, offset)
        return "" if rule is None else dated(written(rule), here.instant())

    # Proposals

    def _follow_cursor(self) -> None:
        """The list goes along with its cursor while that can be seen."""
        if not self._completions.isVisible():
            return
        if self.viewport().rect().intersects(self.cursorRect()):
            self._completions.go_to(self.cursorRect(), self.viewport())
        else:
            self._completions.hide()

    def _takes(self, event: QKeyEvent) -> bool:
        """Gives a key to the list if it is one of its own."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._completions.hide()
        elif plain and (key in _ENTER or key == Qt.Key.Key_Tab):
            self._completions.accept()
        elif plain and key in _STEPS:
            self._completions.step(_STEPS[key])
        else:
            return False
        return True

    def _types_over(self, typed: str) -> bool:
        """Tells whether a character is there already, since the proposal that was taken wrote it: people go on by
        hand.
        """
        cursor, closing = self.textCursor(), self._closing
        over, self._over = self._over if cursor.position() == self._over_at else "", ""
        if cursor.hasSelection():
            return False
        rest = over if over.startswith(typed) else over.lstrip(" ")
        if rest.startswith(typed):
            self._over = rest[len(typed) :]
            return True
        at = cursor.position()
        if closing[0][:1] != typed or closing[1].position() != at or self.document().characterAt(at) != typed:
            return False
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        self.setTextCursor(cursor)
        self._closing = (closing[0][1:], QTextCursor(cursor))
        return True

    def _propose(self, *, asked: bool = False) -> None:
        cursor = self.textCursor()
        if cursor.hasSelection():
            self._completions.hide()
            return
        excerpt, offset = self.letters.around(cursor.position(), _BACK, LOOKED_ON)
        place = surroundings(excerpt.text, offset)
        from scoro_desktop.ui.audience.editor.proposals import proposals

        found = proposals(place, self._fields(), self._values(place.field))
        if not asked and not place.quoted and [each.name for each in found] == [place.typed]:
            found = []  # it is written already: Enter is to begin a line
        if not found:
            self._completions.hide()
            return
        self._completions.show_proposals(found, self.cursorRect(), self.viewport())

    def _write(self, proposal: Proposal) -> None:
        cursor = self.textCursor()
        excerpt, offset = self.letters.around(cursor.position(), _BACK, LOOKED_ON)
        place = surroundings(excerpt.text, offset)
        cursor.setPosition(excerpt.position(place.start))
        cursor.setPosition(excerpt.position(place.end), QTextCursor.MoveMode.KeepAnchor)
        with one_edit(cursor):
            self.letters.insert(cursor, proposal.before)
            middle = cursor.position()
            self.letters.insert(cursor, proposal.after)
        cursor.setPosition(middle)
        self.setTextCursor(cursor)
        self._over, self._over_at = proposal.before.removeprefix(f'"{proposal.name}"'), middle
        if proposal.before == self._over:
            self._over = ""
        self._closing = (proposal.after, QTextCursor(cursor))
