"""Tests of the promises of the making of packages that can be seen without making one."""

import datetime
import io
import json
import re
import sqlite3
import ssl
import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import elf
import icons
import licences
import package
import pytest
import sbom
from PySide6.QtGui import QImage

import scoro_desktop
from scoro_desktop import command
from scoro_desktop.ui.runtime.qt_application import make_qt

ROOT = Path(__file__).resolve().parents[2]
METAINFO = next((ROOT / "resources" / "linux").glob("*.metainfo.xml"))


def test_the_version_is_the_one_of_the_app() -> None:
    assert package.version() == scoro_desktop.__version__


def test_what_is_above_its_budget_stops_the_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "app.deb"
    with file.open("wb") as opened:
        opened.truncate(package.COMPRESSED_MAX)
    package.check_size(file)
    package.check_size(tmp_path)
    most = f"{package.COMPRESSED_MAX / 1e6:.1f}"
    assert capsys.readouterr().out.splitlines()[0] == f"app.deb: {most} MB of {float(most):.0f}"
    with file.open("ab") as opened:
        opened.write(b"x")
    with pytest.raises(package.TooLargeError, match=rf"app\.deb has {re.escape(most)} MB"):
        package.check_size(file)
    with (tmp_path / "more").open("wb") as opened:
        opened.truncate(package.UNPACKED_MAX - package.COMPRESSED_MAX)
    with pytest.raises(package.TooLargeError):
        package.check_size(tmp_path)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="what was promised of the packages for Linux")
def test_the_budgets_are_those_that_were_promised() -> None:
    assert (package.UNPACKED_MAX, package.COMPRESSED_MAX) == (90_000_000, 27_000_000)


def test_sizes_are_looked_at_without_building_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "DIST", tmp_path)
    monkeypatch.setattr(package, "FOLDER", tmp_path / "folder")
    monkeypatch.setattr(sys, "argv", ["package.py", "sizes"])
    (tmp_path / "folder").mkdir()
    (tmp_path / "a.txt").write_bytes(b"")
    package.main()
    with (tmp_path / "a.rpm").open("wb") as opened:
        opened.truncate(package.COMPRESSED_MAX + 1)
    with pytest.raises(SystemExit, match=r"a\.rpm has"):
        package.main()


@pytest.mark.parametrize("found", [(3, 10, 19), (3, 11, 0), (3, 11, 2), (3, 11, 4)])
def test_a_python_with_wrong_regular_expressions_builds_nothing(found: tuple[int, ...]) -> None:
    with pytest.raises(package.TooOldError, match=r"3\.11\.5 or newer; this is 3\.1"):
        package.check_python(found)


@pytest.mark.parametrize("found", [(3, 11, 5), (3, 11, 14), (3, 12, 0), (3, 14, 2)])
def test_another_one_does(found: tuple[int, ...]) -> None:
    package.check_python(found)


def test_a_link_to_what_was_left_out_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "here").touch()
    (tmp_path / "good").symlink_to("here")
    package.check_links(tmp_path)
    (tmp_path / "bad").symlink_to("gone")
    with pytest.raises(FileNotFoundError, match="gone"):
        package.check_links(tmp_path)


def test_the_time_of_a_build_can_be_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert package.build_time() == datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def test_sums_are_read_by_the_program_that_checks_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "DIST", tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "a.deb").write_bytes(b"a")
    package.write_sums()
    package.write_sums()
    command = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    assert subprocess.run(command, cwd=tmp_path, check=True, capture_output=True).stdout == b"a.deb: OK\n"


