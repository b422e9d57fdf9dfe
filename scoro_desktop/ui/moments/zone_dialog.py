"""Every zone there is, to be found by a part of its name or by its offset."""

import functools
from collections.abc import Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QDateTime,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimeZone,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from scoro_desktop.messages.searching import plain
from scoro_desktop.ui.kit.empty_list_label import EmptyListLabel
from scoro_desktop.ui.kit.one_line import LineEdit
from scoro_desktop.ui.moments.zone_words import OFFSETS, RUSSIAN, offset_words

Zone: TypeAlias = str | int
"""A name, as Europe/Moscow, or an offset from UTC in seconds."""

_AnyIndex: TypeAlias = QModelIndex | QPersistentModelIndex
_HERE: Final = QModelIndex()
_TO_LIST: Final = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


@functools.cache
def all_zones() -> tuple[Zone, ...]:
    """Zones by name, then offsets."""
    names = sorted(bytes(name.data()).decode("ascii") for name in QTimeZone.availableTimeZoneIds())
    return (*(name for name in names if "/" in name and not name.startswith("Etc/")), *OFFSETS)


def found(text: str) -> list[Zone]:
    """The zones in whose name, English or Russian, or offset each of the words stands."""
    words = plain(text).split()
    return [zone for zone in all_zones() if all(word in _words(zone) for word in words)]


def zone_words(zone: Zone) -> str:
    """A zone as it is listed: its name with what its clocks show now."""
    if isinstance(zone, int):
        return offset_words(zone)
    now = QTimeZone(zone.encode("ascii")).offsetFromUtc(QDateTime.currentDateTimeUtc())
    return f"{zone.replace('_', ' ')} ({offset_words(now)})"


@functools.cache
def _words(zone: Zone) -> str:
    if isinstance(zone, int):
        return plain(offset_words(zone))
    return plain(f"{zone} {zone.replace('_', ' ')} {RUSSIAN.get(zone, '')}")


class ZoneModel(QAbstractListModel):
    """The zones that were found. What a clock shows there is worked out for the rows that are seen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zones: Sequence[Zone] = all_zones()

    def show_zones(self, zones: Sequence[Zone]) -> None:
        """Lists these."""
        self.beginResetModel()
        self._zones = zones
        self.endResetModel()

    def rowCount(self, parent: _AnyIndex = _HERE) -> int:
        """Counts the zones."""
        return 0 if parent.isValid() else len(self._zones)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Its words, or the zone itself."""
        zone = self._zones[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return zone_words(zone)
        return zone if role == Qt.ItemDataRole.UserRole else None


class ZoneDialog(QDialog):
    """`chosen(str | int)`: a zone by its name, or an offset from UTC in seconds."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Time zone"))
        self.resize(360, 420)
        self.search = LineEdit(self)
        self.search.setPlaceholderText(self.tr("City, region or offset"))
        self.search.setAccessibleName(self.tr("City, region or offset"))
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._search)
        self._model = ZoneModel(self)
        self.list = QListView(self)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setProperty("role", "lines")
        self.list.setUniformItemSizes(True)
        self.list.setModel(self._model)
        EmptyListLabel(self.tr("No city, region or offset has this name."), self.list)
        self.list.doubleClicked.connect(self.accept)
        self.take = QPushButton(self.tr("Choose"), self)
        self.take.setProperty("role", "primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self.accept)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addStretch()
        below.addWidget(cancel)
        below.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addLayout(below)
        self._select_first()

    def accept(self) -> None:
        """Takes the zone that is marked, if one is."""
        index = self.list.currentIndex()
        if index.isValid():
            self.chosen.emit(index.data(Qt.ItemDataRole.UserRole))
            super().accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move through the list while one types above it."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _TO_LIST:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _search(self, text: str) -> None:
        self._model.show_zones(found(text))
        self._select_first()

    def _select_first(self) -> None:
        self.list.setCurrentIndex(self._model.index(0))
        self.take.setEnabled(self._model.rowCount() > 0)
