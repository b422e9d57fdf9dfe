"""One condition: field, comparison and value on a line; the value below where there is no room for it."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from scoro_desktop.audience.conditions import Condition
from scoro_desktop.audience.conditions_operators import Operator
from scoro_desktop.audience.pasted_json import UnreadListError
from scoro_desktop.audience.pasted_list import read_many
from scoro_desktop.ui.audience.builder.draft import Draft
from scoro_desktop.ui.audience.builder.field_box import FieldBox, FieldModel
from scoro_desktop.ui.audience.builder.flaw import Flaw
from scoro_desktop.ui.audience.builder.item_widget import BuilderProblem, ItemWidget, remove_button
from scoro_desktop.ui.audience.builder.operator_words import flaw_words, operator_help, operator_words
from scoro_desktop.ui.audience.builder.relative_values import AROUND
from scoro_desktop.ui.audience.builder.value_area import ValueArea
from scoro_desktop.ui.kit.appearance import BODY_PX
from scoro_desktop.ui.kit.no_wheel import ElidingComboBox
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.kit.restyle import restyle
from scoro_desktop.wire import JsonObject

_WIDE: Final = 370
"""From this width, in pixels, a value stands beside field and comparison: in a panel of 420."""
_BEFORE: Final = 206
"""In pixels: what field, comparison, cross and the gaps take at least of that."""
_BRIEF_BEFORE: Final = 192
"""In pixels: the same where a range needs the room, whose two ends say what is compared."""

_SAID: Final = " "
"""A description for what was said already: without one Qt has the tool tip read, whose words those are."""
_LEAST_FIELD: Final = 76
"""In pixels: a field of which its first letters are read."""
_AROUND_NAME: Final = 40
"""In pixels: what stands around the words of a list that can be typed in, its arrow with them."""

_FOR_MANY: Final = {Operator.IS: Operator.ONE_OF, Operator.IS_NOT: Operator.NONE_OF}
"""The comparison with one of many values, for each with one."""


class ConditionRow(ItemWidget):
    """Edits a draft. What it lacks is said as a hint until its value was touched, and as a problem from then on.

    `is_flawed`: whether it lacked anything when that was said last, as it is after each edit; changed here alone.
    """

    draft: Draft

    def __init__(
        self,
        fields: FieldModel,
        condition: Condition | None = None,
        parent: QWidget | None = None,
        kept: JsonObject | None = None,
    ) -> None:
        """`kept`: what `state` gave under "condition", in place of a condition that is finished."""
        super().__init__(parent)
        self._fields = fields
        kept_field = "" if kept is None else str(kept.get("field", ""))
        kind = fields.type_of(condition.field if condition is not None else kept_field)
        self.draft = Draft(condition, kind) if kept is None else Draft.restored(kept, kind)
        self._is_touched = condition is not None or (kept is not None and kept.get("touched") is True)
        self.is_flawed = True
        self._described: str | None = None
        self._placed: tuple[bool, bool, bool] | None = None
        self.field = FieldBox(fields, self)
        self.field.show_name(self.draft.field)
        self.operator = ElidingComboBox(self)
        self.value = ValueArea(self.draft, fields, self)
        self.remove = remove_button(self)
        self.buttons = [self.remove]
        self._problem = QLabel(self)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(4)
        self._grid.addWidget(self.field, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._problem, 2, 0, 1, 4)
        self.field.typed.connect(self._field_typed)
        self.field.chosen.connect(self._field_chosen)
        self.operator.activated.connect(self._operator_chosen)
        self.value.edited.connect(self._edited)
        self.value.kind_chosen.connect(self._kind_chosen)
        self.value.entered.connect(self.entered)
        self.value.many_pasted.connect(self._many_pasted)
        self.value.stops_changed.connect(self.stops_changed)
        self.remove.clicked.connect(self.removed)
        self._show()

    def items(self) -> tuple[Condition, ...] | None:
        """The condition."""
        condition = self.draft.condition()
        return None if condition is None else (condition,)

    def state(self) -> JsonObject:
        """Returns what was put in, and whether its value was touched."""
        return {"condition": {**self.draft.state(), "touched": self._is_touched}}

    def problems(self) -> tuple[BuilderProblem, ...]:
        """Lists what it lacks."""
        flaw = self.draft.flaw()
        return () if flaw is None else (BuilderProblem(self, flaw_words(flaw, self.draft)),)

    def tab_stops(self) -> list[QWidget]:
        """Field, comparison, value, the cross."""
        return [self.field, self.operator, *self.value.tab_stops(), self.remove]

    def show_problem(self) -> None:
        """Says what it lacks as a problem, touched or not."""
        self._is_touched = True
        self._show_problem()

    def take_focus(self) -> None:
        """The field, or the value where that is what is missing."""
        stops = [self.field] if self.draft.flaw() in {None, Flaw.NO_FIELD, Flaw.FIELD_IS_OPERATOR} else []
        for stop in [*stops, *self.value.tab_stops()[1:]]:
            if not stop.isHidden():
                stop.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def show_types(self) -> None:
        """The fields are known anew: what fits this one's type may be another."""
        self.draft.name_field(self.draft.field, self._fields.type_of(self.draft.field))
        self.field.show_again(self.draft.field)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Moves the value below, or beside."""
        super().resizeEvent(event)
        self._place()

    def _field_typed(self) -> None:
        name = self.field.name()
        self.draft.name_field(name, self._fields.type_of(name))
        self._show()
        self.changed.emit()

    def _field_chosen(self) -> None:
        name = self.field.name()
        self.draft.set_field(name, self._fields.type_of(name))
        self._show()
        self.changed.emit()

    def _operator_chosen(self) -> None:
        self.draft.operator = Operator(self.operator.currentData())
        self._show()
        self.changed.emit()

    def _many_pasted(self, text: str) -> None:
        """Makes a list of what was pasted as one value, where the comparison has a sister for lists."""
        operator = _FOR_MANY.get(self.draft.operator)
        if operator is None or operator not in self.draft.operators:
            return
        try:
            values = read_many(text)
        except UnreadListError:
            return
        if len(values) > 1:
            self.draft.operator = operator
            self.draft.put_many(values)
            self._show()
            next(each for each in self.value.tab_stops()[1:] if not each.isHidden()).setFocus()
            self.changed.emit()

    def _kind_chosen(self) -> None:
        self._show()
        self.changed.emit()

    def _edited(self) -> None:
        self._is_touched = True
        self._show_problem()
        if self.value.grows:
            self._place()
        self.changed.emit()

    def _show(self) -> None:
        draft = self.draft
        self.operator.clear()
        for operator in draft.operators:
            self.operator.addItem(operator_words(operator, draft), operator)
            self.operator.setItemData(
                self.operator.count() - 1, tip(operator_help(operator)), Qt.ItemDataRole.ToolTipRole
            )
        self.operator.setCurrentIndex(self.operator.findData(draft.operator))
        meaning = (operator_words(draft.operator, draft), operator_help(draft.operator))
        self.operator.setToolTip(tip("\n".join(filter(None, meaning))))
        self.operator.setAccessibleDescription(operator_help(draft.operator) or _SAID)
        self.field.setToolTip(tip(draft.field))
        self.field.setAccessibleDescription(_SAID)
        self.value.refresh()
        self._described = None  # its editors may be others now
        name = draft.field or self.tr("new condition")
        self.field.setAccessibleName(self.tr("Field"))
        self.operator.setAccessibleName(self.tr("{field}: comparison").format(field=name))
        self.value.name(self.tr("{field}: value").format(field=name))
        words = self.tr("Remove the condition on {field}").format(field=name)
        self.remove.setAccessibleName(words)
        self.remove.setToolTip(tip(words))
        self._show_problem()
        self._place()

    def _show_problem(self) -> None:
        lack = self.draft.flaw()
        self.is_flawed = lack is not None
        flaw = lack if self._is_touched or self.draft.field else None
        self._problem.setText("" if flaw is None else flaw_words(flaw, self.draft))
        self._problem.setVisible(flaw is not None)
        role = "problem" if self._is_touched else "help"
        if self._problem.property("role") != role:
            self._problem.setProperty("role", role)
            restyle(self._problem)
        words = self._problem.text()
        if words != self._described:
            self._described = words
            for stop in self.value.tab_stops():
                stop.setAccessibleDescription(words)

    def _place(self) -> None:
        larger = max(1.0, self.fontInfo().pixelSize() / BODY_PX)  # than the font that the widths are meant for
        alone = self.value.isHidden()  # such as "exists"
        least = 0 if alone else self.value.least_width()
        room_for_words = max((_BEFORE + least) * larger, self._before() + least * larger)
        brief = not alone and self.width() < room_for_words
        if brief:
            least = self.value.least_width(brief=True)
        before = _BRIEF_BEFORE if brief and self.value.is_range() else _BEFORE
        wide = self.width() >= max(_WIDE, before + least) * larger
        beside = wide and not self.value.is_tall()
        self.value.show_brief(brief=brief and beside)
        shares = (4, 5, 0)
        if wide:
            shares = self._shares(round(least * larger)) if beside and not alone else (5, 4, 5)
        for column, share in enumerate(shares):
            self._grid.setColumnStretch(column, share)
        if (wide, beside, alone) == self._placed:
            return
        self._placed = (wide, beside, alone)
        for widget in (self.operator, self.value, self.remove):
            self._grid.removeWidget(widget)
        self._grid.addWidget(self.operator, 0, 1, 1, 1 if beside and not alone else 2, Qt.AlignmentFlag.AlignTop)
        if beside:
            self._grid.addWidget(self.value, 0, 2)
        else:
            self._grid.addWidget(self.value, 1, 0, 1, 3 if wide else 2)
        self._grid.addWidget(self.remove, 0, 3, Qt.AlignmentFlag.AlignTop)

    def _before(self) -> int:
        """The pixels that whole words of field and comparison take, with the cross and the gaps."""
        return sum(self._words()) + self.remove.sizeHint().width() + 3 * self._grid.horizontalSpacing()

    def _words(self) -> tuple[int, int]:
        """The pixels that the whole words of field and comparison take."""
        advance = self.fontMetrics().horizontalAdvance
        return advance(self.field.currentText()) + _AROUND_NAME, advance(self.operator.currentText()) + AROUND

    def _shares(self, least: int) -> tuple[int, int, int]:
        """Shares the width between field, comparison and value: as in every row, where the words have room so.

        Else the value is given `least`, and a comparison is whole before a field is: some of them begin alike.
        """
        room = self.width() - self.remove.sizeHint().width() - 3 * self._grid.horizontalSpacing()
        field, operator = self._words()
        fifth = room // 14
        if self.value.is_plain() and field <= 5 * fifth and operator <= 4 * fifth and least <= 5 * fifth:
            return 5, 4, 5
        left = room - least
        operator = min(operator, max(left - field, left - _LEAST_FIELD))
        field = min(field, left - operator)
        return field, operator, room - field - operator