def test_the_icon_is_a_picture_at_every_size(tmp_path: Path) -> None:
    icons.make(tmp_path)
    for side in icons.SIDES:
        image = QImage(str(tmp_path / f"{side}.png"))
        assert (image.width(), image.height()) == (side, side)
        assert image.pixelColor(0, 0).alpha() == 0
        assert image.pixelColor(side // 2, side // 10).name() == "#2563eb"


def test_windows_finds_every_size_in_its_icon() -> None:
    pictures = {side: icons.png(side) for side in icons.ICO_SIDES}
    data = icons.ico(pictures)
    assert struct.unpack_from("<HHH", data) == (0, 1, len(pictures))
    for number, side in enumerate(sorted(pictures)):
        width, _, _, _, _, _, length, place = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
        assert width == side % 256
        assert data[place : place + length] == pictures[side]


def test_macos_finds_every_size_in_its_icon() -> None:
    pictures = {side: icons.png(side) for side in icons.SIDES}
    stream = io.BytesIO(icons.icns(pictures))
    kind, total = struct.unpack(">4sI", stream.read(8))
    assert (kind, total) == (b"icns", len(stream.getbuffer()))
    found = {}
    while header := stream.read(8):
        kind, length = struct.unpack(">4sI", header)
        found[kind] = stream.read(length - 8)
    assert found == {kind: pictures[side] for kind, side in icons.ICNS_TYPES.items()}


def test_whose_work_is_shipped_is_told_by_the_files() -> None:
    import certifi
    import PySide6.QtWidgets

    parts = {part.name: part for part in licences.shipped([Path(certifi.where()), Path(PySide6.QtWidgets.__file__)])}
    assert set(parts) == {"certifi", "PySide6_Essentials", "Qt", "CPython", "SQLite"}
    assert parts["SQLite"].version == sqlite3.sqlite_version
    assert parts["PySide6_Essentials"].licence == parts["Qt"].licence == "LGPL-3.0-only"
    assert parts["Qt"].version == parts["PySide6_Essentials"].version
    for part in parts.values():
        assert part.texts
        assert all(text.stat().st_size > 100 for text in part.texts)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other keyrings than Linux' need no cryptography")
def test_libraries_within_others_stand_in_the_bill_with_their_versions() -> None:
    import PySide6
    from cryptography.hazmat.bindings import _rust

    qt = Path(PySide6.__file__).parent / "Qt" / "lib"
    parts = licences.shipped([Path(str(_rust.__file__)), *qt.glob("libicuuc.so.*"), Path(PySide6.__file__)])
    found = {part.name: part for part in parts}
    written = re.search(rb"OpenSSL (\d+\.\d+\.\d+) \d", Path(str(_rust.__file__)).read_bytes())
    assert written is not None
    assert found["OpenSSL"].version == written[1].decode()
    assert found["OpenSSL"].purl == f"pkg:generic/openssl@{found['OpenSSL'].version}#cryptography"
    assert found["ICU"].version.partition(".")[0] == next(qt.glob("libicuuc.so.*")).name.rpartition(".")[2]
    bill = sbom.bill("1.2.3", parts, "2026-01-01T00:00:00+00:00")
    assert {"SQLite", "OpenSSL", "ICU", "Qt", "CPython"} <= {component["name"] for component in bill["components"]}


def test_what_is_compiled_into_a_library_is_named_with_its_licence(tmp_path: Path) -> None:
    import python_calamine

    parts = licences.shipped([Path(python_calamine.__file__)])
    found = {part.name: part for part in parts}
    assert found["python-calamine"].licence == "MIT"
    for crate in ("calamine", "quick-xml", "zip", "encoding_rs", "zlib-rs"):
        assert found[crate].within == "python-calamine"
        assert found[crate].purl == f"pkg:cargo/{crate}@{found[crate].version}"
        assert found[crate].licence
    assert "autocfg" not in found  # it helps to build, and is in no file
    bill = sbom.bill("1.2.3", parts, "2026-01-01T00:00:00+00:00")
    references = [component["bom-ref"] for component in bill["components"]]
    assert len({*references}) == len(references) > 40
    licences.put(parts, tmp_path / "licences")
    assert {path.name for path in (tmp_path / "licences" / "python-calamine").iterdir()} == {
        "LICENSE",
        "rust-crates.txt",
    }
    assert not (tmp_path / "licences" / "zip").exists()
    page = (tmp_path / "licences" / "README.txt").read_text("utf-8")
    assert f"zip {found['zip'].version} (in python-calamine): MIT" in page.splitlines()


def test_every_licence_of_a_crate_is_one_that_its_text_speaks_of() -> None:
    import python_calamine
    from cryptography.hazmat.bindings import _rust

    known = {"MIT", "Apache-2.0", "BSD-3-Clause", "Zlib", "Unicode-3.0"}
    text = (licences.TEXTS / licences.CRATES).read_text("utf-8")
    assert all(name in text for name in known)
    parts = licences.shipped([Path(python_calamine.__file__), Path(str(_rust.__file__))])
    for part in parts:
        if part.within:
            for each in part.licence.split(" AND "):
                assert known & {*each.strip("()").split(" OR ")}, part


def test_a_crate_without_a_licence_stops_the_build(tmp_path: Path) -> None:
    folder = tmp_path / "rusty-1.0.dist-info"
    (folder / "sboms").mkdir(parents=True)
    (tmp_path / "rusty.py").touch()
    (folder / "LICENSE").write_text("MIT", "utf-8")
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: rusty\nVersion: 1.0\n", "utf-8")
    crate = {"name": "gear", "version": "2.0", "purl": "pkg:cargo/gear@2.0", "scope": "required"}
    (folder / "sboms" / "rusty.json").write_text(json.dumps({"components": [crate]}), "utf-8")
    files = ["rusty.py", *(f"rusty-1.0.dist-info/{name}" for name in ("LICENSE", "METADATA", "sboms/rusty.json"))]
    (folder / "RECORD").write_text("".join(f"{name},,\n" for name in files), "utf-8")
    with pytest.raises(licences.NoLicenceError, match=r"gear@2\.0 in rusty"):
        licences.shipped([tmp_path / "rusty.py"], [str(tmp_path)])


@pytest.mark.parametrize("name", ["libssl-3.dll", "libssl.3.dylib", "libssl.so.3"])
def test_openssl_beside_python_stands_in_the_bill_where_it_is_shipped(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    no_packages = [str(tmp_path)]
    found = {part.name: part for part in licences.shipped([tmp_path / name], no_packages)}
    assert found["OpenSSL"].version == ssl.OPENSSL_VERSION.split()[1]
    assert "OpenSSL" not in {part.name for part in licences.shipped([Path(ssl.__file__)], no_packages)}


def test_a_part_without_a_licence_is_not_shipped(tmp_path: Path) -> None:
    folder = tmp_path / "nobody-1.0.dist-info"
    folder.mkdir()
    (tmp_path / "nobody.py").touch()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: nobody\nVersion: 1.0\n", "utf-8")
    (folder / "RECORD").write_text("nobody.py,,\nnobody-1.0.dist-info/METADATA,,\n", "utf-8")
    with pytest.raises(licences.NoLicenceError, match=r"nobody 1\.0"):
        licences.shipped([tmp_path / "nobody.py"], [str(tmp_path)])


def test_licences_stand_beside_what_they_are_for(tmp_path: Path) -> None:
    import requests

    licences.put(licences.shipped([Path(requests.__file__)]), tmp_path / "licences")
    assert {path.name for path in (tmp_path / "licences").iterdir()} == {
        "README.txt",
        "Scoro Desktop.txt",
        "requests",
        "CPython",
        "SQLite",
    }
    page = (tmp_path / "licences" / "README.txt").read_text("utf-8")
    assert f"requests {requests.__version__}: Apache-2.0" in page


def test_the_bill_of_materials_says_the_same_each_time() -> None:
    part = licences.Part("Thing", "1.0", "MIT", "pkg:pypi/thing@1.0", ())
    other = licences.Part("Other", "2.0", "MIT License", "pkg:pypi/other@2.0", ())
    bill = sbom.bill("1.2.3", [part, other], "2026-01-01T00:00:00+00:00")
    assert bill == sbom.bill("1.2.3", [part, other], "2026-01-01T00:00:00+00:00")
    assert bill["serialNumber"] != sbom.bill("1.2.3", [part], "2026-01-01T00:00:00+00:00")["serialNumber"]
    assert [component["licenses"] for component in bill["components"]] == [
        [{"expression": "MIT"}],
        [{"license": {"name": "MIT License"}}],
    ]
    assert bill["dependencies"][0]["dependsOn"] == [part.purl, other.purl]
    json.dumps(bill)


def test_the_c_library_needed_is_the_newest_that_is_asked_for() -> None:
    versions = frozenset({"GLIBC_2.4", "GLIBC_2.35", "GLIBC_2.17", "GLIBC_PRIVATE", "OPENSSL_3.0.0"})
    assert elf.Needs({"libc.so.6": versions}).glibc() == "2.35"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads the programs of Linux")
def test_what_a_program_needs_is_read_from_it(tmp_path: Path) -> None:
    import _ssl

    (tmp_path / "_ssl.so").write_bytes(Path(_ssl.__file__).read_bytes())
    (tmp_path / "text.so").write_text("no program", "utf-8")
    found = elf.needs(tmp_path, without=re.compile("^$"))
    library = next(name for name in found.libraries if name.startswith("libssl.so"))
    assert any(version.startswith("OPENSSL_") for version in found.libraries[library])
    assert f"{library}()(64bit)" in elf.rpm_requires(found)
    (tmp_path / library).touch()
    assert library not in elf.needs(tmp_path, without=re.compile("^$")).libraries
    assert elf.needs(tmp_path, without=re.compile("_ssl")).libraries == {}


def test_the_window_is_bound_to_its_desktop_file() -> None:
    names = {path.stem for path in (ROOT / "resources" / "linux").glob("*.desktop")}
    assert names == {make_qt().desktopFileName()}
    root = ElementTree.parse(METAINFO).getroot()
    assert root.findtext("launchable") == "scoro-desktop.desktop"
    assert root.findtext("id") == METAINFO.name.removesuffix(".metainfo.xml")


def test_the_manual_knows_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command.run(["--help"])
    options = {word.strip("[],") for word in capsys.readouterr().out.split() if word.strip("[],").startswith("--")}
    page = (ROOT / "resources" / "linux" / "scoro-desktop.1").read_text("utf-8").replace("\\-", "-")
    assert {option for option in options if option not in page} == set()
