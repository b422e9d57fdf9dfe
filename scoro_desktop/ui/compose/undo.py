"""Undo and redo of a whole form, in place of what each of its editors would undo by itself."""

from __future__ import annotations

import contextlib
import functools
import time
from typing import TYPE_CHECKING, Protocol, TypeAlias

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from scoro_desktop.ui.compose.fields import Field
from scoro_desktop.ui.compose.undo_history import Parts, Step, TextEdit, UndoHistory, difference
from scoro_desktop.ui.kit.plain_text import offset_of, utf16_length
from scoro_desktop.ui.kit.undo_shortcuts import UndoShortcuts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from scoro_desktop.ui.compose.parts import Part
    from scoro_desktop.wire import JsonObject, JsonValue

Editor: TypeAlias = QLineEdit | QPlainTextEdit


class Surroundings(Protocol):
    """The part beside a form that is replaced together with it at times: the choice of who gets the message."""

    def around(self) -> JsonObject:
        """Returns its state."""

    def restore_around(self, around: JsonObject) -> None:
        """Puts back what `around` gave."""


class Form(Protocol):
    """A form that is made of parts."""

    def parts(self) -> list[Part]:
        """All of them."""

    def parts_restored(self) -> None:
        """Some were put back."""

    @property
    def grew(self) -> SignalInstance:
        """Tells that there are more parts than before, all of them empty."""


