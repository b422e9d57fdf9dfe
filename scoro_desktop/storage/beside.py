"""The names of the copies that stand beside a database."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

UNFINISHED: Final = ".unfinished"
"""The end of the name of a copy that is being made."""


def beside(database: Path, name: str) -> Path:
    """The path of a copy of the database that has a name of its own."""
    return database.with_name(f"{database.stem}.{name}{database.suffix}")


def damaged_name() -> str:
    """The name of a copy of what is damaged, made at this moment."""
    return f"damaged-{datetime.now(UTC):%Y-%m-%d-%H%M%S-%f}"
