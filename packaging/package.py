"""Builds what this machine can build into dist/: `make package` runs it in an environment of its own.

    python packaging/package.py                                     everything
    python packaging/package.py linux --version V --into FOLDER     the Linux packages again, from the folder that is
                                                                    there, under another version: tests of an update
    python packaging/package.py sums                                SHA256SUMS again, after something was added
    python packaging/package.py sizes                               what is in dist/ beside its budget

On every system: dist/scoro-desktop, the frozen folder, with the licences of what is in it, and its bill of materials
beside it. On Linux: a .deb and an .rpm of it. On macOS: the .app and a .dmg. On Windows: the installer. What is above
its budget stops the build.
"""

import argparse
import datetime
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import icons
import left_out

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
FOLDER = DIST / "scoro-desktop"
LINUX = sys.platform.startswith("linux")
UNPACKED_MAX = 90_000_000 if LINUX else 150_000_000
"""Bytes in the frozen folder. Qt for macOS is for two kinds of processors, and nothing was built there yet."""
COMPRESSED_MAX = 27_000_000 if LINUX else 45_000_000
"""Bytes in a file that people download."""
OLDEST_PYTHON = (3, 11, 5)
"""Before it, regular expressions of some kinds match wrongly (CPython gh-106052): ours avoid them, others may not."""
DOWNLOADS = (".deb", ".rpm", ".exe", ".dmg")


class TooOldError(Exception):
    """The Python that builds, and would be shipped, is not good enough."""


class TooLargeError(Exception):
    """Something is above its budget."""


def version() -> str:
    """The version, from the one place where it stands."""
    text = (ROOT / "scoro_desktop" / "__init__.py").read_text("utf-8")
    found = re.search(r'^__version__ = "(.+)"$', text, re.MULTILINE)
    if found is None:
        raise ValueError("scoro_desktop/__init__.py does not tell the version")
    return found[1]


def build_time() -> datetime.datetime:
    """The time written into what is built: SOURCE_DATE_EPOCH, or that of the last commit."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if seconds is None:
        command = ["git", "-c", f"safe.directory={ROOT}", "-C", str(ROOT), "log", "-1", "--format=%ct"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        seconds = done.stdout.strip() or str(int(datetime.datetime.now(datetime.UTC).timestamp()))
    return datetime.datetime.fromtimestamp(int(seconds), datetime.UTC)


def size(path: Path) -> int:
    """The bytes of a file, or of all files in a folder."""
    if path.is_dir():
        return sum(file.lstat().st_size for file in path.rglob("*") if not file.is_dir())
    return path.stat().st_size


def check_size(path: Path) -> None:
    """Says how large it is. Raises TooLargeError above the budget."""
    limit = UNPACKED_MAX if path.is_dir() else COMPRESSED_MAX
    found = size(path)
    print(f"{path.name}: {found / 1e6:.1f} MB of {limit / 1e6:.0f}", flush=True)
    if found > limit:
        raise TooLargeError(f"{path.name} has {found / 1e6:.1f} MB, and {limit / 1e6:.0f} are its budget")


def check_python(found: tuple[int, ...] = sys.version_info[:3]) -> None:
    """Raises TooOldError if this Python is not to be shipped."""
    if found < OLDEST_PYTHON:
        had, needed = (".".join(map(str, numbers)) for numbers in (found, OLDEST_PYTHON))
        raise TooOldError(f"Packages are built with CPython {needed} or newer; this is {had}. PYTHON names another.")


def check_links(folder: Path) -> None:
    """Raises FileNotFoundError if a link leads to a file that was left out."""
    for path in folder.rglob("*"):
        path.resolve(strict=True)


def windows_version_file() -> None:
    """Writes what Windows shows in the properties of the program, in the form that PyInstaller reads."""
    numbers = (*(int(number) for number in version().split(".")), 0)
    texts = {
        "CompanyName": "The Scoro Desktop developers",
        "FileDescription": "Scoro Desktop",
        "FileVersion": version(),
        "LegalCopyright": "The Scoro Desktop developers, MIT licence",
        "ProductName": "Scoro Desktop",
        "ProductVersion": version(),
    }
    strings = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in texts.items())
    (ROOT / "build" / "windows-version.txt").write_text(
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}), kids=["
        f"StringFileInfo([StringTable('040904B0', [{strings}])]), "
        "VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n",
        "utf-8",
    )


def freeze(time: datetime.datetime) -> None:
    """Makes the frozen folder, and on macOS the .app. The same sources give the same files."""
    run(sys.executable, "packaging/translations.py", "compile")
    icons.make(ROOT / "build" / "icons")
    windows_version_file()
    environment = {
        "SOURCE_DATE_EPOCH": str(int(time.timestamp())),
        "PYTHONHASHSEED": "0",
        "PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "9",  # it is 6 for modules, which are unpacked as fast
    }
    run(
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"),
        *("--distpath", str(DIST), "--workpath", str(ROOT / "build" / "pyinstaller"), "packaging/scoro-desktop.spec"),
        **environment,
    )
    shutil.copyfile(ROOT / "build" / "sbom.cdx.json", DIST / f"scoro-desktop-{version()}.cdx.json")


def sign_windows() -> None:
    """Signs the programs in the folder, if SIGN_COMMAND says how: a command that takes a file's name at its end."""
    if command := os.environ.get("SIGN_COMMAND"):
        for program in sorted(FOLDER.glob("*.exe")):
            subprocess.run(f'{command} "{program}"', shell=True, check=True)


def write_sums() -> None:
    """SHA256SUMS of every file in dist/ itself, in the form that `sha256sum --check` reads."""
    files = sorted(path for path in DIST.iterdir() if path.is_file() and path.name != "SHA256SUMS")
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (DIST / "SHA256SUMS").write_text("".join(lines), "utf-8")


def run(*command: str, **environment: str) -> None:
    subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=True)


def build_all() -> None:
    """Everything that this machine can build."""
    check_python()
    time = build_time()
    shutil.rmtree(DIST, ignore_errors=True)
    DIST.mkdir()
    (ROOT / "build").mkdir(exist_ok=True)
    freeze(time)
    left_out.check(left_out.modules_of(FOLDER / ("scoro-desktop.exe" if sys.platform == "win32" else "scoro-desktop")))
    check_links(FOLDER)
    check_size(FOLDER)
    if LINUX:
        import linux_packages

        linux_packages.make(FOLDER, version(), time, DIST)
    elif sys.platform == "darwin":
        run("bash", "packaging/macos/make-dmg.sh", version())
    elif sys.platform == "win32":
        sign_windows()
        run(sys.executable, "packaging/windows/installer.py", str(FOLDER))
    check_downloads()
    write_sums()


def check_downloads() -> None:
    """Says how large each file is that people download. Raises TooLargeError above the budget."""
    for path in sorted(DIST.iterdir()):
        if path.suffix in DOWNLOADS:
            check_size(path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", choices=["all", "linux", "sums", "sizes"], default="all")
    parser.add_argument("--version", default=version(), help="linux: the version to put on the packages")
    parser.add_argument("--into", type=Path, default=DIST, help="linux: the folder for the packages")
    options = parser.parse_args()
    try:
        if options.what == "all":
            build_all()
        elif options.what == "sums":
            write_sums()
        elif options.what == "sizes":
            check_size(FOLDER)
            check_downloads()
        else:
            import linux_packages

            options.into.mkdir(parents=True, exist_ok=True)
            linux_packages.make(FOLDER, options.version, build_time(), options.into)
    except (TooLargeError, TooOldError, left_out.LeftOutError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
