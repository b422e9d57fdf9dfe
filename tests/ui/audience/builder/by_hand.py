"""The acts of a person on the builder with keyboard and mouse."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.audience.builder.condition_row import ConditionRow
from scoro_desktop.ui.audience.builder.conditions_builder import ConditionsBuilder
from scoro_desktop.ui.audience.builder.date_value import DateValue
from scoro_desktop.ui.audience.builder.group_editor import GroupEditor


def click(qtbot: QtBot, button: QAbstractButton) -> None:
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(qtbot: QtBot, box: QComboBox, words: str) -> None:
    """Opens a list and picks a line of it with the arrow keys."""
    index = box.findText(words)
    assert index >= 0, [box.itemText(each) for each in range(box.count())]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(index):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == words


def type_field(qtbot: QtBot, row: ConditionRow, name: str) -> None:
    """Types a name over what stands there, leaves the proposals alone, and goes on to the next stop."""
    line = row.field.lineEdit()
    assert line is not None
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, name)
    popup = QApplication.activePopupWidget()
    if popup is not None:
        QTest.keyClick(popup, Qt.Key.Key_Escape)
    QTest.keyClick(line, Qt.Key.Key_Tab)


def row_at(builder: ConditionsBuilder | GroupEditor, place: int) -> ConditionRow:
    group = builder.root if isinstance(builder, ConditionsBuilder) else builder
    row = group.widgets()[place]
    assert isinstance(row, ConditionRow)
    return row


def group_at(builder: ConditionsBuilder | GroupEditor, place: int) -> GroupEditor:
    group = (builder.root if isinstance(builder, ConditionsBuilder) else builder).widgets()[place]
    assert isinstance(group, GroupEditor)
    return group


def visible(widget: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [each for each in widget.findChildren(kind) if each.isVisible()]


def lines_of(row: ConditionRow) -> list[QLineEdit]:
    """The lines in which a value is typed."""
    result = []
    for each in visible(row.value, QLineEdit):
        assert isinstance(each, QLineEdit)
        if not isinstance(each.parent(), QComboBox) and "DateTime" not in type(each.parent()).__name__:
            result.append(each)
    return result


def list_of(row: ConditionRow) -> QPlainTextEdit:
    (editor,) = visible(row.value, QPlainTextEdit)
    assert isinstance(editor, QPlainTextEdit)
    return editor


def dates_of(row: ConditionRow) -> list[DateValue]:
    return [each for each in visible(row.value, DateValue) if isinstance(each, DateValue)]


def type_value(qtbot: QtBot, row: ConditionRow, text: str, place: int = 0) -> None:
    line = lines_of(row)[place]
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def paste(editor: QPlainTextEdit, text: str) -> None:
    QApplication.clipboard().setText(text)
    editor.setFocus()
    editor.paste()
