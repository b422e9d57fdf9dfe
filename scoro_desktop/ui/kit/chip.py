"""Chips: small buttons in a row, by which a list is narrowed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.kit.restyle import restyle

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_STEPS: Final = {
    int(Qt.Key.Key_Left): -1,
    int(Qt.Key.Key_Up): -1,
    int(Qt.Key.Key_Right): 1,
    int(Qt.Key.Key_Down): 1,
}
LONGEST: Final = 18
"""Characters of what is chosen that a chip shows."""


class Chip(QPushButton):
    """A chip that is on or off. `one_of_several`: of its group, of which one is always on.

    To a screen reader that is a radio button, else a check box; of a QToolButton Qt says check box either way.
    """

    def __init__(self, words: str, parent: QWidget | None = None, *, one_of_several: bool = False) -> None:
        super().__init__(words, parent)
        self.setCheckable(True)
        self.setAutoExclusive(one_of_several)
        self.setProperty("role", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Goes on to the next of its group with an arrow; Qt would choose that one, though it may open a dialog."""
        step = _STEPS.get(event.key(), 0)
        if not step or not self.autoExclusive():
            super().keyPressEvent(event)
            return
        others = self.group().buttons()
        others[(others.index(self) + step) % len(others)].setFocus(Qt.FocusReason.TabFocusReason)


class StayingMenu(QMenu):
    """A menu that stays open while its ticks are set: several are chosen at once."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ticks what the mouse is on."""
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ticks with the space bar; Enter ticks and closes, as menus do."""
        if event.key() != Qt.Key.Key_Space or not self._tick(self.activeAction()):
            super().keyPressEvent(event)

    def _tick(self, action: QAction | None) -> bool:
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True


class ChoiceChip(QToolButton):
    """A chip with a menu, out of which any number can be chosen; none is all. `changed`: by the person."""

    changed = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """`title`: the kind of what is chosen, in a word."""
        super().__init__(parent)
        self._title = title
        self._menu = StayingMenu(self)
        self._offers: dict[str, QAction] = {}
        self._words: dict[str, str] = {}
        self._groups: list[tuple[QAction, frozenset[str]]] = []
        self.setProperty("role", "chip")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMenu(self._menu)
        self._menu.aboutToHide.connect(lambda: self.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False))
        self._show()

    def offer(self, offers: Sequence[tuple[str, str]], groups: Sequence[tuple[str, frozenset[str]]] = ()) -> None:
        """Offers these values, by their words; `groups`: names for several at once. What is chosen and gone stays."""
        chosen = self.chosen()
        kept = [(value, self._words[value]) for value in sorted(chosen - {value for value, _ in offers})]
        if [*offers, *kept] == list(self._words.items()):
            return
        self._menu.clear()
        self._groups = [(self._add(words), values) for words, values in groups]
        for action, values in self._groups:
            action.triggered.connect(lambda on, values=values: self._choose_group(values, on=on))
        if groups:
            self._menu.addSeparator()
        self._words = dict([*offers, *kept])
        self._offers = {value: self._add(words) for value, words in self._words.items()}
        for action in self._offers.values():
            action.triggered.connect(self._chosen)
        self.choose(chosen)

    def chosen(self) -> frozenset[str]:
        """The values that are chosen; none is all."""
        return frozenset(value for value, action in self._offers.items() if action.isChecked())

    def choose(self, values: Collection[str]) -> None:
        """Chooses these values, without a word; one that is not on offer is named as it is."""
        for value in values:
            if value not in self._offers:
                self._words[value] = value
                self._offers[value] = self._add(value)
                self._offers[value].triggered.connect(self._chosen)
        for value, action in self._offers.items():
            action.setChecked(value in values)
        self._show()

    def _add(self, words: str) -> QAction:
        action = self._menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        return action

    def _choose_group(self, values: frozenset[str], *, on: bool) -> None:
        self.choose(values if on else self.chosen() - values)
        self.changed.emit()

    def _chosen(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        chosen = self.chosen()
        for action, values in self._groups:
            action.setChecked(chosen >= values)
        group = next((action.text() for action, values in self._groups if chosen == values), "")
        names = [self._words[value] for value in self._words if value in chosen]
        said = group or ", ".join(names)
        shown = self._title
        if said and (len(said) <= LONGEST or len(names) == 1 or group):
            shown = said if len(said) <= LONGEST else f"{said[: LONGEST - 1].rstrip()}…"
        elif said:
            shown = self.tr("{title}: {number}").format(title=self._title, number=len(names))
        self.setText(shown.replace("&", "&&") + " ▾")
        whole = self.tr("{title}: {values}").format(title=self._title, values=said or self.tr("any"))
        self.setAccessibleName(whole)
        self.setToolTip(tip(whole))
        if self.property("chosen") != bool(chosen):
            self.setProperty("chosen", bool(chosen))
            restyle(self)

    def changeEvent(self, event: QEvent) -> None:
        """Measures itself anew where its style changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
