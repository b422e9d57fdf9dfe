"""Puts the app's folder for Windows together on another system: what PyInstaller does on Windows itself.

    python packaging/windows/tree.py RUNTIME

RUNTIME is CPython's embeddable package for 64-bit Windows, unpacked, of the same 3.x as the Python that runs this (it
compiles the modules). The folder comes out as build/windows/scoro-desktop, its bill of materials beside it. In it are

    scoro-desktop.exe           the app, and scoro-desktop-console.exe, the same for a console (launcher.c)
    python3*.dll, *.pyd, ...    CPython, as it came
    lib                         the app and what it needs, from the wheels that requirements.txt names
    licences                    whose work all this is

Needs x86_64-w64-mingw32-gcc and -windres for the launcher.
"""

import argparse
import compileall
import dataclasses
import py_compile
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

import icons  # noqa: E402
import licences  # noqa: E402
import sbom  # noqa: E402
from package import build_time, version  # noqa: E402

HERE = ROOT / "packaging" / "windows"
BUILD = ROOT / "build" / "windows"
TREE = BUILD / "scoro-desktop"
BILL = BUILD / "sbom.cdx.json"
PYTHON_DOTTED = f"{sys.version_info.major}.{sys.version_info.minor}"
PYTHON = PYTHON_DOTTED.replace(".", "")
MINGW = "x86_64-w64-mingw32-"

RUNTIME_LEFT_OUT = re.compile(
    r"python\.exe|pythonw\.exe|python\.cat|_msi\.pyd|_tkinter\.pyd|(tcl|tk|zlib1)\w*\.dll|python\d+\._pth",
    re.IGNORECASE,
)
"""Files that no line of the app reaches. The _pth file is replaced by ours."""

QT_MODULES = "Core|Gui|Svg|Widgets"
QT_KEPT = re.compile(
    r"(__init__|_config|_git_pyside_version)\.py"
    rf"|Qt6?({QT_MODULES})\.(pyd|dll)"
    r"|pyside6\.abi3\.dll|(msvcp140(_[12])?|vcruntime140(_1)?)\.dll"
    r"|plugins/(iconengines/qsvgicon|imageformats/q(svg|ico|jpeg|gif|webp)|platforms/q(windows|offscreen)|styles/.*)\.dll"
    r"|translations/qtbase_(en|ru)\.qm"
)
SHIBOKEN_LEFT_OUT = re.compile(r"(concrt140|msvcp140_codecvt_ids|msvcp140_[12]|vcamp140|vccorlib140|vcomp140)\.dll")
PACKAGES_LEFT_OUT = ("bin", "dns", "dnspython-*", "gridfs", "pymongo")
"""Of pymongo only its `bson` is used."""


class RuntimeUnfitError(Exception):
    """The folder given is not the Python that is needed."""


def file_version(path: Path) -> str:
    """The version that a .dll or .exe gives itself in its resources; "" if it has none."""
    content = path.read_bytes()
    key = "FileVersion\0".encode("utf-16-le")
    place = content.find(key)
    if place < 0:
        return ""
    text = content[place + len(key) : place + len(key) + 64].decode("utf-16-le", "replace")
    return next((part for part in text.split("\0") if part), "")


def check_runtime(runtime: Path) -> None:
    """Raises RuntimeUnfitError, naming what is the matter."""
    needed = [f"python{PYTHON}.dll", "python3.dll", f"python{PYTHON}.zip", "vcruntime140.dll", "LICENSE.txt"]
    there = {path.name.lower() for path in runtime.iterdir()} if runtime.is_dir() else set()
    if missing := [name for name in needed if name.lower() not in there]:
        raise RuntimeUnfitError(
            f"{runtime} is not the embeddable package of CPython {PYTHON_DOTTED} for Windows: "
            f"it lacks {', '.join(missing)}"
        )


def run(*command: str | Path) -> None:
    """Runs a command. Raises subprocess.CalledProcessError when it fails."""
    subprocess.run([str(part) for part in command], cwd=ROOT, check=True)


def get_wheels() -> list[Path]:
    """The wheels of requirements.txt, downloaded where they are not there yet, and the app's own."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    wheels, own = BUILD / "wheels", BUILD / "own-wheel"
    shutil.rmtree(own, ignore_errors=True)
    for folder in (wheels, own):
        folder.mkdir(parents=True, exist_ok=True)
    run(
        *pip,
        *("download", "--require-hashes", "--no-deps", "--only-binary", ":all:", "--platform", "win_amd64"),
        *("--python-version", PYTHON_DOTTED, "--dest"),
        *(wheels, "--requirement", HERE / "requirements.txt"),
    )
    run(*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", own, ROOT)
    wanted = {(normal(name), number) for name, number in locked().items()}
    found = [path for path in sorted(wheels.glob("*.whl")) if wheel_name(path) in wanted]
    return [*found, *own.glob("*.whl")]


def normal(name: str) -> str:
    """A distribution's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def wheel_name(path: Path) -> tuple[str, str]:
    """The name, normal, and the version that a wheel's file name tells."""
    name, number, *_ = path.name.split("-")
    return normal(name), number


def locked() -> dict[str, str]:
    """The versions in requirements.txt by name."""
    text = (HERE / "requirements.txt").read_text("utf-8")
    return dict(re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE))


