"""Makes the .deb and the .rpm out of the frozen folder, with nfpm."""

import datetime
import gzip
import json
import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import elf
import squeeze
from icons import SIDES

ROOT = Path(__file__).resolve().parents[1]
RESOURCES = ROOT / "resources" / "linux"
ICONS = ROOT / "build" / "icons"
METAINFO = "io.github.scoro_desktop.scoro_desktop.metainfo.xml"
HOME = "/usr/lib/scoro-desktop"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
RPM_ARCHITECTURES = {"amd64": "x86_64", "arm64": "aarch64"}

OPTIONAL = re.compile(r"plugins/platformthemes/libqgtk3")
"""Loaded only where the desktop is GTK's, and then its libraries are there."""
LIKES_DEB = ["fonts-noto-color-emoji", "gnome-keyring | kwalletmanager | keepassxc", "libgtk-3-0"]
LIKES_RPM = ["google-noto-color-emoji-fonts", "(gnome-keyring or kwalletmanager5 or kwalletmanager or keepassxc)"]
"""Not needed to start: emoji, a keyring to keep keys in, the looks of a GTK desktop."""
SUMMARY = "Push notifications and SMS to the users of an app built on Scorocode"
DESCRIPTION = """For people in marketing, and for the developer beside them. It says how many
people a message reaches before it is sent, reaches everyone only when that is
chosen and confirmed, keeps every message and its outcome, and sends nothing
twice by itself. Keys are kept in the system keyring only. It comes with a
sandbox of invented people to practise on."""


def filled_in(name: str, version: str, time: datetime.datetime, folder: Path) -> Path:
    """A file of resources/linux with the version and the date in it, in `folder`."""
    text = (RESOURCES / name).read_text("utf-8")
    target = folder / name
    target.write_text(text.replace("@VERSION@", version).replace("@DATE@", time.date().isoformat()), "utf-8")
    return target


def zipped(path: Path) -> Path:
    target = path.with_name(f"{path.name}.gz")
    target.write_bytes(gzip.compress(path.read_bytes(), mtime=0))
    return target


def debian_copyright(folder: Path) -> Path:
    """The copyright file that Debian asks for: ours, and where the others' are."""
    own = (ROOT / "LICENSE").read_text("utf-8").strip()
    owners = "\n".join(line.strip() for line in own.splitlines() if line.startswith("Copyright"))
    target = folder / "copyright"
    target.write_text(
        f"Scoro Desktop\n{owners}\n\n{own}\n\nThe works by others that are in this package, their licences and where\n"
        f"their source is: {HOME}/_internal/licences/README.txt\n",
        "utf-8",
    )
    return target


def contents(app: Path, version: str, time: datetime.datetime, folder: Path) -> list[dict[str, Any]]:
    """Everything that the packages hold: nfpm's list of source, destination and kind."""
    man = zipped(filled_in("scoro-desktop.1", version, time, folder))
    log = folder / "changelog"
    stamp = time.strftime("%a, %d %b %Y %H:%M:%S +0000")
    log.write_text(
        f"scoro-desktop ({version}) stable; urgency=medium\n\n  * Version {version}.\n\n"
        f" -- The Scoro Desktop developers <nobody@scoro-desktop.invalid>  {stamp}\n",
        "utf-8",
    )
    files = [
        (RESOURCES / "scoro-desktop.desktop", "/usr/share/applications/scoro-desktop.desktop"),
        (filled_in(METAINFO, version, time, folder), f"/usr/share/metainfo/{METAINFO}"),
        (man, "/usr/share/man/man1/scoro-desktop.1.gz"),
        (debian_copyright(folder), "/usr/share/doc/scoro-desktop/copyright"),
        (zipped(log), "/usr/share/doc/scoro-desktop/changelog.gz"),
        (ROOT / "resources/icons/scoro-desktop.svg", "/usr/share/icons/hicolor/scalable/apps/scoro-desktop.svg"),
    ]
    files += [
        (ICONS / f"{side}.png", f"/usr/share/icons/hicolor/{side}x{side}/apps/scoro-desktop.png")
        for side in SIDES
        if side <= 512
    ]
    result: list[dict[str, Any]] = [
        {"src": str(source), "dst": place, "file_info": {"mode": 0o644, "owner": "root", "group": "root"}}
        for source, place in files
    ]
    result.append({"src": str(app), "dst": HOME, "type": "tree"})
    result.append({"src": "../lib/scoro-desktop/scoro-desktop", "dst": "/usr/bin/scoro-desktop", "type": "symlink"})
    return result


def settle(folder: Path, time: datetime.datetime) -> None:
    """Gives files the modes that packaged ones have, whatever the umask was, and the time of the build.

    Programs may be run, everything may be read.
    """
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.parent == folder else 0o644)
        os.utime(path, (time.timestamp(), time.timestamp()), follow_symlinks=False)


def make(app: Path, version: str, time: datetime.datetime, into: Path) -> list[Path]:
    """Makes both packages of the frozen folder `app`, and says where they are."""
    folder = ROOT / "build" / "linux"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    settle(app, time)
    wanted = elf.needs(app, without=OPTIONAL)
    architecture = ARCHITECTURES[platform.machine()]
    deb = into / f"scoro-desktop_{version}_{architecture}.deb"
    rpm = into / f"scoro-desktop-{version}-1.{RPM_ARCHITECTURES[architecture]}.rpm"
    config: dict[str, Any] = {
        "name": "scoro-desktop",
        "version": version,
        "version_schema": "none",
        "arch": architecture,
        "platform": "linux",
        "section": "net",
        "priority": "optional",
        "maintainer": "The Scoro Desktop developers <nobody@scoro-desktop.invalid>",
        "vendor": "The Scoro Desktop developers",
        "license": "MIT AND LGPL-3.0-only",
        "umask": 0o022,
        "mtime": time.isoformat().replace("+00:00", "Z"),
        "contents": contents(app, version, time, folder),
    }
    packages = [package for package in elf.debian_packages(wanted) if package != "libc6"]
    for_deb = {
        "description": f"{SUMMARY}\n{DESCRIPTION}",
        "depends": [f"libc6 (>= {wanted.glibc()})", *packages, "fontconfig-config", "tzdata"],
        "recommends": LIKES_DEB,
        "deb": {"compression": "none"},  # see squeeze.py
    }
    for_rpm = {
        "description": DESCRIPTION,
        "depends": [*elf.rpm_requires(wanted), "fontconfig", "tzdata"],
        "recommends": LIKES_RPM,
        "rpm": {"compression": "xz", "group": "Applications/Internet", "summary": SUMMARY, "buildhost": "localhost"},
    }
    for kind, target, more in (("deb", deb, for_deb), ("rpm", rpm, for_rpm)):
        target.unlink(missing_ok=True)
        file = folder / f"{kind}.json"
        file.write_text(json.dumps(config | more, indent=2), "utf-8")
        command = [nfpm(), "package", "--config", str(file), "--packager", kind, "--target", str(target)]
        subprocess.run(command, check=True, env={**os.environ, "SOURCE_DATE_EPOCH": str(int(time.timestamp()))})
    squeeze.deb(deb, programs=architecture == "amd64")
    squeeze.rpm(rpm, programs=architecture == "amd64")
    return [deb, rpm]


def nfpm() -> str:
    """The program, from the environment that this runs in."""
    return str(Path(sys.executable).with_name("nfpm"))
