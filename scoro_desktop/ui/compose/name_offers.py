"""Names that are offered while somebody types between two braces: in any text of a message, and in values of data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QPlainTextEdit, QScrollBar, QWidget
from shiboken6 import isValid

from scoro_desktop.messages.begun_name import BegunName, begun_name
from scoro_desktop.ui.compose.message_form import MessageForm
from scoro_desktop.ui.kit.announce import announce
from scoro_desktop.ui.kit.completions import Completions, Proposal
from scoro_desktop.ui.kit.plain_text import offset_of, utf16_length

if TYPE_CHECKING:
    from collections.abc import Iterable

Editor: TypeAlias = QLineEdit | QPlainTextEdit
_TAKES: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
_PLAIN: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_CLOSING: Final = "}}"


def offer(edit: QWidget) -> None:
    """Opens the list of names at the cursor, where the form that the editor belongs to has any to offer."""
    form = edit.parentWidget()
    while form is not None and not isinstance(form, MessageForm):
        form = form.parentWidget()
    if form is not None and isinstance(edit, Editor):
        found = edit.findChild(NameOffers, options=Qt.FindChildOption.FindDirectChildrenOnly)
        (found or NameOffers(edit, form)).open()


def fitting(offered: Iterable[Proposal], typed: str) -> list[Proposal]:
    """Lists the names that begin with what is typed, then those that contain it."""
    wanted = " ".join(typed.split()).casefold()
    every = list(offered)
    begin = [each for each in every if each.name.casefold().startswith(wanted)]
    return begin + [each for each in every if wanted in each.name.casefold() and each not in begin]


class NameOffers(QObject):
    """The list at one editor. Only while it is open are keys, cursor and focus looked at."""

    def __init__(self, edit: Editor, form: MessageForm) -> None:
        super().__init__(edit)
        self._edit = edit
        self._form = form
        self._list: Completions | None = None
        self._over = 0  # closing braces that a name brought along, and that are not typed a second time
        self._scrolled = QTimer(self, singleShot=True, interval=0)
        self._scrolled.timeout.connect(self._follow)
        self._is_writing = False

    def open(self) -> None:
        """Offers names at the cursor until one is taken or the cursor leaves the braces."""
        self._end_over()
        if self._list is None:
            self._list = Completions(self._edit)
            self._list.chosen.connect(self._write)
            self._edit.destroyed.connect(self._list.deleteLater)  # which lies over the whole window
            self._edit.installEventFilter(self)
            self._edit.cursorPositionChanged.connect(self._refresh)
            self._edit.textChanged.connect(self._refresh)
            self._form.names_known.connect(self._refresh)
            for bar in self._bars():
                bar.valueChanged.connect(self._scrolled.start)
        self._refresh()

    def close(self) -> None:
        """Offers nothing any more."""
        if self._list is None:
            return
        self._edit.removeEventFilter(self)
        self._edit.cursorPositionChanged.disconnect(self._refresh)
        self._edit.textChanged.disconnect(self._refresh)
        self._form.names_known.disconnect(self._refresh)
        for bar in self._bars():
            bar.valueChanged.disconnect(self._scrolled.start)
        self._list.hide()
        self._list.deleteLater()
        self._list = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the keys of the list before the editor, or any shortcut of the window, has them."""
        if not isValid(self):  # the editor is taken away while its list is open, and loses the keyboard by that
            return False
        kind = event.type()
        if kind is QEvent.Type.FocusOut:
            self.close()
            self._end_over()
            return False
        if isinstance(event, QKeyEvent) and self._list is None:
            return kind is QEvent.Type.KeyPress and self._types_over(event)
        if kind is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()
            return True
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._is_own(event):
            self._act(Qt.Key(event.key()))
            return True
        if kind in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._scrolled.start()
        return super().eventFilter(watched, event)

    def _is_own(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if self._list is None or not self._list.isVisible():
            return False
        return key == Qt.Key.Key_Escape or (event.modifiers() in _PLAIN and (key in _TAKES or key in _STEPS))

    def _act(self, key: Qt.Key) -> None:
        if self._list is None:
            return
        if key == Qt.Key.Key_Escape:
            self.close()
        elif key in _TAKES:
            self._list.accept()
        else:
            self._list.step(_STEPS[key])
            announce(self._edit, self._list.words())

    def _refresh(self) -> None:
        if self._list is None or self._is_writing:
            return
        place = self._place()
        if place is None:
            self.close()
            return
        found = self._found(place)
        if not found:
            self._list.hide()  # the fields may come to be known yet
            return
        before = self._list.words() if self._list.isVisible() else ""
        self._list.show_proposals(found, *self._cursor())
        if self._list.words() != before:
            announce(self._edit, self._list.words())

    def _found(self, place: BegunName) -> list[Proposal]:
        """Lists the names that fit, but for the one that stands there already."""
        there = place.typed + place.rest if place.is_closed else None
        return [each for each in fitting(self._form.names(), place.typed) if each.name != there]

    def _follow(self) -> None:
        """Keeps the list at its cursor while that can be seen."""
        if self._list is None or not self._list.isVisible():
            return
        cursor, viewport = self._cursor()
        if viewport.visibleRegion().intersects(cursor):
            self._list.go_to(cursor, viewport)
        else:
            self.close()

    def _write(self, proposal: Proposal) -> None:
        place = self._place()
        self._is_writing = True
        try:
            if place is not None:
                self._put(place, proposal.name)
        finally:
            self._is_writing = False
        self.close()
        if place is not None and not place.is_closed:
            self._over = len(_CLOSING)
            self._edit.installEventFilter(self)

    def _put(self, place: BegunName, name: str) -> None:
        """Puts a name in the place of what is typed of one, and closes it where it is not closed."""
        back, on = utf16_length(place.typed), utf16_length(place.rest)
        new = name if place.is_closed else name + _CLOSING
        if isinstance(self._edit, QLineEdit):
            self._edit.setSelection(self._edit.cursorPosition() - back, back + on)
            self._edit.insert(new)
            return
        cursor = self._edit.textCursor()
        at = cursor.position()
        cursor.setPosition(at + on)
        cursor.setPosition(at - back, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(new)
        self._edit.setTextCursor(cursor)

    def _types_over(self, event: QKeyEvent) -> bool:
        """Takes a closing brace that stands there already: people go on by hand."""
        if event.text() == "}" and self._over:
            self._over -= 1
            if not self._over:
                self._end_over()
            return True
        if event.text() or Qt.Key(event.key()) in _STEPS:
            self._end_over()
        return False

    def _end_over(self) -> None:
        if self._over or self._list is None:
            self._over = 0
            self._edit.removeEventFilter(self)

    def _place(self) -> BegunName | None:
        if isinstance(self._edit, QLineEdit):
            if self._edit.hasSelectedText():
                return None
            text, position = self._edit.text(), self._edit.cursorPosition()
        else:
            cursor = self._edit.textCursor()
            if cursor.hasSelection():
                return None
            text, position = cursor.block().text(), cursor.positionInBlock()
        at = offset_of(text, position)
        return begun_name(text[:at], text[at:])

    def _cursor(self) -> tuple[QRect, QWidget]:
        """The place of the cursor, and the widget that it is measured in."""
        if isinstance(self._edit, QLineEdit):
            return self._edit.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle), self._edit
        return self._edit.cursorRect(), self._edit.viewport()

    def _bars(self) -> list[QScrollBar]:
        """The bars that move what the editor stands in."""
        bars: list[QScrollBar] = []
        each: QWidget | None = self._edit
        while each is not None and not each.isWindow():
            if isinstance(each, QAbstractScrollArea):
                bars.append(each.verticalScrollBar())
            each = each.parentWidget()
        return bars
