import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scorocode.certificates import write_certificate
from tests.scorocode.sending import GOOD, without_settings
from tests.scorocode.socket_server import SocketServer, answer, receive


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    without_settings(monkeypatch)


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_certificate(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def tls_server(certificate: Path) -> Iterator[SocketServer]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with SocketServer(lambda c: c.sendall(answer(GOOD)) if receive(c) else None, context) as server:
        yield server
