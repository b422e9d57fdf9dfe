"""A saved audience as the library shows it."""

import json

from scoro_desktop.storage.audiences import SavedAudience
from scoro_desktop.ui.library.audience_kind import LONGEST_JSON, AudienceKind

KIND = AudienceKind("users")


def test_a_query_is_told_in_words_and_as_it_is() -> None:
    details = KIND.details(SavedAudience(1, "users", "One", '{"city": "Omsk"}', is_test=True, tags=("sale",)))
    assert [text for _, text in details.parts] == ["city is “Omsk”", '{"city": "Omsk"}']
    assert details.heading == "One"
    assert "sale" in details.line
    assert "“Send trial” sends to this audience" in details.notes


def test_a_query_of_a_megabyte_is_cut_where_it_is_read() -> None:
    text = json.dumps({"userId": {"$in": ["a" * 20] * 40_000}})
    details = KIND.details(SavedAudience(1, "users", "One", text))
    assert [len(text) for _, text in details.parts] == [LONGEST_JSON + 1]
    assert len(KIND.line(SavedAudience(-1, "users", "", text)).name) <= 300


def test_a_query_that_cannot_be_read_is_shown_as_it_is() -> None:
    assert KIND.details(SavedAudience(1, "users", "One", "{")).parts == [("JSON", "{")]
    assert KIND.line(SavedAudience(-1, "users", "", "{")).below == ""
