"""Sandbox, what arrived: each send that the sandbox took, and what every sample device made of it."""

import contextlib
from typing import Final

from PySide6.QtCore import QDateTime, QLocale, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from scoro_desktop.messages.channels.channel import known
from scoro_desktop.ui.channels.registry import VIEWS, channel_name
from scoro_desktop.ui.kit import plain_table
from scoro_desktop.ui.kit.empty_state import EmptyState
from scoro_desktop.ui.kit.list_lines import NameAndMore
from scoro_desktop.ui.kit.no_wheel import NoWheelComboBox
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.kit.room import begin_with
from scoro_desktop.ui.kit.splitter import Splitter
from scoro_desktop.ui.runtime.sandbox_source import Arrival, Delivery, SandboxSource
from scoro_desktop.ui.sandbox import sandbox_arrivals
from scoro_desktop.ui.sandbox.sandbox_arrivals import ArrivalsModel

__all__ = ["Arrival", "Delivery", "SandboxSource", "SandboxView"]

_SIZE: Final = QSize(1000, 600)
_LIST_WIDTH: Final = 288
_ID_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_TEXT_WIDTH: Final = 220
_BESIDE_TEXT: Final = (
    sandbox_arrivals.TITLE,
    sandbox_arrivals.BADGE,
    sandbox_arrivals.SOUND,
    sandbox_arrivals.DATA,
)
"""Parts that a message does not have of which a reader gets a text alone."""
_CELL_PADDING: Final = 26
_NUMBER: Final = "+000000000000"
"""As long as most phone numbers are, and those of the sandbox."""
_WIDTHS: Final = {
    sandbox_arrivals.RECIPIENT: 132,
    sandbox_arrivals.CITY: 96,
    sandbox_arrivals.TITLE: 140,
    sandbox_arrivals.BADGE: 64,
    sandbox_arrivals.SOUND: 72,
    sandbox_arrivals.DATA: 110,
}


