"""Tests of the parts of the Windows installer, told without Windows; `make smoke-windows` tries the rest."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from windows import installer, tree

FOLDER = Path(tree.__file__).parent
SCRIPT = (FOLDER / "setup.nsi").read_text("utf-8")


def words(language: str) -> dict[str, str]:
    text = (FOLDER / f"{language.lower()}.nsh").read_text("utf-8")
    return dict(re.findall(rf'^!insertmacro {language} (\w+) "(.*)"$', text, re.MULTILINE))


def test_the_installer_says_everything_in_both_languages() -> None:
    english, russian = words("English"), words("Russian")
    assert english.keys() == russian.keys()
    used = set(re.findall(r"\$\((\w+)\)", SCRIPT))
    assert used == english.keys()
    for name, text in english.items():
        assert sorted(re.findall(r"\$(?:\{\w+\}|\w+|\\[rn])", text)) == sorted(
            re.findall(r"\$(?:\{\w+\}|\w+|\\[rn])", russian[name])
        ), name
        assert text.isascii() or not re.search("[а-яё]", text.lower())
        assert re.search("[а-яё]", russian[name].lower())
        assert text.count("&") == russian[name].count("&")  # the letter that Alt reaches it by


def test_every_exit_code_is_explained() -> None:
    readme = (FOLDER / "README.md").read_text("utf-8")
    codes = re.findall(r"^!define EXIT_\w+ (\d+)", SCRIPT, re.MULTILINE)
    assert codes
    explained = re.findall(r"^\| (\d+) \|", readme, re.MULTILINE)
    assert explained == sorted({"0", "1", "2", *codes}, key=int)


def test_the_versions_for_windows_are_those_that_the_project_asks_for() -> None:
    project = tomllib.loads((tree.ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    locked = {tree.normal(name): version for name, version in tree.locked().items()}
    for line in project["dependencies"]:
        wanted = Requirement(line)
        if wanted.marker is not None and not wanted.marker.evaluate({"sys_platform": "win32"}):
            continue
        assert wanted.specifier.contains(locked[tree.normal(wanted.name)]), line
    assert "pywin32-ctypes" in locked  # what keyring needs on Windows alone
    assert "secretstorage" not in locked


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("PySide6/Qt6Widgets.dll", True),
        ("PySide6/QtSvg.pyd", True),
        ("PySide6/msvcp140_1.dll", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/plugins/styles/qmodernwindowsstyle.dll", True),
        ("PySide6/translations/qtbase_ru.qm", True),
        ("PySide6/translations/qtbase_de.qm", False),
        ("PySide6/Qt6Quick.dll", False),
        ("PySide6/opengl32sw.dll", False),
        ("PySide6/plugins/sqldrivers/qsqlite.dll", False),
        ("PySide6/QtCore.pyi", False),
        ("PySide6/lupdate.exe", False),
        ("shiboken6/Shiboken.pyd", True),
        ("shiboken6/msvcp140.dll", True),
        ("shiboken6/vcamp140.dll", False),
        ("bson/_cbson.cp311-win_amd64.pyd", True),
        ("pymongo/mongo_client.py", False),
        ("dns/resolver.py", False),
        ("dnspython-2.9.2.dist-info/METADATA", False),
        ("certifi/cacert.pem", True),
        ("scoro_desktop/resources/icons/send.svg", True),
        ("scoro_desktop/app.py", True),
    ],
)
def test_what_is_shipped(name: str, wanted: bool) -> None:
    assert tree.is_wanted(name) is wanted


def test_slimming_leaves_no_empty_folders(tmp_path: Path) -> None:
    for name in ("PySide6/plugins/sqldrivers/qsqlite.dll", "PySide6/QtCore.pyd", "bin/keyring.exe"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    tree.slim(tmp_path)
    assert [path.relative_to(tmp_path).as_posix() for path in sorted(tmp_path.rglob("*"))] == [
        "PySide6",
        "PySide6/QtCore.pyd",
    ]


def test_modules_are_shipped_compiled(tmp_path: Path) -> None:
    (tmp_path / "module.py").write_text("print('hello')\n", "utf-8")
    tree.compile_modules(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["module.pyc"]
    assert str(tmp_path).encode() not in (tmp_path / "module.pyc").read_bytes()  # nothing tells who built it, and where
    (tmp_path / "broken.py").write_text("print(\n", "utf-8")
    with pytest.raises(tree.RuntimeUnfitError):
        tree.compile_modules(tmp_path)


def runtime(folder: Path, *names: str) -> Path:
    folder.mkdir()
    for name in names:
        (folder / name).write_bytes(b"")
    return folder


WHOLE = (f"python{tree.PYTHON}.dll", "python3.dll", f"python{tree.PYTHON}.zip", "vcruntime140.dll", "LICENSE.txt")


def test_a_runtime_of_another_python_is_refused(tmp_path: Path) -> None:
    tree.check_runtime(runtime(tmp_path / "whole", *WHOLE))
    with pytest.raises(tree.RuntimeUnfitError, match=rf"python{tree.PYTHON}\.dll, python{tree.PYTHON}\.zip$"):
        tree.check_runtime(runtime(tmp_path / "other", "python399.dll", "python399.zip", *WHOLE[1:2], *WHOLE[3:]))
    with pytest.raises(tree.RuntimeUnfitError):
        tree.check_runtime(tmp_path / "none")


def test_of_the_runtime_only_what_is_reached_is_taken(tmp_path: Path) -> None:
    source = runtime(tmp_path / "runtime", *WHOLE, "python.exe", "_tkinter.pyd", "tcl86t.dll", "_ssl.pyd", "x._pth")
    (source / f"python{tree.PYTHON}._pth").write_text("import site\n", "ascii")
    target = tmp_path / "tree"
    target.mkdir()
    tree.copy_runtime(source, target)
    assert {path.name for path in target.iterdir()} == {*WHOLE[:4], "_ssl.pyd", "x._pth", f"python{tree.PYTHON}._pth"}
    assert (target / f"python{tree.PYTHON}._pth").read_text("ascii").split() == [f"python{tree.PYTHON}.zip", ".", "lib"]


def test_a_library_tells_its_version(tmp_path: Path) -> None:
    path = tmp_path / "a.dll"
    path.write_bytes(b"MZ\0\1" + "\0".join(["FileVersion", "", "3.11.9", ""]).encode("utf-16-le") + b"\xff\xfe\x00")
    assert tree.file_version(path) == "3.11.9"
    path.write_bytes(b"MZ")
    assert tree.file_version(path) == ""


def test_no_installer_without_the_app(tmp_path: Path) -> None:
    with pytest.raises(installer.InstallerError, match=re.escape("scoro-desktop.exe")):
        installer.make(tmp_path, tmp_path / "x-setup.exe", "1.2.3")
