"""Has the keys of undo and redo mean the same wherever the keyboard is within a part of the window."""

from collections.abc import Callable
from typing import Final, TypeAlias, cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

UNDO: Final = (QKeySequence("Ctrl+Z"),)
REDO: Final = (QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y"))
"""On every system: people who work on two use both. Menus show the system's own (`redo_keys`)."""
Claims: TypeAlias = Callable[[QKeyEvent], bool]
"""The method `claims` of an editor with keys of its own that the window has a use for, too: tells whether a key is the
editor's before it is any shortcut of the window."""
_TAKEN: Final = "undoes_elsewhere"
_WRITING: Final = frozenset({Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier})
_HEARD: Final = frozenset(
    {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.InputMethod, QEvent.Type.MouseButtonPress}
)


def redo_keys() -> tuple[str, ...]:
    """Returns the keys of redo, the one of the system first, which its own menus of fields show too."""
    own = QKeySequence.keyBindings(QKeySequence.StandardKey.Redo)
    return tuple(each.toString() for each in sorted(REDO, key=lambda each: each not in own[:1]))


class UndoShortcuts(QObject):
    """Takes these keys from the editors in `root`, each of which would undo by itself, and their menus' entries.

    An editor that claims other keys keeps them. `undo` and `redo` are called in their stead; `possible` says whether
    there is anything to undo, and to redo. `leaves_to`: whether an editor is to undo by itself after all. `came`: the
    keyboard came to a widget in `root`, or a key was pressed there that may change what it holds.
    """

    came = Signal(QWidget)

    def __init__(
        self,
        root: QWidget,
        undo: Callable[[], object],
        redo: Callable[[], object],
        possible: Callable[[], tuple[bool, bool]],
        parent: QObject,
        leaves_to: Callable[[QWidget], bool] = lambda _widget: False,
    ) -> None:
        super().__init__(parent)
        self._root = root
        self._acts = (undo, redo)
        self._possible = possible
        self._leaves_to = leaves_to
        self.adopt_all()
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._focus_moved)

    def adopt_all(self) -> None:
        """Takes over the undoing of every editor in `root`."""
        for kind in (QLineEdit, QPlainTextEdit):
            for editor in self._root.findChildren(kind):
                self._adopt(editor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Undoes and redoes; every other key is the editor's, those that compose a character too."""
        kind = event.type()
        if kind not in _HEARD:
            return False
        if isinstance(event, QKeyEvent) and not (event.text().isalnum() and event.modifiers() in _WRITING):
            act = self._act_of(event)
            if act is not None and isinstance(watched, QWidget) and not self._leaves_to(watched):
                event.accept()  # the override: as a key that the editor wants, no shortcut of the window's
                if kind is QEvent.Type.KeyPress:
                    act()
                return True
            claims: Claims | None = getattr(watched, "claims", None)
            if kind is QEvent.Type.ShortcutOverride and claims is not None and claims(event):
                event.accept()
                return True
        if kind is not QEvent.Type.ShortcutOverride:
            self.came.emit(watched)
        return False

    def _act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        keys = QKeySequence(event.keyCombination())
        if keys in UNDO or event.matches(QKeySequence.StandardKey.Undo):
            return self._acts[0]
        if keys in REDO or event.matches(QKeySequence.StandardKey.Redo):
            return self._acts[1]
        return None

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._root.isAncestorOf(new):
            self._adopt(new)
            self.came.emit(new)

    def _adopt(self, widget: QWidget) -> None:
        if widget.property(_TAKEN):
            return
        widget.setProperty(_TAKEN, True)
        widget.installEventFilter(self)
        if isinstance(widget, QLineEdit | QPlainTextEdit) and not widget.isReadOnly():
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            widget.customContextMenuRequested.connect(lambda place, widget=widget: self._show_menu(widget, place))

    def _show_menu(self, editor: QLineEdit | QPlainTextEdit, place: QPoint) -> None:
        menu = editor.createStandardContextMenu()
        for old, act, possible in zip(menu.actions(), self._acts, self._possible(), strict=False):
            new = QAction(old.icon(), old.text(), menu)
            new.setEnabled(possible)
            new.triggered.connect(act)
            menu.insertAction(old, new)
            menu.removeAction(old)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        within = editor.viewport() if isinstance(editor, QPlainTextEdit) else editor
        menu.popup(within.mapToGlobal(place))
