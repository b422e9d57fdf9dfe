"""Words for what is wrong with a query: what it is, and what to write instead."""

from PySide6.QtCore import QCoreApplication

from scoro_desktop.jsontext.problems import QueryProblem

translate = QCoreApplication.translate


def query_problem(problem: QueryProblem) -> str:
    """One sentence or two about a problem of a query."""
    words = _json_words() | _value_words() | _filter_words()
    params = dict(problem.params)
    code = problem.code
    if code == "unknown_operator" and params.get("suggestion"):
        code = "unknown_operator_suggestion"
    if params.get("expected") == "alone":
        code = "not_alone"
    elif "expected" in params:
        params["expected"] = _expected_words().get(str(params["expected"]), params["expected"])
    if code == "misplaced_operator":
        code = "misplaced_field" if params.get("belongs") == "field" else "misplaced_top"
    return words.get(code, translate("query", "There is a mistake here: {code}.")).format(code=problem.code, **params)


def _json_words() -> dict[str, str]:
    return {
        "empty": translate("query", "Write a query, or choose Everyone."),
        "missing_comma": translate("query", "A comma is missing before this."),
        "missing_colon": translate("query", "A colon is missing after “{key}”."),
        "missing_value": translate("query", "This key has no value."),
        "missing_key": translate("query", "A key in double quotes is expected here."),
        "trailing_comma": translate("query", "Remove this comma: nothing follows it."),
        "stray_comma": translate("query", "Remove this comma: nothing comes before it."),
        "single_quotes": translate("query", 'JSON takes double quotes only: write "…".'),
        "curly_quotes": translate("query", 'These are curly quotes. JSON takes straight ones only: "…".'),
        "unquoted_key": translate("query", 'Put the key in double quotes: "{key}".'),
        "unquoted_text": translate("query", 'Put the text in double quotes: "{text}".'),
        "wrong_word": translate("query", "JSON has no “{word}”. Write {right}."),
        "shell_value": translate("query", "“{text}” is not JSON: only databases' own consoles take it."),
        "bad_number": translate("query", "“{text}” is not a number as JSON writes it."),
        "not_a_number": translate("query", "JSON has no “{text}”."),
        "unclosed_string": translate("query", "This text is not closed: its second quote is missing."),
        "unclosed_bracket": translate("query", "The bracket {bracket} is never closed."),
        "unexpected_bracket": translate("query", "This bracket {bracket} closes nothing."),
        "unexpected_character": translate("query", "“{character}” does not belong here."),
        "invisible_character": translate("query", "There is an invisible character ({character}) here. Delete it."),
        "comment": translate("query", "JSON has no comments. Delete this one."),
        "text_after_end": translate("query", "The query has ended before this. Delete what follows."),
        "text_around": translate("query", "Only the query in curly brackets belongs here. Remove what is around it."),
        "bad_escape": translate("query", "“{escape}” means nothing inside a text. For a backslash, write two."),
        "raw_control_character": translate(
            "query",
            "There is a line break, tab or other control character ({character}) inside a text. "
            "Write it as \\n or \\t.",
        ),
        "broken_json": translate("query", "This is not JSON."),
    }


def _value_words() -> dict[str, str]:
    return {
        "not_an_object": translate("query", 'Write a query in curly brackets: {{"field": "value"}}.'),
        "duplicate_key": translate(
            "query",
            "“{key}” is given twice (first in line {first_line}, column {first_column}): only one would count.",
        ),
        "number_overflow": translate("query", "{number} is too large: it would arrive as infinity."),
        "number_underflow": translate("query", "{number} is too small: it would arrive as 0."),
        "number_precision": translate("query", "{number} has more digits than are kept: it is sent as {becomes}."),
        "big_integer": translate("query", "{number} is sent as it is, but a server may round a number this large."),
        "integer_too_long": translate("query", "This number has {digits} digits; at most {limit} can be sent."),
        "lone_surrogate": translate("query", "{character} is half a character, and cannot be sent."),
        "hidden_character": translate(
            "query", "There is an invisible {character} here: the text is “{text}”. Delete it unless it is meant."
        ),
        "turned_direction": translate(
            "query", "{character} here changes the order of what you see: the text is “{text}”."
        ),
        "blank_at_end": translate(
            "query", "This text has a space at its beginning or end: only what has it too will match."
        ),
        "quotes_around": translate(
            "query", "The quotes in {text} are part of the text: only what has them too will match."
        ),
        "too_deep": translate("query", "Brackets are nested more than {limit} deep."),
    }


