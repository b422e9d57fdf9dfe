"""Cells of a file that the app wrote, less what keeps a sheet from changing them."""

import re
from typing import Final

_GUARDED: Final = re.compile(r'="([0-9+\-.,eE]*)"')
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def unguarded(cell: str) -> str:
    """The cell that was written in this way."""
    if match := _GUARDED.fullmatch(cell):
        return match[1]
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
