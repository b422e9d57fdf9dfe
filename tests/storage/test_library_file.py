"""Audiences and drafts in the file of the library, beside templates."""

import dataclasses
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoro_desktop.messages.searching import plain
from scoro_desktop.messages.template import MOST_TAGS, kept_tags
from scoro_desktop.storage import audience_file, draft_file
from scoro_desktop.storage.audiences import NamedQuery, SavedAudience
from scoro_desktop.storage.file_parts import MOST_ENTRIES, LibraryFileError, place_in_file
from scoro_desktop.storage.library_file import from_bytes, read_file, to_bytes, write_file
from scoro_desktop.storage.saved_drafts import Content, NamedContent, SavedDraft
from scoro_desktop.wire import JsonObject
from tests.examples import how_many
from tests.storage.template_samples import CODE, SALE

MOSCOW = NamedQuery("users", "Москва", '{"city": "Moscow"}', ("city", "sale"))
STATE: JsonObject = {"form": {"section": {"fields": [[["text"], "Half \ud83d"]]}}, "query_text": "{", "everyone": False}
DRAFT = NamedContent("sms", "Sale", Content(STATE, "Half", "half"), ("sale",))
SAVED_AT = datetime(2026, 5, 1, tzinfo=UTC)
ROOT = Path(__file__).resolve().parents[2]


def file_with(version: int = 2, **lists: object) -> bytes:
    return json.dumps({"format": "scoro-desktop-templates", "version": version, **lists}).encode()


def audience(**parts: object) -> dict[str, object]:
    return {"name": "One", "collection": "users", "query": '{"a": 1}', **parts}


def draft(**parts: object) -> dict[str, object]:
    return {"name": "One", "channel": "sms", "state": {"form": {}}, **parts}


def test_what_is_written_is_read_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    assert write_file(path, [SALE, MOSCOW, DRAFT, CODE]) == []
    found = read_file(path)
    assert found.templates == (SALE, CODE)
    assert found.audiences == (MOSCOW,)
    assert found.drafts == (DRAFT,)
    assert found.without_keys == ()


