"""Every code that reading a curl command gives, and the names of its parameters."""

from collections.abc import Mapping
from typing import Final

PROBLEM_CODES: Final[Mapping[str, tuple[str, ...]]] = {
    # The text.
    "too_long": ("limit",),  # nothing of it is read
    "nothing": (),  # blank
    "no_command": (),  # neither a curl command nor JSON
    "unclosed_quote": ("quote",),
    # Its data.
    "no_data": (),
    "data_in_file": ("file",),
    "data_from_input": (),  # of a program that is not in the text
    "form_data": (),  # a form or a file, where JSON is sent
    "several_data": ("count",),  # curl joins them by &, which makes no JSON of them
    # Its JSON.
    "json_comment": (),
    "json_cut_off": (),
    "json_broken": (),
    "json_duplicate_key": ("key",),
    "json_constant": ("word",),  # NaN, Infinity
    "json_number": (),  # too large, or too long
    "json_too_deep": (),
    "not_an_object": (),
    "unknown_channel": (),  # neither the address nor the message says of which channel it is
}
"""There is no request while one of these stands."""

NOTE_CODES: Final[Mapping[str, tuple[str, ...]]] = {
    # The text.
    "several_commands": (),  # only the first is read
    "text_around": (),  # what stands before or after is not read
    "smart_quotes": (),  # read as plain ones
    "smart_dashes": (),
    "odd_blank": ("character",),  # outside of quotes: read as a blank
    "unseen": ("character",),  # outside of quotes: left out
    "html_escaped": (),  # read as a page shows it
    "shell_variable": ("name",),  # kept as it is written
    # What the app does not take over.
    "method": ("method",),  # not POST
    "content_type": ("value",),  # not JSON
    "headers_dropped": ("names",),  # joined by ", "
    "options_dropped": ("names",),
    "unknown_option": ("option",),
    "extra_word": (),  # neither an option nor the address
    "login_dropped": (),  # a user name and password
    "url_encoded": (),  # the data would be sent percent-encoded
    # Its address.
    "no_address": (),
    "address_unreadable": (),
    "scheme_assumed": ("scheme",),
    "url_query_dropped": (),
    "other_call": ("call",),  # none that sends a message
    "other_message": ("call", "other"),  # the address names one call, and the message looks like one for the other
    # Its keys.
    "key_not_text": ("key",),
    "placeholder_keys": ("keys",),  # stand for keys, and are none; joined by ", "
}
"""Codes of notes: something was read nevertheless, or was not taken over."""

CURL_CODES: Final[Mapping[str, tuple[str, ...]]] = {**PROBLEM_CODES, **NOTE_CODES}
