"""The scenes are played with the fixtures of the journeys."""

from tests.journey.conftest import data_dir, have_account, keyring, person, short_pauses, start

__all__ = ["data_dir", "have_account", "keyring", "person", "short_pauses", "start"]
