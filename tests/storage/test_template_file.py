"""The file of templates: what is written is read as it was, and nothing else is read at all."""

import dataclasses
import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoro_desktop.messages.template import Template, TemplateAudience
from scoro_desktop.messages.variables import Variable
from scoro_desktop.storage import library_file
from scoro_desktop.storage.file_parts import MOST_BYTES, MOST_ENTRIES, LibraryFileError, place_in_file
from scoro_desktop.storage.library_file import MOST_LOCATED, from_bytes, read_file, to_bytes, write_file
from scoro_desktop.wire import JsonObject
from tests.examples import how_many
from tests.storage.template_samples import CODE, SALE, templates

ROOT = Path(__file__).resolve().parents[2]


def file_with(**template: object) -> bytes:
    """A file with one template, of the parts that an SMS needs and these."""
    whole = {"name": "One", "channel": "sms", "message": {"msg": {"text": "Hello"}}, **template}
    return json.dumps({"format": "scoro-desktop-templates", "version": 1, "templates": [whole]}).encode()


def refused(data: bytes) -> LibraryFileError:
    with pytest.raises(LibraryFileError) as caught:
        from_bytes(data)
    return caught.value


@settings(max_examples=how_many(80), deadline=None)
@given(st.lists(templates(), max_size=3, unique_by=lambda each: each.name))
def test_what_is_written_is_read_as_it_was(kept: list[Template]) -> None:
    found = from_bytes(to_bytes(kept))
    assert found.templates == tuple(kept)
    assert repr(found.templates) == repr(tuple(kept))  # 1 is not 1.0, nor True
    assert found.without_keys == ()


