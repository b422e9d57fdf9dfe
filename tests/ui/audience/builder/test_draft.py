"""A condition while it is edited: what came in goes out, whatever is known of its field and whatever is looked at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoro_desktop.audience.conditions import Condition
from scoro_desktop.audience.conditions_operators import TAKES, Operator, Takes, fits, operators_for
from scoro_desktop.audience.schema import Field, FieldType
from scoro_desktop.ui.audience.builder.draft import Draft
from scoro_desktop.ui.audience.builder.flaw import Flaw
from scoro_desktop.ui.audience.builder.operator_words import flaw_words, kind_words, operator_words, type_words
from scoro_desktop.ui.audience.builder.value_kinds import KINDS, ValueKind
from tests.audience.test_conditions import conditions, exactly

TYPES = st.sampled_from(FieldType)


def written(condition: Condition | None) -> tuple[object, ...]:
    assert condition is not None
    return (
        condition.field,
        condition.operator,
        exactly(condition.value),
        condition.any_case,
        condition.spelled_out,
    )


@given(conditions(), TYPES, TYPES)
def test_a_condition_comes_out_as_it_came_in(condition: Condition, kind: FieldType, later: FieldType) -> None:
    draft = Draft(condition, kind)
    assert written(draft.condition()) == written(condition)
    assert draft.operator in draft.operators
    draft.name_field(condition.field, later)  # the schema comes, or another
    assert written(draft.condition()) == written(condition)


@given(conditions(), TYPES, st.lists(st.sampled_from(Operator), max_size=4))
def test_no_operator_that_is_looked_at_changes_the_value(
    condition: Condition, kind: FieldType, looked_at: list[Operator]
) -> None:
    draft = Draft(condition, kind)
    for operator in looked_at:
        draft.operator = operator
        assert draft.shown_kind in (KINDS[operator] or ValueKind)
        draft.condition()
    draft.operator = condition.operator
    assert written(draft.condition()) == written(condition)


@given(conditions(), TYPES, st.lists(st.sampled_from(ValueKind), max_size=3))
def test_no_kind_that_is_looked_at_changes_the_value(
    condition: Condition, kind: FieldType, looked_at: list[ValueKind]
) -> None:
    draft = Draft(condition, kind)
    first = draft.kind
    for each in looked_at:
        draft.set_kind(each)
    for each in reversed([first, *looked_at[:-1]]):
        draft.set_kind(each)
    assert written(draft.condition()) == written(condition)


@given(conditions(), TYPES, st.sampled_from(Operator))
def test_a_value_is_kept_where_it_fits_another_operator(
    condition: Condition, kind: FieldType, operator: Operator
) -> None:
    draft = Draft(condition, kind)
    draft.operator = operator
    if TAKES[condition.operator] is TAKES[operator] and fits(operator, condition.value):
        found = draft.condition()
        assert found is not None
        assert exactly(found.value) == exactly(condition.value)
    if TAKES[condition.operator] is Takes.SINGLE and isinstance(condition.value, str) and TAKES[operator] is Takes.MANY:
        assert draft.value() == [condition.value]


@given(conditions(), TYPES, TYPES)
def test_what_is_no_condition_has_words_for_it(condition: Condition, kind: FieldType, other: FieldType) -> None:
    draft = Draft(condition, kind)
    draft.set_field("other", other)
    flaw = draft.flaw()
    assert (flaw is None) == (draft.condition() is not None)
    if flaw is not None:
        assert "{" not in flaw_words(flaw, draft)
    made = draft.condition()
    assert made is None or fits(made.operator, made.value)


@pytest.mark.parametrize("kind", FieldType)
def test_everything_that_can_be_chosen_has_words_of_its_own(kind: FieldType) -> None:
    draft = Draft(kind=kind)
    words = [operator_words(operator, draft) for operator in operators_for(kind)]
    assert all(words)
    assert len(set(words)) == len(words)
    assert type_words(Field("a", kind, "GeoPoint"))


def test_kinds_and_flaws_have_words() -> None:
    assert all(kind_words(kind) for kind in ValueKind)
    assert all(flaw_words(flaw, Draft()) for flaw in Flaw)
