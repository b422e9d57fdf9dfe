"""Words for what reading a curl command finds, and for the shells that one is copied for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from scoro_desktop.curl.shell import Shell

if TYPE_CHECKING:
    from scoro_desktop.curl.script import Finding

translate = QCoreApplication.translate


def finding(finding: Finding) -> str:
    """One sentence or two about a finding: what it is, and what to do or what becomes of it."""
    words = _command_words() | _json_words() | _left_out_words() | _address_words()
    code = finding.code
    if code == "other_call" and not finding.params.get("call"):
        code = "no_call"
    params = {
        key: QLocale().toString(value) if isinstance(value, int) else value for key, value in finding.params.items()
    }
    text = words.get(code, translate("curl", "Something is wrong with this command: {code}."))
    return text.format(code=finding.code, **params)


def shell_name(shell: Shell) -> str:
    """A shell, and where it is found."""
    return {
        Shell.POSIX: translate("curl", "POSIX shell (macOS, Linux)"),
        Shell.CMD: translate("curl", "Command Prompt (Windows cmd)"),
        Shell.POWERSHELL: translate("curl", "PowerShell (Windows)"),
    }[shell]


def _command_words() -> dict[str, str]:
    return {
        "too_long": translate(
            "curl", "The text is too long: at most {limit} characters are read. Was something else copied?"
        ),
        "nothing": translate("curl", "Paste a curl command, or the JSON of a request."),
        "no_command": translate("curl", "This is neither a curl command nor JSON."),
        "unclosed_quote": translate(
            "curl", "The quote {quote} is opened here and never closed. Was the command copied whole?"
        ),
        "no_data": translate("curl", "The command has no data: the JSON of the request goes after -d."),
        "data_in_file": translate("curl", "The data is in the file “{file}”. Open it, and paste the JSON in it."),
        "data_from_input": translate("curl", "The data comes from another program. Paste the JSON that it gives."),
        "form_data": translate("curl", "The command sends a form or a file. A request is JSON: it goes after -d."),
        "several_data": translate(
            "curl", "The data comes in pieces ({count}). Joined by “&”, as curl joins them, they are not JSON."
        ),
        "several_commands": translate("curl", "There are several commands: only the first is read."),
        "text_around": translate("curl", "The text before or after the command is not read."),
        "smart_quotes": translate("curl", "Typographic quotes are read as plain ones."),
        "smart_dashes": translate("curl", "A long dash is read as a plain one."),
        "odd_blank": translate(
            "curl",
            "This is not an ordinary space ({character}). It is read as one here, and stays as it is within quotes.",
        ),
        "unseen": translate(
            "curl", "There is an invisible character ({character}) here. It is left out, and kept within quotes."
        ),
        "html_escaped": translate("curl", "The text is escaped for a web page. It is read as the page would show it."),
        "shell_variable": translate(
            "curl", "{name} is filled in by the shell, and here it stays as it is written. Put its value in its place."
        ),
    }


def _json_words() -> dict[str, str]:
    return {
        "json_comment": translate("curl", "JSON has no comments: remove this one."),
        "json_cut_off": translate("curl", "The JSON ends here before it is complete. Was the command copied whole?"),
        "json_broken": translate("curl", "The JSON has a mistake here."),
        "json_duplicate_key": translate(
            "curl", "The key “{key}” is given twice in one object, and only one of the two can be sent."
        ),
        "json_constant": translate("curl", "“{word}” is not a JSON value."),
        "json_number": translate("curl", "A number in the JSON is too large to be sent as it is."),
        "json_too_deep": translate("curl", "Brackets are nested too deep in the JSON."),
        "not_an_object": translate("curl", "The JSON of a request is an object: write it in curly brackets."),
        "unknown_channel": translate(
            "curl",
            "Neither the address nor the message says what kind it is. It goes into the open form.",
        ),
    }


def _left_out_words() -> dict[str, str]:
    return {
        "method": translate("curl", "The method is {method}. This app sends by POST, as the API asks."),
        "content_type": translate("curl", "The content type is “{value}”. This app sends JSON, as the API asks."),
        "headers_dropped": translate("curl", "Headers that are not taken over: {names}."),
        "options_dropped": translate("curl", "Options that are not taken over: {names}."),
        "unknown_option": translate("curl", "The option “{option}” is not known here, and is not taken over."),
        "extra_word": translate("curl", "This is neither an option nor the address, and is not read."),
        "login_dropped": translate("curl", "A user name and password are not taken over: the API asks for keys."),
        "url_encoded": translate("curl", "curl would percent-encode this data. This app sends it as it is."),
        "key_not_text": translate("curl", "“{key}” is not a text, so it is not a key, and is left out."),
        "placeholder_keys": translate("curl", "These are placeholders, not keys, so they are left out: {keys}."),
    }


def _address_words() -> dict[str, str]:
    return {
        "no_address": translate("curl", "The command has no address."),
        "address_unreadable": translate("curl", "The address cannot be read."),
        "scheme_assumed": translate("curl", "The address does not say how to connect: {scheme} is assumed."),
        "url_query_dropped": translate("curl", "What follows “?” or “#” in the address is not taken over."),
        "other_call": translate("curl", "The address is that of “{call}”, which sends no message that this app knows."),
        "other_message": translate(
            "curl",
            "The address is that of “{call}”, but the message looks like one for “{other}”. It goes into the form that "
            "the address says.",
        ),
        "no_call": translate("curl", "The address does not end in a call that sends a message."),
    }
