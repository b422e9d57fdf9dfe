"""What is said of a query whose fields are not those of the collection."""

import pytest

from scoro_desktop.audience.field_check import FieldFinding, check_fields, names_to_look_up
from scoro_desktop.audience.field_use import fields_used
from scoro_desktop.audience.schema import Field, FieldType
from scoro_desktop.wire import JsonObject

FIELDS = (
    Field("age", FieldType.NUMBER, "Number"),
    Field("city", FieldType.STRING, "String"),
    Field("consent", FieldType.BOOLEAN, "Boolean"),
    Field("createdAt", FieldType.DATE, "Date"),
    Field("address", FieldType.OBJECT, "Object"),
    Field("tags", FieldType.ARRAY, "Array"),
)


def test_only_fields_that_nothing_is_known_of_are_looked_up() -> None:
    uses = fields_used({"age": 5, "address.city": "Omsk", "adress.city": "Omsk", "sity": "Omsk"})
    assert names_to_look_up(uses, FIELDS) == ("address.city", "adress.city", "sity")


def test_an_absent_field_is_an_error_where_it_widens() -> None:
    query: JsonObject = {"sity": "Omsk", "consnt": {"$ne": False}, "city": {"$ne": "Omsk"}}
    findings = check_fields(fields_used(query), FIELDS, {"sity", "consnt"})
    assert findings == [FieldFinding("absent_field", "sity"), FieldFinding("absent_field_widens", "consnt")]
    assert [finding.stops for finding in findings] == [False, True]


@pytest.mark.parametrize(
    "query",
    [
        {"age": "18"},
        {"age": {"$gt": "18"}},
        {"age": True},
        {"age": {"$in": [1, "2"]}},
        {"city": 5},
        {"consent": "yes"},
        {"consent": 1},
        {"createdAt": {"$gt": 1_700_000_000}},
    ],
)
def test_a_value_of_another_type_is_noticed(query: JsonObject) -> None:
    (finding,) = check_fields(fields_used(query), FIELDS, ())
    assert finding.code == "type_clash"
    assert not finding.stops


@pytest.mark.parametrize(
    "query",
    [
        {"age": 18},
        {"age": 18.5},
        {"age": None},
        {"city": {"$regex": "^O"}},
        {"consent": True},
        {"createdAt": {"$gt": "2026-01-01T00:00:00Z"}},
        {"createdAt": {"$gt": {"$date": "2026-01-01T00:00:00Z"}}},
        {"tags": "vip"},
        {"tags": ["vip"]},
        {"address": {"city": "Omsk"}},
        {"age": {"$exists": True}},
    ],
)
def test_what_fits_is_let_be(query: JsonObject) -> None:
    assert check_fields(fields_used(query), FIELDS, ()) == []
