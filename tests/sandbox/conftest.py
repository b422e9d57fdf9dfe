from collections.abc import Iterator

import pytest

from scoro_desktop.sandbox.server import Sandbox


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    running = Sandbox()
    running.start()
    yield running
    running.close()
