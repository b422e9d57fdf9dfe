from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.faults.wire_server import Outlet, outlet
from tests.scorocode.certificates import write_certificate
from tests.scorocode.sending import without_settings


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    without_settings(monkeypatch)


@pytest.fixture(scope="module")
def open_way(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outlet]:
    with outlet(tmp_path_factory.mktemp("data")) as way:
        yield way


@pytest.fixture
def way_out(open_way: Outlet, qtbot: QtBot) -> Outlet:
    """The app's way out, over one data folder for all tests of a module."""
    open_way.qtbot = qtbot
    return open_way


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_certificate(tmp_path_factory.mktemp("tls"))
