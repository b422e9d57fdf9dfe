"""Notes are found by their words, beside those of the message, until they are taken away."""

import random
import sqlite3

import pytest

from scoro_desktop.scorocode.replies import Sent
from scoro_desktop.storage.history import History, HistoryFilter
from scoro_desktop.storage.search import indexed, is_found
from tests.storage.sends import new_send

WORDS = ("coffee", "cold", "Ёлка", "елка", "зима", "🎉", "half", "price", "can't", "a", "ab", "abc", "café")


def push(*words: str) -> dict[str, object]:
    text = " ".join(words)
    request = {"coll": "devices", "query": {"a": 1}, "msg": {"data": {"gcm": {"notification": {"title": text}}}}}
    return {"request": request, "summary": text, "words": text}


def found(history: History, typed: str) -> set[int]:
    wanted = HistoryFilter(typed)
    rows = {each.id for each in history.page(wanted, 0, 1000)}
    assert history.count(wanted) == len(rows) == history.sums(wanted).sends
    return rows


def test_a_note_is_found_and_the_message_stays_found(connection: sqlite3.Connection) -> None:
    history = History(connection)
    one = history.settle(history.record(new_send(**push("Cold", "coffee"))).id, Sent(1)).id
    other = history.settle(history.record(new_send(**push("Tea"))).id, Sent(1)).id
    history.annotate(one, note="Asked by Anna; coffee was free")
    history.annotate(other, note="Coffee next time")
    assert found(history, "anna") == {one}
    assert found(history, "anna cold") == {one}
    assert found(history, "coff") == {one, other}
    history.annotate(one, note="Anna: ёлка")
    assert found(history, "елк") == {one}
    assert found(history, "asked") == set()
    assert found(history, "coffee") == {one, other}, "the message still has the word of the note before"
    history.annotate(one, note="")
    history.annotate(other, note="")
    assert found(history, "anna") == set()
    assert found(history, "coffee cold") == {one}
    history.annotate(one, pinned=True)
    assert found(history, "coffee") == {one}


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_noted_over_and_over(connection: sqlite3.Connection, seed: int) -> None:
    """The same rows as a look at each text gives, after every change."""
    connection.execute("PRAGMA synchronous = OFF")
    chance, history = random.Random(seed), History(connection)
    texts: dict[int, list[str]] = {}
    for step in range(60):
        words = chance.choices(WORDS, k=chance.randint(0, 4))
        if step < 8:
            send = history.settle(history.record(new_send(**push(*words))).id, Sent(1))
            texts[send.id] = [" ".join(words), ""]
        else:
            send_id = chance.choice([*texts])
            texts[send_id][1] = " ".join(words)
            history.annotate(send_id, note=texts[send_id][1])
        typed = chance.choice(WORDS)[: chance.randint(1, 4)]
        assert found(history, typed) == {
            each for each, text in texts.items() if is_found(indexed(" ".join(text)), typed)
        }, typed
        if step % 20 == 0:
            connection.execute("INSERT INTO sends_words (sends_words) VALUES ('optimize')")
    connection.execute("INSERT INTO sends_words (sends_words) VALUES ('integrity-check')")
