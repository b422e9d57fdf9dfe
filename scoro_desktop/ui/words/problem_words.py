"""Words for what is wrong with a message, a request or an account: what it is, and what to do."""

from PySide6.QtCore import QCoreApplication, QLocale

from scoro_desktop.messages.problems import Problem
from scoro_desktop.storage.vault import VaultError
from scoro_desktop.ui.words import account_words

translate = QCoreApplication.translate


def problem(problem: Problem) -> str:
    """One sentence or two about a problem, with the section of the message where that is not plain from its place."""
    params: dict[str, object] = {
        key: QLocale().toString(value) if isinstance(value, int) else value for key, value in problem.params.items()
    }
    if "section" in params:
        params["section"] = _section_name(str(params["section"]))
    for key, between in (("expected", " / "), ("allowed", ", ")):
        if key in params:
            params[key] = between.join(type_name(each) for each in str(params[key]).split("|"))
    if "keyring" in params:
        params["why"] = account_words.keyring_trouble(VaultError(str(params["keyring"])))
    text = _text(problem.code, warning=not problem.stops).format(code=problem.code, **params)
    return f"{text} {_campaign_fills()}" if is_for_campaigns(problem) else text


def is_for_campaigns(problem: Problem) -> bool:
    """Tells whether a campaign has an answer to it: a name in the message, which it fills in for each person."""
    return problem.code == "variable_missing" and problem.field[:1] == ("msg",)


def _campaign_fills() -> str:
    return translate("problem", "“Campaign…” fills it in for each recipient.")


def _text(code: str, *, warning: bool) -> str:
    """Looks the words up room by room: all of them are not put together for each problem after each key."""
    for room in (_account_words, _message_words, lambda: _sending_words(warning=warning)):
        words = room()
        if code in words:
            return words[code]
    return translate("problem", "Something is wrong with this: {code}.")


def _section_name(section: str) -> str:
    return translate("problem", "Android") if section == "gcm" else translate("problem", "iPhone")


def type_name(name: str) -> str:
    """Names the type that a value must be of, by its code."""
    return {
        "text": translate("problem", "a text"),
        "integer": translate("problem", "a whole number"),
        "number": translate("problem", "a number"),
        "boolean": translate("problem", "yes or no"),
        "object": translate("problem", "an object"),
        "array": translate("problem", "a list"),
        "Number": translate("problem", "a number"),
        "String": translate("problem", "a text"),
        "Boolean": translate("problem", "yes or no"),
        "Date": translate("problem", "a date"),
        "Pointer": translate("problem", "an id"),
        "list": translate("problem", "a list of texts"),
        "text_list": translate("problem", "a list of texts"),
    }.get(name, name)


def _sending_words(*, warning: bool) -> dict[str, str]:
    return {
        "no_audience": translate("problem", "Choose who gets it: add a condition, or choose Everyone."),
        "bad_query": translate("problem", "The query has a mistake, so nobody is chosen."),
        "absent_field": translate("problem", "No record has a field “{path}”. Is it spelt right?"),
        "absent_field_widens": translate(
            "problem", "No record has a field “{path}”, so this condition holds for everyone. Is it spelt right?"
        ),
        "type_clash": translate("problem", "“{path}” is compared with a value of another type: it is {expected}."),
        "type_clash_widens": translate(
            "problem",
            "“{path}” is {expected}, and is compared with a value of another type: this condition leaves nobody out.",
        ),
        "date_clash": translate(
            "problem", "“{path}” is a date, and this is not: nobody matches. Write it as 2026-01-31T18:00:00Z."
        ),
        "date_clash_widens": translate(
            "problem",
            "“{path}” is a date, and what it is compared with is not: this condition leaves nobody out. Write it as "
            "2026-01-31T18:00:00Z.",
        ),
        "relative_clash": translate(
            "problem", "“{path}” is {expected}, and a relative date can only be compared with a date: nobody matches."
        ),
        "only_android": translate("problem", "Only Android devices among them will get it: the iPhone section is off."),
        "only_iphone": translate("problem", "Only iPhones among them will get it: the Android section is off."),
        "condition_unfinished": translate("problem", "A condition is not finished."),
        "query_being_read": translate("problem", "Reading the query…"),
        "audience_in_doubt": translate(
            "problem",
            "Something went wrong in the app, so nobody is chosen. Change the audience, or read it again here.",
        ),
        "no_account": translate("problem", "Choose an account to send through."),
        "no_keys": translate("problem", "The keys of “{account}” are missing. Open Accounts to enter them."),
        "keys_unread": translate("problem", "The keys of “{account}” could not be read. {why}"),
        "keys_for_other_address": translate(
            "problem",
            "The keys of “{account}” were given for {given_for}, and the account now says {now}. Nothing was asked or "
            "sent. Open Accounts to say which is right.",
        ),
        "keys_for_other_application": translate(
            "problem",
            "The keys of “{account}” were given for the application {given_for}, and the account now says {now}. "
            "Nothing was asked or sent. Open Accounts to say which is right.",
        ),
        "variable_missing": translate("problem", "“{variable}” is not filled in."),
        "variable_as_it_stands": translate("problem", "“{variable}” is sent as it is, for the app to fill in."),
        "braces_without_name": (
            translate("problem", "“{text}” is not a variable: it is sent as it is.")
            if warning
            else translate(
                "problem", "“{text}” is not a variable, so it is unclear who would match. Remove the braces."
            )
        ),
        "braces_unpaired": translate(
            "problem", "“{text}”: these braces do not pair up. A variable has two on either side."
        ),
        "data_number": translate("problem", "“{key}”: this is not a number."),
        "data_json": translate("problem", "“{key}”: this is not JSON."),
        "data_key_missing": translate("problem", "A value has no key."),
        "data_key_twice": translate("problem", "“{key}” is given twice."),
        "data_key_reserved": translate("problem", "“{key}” has a field of its own in this form."),
    }


