"""Stands where the process for sheets would, and dies before the first row."""

import sys

from scoro_desktop.recipients.sheet_messages import put

put(sys.stdout.buffer, {"sheets": [["1", False]], "sheet": "1", "hidden_rows": 0, "merged": [], "merged_count": 0})
