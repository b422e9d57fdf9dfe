"""Tests of what is proposed at a place of a query: what begins with the typed letters, then what has them within."""

import pytest

from scoro_desktop.audience.known_values import KnownValue
from scoro_desktop.audience.schema import Field, read_collections
from scoro_desktop.audience.surroundings import surroundings
from scoro_desktop.sandbox import schema
from scoro_desktop.ui.audience.editor.proposals import proposals

USERS: tuple[Field, ...] = read_collections({"collections": schema.collections()})["users"]


def names(text: str, *known: KnownValue) -> list[str]:
    return [each.name for each in proposals(surroundings(text, len(text)), USERS, known)]


def test_fields_that_begin_so_come_before_those_that_have_it_within() -> None:
    found = names('{"na')
    assert found
    begin = [each.casefold().startswith("na") for each in found]
    assert begin == sorted(begin, reverse=True)
    assert all("na" in each.casefold() for each in found)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [('{"city": {"$n', {"$nin", "$ne", "$not"}), ('{"$o', {"$or"}), ('{"age": {"$exists": ', {"true", "false"})],
)
def test_operators_and_their_values(text: str, wanted: set[str]) -> None:
    assert wanted <= set(names(text))


def test_values_of_a_field_are_written_as_the_query_has_them() -> None:
    known = (KnownValue("Omsk", 12), KnownValue({"$oid": "0123456789abcdef01234567"}, 1))
    place = surroundings('{"city": ', 9)
    found = {each.name: each for each in proposals(place, USERS, known)}
    assert found["Omsk"].before == '"Omsk"'
    assert found["Omsk"].brief == "12"
    assert found["0123456789abcdef01234567"].before == '{"$oid": "0123456789abcdef01234567"}'
    assert "0123456789abcdef01234567" not in names('{"city": "', *known)  # no text
