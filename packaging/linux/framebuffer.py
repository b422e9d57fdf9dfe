"""Reads what Xvfb -fbdir leaves in a file: its screen as an X window dump (X11/XWDFile.h)."""

import struct
from pathlib import Path

from PySide6.QtGui import QImage

HEADER = struct.Struct(">25I")
"""Big-endian numbers: the header's size stands first, then version, format, depth, width, height."""
COLOUR_BYTES = 12


def picture(dump: Path, target: Path) -> int:
    """Saves the screen as a picture, and says how many colours are on it (of every tenth pixel each way)."""
    data = dump.read_bytes()
    header = HEADER.unpack_from(data)
    size, width, height, bits, stride, colours = (header[place] for place in (0, 4, 5, 11, 12, 19))
    if bits != 32:
        raise ValueError(f"{bits} bits a pixel; 32 are expected")
    start = size + colours * COLOUR_BYTES
    image = QImage(data[start : start + stride * height], width, height, stride, QImage.Format.Format_RGB32)
    if not image.save(str(target)):
        raise OSError(f"{target} could not be written")
    return len({image.pixel(x, y) for x in range(0, width, 10) for y in range(0, height, 10)})
