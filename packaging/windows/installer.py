"""Makes the installer from a folder with the app.

    python packaging/windows/installer.py FOLDER [--output FILE]

FOLDER is what PyInstaller made on Windows (dist/scoro-desktop) or what tree.py made elsewhere. The installer comes out
as dist/scoro-desktop-VERSION-setup.exe. Needs makensis, 3.08 or newer. If SIGN_COMMAND is set, it is run on the
uninstaller and on the installer, each file's name put after it; what is in FOLDER must be signed before.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

import icons  # noqa: E402
from package import check_size, version  # noqa: E402

BUILD = ROOT / "build" / "windows"
SCRIPT = ROOT / "packaging" / "windows" / "setup.nsi"
SIDE_WIDTH, SIDE_HEIGHT, SIDE_ICON = 164, 314, 96
"""The picture on the installer's last page, in pixels: the size is NSIS's."""


class InstallerError(Exception):
    """The installer cannot be made; the text says why."""


def side_picture() -> QImage:
    """The app's icon on white."""
    image = QImage(SIDE_WIDTH, SIDE_HEIGHT, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(icons.SOURCE)).render(
        painter, QRectF((SIDE_WIDTH - SIDE_ICON) / 2, (SIDE_WIDTH - SIDE_ICON) / 2, SIDE_ICON, SIDE_ICON)
    )
    painter.end()
    return image


def find_makensis() -> Path:
    """NSIS's compiler. Raises InstallerError if there is none."""
    places = [shutil.which("makensis")]
    places += [shutil.which("makensis", path=str(Path(os.environ.get("PROGRAMFILES(X86)", ""), "NSIS")))]
    for place in places:
        if place:
            return Path(place)
    raise InstallerError("makensis was not found: install NSIS")


def target(makensis: Path) -> str:
    """The kind of installer that this NSIS can make: 64-bit, or 32-bit where it has no parts for that."""
    lines = ["Target amd64-unicode", f'OutFile "{BUILD / "probe.exe"}"', "Section", "SectionEnd"]
    command = [str(makensis), "-V0", *(f"-X{line}" for line in lines)]
    done = subprocess.run(command, capture_output=True, check=False)
    return "x86-unicode" if done.returncode else "amd64-unicode"


def make(folder: Path, output: Path, number: str, *, compressed: bool = True) -> None:
    """Makes `output` from `folder` for the version `number`.

    Raises InstallerError if the folder is not the app or NSIS is not there, subprocess.CalledProcessError if it fails.
    """
    if not (folder / "scoro-desktop.exe").is_file():
        raise InstallerError(f"{folder} holds no scoro-desktop.exe")
    makensis = find_makensis()
    BUILD.mkdir(parents=True, exist_ok=True)
    icon, side = BUILD / "scoro-desktop.ico", BUILD / "side.bmp"
    icon.write_bytes(icons.ico({length: icons.png(length) for length in icons.ICO_SIDES}))
    if not side_picture().save(str(side), "BMP"):  # type: ignore[call-overload]  # the stub wants bytes, the method a str
        raise InstallerError(f"{side} cannot be written")
    defines: dict[str, str | Path] = {"VERSION": number, "APP": folder, "OUTFILE": output, "ICON": icon, "SIDE": side}
    defines["TARGET"] = target(makensis)
    if not compressed:
        defines["UNCOMPRESSED"] = ""
    if sign := os.environ.get("SIGN_COMMAND"):
        defines["SIGN"] = sign
    output.parent.mkdir(parents=True, exist_ok=True)
    arguments = [f"-D{name}={value}" for name, value in defines.items()]
    subprocess.run([str(makensis), "-V2", "-WX", "-INPUTCHARSET", "UTF8", *arguments, str(SCRIPT)], check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--output", type=Path, default=ROOT / "dist" / f"scoro-desktop-{version()}-setup.exe")
    parser.add_argument("--version", default=version(), help="another version, for tests of an update")
    parser.add_argument("--uncompressed", action="store_true", help="a large file, quickly made, for tests")
    options = parser.parse_args()
    output = options.output.resolve()
    try:
        make(options.folder.resolve(), output, options.version, compressed=not options.uncompressed)
    except (InstallerError, subprocess.CalledProcessError) as error:
        sys.exit(str(error))
    if not options.uncompressed:
        check_size(output)


if __name__ == "__main__":
    main()
