"""The value of a condition, in the editor that fits its comparison and its kind."""

from collections.abc import Sequence
from functools import partial
from typing import Final, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from scoro_desktop.audience.conditions_operators import PATTERNS, TAKES, Operator, Takes
from scoro_desktop.audience.conditions_values import moment
from scoro_desktop.audience.known_values import KnownValue
from scoro_desktop.ui.audience.builder.date_value import DateValue
from scoro_desktop.ui.audience.builder.draft import Draft
from scoro_desktop.ui.audience.builder.field_box import FieldModel
from scoro_desktop.ui.audience.builder.kind_box import KindBox
from scoro_desktop.ui.audience.builder.many_values import ManyValues
from scoro_desktop.ui.audience.builder.offers import Offered, offered
from scoro_desktop.ui.audience.builder.relative_values import PeriodValue, RelativeValue, SpanValue
from scoro_desktop.ui.audience.builder.single_values import LineValue, ValueEditor, YesNoValue
from scoro_desktop.ui.audience.builder.value_kinds import KINDS, ValueKind
from scoro_desktop.ui.words.relative_words import period_compared, period_within
from scoro_desktop.wire import JsonValue

_LINE: Final = 96
"""In pixels: a line of a few letters, with its arrow."""
_END: Final = 54
"""In pixels: a number of four digits, one end of a range."""
_DATE: Final = 74
"""In pixels: a day and the dots that stand for its hour, which the tool tip has."""
_BRIEF_DATE: Final = 64
"""In pixels: the same beside the other end and the sign of a kind."""
_BETWEEN: Final = 10
"""In pixels: the dash between two ends."""
_GAP: Final = 4
_BRIEF_GAP: Final = 2
_KIND: Final = 84
"""In pixels: the choice of a kind."""
_SIGN: Final = 38
"""In pixels: the same as a sign."""
_CASE: Final = 36
"""In pixels: the button for capitals and small letters."""

_Shape: TypeAlias = tuple[Takes, ValueKind, bool]


