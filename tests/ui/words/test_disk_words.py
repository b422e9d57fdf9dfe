"""Tests of the words for failures of the disk: what the database said, and nothing that somebody wrote."""

import pytest

from scoro_desktop.storage.database import StorageFailed
from scoro_desktop.ui.words import disk_words

PHONE = "+79161234567"


@pytest.mark.parametrize("error", [ValueError(f"bad text: {PHONE}"), KeyError(PHONE), OSError(5, PHONE)])
def test_the_words_of_an_error_that_is_not_the_databases_are_not_shown(error: Exception) -> None:
    assert PHONE not in disk_words.technical(error)
    assert type(error).__name__ in disk_words.technical(error)


def test_what_the_database_said_is_shown() -> None:
    words = disk_words.technical(StorageFailed("SQLITE_FULL", "database or disk is full"))
    assert words == "The disk is full. Make room on it. (SQLITE_FULL: database or disk is full)"
