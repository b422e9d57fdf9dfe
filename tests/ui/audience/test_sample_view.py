"""The sample in its window, when what the server sends is odd or broken."""

import base64

import bson
import pytest
from bson.datetime_ms import DatetimeMS
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scoro_desktop.scorocode.replies import Failure
from scoro_desktop.ui.audience.sample_view import SampleView
from scoro_desktop.ui.runtime.background import Background
from scoro_desktop.wire import JsonObject

ODD = {
    "username": "anna",
    "seen": DatetimeMS(2**60),
    "photo": b"\x89PNG",
    "like": bson.Regex("^a", "i"),
    "rate": bson.Decimal128("1.50"),
    "link": {"$ref": "users", "$id": "x"},
    "token": "s3cret",
}


class Server:
    """Answers a look-up with documents."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw

    def look_up(self, path: str, body: JsonObject, *, keep: bool = True) -> JsonObject | Failure:
        return {"result": base64.b64encode(self._raw).decode()}

    def count(self, collection: str, query: JsonObject | None) -> int | Failure:
        raise AssertionError("nothing is counted here")

    def close(self) -> None: ...


def opened(qtbot: QtBot, background: Background, raw: bytes) -> SampleView:
    view = SampleView(lambda: Server(raw), "users", {}, background)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: not view.text().startswith("Asking"), timeout=20_000)
    return view


def test_every_cell_is_in_our_words(qtbot: QtBot, background: Background) -> None:
    view = opened(qtbot, background, bson.encode({"0": ODD, "1": {"username": "boris"}}))
    assert view.text() == "All 2 that match, the newest first."
    model = view.table.model()
    row = {
        model.headerData(column, Qt.Orientation.Horizontal): model.index(0, column).data()
        for column in range(model.columnCount())
    }
    assert row == {
        "username": "anna",
        "seen": f"A date outside the calendar: {2**60} ms from 1970",
        "photo": "4 bytes: 89 50 4e 47",
        "like": "/^a/i",
        "rate": "1.50",
        "link": '{"$ref": "users", "$id": "x"}',
    }


@pytest.mark.parametrize("number", [1, 2])
def test_what_can_be_read_is_shown_and_the_rest_is_said(qtbot: QtBot, background: Background, number: int) -> None:
    raw = bytearray(bson.encode({str(place): {"n": place, "a": "x", "z": "y"} for place in range(3)}))
    for place in range(number):
        at = raw.index(b"\2a\0", raw.index(b"\3%d\0" % place))
        raw[at] = 0x99  # no type that there is
    view = opened(qtbot, background, bytes(raw))
    assert view.text() == f"All 3 that match, the newest first. {number} of them could be read only in part."
    model = view.table.model()
    assert [model.index(row, 0).data() for row in range(3)] == ["0", "1", "2"]


def test_what_is_no_list_of_documents_is_said(qtbot: QtBot, background: Background) -> None:
    view = opened(qtbot, background, b"\5\0\0\0\1")
    assert view.text() == "The recipients could not be shown. The server's answer could not be used."
    assert view.table.model() is None
