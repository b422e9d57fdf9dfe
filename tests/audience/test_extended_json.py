"""Values in MongoDB's Extended JSON: those that are none are errors at their place."""

import pytest

from scoro_desktop.audience.query import read_query

OID = "0123456789abcdef01234567"


@pytest.mark.parametrize(
    ("value", "marked", "expected"),
    [
        ('{"$date": "2026-01-01"}', '"2026-01-01"', "date"),
        ('{"$date": "2026-02-30T00:00:00Z"}', '"2026-02-30T00:00:00Z"', "date"),
        ('{"$date": "2026-01-01T00:00:00+0300"}', '"2026-01-01T00:00:00+0300"', "date"),
        ('{"$date": "2026-01-01T00:00:00"}', '"2026-01-01T00:00:00"', "date"),
        ('{"$date": 1.5}', "1.5", "date"),
        ('{"$date": null}', "null", "date"),
        ('{"$date": 9223372036854775808}', "9223372036854775808", "date"),
        ('{"$date": {"$numberLong": "abc"}}', '{"$numberLong": "abc"}', "date"),
        ('{"$oid": "abc"}', '"abc"', "object_id"),
        (f'{{"$oid": "{OID}0"}}', f'"{OID}0"', "object_id"),
        ('{"$oid": "0123456789abcdef0123456g"}', '"0123456789abcdef0123456g"', "object_id"),
        ('{"$numberLong": "abc"}', '"abc"', "whole_in_quotes"),
        ('{"$numberLong": 5}', "5", "whole_in_quotes"),
        ('{"$numberLong": "9223372036854775808"}', '"9223372036854775808"', "whole_in_quotes"),
        ('{"$numberInt": "2147483648"}', '"2147483648"', "whole_in_quotes"),
        ('{"$numberLong": "٣"}', '"٣"', "whole_in_quotes"),
        ('{"$numberDouble": "1,5"}', '"1,5"', "number_in_quotes"),
        ('{"$numberDecimal": ""}', '""', "number_in_quotes"),
        ('{"$uuid": "abc"}', '"abc"', "uuid"),
        ('{"$binary": {"base64": "a", "subType": "00"}}', '{"base64": "a", "subType": "00"}', "binary"),
        ('{"$timestamp": {"t": 1}}', '{"t": 1}', "timestamp"),
        ('{"$regularExpression": "^a"}', '"^a"', "pattern"),
        ('{"$minKey": true}', "true", "one"),
        ('{"$undefined": 1}', "1", "true"),
        (f'{{"$oid": "{OID}", "a": 1}}', '"$oid"', "alone"),
        ('{"$id": 1}', '"$id"', "alone"),
    ],
)
@pytest.mark.parametrize(
    "around", ['{"a": %s}', '{"a": {"$in": [1e+5, %s]}}', '{"$nor": [{"a": {"$not": {"$gt": %s}}}]}']
)
def test_what_is_no_value_is_an_error_at_its_place(value: str, marked: str, expected: str, around: str) -> None:
    text = around % value
    reading = read_query(text)
    assert reading.query is None
    errors = [each for each in reading.problems if each.stops]
    (problem,) = [each for each in errors if each.params.get("expected") == expected]
    assert text[problem.offset : problem.offset + problem.length] == marked


@pytest.mark.parametrize(
    "value",
    [
        '{"$date": "2026-01-01T00:00:00Z"}',
        '{"$date": "2026-01-01T00:00:00.123+03:00"}',
        '{"$date": -1}',
        '{"$date": {"$numberLong": "1700000000000"}}',
        f'{{"$oid": "{OID}"}}',
        '{"$numberLong": "-9223372036854775808"}',
        '{"$numberInt": "7"}',
        '{"$numberDouble": "-Infinity"}',
        '{"$numberDecimal": "1E+3"}',
        '{"$uuid": "123e4567-e89b-12d3-a456-426614174000"}',
        '{"$binary": {"base64": "YQ==", "subType": "00"}}',
        '{"$timestamp": {"t": 1, "i": 2}}',
        '{"$regularExpression": {"pattern": "^a", "options": "i"}}',
        f'{{"$ref": "users", "$id": {{"$oid": "{OID}"}}}}',
        '{"$code": "x"}',
        '{"$minKey": 1}',
        '{"$undefined": true}',
    ],
)
def test_what_is_a_value_is_let_be(value: str) -> None:
    for text in (f'{{"a": {value}}}', f'{{"a": {{"$nin": [{value}]}}}}'):
        assert read_query(text).problems == ()
