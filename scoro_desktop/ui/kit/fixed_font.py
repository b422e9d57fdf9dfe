"""Letters of one width, in which JSON, commands and technical texts are written."""

from PySide6.QtGui import QFont, QFontDatabase

from scoro_desktop.ui.kit.appearance import HELP_PX, scaled


def fixed_font(pixels: int = HELP_PX) -> QFont:
    """Returns the system's font of one width. `pixels`: its height beside a body of `BODY_PX`; it grows with that."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(scaled(pixels))
    return font
