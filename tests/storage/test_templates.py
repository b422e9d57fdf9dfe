import contextlib
import dataclasses
import itertools
import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoro_desktop.messages.campaign_plan import CampaignPlan
from scoro_desktop.messages.template import Template
from scoro_desktop.storage.arrivals import Arrival, Way, arrivals, key_of, settled
from scoro_desktop.storage.database import StorageFailed, open_database
from scoro_desktop.storage.migrations import MIGRATIONS, Mending
from scoro_desktop.storage.names import NameTakenError
from scoro_desktop.storage.templates import Templates
from tests.examples import how_many
from tests.storage.template_samples import CODE, SALE
from tests.storage.template_samples import templates as any_template

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def contents(table: Templates) -> list[tuple[int, Template]]:
    return [(each.id, each.template) for each in table.all()]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "scoro.db"


@pytest.fixture
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(open_database(path)) as opened:
        yield opened


@pytest.fixture
def templates(connection: sqlite3.Connection) -> Templates:
    hours = itertools.count()
    return Templates(connection, lambda: NOON + timedelta(hours=next(hours)))


def names(templates: Templates) -> list[str]:
    return [each.template.name for each in templates.all()]


def test_it_keeps_how_a_campaign_is_led(templates: Templates, connection: sqlite3.Connection) -> None:
    plan = CampaignPlan(2.5, 48, "Телефон", "phone", "RU", "first", {"code": "Код"})
    led = templates.add(dataclasses.replace(CODE, campaign=plan))
    assert templates.all()[0].template.campaign == plan
    assert templates.duplicate(led).template.campaign == plan
    templates.update(led.id, CODE)
    assert templates.named("Code") == dataclasses.replace(led, template=CODE, changed_at=templates.all()[0].changed_at)
    templates.restore(led)
    connection.execute("UPDATE templates SET campaign = '[]' WHERE name = 'Code (2)'")
    assert [each.template.campaign for each in templates.all()] == [None, plan]


def test_what_is_kept_is_there_at_the_next_start(templates: Templates, path: Path) -> None:
    kept = [templates.add(SALE), templates.add(CODE)]
    with contextlib.closing(open_database(path)) as again:
        assert Templates(again).all() == kept[::-1]
        assert Templates(again).named("Sale") == kept[0]
        assert Templates(again).get(kept[1].id) == kept[1]
    assert [each.template for each in kept] == [SALE, CODE]


