import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from scoro_desktop.storage.database import open_database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "scoro.db"


@pytest.fixture
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    connection = open_database(path)
    yield connection
    connection.close()
