"""An audience by conditions: a query that is read and written without JSON."""

import itertools
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from scoro_desktop.audience.conditions import from_query, to_query
from scoro_desktop.audience.schema import Field
from scoro_desktop.ui.audience.builder.field_box import FieldBox, FieldModel, ValuesOf
from scoro_desktop.ui.audience.builder.group_editor import GroupEditor
from scoro_desktop.ui.audience.builder.item_widget import BuilderProblem
from scoro_desktop.ui.kit.unhurried import soon
from scoro_desktop.wire import JsonObject


class ConditionsBuilder(QWidget):
    """Shows a query as conditions. `changed`: the person changed it; loading emits nothing.

    It is as tall as its conditions are: put it where it can scroll.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = FieldModel(self)
        self._waiting: Sequence[Field] | None = None  # for a list to be closed
        self.root = GroupEditor(self._fields, parent=self)
        self.root.changed.connect(self.changed)
        self.root.stops_changed.connect(self._chain)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.root)
        column.addStretch()
        self._chain()

    def load(self, query: JsonObject) -> None:
        """Shows a query. Whatever it is, `query()` gives an equal one until something is edited; {} shows nothing."""
        self.root.load(from_query(query))
        self._chain()

    def state(self) -> JsonObject:
        """Returns the content of its rows, finished or not, to be put back with `restore`."""
        return self.root.state()

    def restore(self, state: JsonObject) -> None:
        """Shows what `state` gave, emits nothing."""
        group = state.get("group")
        self.root.restore(group if isinstance(group, dict) else {})
        self._chain()

    def query(self) -> JsonObject | None:
        """The query, None while there is no condition or one lacks something: that is never everyone."""
        group = self.root.group()
        return None if group is None else to_query(group)

    def problems(self) -> tuple[BuilderProblem, ...]:
        """Lists the reasons why there is no query, in the order of the rows; empty where there is one."""
        return self.root.problems()

    def go_to(self, problem: BuilderProblem) -> None:
        """Puts the keyboard where a problem can be solved."""
        problem.row.show_problem()
        problem.row.take_focus()

    def set_fields(self, fields: Sequence[Field]) -> None:
        """The fields to choose from, in their order; those that are secret are left out. What is edited stays.

        A list that is open keeps its lines until it is closed: another would come under the pointer that picks one.
        """
        popup = QApplication.activePopupWidget()
        box = None if popup is None else popup.parentWidget()
        self._waiting = fields
        if popup is not None and isinstance(box, FieldBox):
            popup.installEventFilter(self)  # to know when it closes, of this one list and no other
        else:
            self._take_fields()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hears that the list is closed which the fields wait for."""
        if event.type() is QEvent.Type.Hide:
            watched.removeEventFilter(self)
            soon(self, self._take_fields)  # what was picked in it is told first
        return False

    def _take_fields(self) -> None:
        fields, self._waiting = self._waiting, None
        if fields is None:
            return
        self._fields.show_fields(fields)
        for row in self.root.rows():
            row.show_types()

    def offer_values(self, values_of: ValuesOf) -> None:
        """Takes what gives the values to offer for a field; it is asked each time."""
        self._fields.values_of = values_of

    def _chain(self) -> None:
        for before, after in itertools.pairwise(self.root.tab_stops()):
            QWidget.setTabOrder(before, after)
