"""A part of a query that no condition can show: there to be seen, kept as it came."""

import itertools
import json
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from scoro_desktop.audience.conditions import Group, Item, Raw, item_to_query, to_query
from scoro_desktop.audience.relative_dates import KEY, rules_in
from scoro_desktop.ui.audience.builder.item_widget import BuilderProblem, ItemWidget, remove_button
from scoro_desktop.ui.kit.fixed_font import fixed_font
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.kit.text_edit import put_text
from scoro_desktop.ui.words.relative_words import named
from scoro_desktop.wire import JsonObject

_MOST_SHOWN: Final = 2_000
_MOST_LINES: Final = 5


class RawChip(ItemWidget):
    """Shows items as JSON that cannot be edited here, and gives them back untouched."""

    def __init__(self, items: tuple[Item, ...], parent: QWidget | None = None, state: JsonObject | None = None) -> None:
        """`state`: what `state` gives for these items, where that is known."""
        super().__init__(parent)
        self._items = items
        self._state: JsonObject | None = state
        text = _json(items)
        self.text = QPlainTextEdit(self)
        self.text.setFont(fixed_font())
        put_text(self.text, text)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("A part of the query in JSON"))
        lines = min(1 + len(text) // 34, _MOST_LINES)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * lines + 18)
        words = self.tr("Only JSON can show and change this part. It applies as it is.")
        if len(items) > 1:
            more = self.tr("%Ln more condition(s).", "", len(items))
            words = self.tr("{more} They apply as they are; change them in JSON.").format(more=more)
        if KEY in text:
            rules = itertools.chain.from_iterable(rules_in(item_to_query(item)) for item in items)
            words = "\n".join([*named(rules), words])
        hint = QLabel(words, self)
        hint.setTextFormat(Qt.TextFormat.PlainText)
        hint.setProperty("role", "help")
        hint.setWordWrap(True)
        self.text.setAccessibleDescription(hint.text())
        self.remove = remove_button(self)
        self.buttons = [self.remove]
        words = self.tr("Remove this part: {json}").format(json=text[:40])
        self.remove.setAccessibleName(words)
        self.remove.setToolTip(tip(words))
        self.remove.clicked.connect(self.removed)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.text, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(hint)

    def items(self) -> tuple[Item, ...]:
        """Those that it was given."""
        return self._items

    def state(self) -> JsonObject:
        """Its items, each as the query that it is by itself; written once, since they never change."""
        if self._state is None:
            self._state = {"parts": [item_to_query(item) for item in self._items]}
        return self._state

    def problems(self) -> tuple[BuilderProblem, ...]:
        """None: what is wrong with it is said of the query as a whole."""
        return ()

    def tab_stops(self) -> list[QWidget]:
        """The text, to be read and copied, and the cross."""
        return [self.text, self.remove]

    def take_focus(self) -> None:
        """The text."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)


def _json(items: tuple[Item, ...]) -> str:
    """The beginning of the items in JSON, enough to be shown."""
    text = ""
    for item in items:
        part = item.value if isinstance(item, Raw) else to_query(_group_of(item))
        written = json.dumps(part, ensure_ascii=False)
        # Half a character cannot be drawn; its number can.
        half = any("\ud800" <= each <= "\udfff" for each in written[:_MOST_SHOWN])
        text += (",\n" if text else "") + (json.dumps(part) if half else written)
        if len(text) > _MOST_SHOWN:
            return text[:_MOST_SHOWN] + "…"
    return text


def _group_of(item: Item) -> Group:
    return item if isinstance(item, Group) else Group("all", (item,))
