"""Words that go on in the next line: where they may do so, and how evenly."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.kit.empty_state import EmptyState
from scoro_desktop.ui.kit.plain_text import held_together
from scoro_desktop.ui.kit.wrapped import make_even

LONG = "Write one in the window and save it. Where you write a name in it, the value is asked for each and every time."


def height_in(label: QLabel, width: int) -> int:
    """The height of its words in a width that it does not have."""
    label.setMinimumWidth(0)  # Qt measures no narrower than that
    return label.heightForWidth(width)


@pytest.mark.parametrize("most", [300, 440, 700])
def test_lines_are_as_few_as_they_can_be_and_as_even(qtbot: QtBot, most: int) -> None:
    label = QLabel(LONG)
    qtbot.addWidget(label)
    label.setWordWrap(True)
    for _ in range(2):
        make_even(label, most)
        width = label.minimumWidth()
        assert width == label.maximumWidth() <= most
        assert height_in(label, width) == height_in(label, most)
        assert width == most // 2 + 1 or height_in(label, width - 1) > height_in(label, most)


def test_no_word_stands_alone_below_an_empty_list(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    empty = EmptyState("inbox", "Nothing", LONG, page)
    page.resize(900, 500)
    page.show()
    for size in ((700, 400), (900, 500)):
        empty.resize(*size)
        label = next(each for each in empty.findChildren(QLabel) if each.text() == LONG)
        qtbot.waitUntil(lambda label=label: label.height() == label.heightForWidth(label.width()))  # type: ignore[misc]
        assert height_in(label, label.width() - 1) > label.height()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ready: 3,036 devices · SANDBOX", "Ready: 3,036 devices_· SANDBOX"),
        ("К отправке: 1 устройство · Магазин", "К отправке: 1 устройство_· Магазин"),
        ("in 3 days 10 h", "in 3 days 10_h"),
        ("через 3 дня 10 ч 5 мин", "через 3_дня 10_ч 5_мин"),
        ("Nobody matches", "Nobody matches"),
    ],
)
def test_a_line_ends_neither_before_a_unit_nor_before_a_dot(text: str, shown: str) -> None:
    assert held_together(text) == shown.replace("_", "\u00a0")
