"""One platform's section of a push: its parts stand in several places of the form, where its owner puts them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from scoro_desktop.ui.compose.more_fields import without_frame
from scoro_desktop.ui.compose.section_form import SectionForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from scoro_desktop.messages.problems import FieldPath
    from scoro_desktop.ui.compose.fields import Field
    from scoro_desktop.ui.compose.form_tools import FormTools


class DetailFields(QWidget):
    """The fields of one platform that many messages use, below its name. `fields`: those that were made."""

    def __init__(self, platform: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.fields: dict[FieldPath, Field] = {}
        heading = QLabel(platform, self)
        heading.setProperty("role", "heading")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(heading)

    def add(self, path: FieldPath, field: Field) -> None:
        """Puts a field behind the others."""
        self.fields[path] = field
        self._column.addWidget(field)

    def settle(self) -> None:
        """Shows what was added."""
        for field in self.fields.values():
            field.show()

    def problems(self) -> int:
        """Counts the fields that have a problem."""
        return sum([field.has_problem for field in self.fields.values()])


class PlatformForm(SectionForm):
    """Its switch, the texts in front, `details` and the rest are put into the form one by one.

    `opening`: a field is to be seen that stands in the given one of its parts, which may be folded away.
    `details_made`: the details are there now. `uncounted`: fields that the app filled in by itself.
    """

    opening = Signal(QWidget)
    details_made = Signal()

    def __init__(
        self, title: str, root: FieldPath, parent: QWidget | None = None, *, tools: FormTools | None = None
    ) -> None:
        super().__init__(title, root, parent, tools=tools)
        self._platform = title
        without_frame(self)
        self.more.call(title)
        self.details = DetailFields(title, self)
        self.uncounted: set[FieldPath] = set()

    def add(self, path: FieldPath, field: Field, *, more: bool = False) -> None:
        """Puts a field into the form, which is told apart from that of the other platform by ear."""
        super().add(path, field, more=more)
        self._speak(field)

    def add_detail(self, path: FieldPath, field: Field) -> None:
        """Puts a field among the details."""
        self._take(path, field)
        self.details.add(path, field)
        self._speak(field)

    def add_details_later(self, make: Callable[[], None]) -> None:
        """Takes what adds the details when they are first wanted; what stands under "More" is added after it."""

        def make_and_tell() -> None:
            make()
            self.details_made.emit()

        self._make_details = functools.partial(self._make_later, make_and_tell, self.details)
        self._fields.add_later(self._make_details)

    def make_details(self) -> None:
        """Makes the details, if they were not made yet."""
        self._fields.make(self._make_details)

    def open_for(self, field: Field) -> None:
        """Opens what hides a field."""
        for part in (self.details, self.folding):
            if part.isAncestorOf(field):
                self.opening.emit(part)
                QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        super().open_for(field)

    def tell_folded(self) -> None:
        """Tells beside its name under "More" what is folded away, less what the app filled in by itself."""
        filled = self.values.filled(self.folded.keys() - self.uncounted)
        self.more.tell(problems=self._rest.problems(), filled=filled)

    def field_in_front(self) -> QWidget:
        """Returns the editor of the first of its texts."""
        return self._fields.first().edit()

    def spoken(self, name: str) -> str:
        """Returns the name of a field with that of the platform."""
        return self.tr("{field}, {platform}").format(field=name, platform=self._platform)

    def _speak(self, field: Field) -> None:
        if field.edit().accessibleName() == field.name():
            field.edit().setAccessibleName(self.spoken(field.name()))
