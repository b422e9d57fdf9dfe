"""Templates, audiences and drafts as one file, to be handed on: written and read whole or not at all.

docs/library.md has the schema.
"""

import contextlib
import dataclasses
import json
import os
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias, TypeVar

from scoro_desktop import wire
from scoro_desktop.jsontext.json_text import read_json
from scoro_desktop.jsontext.strings import escape_surrogates
from scoro_desktop.messages import limits
from scoro_desktop.messages.shape import printable
from scoro_desktop.messages.template import LONGEST_NAME, Template
from scoro_desktop.storage.audience_file import audience_to_wire, read_saved_audience
from scoro_desktop.storage.audiences import NamedQuery
from scoro_desktop.storage.draft_file import DEPTH, draft_to_wire, read_draft
from scoro_desktop.storage.file_parts import (
    MOST_BYTES,
    MOST_ENTRIES,
    LibraryFileError,
    Place,
    as_list,
    check_fields,
    depth_of,
)
from scoro_desktop.storage.names import name_key
from scoro_desktop.storage.saved_drafts import NamedContent
from scoro_desktop.storage.template_export import fit_for_file
from scoro_desktop.storage.template_file import read_template, template_to_wire
from scoro_desktop.wire import JsonObject, JsonValue

FORMAT: Final = "scoro-desktop-templates"
VERSION: Final = 2
"""1 holds templates only, and is what is written where there is nothing else: apps of before can read it."""
MOST_LOCATED: Final = 200_000
"""Bytes of a file that is no JSON in which the place of the mistake is looked for: in more it takes long."""

Entry: TypeAlias = Template | NamedQuery | NamedContent
T = TypeVar("T", NamedQuery, NamedContent)


@dataclass(frozen=True)
class LibraryFile:
    """The content of a file. `without_keys`: names of those that carried keys of an account, which are left out."""

    templates: tuple[Template, ...] = ()
    audiences: tuple[NamedQuery, ...] = ()
    drafts: tuple[NamedContent, ...] = ()
    without_keys: tuple[str, ...] = ()


def write_file(path: Path, entries: Sequence[Entry]) -> list[str]:
    """Writes the file, which can be imported. What stood at `path` is replaced only by a finished file.

    Gives the names of the entries in which something was changed for that. Raises OSError, and LibraryFileError
    (`too_many`, `too_big`, `too_deep`) where they do not fit into one file.
    """
    if any(len(list(group)) > MOST_ENTRIES for group in _by_kind(entries)):
        raise LibraryFileError("too_many", limit=MOST_ENTRIES)
    fit, changed = _fit(entries)
    for each in fit:
        nested, most = _nested(each)
        if depth_of(nested) > most:
            raise LibraryFileError("too_deep", limit=most)
    data = to_bytes(fit)
    if len(data) > MOST_BYTES:
        raise LibraryFileError("too_big", limit=MOST_BYTES)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".unfinished")
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise
    return changed


def to_bytes(entries: Sequence[Entry]) -> bytes:
    """The file's content: UTF-8, indented for people."""
    templates, audiences, drafts = _by_kind(entries)
    whole: JsonObject = {"format": FORMAT, "version": 2 if audiences or drafts else 1}
    if templates or not (audiences or drafts):
        whole["templates"] = [*map(template_to_wire, templates)]
    if audiences:
        whole["audiences"] = [*map(audience_to_wire, audiences)]
    if drafts:
        whole["drafts"] = [*map(draft_to_wire, drafts)]
    text = json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=2)
    return (escape_surrogates(text) + "\n").encode("utf-8")


