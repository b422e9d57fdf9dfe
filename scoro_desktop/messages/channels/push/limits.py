"""Every figure that a push must keep to, with its source. What a platform enforces is an error, advice a warning."""

from typing import Final

from scoro_desktop import late

COLLECTIONS: Final = ("devices", "users", "roles")
"""Scorocode, "Messages"; the first is the usual one."""

# Android: Google, "Firebase Cloud Messaging HTTP protocol" (legacy), tables 1 and 2a.

ANDROID_PAYLOAD_BYTES: Final = 4096
"""`notification` and `data` together, in UTF-8."""

PROTOCOLS: Final = ("http", "xmpp")
"""Scorocode, "Messages": sendpush."""

COLOR: Final = late.pattern(r"#[0-9a-fA-F]{6}")
"""#rrggbb."""

TIME_TO_LIVE_SECONDS: Final = (0, 2_419_200)
"""Four weeks at most."""

ANDROID_PRIORITIES: Final = ("normal", "high")

ANDROID_OPTIONS: Final = ("collapse_key", "priority", "time_to_live", "restricted_package_name", "dry_run")
"""Options beside `notification` and `data`. Scorocode does not document that it hands them on."""

RESERVED_DATA_KEYS: Final = frozenset(
    {"from", "message_type", "notification", "to", "registration_ids", "condition", "content_available"}
    | {"mutable_content", "delay_while_idle", *ANDROID_OPTIONS}
)
RESERVED_DATA_PREFIXES: Final = ("google", "gcm")

IOS_ONLY_KEYS: Final = ("badge", "subtitle")
"""Notification keys of the same tables that only iOS reads."""

# iOS: Apple, "Generating a remote notification" and "Sending notification requests to APNs".

APPLE_PAYLOAD_BYTES: Final = 4096
"""`aps` and the custom keys, as compact JSON."""

APNS_ID: Final = late.pattern(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
"""A UUID of 32 lower-case hexadecimal digits, 8-4-4-4-12."""

COLLAPSE_ID_BYTES: Final = 64
APNS_PRIORITIES: Final = (10, 5, 1)
BACKGROUND_PRIORITY: Final = 5
INTERRUPTION_LEVELS: Final = ("passive", "active", "time-sensitive", "critical")
VOLUME: Final = (0, 1)
RELEVANCE: Final = (0, 1)
STORED_DAYS: Final = 30
"""The time for which Apple keeps a message for a device that cannot be reached."""

EXPIRATION_PATTERN: Final = "2006-01-02T15:04:05Z07:00"
"""The text that Scorocode prints for `expiration`: the layout of a date, not a date."""
