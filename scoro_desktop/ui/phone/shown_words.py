"""A text as a phone shows it."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Words:
    """A text of the message, or the key by which the app finds its own text, with the values put into that."""

    text: str = ""
    key: str = ""
    values: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text.strip() or self.key)


NO_WORDS: Final = Words()
