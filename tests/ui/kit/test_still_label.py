"""A place for a label: it asks for other room where the label wants it, and for none where it does not."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.kit.still_label import StillLabel


class Asked(QObject):
    """Counts how often the layout of a widget is asked to be done again."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.times += event.type() is QEvent.Type.LayoutRequest
        return False


def in_row(qtbot: QtBot, label: QLabel) -> tuple[QWidget, StillLabel]:
    row = QWidget()
    qtbot.addWidget(row)
    place = StillLabel(label, row)
    layout = QHBoxLayout(row)
    layout.addWidget(place)
    layout.addStretch(1)
    row.resize(600, 60)
    row.show()
    qtbot.waitExposed(row)
    return row, place


def test_longer_words_get_their_room(qtbot: QtBot) -> None:
    label = QLabel("7")
    _, place = in_row(qtbot, label)
    before = place.width()
    label.setText("7,000,000")
    place.settle()
    qtbot.waitUntil(lambda: place.width() > before)
    assert label.width() == place.width() == label.sizeHint().width()


def test_a_larger_font_gets_its_room(qtbot: QtBot) -> None:
    label = QLabel("7,000")
    row, place = in_row(qtbot, label)
    before = place.width()
    row.setStyleSheet("QLabel { font-size: 40px }")
    qtbot.waitUntil(lambda: place.width() > before)
    assert place.width() == label.sizeHint().width()


def test_words_as_long_as_before_have_nothing_laid_out_anew(qtbot: QtBot) -> None:
    label = QLabel("12")
    row, place = in_row(qtbot, label)
    QApplication.processEvents()
    asked = Asked(row)
    label.setText("21")
    place.settle()
    QApplication.processEvents()
    assert asked.times == 0
    label.setText("210")
    place.settle()
    qtbot.waitUntil(lambda: asked.times > 0)
