"""The picker of emoji: a search, groups to jump to, those that were picked last."""

import functools
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from scoro_desktop.messages.emoji import GROUPS, Emoji, Finder, all_emoji
from scoro_desktop.ui.emoji.emoji_grid import EmojiGrid
from scoro_desktop.ui.emoji.emoji_model import EmojiModel
from scoro_desktop.ui.emoji.emoji_words import emoji_words
from scoro_desktop.ui.kit.one_line import LineEdit
from scoro_desktop.ui.kit.plain_text import tip
from scoro_desktop.ui.kit.popover import Popover

translate = QCoreApplication.translate
HEIGHT: Final = 252
_DOWN: Final = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp})
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_SIGNS: Final = {
    "smileys": "😀",
    "people": "👋",
    "nature": "🌿",
    "food": "🍏",
    "travel": "🚗",
    "activities": "⚽",
    "objects": "💡",
    "symbols": "✅",
    "flags": "🏁",
}


@functools.cache
def finder() -> Finder:
    """The one index of words, made with the first search."""
    return Finder(emoji_words())


class EmojiPicker(Popover):
    """Opens beside a field and closes when an emoji is picked, at Escape, or with a click elsewhere.

    `picked(str)`: the emoji. `recent`: those that stand first. `hint`: what to know before picking one.
    """

    picked = Signal(str)

    def __init__(self, recent: tuple[str, ...], hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Emoji"))
        self._recent = recent
        self._model = EmojiModel(spoken, self)
        self.grid = EmojiGrid(self._model, self)
        self.grid.setFixedHeight(HEIGHT)
        self.grid.picked.connect(self._pick)
        self.grid.typed.connect(self._typed)
        self.search = LineEdit(self)
        self.search.setPlaceholderText(self.tr("Search: heart, gift, smile…"))
        self.search.setAccessibleName(self.tr("Search for an emoji"))
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._search)
        self._name = QLabel(self)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setProperty("role", "help")
        self._hint = QLabel(hint, self)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setProperty("role", "warning")
        self._hint.setWordWrap(True)
        self._hint.setVisible(bool(hint))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.search)
        column.addLayout(self._make_groups())
        for widget in (self.grid, self._name, self._hint):
            column.addWidget(widget)
        self.grid.selectionModel().currentChanged.connect(self._show_name)
        self._show_all()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def open_at(self, widget: QWidget) -> None:
        """Opens beside a widget, ready to search."""
        super().open_at(widget)
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search the arrow keys lead into the grid, and Enter takes the emoji that is framed there."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _DOWN:
                self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
                if self.search.text():  # the first is framed already, and may be the one that is meant
                    QApplication.sendEvent(self.grid, event)
                return True
            if event.key() in _ENTER:
                QApplication.sendEvent(self.grid, event)
                return True
        return super().eventFilter(watched, event)

    def _make_groups(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        for group in GROUPS:
            words = group_words(group)
            button = QToolButton(self)
            button.setText(_SIGNS[group])
            button.setProperty("role", "quiet")
            button.setToolTip(tip(words))
            button.setAccessibleName(words)
            button.clicked.connect(lambda _=False, words=words: self._go_to(words))
            row.addWidget(button, 1)
        return row

    def _go_to(self, heading: str) -> None:
        self.search.clear()
        self.grid.go_to(heading)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_all(self) -> None:
        by_group: dict[str, list[Emoji]] = {group: [] for group in GROUPS}
        for each in all_emoji():
            by_group[each.group].append(each)
        sections = [(group_words(group), emoji) for group, emoji in by_group.items()]
        if self._recent:
            known = {each.text: each for each in all_emoji()}
            recent = [known[each] for each in self._recent if each in known]
            sections.insert(0, (self.tr("Recent"), recent))
        self._model.show_sections(sections)

    def _search(self, text: str) -> None:
        if not text.strip():
            self._show_all()
            return
        found = finder().find(text)
        self._model.show_sections([("", found)])
        if not found:
            self._name.setText(self.tr("No emoji has this name."))

    def _show_name(self, index: QModelIndex) -> None:
        self._name.setText(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "") if index.isValid() else "")

    def _typed(self, event: QKeyEvent) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        QApplication.sendEvent(self.search, event)

    def _pick(self, emoji: str) -> None:
        self.close()
        self.picked.emit(emoji)


def spoken(emoji: Emoji) -> str:
    """Returns its name in the language of the app, where we have words for it, else in English."""
    words = emoji_words().get(emoji.text, "") if QLocale().language() is QLocale.Language.Russian else ""
    russian = [word for word in words.split() if not word.isascii()]
    return ", ".join(russian[:3]) or emoji.name


def group_words(group: str) -> str:
    """Returns the name of a group."""
    return {
        "smileys": translate("emoji", "Smileys and hearts"),
        "people": translate("emoji", "People and hands"),
        "nature": translate("emoji", "Nature and weather"),
        "food": translate("emoji", "Food and drink"),
        "travel": translate("emoji", "Travel and places"),
        "activities": translate("emoji", "Holidays, sports and play"),
        "objects": translate("emoji", "Things"),
        "symbols": translate("emoji", "Signs"),
        "flags": translate("emoji", "Flags"),
    }[group]
