"""The dialog that says what a file brings to the library, before any of it is taken in."""

from collections.abc import Iterator, Sequence
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
from scoro_desktop.ui.kit.reveal import Gradual, measured
from scoro_desktop.ui.library.kind import Kind

ROWS: Final = 200
"""The most that have a row of their own: nobody goes through more. The others go by one choice for all."""
BLOCK: Final = 8
"""Rows that are shown at once. Ours: laid out and shown together they take a few milliseconds."""


class LibraryImport(QDialog):
    """`chosen([(Arrival, Way)])`: what is to become of each. `without_keys`: names of those that carried keys.

    Its rows come one block after the other, from the top on, while it stands there already.
    """

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
        self._rows: list[tuple[Arrival[Any], NoWheelComboBox]] = []
        self._arrived = arrived
        self._width = 0  # of each choice
        self._summary = self._label("heading")
        self._keys = self._label("warning")
        self._keys.setVisible(bool(without_keys))
        self._keys.setText(
            self.tr("These contained keys of an account, which were left out: {names}").format(
                names=", ".join(map(self._quoted, without_keys[:20])) + (", …" if len(without_keys) > 20 else "")
            )
        )
        self._area = QScrollArea(self)
        self._page = QWidget(self._area.viewport())
        self._page.setProperty("role", "page")
        self._area.setWidget(self._page)
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(8)
        self._column.addStretch()
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
        self._filling = Gradual(self, self._blocks())

    @property
    def rows(self) -> Sequence[tuple[Arrival[Any], NoWheelComboBox]]:
        """Those that have a row, with its choice: all of them, whoever asks."""
        self._filling.finish()
        return self._rows

    def ways(self) -> list[tuple[Arrival[Any], Way]]:
        """Returns the way that is chosen for each: by that for all, where it has no row, or none yet."""
        chosen = [(arrival, Way(box.currentData())) for arrival, box in self._rows]
        for_all = self.all.currentData()
        for arrival in self._arrived[len(self._rows) :]:
            ways = arrival.ways()
            is_free = Way.KEEP_BOTH in ways and for_all in ways
            chosen.append((arrival, Way(for_all) if is_free else ways[0]))
        return chosen

    def _quoted(self, name: str) -> str:
        return self.tr("“{name}”").format(name=name)

    def _blocks(self) -> Iterator[None]:
        """Makes the rows, block after block, each of which is shown once it is whole."""
        arrived = self._arrived[:ROWS]
        for start in range(0, len(arrived), BLOCK):
            block = QWidget(self._page)
            block.hide()
            grid = QGridLayout(block)
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setHorizontalSpacing(16)
            grid.setVerticalSpacing(8)
            grid.setColumnStretch(0, 1)
            for number, arrival in enumerate(arrived[start : start + BLOCK]):
                self._add_row(block, grid, number, arrival)
                yield
            yield from measured(block)
            self._align()
            self._put(block)
            if not start and (first := next((box for _, box in self._rows if box.isEnabled()), None)) is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)  # it would be here, if it were there from the beginning
            yield
        if others := len(self._arrived) - len(arrived):
            more = self._label("help", self._page)
            more.setText(self.tr("and %Ln more: new names are added, for taken names see the choice below", "", others))
            self._put(more)

    def _align(self) -> None:
        """Makes all choices as wide as the widest, though they stand in several blocks."""
        width = max(box.sizeHint().width() for _, box in self._rows)
        if width > self._width:
            self._width = width
            for _, box in self._rows:
                box.setMinimumWidth(width)

    def _put(self, part: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, part)
        part.show()

    def _add_row(self, block: QWidget, grid: QGridLayout, number: int, arrival: Arrival[Any]) -> None:
        name = self._label("", block)
        name.setText(arrival.entry.name)
        about = self._label("help", block)
        about.setText(f"{self._kind.entry_line(arrival.entry)} · {self._state_words(arrival)}")
        both = QVBoxLayout()
        both.setSpacing(0)
        both.addWidget(name)
        both.addWidget(about)
        box = NoWheelComboBox(block)
        box.setAccessibleName(self.tr("What to do with “{name}”").format(name=arrival.entry.name))
        for way in arrival.ways():
            box.addItem(self._way_words(way), way)
        box.setEnabled(box.count() > 1)
        box.setMinimumWidth(self._width)
        self._choose(box)
        box.activated.connect(self._show_state)
        grid.addLayout(both, number, 0)
        grid.addWidget(box, number, 1, Qt.AlignmentFlag.AlignVCenter)
        self._rows.append((arrival, box))
        for before, behind in ((box, self.all), (self.all, self.take_in), (self.take_in, self.cancel)):
            self.setTabOrder(before, behind)  # the keyboard goes through the rows first

    def _lay_out(self) -> None:
        area = self._area
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the keyboard within
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

    def _label(self, role: str, parent: QWidget | None = None) -> QLabel:
        label = QLabel(parent or self)
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
        for _, box in self._rows:
            self._choose(box)
        self._show_state()

    def _choose(self, box: NoWheelComboBox) -> None:
        """Chooses what is chosen for all, where a name is taken and that may be done."""
        index = box.findData(self.all.currentData())
        if index >= 0 and box.findData(Way.KEEP_BOTH) >= 0:
            box.setCurrentIndex(index)

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