def _filter_words() -> dict[str, str]:
    return {
        "unknown_operator": translate("query", "There is no operator {operator}."),
        "unknown_operator_suggestion": translate(
            "query", "There is no operator {operator}. Did you mean {suggestion}?"
        ),
        "missing_dollar": translate("query", "“{key}” is taken for a field. Did you mean {suggestion}?"),
        "misplaced_field": translate("query", '{operator} belongs inside a field: {{"field": {{"{operator}": …}}}}.'),
        "misplaced_top": translate("query", '{operator} belongs outside of a field: {{"{operator}": …}}.'),
        "mixed_keys": translate("query", "“{key}” is among operators, where only operators can be."),
        "update_operator": translate("query", "{operator} changes data. A query only chooses."),
        "aggregation_operator": translate("query", "{operator} is a step of a calculation, not a condition."),
        "code_operator": translate("query", "{operator} runs a program on the server, which is not allowed here."),
        "unavailable_operator": translate("query", "Scorocode has no {operator}."),
        "wrong_operand": translate("query", "{operator} needs {expected}."),
        "not_alone": translate("query", "Nothing else can be beside {operator} in its brackets."),
        "bad_options": translate("query", "“{options}”: the options of a pattern are i, m, s and x."),
        "options_without_regex": translate("query", "$options means nothing without $regex beside it."),
        "undocumented_operator": translate("query", "Scorocode does not document {operator}. It may work."),
        "empty_pattern": translate("query", "An empty pattern matches every text."),
        "relative_place": translate(
            "query", 'A relative date can only be compared: {{"field": {{"$gte": {{"$relativeDate": …}}}}}}.'
        ),
        "relative_member": translate(
            "query",
            "A relative date has no “{member}”: only startOf, and one of minutes, hours, days, weeks, months, years.",
        ),
        "relative_two": translate("query", "A relative date has one number: remove “{unit}” or the one before it."),
        "relative_too_far": translate("query", "“{unit}” can be at most {most}, back or ahead."),
        "empty_condition": translate("query", "An empty condition {{}} matches everyone."),
        "selects_everyone": translate("query", "This would reach everyone. If that is meant, choose Everyone above."),
        "selects_nobody": translate("query", "Nothing can match this."),
    }


def _expected_words() -> dict[str, str]:
    return {
        "list": translate("query", "a list: […]"),
        "boolean": translate("query", "true or false"),
        "text": translate("query", "a text"),
        "whole_number": translate("query", "a whole number from 0"),
        "divisor_and_remainder": translate("query", "a list of two numbers: [divisor, remainder]"),
        "type": translate("query", "the name or number of a type"),
        "date": translate("query", 'a date with its time and zone: "2026-01-31T18:00:00Z"'),
        "object_id": translate("query", "24 hexadecimal digits in quotes"),
        "whole_in_quotes": translate("query", 'a whole number in quotes: "42"'),
        "number_in_quotes": translate("query", 'a number in quotes: "4.2"'),
        "uuid": translate("query", 'a UUID: "123e4567-e89b-12d3-a456-426614174000"'),
        "binary": translate("query", 'bytes: {"base64": "…", "subType": "00"}'),
        "timestamp": translate("query", 'two whole numbers: {"t": 1, "i": 1}'),
        "pattern": translate("query", 'a pattern: {"pattern": "^A", "options": "i"}'),
        "one": translate("query", "the number 1"),
        "true": translate("query", "the word true"),
        "conditions": translate("query", 'conditions: {"$gt": 5}'),
        "object": translate("query", "an object: {…}"),
        "relative_date": translate("query", 'how far from now it is, or a start: {"days": -30}, {"startOf": "month"}'),
        "relative_start": translate("query", '"day", "week", "month" or "year"'),
        "relative_number": translate("query", "a whole number without quotes, with a minus for the past: -30"),
        "filters": translate("query", "a list of conditions that is not empty: [{…}, {…}]"),
    }
