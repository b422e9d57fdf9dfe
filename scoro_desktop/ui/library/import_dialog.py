"""The dialog that says what a file brings to the library, before any of it is taken in."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from scoro_desktop.storage.arrivals import Arrival, Way
from scoro_desktop.ui.kit.no_wheel import NoWheelComboBox
from scoro_desktop.ui.library.kind import Kind

ROWS: Final = 200
"""The most that have a row of their own: the window would wait for more. The others go by one choice for all."""


class LibraryImport(QDialog):
    """`chosen([(Arrival, Way)])`: what is to become of each. `without_keys`: names of those that carried keys."""

    chosen = Signal(object)

    def __init__(
        self,
        kind: Kind[Any],
        arrived: Sequence[Arrival[Any]],
        without_keys: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import"))
        self.resize(640, 440)
        self._kind = kind
        self.rows: list[tuple[Arrival[Any], NoWheelComboBox]] = []
        self._arrived = arrived
        self._summary = self._label("heading")
        self._keys = self._label("warning")
        self._keys.setVisible(bool(without_keys))
        self._keys.setText(
            self.tr("These contained keys of an account, which were left out: {names}").format(
                names=", ".join(map(self._quoted, without_keys[:20])) + (", …" if len(without_keys) > 20 else "")
            )
        )
        self._page = QWidget(self)
        self._page.setProperty("role", "page")
        self._fill_page()
        self.all = NoWheelComboBox(self)
        self.all.setAccessibleName(self.tr("For all names that are taken"))
        self.all.addItem(self.tr("For all names that are taken…"), None)
        for way in (Way.KEEP_BOTH, Way.REPLACE, Way.SKIP):
            if not any(way in each.ways() for each in arrived):
                continue
            self.all.addItem(self._way_words(way), way)
        self.all.setVisible(sum(Way.KEEP_BOTH in each.ways() for each in arrived) > 1)
        self.all.activated.connect(self._choose_for_all)
        self.take_in = QPushButton(self.tr("Import"), self)
        self.take_in.setProperty("role", "primary")
        self.take_in.setDefault(True)
        self.take_in.clicked.connect(self._take_in_clicked)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self._lay_out()
        self._show_state()

    def ways(self) -> list[tuple[Arrival[Any], Way]]:
        """Returns the way that is chosen for each."""
        chosen = [(arrival, Way(box.currentData())) for arrival, box in self.rows]
        for_all = self.all.currentData()
        for arrival in self._arrived[ROWS:]:
            ways = arrival.ways()
            is_free = Way.KEEP_BOTH in ways and for_all is not None
            chosen.append((arrival, Way(for_all) if is_free else ways[0]))
        return chosen

    def _quoted(self, name: str) -> str:
        return self.tr("“{name}”").format(name=name)

    def _fill_page(self) -> None:
        grid = QGridLayout(self._page)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for row, arrival in enumerate(self._arrived[:ROWS]):
            name = self._label("")
            name.setText(arrival.entry.name)
            about = self._label("help")
            about.setText(f"{self._kind.entry_line(arrival.entry)} · {self._state_words(arrival)}")
            both = QVBoxLayout()
            both.setSpacing(0)
            both.addWidget(name)
            both.addWidget(about)
            box = NoWheelComboBox(self._page)
            box.setAccessibleName(self.tr("What to do with “{name}”").format(name=arrival.entry.name))
            for way in arrival.ways():
                box.addItem(self._way_words(way), way)
            box.setEnabled(box.count() > 1)
            box.activated.connect(self._show_state)
            grid.addLayout(both, row, 0)
            grid.addWidget(box, row, 1, Qt.AlignmentFlag.AlignVCenter)
            self.rows.append((arrival, box))
        if others := len(self._arrived) - len(self.rows):
            more = self._label("help")
            more.setText(self.tr("and %Ln more: new names are added, for taken names see the choice below", "", others))
            grid.addWidget(more, len(self.rows), 0, 1, 2)
        grid.setRowStretch(len(self.rows) + 1, 1)

    def _lay_out(self) -> None:
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the keyboard within
        area.setWidget(self._page)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.all)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.take_in)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._summary)
        column.addWidget(self._keys)
        column.addWidget(area, 1)
        column.addLayout(buttons)

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if role:
            label.setProperty("role", role)
        return label

    def _way_words(self, way: Way) -> str:
        return {
            Way.ADD: self.tr("Add"),
            Way.KEEP_BOTH: self.tr("Keep both"),
            Way.REPLACE: self.tr("Replace mine"),
            Way.SKIP: self.tr("Leave out"),
        }[way]

    def _state_words(self, arrival: Arrival[Any]) -> str:
        if arrival.there_id is None:
            return self.tr("new")
        return self.tr("is there already, identical") if arrival.is_same else self.tr("this name is taken")

    def _choose_for_all(self) -> None:
        for _, box in self.rows:
            index = box.findData(self.all.currentData())
            if index >= 0 and box.findData(Way.KEEP_BOTH) >= 0:
                box.setCurrentIndex(index)
        self._show_state()

    def _show_state(self) -> None:
        ways = [way for _, way in self.ways()]
        added = sum(way in {Way.ADD, Way.KEEP_BOTH} for way in ways)
        replaced = sum(way is Way.REPLACE for way in ways)
        parts = [self._kind.to_be_added(added)]
        if replaced:
            parts.append(self.tr("%Ln will be replaced", "", replaced))
        if skipped := len(ways) - added - replaced:
            parts.append(self.tr("%Ln left out", "", skipped))
        self._summary.setText(", ".join(parts) + ".")
        self.take_in.setEnabled(bool(added or replaced))

    def _take_in_clicked(self) -> None:
        self.chosen.emit(self.ways())
        self.accept()