class SandboxView(QDialog):
    """Shows what the sandbox received, as it comes in."""

    def __init__(self, source: SandboxSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._deliveries: dict[int, Delivery] = {}
        self.setWindowTitle(self.tr("Sandbox: what arrived"))
        self._list = QListWidget(self)
        self._list.setProperty("role", "lines")
        self._list.setItemDelegate(NameAndMore(self._list))
        self._list.setAccessibleName(self.tr("What was sent to the sandbox, newest first"))
        self._list.setSpacing(2)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentRowChanged.connect(self._show_chosen)
        self._summary = QLabel(self)
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._kind = NoWheelComboBox(self)
        self._kind.setAccessibleName(self.tr("Show only these devices"))
        self._kind.addItem(self.tr("All devices"), None)
        self._kind.addItem(self.tr("Android"), sandbox_arrivals.ANDROID)
        self._kind.addItem(self.tr("iPhone"), sandbox_arrivals.IPHONE)
        self._kind.currentIndexChanged.connect(self._show_chosen)
        self._model = ArrivalsModel(source, self)
        self._table = self._new_table()
        self._clear = QPushButton(self.tr("Clear"), self)
        self._clear.setToolTip(self.tr("Forgets what arrived in the sandbox; the history keeps every send"))
        self._clear.setAutoDefault(False)
        self._clear.clicked.connect(self._forget)
        self._arrange()
        begin_with(self, _SIZE.width(), _SIZE.height())

        # The bridge lives as long as the sandbox that calls it, and the view only as long as it is open: Qt ends the
        # connection between them, and no thread of the sandbox ever touches a widget.
        bridge = _Bridge()
        bridge.arrived.connect(self.refresh, Qt.ConnectionType.QueuedConnection)
        source.on_delivery(bridge.announce)
        self.refresh()

    def refresh(self) -> None:
        """Reads the deliveries anew. The newest comes into view unless an older one was chosen."""
        chosen = self._chosen_id()
        follow = self._list.currentRow() <= 0
        deliveries = self._source.deliveries()
        self._deliveries = {delivery.id: delivery for delivery in deliveries}
        self._list.blockSignals(True)
        self._list.clear()
        for delivery in deliveries:
            item = QListWidgetItem(self._line(delivery))
            item.setData(_ID_ROLE, delivery.id)
            item.setToolTip(tip(item.text()))
            item.setSizeHint(QSize(0, 2 * self._list.fontMetrics().lineSpacing() + 12))
            self._list.addItem(item)
        ids = list(self._deliveries)
        row = ids.index(chosen) if chosen in self._deliveries and not follow else 0
        self._list.setCurrentRow(row if ids else -1)
        self._list.blockSignals(False)
        self._stack.setCurrentWidget(self._split if ids else self._empty)
        self._clear.setEnabled(bool(ids))
        if self._chosen_id() != chosen or not ids:
            self._show_chosen()

    def _new_table(self) -> QTableView:
        table = QTableView(self)
        plain_table.set_up(table, self.tr("What each sample device shows"), row_height=30)
        table.setModel(self._model)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        advance = table.fontMetrics().horizontalAdvance
        for column, texts in ((sandbox_arrivals.DEVICE, self._model.devices()), (sandbox_arrivals.ADDRESS, [_NUMBER])):
            heading = str(self._model.headerData(column, Qt.Orientation.Horizontal))
            table.setColumnWidth(column, max(map(advance, [heading, *texts])) + _CELL_PADDING)
        return table

    def _arrange(self) -> None:
        heading = QLabel(self.tr("What arrived in the sandbox"), self)
        heading.setProperty("role", "heading")
        help_text = QLabel(self.tr("These people and devices are samples: nothing left this computer."), self)
        help_text.setProperty("role", "help")
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(heading)
        words.addWidget(help_text)
        top = QHBoxLayout()
        top.addLayout(words, 1)
        top.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignTop)

        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self._summary, 1)
        bar.addWidget(self._kind)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(bar)
        column.addWidget(self._table, 1)
        self._split = Splitter(Qt.Orientation.Horizontal, self)
        self._split.setAccessibleName(self.tr("List and what is selected"))
        self._split.setChildrenCollapsible(False)
        left = QWidget(self)
        margin = QVBoxLayout(left)
        margin.setContentsMargins(0, 0, 8, 0)
        margin.addWidget(self._list)
        self._split.setHandleWidth(1)
        self._split.addWidget(left)
        self._split.addWidget(right)
        self._split.setStretchFactor(1, 1)
        width = min(_LIST_WIDTH, self.screen().availableSize().width() * 3 // 10)
        self._split.setSizes([width, _SIZE.width() - width])
        self._empty = EmptyState(
            "inbox",
            self.tr("Nothing has arrived yet"),
            self.tr(
                "Choose the sandbox as the account and send something. What each sample device and phone would have "
                "shown appears here."
            ),
            self,
        )
        self._stack = QStackedLayout()
        self._stack.addWidget(self._split)
        self._stack.addWidget(self._empty)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 16, 24, 24)
        page.setSpacing(16)
        page.addLayout(top)
        page.addLayout(self._stack, 1)

    def _show_chosen(self) -> None:
        chosen = self._chosen_id()
        delivery = None if chosen is None else self._deliveries.get(chosen)
        both = delivery is not None and bool(delivery.android and delivery.iphone)
        self._kind.setVisible(both)
        channel = None if delivery is None else known(delivery.channel)
        text_only = channel is not None and VIEWS[channel].is_text_only
        for column in _BESIDE_TEXT:
            self._table.setColumnHidden(column, text_only)
        self._table.horizontalHeader().setSectionResizeMode(
            sandbox_arrivals.TEXT, QHeaderView.ResizeMode.Stretch if text_only else QHeaderView.ResizeMode.Interactive
        )
        if not text_only:
            self._table.setColumnWidth(sandbox_arrivals.TEXT, _TEXT_WIDTH)
        self._model.show_delivery(delivery, self._kind.currentData() if both else None)
        self._table.scrollToTop()
        self._summary.setText(self._counts(delivery) if delivery else "")

    def _chosen_id(self) -> int | None:
        row = self._list.currentRow()
        if row < 0:
            return None
        chosen: int = self._list.item(row).data(_ID_ROLE)
        return chosen

    def _line(self, delivery: Delivery) -> str:
        time = QDateTime.fromMSecsSinceEpoch(round(delivery.at.timestamp() * 1000)).time()
        facts = [
            QLocale().toString(time, QLocale.FormatType.ShortFormat),
            channel_name(delivery.channel),
            self.tr("%Ln recipient(s)", "", delivery.count),
        ]
        if delivery.debug:
            facts.append(self.tr("debug"))
        text = " ".join((delivery.title or delivery.body).split())
        return (text or self.tr("(no text)")) + "\n" + " · ".join(facts)

    def _counts(self, delivery: Delivery) -> str:
        kinds = [
            self.tr("%Ln Android device(s)", "", delivery.android) if delivery.android else "",
            self.tr("%Ln iPhone(s)", "", delivery.iphone) if delivery.iphone else "",
            self.tr("%Ln phone(s)", "", delivery.phones) if delivery.phones else "",
        ]
        shown = ", ".join(filter(None, kinds))
        return shown or self.tr("It reached nobody: no one in the audience can get this message.")

    def _forget(self) -> None:
        self._source.clear()
        self.refresh()


class _Bridge(QObject):
    """Carries word of a delivery from a thread of the sandbox to the GUI thread that this object lives on."""

    arrived = Signal()

    def announce(self) -> None:
        """For the threads of the sandbox."""
        with contextlib.suppress(RuntimeError):  # the application is ending
            self.arrived.emit()