def install(wheels: list[Path], lib: Path) -> None:
    """Unpacks wheels into a folder of modules, as Windows would have them."""
    run(
        *(sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "install", "--no-index", "--no-deps"),
        *("--no-compile", "--only-binary", ":all:", "--platform", "win_amd64", "--python-version"),
        *(PYTHON_DOTTED, "--target", str(lib), *map(str, wheels)),
    )


def is_wanted(name: str) -> bool:
    """Tells whether a file in lib is shipped: `name` is its path there, with slashes."""
    package, _, rest = name.partition("/")
    if package == "PySide6":
        return bool(QT_KEPT.fullmatch(rest))
    if package == "shiboken6":
        return Path(rest).suffix in {".py", ".pyd", ".dll"} and not SHIBOKEN_LEFT_OUT.fullmatch(rest)
    if any(Path(package).match(pattern) for pattern in PACKAGES_LEFT_OUT):
        return False
    return Path(name).suffix not in {".pyi", ".c", ".h", ".lib"} and Path(name).name != "py.typed"


def slim(lib: Path) -> None:
    """Takes out what is not shipped, and the folders that this leaves empty."""
    for path in sorted(lib.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif not is_wanted(path.relative_to(lib).as_posix()):
            path.unlink()


def compile_modules(lib: Path) -> None:
    """Puts compiled modules in the place of their sources, so that nothing is compiled, or written, when the app runs.

    Raises RuntimeUnfitError if a module cannot be compiled.
    """
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    if not compileall.compile_dir(lib, quiet=1, legacy=True, ddir="", invalidation_mode=mode):
        raise RuntimeUnfitError("a module does not compile")
    for source in lib.rglob("*.py"):
        source.unlink()


def copy_runtime(runtime: Path, tree: Path) -> None:
    """Copies Python, and says where it finds modules: nowhere but here."""
    for path in runtime.iterdir():
        if path.is_file() and not RUNTIME_LEFT_OUT.fullmatch(path.name):
            shutil.copy2(path, tree / path.name)
    (tree / "LICENSE.txt").unlink()  # it stands among the licences
    (tree / f"python{PYTHON}._pth").write_text(f"python{PYTHON}.zip\n.\nlib\n", "ascii")


def make_launchers(tree: Path) -> None:
    """Compiles the two programs."""
    icon, resources = BUILD / "scoro-desktop.ico", BUILD / "launcher.o"
    icon.write_bytes(icons.ico({side: icons.png(side) for side in icons.ICO_SIDES}))
    numbers = ",".join([*version().split("."), "0"])
    run(
        *(f"{MINGW}windres", "--include-dir", HERE, f'-DVERSION=\\"{version()}\\"', f"-DVERSION_NUMBERS={numbers}"),
        *(f'-DICON_FILE=\\"{icon}\\"', HERE / "launcher.rc", resources),
    )
    for name, kind in (("scoro-desktop", ["-mwindows"]), ("scoro-desktop-console", ["-mconsole", "-DCONSOLE"])):
        run(
            *(f"{MINGW}gcc", "-std=c11", "-O2", "-s", "-Wall", "-Wextra", "-Werror", "-municode", "-static", *kind),
            *(f'-DPYTHON_DLL=L"python{PYTHON}.dll"', '-DMODULE=L"scoro_desktop"', HERE / "launcher.c", resources),
            *("-o", tree / f"{name}.exe"),
        )


def put_licences(lib: Path, runtime: Path, tree: Path) -> None:
    """Says whose work is shipped, in the folder and in the bill of materials. `lib` still has all that pip wrote."""
    files = [path for path in lib.rglob("*") if path.is_file() and is_wanted(path.relative_to(lib).as_posix())]
    files = [path for path in files if ".dist-info" not in path.as_posix()]
    parts = []
    for part in licences.shipped(files, [str(lib)]):
        if part.name == "CPython":
            number = file_version(runtime / f"python{PYTHON}.dll")
            purl = f"pkg:generic/cpython@{number}"
            part = dataclasses.replace(part, version=number, purl=purl, texts=(runtime / "LICENSE.txt",))  # noqa: PLW2901
        elif part.name == "SQLite":
            number = file_version(runtime / "sqlite3.dll").removesuffix(".0")
            part = dataclasses.replace(part, version=number, purl=f"pkg:generic/sqlite@{number}")  # noqa: PLW2901
        parts.append(part)
    if libraries := sorted(runtime.glob("libssl-*.dll")):
        parts.append(licences.openssl(file_version(libraries[0]), "CPython", (runtime / "LICENSE.txt",)))
    licences.put(parts, tree / "licences")
    sbom.write(BILL, version(), parts, build_time().isoformat())


def make(runtime: Path) -> Path:
    """Makes the folder anew; the value is where.

    Raises RuntimeUnfitError, or subprocess.CalledProcessError for a tool that failed.
    """
    check_runtime(runtime)
    shutil.rmtree(TREE, ignore_errors=True)
    lib = TREE / "lib"
    lib.mkdir(parents=True)
    install(get_wheels(), lib)
    put_licences(lib, runtime, TREE)
    slim(lib)
    compile_modules(lib)
    copy_runtime(runtime, TREE)
    make_launchers(TREE)
    size = sum(path.stat().st_size for path in TREE.rglob("*") if path.is_file())
    print(f"{TREE.relative_to(ROOT)}: {size / 1e6:.1f} MB")
    return TREE


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("runtime", type=Path, metavar="RUNTIME")
    try:
        make(parser.parse_args().runtime.resolve())
    except (RuntimeUnfitError, subprocess.CalledProcessError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
