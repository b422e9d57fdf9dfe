"""One platform's part of a push as a form: a switch, the fields in front, the rest under "More"."""

from __future__ import annotations

import copy
import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QVBoxLayout, QWidget

from scoro_desktop.messages.paths import lay_under, not_covered, standing_at, take
from scoro_desktop.ui.compose.fields import Field
from scoro_desktop.ui.compose.form_tools import FormTools
from scoro_desktop.ui.compose.known_section import KnownSection
from scoro_desktop.ui.compose.more_fields import MoreFields, column_of
from scoro_desktop.ui.compose.problem_line import ProblemLine
from scoro_desktop.ui.compose.section_fields import SectionFields
from scoro_desktop.ui.kit import tab_order
from scoro_desktop.ui.kit.disclosure import Disclosure
from scoro_desktop.ui.kit.notice_bar import NoticeBar

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from scoro_desktop.messages.problems import FieldPath, Problem
    from scoro_desktop.messages.variables import Values
    from scoro_desktop.ui.compose.also_sent import AlsoSent
    from scoro_desktop.ui.compose.more_fields import Settling
    from scoro_desktop.wire import JsonObject


class SectionForm(QFrame):
    """The form of one section. Turning it off keeps what is in it and sends nothing of it.

    What an opened message carries beyond the fields is kept, listed as also sent, and sent as it came. `field_edited`
    and `beside_edited`, which is of what stands in no field, come before `changed`, so that what follows has followed
    by then. `beside_altered`: what stands in no field may be another, whoever put it there. `grew`: fields that are
    folded away were made, when they were first wanted; they are empty then. `carried`: what is kept of an opened
    message beyond the fields, changed by this form alone. `known`: the section as the model has it, on or not.
    """

    changed = Signal()
    field_edited = Signal(Field)
    beside_edited = Signal()
    beside_altered = Signal()
    grew = Signal()

    def __init__(
        self,
        title: str,
        root: FieldPath,
        parent: QWidget | None = None,
        *,
        tools: FormTools | None = None,
        elsewhere: Collection[FieldPath] = (),
    ) -> None:
        """`elsewhere`: paths within the section that are told in another place, so that none of its JSON may."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.tools = tools or FormTools()
        self._root = root
        self._fields = SectionFields(root)
        self.values, self.fields_by_path = self._fields.values, self._fields.by_path
        self.carried: JsonObject = {}
        self.known = KnownSection(self.values, self.content)
        self.switch = QCheckBox(title, self)
        self.switch.setChecked(True)
        self.switch.toggled.connect(self._switched)
        self.problem_line = self._problem = ProblemLine(self)
        self._body = QWidget(self)
        self.front, self._front = column_of(self._body)
        self.folding, folding = column_of(self._body)
        self._rest = MoreFields(self.tr("+ Other keys as JSON…"), self.folding)
        self.folded = self._rest.fields
        self.more = Disclosure(self.tr("More"), self._rest, self.folding)
        self._made_also: AlsoSent | None = None
        self._about = (title, elsewhere)
        self.notice = NoticeBar(self._body)
        self._rest.other.clicked.connect(lambda: self.also.edit())
        self.more.unfolded.connect(lambda is_open: self._fields.make_all() if is_open else None)
        folding.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        folding.addWidget(self._rest)
        self._parts = QVBoxLayout(self._body)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(12)
        for part in (self.front, self.folding, self.notice):
            self._parts.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.switch)
        column.addWidget(self._problem)
        column.addWidget(self._body)

    @property
    def also(self) -> AlsoSent:
        """The list of what no field shows, made when there is something in it for the first time."""
        if self._made_also is None:
            from scoro_desktop.ui.compose.also_sent import AlsoSent

            title, elsewhere = self._about
            self._made_also = AlsoSent(self.tools.editing, elsewhere, self._body, of=title)
            self._made_also.written.connect(self._carry)
            self._made_also.drop_wanted.connect(self._drop_carried)
            self._parts.insertWidget(2, self._made_also)
            tab_order.insert_before(self._made_also, self.notice.action)
        return self._made_also

    def add(self, path: FieldPath, field: Field, *, more: bool = False) -> None:
        """Puts a field into the form; `path` is within the section."""
        self._take(path, field)
        if more:
            self._rest.add(path, field)
        else:
            self._front.addWidget(field)

    def _take(self, path: FieldPath, field: Field) -> None:
        self._fields.add(path, field)
        field.changed.connect(functools.partial(self._edited, path, field))

    def add_later(self, make_more: Callable[[], None], *paths: FieldPath) -> None:
        """Takes what adds the fields under "More", of these `paths` if any, once one is wanted: seen, or filled."""
        self._fields.add_later(functools.partial(self._make_later, make_more, self._rest), *paths)

    def _make_later(self, make: Callable[[], None], place: Settling) -> None:
        make()
        place.settle()
        self.grew.emit()

    def field(self, *path: str) -> Field:
        """The field at a path within the section."""
        return self._fields.get(path)

    def is_on(self) -> bool:
        """Tells whether the section is sent."""
        return self.switch.isChecked()

    def read_afresh(self) -> None:
        """Reads every field anew, and the section of all of them, when it is next asked."""
        self.values.read_afresh()
        self.known.forget()

    def content(self) -> JsonObject:
        """The section in JSON, whether it is on or not."""
        wire = self._typed()
        if self.carried:
            lay_under(wire, self.carried)
        return wire

    def load(self, content: JsonObject) -> None:
        """Fills the form; what no field can show is carried along."""
        self.notice.hide()
        carried = copy.deepcopy(content)
        self._inward(carried)
        self._fields.load(carried)
        self._outward(carried)
        self._keep(carried)

    def state(self) -> JsonObject:
        """Everything in the form, to be put back with `restore`: also what is off, and what is typed by half."""
        fields = self.values.kept if self.values.kept is not None and not self.values.altered else self.values.states()
        return {"on": self.switch.isChecked(), "fields": fields, "carried": copy.deepcopy(self.carried)}

    def restore(self, state: JsonObject) -> None:
        """Puts back what `state` gave; what is not of its shape is left out."""
        self.load({})
        self._fields.restore(state.get("fields"))
        carried = state.get("carried")
        self._keep(copy.deepcopy(carried) if isinstance(carried, dict) else {})
        self.switch.setChecked(state.get("on") is not False)

    def fill(self, values: Values) -> None:
        """Puts values in the place of the variables in every field, whether the section is on or not."""
        from scoro_desktop.messages import variables

        self._fields.fill(values)
        self.restore_beside({"carried": variables.fill(self.carried, values)})
        self.changed.emit()

    def beside(self) -> JsonObject:
        """Returns the parts of the section that stand in no field, to be put back with `restore_beside`."""
        return {"carried": self.carried}

    def restore_beside(self, beside: JsonObject) -> None:
        """Puts back what `beside` gave, which is kept from then on."""
        carried = beside.get("carried")
        self._keep(carried if isinstance(carried, dict) else {})

    def carries(self, path: FieldPath) -> bool:
        """Tells whether something is carried along for a field that could not show it."""
        return standing_at(self.carried, path) is not None

    def let_go(self, path: FieldPath) -> None:
        """Forgets what is carried along for a field, in whose place the field's own value stands."""
        if self.carries(path):
            carried = copy.deepcopy(self.carried)
            take(carried, path)
            self.restore_beside({"carried": carried})

    def input_problems(self) -> list[Problem]:
        """Lists typed values that cannot be read as what they should be."""
        return self.values.problems()

    def owner(self, path: FieldPath) -> Field | None:
        """The field that a problem's path is about: the longest that the path begins with; None for the section."""
        return self._find(path)[0]

    def covers(self, path: FieldPath) -> bool:
        """Tells whether a problem's path is about this section."""
        return path[: len(self._root)] == self._root

    def fields(self) -> list[Field]:
        """Every field that was made until now, in order."""
        return self._fields.made()

    def tell_folded(self) -> None:
        """Tells beside "More" what is folded away: how many problems, how many fields that are filled in."""
        self.more.tell(problems=self._rest.problems(), filled=self.values.filled(self.folded))

    def reveal(self, path: FieldPath) -> QWidget:
        """Opens what hides the place that a problem is about; gives the widget to put the keyboard on."""
        field, inner = self._find(path)
        if field is None:
            return self.first()
        self.open_for(field)
        return field.place(inner)

    def open_for(self, field: Field) -> None:
        """Opens what hides a field."""
        if self._rest.isAncestorOf(field) and not self.more.isChecked():
            self.more.setChecked(True)
            # Now, not when Qt gets to it: what is scrolled to has to stand where it will.
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def first(self) -> QWidget:
        """Returns the widget in which writing begins; the switch while the section is off."""
        return self._fields.first().edit() if self.is_on() else self.switch

    def _find(self, path: FieldPath) -> tuple[Field | None, FieldPath]:
        """The field that a path is about, and what is left of the path within it."""
        return self._fields.find(path[len(self._root) :]) if self.covers(path) else (None, ())

    def _typed(self) -> JsonObject:
        return self.values.content()

    def _inward(self, wire: JsonObject) -> None:
        """Brings a section as it is sent into the shape that the fields' paths have."""

    def _outward(self, carried: JsonObject) -> None:
        """Brings what no field took back into the shape in which it is sent."""

    def show_carried(self) -> None:
        """Brings "Also sent" up to date: a field that was filled in since takes the place of what was carried."""
        if self.carried or (self._made_also is not None and not self._made_also.isHidden()):
            self.also.show_carried(not_covered(self.carried, self._typed()) if self.carried else {})

    def _keep(self, carried: JsonObject) -> None:
        self.carried = carried
        self.known.forget()
        self.beside_altered.emit()
        self.show_carried()

    def _edited(self, path: FieldPath, field: Field) -> None:
        self.values.altered.add(path)
        self.field_edited.emit(field)
        self._tell()

    def _tell(self) -> None:
        self.notice.hide()  # its way back would take what was typed since
        if self.carried:
            self.show_carried()
        self.changed.emit()

    def _drop_carried(self) -> None:
        dropped = self.carried
        self._keep({})

        def take_back() -> None:
            lay_under(self.carried, dropped)
            self.known.forget()
            self.beside_altered.emit()
            self.beside_edited.emit()
            self._tell()

        self._tell()
        self.notice.offer(self.tr("They are not sent any more."), self.tr("Undo"), take_back)
        self.notice.action.setFocus(Qt.FocusReason.OtherFocusReason)  # what was pressed is gone: stay in the form

    def _carry(self, content: JsonObject) -> None:
        """Takes what was written in the place of what was carried; what a field can show goes to that field."""
        before = self.state()
        carried = copy.deepcopy(content)
        self._inward(carried)
        filled = self._fields.put_over(carried)
        self._outward(carried)
        self._keep(carried)

        def tell() -> None:
            for field in filled:  # as typing does: others copy what is written in it
                self.field_edited.emit(field)
            self.beside_edited.emit()
            self._tell()

        def take_back() -> None:
            self.restore(before)
            tell()

        tell()
        said = self.tr("“Also sent” was changed.")
        if filled:
            names = ", ".join(field.name() for field in filled)
            said = self.tr("Moved to their fields: {fields}.").format(fields=names)
        self.notice.offer(said, self.tr("Undo"), take_back)

    def _switched(self, on: bool) -> None:
        self._body.setVisible(on)
        self.changed.emit()
