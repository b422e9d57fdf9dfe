"""A label of plain text that breaks its lines wherever it is put."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def wrapped(parent: QWidget, role: str = "") -> QLabel:
    """A label of plain text that takes the width it is given, whatever stands in it."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    policy = label.sizePolicy()
    policy.setHorizontalPolicy(policy.Policy.Ignored)  # one long word must not make the window wider than the screen
    label.setSizePolicy(policy)
    if role:
        label.setProperty("role", role)
    return label
