"""Words about the collection that is chosen: what is counted, who everyone is, and queries to begin with."""

from PySide6.QtWidgets import QWidget

from scoro_desktop.ui.audience.conditions_page import ConditionsPage
from scoro_desktop.ui.audience.json_page import JsonPage
from scoro_desktop.ui.audience.panel_layout import help_label
from scoro_desktop.ui.words import wording


class CollectionWords:
    """Two lines of help: `counted` below the box of collections, `everyone` below the choice of everyone."""

    def __init__(self, panel: QWidget) -> None:
        self.counted = help_label(panel)
        self.everyone = help_label(panel)

    def show(self, name: str, conditions: ConditionsPage, json: JsonPage) -> None:
        """Says them of a collection, and offers its examples where an audience is written."""
        self.counted.setText(wording.collection_help(name))
        self.everyone.setText(wording.everyone_help(name))
        examples = wording.example_queries(name)
        json.show_examples(examples)
        conditions.show_example(*(examples[0] if examples else ("", "")))
