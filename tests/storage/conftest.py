import os
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


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out what needs a real keyring, unless `with_keyring.sh` has started one that is not the user's own."""
    if os.environ.get("SCORO_TEST_KEYRING"):
        return
    needing = [item for item in items if item.get_closest_marker("keyring")]
    if needing:
        config.hook.pytest_deselected(items=needing)
        items[:] = [item for item in items if item not in needing]
