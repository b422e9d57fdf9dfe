"""The wheel scrolls: it changes nothing that it happens to pass over."""

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDoubleSpinBox, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.accounts.account_form import AccountForm
from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.compose.key_value_row import KeyValueRow
from scoro_desktop.ui.compose.section_form import SectionForm
from scoro_desktop.ui.kit.no_wheel import ElidingComboBox
from scoro_desktop.ui.kit.no_wheel_spin import NoWheelDoubleSpinBox
from scoro_desktop.ui.window.main_window import MainWindow


def turn_wheel_over(widget: QWidget) -> None:
    """One notch down; whoever is around the widget gets it if the widget does not take it."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(widget.rect().center())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def shown_by(editor: QWidget) -> str:
    if isinstance(editor, QComboBox):
        return editor.currentText()
    assert isinstance(editor, QSpinBox | QDoubleSpinBox)
    return editor.text()


def editors_in(widget: QWidget) -> list[QWidget]:
    kinds: tuple[type[QWidget], ...] = (QComboBox, QSpinBox, QDoubleSpinBox)
    return [each for kind in kinds for each in widget.findChildren(kind)]


@pytest.mark.parametrize("form", [AccountForm, PushForm, KeyValueRow])
def test_the_wheel_changes_nothing_in_a_form(qtbot: QtBot, form: type[QWidget]) -> None:
    widget = form()
    qtbot.addWidget(widget)
    for section in widget.findChildren(SectionForm):
        section.more.setChecked(True)
    editors = editors_in(widget)
    for editor in editors:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(0)
        before = shown_by(editor)
        turn_wheel_over(editor)
        assert shown_by(editor) == before, editor
    assert editors


def test_the_wheel_changes_neither_the_account_nor_the_collection(window: MainWindow) -> None:
    window.bar.accounts.addItem("Shop — PRODUCTION", "another")
    for box in (window.bar.accounts, window.tab.audience.collection_box):
        assert box.count() > 1
        before = box.currentIndex()
        turn_wheel_over(box)
        assert box.currentIndex() == before


def test_what_is_typed_at_once_is_the_message(window: MainWindow) -> None:
    assert window.focusWidget() is window.tab.form.first()


def test_a_choice_that_is_shortened_says_it_whole_in_a_tool_tip(qtbot: QtBot) -> None:
    box = ElidingComboBox()
    qtbot.addWidget(box)
    box.addItems(["devices — by what is known about the device", "roles"])
    box.resize(120, 30)
    box.show()
    box.grab()
    assert "by what is known about the device" in box.toolTip()
    box.setCurrentIndex(1)
    box.grab()
    assert box.toolTip() == ""
    box.setToolTip("Its own")
    box.setCurrentIndex(0)
    box.grab()
    assert box.toolTip() == "Its own"


@pytest.mark.parametrize(("language", "shown"), [("en", ["10", "2.5", "0", "120"]), ("ru", ["10", "2,5", "0", "120"])])
def test_a_number_has_decimals_where_they_say_something(qtbot: QtBot, language: str, shown: list[str]) -> None:
    box = NoWheelDoubleSpinBox()
    qtbot.addWidget(box)
    box.setLocale(QLocale(language))
    box.setDecimals(1)
    box.setRange(0, 1000)
    texts = []
    for value in (10, 2.5, 0, 120):
        box.setValue(value)
        texts.append(box.cleanText())
    assert texts == shown
    box.setSuffix(" s")
    assert box.text() == "120 s"
    assert box.value() == 120
