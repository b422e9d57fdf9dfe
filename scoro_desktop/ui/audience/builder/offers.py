"""Known values, offered below an editor. What is typed there stays as it is unless one of them is chosen."""

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from scoro_desktop.audience.conditions_values import as_text, is_number
from scoro_desktop.audience.known_values import KnownValue
from scoro_desktop.ui.audience.builder.detail import DetailDelegate, item_with_detail
from scoro_desktop.ui.audience.builder.value_kinds import ValueKind
from scoro_desktop.ui.words.line_words import in_sample, number_text

Offered: TypeAlias = tuple[tuple[str, int], ...]
"""The values that can be chosen: each as the text typed for it, and how many documents of the sample have it."""
Known: TypeAlias = Callable[[], Offered]

_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_WIDEST: Final = 420


def offered(known: Sequence[KnownValue], kind: ValueKind) -> Offered:
    """The values that an editor of texts or of numbers can hold and give back as they are; others have no such text."""
    found: list[tuple[str, int]] = []
    for each in known:
        if kind is not ValueKind.NUMBER and isinstance(each.value, str):  # as most are, and asked for with every key
            found.append((each.value, each.times))
        elif kind is ValueKind.NUMBER and is_number(each.value):
            found.append((as_text(each.value), each.times))
    return tuple(found)


class Offers(QObject):
    """The list for one editor. `taken`: one was chosen.

    No line of it is chosen from the start: Enter and Tab belong to what is typed until the person went to a line.
    """

    taken = Signal(str)

    def __init__(self, editor: QWidget, known: Known) -> None:
        super().__init__(editor)
        self._editor = editor
        self._known = known
        self._shown: Offered = ()
        self._list: tuple[QCompleter, QStandardItemModel, QListView] | None = None

    def any(self) -> bool:
        """Tells whether there is something to offer."""
        return bool(self._known())

    def propose(self, typed: str, area: QRect) -> None:
        """Offers what contains the text that is typed, below an area of the editor; nothing for nothing."""
        self._open(typed, area) if typed else self.hide()

    def show_all(self, area: QRect) -> None:
        """Offers everything."""
        self._open("", area)

    def hide(self) -> None:
        """Offers nothing."""
        if self._list is not None:
            self._list[2].hide()

    def keeps(self, event: QKeyEvent) -> bool:
        """Tells whether a key is to choose the line that the person went to, and so none of the editor's."""
        if self._list is None or not self._list[2].isVisible():
            return False
        return event.key() in _ENTER and self._list[2].currentIndex().isValid()

    def _open(self, typed: str, area: QRect) -> None:
        known = self._known()
        if not known:
            self.hide()
            return
        completer, model, popup = self._list or self._make_list()
        if known != self._shown:
            self._shown = known
            model.clear()
            for text, times in known:
                model.appendRow(item_with_detail(text, in_sample(times), number_text(times) if times else ""))
        completer.setCompletionPrefix(typed)
        found = completer.completionModel()
        only_itself = found.rowCount() == 1 and found.index(0, 0).data() == typed
        if not found.rowCount() or only_itself:
            popup.hide()
            return
        area.setWidth(max(area.width(), min(popup.sizeHintForColumn(0) + 32, _WIDEST)))
        completer.complete(area)

    def _make_list(self) -> tuple[QCompleter, QStandardItemModel, QListView]:
        # Made when first needed: it is a window of its own, and a query can have hundreds of rows.
        model = QStandardItemModel(self)
        completer, popup = QCompleter(model, self), QListView()
        completer.setPopup(popup)
        completer.setWidget(self._editor)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup.setProperty("role", "offers")
        popup.setItemDelegate(DetailDelegate(popup))
        popup.setAccessibleName(self.tr("Known values"))
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        completer.activated.connect(self.taken)
        self._list = completer, model, popup
        return self._list
