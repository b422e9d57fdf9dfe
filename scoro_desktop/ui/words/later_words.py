"""Words for what is planned: the time with its zone, how long it is until then, and what a person is asked."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple, assert_never

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from scoro_desktop.invisible import escaped
from scoro_desktop.sending.later.due import CannotTellError, Left, Shown, left, moment_of, on_clocks, shown
from scoro_desktop.storage.planned_types import Ask, AskCode, Plan, PlanState, When
from scoro_desktop.ui.words.day_words import short_day
from scoro_desktop.ui.words.line_words import number_text

translate = QCoreApplication.translate


def zone_words(zone: str, at: datetime) -> str:
    """A zone by its name, with the offset that its clocks have at a moment of it: "Europe/Moscow (UTC+03:00)"."""
    offset = at.utcoffset()
    minutes = 0 if offset is None else round(offset.total_seconds() / 60)
    text = f"UTC{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}" if minutes else "UTC"
    return text if zone.startswith("UTC") else f"{zone.replace('_', ' ')} ({text})"


def day_words(when: When) -> str:
    """The day and the clock, as its zone shows them: "Wed, Dec 2, 2026, 9:00 AM", or "Wed 2 Dec 2026, 09:00"."""
    at = _shown_at(when)
    day = short_day(QDate(at.year, at.month, at.day), weekday=True, year=True)
    return translate("later", "{day}, {time}").format(day=day, time=clock_words(at))


def clock_words(at: datetime) -> str:
    """A clock to the minute."""
    return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


def when_words(when: When) -> str:
    """The day, the clock, the zone by its name and the offset."""
    return translate("later", "{day} · {zone}").format(day=day_words(when), zone=zone_of_words(when))


def zone_of_words(when: When) -> str:
    """The zone of a time by its name, and the offset that its clocks have then."""
    return zone_words(when.zone, _shown_at(when))


def on_day(when: When) -> str:
    """The day and the clock in short, for a button: "on Dec 2 at 9:00 AM"."""
    at = _shown_at(when)
    day = short_day(QDate(at.year, at.month, at.day))
    return translate("later", "on {day} at {time}").format(day=day, time=clock_words(at))


def left_words(when: When, now: datetime) -> str:
    """The time until then, "in 3 days 4 h", or since then, "12 min ago"; empty for a time that is no moment."""
    try:
        return span_words(left(moment_of(when), now))
    except CannotTellError:
        return ""


def span_words(span: Left) -> str:
    """The same for a span: of days and hours, or hours and minutes, the smaller one only where it is not nothing."""
    days = translate("later", "%Ln day(s)", None, span.days) if span.days else ""
    hours = translate("later", "{number} h").format(number=span.hours) if span.hours else ""
    minutes = translate("later", "{number} min").format(number=span.minutes) if span.minutes and not span.days else ""
    parts = " ".join(filter(None, (days, hours, minutes)))
    if not parts:
        return translate("later", "now")
    words = translate("later", "{time} ago") if span.is_past else translate("later", "in {time}")
    return words.format(time=parts)


def full_words(when: When, now: datetime) -> str:
    """All that is said of a time: day, clock, zone, offset, and how long it is until then."""
    return translate("later", "{when} · {left}").format(when=when_words(when), left=left_words(when, now))


def change_words(when: When) -> str:
    """The note on a time that clocks leave out or show twice; empty for any other."""
    try:
        how_often = shown(when)
    except CannotTellError:
        return translate("later", "There is no such time. Choose another one.")
    written = clock_words(when.clock)
    match how_often:
        case Shown.ONCE:
            return ""
        case Shown.NEVER:
            words = translate(
                "later", "Clocks are put forward that day and never show {written}: it goes out at {shown}."
            )
            return words.format(written=written, shown=clock_words(_shown_at(when)))
        case Shown.TWICE:
            words = translate(
                "later", "Clocks are put back that day and show {written} twice: it goes out the first time."
            )
            return words.format(written=written)
        case _:
            assert_never(how_often)


def state_words(plan: Plan, now: datetime) -> str:
    """The state of a plan in a word or two."""
    if plan.state is PlanState.ASKED and plan.ask is not None:
        is_late = plan.ask.code is AskCode.LATE
        return translate("later", "Late") if is_late else translate("later", "Waits for you")
    return translate("later", "Planned") if moment_left(plan, now) else translate("later", "Being sent")


def moment_left(plan: Plan, now: datetime) -> bool:
    """Tells whether the time of a plan is to come."""
    try:
        return moment_of(plan.when) > now
    except CannotTellError:
        return False


def subject(plan: Plan) -> str:
    """A plan by its message."""
    return escaped(plan.summary) or translate("later", "(no text)")


def ask_words(ask: Ask) -> str:
    """The reason why a plan was not sent: one sentence."""
    params = ask.params
    was, now = (_number(params.get(name)) for name in ("was", "now"))
    match ask.code:
        case AskCode.LATE:
            return translate("later", "Its time passed while the app was closed or the computer asleep.")
        case AskCode.QUIET_HOURS:
            return translate("later", "Its time is within the quiet hours of the account.")
        case AskCode.MOVED:
            words = translate("later", "The audience changed since it was planned: {was} then, {now} now.")
            return words.format(was=was, now=now)
        case AskCode.REACH_MOVED:
            words = translate("later", "Other people get it than when it was planned: {was} then, {now} now.")
            return words.format(was=was, now=now)
        case AskCode.NOBODY:
            return translate("later", "Nobody would get it any more.")
        case AskCode.NOT_COUNTED:
            return translate("later", "The server could not say how many people match.")
        case AskCode.PEOPLE_MOVED:
            return _people_words(ask)
        case AskCode.AUDIENCE_MOVED:
            words = translate(
                "later",
                "The audience that it was prepared from changed: {was} matched then, {now} match now. It goes only to "
                "people who were checked.",
            )
            return words.format(was=was, now=now)
        case AskCode.FIELD_ABSENT:
            words = translate("later", "The field “{path}” of the audience is gone: without it, too many would match.")
            return words.format(path=escaped(str(params.get("path", ""))))
        case _:
            return _more_words(ask)


def _people_words(ask: Ask) -> str:
    """Says how many of a campaign's people are left, and why others are not."""
    was, now, refused, lately, hours = (
        ask.params.get(name, 0) for name in ("was", "now", "refused", "lately", "hours")
    )
    words = translate("later", "Of its {was} people, {now} would still get it.").format(
        was=_number(was), now=_number(now)
    )
    if refused:
        more = translate("later", "{number} came onto the do-not-send list since.")
        words = f"{words} {more.format(number=_number(refused))}"
    if lately:
        more = translate("later", "{number} were messaged within the last {hours} hours.")
        words = f"{words} {more.format(number=_number(lately), hours=hours)}"
    return words