class FormUndo(QObject):
    """Takes down each edit of a form as a step, and goes back and on again.

    `changed`: something else can be undone or redone. `replacing`: a whole message is about to come back in the place
    of the one that stands there. `gone_to`: a step was undone or redone, and the keyboard is on
    the widget where it shows; None where the whole form changed. `clock` gives seconds and never goes back.
    """

    changed = Signal()
    replacing = Signal()
    gone_to = Signal(object)

    def __init__(self, page: QWidget, form: Form, surroundings: Surroundings) -> None:
        """`page`: the widget of the form, to which this then belongs."""
        super().__init__(page)
        self.clock: Callable[[], float] = time.monotonic
        self._page = page
        self._form = form
        self._parts: dict[str, Part] = {}
        self._surroundings = surroundings
        self._altered: set[str] = set()  # the parts that may read otherwise than when they were read
        self._always: set[str] = set()
        self._of_field: dict[QWidget, list[str]] = {}
        self._take_parts()
        self._busy = False
        self._typing = False  # whether an edit was the last that was told of
        self._typed_in: tuple[Editor, str] | None = None  # where the keyboard is, and the text there before it is used
        self._keys = UndoShortcuts(page, self.undo, self.redo, lambda: (self.can_undo(), self.can_redo()), self)
        self._keys.came.connect(self._remember)
        self._steps = UndoHistory(self._read(everything=True))
        form.grew.connect(self._grow)

    def can_undo(self) -> bool:
        """Tells whether there is something to undo."""
        return self._steps.last is not None

    def can_redo(self) -> bool:
        """Tells whether there is something to redo."""
        return self._steps.next is not None

    def field_edited(self, field: Field) -> None:
        """Takes note of which field was edited, before `record`."""
        self._altered.update(self._of_field.get(field, ()))

    def record(self) -> None:
        """Takes down what was just edited."""
        if self._busy:
            return
        now = self._read()
        different = self._steps.differing(now)
        if not different:
            return
        editor, edit = self._text_edit()
        place = self._place(different)
        self._steps.record(now, at=self.clock(), place=place, edit=edit, editor=editor, differing=different)
        if not self._typing:  # else that this can be undone, and nothing redone, was told with the edit before
            self.changed.emit()
            self._typing = True

    @contextlib.contextmanager
    def one_step(self, *, opens: bool = True) -> Iterator[None]:
        """Whatever happens meanwhile to the form and to what stands beside it is one step.

        `opens`: another message is shown; else it is an edit of the one that is.
        """
        before = self._surroundings.around()
        self._busy = True
        try:
            yield
        finally:
            self._busy = self._typing = False
            after = self._surroundings.around()
            around = None if before == after else (before, after)
            self._steps.close()
            self._steps.record(self._read(everything=True), at=self.clock(), place="", around=around, opens=opens)
            self._steps.close()
            self._typed_in = None
            self.changed.emit()

    def undo(self) -> None:
        """Goes back one step."""
        QGuiApplication.inputMethod().commit()  # what is being composed is an edit as well
        if (step := self._steps.last) is not None:
            self._tell(step)
            self._steps.undo(self._around_of(step))
            self._show(step, step.before, step.around_before)

    def redo(self) -> None:
        """Goes on one step that was undone."""
        if (step := self._steps.next) is not None:
            self._tell(step)
            self._steps.redo(self._around_of(step))
            self._show(step, step.after, step.around_after)

    def _take_parts(self) -> list[Part]:
        """Takes the parts of the form, in its order; gives those that are new."""
        parts = {part.name: self._parts.get(part.name, part) for part in self._form.parts()}
        new = [part for name, part in parts.items() if name not in self._parts]
        self._parts = parts
        for part in new:
            self._of_field.setdefault(part.holder, []).append(part.name)
            if part.altered is None:
                self._always.add(part.name)
            else:
                part.altered.connect(functools.partial(self._altered.add, part.name))
        for editor in self._page.findChildren(QPlainTextEdit):
            editor.setUndoRedoEnabled(False)
        return new

    def _grow(self) -> None:
        self._steps.add({part.name: part.read() for part in self._take_parts()})
        self._keys.adopt_all()

    def _tell(self, step: Step) -> None:
        if step.opens:
            self.replacing.emit()

    def _around_of(self, step: Step) -> JsonObject | None:
        return None if step.around_before is None else self._surroundings.around()

    def _read(self, *, everything: bool = False) -> Parts:
        if everything:
            self._altered.update(self._parts)
        now: dict[str, JsonValue] = {}
        wanted = self._altered | self._always
        for name, part in self._parts.items():  # in the order of the form
            if name in wanted:
                now[name] = part.read()
        self._altered.clear()
        return now

    def _place(self, names: Sequence[str]) -> str:
        """Tells which of the parts that differ was edited: where the keyboard is, else the box that the others
        follow.
        """
        focused = self._page.window().focusWidget()
        for name in names:
            holder = self._parts[name].holder
            if holder is focused or (isinstance(holder, Field) and holder.isAncestorOf(focused)):
                return name
        return next((each for each in names if isinstance(self._parts[each].holder, QAbstractButton)), names[0])

    def _remember(self, widget: QWidget) -> None:
        if isinstance(widget, QPlainTextEdit) and widget.isUndoRedoEnabled():
            widget.setUndoRedoEnabled(False)
        if self._typed_in is not None and self._typed_in[0] is widget:
            return
        editor = _editor_of(widget)
        if editor is not None and (self._typed_in is None or self._typed_in[0] is not editor):
            self._typed_in = (editor, _text(editor))

    def _text_edit(self) -> tuple[Editor | None, TextEdit | None]:
        """The editor that was typed in, and what was, where that can be told."""
        focused = self._page.window().focusWidget()
        known = self._typed_in
        editor = known[0] if known is not None and known[0] is focused else _editor_of(focused)
        if editor is None or not self._page.isAncestorOf(editor):
            return None, None
        text = _text(editor)
        self._typed_in = (editor, text)
        if known is None or known[0] is not editor or known[1] == text:
            return None, None
        at = editor.cursorPosition() if isinstance(editor, QLineEdit) else editor.textCursor().position()
        return editor, difference(known[1], text, at if text.isascii() else offset_of(text, at))

    def _show(self, step: Step, values: Parts, around: JsonObject | None) -> None:
        self._typing = False
        part = self._parts.get(step.place)
        faces = {} if part is None else _faces(part.holder)
        self._busy = True
        try:
            for name, value in values.items():
                self._parts[name].write(value)
            if around is not None:
                self._surroundings.restore_around(around)
            self._form.parts_restored()
        finally:
            self._busy = False
        self._typed_in = None
        self.gone_to.emit(None if part is None else self._go_to(part, faces))
        self.changed.emit()

    def _go_to(self, part: Part, faces: dict[QWidget, str]) -> QWidget:
        """Puts the keyboard where a part differs from what it was."""
        target = part.show()
        if isinstance(part.holder, Field) and part.holder.isAncestorOf(target):
            now = _faces(part.holder)
            target = next((each for each, face in now.items() if face != faces.get(each, "")), target)
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        editor = _editor_of(target)
        if editor is not None:
            text = _text(editor)
            edit = difference(faces.get(target, ""), text)
            _set_cursor(editor, utf16_length(text[: edit.start + len(edit.inserted)]))
            self._typed_in = (editor, text)
        return target


def _editor_of(widget: QWidget | None) -> Editor | None:
    """The editor of text that a widget is or has, as a box with a number has."""
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        return widget
    inner = None if widget is None else widget.findChild(QLineEdit)
    return inner if isinstance(inner, QLineEdit) and inner.focusProxy() is widget else None


def _text(editor: Editor) -> str:
    return editor.text() if isinstance(editor, QLineEdit) else editor.document().toRawText().replace("\u2029", "\n")


def _set_cursor(editor: Editor, position: int) -> None:
    if isinstance(editor, QLineEdit):
        editor.setCursorPosition(position)
    else:
        cursor = editor.textCursor()
        cursor.setPosition(position)
        editor.setTextCursor(cursor)
        editor.ensureCursorVisible()


def _faces(holder: QWidget) -> dict[QWidget, str]:
    """Returns the texts of each editor in a field; rows that were taken out are on their way, and hidden."""
    faces: dict[QWidget, str] = {}
    for each in holder.findChildren(QWidget):
        if isinstance(each, Editor) and each.isVisibleTo(holder):
            faces[each] = _text(each)
        elif isinstance(each, QComboBox) and each.isVisibleTo(holder):
            faces[each] = each.currentText()
    return faces