@settings(max_examples=how_many(300), deadline=None)
@given(
    st.integers(0, len(to_bytes([SALE, CODE])) - 1),
    st.integers(0, 3),
    st.binary(max_size=4) | st.sampled_from([b"{", b'"', b",", b"\\u0000", b"0", b"null", b"\xff", b"}}"]),
)
def test_a_file_with_a_mistake_is_read_whole_or_refused(at: int, gone: int, instead: bytes) -> None:
    data = to_bytes([SALE, CODE])
    changed = data[:at] + instead + data[at + gone :]
    try:
        found = from_bytes(changed)
    except LibraryFileError:
        return
    assert len(found.templates) == 2
    assert from_bytes(to_bytes(found.templates)).templates == found.templates


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        (b"\xff\xfe{}", "not_utf8", ""),
        (b"", "not_json", ""),
        (b"Hello", "not_json", ""),
        (b"[]", "other_file", ""),
        (b'{"format": "other", "version": 1, "templates": []}', "other_file", ""),
        (b'{"format": "scoro-desktop-templates", "version": 3, "templates": []}', "newer_version", "version"),
        (b'{"format": "scoro-desktop-templates", "version": true, "templates": []}', "wrong_type", "version"),
        (b'{"format": "scoro-desktop-templates", "version": 1}', "missing_field", "templates"),
        (b'{"format": "scoro-desktop-templates", "version": 1, "templates": {}}', "wrong_type", "templates"),
        (b'{"format": "scoro-desktop-templates", "version": 1, "templates": [1]}', "wrong_type", "templates[0]"),
        (b'{"format": "scoro-desktop-templates", "version": 1, "templates": [], "acc": ""}', "unknown_field", "acc"),
        (file_with(name=1), "wrong_type", "templates[0].name"),
        (file_with(name=" "), "no_name", "templates[0].name"),
        (file_with(name="a\nb"), "not_a_line", "templates[0].name"),
        (file_with(name="a\ud800"), "not_a_line", "templates[0].name"),
        (file_with(name="a" * 201), "too_long", "templates[0].name"),
        (file_with(channel="email"), "bad_channel", "templates[0].channel"),
        (file_with(message=[]), "wrong_type", "templates[0].message"),
        (file_with(message={"query": {}}), "unknown_field", "templates[0].message.query"),
        (file_with(message={"coll": "users"}), "unknown_field", "templates[0].message.coll"),
        (file_with(extra=1), "unknown_field", "templates[0].extra"),
        (file_with(tags="a"), "wrong_type", "templates[0].tags"),
        (file_with(tags=["a", 1]), "wrong_type", "templates[0].tags[1]"),
        (file_with(tags=["a,b"]), "bad_tag", "templates[0].tags"),
        (file_with(tags=["a", "A"]), "bad_tag", "templates[0].tags"),
        (file_with(tags=["a"] * 21), "too_many", "templates[0].tags"),
        (file_with(audience=None), "wrong_type", "templates[0].audience"),
        (file_with(audience={"collection": "users"}), "missing_field", "templates[0].audience.query"),
        (
            file_with(audience={"collection": "devices", "query": '{"a": 1}'}),
            "bad_collection",
            "templates[0].audience.collection",
        ),
        (file_with(audience={"collection": "users", "query": {}}), "wrong_type", "templates[0].audience.query"),
        (file_with(variables=[{"name": "#"}]), "bad_variable", "templates[0].variables[0].name"),
        (file_with(variables=[{"name": "a"}, {"name": "a"}]), "bad_variable", "templates[0].variables[1].name"),
        (file_with(variables=[{"name": "a", "default": 1}]), "wrong_type", "templates[0].variables[0].default"),
        (file_with(variables=[{"name": "a", "default": "b\nc"}]), "not_a_line", "templates[0].variables[0].default"),
        (file_with(variables=[{"name": "a", "secret": ""}]), "unknown_field", "templates[0].variables[0].secret"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(data: bytes, code: str, place: str) -> None:
    error = refused(data)
    assert (error.code, place_in_file(error.place)) == (code, place)


@pytest.mark.parametrize("query", ["", "{}", '{"$or": [{}]}', '{"a": 1', '{"a": 1, "a": 2}', "[]"])
def test_no_file_brings_an_audience_that_is_everyone_or_none(query: str) -> None:
    error = refused(file_with(audience={"collection": "users", "query": query}))
    assert error.code == "bad_query"
    assert error.problem is not None


def test_a_mistake_in_json_is_told_with_line_and_column() -> None:
    error = refused(b'{"format": "scoro-desktop-templates",\n "version": 1, "version": 1}')
    assert error.code == "not_json"
    assert error.problem is not None
    assert (error.problem.code, error.problem.line, error.problem.column) == ("duplicate_key", 2, 16)


def test_a_name_stands_once_in_a_file() -> None:
    whole = json.loads(to_bytes([SALE]))
    error = refused(json.dumps({**whole, "templates": whole["templates"] * 2}).encode())
    assert (error.code, place_in_file(error.place)) == ("name_twice", "templates[1].name")


def test_a_file_that_is_too_big_is_not_read() -> None:
    assert refused(b" " * (MOST_BYTES + 1)).code == "too_big"


@pytest.mark.parametrize("depth", [101, 900, 100_000, 2_500_000])
def test_a_file_that_is_nested_too_deep_is_refused(depth: int) -> None:
    data = file_with().replace(b'"Hello"', b"[" * depth + b"]" * depth)
    assert refused(data).code in {"too_deep", "not_json"}


def test_a_file_from_a_windows_editor_is_read() -> None:
    assert from_bytes(b"\xef\xbb\xbf" + to_bytes([SALE]).replace(b"\n", b"\r\n")).templates == (SALE,)


def test_keys_are_left_out_and_told_and_never_quoted() -> None:
    message: JsonObject = {"acc": "s3cret-key", "app": "id", "sess": "x", "cli": "y", "msg": {"text": "Hello"}}
    found = from_bytes(file_with(message=message))
    assert found.without_keys == ("One",)
    assert found.templates[0].message == {"msg": {"text": "Hello"}}
    assert b"s3cret" not in to_bytes([Template("One", SALE.channel, message)])
    error = refused(file_with(message=message, acc="s3cret-key"))
    assert "s3cret" not in f"{error!r} {error} {error.params}"


def test_variables_that_are_not_named_are_asked_for_all_the_same() -> None:
    found = from_bytes(file_with(message={"msg": {"text": "{{a}} {{b}}"}}, variables=[{"name": "b"}, {"name": "gone"}]))
    assert [each.name for each in found.templates[0].variables] == ["a", "b"]


def test_a_file_is_replaced_only_by_a_finished_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "templates.json"
    write_file(path, [SALE])
    before = path.read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_file(path, [CODE])
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_written_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "templates.json"
    write_file(path, [SALE, CODE])
    assert read_file(path).templates == (SALE, CODE)
    assert not stat.S_IMODE(path.stat().st_mode) & stat.S_IWOTH
    with pytest.raises(LibraryFileError) as caught:
        read_file(tmp_path)
    assert caught.value.code == "unreadable"


def test_the_example_of_the_documentation_is_read() -> None:
    text = (ROOT / "docs" / "library.md").read_text("utf-8")
    example = text.split("```json\n", 1)[1].split("```", 1)[0]
    found = from_bytes(example.encode())
    assert len(found.templates) == 2
    assert json.loads(example) == json.loads(to_bytes(found.templates))


def test_the_documentation_names_every_field() -> None:
    text = (ROOT / "docs" / "library.md").read_text("utf-8")
    whole: dict[str, Any] = json.loads(to_bytes([SALE]))
    (template,) = whole["templates"]
    for key in (*whole, *template, *template["audience"], *template["variables"][0]):
        assert f"`{key}`" in text, key


@pytest.mark.parametrize(
    "kept",
    [
        [dataclasses.replace(SALE, name="two\nlines"), dataclasses.replace(CODE, name="two lines")],
        [dataclasses.replace(SALE, name="two\tcells"), dataclasses.replace(SALE, name="two\u2028cells")],
        [dataclasses.replace(SALE, name="a\u200bb"), dataclasses.replace(SALE, name="\u202eab"), SALE],
        [dataclasses.replace(SALE, name="\x00\u2029"), dataclasses.replace(SALE, name=""), SALE, SALE],
        [dataclasses.replace(SALE, name="half \ud83d"), dataclasses.replace(SALE, name="x" * 5000)],
        [dataclasses.replace(SALE, tags=("a\nb", "\ud800", "x" * 100, "a b", *(f"t{n}" for n in range(50))))],
        [dataclasses.replace(SALE, audience=TemplateAudience("users", query)) for query in ("{", "{}", "", "[]")],
        [dataclasses.replace(CODE, audience=TemplateAudience("devices", '{"a": 1}'))],
        [dataclasses.replace(CODE, variables=(Variable("#"), Variable("code", "a\nb", "x" * 9999), Variable("code")))],
        [dataclasses.replace(CODE, message={"msg": {"text": "\ud83d\x00\u2028"}, "coll": "users", "query": {}})],
        [dataclasses.replace(CODE, message={"msg": 10**4000, "x": 1e308, "": None}, variables=())],
        [dataclasses.replace(CODE, name=f"n{number}") for number in range(10_000)],
    ],
    ids=range(12),
)
def test_what_is_there_can_always_be_imported_again(kept: list[Template], tmp_path: Path) -> None:
    path = tmp_path / "templates.json"
    changed = write_file(path, kept)
    found = read_file(path).templates
    assert len(found) == len(kept)
    assert len({each.name for each in found}) == len(kept)
    same = [each for each, before in zip(found, kept, strict=True) if each == before]
    assert len(same) >= len(kept) - len(changed)
    assert [each.message["msg"] for each in found] == [each.message["msg"] for each in kept]


def test_what_fits_into_no_file_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "templates.json"
    deep: JsonObject = {}
    for _ in range(101):
        deep = {"a": deep}
    big = "x" * 1_000_000
    for kept, code in (
        ([CODE] * (MOST_ENTRIES + 1), "too_many"),
        ([dataclasses.replace(CODE, message=deep)], "too_deep"),
        ([dataclasses.replace(CODE, message={"msg": {"text": big}})] * 21, "too_big"),
    ):
        with pytest.raises(LibraryFileError) as caught:
            write_file(path, kept)
        assert caught.value.code == code
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"[" * 5_000_000, "too_deep"),
        (b'{"a":' * 1_000_000, "too_deep"),
        (b'{"a":1,"a":1}' + b" " * 1_000_000, "not_json"),
        (b'"' * 5_000_000, "not_json"),
        (b"9" * 1_000_000, "not_json"),
        (b"[" + b"[]," * 1_000_000 + b"[]]", "other_file"),
    ],
    ids=range(6),
)
def test_a_hostile_file_is_answered_without_looking_for_the_place(
    data: bytes, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> object:
        raise AssertionError("the place of a mistake in a long file takes long to find")

    monkeypatch.setattr(library_file, "read_json", refuse)
    assert len(data) > MOST_LOCATED
    assert refused(data).code == code