def agree_words(ask: Ask) -> str:
    """The button that gives a campaign another time after it was asked about: how many that is for."""
    if ask.code is AskCode.PEOPLE_MOVED:
        return translate("later", "Start then for the {number} who are left").format(
            number=_number(ask.params.get("now"))
        )
    return translate("later", "Start at this time")


def _more_words(ask: Ask) -> str:
    match ask.code:
        case AskCode.ACCOUNT_GONE:
            return translate("later", "Its account was deleted.")
        case AskCode.ACCOUNT_CHANGED:
            return translate("later", "Its account was changed since it was planned: {what}.").format(
                what=_parts(str(ask.params.get("what", "")))
            )
        case AskCode.KEYS_CHANGED:
            return translate("later", "The keys of its account were changed since it was planned.")
        case AskCode.NO_KEYS:
            return translate("later", "The keys of its account are missing, or the keyring did not give them.")
        case AskCode.TEMPLATE_CHANGED:
            words = translate("later", "The template “{name}” was changed since it was planned.")
            return words.format(name=escaped(str(ask.params.get("name", ""))))
        case AskCode.SAME_SENT:
            return translate("later", "The same message went out to the same audience since it was planned.")
        case AskCode.LATELY:
            words = translate("later", "Some of them were messaged within the last {hours} hours: {now}.")
            return words.format(hours=ask.params.get("hours", 0), now=_number(ask.params.get("now")))
        case AskCode.PROBLEM:
            return translate("later", "The message has a problem by now. Edit it to see which.")
        case AskCode.NO_DATES:
            return translate("later", "Its time or the dates of its audience cannot be worked out.")
        case AskCode.CAMPAIGN_CHANGED:
            return translate("later", "The campaign is not ready to start any more.")
        case AskCode.NOT_WRITTEN:
            return translate("later", "The history could not be saved when it was due.")
        case AskCode.INTERRUPTED:
            return translate("later", "The app was closed just as it was to start.")
        case AskCode.PUT_BACK:
            return translate(
                "later",
                "The data of the app were put back from a copy, or come from another computer: it may have gone out "
                "since they were copied.",
            )
        case AskCode.ERROR:
            return translate("later", "Something went wrong in the app.")
        case _:
            return translate("later", "What was saved of it cannot be read.")