def _message_words() -> dict[str, str]:
    return {
        "wrong_type": translate("problem", "This must be {expected}."),
        "null_value": translate("problem", "This is null: there is nothing in it."),
        "unknown_key": translate("problem", "“{key}” is not documented. It is sent as it is."),
        "lone_surrogate": translate("problem", "{character} is half a character, and cannot be sent."),
        "control_character": translate(
            "problem",
            "There is an invisible control character ({character}) in this text. Delete it unless it is meant.",
        ),
        "unsendable_number": translate("problem", "This number is too large to be sent."),
        "id_break": translate("problem", "It contains a line break or a tab. Was it copied whole?"),
        "id_ends": translate(
            "problem", "There is a space, a line break or an invisible character at its beginning or end. Remove it."
        ),
        "id_hidden": translate("problem", "It contains an invisible character: {character}. Remove it."),
        "id_blank": translate("problem", "It cannot contain spaces."),
        "key_hidden": translate("problem", "A key has a space at its beginning or end, or an invisible character."),
        "too_deep": translate("problem", "Brackets are nested more than {limit} deep."),
        "no_collection": translate("problem", "Choose a collection to send to."),
        "bad_collection": translate("problem", "It cannot be sent to “{collection}”, only to: {allowed}."),
        "no_message": translate("problem", "Write a message: it is empty."),
        "nothing_to_send": translate("problem", "Write a message: a title or a body."),
        "empty_section": translate("problem", "{section}: this section is on, but says nothing."),
        "payload_too_big": translate(
            "problem", "{section}: {bytes} bytes are too many, at most {limit} are delivered."
        ),
        "args_without_key": translate("problem", "These values need a text to be put into: “{key}” is empty."),
        "bad_protocol": translate("problem", "“{value}” is not a protocol: choose http or xmpp."),
        "empty_notification": translate("problem", "The notification is empty: write a title or a body."),
        "bad_color": translate("problem", "“{value}” is not a colour. Write it as #2563EB."),
        "args_not_a_list": translate("problem", 'Write a list of texts in JSON: ["one", "two"].'),
        "ios_only_key": translate("problem", "Android does not know “{key}”: it is for iPhones."),
        "undocumented_option": translate("problem", "Scorocode does not document “{option}”. It is sent as it is."),
        "bad_option": translate("problem", "“{option}” must be {allowed}."),
        "reserved_key": translate("problem", "“{key}” is a name that Google keeps for itself. Choose another."),
        "data_not_text": translate("problem", "“{key}” is not a text: Android will turn it into one."),
        "bad_apns_id": translate(
            "problem", "This is not a UUID in small letters. Example: 123e4567-e89b-12d3-a456-426655440000."
        ),
        "apns_id_for_many": translate("problem", "An id is for one single device. Leave it empty when there are more."),
        "collapse_id_too_long": translate("problem", "{bytes} bytes are too many: at most {limit}."),
        "bad_priority": translate("problem", "The priority cannot be {value}. It is one of: {allowed}."),
        "background_priority": translate("problem", "A message without text must have priority {required}."),
        "empty_background": translate("problem", "This wakes the app and hands it nothing."),
        "expiration_is_pattern": translate(
            "problem", "This is a pattern, not a date. Write a date, or leave it empty."
        ),
        "bad_expiration": translate("problem", "Write date, time and zone as in 2026-12-31T18:00:00+03:00."),
        "expiration_past": translate("problem", "This is in the past: devices that are off will never get it."),
        "expiration_far": translate("problem", "Apple keeps a message for {days} days at most."),
        "empty_alert": translate("problem", "The message has no text: write a title or a body."),
        "negative_badge": translate("problem", "A badge cannot be below 0."),
        "must_be_one": translate("problem", "“{key}” can only be 1."),
        "bad_interruption_level": translate("problem", "“{value}” is not one of: {allowed}."),
        "out_of_range": translate("problem", "This must be from {minimum} to {maximum}."),
        "empty_text": translate("problem", "Write the text of the message."),
        "too_many_parts": translate("problem", "The text makes {parts} parts; at most {limit} can be joined."),
        "many_parts": translate("problem", "The text makes {parts} parts; many gateways take {advised} at most."),
    }


