"""Figures that a request of any channel must keep to, with their sources."""

from typing import Final

from scoro_desktop import late

# Moments.

RFC_3339: Final = late.pattern(
    r"(?P<minute>[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-5][0-9]):(?P<second>[0-5][0-9]|60)(?:\.[0-9]+)?"
    r"(?P<zone>Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
)
"""RFC 3339, section 5.6, with upper-case T and Z as the server's own layout has them. What Python reads beyond it
(an hour of 24 from 3.14 on, 60 minutes and more in an offset) is none.
"""

# JSON, as this program writes it.

DEPTH: Final = 100
"""Levels of nesting in a body. Python's `json` gives up near 1000, sooner when called from deep within a program."""

GREATEST_INTEGER: Final = 10**4300
"""Python writes no integer of more digits (its documentation, "Integer string conversion length limitation")."""
