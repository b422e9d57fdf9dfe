"""Tests of what is said of a query whose fields are not those of the collection."""

import pytest

from scoro_desktop.audience.field_check import FieldFinding, check_fields, names_to_look_up
from scoro_desktop.audience.field_use import fields_used
from scoro_desktop.audience.schema import FieldType
from scoro_desktop.audience.type_check import TypeFinding
from scoro_desktop.wire import JsonObject

KNOWN = frozenset({"age", "city", "consent", "createdAt", "address", "tags"})


def test_only_fields_that_nothing_is_known_of_are_looked_up() -> None:
    uses = fields_used({"age": 5, "address.city": "Omsk", "adress.city": "Omsk", "sity": "Omsk"})
    assert names_to_look_up(uses, KNOWN) == ["address.city", "adress.city", "sity"]


def test_an_absent_field_is_an_error_where_it_widens() -> None:
    query: JsonObject = {"sity": "Omsk", "consnt": {"$ne": False}, "city": {"$ne": "Omsk"}}
    findings = check_fields(fields_used(query), {"sity", "consnt"}, ())
    assert findings == [FieldFinding("absent_field", "sity"), FieldFinding("absent_field_widens", "consnt")]
    assert [finding.stops for finding in findings] == [False, True]


@pytest.mark.parametrize(
    ("kind", "leaves_nobody_out", "code", "stops"),
    [
        (FieldType.DATE, False, "date_clash", False),
        (FieldType.DATE, True, "date_clash_widens", True),
        (FieldType.NUMBER, False, "type_clash", False),
        (FieldType.STRING, True, "type_clash_widens", False),
    ],
)
def test_a_clash_of_types_stops_where_a_date_leaves_nobody_out(
    kind: FieldType, leaves_nobody_out: bool, code: str, stops: bool
) -> None:
    (finding,) = check_fields((), (), [TypeFinding("a", kind, leaves_nobody_out)])
    assert (finding.code, finding.path, finding.expected, finding.stops) == (code, "a", kind.value, stops)


def test_a_relative_date_against_what_is_no_date_stops() -> None:
    (finding,) = check_fields((), (), [TypeFinding("a", FieldType.STRING, False, is_relative=True)])
    assert (finding.code, finding.path, finding.expected, finding.stops) == ("relative_clash", "a", "String", True)
