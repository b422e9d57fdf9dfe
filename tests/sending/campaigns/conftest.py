from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sending.campaigns.rig import Rig


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    with Rig(tmp_path / "data" / "scoro.db") as rig:
        yield rig