def test_templates_alone_are_written_for_apps_of_before() -> None:
    assert json.loads(to_bytes([SALE]))["version"] == 1
    assert json.loads(to_bytes([SALE, MOSCOW]))["version"] == 2
    assert from_bytes(file_with(1, templates=[])).templates == ()


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        (file_with(1, templates=[], audiences=[]), "unknown_field", "audiences"),
        (file_with(1), "missing_field", "templates"),
        (file_with(campaigns=[]), "unknown_field", "campaigns"),
        (file_with(audiences={}), "wrong_type", "audiences"),
        (file_with(audiences=[audience(is_test=True)]), "unknown_field", "audiences[0].is_test"),
        (file_with(audiences=[audience(query="{}")]), "bad_query", "audiences[0].query"),
        (file_with(audiences=[audience(query='{"$where": ')]), "bad_query", "audiences[0].query"),
        (file_with(audiences=[audience(query={})]), "wrong_type", "audiences[0].query"),
        (file_with(audiences=[audience(collection="cats")]), "bad_collection", "audiences[0].collection"),
        (file_with(audiences=[audience(name="\u200b")]), "no_name", "audiences[0].name"),
        (file_with(audiences=[audience(name="a" * 201)]), "too_long", "audiences[0].name"),
        (file_with(audiences=[audience(tags=["a", "a"])]), "bad_tag", "audiences[0].tags"),
        (file_with(audiences=[audience(), audience()]), "name_twice", "audiences[1].name"),
        (file_with(audiences=[audience()] * (MOST_ENTRIES + 1)), "too_many", "audiences"),
        (file_with(drafts=[draft(channel="fax")]), "bad_channel", "drafts[0].channel"),
        (file_with(drafts=[draft(state=[])]), "wrong_type", "drafts[0].state"),
        (file_with(drafts=[draft(state={})]), "wrong_type", "drafts[0].state.form"),
        (file_with(drafts=[draft(state={"form": json.loads("[" * 130 + "]" * 130)})]), "too_deep", "drafts[0].state"),
        (file_with(drafts=[draft(words="a" * 1_000_001)]), "too_long", "drafts[0].words"),
        (file_with(drafts=[draft(), draft(name="ONE")]), "name_twice", "drafts[1].name"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(data: bytes, code: str, place: str) -> None:
    with pytest.raises(LibraryFileError) as caught:
        from_bytes(data)
    assert (caught.value.code, place_in_file(caught.value.place)) == (code, place)


def test_a_name_may_stand_in_two_collections_and_two_channels() -> None:
    found = from_bytes(
        file_with(
            audiences=[audience(), audience(collection="devices")],
            drafts=[draft(), draft(channel="push")],
            templates=[],
        )
    )
    assert (len(found.audiences), len(found.drafts)) == (2, 2)


def test_no_key_and_no_choice_of_everyone_comes_or_goes_with_a_draft() -> None:
    carried: JsonObject = {"acc": "s3cret", "debug": True, "data": {"app": "a word of the message"}}
    state: JsonObject = {
        "form": {"around": {"carried": carried, "on": True}, "acc": "s3cret"},
        "sess": "s3cret",
        "everyone": True,
        "query_text": '{"a": 1}',
    }
    written = to_bytes([draft_file.for_file(_stored("Sale"), state)])
    assert b"s3cret" not in written
    (read,) = json.loads(written)["drafts"]
    assert read["state"]["everyone"] is False
    found = from_bytes(file_with(drafts=[draft(state=state)]))
    assert found.without_keys == ("One",)
    (came,) = found.drafts
    assert came.content.state == {
        "form": {"around": {"carried": {"debug": True, "data": {"app": "a word of the message"}}, "on": True}},
        "everyone": False,
        "query_text": '{"a": 1}',
    }


def test_what_no_file_takes_of_an_audience_is_left_out() -> None:
    kept = SavedAudience(1, "users", "One", '{"a": 1}', is_test=True, tags=("sale",))
    assert audience_file.for_file(kept) == NamedQuery("users", "One", '{"a": 1}', ("sale",))
    for text in ("", "{}", '{"a": '):
        assert audience_file.for_file(SavedAudience(1, "users", "One", text)) is None


OF_OLD_TAGS = (
    "a",
    "A",
    "x,y",
    "two\nlines",
    "",
    "\u200b",
    "t" * 60 + "1",
    "t" * 60 + "2",
    *(f"t{n}" for n in range(30)),
)
"""Tags as they may stand in a database that was written by an older version, or by somebody's hand."""


@pytest.mark.parametrize(
    "tags", [OF_OLD_TAGS, kept_tags(OF_OLD_TAGS), ("s" * 59 + "\u200d\U0001f468",), ("e\u0301" * 60,)]
)
def test_whatever_tags_are_there_the_file_can_be_imported(tags: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    audience = audience_file.for_file(SavedAudience(1, "users", "One", '{"a": 1}', tags=tags))
    draft = draft_file.for_file(SavedDraft(1, "sms", "One", SAVED_AT, SAVED_AT, "", "", tags), {"form": {}})
    assert audience is not None
    write_file(path, [dataclasses.replace(SALE, tags=tags), audience, draft])
    found = read_file(path)
    (template,), (saved,), (one,) = found.templates, found.audiences, found.drafts
    assert {template.tags, saved.tags, one.tags} == {kept_tags(tags)}
    assert len({plain(each) for each in kept_tags(tags)}) == len(kept_tags(tags)) <= MOST_TAGS


def test_drafts_of_one_name_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "library.json"
    twice = [NamedContent("sms", name, DRAFT.content) for name in ("Sale", "SALE", "sale " + "a" * 195, "Sale (2)")]
    assert write_file(path, twice) == ["SALE (2)", "Sale (2) (2)"]
    assert [each.name for each in read_file(path).drafts] == ["Sale", "SALE (2)", "sale " + "a" * 195, "Sale (2) (2)"]


@settings(max_examples=how_many(150), deadline=None)
@given(st.data())
def test_a_file_with_a_mistake_is_read_whole_or_refused(data: st.DataObject) -> None:
    whole = to_bytes([MOSCOW, DRAFT])
    at, gone = data.draw(st.integers(0, len(whole) - 1)), data.draw(st.integers(0, 3))
    instead = data.draw(st.binary(max_size=4) | st.sampled_from([b"{", b'"', b",", b"\\u0000", b"0", b"null", b"}}"]))
    try:
        found = from_bytes(whole[:at] + instead + whole[at + gone :])
    except LibraryFileError:
        return
    assert (len(found.audiences), len(found.drafts)) == (1, 1)
    assert from_bytes(to_bytes([*found.audiences, *found.drafts])) == found


def test_the_documentation_names_every_field_and_its_examples_are_read() -> None:
    text = (ROOT / "docs" / "library.md").read_text("utf-8")
    whole: dict[str, Any] = json.loads(to_bytes([SALE, MOSCOW, DRAFT]))
    for key in (*whole, *whole["audiences"][0], *whole["drafts"][0]):
        assert f"`{key}`" in text, key
    for example in text.split("```json\n")[1:]:
        from_bytes(example.partition("```")[0].encode())


def _stored(name: str) -> SavedDraft:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    return SavedDraft(1, "push", name, now, now, "Half", "half")
