"""The folder that dialogs for files open: that of documents, then of the last file; never that of the app."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from scoro_desktop.ui.history.export_file import ExportFile
from scoro_desktop.ui.library import files
from tests.journey.campaigns import Campaigner
from tests.journey.conftest import Start


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder, program = tmp_path / "Документы", tmp_path / "program"
    folder.mkdir()
    program.mkdir()
    monkeypatch.chdir(program)
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(folder))
    app = QCoreApplication.instance()
    assert app is not None
    app.setProperty("scoro_files_folder", None)  # the application is one for all tests, and others chose files
    yield folder
    app.setProperty("scoro_files_folder", None)


def test_every_dialog_for_a_file_opens_among_the_documents_then_where_the_last_file_was(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, documents: Path, tmp_path: Path
) -> None:
    application = start()
    window, person = application.window, Campaigner(qtbot, monkeypatch)
    view = person.begin(window, "Hi")
    opened: list[str] = []
    answer = ""

    def ask(_parent: object, _title: str, place: str, _kinds: str) -> tuple[str, str]:
        opened.append(place)
        return answer, ""

    def ask_in(dialog: QFileDialog) -> int:
        opened.append(dialog.directory().path())
        return 0

    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    monkeypatch.setattr(QFileDialog, "exec", ask_in)
    exporting = ExportFile(application.services.storage, window)

    def ask_all() -> None:
        person.click(view.recipients.choice.file)
        exporting.ask("-", "list.csv", {"CSV (*.csv)": None})
        files.to_read(window)
        files.to_write(window)

    ask_all()
    assert opened == [str(documents), str(documents / "list.csv"), str(documents), str(documents)]
    opened.clear()
    elsewhere = tmp_path / "lists"
    elsewhere.mkdir()
    answer = str(elsewhere / "out.csv")
    exporting.ask("-", "list.csv", {"CSV (*.csv)": None})
    answer = ""
    ask_all()
    assert opened[1:] == [str(elsewhere), str(elsewhere / "list.csv"), str(elsewhere), str(elsewhere)]
