"""Undo and redo of who gets it: the query's own, whether it is written or put together, and the choices around it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QLineEdit, QWidget

from scoro_desktop import late
from scoro_desktop.ui.audience.conditions_page import ConditionsPage
from scoro_desktop.ui.editor.json_editor import JsonEditor
from scoro_desktop.ui.kit.undo_shortcuts import UndoShortcuts
from scoro_desktop.wire import JsonObject

EVERYONE: Final = "everyone"
PAUSE_S: Final = 1.5
"""Typing in a condition is one step until it pauses for longer than this, in seconds."""


@dataclass(frozen=True)
class Choice:
    """A collection, and how its recipients are chosen: "conditions", "json" or "everyone"."""

    collection: str
    mode: str

    def reaches_as(self, other: "Choice") -> bool:
        """Tells whether it is the same choice of people: conditions and JSON are two views of one query."""
        return self.collection == other.collection and (self.mode == EVERYONE) == (other.mode == EVERYONE)


@late.dataclass(frozen=True)
class ChoiceStep:
    """A choice that took the place of another when the query's document stood at its undo step `at`."""

    before: Choice
    after: Choice
    at: int


class Chosen(Protocol):
    """The panel, as far as it is undone here."""

    def choice(self) -> Choice:
        """Returns the choice."""

    def choose(self, choice: Choice) -> None:
        """Chooses it."""

    def rows(self) -> JsonObject | None:
        """Returns the rows that stand in the conditions and not in the text."""

    def restore_rows(self, rows: JsonObject) -> None:
        """Shows again what `rows` gave."""

    def drop_begun(self) -> None:
        """Takes away what was begun in the conditions, and tells."""

    def settle(self) -> None:
        """Writes down what waits to be."""