def read_file(path: Path) -> LibraryFile:
    """Reads a file. Raises LibraryFileError, whatever the file is."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise LibraryFileError("unreadable", reason=error.strerror or type(error).__name__) from error
    return from_bytes(data)


def from_bytes(data: bytes) -> LibraryFile:
    """Reads the content of a file. Raises LibraryFileError, whatever it is."""
    if len(data) > MOST_BYTES:
        raise LibraryFileError("too_big", limit=MOST_BYTES)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LibraryFileError("not_utf8") from error
    try:
        whole = wire.read(text)
    except ValueError as error:
        if isinstance(error.__cause__, RecursionError):
            raise LibraryFileError("too_deep", limit=limits.DEPTH) from None
        problem = None
        if len(text) <= MOST_LOCATED:
            problem = next((each for each in read_json(text).problems if each.stops), None)
        raise LibraryFileError("not_json", problem=problem) from None
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise LibraryFileError("other_file")
    version = whole.get("version")
    if type(version) is not int or version < 1:
        raise LibraryFileError("wrong_type", ("version",), expected="integer")
    if version > VERSION:
        raise LibraryFileError("newer_version", ("version",), version=version, known=VERSION)
    lists = ("templates", "audiences", "drafts")
    check_fields(whole, (), ("format", "version", *lists[: version == 1]), () if version == 1 else lists)
    templates = _read(whole, "templates", read_template)
    audiences = _read(whole, "audiences", read_saved_audience)
    drafts = _read(whole, "drafts", read_draft)
    _check_names("templates", [each.name for each, _ in templates])
    _check_names("audiences", [(each.collection, each.name) for each in audiences])
    _check_names("drafts", [(each.channel, name_key(each.name)) for each, _ in drafts])
    return LibraryFile(
        tuple(each for each, _ in templates),
        tuple(audiences),
        tuple(each for each, _ in drafts),
        (
            *(each.name for each, had_keys in templates if had_keys),
            *(each.name for each, had_keys in drafts if had_keys),
        ),
    )


R = TypeVar("R")


def _read(whole: JsonObject, kind: str, read: Callable[[JsonValue, Place], R]) -> list[R]:
    found = as_list(whole.get(kind, []), (kind,), MOST_ENTRIES)
    return [read(each, (kind, at)) for at, each in enumerate(found)]


def _check_names(kind: str, names: Iterable[str | tuple[str, str]]) -> None:
    seen: set[str | tuple[str, str]] = set()
    for at, each in enumerate(names):
        if each in seen:
            name = each if isinstance(each, str) else each[1]
            raise LibraryFileError("name_twice", (kind, at, "name"), name=printable(name))
        seen.add(each)


def _by_kind(entries: Iterable[Entry]) -> tuple[list[Template], list[NamedQuery], list[NamedContent]]:
    every = list(entries)
    return (
        [each for each in every if isinstance(each, Template)],
        [each for each in every if isinstance(each, NamedQuery)],
        [each for each in every if isinstance(each, NamedContent)],
    )


def _nested(entry: Entry) -> tuple[JsonValue, int]:
    """The nested parts of an entry, and the levels that each may have."""
    if isinstance(entry, Template):
        return entry.message, limits.DEPTH
    return (entry.content.state, DEPTH) if isinstance(entry, NamedContent) else ({}, DEPTH)


def _fit(entries: Sequence[Entry]) -> tuple[list[Entry], list[str]]:
    """The entries as a file takes them, and the names of those in which something had to be changed for that."""
    templates, audiences, drafts = _by_kind(entries)
    fit, changed = fit_for_file(templates)
    others: list[NamedQuery | NamedContent] = [
        *_named_once(audiences, lambda each: each.collection),
        *_named_once(drafts, lambda each: each.channel),
    ]
    changed += [new.name for new, old in zip(others, (*audiences, *drafts), strict=True) if new != old]
    return [*fit, *others], changed


def _named_once(entries: Iterable[T], where: Callable[[T], str]) -> list[T]:
    """The entries, with another name where it stands there already."""
    taken: set[tuple[str, str]] = set()
    result: list[T] = []
    for each in entries:
        name, number = each.name, 1
        while (where(each), name_key(name)) in taken:
            number += 1
            end = f" ({number})"
            name = each.name[: LONGEST_NAME - len(end)].rstrip() + end
        taken.add((where(each), name_key(name)))
        result.append(dataclasses.replace(each, name=name))
    return result
