"""The problems of the message in front at work: counted in the footer, listed above it, gone through with F4."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from scoro_desktop.messages.problems import FieldPath, Problem
from scoro_desktop.ui.window.footer import Footer
from scoro_desktop.ui.window.problem_list import Listed, ProblemList
from scoro_desktop.ui.words import wording


class ProblemPresenter(QObject):
    """Between the footer, its list and the form. `jump(tuple)`: the path of the field that is wanted."""

    jump = Signal(tuple)

    def __init__(
        self, footer: Footer, listing: ProblemList, place_of: Callable[[FieldPath], str], parent: QWidget
    ) -> None:
        """`place_of` names the place of a field path in the message in front."""
        super().__init__(parent)
        self._footer = footer
        self._list = listing
        self._place_of = place_of
        self._problems: tuple[Problem, ...] = ()
        self._last: tuple[int, Listed] | None = None  # where F4 went, and its row then
        footer.jump_to_first.connect(lambda: self._go(0))
        footer.list_wanted.connect(self._list_wanted)
        listing.jump.connect(self._go)
        listing.left.connect(self._left)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Takes the problems as they are now, errors first."""
        self._problems = tuple(problems)
        if self._list.isVisibleTo(self._list.window()):
            self._list.show_rows(self._rows())
            if not problems:
                self._close()

    def step(self, by: int) -> None:
        """Goes to the next problem, or the one before: from where the last step led, mended since or not."""
        rows = self._rows()
        if not rows:
            return
        at = -1 if by > 0 else 0
        if self._last is not None:
            was, row = self._last
            same = [number for number, each in enumerate(rows) if each.is_about(row)]
            at = same[0] if same else was - (by > 0)
        self._go((at + by) % len(rows))

    def _rows(self) -> list[Listed]:
        return [
            Listed(each.code, each.field, each.stops, self._place_of(each.field), wording.problem(each))
            for each in self._problems
        ]

    def _go(self, number: int) -> None:
        if 0 <= number < len(self._problems):
            self._last = (number, self._rows()[number])
            self._list.select_row(number)
            self.jump.emit(self._problems[number].field)

    def _list_wanted(self, wanted: bool) -> None:
        if not wanted or not self._problems:
            self._close()
            return
        self._list.show_rows(self._rows())
        self._list.show()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _left(self) -> None:
        self._close()
        self._footer.list_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self._list.hide()
        self._footer.list_button.setChecked(False)