@settings(max_examples=how_many(60), suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(any_template())
def test_any_template_comes_back_as_it_was(templates: Templates, template: Template) -> None:
    kept = templates.add(template)
    try:
        found = templates.get(kept.id)
        assert found is not None
        assert found.template == template
        assert repr(found.template.message) == repr(template.message)  # 1 is not 1.0, nor True
    finally:
        templates.remove([kept.id])


def test_a_name_stands_once(templates: Templates) -> None:
    first = templates.add(SALE)
    other = templates.add(CODE)
    with pytest.raises(NameTakenError):
        templates.add(dataclasses.replace(CODE, name="Sale"))
    with pytest.raises(NameTakenError):
        templates.update(other.id, dataclasses.replace(CODE, name="Sale"))
    assert templates.all() == [other, first]


def test_what_was_used_or_changed_last_stands_first(templates: Templates) -> None:
    sale, code = templates.add(SALE), templates.add(CODE)
    assert names(templates) == ["Code", "Sale"]
    templates.used(sale.id)
    assert names(templates) == ["Sale", "Code"]
    templates.update(code.id, dataclasses.replace(CODE, tags=("new",)))
    assert names(templates) == ["Code", "Sale"]
    used = templates.get(sale.id)
    assert used is not None
    assert used.changed_at == sale.changed_at
    assert used.used_at is not None


def test_a_change_is_taken_back_with_its_time(templates: Templates) -> None:
    sale = templates.add(SALE)
    templates.update(sale.id, dataclasses.replace(CODE, name="Sale"))
    templates.restore(sale)
    assert templates.get(sale.id) == sale


def test_what_was_deleted_comes_back_and_takes_nothing_away(templates: Templates) -> None:
    sale, code = templates.add(SALE), templates.add(CODE)
    templates.used(sale.id)
    removed = templates.all()
    templates.remove([sale.id, code.id])
    assert templates.all() == []
    other = templates.add(dataclasses.replace(SALE, name="Other"))
    back = templates.put_back(removed)
    assert [dataclasses.replace(each, id=0) for each in back] == [dataclasses.replace(each, id=0) for each in removed]
    assert templates.get(other.id) == other
    with pytest.raises(NameTakenError):
        templates.put_back(removed)
    assert len(templates.all()) == 3


def test_an_import_is_taken_in_whole_and_back_whole(templates: Templates) -> None:
    sale = templates.add(SALE)
    before = templates.all()
    mine = dataclasses.replace(SALE, tags=("theirs",))
    imported = templates.take_in([CODE, dataclasses.replace(CODE, name="More")], [(sale.id, mine)])
    assert {each.template.name: each.template.tags for each in templates.all()} == {
        "Sale": ("theirs",),
        "Code": (),
        "More": (),
    }
    templates.take_back(imported)
    assert templates.all() == before


def test_an_import_that_fails_half_way_changes_nothing(templates: Templates) -> None:
    sale = templates.add(SALE)
    before = templates.all()
    with pytest.raises(NameTakenError):
        templates.take_in([CODE, CODE], [(sale.id, dataclasses.replace(SALE, tags=()))])
    assert templates.all() == before


def test_a_full_disk_is_told(templates: Templates, connection: sqlite3.Connection) -> None:
    templates.add(SALE)
    connection.execute("PRAGMA query_only = 1")
    with pytest.raises(StorageFailed):
        templates.add(CODE)
    with pytest.raises(StorageFailed):
        templates.used(1)
    connection.execute("PRAGMA query_only = 0")
    assert names(templates) == ["Sale"]


def test_what_arrives_is_told_apart(templates: Templates) -> None:
    templates.add(SALE)
    other = dataclasses.replace(SALE, tags=())
    new, same, changed = arrivals(contents(templates), [CODE, SALE, other])
    assert (new.ways(), same.ways()) == ((Way.ADD, Way.SKIP), (Way.SKIP,))
    assert changed.ways() == (Way.KEEP_BOTH, Way.REPLACE, Way.SKIP)
    assert [each.is_same for each in (new, same, changed)] == [False, True, False]


@settings(max_examples=how_many(40), deadline=None)
@given(st.data(), st.lists(any_template(names=st.sampled_from(["a", "b", "a (2)", "a (3)"])), max_size=4))
def test_every_way_ends_in_names_that_stand_once(data: st.DataObject, incoming: list[Template]) -> None:
    with tempfile.TemporaryDirectory() as folder, contextlib.closing(open_database(Path(folder) / "db")) as connection:
        table = Templates(connection)
        table.add(dataclasses.replace(SALE, name="a"))
        table.add(dataclasses.replace(SALE, name="a (2)"))
        there = table.all()
        unique = list({each.name: each for each in incoming}.values())
        ways: list[tuple[Arrival[Template], Way]] = [
            (each, data.draw(st.sampled_from(each.ways()))) for each in arrivals(contents(table), unique)
        ]
        imported = table.take_in(*settled([key_of(each) for _, each in contents(table)], ways))
        assert len(imported.added) == sum(way in {Way.ADD, Way.KEEP_BOTH} for _, way in ways)
        assert len(imported.replaced) == sum(way is Way.REPLACE for _, way in ways)
        table.take_back(imported)
        assert table.all() == there


def test_a_name_is_kept_in_one_line_without_what_nobody_sees(connection: sqlite3.Connection) -> None:
    templates = Templates(connection)
    kept = templates.add(dataclasses.replace(SALE, name="Spring\nsale\u200b", tags=("two\tcells",)))
    assert (kept.template.name, kept.template.tags) == ("Spring sale", ("two cells",))
    assert templates.named("Spring sale") == kept
    with pytest.raises(NameTakenError):
        templates.add(dataclasses.replace(SALE, name="\u202eSpring sale"))


def test_names_of_a_version_before_become_lines_too(tmp_path: Path) -> None:
    before = MIGRATIONS.index((Mending.NAMES,))
    path = tmp_path / "old.db"
    old = open_database(path, MIGRATIONS[:before])
    names = ["two\nlines", "Sale", "Sa\u200ble", "\u202egnp"]
    old.executemany(
        "INSERT INTO templates (name, channel, tags, variables, changed_at, message)"
        " VALUES (?, 'sms', '[]', '[]', ?, '{}')",
        [(each, "2026-01-01T00:00:00+00:00") for each in names],
    )
    old.executemany(
        "INSERT INTO audiences (collection, name, query_text, is_test) VALUES ('users', ?, '{}', 0)",
        [(each,) for each in names],
    )
    old.execute(
        "INSERT INTO saved_drafts (channel, name, name_key, created_at, changed_at, summary, words, state)"
        " VALUES ('sms', ?, ?, ?, ?, '', '', '{}')",
        ("Two\tcells", "two\tcells", "2026-01-01T00:00:00+00:00", "2026-01-01T00:00:00+00:00"),
    )
    old.close()
    connection = open_database(path)
    wanted = {"two lines", "Sale", "Sa\u200ble", "gnp"}  # the one that would be another's stays
    assert {name for (name,) in connection.execute("SELECT name FROM templates")} == wanted
    assert {name for (name,) in connection.execute("SELECT name FROM audiences")} == wanted
    assert connection.execute("SELECT name, name_key FROM saved_drafts").fetchall() == [("Two cells", "two cells")]
    connection.close()
