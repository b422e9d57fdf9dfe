"""Makes every picture of the app's icon from resources/icons/scoro-desktop.svg.

    python packaging/icons.py [FOLDER]     into build/icons unless a folder is given

`<side>.png` for each side of `SIDES`, `scoro-desktop.ico` for Windows and `scoro-desktop.icns` for macOS. Both are
plain containers of PNG pictures (read since Windows Vista and Mac OS X 10.7), so that no other program is needed.
"""

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "resources" / "icons" / "scoro-desktop.svg"
SIDES = (16, 22, 24, 32, 48, 64, 128, 256, 512, 1024)
"""In pixels: those of the hicolor theme, and what Windows and macOS ask for beyond."""
ICO_SIDES = (16, 24, 32, 48, 64, 128, 256)
ICNS_TYPES = {
    b"icp4": 16,
    b"icp5": 32,
    b"ic11": 32,
    b"ic12": 64,
    b"ic07": 128,
    b"ic13": 256,
    b"ic08": 256,
    b"ic14": 512,
    b"ic09": 512,
    b"ic10": 1024,
}
"""The four letters that stand for a size in an .icns file, some for twice as many pixels in the same space."""


def png(side: int) -> bytes:
    """The icon as a PNG picture of `side` x `side` pixels."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]  # the stub wants bytes, the method a str
        raise OSError(f"no PNG of {side} pixels could be made")
    return bytes(data.data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """An .ico file of PNG pictures by their side."""
    place = 6 + 16 * len(pictures)
    entries = b""
    for side, picture in sorted(pictures.items()):
        entries += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(pictures[side] for side in sorted(pictures))


def icns(pictures: dict[int, bytes]) -> bytes:
    """An .icns file of PNG pictures by their side."""
    chunks = b"".join(
        kind + struct.pack(">I", 8 + len(pictures[side])) + pictures[side] for kind, side in ICNS_TYPES.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(chunks)) + chunks


def make(folder: Path) -> None:
    """Writes all of them into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {side: png(side) for side in SIDES}
    for side, picture in pictures.items():
        (folder / f"{side}.png").write_bytes(picture)
    (folder / "scoro-desktop.ico").write_bytes(ico({side: pictures[side] for side in ICO_SIDES}))
    (folder / "scoro-desktop.icns").write_bytes(icns(pictures))


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "icons")
