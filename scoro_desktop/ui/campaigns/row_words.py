"""Words for the rows of a campaign's recipients: why one gets no message, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from scoro_desktop.recipients.columns import letter_of
from scoro_desktop.sending.campaigns import doubles
from scoro_desktop.storage.campaigns.types import DOUBTED

if TYPE_CHECKING:
    from collections.abc import Sequence

translate = QCoreApplication.translate


def why_word(why: str) -> str:
    """Says in a few words why a row is left out (`Why`), as a heading of the rows that are."""
    match why:
        case "empty_key":
            return translate("campaigns", "Nobody named in the row")
        case "bad_key":
            return translate("campaigns", "Cannot tell who it is")
        case "not_found":
            return translate("campaigns", "Not found in the app")
        case "found_twice":
            return translate("campaigns", "Found more than once")
        case "bad_value":
            return translate("campaigns", "Empty value, no fallback")
        case "no_address":
            return translate("campaigns", "No phone or device")
        case "same_person":
            return translate("campaigns", "Same person again")
        case "same_phone":
            return translate("campaigns", "Same phone again")
        case "do_not_send":
            return translate("campaigns", "Opted out")
        case "messaged_lately":
            return translate("campaigns", "Got a message lately")
        case "outside_clause":
            return translate("campaigns", "Outside the account’s condition")
        case "bad_message":
            return translate("campaigns", "Text cannot be sent")
        case "bad_row":
            return translate("campaigns", "Row cannot be read")
        case "by_hand":
            return translate("campaigns", "Left out by you")
        case "in_request":
            return translate("campaigns", "In a request that was sent")
        case "no_longer":
            return translate("campaigns", "No longer matched when it was sent")
        case "nobody":
            return translate("campaigns", "The server found nobody to send it to")
        case "stopped":
            return translate("campaigns", "You stopped the campaign first")
        case _:
            return why


def why_tip(why: str) -> str:
    """Says what a reason means, and what to do about it."""
    match why:
        case "empty_key":
            return translate("campaigns", "Fill the cell in the file, or leave these rows out.")
        case "bad_key":
            return translate(
                "campaigns", "The value is not what the column should hold, as a phone with too few digits."
            )
        case "not_found":
            return translate("campaigns", "Nobody among the users of the app has this value.")
        case "found_twice":
            return translate(
                "campaigns",
                "Several users have this value, so it is unclear who is meant. Choose another column to find people "
                "by.",
            )
        case "bad_value":
            return translate(
                "campaigns", "A field of the text would be empty. Give it a fallback in the text: {{name|friend}}."
            )
        case "no_address":
            return translate("campaigns", "The person is there, but has nothing that this message could be sent to.")
        case "same_person":
            return translate("campaigns", "The row leads to a person who gets the text of a row above.")
        case "same_phone":
            return translate("campaigns", "The phone belongs to somebody who gets the text of a row above.")
        case "do_not_send":
            return translate(
                "campaigns",
                "They are on the account’s do-not-send list, or your list says that they want no messages. Neither can "
                "be overridden here.",
            )
        case "messaged_lately":
            return translate("campaigns", "The person got a message from this app a short while ago.")
        case "outside_clause":
            return translate("campaigns", "The account’s own condition, which narrows every audience, excludes them.")
        case "bad_message":
            return translate("campaigns", "With the values of this row the message breaks a limit or a rule.")
        case "bad_row":
            return translate("campaigns", "The row has more cells than there are columns, or cannot be decoded.")
        case "by_hand":
            return translate("campaigns", "You left these rows out. “Include” takes them back in.")
        case "in_request":
            return translate(
                "campaigns",
                "The server sent the request that this person is in, but its answer only counts messages: it does not "
                "say who got one.",
            )
        case _:
            return ""


def may_have(outcome: str) -> str:
    """Says of an outcome that somebody got nothing by, that an earlier request in doubt may have reached them."""
    return translate("campaigns", "{outcome}; may have it from before").format(outcome=outcome)


def bad_row(code: str) -> str:
    """Says what is wrong with a row as it stands in the file (`Row.bad`)."""
    match code:
        case "too_many_cells":
            return translate("campaigns", "More cells than there are columns")
        case "bad_characters":
            return translate("campaigns", "Characters that are not of this encoding")
        case "bad_quote":
            return translate("campaigns", "A quotation mark closes in the middle of a cell")
        case "cell_too_long":
            return translate("campaigns", "A cell is too long")
        case "error_value":
            return translate("campaigns", "A formula gave an error")
        case "no_value":
            return translate("campaigns", "A formula whose result is not in the file")
        case _:
            return code


def why_exactly(why: str, detail: str, columns: Sequence[str] = ()) -> str:
    """Says why one row is left out, with what is known of it (`CampaignPerson.detail`). `columns`: of its list."""
    if detail in {"", DOUBTED, "by_hand"}:
        return translate("campaigns", "On the do-not-send list") if why == "do_not_send" else why_word(why)
    match why:
        case "bad_row":
            return bad_row(detail)
        case "bad_key":
            return key_flaw(detail)
        case "bad_value":
            return translate("campaigns", "Nothing for: {fields}").format(fields=detail)
        case "do_not_send":
            return translate("campaigns", "Your list says that they opted out")
        case "same_person":
            row, differing = _double(detail, columns)
            if differing:
                words = translate("campaigns", "Same person as row {row}, with different {columns}")
                return words.format(row=row, columns=differing)
            return translate("campaigns", "Same person as row {row}").format(row=row)
        case "same_phone":
            row, differing = _double(detail, columns)
            if differing:
                words = translate("campaigns", "Same phone as row {row}, with different {columns}")
                return words.format(row=row, columns=differing)
            return translate("campaigns", "Same phone as row {row}").format(row=row)
        case _:
            return why_word(why)


def _double(detail: str, columns: Sequence[str]) -> tuple[str, str]:
    """The row that goes, and the names of the columns in which this one says something else."""
    row, places = doubles.read(detail)
    return row, ", ".join(columns[at] or letter_of(at) for at in places if at < len(columns))


def tip_of(why: str, detail: str, columns: Sequence[str] = ()) -> str:
    """Says what the reason of one row means, and what to do about it."""
    if why in {"same_person", "same_phone"} and detail:
        row, differing = _double(detail, columns)
        if differing:
            words = translate(
                "campaigns",
                "Row {row} is sent, with its values; here these differ: {columns}. To send this row instead, exclude "
                "row {row} and include this one.",
            )
            return words.format(row=row, columns=differing)
    return why_tip(why)


def key_flaw(code: str) -> str:
    """Says what is wrong with a cell of the key column (`recipients.phones.Flaw`, and of other kinds of keys)."""
    match code:
        case "lost_digits":
            return translate("campaigns", "The spreadsheet rounded it: digits are lost")
        case "extension":
            return translate("campaigns", "A phone with an extension")
        case "two_numbers":
            return translate("campaigns", "Two phones in one cell")
        case "letters":
            return translate("campaigns", "Letters instead of a phone")
        case "too_short":
            return translate("campaigns", "Too few digits")
        case "too_long":
            return translate("campaigns", "Too many digits")
        case "no_such_code":
            return translate("campaigns", "No country has such a code")
        case "wrong_length":
            return translate("campaigns", "Not as many digits as phones of that country have")
        case "no_country":
            return translate("campaigns", "No country code")
        case "no_email":
            return translate("campaigns", "Not an e-mail address")
        case "error_value":
            return translate("campaigns", "A formula gave an error")
        case _:
            return why_word("bad_key")
