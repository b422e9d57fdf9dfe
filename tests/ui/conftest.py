"""The same app and the same hands as on the journeys, for tests of its parts; in English."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from tests.journey.conftest import data_dir, have_account, keyring, person, processes, short_pauses, start, window

__all__ = ["data_dir", "have_account", "keyring", "person", "processes", "short_pauses", "start", "window"]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    yield
    QLocale.setDefault(before)
