import contextlib
import json
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoro_desktop.storage.database import open_database, place_of, read_rows
from scoro_desktop.storage.draft_states import Holding
from scoro_desktop.storage.drafts import Drafts
from scoro_desktop.storage.migrations import MIGRATIONS
from scoro_desktop.storage.names import NameTakenError, free_name, name_key
from scoro_desktop.storage.saved_drafts import MOST_PUT_ASIDE, Content, NamedContent, SavedDraft, SavedDrafts
from scoro_desktop.storage.search import is_found
from scoro_desktop.wire import JsonObject
from tests.examples import how_many
from tests.storage.kept_drafts import save

NAMES = st.text(min_size=1, max_size=6)


def content(text: str, **more: object) -> Content:
    return Content({"text": text, **more}, text, text)  # type: ignore[dict-item]


def holding(draft: SavedDraft, text: str) -> Holding:
    return Holding(draft, text, text)


def on_disk(connection: sqlite3.Connection) -> tuple[object, int | None]:
    """Reads what the next start of the app finds in the tab: its state, and the draft that it holds."""
    drafts = Drafts(place_of(connection))
    state, draft = drafts.load("push"), drafts.held("push")
    return state, None if draft is None else draft.id


@pytest.fixture
def saved(connection: sqlite3.Connection) -> SavedDrafts:
    return SavedDrafts(connection)


def test_a_draft_is_there_under_its_name_at_the_next_start(path: Path) -> None:
    odd: JsonObject = {"title": "Ёлка 🎉 half: \ud83d", "badge": 2**70, "data": [None, True, 1.5]}
    with contextlib.closing(open_database(path)) as connection:
        draft = SavedDrafts(connection).add("push", "Black Friday", Content(odd, "Ёлка \ud83d", "Ёлка"))
    with contextlib.closing(open_database(path)) as connection:
        saved = SavedDrafts(connection)
        assert saved.named() == [draft]
        assert saved.get(draft.id) == draft
        assert saved.state(draft.id) == odd
        assert saved.put_aside_ones() == []


def test_a_name_stands_once_in_a_channel_in_whatever_case(saved: SavedDrafts) -> None:
    first = saved.add("push", "Распродажа", content("a"))
    saved.add("sms", "распродажа", content("b"))
    with pytest.raises(NameTakenError):
        saved.add("push", "РАСПРОДАЖА", content("c"))
    other = saved.add("push", "Other", content("c"))
    with pytest.raises(NameTakenError):
        saved.rename(other.id, "распродажа")
    saved.rename(first.id, "РАСПРОДАЖА")  # its own name
    assert [(each.channel, each.name) for each in saved.named()] == [
        ("push", "Other"),
        ("push", "РАСПРОДАЖА"),
        ("sms", "распродажа"),
    ]


@given(st.lists(NAMES, max_size=8))
def test_a_free_name_is_free_and_begins_with_what_was_wished(names: list[str]) -> None:
    taken = {name_key(name) for name in names}
    for name in [*names, "new"]:
        free = free_name(name, taken)
        assert name_key(free) not in taken
        assert free.startswith(name)
        assert free == name or name_key(name) in taken


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=how_many(40), deadline=None)
@given(st.lists(st.tuples(NAMES, NAMES, st.booleans()), max_size=12))
def test_names_never_meet_whatever_is_done_with_them(
    connection: sqlite3.Connection, acts: list[tuple[str, str, bool]]
) -> None:
    connection.execute("DELETE FROM saved_drafts")
    saved = SavedDrafts(connection)
    states: dict[int, JsonObject] = {}
    for name, other, removes in acts:
        with contextlib.suppress(NameTakenError):
            draft = saved.add("push", name, content(name))
            states[draft.id] = {"text": name}
        for draft in saved.named()[:1]:
            copy = saved.duplicate(draft)
            states[copy.id] = states[draft.id]
            with contextlib.suppress(NameTakenError):
                saved.rename(draft.id, other)
            if removes and (removed := saved.remove_all([draft.id])):
                with contextlib.suppress(NameTakenError):
                    states[saved.add("push", other, content("new")).id] = {"text": "new"}
                assert saved.put_back_all(removed)[0].id == draft.id
    names = [name_key(each.name or "") for each in saved.named()]
    assert len(set(names)) == len(names)
    assert {each.id: saved.state(each.id) for each in saved.named()} == states


