"""Everything that is to be said of a message before it is sent, in one list that leads to each place."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from scoro_desktop.messages.problems import FieldPath, Problem
from scoro_desktop.ui import wording

LONGEST: Final = 110
"""How many characters of a problem are shown: the list has to fit a small screen. Its place says the rest."""
MOST: Final = 20
"""How many are listed: who has more begins with these."""


class ProblemList(QPushButton):
    """A button with a menu; hidden while one error says it all. `chosen` carries the field path of a problem."""

    chosen = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "link")
        self._problems: tuple[Problem, ...] = ()
        self._name_of: Callable[[FieldPath], str] = lambda _path: ""
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        self.hide()

    def name_places(self, name_of: Callable[[FieldPath], str]) -> None:
        """Takes what names a place, empty where it has no name: away from it a problem is hardly understood."""
        self._name_of = name_of

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Takes all of them, errors first. One error is shown where it is named; a warning alone is listed here."""
        self._problems = tuple(problems)
        errors = sum(each.stops for each in problems)
        warnings = len(problems) - errors
        self.setVisible(errors > 1 or bool(warnings))
        if errors:
            self.setText(self.tr("All %Ln problem(s)", "", len(problems)))
        else:
            self.setText(self.tr("%Ln warning(s)", "", warnings))

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        for problem in self._problems[:MOST]:
            words = " ".join(wording.problem(problem).split())
            if name := self._name_of(problem.field):
                words = self.tr("{place}: {problem}").format(place=name, problem=words)
            words = words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
            action = menu.addAction(("" if problem.stops else "⚠ ") + words.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, path=problem.field: self.chosen.emit(path))
