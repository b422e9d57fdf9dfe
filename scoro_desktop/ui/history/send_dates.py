"""The relative dates of a send: the rules as they were chosen, and the dates that went out for them."""

from collections.abc import Callable

from scoro_desktop import wire
from scoro_desktop.storage.history import Send
from scoro_desktop.ui.kit.long_text import MOST_SHOWN
from scoro_desktop.ui.words.relative_words import explained
from scoro_desktop.wire import JsonObject


def shown_query(send: Send) -> JsonObject | None:
    """The query of a send to be told in words: with its relative dates as they were chosen; None for everyone."""
    query = send.request.get("query")
    if send.everyone or not isinstance(query, dict):
        return None
    return _chosen(send) or query


def dates_words(send: Send) -> str:
    """Each relative date with the date that went out for it; empty where the query had none."""
    return "" if send.instant is None else explained(_chosen(send), send.instant)


def chosen_text(send: Send) -> tuple[str, Callable[[], str]]:
    """The beginning of the query as it was typed, enough to be shown, and what gives the whole."""
    return send.query_text[:MOST_SHOWN], lambda: send.query_text


def _chosen(send: Send) -> JsonObject | None:
    """The query with its relative dates; None where it had none, or cannot be read any more."""
    if send.instant is None or not send.query_text:
        return None
    try:
        query = wire.read(send.query_text)
    except ValueError:
        return None
    return query if isinstance(query, dict) else None