def test_what_is_removed_comes_back_whole_also_if_its_name_was_taken(saved: SavedDrafts) -> None:
    draft = saved.add("push", "Sale", content("a"))
    removed = saved.remove_all([draft.id])
    assert removed
    assert saved.named() == []
    assert saved.remove_all([draft.id]) == []
    taken = saved.add("push", "sale", content("b"))
    assert taken.id != draft.id
    (back,) = saved.put_back_all(removed)
    assert (back.id, back.name, saved.state(back.id)) == (draft.id, "Sale (2)", {"text": "a"})


def test_the_tab_and_its_draft_always_have_the_same_and_the_newest(connection: sqlite3.Connection) -> None:
    drafts, saved = Drafts(place_of(connection)), SavedDrafts(connection)
    draft = saved.add("push", "Sale", content("old"))
    save(drafts, "push", {"text": "new"}, holding(draft, "New"))
    assert drafts.load("push") == saved.state(draft.id) == {"text": "new"}
    assert on_disk(connection) == ({"text": "new"}, draft.id)
    (line,) = saved.named()
    assert (line.summary, line.words) == ("New", "new")
    assert line.changed_at > line.created_at
    save(drafts, "push", {"text": "new"}, holding(draft, "New"))
    assert saved.named() == [line]  # nothing was changed, so it was not changed just now
    save(drafts, "push", {"text": "other"})
    assert drafts.held("push") is None
    assert on_disk(connection) == ({"text": "other"}, None)
    assert saved.state(draft.id) == {"text": "new"}


def test_no_draft_gives_way_to_the_one_that_the_tab_holds_next(connection: sqlite3.Connection) -> None:
    """However fast one goes from draft to draft, none loses what was typed last, and the tab has the last of all."""
    drafts, saved = Drafts(place_of(connection)), SavedDrafts(connection)
    first, second = (saved.add("push", name, content("")) for name in ("First", "Second"))
    told: list[Exception | None] = []
    for number in range(30):
        for draft in (first, second, first):
            drafts.keep("push", {"text": f"{draft.name} {number}"}, told.append, holding(draft, "x"))
    drafts.flush()
    assert saved.state(first.id) == drafts.load("push") == {"text": "First 29"}
    assert saved.state(second.id) == {"text": "Second 29"}
    assert on_disk(connection) == ({"text": "First 29"}, first.id)
    assert told == [None] * 90  # also of those that gave way


def test_a_late_write_to_a_removed_draft_reaches_the_tab_and_no_other_draft(connection: sqlite3.Connection) -> None:
    drafts, saved = Drafts(place_of(connection)), SavedDrafts(connection)
    draft = saved.add("push", "Sale", content("a"))
    save(drafts, "push", {"text": "a"}, holding(draft, "a"))
    removed = saved.remove_all([draft.id])
    assert on_disk(connection) == ({"text": "a"}, None)
    saved.add("push", "Next", content("next"))
    save(drafts, "push", {"text": "b"}, holding(draft, "b"))
    assert on_disk(connection) == ({"text": "b"}, None)
    assert [saved.state(each.id) for each in saved.named()] == [{"text": "next"}]
    assert removed is not None
    assert saved.state(saved.put_back_all(removed)[0].id) == {"text": "a"}


def test_tab_and_draft_are_written_together_or_not_at_all(connection: sqlite3.Connection) -> None:
    drafts, saved = Drafts(place_of(connection)), SavedDrafts(connection)
    draft = saved.add("push", "Sale", content("old"))
    save(drafts, "push", {"text": "old"}, holding(draft, "old"))
    connection.execute("CREATE TRIGGER full BEFORE UPDATE ON drafts BEGIN SELECT RAISE(ABORT, 'full'); END")
    with pytest.raises(Exception, match="full"):
        save(drafts, "push", {"text": "new"}, holding(draft, "new"))
    assert saved.state(draft.id) == {"text": "old"}
    assert read_rows(connection, "SELECT state FROM drafts") == [('{"text":"old"}',)]
    # Another window over the same stores is given what the disk would not take.
    assert (drafts.load("push"), drafts.held("push")) == ({"text": "new"}, draft)
    connection.execute("DROP TRIGGER full")
    save(drafts, "push", {"text": "newer"})
    assert (drafts.load("push"), drafts.held("push")) == ({"text": "newer"}, None)


def test_what_is_put_aside_is_kept_once_the_newest_first_and_not_for_ever(saved: SavedDrafts) -> None:
    named = saved.add("push", "Sale", content("0"))
    saved.put_aside("sms", content("sms"))
    for number in range(MOST_PUT_ASIDE + 5):
        saved.put_aside("push", content(str(number)))
    saved.put_aside("push", content("20"))
    aside = saved.put_aside_ones()
    assert [each.summary for each in aside if each.channel == "sms"] == ["sms"]
    texts = [each.summary for each in aside if each.channel == "push"]
    newest = [str(number) for number in range(MOST_PUT_ASIDE + 4, 4, -1)]
    assert texts == ["20", *[each for each in newest if each != "20"]]
    assert saved.named() == [named]


