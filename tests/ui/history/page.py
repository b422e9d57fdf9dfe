"""The page History in tests, with hands on what a person uses."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QToolButton

from scoro_desktop.ui.history.history_model import MESSAGE
from scoro_desktop.ui.history.history_pane import HistoryPane
from scoro_desktop.ui.history.page_head import PageHead
from scoro_desktop.ui.kit.chip import Chip
from scoro_desktop.ui.runtime.async_storage import AsyncStorage
from tests.journey.stored import rest


class Page:
    """A pane as the page shows it, with hands on what a person uses."""

    def __init__(self, pane: HistoryPane, storage: AsyncStorage) -> None:
        self.pane = pane
        self._storage = storage
        assert pane.head is not None
        self.head: PageHead = pane.head

    def rows(self) -> str:
        rest(self._storage)
        model = self.pane.table.model()
        return "".join(str(model.index(row, MESSAGE).data()) for row in range(model.rowCount()))

    def sums(self) -> str:
        rest(self._storage)
        return self.head.sums.text()

    def chip(self, words: str) -> QPushButton | QToolButton:
        chips = self.head.findChildren(QPushButton) + self.head.findChildren(QToolButton)
        (found,) = (each for each in chips if each.text() == words or each.text() == f"{words} ▾")
        return found

    def click(self, words: str) -> None:
        QTest.mouseClick(self.chip(words), Qt.MouseButton.LeftButton)

    def tick(self, chip: str, *words: str) -> None:
        """Ticks in the menu of a chip, one after the other, by the keyboard, as long as it stays open."""
        button = self.chip(chip)
        menu = button.menu()
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        for each in words:
            (action,) = (action for action in menu.actions() if action.text() == each)
            menu.setActiveAction(action)
            QTest.keyClick(menu, Qt.Key.Key_Space)
            assert menu.isVisible()
        menu.close()

    def links(self) -> list[str]:
        rest(self._storage)
        buttons = [each for each in self.head.findChildren(QPushButton) if not isinstance(each, Chip)]
        return [each.text() for each in buttons if each.isVisible()]

    def link(self, words: str) -> None:
        rest(self._storage)
        (found,) = (each for each in self.head.findChildren(QPushButton) if each.isVisible() and each.text() == words)
        found.click()

    def seen(self) -> str:
        rest(self._storage)
        return "\n".join(label.text() for label in self.pane.findChildren(QLabel) if label.isVisible())

    def act(self, words: str) -> None:
        """Does what stands in the menu of a row."""
        (found,) = (each for each in self.pane.table.actions() if each.text() == words)
        found.trigger()

    def menu(self, words: str) -> QMenu:
        """A menu within the menu of a row."""
        (found,) = (each.menu() for each in self.pane.table.actions() if each.text() == words)
        assert isinstance(found, QMenu)
        return found
