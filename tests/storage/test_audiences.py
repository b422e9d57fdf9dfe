import contextlib
import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scoro_desktop.storage.audiences import Audiences, NamedQuery
from scoro_desktop.storage.database import open_database
from scoro_desktop.storage.history import History, HistoryFilter
from scoro_desktop.storage.migrations import MIGRATIONS
from scoro_desktop.storage.names import NameTakenError
from tests.storage.sends import PUSH

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "scoro.db"


@pytest.fixture
def audiences(path: Path) -> Iterator[Audiences]:
    with contextlib.closing(open_database(path)) as connection:
        yield Audiences(connection)


def test_what_is_saved_is_there_at_the_next_start(audiences: Audiences, path: Path) -> None:
    saved = audiences.add("users", "Пермь", '{"city": "Пермь"}', 40, NOON)
    audiences.add("devices", "Android", '{"deviceType": "android"}')
    with contextlib.closing(open_database(path)) as connection:
        assert Audiences(connection).of("users") == [saved]
    assert (saved.last_count, saved.counted_at) == (40, NOON)


def test_a_name_stands_once_in_a_collection(audiences: Audiences) -> None:
    first = audiences.add("users", "VIP", "{}")
    audiences.add("devices", "VIP", "{}")
    with pytest.raises(NameTakenError):
        audiences.add("users", "VIP", '{"vip": true}')
    other = audiences.add("users", "Other", "{}")
    with pytest.raises(NameTakenError):
        audiences.rename(other.id, "VIP")
    assert [each.name for each in audiences.of("users")] == ["Other", "VIP"]
    assert audiences.of("users")[1] == first


def test_one_audience_of_a_collection_is_for_tests(audiences: Audiences) -> None:
    one, two = audiences.add("users", "One", "{}"), audiences.add("users", "Two", "{}")
    audiences.mark_for_tests(one, True)
    audiences.mark_for_tests(two, True)
    chosen = audiences.for_tests("users")
    assert chosen is not None
    assert chosen.id == two.id
    assert [each.is_test for each in audiences.of("users")] == [True, False]
    audiences.mark_for_tests(two, False)
    assert audiences.for_tests("users") is None


def test_what_was_removed_comes_back_whole(audiences: Audiences) -> None:
    audiences.mark_for_tests(audiences.add("users", "One", "{}", 5, NOON), True)
    (one,) = audiences.of("users")
    audiences.remove(one.id)
    assert audiences.of("users") == []
    (back,) = audiences.put_back(one)
    assert audiences.of("users") == [back] == [dataclasses.replace(one, id=back.id)]


def test_what_comes_back_takes_nothing_away(audiences: Audiences) -> None:
    one = audiences.add("users", "One", "{}")
    audiences.remove(one.id)
    two = audiences.add("users", "Two", "{}")
    assert two.id == one.id, "the case that is tested: the id of what was removed is given again"
    audiences.put_back(one)
    assert [each.name for each in audiences.of("users")] == ["One", "Two"]


def test_a_fresh_count_is_noted_for_the_same_query_only(audiences: Audiences) -> None:
    audiences.add("users", "One", '{"a": 1}')
    audiences.add("users", "Two", '{"a": 2}')
    audiences.counted("users", '{"a": 1}', 7, NOON)
    assert [each.last_count for each in audiences.of("users")] == [7, None]
    audiences.update(audiences.of("users")[0].id, '{"a": 3}', None, None)
    assert audiences.of("users")[0].last_count is None


def test_recent_queries_are_the_newest_of_the_collection_each_once(path: Path) -> None:
    with contextlib.closing(open_database(path)) as connection:
        history = History(connection)
        for text in ('{"a": 1}', '{"a": 2}', '{"a": 1}', ""):
            values = vars(PUSH) | {"query_text": text, "everyone": not text}
            history.record(type(PUSH)(**values))
        assert Audiences(connection).recent(PUSH.collection) == ['{"a": 1}', '{"a": 2}']
        assert Audiences(connection).recent("roles") == []


