"""The box in which the collection is chosen."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from scoro_desktop.ui.kit.no_wheel import ElidingComboBox
from scoro_desktop.ui.words import wording


class CollectionBox(ElidingComboBox):
    """Shows the collections in words; each entry has the name that the API knows it by."""

    def __init__(self, collections: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        for name in collections:
            self.addItem(wording.collection_name(name), name)

    def choose(self, name: str | None) -> None:
        """Chooses a collection; one that is not offered changes nothing."""
        if (index := self.findData(name)) >= 0:
            self.setCurrentIndex(index)
