"""The refusal of a file, and a sheet of one: all that the process for sheets has in common with what asks it.

Apart from the sources, whose dataclasses take as long to load as that process takes for 2,000 rows.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Sheet(NamedTuple):
    """A sheet of an XLSX. `hidden`: the program that made it does not show it."""

    name: str
    hidden: bool = False


class UnreadableFileError(Exception):
    """The file is not taken, and nothing of it. `code` and `params`, for which `ui/` has the words:

    `no_file` (a folder, a device, a pipe), `not_there`, `unreadable` (`reason`), `changed` (it is not what was looked
    at), `empty`, `too_big` (`limit`, bytes), `line_too_long` (`row`, `limit`), `too_many_columns` (`limit`),
    `bad_quotes` (`row`), `lines_in_quotes`, `no_text` (bytes that are no text), `other_letters` (of Chinese, Japanese
    or Korean encodings), `cut_off` (half a character at its end), `quote_open` (`row`, where it opened), `no_such_row`
    (`row`, the header's), `same_titles` (`first`, `second`), `other_kind` (`kind`: "xls", "ods", "html", "zip", "pdf",
    "encrypted", "sql"), `broken_sheet`, `row_twice` (`row`, or a cell of it), `no_such_sheet` (`sheet`), `no_sheet`,
    `unpacks_too_far` (`limit`, bytes), `sheet_too_large` (`cell`, the farthest), `took_too_long` (`limit`, seconds),
    `no_process`.
    """

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.params: Mapping[str, str | int] = params
