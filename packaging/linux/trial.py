"""The .deb of dist/ on a bare Debian: installed, started, updated over data, removed, purged, as a person would.

packaging/linux/test-package.sh runs it as root, in mount and process spaces of its own. It prints each step, and at the
end "N passed, N failed". The steps stand on those before them: the first that fails is the last.
"""

import contextlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import traceback
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

import bare_system  # noqa: E402
import package  # noqa: E402
from bare_system import BARE, HOME, PERSON, ROOT, WORK, Desktop, TrialError, apt, expect, run, within  # noqa: E402

from scoro_desktop.storage.database import open_database  # noqa: E402
from scoro_desktop.storage.migrations import MIGRATIONS  # noqa: E402

DATA = HOME / ".local/share/scoro-desktop"
DATABASE = "scoro-desktop.sqlite3"
TOOLS = ["xvfb", "openbox", "wmctrl", "x11-utils", "libgtk-3-bin", "dbus", "gnome-keyring"]
OLDER = "0.0.1"
OLD_SENDS = [f"Winter sale {number}" for number in (1, 2, 3)]


def older(deb: Path) -> Path:
    """The same package under an older version, not compressed."""
    tree, target = WORK / "older", BARE / "older.deb"
    subprocess.run(["dpkg-deb", "--raw-extract", deb, tree], check=True)
    control = tree / "DEBIAN/control"
    control.write_text(
        control.read_text("utf-8").replace(f"Version: {package.version()}", f"Version: {OLDER}"), "utf-8"
    )
    subprocess.run(["dpkg-deb", "-Znone", "--build", tree, target], check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(tree)
    return target


def older_data() -> None:
    """Puts data as the first version wrote them into the person's folder: an account and three sends."""
    folder = within(DATA)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    connection = open_database(folder / DATABASE, MIGRATIONS[:1])
    account = ("shop", "Shop", "test", "https://api.example/", "app", "messageKey", 5.0, 30.0, 1000)
    connection.execute(f"INSERT INTO accounts VALUES ({', '.join('?' * len(account))})", account)
    for number in (1, 2, 3):
        row = {
            "channel": "sms",
            "account_id": "shop",
            "outcome": "sent",
            "count": str(number),
            "everyone": 0,
            "created_at": f"2026-01-0{number}T10:00:00.000000+00:00",
            "settled_at": f"2026-01-0{number}T10:00:01.000000+00:00",
            "account_name": "Shop",
            "environment": "test",
            "address": "https://api.example/",
            "application_id": "app",
            "collection": "users",
            "summary": f"Winter sale {number}",
            "query_text": "{}",
            "request": '{"coll": "users", "query": {}, "msg": {"text": "Winter sale"}}',
        }
        row |= dict.fromkeys(("reason", "error_code", "error_message", "detail", "answer"), "")
        names = ", ".join(row)
        connection.execute(f"INSERT INTO sends ({names}) VALUES ({', '.join('?' * len(row))})", list(row.values()))
    connection.close()
    run("chown", "-R", f"{PERSON}:{PERSON}", str(HOME))


def data(database: Path = DATA / DATABASE) -> tuple[int, list[str], list[str]]:
    """The version of a database, the names of its accounts and the beginnings of its sends."""
    with contextlib.closing(sqlite3.connect(f"file:{within(database)}?mode=ro", uri=True)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        accounts = [name for (name,) in connection.execute("SELECT name FROM accounts ORDER BY name")]
        sends = [text for (text,) in connection.execute("SELECT summary FROM sends ORDER BY id")]
    return version, accounts, sends


def smoke(*options: str) -> dict[str, Any]:
    """The report of --smoke, run as an ordinary person and without a screen."""
    report: dict[str, Any] = json.loads(run("scoro-desktop", "--smoke", *options, user=PERSON).stdout)
    return report


def installed(deb: str) -> None:
    """Installs a package as a person would who was given the file."""
    apt("install", f"/{deb}")
    run("apt-get", "check")


class Trial:
    """The steps, in the order in which they stand."""

    def __init__(self) -> None:
        self.deb = next((ROOT / "dist").glob("scoro-desktop_*.deb"))
        self.screen: Desktop | None = None

    @property
    def desktop(self) -> Desktop:
        self.screen = self.screen or Desktop()
        return self.screen

    def a_bare_debian_with_no_python(self) -> None:
        bare_system.make()
        run("useradd", "--create-home", PERSON)
        shutil.copyfile(ROOT / "tests" / "with_keyring.sh", BARE / "with_keyring.sh")
        expect(run("sh", "-c", "command -v python3", check=False).returncode != 0, "there is a Python already")

    def the_package_installs_and_apt_finds_what_it_depends_on(self) -> None:
        older(self.deb)
        installed("older.deb")
        expect(run("sh", "-c", "command -v python3", check=False).returncode != 0, "it brought a Python along")
        shown = run("scoro-desktop", "--version", user=PERSON).stdout.strip()
        expect(shown == f"scoro-desktop {package.version()}", shown)

    def smoke_sends_one_push_and_one_sms_to_the_sandbox(self) -> None:
        report = smoke()
        expect(report["push"]["outcome"] == report["sms"]["outcome"] == "sent", str(report))
        expect(report["unread_lists"] == [], f"lists that the package cannot read: {report['unread_lists']}")
        expect(report["keyring"] is None, f"a keyring on a bare system: {report['keyring']}")
        expect(not within(DATA).exists(), "it left data behind")

    def without_a_keyring_it_says_so(self) -> None:
        done = run("scoro-desktop", "--check-keyring", user=PERSON, check=False)
        expect(json.loads(done.stdout)["code"] == "missing" and done.returncode == 1, done.stdout + done.stderr)

    def an_item_goes_into_a_real_secret_service_and_comes_back(self) -> None:
        apt("install", *TOOLS)
        done = run("bash", "/with_keyring.sh", "scoro-desktop", "--check-keyring", user=PERSON, check=False)
        expect(done.stdout, done.stderr)
        expect(json.loads(done.stdout) == {"keyring": "Secret Service", "works": True}, done.stdout + done.stderr)

    def it_starts_from_its_desktop_file(self) -> None:
        self.desktop.start_from_menu()
        self.desktop.take_picture("1-first-start")
        expect('"scoro-desktop"' in self.desktop.wm_class(), self.desktop.wm_class())

    def a_newer_version_installs_while_the_older_one_runs(self) -> None:
        shutil.copyfile(self.deb, BARE / "newer.deb")
        installed("newer.deb")
        shown = run("dpkg-query", "-W", "-f", "${Version}", "scoro-desktop").stdout
        expect(shown == package.version(), shown)
        expect(bare_system.is_running(), "the app that ran did not survive the update")
        self.desktop.close_window()

    def data_of_the_first_version_are_migrated_and_a_copy_is_kept(self) -> None:
        newest, *_ = data()  # as the first start made it
        expect(newest > 1, "there has been no migration yet: this step would show nothing")
        older_data()
        self.desktop.start_from_menu()
        self.desktop.take_picture("2-updated")
        self.desktop.close_window()
        expect(data() == (newest, ["Shop"], OLD_SENDS), str(data()))
        copy = DATA / DATABASE.replace(".", ".v1.", 1)
        expect(data(copy) == (1, ["Shop"], OLD_SENDS), str(copy))

    def what_is_sent_then_is_added_to_them(self) -> None:
        report = smoke("--data-dir", str(DATA))
        expect(report["push"]["outcome"] == report["sms"]["outcome"] == "sent", str(report))
        expect(data()[2][:3] == OLD_SENDS and len(data()[2]) == len(OLD_SENDS) + 2, str(data()))

    def removing_it_leaves_the_data(self) -> None:
        kept = data()
        apt("remove", "scoro-desktop")
        for place in ("usr/lib/scoro-desktop", "usr/bin/scoro-desktop", "usr/share/applications/scoro-desktop.desktop"):
            expect(not os.path.lexists(BARE / place), f"/{place} is still there")
        expect(data() == kept, "the data are not what they were")

    def purging_it_leaves_nothing_but_the_data(self) -> None:
        kept = data()
        installed("newer.deb")  # dpkg has forgotten it: it has no settings of the system that a removal would keep
        apt("purge", "scoro-desktop")
        known = run("dpkg-query", "-W", "-f", "${db:Status-Status}", "scoro-desktop", check=False)
        expect(known.stdout in {"", "not-installed"}, known.stdout)
        found = run("find", "/etc", "/opt", "/usr", "/var", "-name", "*scoro*", "-not", "-path", "/var/log/*").stdout
        expect(not found, found)
        expect(data() == kept, "the data are not what they were")


def main() -> int:
    trial = Trial()
    steps = [name for name, member in vars(Trial).items() if callable(member) and not name.startswith("_")]
    passed, failed = 0, 0
    try:
        for step in steps:
            print(f"== {step.replace('_', ' ')}", flush=True)
            try:
                getattr(trial, step)()
            except Exception as error:  # noqa: BLE001  whatever it is, the step failed
                print(error if isinstance(error, TrialError) else traceback.format_exc(), flush=True)
                failed += 1
                break
            passed += 1
    finally:
        if trial.screen:
            trial.screen.close()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
