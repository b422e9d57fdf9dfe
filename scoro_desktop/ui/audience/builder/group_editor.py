"""A group: whether all of its conditions must hold or any, the conditions, and the groups within it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from scoro_desktop.audience.conditions import Condition, Group, Item, Kind, item_from_query
from scoro_desktop.ui.audience.builder.item_widget import BuilderProblem, ItemWidget, remove_button
from scoro_desktop.ui.audience.builder.made_items import condition_row, raw_chip
from scoro_desktop.ui.kit.no_wheel import ElidingComboBox
from scoro_desktop.ui.kit.restyle import restyle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scoro_desktop.ui.audience.builder.condition_row import ConditionRow
    from scoro_desktop.ui.audience.builder.field_box import FieldModel
    from scoro_desktop.wire import JsonObject, JsonValue

DEEPEST: Final = 4
"""Levels of groups that are shown as groups, the outermost included; more would leave no room for words."""

MOST_ROWS: Final = 50
"""Conditions that are shown one by one, in all groups together: a row takes 5 ms, and nobody reads thousands."""

_INDENT: Final = 12


class GroupEditor(ItemWidget):
    """A group within a group stands behind a line at its left; the outermost has none, and cannot be removed."""

    def __init__(self, fields: FieldModel, level: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = fields
        self._level = level
        self._listed = False
        self._widgets: list[ItemWidget] = []
        self._removed: tuple[int, ItemWidget] | None = None
        self._is_touched = False
        self.kind = ElidingComboBox(self, as_wide_as_words=True)
        self.kind.addItem(self.tr("All of these"), "all")
        self.kind.addItem(self.tr("Any of these"), "any")
        self.kind.setAccessibleName(self.tr("Which conditions must hold"))
        self.kind.activated.connect(lambda: self.changed.emit())
        self.remove = remove_button(self)
        self.remove.setToolTip(self.tr("Remove this group"))
        self.remove.setAccessibleName(self.tr("Remove this group"))
        self.remove.setVisible(level > 1)
        self.remove.clicked.connect(self.removed)
        self._empty = QLabel(self)
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setWordWrap(True)
        self.add_condition = self._link(self.tr("+ Condition"), self.tr("Add a condition"))
        self.add_condition.clicked.connect(lambda: self.append_condition())
        self.add_group = self._link(self.tr("+ Group"), self.tr("Add a group"))
        self.add_group.setVisible(level < DEEPEST)
        self.add_group.clicked.connect(self._add_group_clicked)
        self.put_back = self._link(self.tr("Put back"), self.tr("Put back what was removed last"))
        self.put_back.setToolTip(self.put_back.accessibleName())
        self.put_back.clicked.connect(self._put_back_clicked)
        self.put_back.hide()
        self.buttons, self.adding = [self.put_back, self.remove], [self.add_condition, self.add_group]
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        self._lay_out()
        self._show_emptiness()

    def _link(self, words: str, spoken: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setAccessibleName(spoken)
        button.setProperty("role", "link")
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.kind)
        head.addStretch(1)
        head.addWidget(self.remove)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.add_condition)
        foot.addWidget(self.add_group)
        foot.addWidget(self.put_back)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(_INDENT if self._level > 1 else 0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._rows)
        column.addWidget(self._empty)
        column.addLayout(foot)

    def load(self, group: Group, room: int = MOST_ROWS) -> int:
        """Shows another group, emits nothing, and returns how many rows it took.

        What `room`, a number of rows, does not hold is kept as one part that only JSON shows.
        """
        self._begin(group.kind, listed=group.listed)
        shown = 0
        for place, item in enumerate(group.items):
            if shown >= room:
                self._append(raw_chip(group.items[place:], self))
                break
            widget = self._widget_for(item)
            if isinstance(widget, GroupEditor) and isinstance(item, Group):
                shown += widget.load(item, room - shown)
            else:
                shown += 1
            self._append(widget)
        self._is_touched = False
        self._show_emptiness()
        return shown

    def state(self) -> JsonObject:
        """Its kind, and the state of each of its items."""
        items: list[JsonValue] = [widget.state() for widget in self._widgets]
        kept: JsonObject = {"listed": self._listed, "touched": self._is_touched, "items": items}
        return {"group": {"kind": cast("Kind", self.kind.currentData()), **kept}}

    def restore(self, kept: JsonObject) -> None:
        """Shows what `state` gave under "group", and emits nothing.

        A condition to be filled in stands for an item that cannot be read: without it the rest could reach others.
        """
        self._begin("any" if kept.get("kind") == "any" else "all", listed=kept.get("listed") is True)
        items = kept.get("items")
        for item in items if isinstance(items, list) else ():
            self._append(self._kept_widget(item if isinstance(item, dict) else {}))
        self._is_touched = kept.get("touched") is True
        self._show_emptiness()

    def group(self) -> Group | None:
        """The group as it stands; None while it has no item, or one lacks something."""
        kind = cast("Kind", self.kind.currentData())
        items: list[Item] = []
        for widget in self._widgets:
            if widget.draft is not None:
                condition = widget.draft.condition()
                if condition is None:
                    return None
                items.append(condition)
            elif (inner := widget.items()) is None:
                return None
            else:
                items += inner
        return Group(kind, tuple(items), listed=self._listed and kind == "all") if items else None

    def is_begun(self) -> bool:
        """Tells whether there are items that make no query yet."""
        for widget in self._widgets:  # noqa: SIM110  a generator would be called for each, with every letter
            if widget.is_flawed if widget.draft is not None else widget.problems():
                return True
        return False

    def widgets(self) -> Sequence[ItemWidget]:
        """Its items, in order."""
        return tuple(self._widgets)

    def rows(self) -> Iterator[ConditionRow]:
        """Every condition, those of inner groups included, and those that can be put back."""
        for widget in [*self._widgets, *([self._removed[1]] if self._removed else [])]:
            if widget.draft is not None:
                yield cast("ConditionRow", widget)
            elif isinstance(widget, GroupEditor):
                yield from widget.rows()

    def items(self) -> tuple[Item, ...] | None:
        """The group as the one item that it is in the group around it."""
        group = self.group()
        return None if group is None else (group,)

    def problems(self) -> tuple[BuilderProblem, ...]:
        """Those of its items, or that it has none."""
        if not self._widgets:
            return (BuilderProblem(self, self._empty_words()),)
        return tuple(problem for widget in self._widgets for problem in widget.problems())

    def tab_stops(self) -> list[QWidget]:
        """From top to bottom."""
        inner = [stop for widget in self._widgets for stop in widget.tab_stops()]
        return [self.kind, self.remove, *inner, self.add_condition, self.add_group, self.put_back]

    def show_problem(self) -> None:
        """Says that it is empty."""
        self._is_touched = True
        self._show_emptiness()

    def take_focus(self) -> None:
        """The button that ends its emptiness."""
        self.add_condition.setFocus(Qt.FocusReason.OtherFocusReason)

    def append_condition(self) -> ConditionRow:
        """Adds a row at the end and goes to it."""
        row = condition_row(self._fields, self)
        self._append(row)
        self._structure_changed()
        row.take_focus()
        return row

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line that holds an inner group together."""
        super().paintEvent(event)
        if self._level > 1:
            painter = QPainter(self)
            painter.fillRect(QRect(0, 2, 2, self.height() - 4), self.palette().mid())
            painter.end()

    def _begin(self, kind: Kind, *, listed: bool) -> None:
        """Takes away what it shows."""
        for widget in self._widgets:
            self._rows.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._widgets.clear()
        self._forget_removed()
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self._listed = listed

    def _kept_widget(self, kept: JsonObject) -> ItemWidget:
        condition, group, parts = kept.get("condition"), kept.get("group"), kept.get("parts")
        if isinstance(group, dict) and self._level < DEEPEST:
            inner = GroupEditor(self._fields, self._level + 1, self)
            inner.restore(group)
            return inner
        if isinstance(parts, list) and parts and all(isinstance(each, dict) for each in parts):
            return raw_chip(tuple(item_from_query(cast("JsonObject", each)) for each in parts), self, {"parts": parts})
        return condition_row(self._fields, self, kept=condition if isinstance(condition, dict) else {})

    def _widget_for(self, item: Item) -> ItemWidget:
        if isinstance(item, Condition):
            return condition_row(self._fields, self, item)
        if isinstance(item, Group) and self._level < DEEPEST:
            return GroupEditor(self._fields, self._level + 1, self)
        return raw_chip((item,), self)

    def _append(self, widget: ItemWidget) -> None:
        widget.changed.connect(self.changed)
        widget.stops_changed.connect(self.stops_changed)
        widget.removed.connect(lambda: self._remove_clicked(widget))
        widget.entered.connect(lambda: self._entered(widget))
        self._insert(len(self._widgets), widget)

    def _insert(self, place: int, widget: ItemWidget) -> None:
        self._widgets.insert(place, widget)
        self._rows.insertWidget(place, widget)
        widget.show()  # at once, not with the next layout: what is hidden cannot take the keyboard

    def _add_group_clicked(self) -> None:
        # "Any" within "all" and the other way round: a group of the same kind would say nothing new.
        other: Kind = "any" if self.kind.currentData() == "all" else "all"
        group = GroupEditor(self._fields, self._level + 1, self)
        group.load(Group(other))
        self._append(group)
        group.append_condition()
        self._structure_changed()

    def _remove_clicked(self, widget: ItemWidget) -> None:
        place = self._widgets.index(widget)
        self._forget_removed()
        self._widgets.remove(widget)
        self._rows.removeWidget(widget)
        widget.hide()
        self._removed = (place, widget)
        self.put_back.show()
        self._is_touched = True
        if self._widgets:
            self._widgets[min(place, len(self._widgets) - 1)].tab_stops()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.add_condition.setFocus(Qt.FocusReason.OtherFocusReason)
        self._structure_changed()

    def _put_back_clicked(self) -> None:
        if self._removed is not None:
            place, widget = self._removed
            self._removed = None
            self.put_back.hide()
            self._insert(min(place, len(self._widgets)), widget)
            widget.take_focus()
            self._structure_changed()

    def _forget_removed(self) -> None:
        if self._removed is not None:
            self._removed[1].deleteLater()
        self._removed = None
        self.put_back.hide()

    def _entered(self, widget: ItemWidget) -> None:
        place = self._widgets.index(widget)
        if widget.problems():
            widget.show_problem()
            widget.take_focus()
        elif place + 1 < len(self._widgets):
            self._widgets[place + 1].take_focus()
        else:
            self.append_condition()

    def _structure_changed(self) -> None:
        self._show_emptiness()
        self.stops_changed.emit()
        self.changed.emit()

    def _empty_words(self) -> str:
        if self._level > 1:
            return self.tr("This group is empty. Add a condition, or remove the group.")
        return self.tr("No condition yet, so nobody is chosen.")

    def _show_emptiness(self) -> None:
        """Of an inner group alone: that nobody is chosen is said where the count stands."""
        role = "problem" if self._is_touched else "help"
        self._empty.setText(self._empty_words())
        self._empty.setVisible(not self._widgets and self._level > 1)
        if self._empty.property("role") != role:
            self._empty.setProperty("role", role)
            restyle(self._empty)
