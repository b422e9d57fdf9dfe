"""One delivery of the sandbox as each sample device shows it, in a table that is read by need."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QPalette

from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.runtime.sandbox_source import Arrival, Delivery, SandboxSource

RECIPIENT, CITY, DEVICE, TITLE, TEXT, BADGE, SOUND, DATA, ADDRESS = range(9)

ANDROID: Final = "android"
IPHONE: Final = "ios"

PAGE_ROWS: Final = 200
KEPT_PAGES: Final = 8

_Index = QModelIndex | QPersistentModelIndex


class ArrivalsModel(QAbstractTableModel):
    """The recipients of one delivery, all of them or only those with one kind of device."""

    def __init__(self, source: SandboxSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._delivery: Delivery | None = None
        self._kind: str | None = None
        self._count = 0
        self._matching: Sequence[Arrival] | None = None
        self._pages: OrderedDict[int, Sequence[Arrival]] = OrderedDict()

    def show_delivery(self, delivery: Delivery | None, kind: str | None = None) -> None:
        """Shows a delivery on devices of `kind` (ANDROID, IPHONE, None for any); nothing at all for None."""
        self.beginResetModel()
        self._delivery = delivery
        self._kind = kind
        self._pages.clear()
        self._matching = None
        if delivery is None:
            self._count = 0
        elif kind is None:
            self._count = delivery.count
        else:
            # The sandbox gives its recipients by place; there are few enough of them to look at each.
            everyone = self._source.recipients(delivery.id, 0, delivery.count)
            self._matching = [arrival for arrival in everyone if arrival.device_type == kind]
            self._count = len(self._matching)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """Counts the recipients that are shown."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """The columns are the constants of this module."""
        return 0 if parent.isValid() else ADDRESS + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Recipient"),
            self.tr("City"),
            self.tr("Device"),
            self.tr("Title"),
            self.tr("Text"),
            self.tr("Badge"),
            self.tr("Sound"),
            self.tr("Data"),
            self.tr("Device id or number"),
        )[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Returns the content of one cell."""
        if role not in _CELL_ROLES:
            return None
        arrival = self._arrival(index.row())
        if arrival is None:
            return None
        if role == Qt.ItemDataRole.ForegroundRole:
            muted = (index.column() == RECIPIENT and not arrival.recipient) or _shows_nothing(arrival)
            return QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText) if muted else None
        text = self._text(arrival, index.column())
        return tip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def _text(self, arrival: Arrival, column: int) -> str:
        match column:
            case 0:
                return arrival.recipient or self.tr("(not logged in)")
            case 1:
                return arrival.city
            case 2:
                return self._device(arrival.device_type)
            case 3:
                return self.tr("(shows nothing)") if _shows_nothing(arrival) else arrival.title
            case 4:
                return "\n".join(filter(None, (arrival.subtitle, arrival.body)))
            case 5:
                return "" if arrival.badge is None else _number(arrival.badge)
            case 6:
                return arrival.sound
            case 7:
                return arrival.extra
            case _:
                return arrival.address

    def devices(self) -> list[str]:
        """Lists the words of the kinds of devices."""
        return [self._device(each) for each in (ANDROID, IPHONE, "phone")]

    def _device(self, device_type: str) -> str:
        names = {ANDROID: self.tr("Android"), IPHONE: self.tr("iPhone"), "phone": self.tr("Phone")}
        return names.get(device_type, device_type)

    def _arrival(self, row: int) -> Arrival | None:
        if self._delivery is None or not 0 <= row < self._count:
            return None
        if self._matching is not None:
            return self._matching[row]
        number, place = divmod(row, PAGE_ROWS)
        if number not in self._pages:
            self._pages[number] = self._source.recipients(self._delivery.id, number * PAGE_ROWS, PAGE_ROWS)
            if len(self._pages) > KEPT_PAGES:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        page = self._pages[number]
        return page[place] if place < len(page) else None  # forgotten meanwhile


_CELL_ROLES: Final = frozenset(
    {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.ForegroundRole}
)


def _shows_nothing(arrival: Arrival) -> bool:
    """Tells whether the message had nothing for this kind of device: no text, badge, sound or data."""
    seen = (arrival.title, arrival.subtitle, arrival.body, arrival.sound, arrival.extra)
    return not any(seen) and arrival.badge is None


def _number(number: int) -> str:
    return QLocale().toString(number) if -(2**63) <= number < 2**63 else str(number)
