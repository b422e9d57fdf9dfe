"""Tells whether a JSON object is a filter that does what it seems to do."""

import dataclasses
from collections.abc import Iterator, Mapping

from scoro_desktop import late
from scoro_desktop.audience.extended_json import wrong_value
from scoro_desktop.audience.operators import (
    COMPARING,
    DOCUMENTED,
    EXTENDED_JSON,
    FIELD,
    LOGICAL,
    OPERANDS,
    UNDOCUMENTED,
    are_options,
    kind_of,
    suggestion,
    with_dollar,
)
from scoro_desktop.audience.reach import constant, reason
from scoro_desktop.audience.relative_dates import COMPARED, KEY, mistakes
from scoro_desktop.jsontext.problems import MAX_PROBLEMS, Severity, at_most, shown
from scoro_desktop.jsontext.tree import Path
from scoro_desktop.wire import JsonObject, JsonValue


@late.dataclass(frozen=True)
class Finding:
    """A problem of a filter, by the path to it. `on_key`: the key at the path's end is meant, not its value."""

    code: str
    path: Path
    on_key: bool = True
    params: Mapping[str, str | int | float] = dataclasses.field(default_factory=dict)
    severity: Severity = Severity.ERROR


def findings(query: JsonObject) -> list[Finding]:
    """Lists the mistakes of a filter in the order of its text. Its nesting must be within `strict.MAX_DEPTH`."""
    if query and _is_plain(query):
        return []
    found = at_most(MAX_PROBLEMS, _filter(query, ()))
    errors = [each for each in found if each.severity is Severity.ERROR] if found else []
    warnings = [each for each in found if each.severity is Severity.WARNING] if found else []
    if not errors or all(each.code == "empty_condition" for each in errors):
        always = constant(query)
        if always is True:
            cause = reason(query)
            errors = [each for each in errors if each.path != cause]
            warnings = [each for each in warnings if each.path != cause]
            errors.append(Finding("selects_everyone", cause, on_key=False))
        elif always is False:
            warnings.append(Finding("selects_nobody", (), on_key=False, severity=Severity.WARNING))
    return errors + warnings


def _filter(query: JsonObject, path: Path) -> Iterator[Finding]:
    """Checks an object that holds names of fields and operators that join filters."""
    for key, value in query.items():
        here = (*path, key)
        if key in LOGICAL:
            yield from _logical(key, value, here)
        elif not key.startswith("$"):
            if isinstance(value, list):
                if with_dollar(key) in LOGICAL and any(isinstance(each, dict) for each in value):
                    yield _missing_dollar(key, here, Severity.WARNING)
                yield from _literal(value, here)
            elif isinstance(value, dict):
                yield from _condition(value, here)
        elif key in FIELD or key in EXTENDED_JSON:
            yield Finding("misplaced_operator", here, params={"operator": key, "belongs": "field"})
        else:
            yield _no_operator(key, here)


def _is_plain(query: JsonObject) -> bool:
    """Tells whether all of it compares fields with plain values, as most queries do.

    Nothing in it can be wrong, and whom it selects depends on whom it is asked of (`reach.constant`).
    """
    for key, value in query.items():
        if key.startswith("$") or isinstance(value, list) or value == {}:
            return False
        if isinstance(value, dict):
            for operator, operand in value.items():
                if operator not in COMPARING or isinstance(operand, (dict, list)):
                    return False
    return True


def _logical(operator: str, value: JsonValue, path: Path) -> Iterator[Finding]:
    if operator in UNDOCUMENTED:
        yield _undocumented(operator, path)
    yield from _operand(operator, value, path)
    if isinstance(value, list):
        for index, each in enumerate(value):
            if isinstance(each, dict):
                if not each:
                    # In $or it takes the meaning from every other condition; elsewhere it has none of its own.
                    severity = Severity.ERROR if operator == "$or" else Severity.WARNING
                    yield Finding("empty_condition", (*path, index), on_key=False, severity=severity)
                if not _is_plain(each):
                    yield from _filter(each, (*path, index))


