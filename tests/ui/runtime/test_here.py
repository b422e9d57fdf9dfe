"""Now, and the zone of this computer: by its name, or by its offset where the name says nothing."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QByteArray, QTimeZone

from scoro_desktop.audience.relative_dates import KEY, zone_of
from scoro_desktop.ui.runtime import here


def test_now_is_now_in_a_zone_that_is_known() -> None:
    before = datetime.now(UTC)
    instant = here.instant()
    assert before <= instant.at <= datetime.now(UTC)
    local = datetime.now().astimezone()
    assert local.astimezone(zone_of(instant.zone)).utcoffset() == local.utcoffset()


@pytest.mark.parametrize("name", [b"Mars/Phobos", b"", b"\xff\xfe", b"../../etc/localtime"])
def test_a_zone_without_a_known_name_is_its_offset(monkeypatch: pytest.MonkeyPatch, name: bytes) -> None:
    monkeypatch.setattr(QTimeZone, "systemTimeZoneId", lambda: QByteArray(name))
    offset = datetime.now().astimezone().utcoffset()
    assert zone_of(here.zone()).utcoffset(None) == offset
    assert here.zone().startswith("UTC")


def test_a_query_is_worked_out_for_now() -> None:
    date = here.worked_out({"a": {"$lt": {KEY: {"days": 0}}}})["a"]
    assert isinstance(date, dict)
    assert abs(datetime.fromisoformat(str(date["$lt"])) - datetime.now(UTC)) < timedelta(minutes=1)
