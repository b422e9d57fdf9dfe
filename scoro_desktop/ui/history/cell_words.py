"""The words in the cells of the history."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from scoro_desktop.scorocode.account import Environment
from scoro_desktop.storage.history import SendLine
from scoro_desktop.ui.channels.registry import channel_name
from scoro_desktop.ui.words import line_words, outcome_words, wording

WHEN, ACCOUNT, CHANNEL, MESSAGE, AUDIENCE, OUTCOME, RESULT, TOOK = range(8)

_PIN: Final = "★ "
_NOTE: Final = "✎ "
"""The sign before the message of a send that was pinned, or has a note."""

translate = QCoreApplication.translate


def text(send: SendLine, column: int) -> str:
    """The words of a cell."""
    match column:
        case 0:
            return QLocale().toString(local_time(send), QLocale.FormatType.ShortFormat)
        case 1:
            environment = line_words.environment_word(send.environment)
            account = wording.name_in_history(send.account_id, send.account_name)
            if wording.is_built_in(send.account_id):  # its name is its environment
                return account
            # The environment first: where the column is narrow, it is shortened, and the end of the name is cut.
            words = translate("HistoryModel", "{environment} · {account}")
            return words.format(account=account, environment=environment)
        case 2:
            return channel_name(send.channel)
        case 3:
            return _PIN * send.is_pinned + _NOTE * bool(send.note) + _planned(send) + _message(send)
        case 4:
            return line_words.audience_words(send)
        case 5:
            return outcome_words.line_word(send)
        case 6:
            return outcome_words.result_words(send)
        case _:
            return outcome_words.took_words(send)


def brief_account(words: str) -> str:
    """The words of an account for a column that is too narrow: its environment is shortened, its name is not."""
    environment, dot, account = words.partition(" · ")
    shorter = {
        line_words.environment_word(Environment.SANDBOX): translate("HistoryModel", "sbx."),
        line_words.environment_word(Environment.TEST): translate("HistoryModel", "test", "shortened"),
        line_words.environment_word(Environment.PRODUCTION): translate("HistoryModel", "PROD"),
    }
    return f"{shorter.get(environment, environment)}{dot}{account}" if dot else words


def tool_tip(send: SendLine, column: int) -> str:
    """The words for a cell under the mouse: all of it, where the column cuts it."""
    if column == WHEN:
        return QLocale().toString(local_time(send), QLocale.FormatType.LongFormat)
    if column in {OUTCOME, RESULT}:
        return outcome_words.outcome_sentence(send)
    if column == MESSAGE:
        return _all_of(send)
    return text(send, column)


def local_time(send: SendLine) -> QDateTime:
    """Returns the moment of sending on the clock of this computer."""
    return QDateTime.fromMSecsSinceEpoch(round(send.created_at.timestamp() * 1000))


def _all_of(send: SendLine) -> str:
    """The message with its note, and the time that it was planned for."""
    words = _message(send)
    if send.note:
        words = translate("HistoryModel", "{message}\n\nNote: {note}").format(message=words, note=send.note)
    if send.planned_for is not None:
        from scoro_desktop.ui.words import later_words

        planned = translate("HistoryModel", "{message}\n\nPlanned for {when}")
        words = planned.format(message=words, when=later_words.planned_note(send.planned_for))
    return words


def _planned(send: SendLine) -> str:
    return translate("HistoryModel", "PLANNED · ") if send.planned_for is not None else ""


def _message(send: SendLine) -> str:
    summary = send.summary or translate("HistoryModel", "(no text)")
    if send.campaign is not None:
        return translate("HistoryModel", "CAMPAIGN · {summary}").format(summary=summary)
    return translate("HistoryModel", "TRIAL · {summary}").format(summary=summary) if send.is_test else summary
