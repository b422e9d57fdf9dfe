"""A group: whether all of its conditions must hold or any, the conditions, and the groups within it."""

from collections.abc import Iterator, Sequence
from typing import Final, cast

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from scoro_desktop.audience.conditions import Condition, Group, Item, Kind
from scoro_desktop.ui.audience.builder.calm import CalmComboBox
from scoro_desktop.ui.audience.builder.condition_row import ConditionRow
from scoro_desktop.ui.audience.builder.field_box import FieldModel
from scoro_desktop.ui.audience.builder.item_widget import BuilderProblem, ItemWidget, remove_button
from scoro_desktop.ui.audience.builder.raw_chip import RawChip

DEEPEST: Final = 4
"""Levels of groups that are shown as groups, the outermost included; more would leave no room for words."""

MOST_ITEMS: Final = 100
"""Items of a group that are shown one by one: a row takes a few milliseconds, and nobody reads thousands."""

_INDENT: Final = 12


class GroupEditor(ItemWidget):
    """A group within a group stands behind a line at its left; the outermost has none, and cannot be removed."""

    def __init__(
        self, fields: FieldModel, group: Group | None = None, level: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._fields = fields
        self._level = level
        self._listed = False
        self._widgets: list[ItemWidget] = []
        self._is_touched = False
        self.kind = CalmComboBox(self, as_wide_as_words=True)
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
        self.add_condition = self._link(self.tr("+ Condition"))
        self.add_condition.setAccessibleName(self.tr("Add a condition"))
        self.add_condition.clicked.connect(lambda: self.append_condition())
        self.add_group = self._link(self.tr("+ Group"))
        self.add_group.setAccessibleName(self.tr("Add a group"))
        self.add_group.setVisible(level < DEEPEST)
        self.add_group.clicked.connect(self._add_group_clicked)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        self._lay_out()
        self.load(group or Group())

    def _link(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
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
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(_INDENT if self._level > 1 else 0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._rows)
        column.addWidget(self._empty)
        column.addLayout(foot)

    def load(self, group: Group) -> None:
        """Shows another group; emits nothing."""
        for widget in list(self._widgets):
            self._take_away(widget)
        self.kind.setCurrentIndex(self.kind.findData(group.kind))
        self._listed = group.listed
        one_by_one = group.items if len(group.items) <= MOST_ITEMS else group.items[: MOST_ITEMS - 1]
        for item in one_by_one:
            self._insert(self._widget_for(item))
        if len(one_by_one) < len(group.items):
            self._insert(RawChip(group.items[len(one_by_one) :], self))
        self._is_touched = False
        self._show_emptiness()

    def group(self) -> Group:
        """The group as it stands, without the rows that have a problem."""
        kind = cast("Kind", self.kind.currentData())
        items = tuple(item for widget in self._widgets for item in widget.items())
        return Group(kind, items, listed=self._listed and kind == "all")

    def widgets(self) -> Sequence[ItemWidget]:
        """Its items, in order."""
        return tuple(self._widgets)

    def rows(self) -> Iterator[ConditionRow]:
        """Every condition, those of inner groups included."""
        for widget in self._widgets:
            if isinstance(widget, ConditionRow):
                yield widget
            elif isinstance(widget, GroupEditor):
                yield from widget.rows()

    def items(self) -> tuple[Item, ...]:
        """The group as the one item that it is in the group around it."""
        return (self.group(),)

    def problems(self) -> tuple[BuilderProblem, ...]:
        """Those of its items, or that it has none."""
        if not self._widgets:
            return (BuilderProblem(self, self._empty_words()),)
        return tuple(problem for widget in self._widgets for problem in widget.problems())

    def tab_stops(self) -> list[QWidget]:
        """From top to bottom."""
        inner = [stop for widget in self._widgets for stop in widget.tab_stops()]
        return [self.kind, self.remove, *inner, self.add_condition, self.add_group]

    def show_problem(self) -> None:
        """Says that it is empty."""
        self._is_touched = True
        self._show_emptiness()

    def take_focus(self) -> None:
        """The button that ends its emptiness."""
        self.add_condition.setFocus(Qt.FocusReason.OtherFocusReason)

    def append_condition(self) -> ConditionRow:
        """Adds a row at the end and goes to it."""
        row = ConditionRow(self._fields, parent=self)
        self._insert(row)
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

    def _widget_for(self, item: Item) -> ItemWidget:
        if isinstance(item, Condition):
            return ConditionRow(self._fields, item, self)
        if isinstance(item, Group) and self._level < DEEPEST:
            return GroupEditor(self._fields, item, self._level + 1, self)
        return RawChip((item,), self)

    def _insert(self, widget: ItemWidget) -> None:
        widget.changed.connect(self.changed)
        widget.stops_changed.connect(self.stops_changed)
        widget.removed.connect(lambda: self._remove_clicked(widget))
        widget.entered.connect(lambda: self._entered(widget))
        self._widgets.append(widget)
        self._rows.addWidget(widget)
        widget.show()  # at once, not with the next layout: what is hidden cannot take the keyboard

    def _take_away(self, widget: ItemWidget) -> None:
        self._widgets.remove(widget)
        self._rows.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _add_group_clicked(self) -> None:
        # "Any" within "all" and the other way round: a group of the same kind would say nothing new.
        other: Kind = "any" if self.kind.currentData() == "all" else "all"
        group = GroupEditor(self._fields, Group(other), self._level + 1, self)
        self._insert(group)
        group.append_condition()
        self._structure_changed()

    def _remove_clicked(self, widget: ItemWidget) -> None:
        place = self._widgets.index(widget)
        self._take_away(widget)
        self._is_touched = True
        if self._widgets:
            self._widgets[min(place, len(self._widgets) - 1)].tab_stops()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.add_condition.setFocus(Qt.FocusReason.OtherFocusReason)
        self._structure_changed()

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
        role = "problem" if self._level > 1 and self._is_touched else "help"
        self._empty.setText(self._empty_words())
        self._empty.setVisible(not self._widgets)
        if self._empty.property("role") != role:
            self._empty.setProperty("role", role)
            self._empty.style().polish(self._empty)
