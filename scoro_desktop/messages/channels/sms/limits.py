"""Every figure that an SMS must keep to, with its source. What a platform enforces is an error, advice a warning."""

from typing import Final

COLLECTIONS: Final = ("users", "roles")
"""Scorocode, "Messages"; the first is the usual one."""

# SMS: 3GPP TS 23.038 (alphabet) and TS 23.040, 9.2.3.24.1 (joined parts).

GSM7_UNITS: Final = (160, 153)
"""Units of a text that fits one part, and of each part of a longer one."""
UCS2_UNITS: Final = (70, 67)
SMS_PARTS: Final = 255
"""As many as the header of a joined part can count."""
SMS_PARTS_ADVISED: Final = 10
"""The number of parts at which gateways commonly stop."""
