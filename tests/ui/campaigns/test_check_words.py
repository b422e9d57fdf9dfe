"""Facts of the check of a campaign: its cost, and campaigns before it."""

import dataclasses
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from scoro_desktop.scorocode.account import AccessKind, Account, Environment, OperatorPrice
from scoro_desktop.sending.campaigns.needs import Checked, OperatorCost
from scoro_desktop.storage.campaigns.types import Alike, Sums
from scoro_desktop.ui.campaigns import campaign_words, check_words, row_words

NOW, BEFORE = datetime(2026, 11, 28, 12, tzinfo=UTC), datetime(2026, 11, 1, 12, tzinfo=UTC)
ACCOUNT = Account("a", "Acme", Environment.TEST, "https://api.example/", "app", AccessKind.MASTER)


@pytest.mark.parametrize(
    ("alike", "lines"),
    [
        ([], None),
        ([(True, True)], ["⚠ the same text to the same list, {0}"]),
        ([(True, False), (True, False)], ["the same list, {0}"]),
        ([(False, True), (True, True)], ["⚠ the same text to the same list, {1}", "the same text, {0}"]),
        ([(True, False), (False, True)], ["the same list, {0}", "the same text, {1}"]),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_what_was_sent_already_is_said_once_of_each(alike: list[tuple[bool, bool]], lines: list[str] | None) -> None:
    moments = (NOW, BEFORE)
    before = tuple(Alike(at, "Autumn", moments[at], *same) for at, same in enumerate(alike))
    facts = dict(check_words.facts(Checked(Sums(1, {}, {}), 1, before=before), ACCOUNT))
    said = facts.get("Sent already")
    assert said == (None if lines is None else "\n".join(lines).format(*map(campaign_words.when, moments)))


MTS, MEGAFON = OperatorPrice("MTS", ("7910",), Decimal("2.5")), OperatorPrice("MegaFon", ("7920",), Decimal(4))
NOTE = "An estimate: a number that changed its operator keeps its beginning."


def cost(general: str | None, prices: tuple[OperatorPrice, ...], *costs: OperatorCost) -> str | None:
    price = None if general is None else Decimal(general)
    account = dataclasses.replace(ACCOUNT, sms_price=price, currency="EUR", operator_prices=prices)
    people = sum(each.people for each in costs)
    checked = Checked(Sums(people, {}, {}), 1, costs=costs)
    said = dict(check_words.facts(checked, account)).get("Cost")
    assert check_words.tips(checked, account) == ({"Cost": NOTE} if "from" in (said or "") else {})
    return said


@pytest.mark.usefixtures("qapp")
def test_the_cost_is_said_from_the_least_to_the_most_where_operators_differ() -> None:
    mts, megafon = OperatorCost("MTS", 10, 20, Decimal("2.5")), OperatorCost("MegaFon", 5, 10, Decimal(4))
    others, unpriced = OperatorCost("", 5, 10, Decimal(3)), OperatorCost("", 5, 10, None)
    assert cost("3", (), others) == "about €30.00"
    assert cost(None, (), unpriced) is None
    assert cost("3", (MTS, MEGAFON), mts, megafon, others) == "\n".join(
        ["about €120.00", "from €100.00 to €160.00, by operator", "MTS: €50.00", "MegaFon: €40.00",
         "Other operators: €30.00"]
    )  # fmt: skip
    assert cost("3", (MTS,), mts) == "about €50.00\nfrom €50.00 to €60.00, by operator"
    assert cost(None, (MTS,), mts) == "about €50.00", "there is one price"
    assert cost(None, (MTS, MEGAFON), mts, unpriced) == "\n".join(
        ["about €50.00", "from €50.00 to €80.00, by operator", "MTS: €50.00", "Other operators: price not known",
         "The price is not known for 5 people: they are not in the sum."]
    )  # fmt: skip


@pytest.mark.usefixtures("qapp")
def test_an_audience_of_which_fewer_came_than_the_server_counts_is_said() -> None:
    facts = dict(check_words.facts(Checked(Sums(1200, {}, {}), 1, counted=(1204, 1200)), ACCOUNT))
    assert facts["Audience"] == "⚠ The server counts 1,204 in the audience and gave 1,200: check everyone again."
    assert "Audience" not in dict(check_words.facts(Checked(Sums(1, {}, {}), 1), ACCOUNT))


@pytest.mark.usefixtures("qapp")
def test_who_opted_out_by_the_list_itself_is_not_said_to_be_on_the_do_not_send_list() -> None:
    assert row_words.why_word("do_not_send") == "Opted out"  # both are counted there
    assert row_words.why_exactly("do_not_send", "") == "On the do-not-send list"
    assert row_words.why_exactly("do_not_send", "list") == "Your list says that they opted out"
    assert row_words.why_exactly("do_not_send", "by_hand") == "On the do-not-send list"
