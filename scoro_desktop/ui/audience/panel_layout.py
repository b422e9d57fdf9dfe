"""The layout of the choice of recipients: the places of its parts."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from scoro_desktop.ui.kit.page_scroll_area import PageScrollArea

translate = QCoreApplication.translate


def help_label(parent: QWidget) -> QLabel:
    """An empty line of help."""
    label = QLabel(parent)
    label.setProperty("role", "help")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def lay_out(
    panel: QWidget,
    head: QWidget,
    collections: tuple[QComboBox, QLabel],
    modes: Sequence[QRadioButton],
    pages: Sequence[QWidget],
    below: Sequence[QWidget],
    count: QWidget,
) -> PageScrollArea:
    """Puts the parts into the panel, the count above all others, which can scroll; gives what scrolls.

    `head` stands beside the heading, `collections` are the box and its help, `pages` take what height there is.
    Nothing in it scrolls by itself but a text that is edited, so that the wheel has one thing to move.
    """
    box, box_help = collections
    heading = QLabel(translate("AudiencePanel", "Audience"), panel)
    heading.setProperty("role", "heading")
    box.setAccessibleName(translate("AudiencePanel", "Send to"))  # seen, it explains itself, and needs the room
    group = QButtonGroup(panel)
    line_of_modes = QHBoxLayout()
    line_of_modes.setSpacing(16)
    for button in modes:
        group.addButton(button)
        line_of_modes.addWidget(button)
    line_of_modes.addStretch()
    choice = QWidget(panel)
    choice.setProperty("role", "page")
    area = PageScrollArea(choice, panel)  # before it is filled: what is put there is measured there
    column = QVBoxLayout(choice)
    column.setContentsMargins(16, 8, 16, 8)
    column.setSpacing(8)
    column.addWidget(box)
    column.addWidget(box_help)
    column.addLayout(line_of_modes)
    for page in pages:
        column.addWidget(page, 1)
    for widget in below:
        column.addWidget(widget)
    column.addStretch()
    line = QFrame(panel)
    line.setProperty("role", "line")
    top = QHBoxLayout()
    top.setContentsMargins(16, 8, 16, 0)
    top.addWidget(heading, 1)
    top.addWidget(head)
    whole = QVBoxLayout(panel)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addLayout(top)
    whole.addWidget(count)
    whole.addWidget(line)
    whole.addWidget(area, 1)
    return area
