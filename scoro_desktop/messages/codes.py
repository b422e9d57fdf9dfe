"""Every code of a problem with a message or a request, and the names of its parameters."""

from collections.abc import Mapping
from typing import Final

ALL_CODES: Final[Mapping[str, tuple[str, ...]]] = {
    # Anywhere.
    "wrong_type": ("expected",),  # text, integer, number, boolean, object, text_list, or several joined by |
    "null_value": (),  # warning: null where a value should be
    "unknown_key": ("key",),  # warning: kept and sent, meaning unknown
    "lone_surrogate": ("character",),  # text that UTF-8 cannot hold; character as U+D800
    "control_character": ("character",),  # warning: one that nobody sees, as U+0007
    "unsendable_number": (),  # infinite, or of more digits than can be written
    "too_deep": ("limit",),  # levels of nesting
    "id_break": (),  # a name of an app's, or of a server's: a topic, a tag, a sound
    "id_ends": (),  # a blank, or what nobody can see, around it
    "id_hidden": ("character",),
    "id_blank": (),  # within one that can have none
    "key_hidden": (),  # warning: a key of data with what nobody can see
    # A request.
    "no_collection": (),
    "bad_collection": ("collection", "allowed"),
    "no_message": (),
    # A push.
    "nothing_to_send": (),
    "empty_section": ("section",),  # warning: gcm | apns is there but says nothing
    "payload_too_big": ("section", "bytes", "limit"),
    "args_without_key": ("key",),  # warning; key: the one that is missing
    # Android.
    "bad_protocol": ("value",),
    "empty_notification": (),
    "bad_color": ("value",),
    "args_not_a_list": (),  # not a JSON array of strings, written as a string
    "ios_only_key": ("key",),  # warning
    "undocumented_option": ("option",),  # warning
    "bad_option": ("option", "allowed"),
    "reserved_key": ("key",),
    "data_not_text": ("key",),  # warning
    # iOS.
    "bad_apns_id": (),
    "apns_id_for_many": (),  # warning
    "collapse_id_too_long": ("bytes", "limit"),
    "bad_priority": ("value", "allowed"),
    "background_priority": ("required",),
    "empty_background": (),  # warning
    "expiration_is_pattern": (),
    "bad_expiration": (),
    "expiration_past": (),  # warning: means "do not store"
    "expiration_far": ("days",),  # warning: Apple stores that many days at most
    "empty_alert": (),
    "negative_badge": (),
    "must_be_one": ("key",),
    "bad_interruption_level": ("value", "allowed"),
    "out_of_range": ("minimum", "maximum"),
    # SMS.
    "empty_text": (),
    "too_many_parts": ("parts", "limit"),
    "many_parts": ("parts", "advised"),  # warning
}
"""Errors, unless the note says warning."""
