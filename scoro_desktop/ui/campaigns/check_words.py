"""Words for the check of a campaign: its sums, what it takes, and when it would end."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QTime

from scoro_desktop.storage.campaigns.states import LEFT_OUT_WHYS, PersonState
from scoro_desktop.ui.campaigns import campaign_words, row_words
from scoro_desktop.ui.campaigns.sums_list import Sum
from scoro_desktop.ui.words import money

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.sending.campaigns.needs import Checked
    from scoro_desktop.storage.campaigns.types import Alike, Sums
    from scoro_desktop.ui.kit.appearance import Colours

translate = QCoreApplication.translate


def sum_lines(sums: Sums, colours: Colours) -> list[Sum]:
    """Lists the sums: all rows, those that get it, and those that do not by their reason."""
    lines = [
        Sum(translate("campaigns", "Rows in the list"), sums.rows, is_total=True),
        Sum(
            translate("campaigns", "Get the message"),
            sums.ready,
            PersonState.PLANNED,
            colour=colours.good if sums.ready else colours.danger,
        ),
    ]
    known = [str(why) for why in LEFT_OUT_WHYS]
    whys = (*known, *(each for each in sums.left_out if each not in known))
    return [*lines, *(_left_out(each, sums.left_out[each], colours) for each in whys if sums.left_out.get(each))]


def _left_out(why: str, count: int, colours: Colours) -> Sum:
    colour = colours.muted if why == "by_hand" else colours.caution
    return Sum(row_words.why_word(why), count, PersonState.LEFT_OUT, why, row_words.why_tip(why), colour)


def facts(checked: Checked, account: Account) -> list[tuple[str, str]]:
    """Lists what the campaign takes, as (label, words)."""
    found: list[tuple[str, str]] = []
    if checked.counted is not None:
        words = translate(
            "campaigns", "⚠ The server counts {count} in the audience and gave {came}: check everyone again."
        )
        count, came = map(campaign_words.number, checked.counted)
        found.append((translate("campaigns", "Audience"), words.format(count=count, came=came)))
    if checked.parts:
        parts = [
            translate("campaigns", "{parts}: {people}").format(
                parts=translate("campaigns", "%Ln part(s)", None, number), people=campaign_words.people(people)
            )
            for number, people in checked.parts.items()
        ]
        found.append((translate("campaigns", "Length"), "\n".join(parts)))
    if checked.wide and checked.wide < checked.sums.ready:
        words = translate(
            "campaigns",
            "%Ln text(s) have Cyrillic or emoji: a part holds 70 characters instead of 160",
            None,
            min(checked.wide, campaign_words.C_INT_MAX),
        )
        found.append((translate("campaigns", "Characters"), words))
    if cost := _cost(checked, account):
        found.append((translate("campaigns", "Cost"), cost))
    requests = campaign_words.number(checked.requests)
    if checked.requests < checked.sums.ready:
        requests = translate("campaigns", "{number}: people with the same text share one").format(number=requests)
    found.append((translate("campaigns", "Requests"), requests))
    if before := _before(checked.before):
        found.append((translate("campaigns", "Sent already"), before))
    return found


def tips(checked: Checked, account: Account) -> dict[str, str]:
    """Tells more about facts, by their labels: why the cost is an estimate."""
    if checked.span(account) is None:
        return {}
    words = translate("cost", "An estimate: a number that changed its operator keeps its beginning.")
    return {translate("campaigns", "Cost"): words}


def until(seconds: float, now: datetime, account: Account) -> str:
    """Says when it would end if it was started now, and whether quiet hours come first."""
    end = now + timedelta(seconds=seconds)
    at = QDateTime.fromMSecsSinceEpoch(round(end.timestamp() * 1000))
    locale = QLocale()
    same_day = at.date() == QDateTime.currentDateTime().date()
    clock = locale.toString(at.time(), QLocale.FormatType.ShortFormat)
    when = clock if same_day else locale.toString(at, QLocale.FormatType.ShortFormat)
    said = translate("campaigns", "Started now, it ends about {clock}: it takes {time}.").format(
        clock=when, time=campaign_words.lasting(seconds)
    )
    hours = account.quiet_hours
    if hours is not None and hours.covers(end) and not hours.covers(now):
        begin = locale.toString(QTime(hours.start.hour, hours.start.minute), QLocale.FormatType.ShortFormat)
        said += "\n" + translate(
            "campaigns", "⚠ The quiet hours begin at {clock}: it pauses then, and goes on when you say so."
        ).format(clock=begin)
    return said


def start_button(count: int, *, is_sms: bool) -> str:
    """Says what the button that starts it does."""
    number = min(count, campaign_words.C_INT_MAX)
    if is_sms:
        return translate("campaigns", "Start: %Ln SMS", None, number)
    return translate("campaigns", "Start: %Ln people", None, number)


def _before(alike: Sequence[Alike]) -> str:
    """Says which campaigns had the same list or the same text: the newest of each."""
    both = [each for each in alike if each.same_list and each.same_text][:1]
    lists = [each for each in alike if each.same_list and each not in both][:1]
    texts = [each for each in alike if each.same_text and each not in both][:1]
    lines = [
        *(translate("campaigns", "⚠ the same text to the same list, {when}") for _ in both),
        *(translate("campaigns", "the same list, {when}") for _ in lists),
        *(translate("campaigns", "the same text, {when}") for _ in texts),
    ]
    return "\n".join(
        words.format(when=campaign_words.when(each.at))
        for words, each in zip(lines, (*both, *lists, *texts), strict=True)
    )


def _cost(checked: Checked, account: Account) -> str:
    total = checked.total()
    if total is None:
        return ""
    sum_words = money.amount(total, account.currency)
    lines = [translate("campaigns", "about {sum}").format(sum=sum_words)]
    span = checked.span(account)
    if span is not None:
        least, most = (money.amount(each, account.currency) for each in span)
        lines.append(translate("campaigns", "from {least} to {most}, by operator").format(least=least, most=most))
    if len(checked.costs) > 1:
        for each in checked.costs:
            operator = each.operator or translate("cost", "Other operators")
            if each.price is None:
                price = translate("campaigns", "price not known")
            else:
                price = money.amount(each.price * each.parts, account.currency)
            lines.append(translate("campaigns", "{operator}: {price}").format(operator=operator, price=price))
    if checked.unpriced:
        lines.append(
            translate(
                "campaigns",
                "The price is not known for %Ln people: they are not in the sum.",
                None,
                min(checked.unpriced, campaign_words.C_INT_MAX),
            )
        )
    return "\n".join(lines)


def telling(what: str, done: int, whole: int) -> str:
    """Says how far the checking is."""
    number, of = campaign_words.number(done), campaign_words.number(whole)
    match what:
        case "read":
            return translate("CheckStep", "Reading the list…")
        case "join":
            words = translate("CheckStep", "Looking everyone up: {done} of {whole}")
        case _:
            words = translate("CheckStep", "Checking each one’s message: {done} of {whole}")
    return words.format(done=number, whole=of)
