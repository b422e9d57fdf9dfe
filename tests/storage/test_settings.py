import contextlib
import sqlite3
from pathlib import Path

import pytest

from scoro_desktop.storage.database import open_database
from scoro_desktop.storage.settings import Settings
from scoro_desktop.wire import JsonObject


@pytest.fixture
def settings(connection: sqlite3.Connection) -> Settings:
    return Settings(connection)


def test_the_defaults(settings: Settings) -> None:
    assert (settings.language, settings.appearance) == ("system", "system")
    assert settings.selected_account is None
    assert (settings.window_geometry, settings.window_state) == (b"", b"")
    assert settings.splitter("main") == []
    assert settings.recent_emoji == []


def test_what_is_set_is_there_at_the_next_start(path: Path) -> None:
    with contextlib.closing(open_database(path)) as connection:
        settings = Settings(connection)
        settings.language = "en"
        settings.language = "ru"
        settings.appearance = "contrast"
        settings.selected_account = "a1"
        settings.window_geometry = b"\x00\x01\xff"
        settings.window_state = b"state"
        settings.set_splitter("main", [600, 0, 300])
        settings.set_splitter("history", [1, 2])
        settings.recent_emoji = ["🎁", "❤️"]
    with contextlib.closing(open_database(path)) as connection:
        settings = Settings(connection)
        assert (settings.language, settings.appearance, settings.selected_account) == ("ru", "contrast", "a1")
        assert (settings.window_geometry, settings.window_state) == (b"\x00\x01\xff", b"state")
        assert (settings.splitter("main"), settings.splitter("history")) == ([600, 0, 300], [1, 2])
        assert settings.recent_emoji == ["🎁", "❤️"]


def test_no_account_can_be_selected_again(settings: Settings) -> None:
    settings.selected_account = "a1"
    settings.selected_account = None
    assert settings.selected_account is None


@pytest.mark.parametrize("value", ["klingon", b"ru", 7, None, ""])
def test_a_choice_that_does_not_exist_is_the_default(
    settings: Settings, connection: sqlite3.Connection, value: object
) -> None:
    connection.execute("INSERT INTO settings VALUES ('language', ?), ('appearance', ?)", (value, value))
    assert (settings.language, settings.appearance) == ("system", "system")


@pytest.mark.parametrize("value", ["[1,", "{}", "[1,-2]", "[true]", '["1"]', "[1.5]", b"[1]", 7, None])
def test_broken_values_are_the_default(settings: Settings, connection: sqlite3.Connection, value: object) -> None:
    connection.execute("INSERT INTO settings VALUES ('splitter.main', ?)", (value,))
    connection.execute("INSERT INTO settings VALUES ('window_state', 'text'), ('selected_account', x'00')")
    assert settings.splitter("main") == []
    assert settings.window_state == b""
    assert settings.selected_account is None


def test_the_pages_that_were_open_are_told_again(path: Path) -> None:
    pages: JsonObject = {"open": [{"kind": "notes", "kept": {"line": "молоко"}, "front": True}]}
    with contextlib.closing(open_database(path)) as connection:
        Settings(connection).pages = pages
    with contextlib.closing(open_database(path)) as connection:
        assert Settings(connection).pages == pages


@pytest.mark.parametrize("value", ["", "[]", "{", "null", '"open"', b"\x00", None])
def test_pages_that_cannot_be_read_are_none(settings: Settings, connection: sqlite3.Connection, value: object) -> None:
    connection.execute("INSERT INTO settings VALUES ('pages', ?)", (value,))
    assert settings.pages == {}
