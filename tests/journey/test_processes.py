"""The app as a process of its own: killed, and run once unattended."""

import json
import signal
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QApplication

from scoro_desktop import __version__, command
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.database import DATABASE
from scoro_desktop.storage.history import HistoryFilter
from tests.journey.conftest import Person, Start
from tests.journey.processes import LIMIT_S, Processes
from tests.journey.sight import row_of
from tests.journey.stored import stored


def test_after_a_crash_the_draft_is_there_and_the_lock_is_not_in_the_way(
    processes: Processes, start: Start, data_dir: Path
) -> None:
    first = processes.with_hands(data_dir, "draft", "kept")
    processes.kill(first)
    assert (data_dir / "scoro-desktop.lock").exists()
    second = processes.with_hands(data_dir, "show", "shown")
    processes.kill(second)
    window = start().window
    assert window.tab.draft().message.summary() == "Great match!"
    assert window.tab.audience.text() == '{"deviceType": "ios"}'


def test_what_was_on_its_way_when_the_app_died_is_unknown(
    processes: Processes, start: Start, person: Person, data_dir: Path
) -> None:
    first = processes.with_hands(data_dir, "send", "arrived")
    processes.kill(first)
    application = start()
    (line,) = stored(application).history.page(HistoryFilter(), 0, 10)
    assert (line.outcome, line.reason, line.summary) == (Outcome.UNKNOWN, "app_closed", "Great match!")
    row = row_of(application.window)
    assert (row["outcome"], row["result"]) == ("Unknown", "App closed before the answer")
    # Sending it once more is asked about: it may have gone out, as indeed it did.
    window = application.window
    person.select_row(window)
    person.press(window.history, "Use again")
    person.wait_for_count(window)
    dialog = person.press_send(window)
    assert dialog.again.isVisible()
    assert not dialog.send_button.isEnabled()
    dialog.reject()


def smoke_report(out: str) -> dict[str, object]:
    (line,) = out.splitlines()
    report = json.loads(line)
    assert isinstance(report, dict)
    return report


def test_the_smoke_run_needs_no_display_and_no_keyring(processes: Processes, tmp_path: Path) -> None:
    screen = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    no_bus = f"unix:path={tmp_path / 'no-bus'}"
    code, out, err = processes.run("--smoke", without=screen, DBUS_SESSION_BUS_ADDRESS=no_bus)
    assert (code, err) == (0, "")
    report = smoke_report(out)
    assert list(report) == ["version", "qt", "keyring", "push", "sms", "unread_lists"]
    assert report["unread_lists"] == []
    assert (report["version"], report["qt"], report["keyring"]) == (__version__, qVersion(), None)
    for channel in ("push", "sms"):
        result = report[channel]
        assert isinstance(result, dict)
        assert result["outcome"] == "sent"
        assert result["count"] > 0


def test_the_smoke_run_leaves_nothing_behind(processes: Processes, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    code, _, err = processes.run("--smoke", TMPDIR=str(temporary))
    assert code == 0, err
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("place", ["file", "in a file", "long name", "long path", "link", "no database"])
def test_the_smoke_run_says_in_a_line_that_nothing_can_be_kept_in_a_folder(
    qapp: QApplication, place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = unusable(tmp_path, place)
    try:
        assert command.run(["--smoke", "--data-dir", str(folder)]) == 1
    finally:
        qInstallMessageHandler(None)
    out, err = capsys.readouterr()
    assert (out, len(err.splitlines())) == ("", 1)
    assert err.startswith(f"cannot keep anything in {folder}: ")


def unusable(at: Path, place: str) -> Path:
    """A folder in which nothing can be kept, or what stands in the place of one."""
    (at / "file").touch()
    folder = at / "folder"
    folder.mkdir()
    if place == "link":
        (folder / "scoro-desktop.lock").symlink_to(at / "file")
    elif place == "no database":
        (folder / DATABASE).write_bytes(b"something else")
    return {
        "file": at / "file",
        "in a file": at / "file" / "folder",
        "long name": at / ("x" * 300),
        "long path": at.joinpath(*["y" * 200] * 3),
    }.get(place, folder)


def test_ctrl_c_closes_it_without_a_word_and_keeps_the_draft(
    processes: Processes, start: Start, data_dir: Path
) -> None:
    app = processes.with_hands(data_dir, "type", "typed")
    app.send_signal(signal.SIGINT)
    out, err = app.communicate(timeout=LIMIT_S)
    assert (app.returncode, out, err) == (0, "", "")
    assert start().window.tab.draft().message.summary() == "Great match!"


def test_ctrl_c_while_it_starts_has_no_last_words(processes: Processes) -> None:
    code = (
        "import os, signal, sys, types; from scoro_desktop.__main__ import main\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a job in the background is born without
        "command = types.ModuleType('scoro_desktop.command'); sys.modules[command.__name__] = command\n"
        "command.run = lambda _: os.kill(os.getpid(), signal.SIGINT)\n"
        "main()"
    )
    app = processes.start("-c", code)
    _, err = app.communicate(timeout=LIMIT_S)
    assert (app.returncode, err) == (-signal.SIGINT, "")
