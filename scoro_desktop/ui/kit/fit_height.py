"""A dialog as high as what stands in it: a label that breaks its lines does not ask for that by itself."""

from PySide6.QtWidgets import QDialog


def fit_height(dialog: QDialog) -> None:
    """Makes a dialog as high as its layout needs at the width that it has, or that its buttons need."""
    layout = dialog.layout()
    if layout is not None:
        layout.activate()
        width = max(dialog.width(), layout.totalMinimumSize().width())
        dialog.resize(width, layout.totalHeightForWidth(width))
