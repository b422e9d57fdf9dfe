"""A query written as JSON: the editor, what is wrong with it in words, and what helps to write it."""

import dataclasses
from collections.abc import Sequence

from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from scoro_desktop.audience.query import Reading, read_query
from scoro_desktop.audience.relative_dates import KEY, holds_rules
from scoro_desktop.jsontext.problems import QueryProblem
from scoro_desktop.ui.audience.query_editor import QueryEditor
from scoro_desktop.ui.editor.code_edit import LONG
from scoro_desktop.ui.editor.json_pane import JsonPane
from scoro_desktop.ui.kit.appearance import Colours
from scoro_desktop.ui.runtime import here
from scoro_desktop.ui.runtime.background import Background
from scoro_desktop.ui.words import wording
from scoro_desktop.ui.words.relative_words import explained
from scoro_desktop.wire import StrictText


class JsonPage(JsonPane[Reading]):
    """The editor of a query with examples to begin with."""

    editor: QueryEditor

    def __init__(self, colours: Colours, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(QueryEditor(colours), Reading(None, ()), background, parent)
        self.editor.setAccessibleName(self.tr("Query in JSON"))
        self._format.setToolTip(self.tr("Lays the query out on lines. Its meaning does not change."))
        self.explain(KEY, _dates_of)
        self._examples = QToolButton(self)
        self._examples.setText(self.tr("Examples"))
        self._examples.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._examples.setMenu(QMenu(self._examples))
        self.tools.insertWidget(self.tools.indexOf(self._format), self._examples)

    def read(self, text: str) -> Reading:
        """The query, or what is wrong with it; a long one once more by strict reading alone, on the thread it is on."""
        reading = read_query(text)
        if reading.query is None or len(text) <= LONG:
            return reading
        return dataclasses.replace(reading, strict=StrictText(text))

    def words(self, problem: QueryProblem) -> str:
        """Describes a problem of a query."""
        return wording.query_problem(problem)

    def show_examples(self, examples: Sequence[tuple[str, str]]) -> None:
        """Offers queries to begin with, as (words, text); the first stands in the empty editor as a hint."""
        self.editor.setPlaceholderText(examples[0][1] if examples else "")
        self._examples.setVisible(bool(examples))
        menu = self._examples.menu()
        menu.clear()
        for words, text in examples:
            menu.addAction(words).triggered.connect(lambda _checked=False, text=text: self.take(text))


def _dates_of(reading: Reading) -> str:
    """Each relative date in words, with the date that it is now."""
    if reading.query is None or not holds_rules(reading.query.value):
        return ""
    return explained(reading.query.value, here.instant())
