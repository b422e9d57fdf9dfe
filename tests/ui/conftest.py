"""The same app and the same hands as on the journeys, for tests of its parts."""

from tests.journey.conftest import keyring, person, start, window

__all__ = ["keyring", "person", "start", "window"]