def test_what_was_put_aside_can_be_given_a_name(saved: SavedDrafts) -> None:
    saved.put_aside("push", content("text"))
    (draft,) = saved.put_aside_ones()
    saved.rename(draft.id, "Sale")
    assert [each.name for each in saved.named()] == ["Sale"]
    assert saved.put_aside_ones() == []


@pytest.mark.parametrize("text", ["", "{", "[1]", "null"])
def test_what_cannot_be_read_is_none(connection: sqlite3.Connection, saved: SavedDrafts, text: str) -> None:
    draft = saved.add("push", "Sale", content("a"))
    connection.execute("UPDATE saved_drafts SET state = ?", (text,))
    assert saved.state(draft.id) is None
    assert saved.state(draft.id + 1) is None


@pytest.mark.parametrize(
    ("typed", "found"),
    [("", True), ("black", True), ("FRI", True), ("ёлк", True), ("fri скидк", True), ("riday", False), ("sale", False)],
)
def test_a_draft_is_found_by_words_of_its_name_and_its_message(saved: SavedDrafts, typed: str, found: bool) -> None:
    draft = saved.add("push", "Black Friday", Content({}, "", "Елки\nсо скидкой"))
    assert is_found(draft.text(), typed) is found


def test_drafts_of_a_version_before_names_are_kept(path: Path) -> None:
    before = next(number for number, each in enumerate(MIGRATIONS) if "saved_drafts" in "".join(each))
    with contextlib.closing(open_database(path, MIGRATIONS[:before])) as connection:
        connection.execute("INSERT INTO drafts VALUES ('push', ?)", (json.dumps({"text": "old"}),))
    with contextlib.closing(open_database(path)) as connection:
        drafts = Drafts(place_of(connection))
        assert (drafts.load("push"), drafts.held("push")) == ({"text": "old"}, None)


def test_tags_are_kept_found_doubled_and_brought_back(saved: SavedDrafts) -> None:
    draft = saved.add("push", "One", content("a"))
    saved.set_tags(draft.id, ["Чёрная пятница", "sale"])
    saved.used(draft.id)
    (tagged,) = saved.named()
    assert tagged.tags == ("Чёрная пятница", "sale")
    assert tagged.used_at is not None
    assert is_found(tagged.text(), "черн sal")
    twin = saved.duplicate(tagged)
    assert saved.get(twin.id) == twin
    assert (twin.tags, twin.used_at) == (tagged.tags, None)
    removed = saved.remove_all([draft.id, twin.id])
    assert saved.named() == []
    assert saved.put_back_all(removed) == [tagged, twin]


def test_drafts_of_a_file_are_taken_in_all_or_none(saved: SavedDrafts) -> None:
    saved.add("push", "One", content("a"))
    new = [NamedContent("push", "Two", content("b"), ("sale",)), NamedContent("sms", "One", content("c"))]
    ids = saved.take_in(new)
    assert [(each.id, each.channel, each.name, each.tags) for each in saved.named()][1:] == [
        (ids[1], "sms", "One", ()),
        (ids[0], "push", "Two", ("sale",)),
    ]
    assert saved.state(ids[1]) == {"text": "c"}
    before = saved.named()
    for wrong in (NamedContent("push", "ONE", content("d")), NamedContent("fax", "New", content("d"))):
        with pytest.raises((NameTakenError, ValueError)):
            saved.take_in([NamedContent("push", "Three", content("e")), wrong])
        assert saved.named() == before


@pytest.mark.parametrize("version", range(6, len(MIGRATIONS)))
def test_named_drafts_of_every_version_before_are_kept(path: Path, version: int) -> None:
    with contextlib.closing(open_database(path, MIGRATIONS[:version])) as old:
        old.execute(
            "INSERT INTO saved_drafts (channel, name, name_key, created_at, changed_at, summary, words, state)"
            " VALUES ('sms', 'One', 'one', ?, ?, 's', 'w', '{}')",
            ["2026-01-01T00:00:00+00:00"] * 2,
        )
    with contextlib.closing(open_database(path)) as connection:
        (found,) = SavedDrafts(connection).named()
    assert (found.name, found.tags, found.used_at) == ("One", (), None)