def test_tests_can_be_hidden_from_the_history(path: Path) -> None:
    with contextlib.closing(open_database(path)) as connection:
        history = History(connection)
        history.record(PUSH)
        history.record(type(PUSH)(**vars(PUSH) | {"is_test": True}))
        assert [line.is_test for line in history.page(HistoryFilter(), 0, 5)] == [True, False]
        assert [line.is_test for line in history.page(HistoryFilter(hide_tests=True), 0, 5)] == [False]


def test_tags_and_the_last_use_are_kept(audiences: Audiences, path: Path) -> None:
    saved = audiences.add("users", "One", "{}")
    assert (saved.tags, saved.used_at) == ((), None)
    audiences.set_tags(saved.id, ["sale", " Sale ", "with\nbreak", ""])
    audiences.used(saved.id)
    with contextlib.closing(open_database(path)) as connection:
        (found,) = Audiences(connection).of("users")
    assert found.tags == ("sale", "with break")
    assert found.used_at is not None
    assert found.used_at.tzinfo is not None


def test_a_twin_has_the_query_and_another_name_and_tests_do_not_go_to_it(audiences: Audiences) -> None:
    one = audiences.add("users", "One", '{"a": 1}', 5, NOON)
    audiences.set_tags(one.id, ["sale"])
    audiences.mark_for_tests(one, True)
    audiences.used(one.id)
    twin = audiences.duplicate(audiences.of("users")[0])
    assert (twin.name, twin.query_text, twin.tags, twin.last_count) == ("One (2)", '{"a": 1}', ("sale",), 5)
    assert (twin.is_test, twin.used_at) == (False, None)
    assert audiences.duplicate(twin).name == "One (2) (2)"
    chosen = audiences.for_tests("users")
    assert chosen is not None
    assert chosen.id == one.id


def test_an_import_is_taken_in_whole_and_taken_back_whole(audiences: Audiences) -> None:
    one = audiences.add("users", "One", '{"a": 1}', 5, NOON)
    audiences.add("users", "Two", '{"a": 2}')
    audiences.mark_for_tests(one, True)
    before = audiences.of("users")
    new = [NamedQuery("users", "Three", '{"a": 3}', ("sale",)), NamedQuery("devices", "One", '{"b": 1}')]
    imported = audiences.take_in(new, [(one.id, NamedQuery("users", "One", '{"a": 9}', ("new",)))])
    assert audiences.for_tests("users") is None, "tests go to no query that came from elsewhere"
    assert [(each.name, each.query_text, each.tags, each.last_count) for each in audiences.of("users")] == [
        ("One", '{"a": 9}', ("new",), None),
        ("Three", '{"a": 3}', ("sale",), None),
        ("Two", '{"a": 2}', (), None),
    ]
    audiences.take_back(imported)
    assert audiences.of("users") == before
    assert audiences.of("devices") == []


def test_an_import_with_a_name_that_was_taken_meanwhile_changes_nothing(audiences: Audiences) -> None:
    audiences.add("users", "One", '{"a": 1}')
    before = audiences.of("users")
    with pytest.raises(NameTakenError):
        audiences.take_in([NamedQuery("users", "Two", "{}"), NamedQuery("users", "One", "{}")], [])
    assert audiences.of("users") == before


@pytest.mark.parametrize("version", range(4, len(MIGRATIONS)))
def test_what_every_version_before_kept_is_there(path: Path, version: int) -> None:
    with contextlib.closing(open_database(path, MIGRATIONS[:version])) as old:
        old.execute("INSERT INTO audiences (collection, name, query_text, is_test) VALUES ('users', 'One', '{}', 1)")
    with contextlib.closing(open_database(path)) as connection:
        (found,) = Audiences(connection).of("users")
    assert (found.name, found.is_test, found.tags, found.used_at) == ("One", True, (), None)