def not_sent_words(plan: Plan) -> str:
    """All that the question says: which message, for when, why it was not sent, and that it was not."""
    words = translate("later", "“{title}”, planned for {day}, was not sent. {why}")
    if plan.campaign_id is not None:
        words = translate("later", "The campaign “{title}”, planned for {day}, was not started. {why}")
    if plan.ask is None:
        return ""
    if plan.ask.code is AskCode.PUT_BACK:
        words = translate("later", "“{title}”, planned for {day}, waits for your answer. {why}")
    return words.format(title=subject(plan), day=day_words(plan.when), why=ask_words(plan.ask))


def campaign_note(plans: Iterable[Plan], campaign_id: int, now: datetime) -> tuple[str, str]:
    """The title and the words that say when a campaign is to start; empty for one that is not planned."""
    plan = next((each for each in plans if each.campaign_id == campaign_id), None)
    if plan is None:
        return "", ""
    if plan.ask is not None:
        return translate("later", "Not started"), ask_words(plan.ask)
    return translate("later", "Planned"), full_words(plan.when, now)


class Mark(NamedTuple):
    """The state of a campaign that is planned, in a few words and in full; `asks`: it waits for an answer."""

    word: str = ""
    words: str = ""
    asks: bool = False


def campaign_marks(plans: Iterable[Plan], now: datetime) -> dict[int, Mark]:
    """The state of each campaign that is planned, by its id."""
    marks = {}
    for plan in plans:
        if plan.campaign_id is not None:
            word, words = campaign_note((plan,), plan.campaign_id, now)
            if plan.ask is None:
                word = translate("later", "Planned {on_day}").format(on_day=on_day(plan.when))
            marks[plan.campaign_id] = Mark(word, words, plan.ask is not None)
    return marks


def planned_note(text: str | None) -> str:
    """That a send was planned, and for when; empty for any other."""
    try:
        return "" if text is None else when_words(When.read(text))
    except ValueError:
        return ""


def _parts(what: str) -> str:
    names = {
        "environment": translate("later", "environment"),
        "address": translate("later", "address"),
        "application_id": translate("later", "application id"),
        "access_kind": translate("later", "kind of key"),
        "locked_clause": translate("later", "condition that is always added"),
        "sms_suffix": translate("later", "text that every SMS ends with"),
    }
    return ", ".join(names[each] for each in what.split(",") if each in names) or translate("later", "its settings")


def _number(value: object) -> str:
    return number_text(value) if isinstance(value, int) and value >= 0 else translate("later", "not known")


def _shown_at(when: When) -> datetime:
    try:
        return on_clocks(when)
    except CannotTellError:
        return when.clock