def _account_words() -> dict[str, str]:
    wrong = translate("problem", "It contains a space, line break or foreign letter. Was it copied whole?")
    return {
        "account_name_missing": translate("problem", "Give the account a name."),
        "environment_missing": translate("problem", "Choose what messages from this account reach."),
        "address_missing": translate("problem", "Write the address of the server."),
        "address_unreadable": translate(
            "problem", "This is not an address. Example: https://api.scorocode.ru/api/v1/."
        ),
        "address_scheme": translate("problem", "The address must begin with https://."),
        "address_has_login": translate("problem", "Remove the name and password from the address."),
        "address_has_query": translate("problem", "Remove “?”, “#” and what follows them from the address."),
        "address_not_encrypted": translate(
            "problem", "Keys would travel unprotected. Use https:// (http:// only for this computer)."
        ),
        "sandbox_elsewhere": translate(
            "problem",
            "{host} is not this computer, so it is not a sandbox: what is sent there may reach people. Choose Test "
            "or Production, or an address of this computer. Nothing is sent before that.",
        ),
        "address_look_alike": translate(
            "problem",
            "“{letter}” in “{host}” is {name}, although it looks like a Latin letter. Is this really the server?",
        ),
        "application_id_missing": translate("problem", "Write the application id."),
        "application_id_characters": wrong,
        "client_key_missing": translate("problem", "Write the client key."),
        "client_key_characters": wrong,
        "access_key_missing": translate("problem", "Write the access key."),
        "access_key_characters": wrong,
        "session_missing": translate("problem", "Without the masterKey a session is needed. Log in, or paste one."),
        "session_characters": wrong,
        "connect_timeout_range": translate("problem", "From above 0 to {maximum} seconds."),
        "read_timeout_range": translate("problem", "From above 0 to {maximum} seconds."),
        "hold_seconds_range": translate("problem", "From 0 to {maximum} seconds."),
        "requests_per_second_range": translate("problem", "From 1 to {maximum}."),
        "locked_clause_bad": translate("problem", "This is not a query: write it as in the query editor."),
        "ceiling_range": translate("problem", "From 0 to {maximum}."),
        "keep_days_range": translate("problem", "From 0 to {maximum} days."),
        "lately_hours_range": translate("problem", "From 0 to {maximum} hours."),
        "tolerance_range": translate("problem", "From 0 to {maximum} percent."),
        "quiet_zone_unknown": translate("problem", "“{zone}” is not a time zone. Example: Europe/Moscow."),
        "sms_price_unreadable": translate("problem", "This is not a price."),
        "sms_price_negative": translate("problem", "A price cannot be below 0."),
        "currency_missing": translate("problem", "Name the currency, for example RUB."),
        "operator_price_unreadable": translate("problem", "“{operator}”: its price is not a number."),
        "operator_price_negative": translate("problem", "“{operator}”: a price cannot be below 0."),
        "operator_name_missing": translate("problem", "An operator has no name."),
        "operator_prefix_missing": translate("problem", "“{operator}”: write how its numbers begin."),
        "operator_prefix_bad": translate(
            "problem", "“{prefix}” is not how a number begins: use digits only, for example 7910."
        ),
        "operator_prefix_twice": translate("problem", "“{prefix}” is given for two operators."),
    }
