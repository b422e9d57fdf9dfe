"""Words for what a pasted command will do to the form, and for what differs from the account in use."""

import dataclasses
import re
from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from scoro_desktop import wire
from scoro_desktop.curl.reading import CurlKeys, CurlReading
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.scorocode.account import Account, Keys
from scoro_desktop.scorocode.hosts import as_address
from scoro_desktop.ui.channels.message_parts import request_parts
from scoro_desktop.ui.channels.registry import VIEWS
from scoro_desktop.ui.words import wording

translate = QCoreApplication.translate

SHOWN: Final = 300
"""The most characters of a text that are shown: enough to know it by."""
NAMES_SHOWN: Final = 10
_NOT_IN_EDITORS: Final = re.compile("[\u2028\u2029\ufdd0\ufdd1\ud800-\udfff]")
_HALF: Final = re.compile("[\ud800-\udfff]")


def is_for_form(reading: CurlReading) -> bool:
    """Tells whether the form can be filled: there is a message, and nothing is wrong but that its channel is not
    said.
    """
    return bool(reading.body) and all(each.code == "unknown_channel" for each in reading.problems)


def request_for_form(reading: CurlReading, in_front: Channel) -> Request:
    """The request for the form of its channel, or of the one in front where it does not say.

    A collection or a query that is none is left out: `rows` and `remarks` say so, and nobody is chosen.
    """
    request = Request.from_wire(reading.channel or in_front, reading.body or {})
    extra = {key: value for key, value in request.extra.items() if key not in {"coll", "query"}}
    return dataclasses.replace(request, extra=extra)


def query_text(request: Request) -> str:
    """The query for the editor, laid out on lines. Empty where there is none or where it selects everyone."""
    if not request.query:
        return ""
    return to_the_letter(wire.pretty(request.query))


def to_the_letter(json: str) -> str:
    """The same JSON, of which an editor changes nothing.

    Half a character cannot stand in one, and a few would become line breaks; written as JSON writes them they can.
    """
    return _NOT_IN_EDITORS.sub(lambda each: f"\\u{ord(each[0]):04x}", json)


def rows(request: Request) -> list[tuple[str, str]]:
    """Returns the fields that will be filled in, as pairs of a label and a text."""
    channel = VIEWS[request.channel].name()
    found = [(translate("curl", "Form"), channel), *((label, _short(text)) for label, text in request_parts(request))]
    if len(found) == 1:
        summary = _short(request.summary()) or translate("curl", "(no text)")
        found.append((translate("curl", "Message"), summary))
    if request.query:
        who = _short(" ".join(query_text(request).split()))
        if request.collection is not None:
            who = f"{_short(wording.matching_query(request.collection))} {who}"
    else:
        who = translate("curl", "Nobody yet")
    return [*found, (translate("curl", "Audience"), who)]


def remarks(request: Request, body: wire.JsonObject, collections: Sequence[str]) -> list[str]:
    """Lists remarks on the audience before the form is filled. `collections`: those the form can send to."""
    found = []
    if not request.query:
        if isinstance(body.get("query", {}), dict):
            why = translate("curl", "The command has no query, and to the API that means everyone.")
        else:
            why = translate("curl", "The query of the command is not a JSON object, and is left out.")
        nobody = translate("curl", "Here nobody is chosen: choose in the form who gets it.")
        found.append(f"{why} {nobody}")
    if request.collection is None:
        found.append(translate("curl", "The command names no collection: the one in the form stays."))
    elif request.collection not in collections:
        text = translate("curl", "It cannot be sent to “{collection}”: the collection in the form stays.")
        found.append(text.format(collection=_short(request.collection)))
    return found


def unusual(request: Request) -> list[str]:
    """Lists what the request carries that the form cannot show in a field: it is sent all the same."""
    wanted = {"unknown_key", "undocumented_option", "wrong_type", "null_value"}
    paths = (
        each.field for each in request.problems() if each.code in wanted and each.field[0] not in {"coll", "query"}
    )
    names = list(dict.fromkeys(_short(".".join(path)) for path in paths))
    if not names:
        return []
    listed = ", ".join(names[:NAMES_SHOWN]) + (", …" if len(names) > NAMES_SHOWN else "")
    text = translate("curl", "The form has no fields for these. They are kept, and sent as they came: {names}.")
    return [text.format(names=listed)]


def differences(reading: CurlReading, account: Account | None) -> list[str]:
    """In what the command and the account in use differ: which of them counts is said."""
    if account is None:
        return []
    found = []
    name = wording.account_line(account)
    if reading.address is not None and not _same_address(reading.address, account.address):
        text = translate(
            "curl", "The command goes to {address}. From here it goes to {other}, the address of “{name}”."
        )
        found.append(text.format(address=as_address(reading.address), other=account.address, name=name))
    if reading.keys.app and reading.keys.app != account.application_id:
        text = translate("curl", "The command is for another application, not for that of “{name}”.")
        found.append(text.format(name=name))
    return found


def known_account(reading: CurlReading, accounts: Iterable[Account]) -> Account | None:
    """The account whose application the command is for, at the address that the command has, if it has one."""
    for each in accounts:
        if each.application_id == reading.keys.app and (
            reading.address is None or _same_address(reading.address, each.address)
        ):
            return each
    return None


def carries_keys(keys: CurlKeys) -> bool:
    """Tells whether there is anything secret among the keys: the id of the application is not."""
    return bool(keys.cli or keys.acc or keys.sess)


def are_keys_of(pasted: CurlKeys, account: Account | None, keys: Keys | None) -> bool:
    """Tells whether the keys are those of the account in use."""
    if account is None or keys is None:
        return False
    mine = (account.application_id, keys.client_key, keys.access_key, keys.session)
    return all(not theirs or theirs == own for theirs, own in zip(dataclasses.astuple(pasted), mine, strict=True))


def _same_address(one: str, other: str) -> bool:
    return as_address(one).casefold() == as_address(other).casefold()


def _short(text: str) -> str:
    text = _HALF.sub("\N{REPLACEMENT CHARACTER}", text)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