def _condition(value: JsonValue, path: Path) -> Iterator[Finding]:
    """Checks the condition on a field: a value, or an object of operators."""
    if not isinstance(value, dict):
        yield from _literal(value, path)
        return
    has_dollars, has_operators = False, False
    for key in value:
        has_dollars = has_dollars or key.startswith("$")
        has_operators = has_operators or (key.startswith("$") and key not in EXTENDED_JSON)
    if not has_dollars and value and all(with_dollar(key) for key in value):
        for key in value:
            yield _missing_dollar(key, (*path, key), Severity.WARNING)
    if not has_operators:
        yield from _literal(value, path)
        return
    for key, operand in value.items():
        here = (*path, key)
        if key in FIELD:
            yield from _field_operator(key, operand, here)
            if key == "$options" and "$regex" not in value:
                yield Finding("options_without_regex", here)
        elif key in LOGICAL:
            yield Finding("misplaced_operator", here, params={"operator": key, "belongs": "top"})
        elif key in EXTENDED_JSON or not key.startswith("$"):
            if with_dollar(key):
                yield _missing_dollar(key, here, Severity.ERROR)
            else:
                yield Finding("mixed_keys", here, params={"key": shown(key)})
        else:
            yield _no_operator(key, here)


def _field_operator(operator: str, operand: JsonValue, path: Path) -> Iterator[Finding]:
    if operator in UNDOCUMENTED:
        yield _undocumented(operator, path)
    wrong = list(_operand(operator, operand, path)) if operator in OPERANDS else []
    if wrong:
        yield from wrong
    elif operator == "$not" or (operator == "$elemMatch" and _has_field_operators(operand)):
        yield from _condition(operand, path)
    elif operator == "$elemMatch" and isinstance(operand, dict):
        if not operand:
            yield Finding("empty_condition", path, on_key=False, severity=Severity.WARNING)
        yield from _filter(operand, path)
    elif operator == "$all" and isinstance(operand, list):
        for index, each in enumerate(operand):
            if isinstance(each, dict) and "$elemMatch" in each:
                yield from _condition(each, (*path, index))
            elif isinstance(each, (dict, list)):
                yield from _literal(each, (*path, index))
    elif operator == "$options" and isinstance(operand, str) and not are_options(operand):
        yield Finding("bad_options", path, on_key=False, params={"options": shown(operand)})
    elif operator == "$regex" and operand == "":
        yield Finding("empty_pattern", path, on_key=False, severity=Severity.WARNING)
    elif isinstance(operand, dict) and KEY in operand and operator in COMPARED:
        for mistake in mistakes(operand):
            yield Finding(mistake.code, (*path, *mistake.path), mistake.on_key, mistake.params)
    elif isinstance(operand, (dict, list)):
        yield from _literal(operand, path)


def _operand(operator: str, value: JsonValue, path: Path) -> Iterator[Finding]:
    if operator in OPERANDS:
        expected, fits = OPERANDS[operator]
        if not fits(value):
            yield Finding("wrong_operand", path, on_key=False, params={"operator": operator, "expected": expected})


def _literal(value: JsonValue, path: Path) -> Iterator[Finding]:
    """A value that is compared with as it is: nothing in it may look like an operator."""
    if isinstance(value, dict):
        wrong = wrong_value(value)
        if wrong is not None:
            key, expected = wrong
            params = {"operator": key, "expected": expected}
            yield Finding("wrong_operand", (*path, key), on_key=expected == "alone", params=params)
        for key, each in value.items():
            here = (*path, key)
            if key.startswith("$") and key not in EXTENDED_JSON:
                if key in DOCUMENTED or key in UNDOCUMENTED:
                    belongs = "top" if key in LOGICAL else "field"
                    yield Finding("misplaced_operator", here, params={"operator": key, "belongs": belongs})
                else:
                    yield _no_operator(key, here)
            elif isinstance(each, (dict, list)):
                yield from _literal(each, here)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, (dict, list)):
                yield from _literal(item, (*path, index))


def _has_field_operators(value: JsonValue) -> bool:
    return isinstance(value, dict) and any(key in FIELD for key in value)


def _undocumented(operator: str, path: Path) -> Finding:
    return Finding("undocumented_operator", path, params={"operator": operator}, severity=Severity.WARNING)


def _missing_dollar(key: str, path: Path, severity: Severity) -> Finding:
    return Finding("missing_dollar", path, params={"key": key, "suggestion": with_dollar(key)}, severity=severity)


def _no_operator(key: str, path: Path) -> Finding:
    if key == KEY:
        return Finding("relative_place", path)
    code = kind_of(key)
    params = {"operator": shown(key)}
    if code == "unknown_operator":
        params["suggestion"] = suggestion(key)
    return Finding(code, path, params=params)
