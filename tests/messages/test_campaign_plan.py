"""Tests of how a campaign is led, kept with its message: read back as it was written, and nothing else is taken in."""

import pytest

from scoro_desktop.messages.campaign_plan import LONGEST, CampaignPlan
from scoro_desktop.wire import JsonValue

PLAN = CampaignPlan(2.5, 48, "Телефон", "phone", "RU", "first", {"Имя": "Клиент", "код": "Код"})


def test_it_is_read_as_it_was_written() -> None:
    assert CampaignPlan.from_json(PLAN.to_json()) == PLAN
    assert CampaignPlan.from_json(CampaignPlan().to_json()) == CampaignPlan()


@pytest.mark.parametrize("value", [None, [], "x", 1, True])
def test_what_is_no_object_is_no_plan(value: JsonValue) -> None:
    assert CampaignPlan.from_json(value) is None


@pytest.mark.parametrize(
    "odd",
    [
        {"pace": 0}, {"pace": -1}, {"pace": 1e9}, {"pace": True}, {"pace": "2"}, {"hours": -5}, {"hours": 10**9},
        {"hours": False}, {"key": 5}, {"key": "x" * (LONGEST + 1)}, {"fields": ["a"]}, {"fields": {"a": 1}}, {"b": 1},
    ],
)  # fmt: skip
def test_what_is_not_of_its_shape_is_left_out(odd: dict[str, JsonValue]) -> None:
    assert CampaignPlan.from_json(odd) == CampaignPlan()
