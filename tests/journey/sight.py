"""Everything that a person can see, hear or find on this computer: texts of the window, and the bytes of files."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from scoro_desktop.ui.accounts.accounts_dialog import AccountsDialog
from scoro_desktop.ui.accounts.notice import Notice
from scoro_desktop.ui.audience.query_editor import QueryEditor
from scoro_desktop.ui.calendar.month_grid import MonthGrid
from scoro_desktop.ui.campaigns import campaign_words
from scoro_desktop.ui.campaigns.row_preview import RowPreview
from scoro_desktop.ui.campaigns.sums_list import SumsList
from scoro_desktop.ui.history import history_model
from scoro_desktop.ui.phone.scene import Scene, TextLine
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.stored import rest

_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


def is_waiting(dialog: AccountsDialog) -> bool:
    """Tells whether the keyring or a server is being waited for: the list or the keys can then not be used."""
    return not dialog.list.isEnabled() or (dialog.form.has_account and not dialog.form.client_key.isEnabled())


def problem_of(owner: QWidget) -> str:
    """The words of the problem that a field, a row or a dialog shows, empty where it shows none."""
    label: QLabel = owner._problem  # type: ignore[attr-defined]
    return "" if label.isHidden() else label.text()


def proposed_in(editor: QueryEditor) -> list[str]:
    """The proposals that are shown, none while their list is closed."""
    rows = editor._completions
    return [rows.item(each).text().split("   ")[0] for each in range(rows.count())] if rows.isVisible() else []


def buttons_in(notice: Notice) -> list[QPushButton]:
    """The buttons of a notice; one that came just now is not seen before the event loop was reached."""
    items = [notice._buttons.itemAt(at) for at in range(notice._buttons.count())]
    widgets = [item.widget() for item in items if item is not None]
    return [each for each in widgets if isinstance(each, QPushButton)]


def sums_in(sums: SumsList) -> list[str]:
    """The lines of a list of sums as they are read."""
    return [f"{each.words} {campaign_words.number(each.count)}" for each in sums._sums]


def spoken_on(preview: RowPreview) -> str:
    """The words that a screen reader says of the phone in front."""
    return preview._phones[preview._pages.currentIndex()].accessibleDescription()


def lines_on(scene: Scene) -> list[str]:
    """The lines of text on a phone, from top to bottom."""
    return [each.line.text for each in scene.items if isinstance(each, TextLine)]


def place_of(grid: MonthGrid, day: date, key: tuple[str, int] | None = None) -> QPoint:
    """The middle of a day of a month, or of an entry that is seen on it."""
    if key is None:
        return grid._rect(day).center()
    rows = [each.key for each in grid.entries_shown(day)]
    return grid._painter.entry_rect(grid._rect(day), rows.index(key)).center()


def row_of(window: MainWindow, row: int = 0) -> dict[str, str]:
    """The cells of one row of the history, as they are shown."""
    rest(window._services.storage)
    model = window.history.table.model()
    columns = {
        "account": history_model.ACCOUNT,
        "message": history_model.MESSAGE,
        "audience": history_model.AUDIENCE,
        "outcome": history_model.OUTCOME,
        "result": history_model.RESULT,
    }
    return {name: str(model.index(row, column).data()) for name, column in columns.items()}


def rows(window: MainWindow) -> int:
    """Counts the rows that the history shows."""
    rest(window._services.storage)
    return window.history.table.model().rowCount()


def words_in(widget: QWidget) -> str:
    """The texts of the labels in a widget, one a line; those that are folded away are left out."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def texts_of_the_app() -> str:
    """Every text that any widget shows, could show or says aloud, hidden ones included; a masked field is its mask."""
    return "\n".join(text for widget in QApplication.allWidgets() for text in _texts(widget) if text)


def _texts(widget: QWidget) -> Iterator[str]:
    yield from (
        widget.windowTitle(),
        widget.toolTip(),
        widget.statusTip(),
        widget.whatsThis(),
        widget.accessibleName(),
        widget.accessibleDescription(),
        widget.objectName(),
    )
    yield from (action.text() + action.toolTip() for action in widget.actions())
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.displayText()
            yield widget.placeholderText()
        case QPlainTextEdit():
            yield widget.toPlainText()
        case QComboBox():
            yield from (widget.itemText(row) for row in range(widget.count()))
        case QAbstractItemView():
            yield from _items(widget)


def _items(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount()):
        for column in range(model.columnCount() if isinstance(model, QAbstractTableModel) else 1):
            index = model.index(row, column)
            yield from (str(index.data(role)) for role in _SPOKEN if index.data(role) is not None)


def bytes_of_files(folder: Path) -> bytes:
    """Everything in every file of a folder, names included."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    assert files
    return b"\n".join(path.name.encode() + b"\n" + path.read_bytes() for path in files)
