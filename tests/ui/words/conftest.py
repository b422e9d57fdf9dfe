"""The words of outcomes are tried on rows of a real history."""

from tests.ui.history.conftest import connection, english, history, sent

__all__ = ["connection", "english", "history", "sent"]