class ValueArea(QWidget):
    """Shows the value of a draft and puts what is edited back into it.

    `edited`: the draft's value changed. `kind_chosen`: it is to be edited as another kind. `entered`: Enter was
    pressed. `stops_changed`: other editors are there than before. `many_pasted(str)`: as `ValueEditor`'s.
    """

    many_pasted = Signal(str)

    edited = Signal()
    kind_chosen = Signal()
    entered = Signal()
    stops_changed = Signal()

    def __init__(self, draft: Draft, fields: FieldModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._fields = fields
        self._shape: _Shape | None = None
        self._editors: list[ValueEditor] = []
        self.grows = False
        """Tells whether it takes another width with each other value."""
        self._many: ManyValues | None = None
        self._name = ""
        self._offered: tuple[Sequence[KnownValue], ValueKind | None, Offered] = ((), None, ())
        self.kind = KindBox(self)
        self.kind.activated.connect(self._kind_chosen)
        self.match_case = QToolButton(self)
        self.match_case.setText("Aa")
        self.match_case.setCheckable(True)
        self.match_case.setToolTip(self.tr("Match case: tell capitals from small letters"))
        self.match_case.setAccessibleName(self.tr("Match case"))
        self.match_case.clicked.connect(self._case_chosen)
        self._holder = QWidget(self)
        self._inside: QBoxLayout = QVBoxLayout(self._holder)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(_GAP)
        self._line.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._line.addWidget(self._holder, 1)
        self._line.addWidget(self.match_case, 0, Qt.AlignmentFlag.AlignTop)
        self.refresh()

    def refresh(self) -> None:
        """Shows the draft as it stands."""
        draft = self._draft
        shape = (TAKES[draft.operator], draft.shown_kind, draft.operator is Operator.DURING)
        if shape != self._shape:
            self._build(shape)
        value = draft.value()
        if self._many is not None:
            self._many.show_values(value if isinstance(value, list) else ())
            self._many.show_offers()
        for editor, each in zip(self._editors, value if isinstance(value, list) else [value], strict=False):
            if isinstance(editor, RelativeValue):
                editor.show_entry(draft.relative)
            else:
                editor.show_value(each)
                editor.show_offers()
        self.kind.setVisible(draft.kind_is_open)
        self.kind.offer(KINDS[draft.operator])
        self.kind.setCurrentIndex(self.kind.findData(draft.shown_kind))
        self.match_case.setVisible(draft.operator in PATTERNS)
        self.match_case.setChecked(not draft.any_case)
        self.setVisible(shape[0] is not Takes.NOTHING)

    def name(self, name: str) -> None:
        """Returns the name of the value for a screen reader."""
        self._name = name
        if self._many is not None:
            self._many.name(name)
        elif len(self._editors) == 2:
            self._editors[0].name(self.tr("{name}, from").format(name=name))
            self._editors[1].name(self.tr("{name}, to").format(name=name))
        for editor in self._editors[:1] if len(self._editors) == 1 else ():
            editor.name(name)

    def tab_stops(self) -> list[QWidget]:
        """Lists the stops of the keyboard, in order."""
        inner = self._many.tab_stops() if self._many is not None else []
        for editor in self._editors:
            inner += editor.tab_stops()
        return [self.kind, *inner, self.match_case]

    def is_tall(self) -> bool:
        """Tells whether it needs a line of its own however wide the row is."""
        return self._many is not None

    def is_plain(self) -> bool:
        """Tells whether it is one line or less, which takes the width that is left."""
        single = len(self._editors) <= 1 and all(isinstance(each, LineValue | YesNoValue) for each in self._editors)
        return single and self.kind.isHidden()

    def is_range(self) -> bool:
        """Tells whether it has two ends."""
        return len(self._editors) > 1

    def least_width(self, *, brief: bool = False) -> int:
        """Returns the pixels, in the font that the window is made for, that its editors need beside each other.

        `brief`: with its kind as a sign.
        """
        needed = _BETWEEN * max(0, len(self._editors) - 1)
        for editor in self._editors:
            match editor:
                case DateValue():
                    needed += _BRIEF_DATE if brief and self.is_range() else _DATE
                case SpanValue() | PeriodValue():
                    needed += editor.least_width()
                case _:
                    needed += _END if len(self._editors) > 1 else _LINE
        kind = _SIGN if brief else _KIND
        return needed + (0 if self.kind.isHidden() else kind) + (0 if self.match_case.isHidden() else _CASE)

    def show_brief(self, *, brief: bool) -> None:
        """Draws the kind as a sign, closer to what stands beside it."""
        self.kind.show_brief(brief=brief)
        self._line.setSpacing(_BRIEF_GAP if brief else _GAP)
        self._inside.setSpacing(_BRIEF_GAP if brief else _GAP)

    def _build(self, shape: _Shape) -> None:
        before = self._holder
        self._holder = QWidget(self)
        self._line.replaceWidget(before, self._holder)
        before.hide()
        before.deleteLater()
        self._shape, self._editors, self._many, self.grows = shape, [], None, False
        takes_this, kind, _ = shape
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.TopToBottom if takes_this is Takes.MANY else directions.LeftToRight)
        self._inside = QVBoxLayout(self._holder) if takes_this is Takes.MANY else QHBoxLayout(self._holder)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(_GAP)
        if takes_this is Takes.MANY:
            self._many = ManyValues(self._known, self._holder)
            self._many.edited.connect(self._many_edited)
            self._inside.addWidget(self._many)
        elif takes_this is not Takes.NOTHING:
            self._add_editor(self._make(takes_this, kind), 0)
            if takes_this is Takes.RANGE:
                dash = QLabel("–", self._holder)
                dash.setTextFormat(Qt.TextFormat.PlainText)
                dash.setProperty("role", "muted")
                self._inside.addWidget(dash)
                self._add_editor(self._make(takes_this, kind), 1)
        self._holder.show()
        self.name(self._name)
        self.stops_changed.emit()

    def _make(self, takes_this: Takes, kind: ValueKind) -> ValueEditor:
        if takes_this is Takes.COUNT:
            return LineValue(self.tr("how many"), self._holder)
        if takes_this is Takes.SPAN:
            return SpanValue(self._draft.value, self._holder)
        if takes_this is Takes.PERIOD:
            is_whole = self._draft.operator is Operator.DURING
            say = period_within if is_whole else period_compared
            return PeriodValue(say, self._draft.value, self._holder)
        if kind is ValueKind.DATE:
            return DateValue(self._holder)
        if kind is ValueKind.YES_NO:
            return YesNoValue(self._holder)
        words = self.tr("number") if kind is ValueKind.NUMBER else self.tr("value")
        return LineValue(words, self._holder, self._known)

    def _known(self) -> Offered:
        known, kind = self._fields.values_of(self._draft.field), self._draft.shown_kind
        if known is not self._offered[0] or kind is not self._offered[1]:
            self._offered = (known, kind, offered(known, kind))
        return self._offered[2]

    def _add_editor(self, editor: ValueEditor, place: int) -> None:
        self._editors.append(editor)
        self.grows = self.grows or isinstance(editor, RelativeValue)
        self._inside.addWidget(editor, 1)
        editor.edited.connect(partial(self._edited, editor, place))
        editor.entered.connect(self.entered)
        editor.many_pasted.connect(self.many_pasted)

    def _edited(self, editor: ValueEditor, place: int) -> None:
        if isinstance(editor, RelativeValue):
            self._draft.relative = editor.entry(self._draft.relative)
            self.edited.emit()
            return
        value: JsonValue = editor.value()
        when = moment(value) if isinstance(editor, DateValue) else None
        if TAKES[self._draft.operator] is Takes.COUNT:
            self._draft.put_count(str(value))
        elif when is not None:
            self._draft.put_date(when, place)
        else:
            self._draft.put(value, place)
        self.edited.emit()

    def _many_edited(self) -> None:
        if self._many is not None:
            self._draft.put_many(self._many.lines())
            self.edited.emit()

    def _case_chosen(self) -> None:
        self._draft.any_case = not self.match_case.isChecked()
        self.edited.emit()

    def _kind_chosen(self) -> None:
        self._draft.set_kind(ValueKind(self.kind.currentData()))
        self.refresh()
        self.kind_chosen.emit()