class AudienceUndo(QObject):
    """The document of the query keeps every edit of it, and the choices lie between those.

    `changed`: something else can be undone or redone. `everyone_again`: undoing or redoing chose everyone.
    """

    changed = Signal()
    everyone_again = Signal()

    def __init__(self, page: QWidget, chosen: Chosen, editor: JsonEditor, conditions: ConditionsPage) -> None:
        """`page`: the widget of the panel, to which this then belongs."""
        super().__init__(page)
        self.clock: Callable[[], float] = time.monotonic
        self._page = page
        self._chosen = chosen
        self._editor = editor
        self._conditions = conditions
        self._done: list[ChoiceStep] = []
        self._undone: list[ChoiceStep] = []
        self._dropped: tuple[JsonObject | None, tuple[int, int]] | None = None  # what was begun, and where that was
        self._busy = False
        self._last = chosen.choice()
        self._typed: tuple[QWidget | None, float, int] | None = None
        document = editor.document()
        document.undoCommandAdded.connect(self._written)
        for told in (document.undoAvailable, document.redoAvailable):
            told.connect(self.changed)
        UndoShortcuts(page, self.undo, self.redo, lambda: (self.can_undo(), self.can_redo()), self, self._undoes_itself)

    def can_undo(self) -> bool:
        """Tells whether there is something to undo."""
        return bool(self._done) or self._editor.document().isUndoAvailable() or self._begun()

    def can_redo(self) -> bool:
        """Tells whether there is something to redo."""
        return bool(self._undone) or self._editor.document().isRedoAvailable() or self._may_begin_again()

    def note_choice(self) -> None:
        """Takes down a choice that a person made."""
        now = self._chosen.choice()
        if not self._busy and not now.reaches_as(self._last):
            self._written()
            document = self._editor.document()
            document.clearUndoRedoStacks(QTextDocument.Stacks.RedoStack)
            self._done.append(ChoiceStep(self._last, now, document.availableUndoSteps()))
            self.changed.emit()
        self._last = now

    def joins(self) -> bool:
        """Tells whether what a condition writes into the text now belongs to what it wrote last: one word is being
        typed.
        """
        focused, at = self._page.window().focusWidget(), self.clock()
        steps = self._editor.document().availableUndoSteps()
        last, typing = self._typed, isinstance(focused, QLineEdit)
        return typing and last is not None and last[0] is focused and at - last[1] <= PAUSE_S and last[2] == steps

    def note_writing(self) -> None:
        """Takes down that a condition wrote into the text."""
        steps = self._editor.document().availableUndoSteps()
        self._typed = (self._page.window().focusWidget(), self.clock(), steps)

    def forget(self) -> None:
        """Begins anew: another audience is shown, which is undone with the message that it came with."""
        self._editor.document().clearUndoRedoStacks()
        self._done.clear()
        self._written()
        self._typed = None
        self._last = self._chosen.choice()
        self.changed.emit()

    def undo(self) -> None:
        """Goes back one step: what was begun in the conditions, else the last choice or edit of the query."""
        QGuiApplication.inputMethod().commit()  # what is being composed is an edit as well
        self._chosen.settle()
        place = self._place()
        document = self._editor.document()
        if self._begun():
            self._dropped = self._chosen.rows(), self._where()
            self._chosen.drop_begun()
        elif self._done and document.availableUndoSteps() <= self._done[-1].at:
            step = self._done.pop()
            self._undone.append(step)
            self._choose(step.before)
        elif document.isUndoAvailable():
            self._editor.undo()
        self._put_back(place)

    def redo(self) -> None:
        """Goes on one step that was undone."""
        self._chosen.settle()
        place = self._place()
        document = self._editor.document()
        if self._may_begin_again():
            (rows, _), self._dropped = self._dropped or (None, None), None
            if rows is not None:
                self._chosen.restore_rows(rows)
        elif self._undone and (document.availableUndoSteps() >= self._undone[-1].at or not document.isRedoAvailable()):
            step = self._undone.pop()
            self._done.append(step)
            self._choose(step.after)
        elif document.isRedoAvailable():
            self._editor.redo()
        self._put_back(place)

    def keep_place(self, show: Callable[[], None]) -> None:
        """Does what shows the conditions anew, and puts the keyboard where it was in them."""
        place = self._place()
        show()
        if place >= 0:
            self._put_back(place)

    def _choose(self, choice: Choice) -> None:
        was = self._last
        self._busy = True
        try:
            self._chosen.choose(choice)
        finally:
            self._busy = False
        self._last = choice
        if choice.mode == EVERYONE != was.mode:
            self.everyone_again.emit()

    def _written(self) -> None:
        """Something else was done: what was undone before does not come back."""
        self._undone.clear()
        self._dropped = None

    def _where(self) -> tuple[int, int]:
        """Returns how many edits and choices are done."""
        return self._editor.document().availableUndoSteps(), len(self._done)

    def _may_begin_again(self) -> bool:
        """Tells whether what was begun and taken back comes next."""
        dropped = self._dropped
        return dropped is not None and dropped[0] is not None and dropped[1] == self._where() and not self._begun()

    def _begun(self) -> bool:
        """Tells whether the conditions hold something that is no query yet, and so stands in no document."""
        return self._chosen.choice().mode == "conditions" and self._conditions.is_unfinished()

    def _undoes_itself(self, widget: QWidget) -> bool:
        """The line to find text; and a half-typed condition, which no document knows of."""
        if self._editor.find_bar.isAncestorOf(widget):
            return True
        line = widget if isinstance(widget, QLineEdit) else widget.findChild(QLineEdit)
        return isinstance(line, QLineEdit) and line.isUndoAvailable() and self._begun() and line.isVisible()

    def _place(self) -> int:
        """At which of the conditions' stops the keyboard is, -1 where it is elsewhere."""
        focused = self._page.window().focusWidget()
        stops = self._conditions.builder.root.tab_stops()
        return next((at for at, stop in enumerate(stops) if stop is focused or stop.isAncestorOf(focused)), -1)

    def _put_back(self, place: int) -> None:
        """Puts the keyboard where it was: conditions that are shown anew are other widgets."""
        self._typed = None
        focused = cast("QWidget | None", self._page.window().focusWidget())
        mode = self._chosen.choice().mode
        if mode == "conditions" and (place >= 0 or focused is None or not focused.isVisible()):
            stops = self._conditions.builder.root.tab_stops()
            usable = [each for each in stops if each.isEnabled() and not _is_put_away(each)]
            wanted = stops[min(max(place, 0), len(stops) - 1)]
            target = wanted if wanted in usable else next(iter(usable), self._conditions)
            self._bring_into_sight(target)
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        elif mode == "json" and not self._editor.hasFocus():
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _bring_into_sight(self, widget: QWidget) -> None:
        """Now, not when the layout gets to it: what is not seen takes no keyboard."""
        inner: QWidget | None = widget
        while inner is not None and not inner.isVisible() and not _is_put_away(inner):
            inner.show()
            inner = inner.parentWidget()


def _is_put_away(widget: QWidget) -> bool:
    """Tells whether a widget was hidden, and is not merely so new that it was not shown yet."""
    return widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
