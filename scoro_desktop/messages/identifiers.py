"""Names that a program compares letter by letter: a topic, a tag, a channel, a sound, a key of a text.

One letter more that nobody sees, and no device knows the name. The form takes off what stands around it; what came
with an opened message, or stands within, is a problem.
"""

from collections.abc import Iterator

from scoro_desktop.invisible import find, name, trimmed
from scoro_desktop.messages.problems import FieldPath, Problem, Severity


def identifier_problems(text: object, path: FieldPath, *, blanks: bool = True) -> Iterator[Problem]:
    """The first thing that is wrong with a name at `path`; `blanks`: whether it may have any within."""
    if not isinstance(text, str) or (text.isascii() and text.isalnum()):
        return
    hidden = next(find(text), None)
    if any(sign in text.strip() for sign in "\t\r\n"):
        yield Problem("id_break", path)
    elif trimmed(text) != text:
        yield Problem("id_ends", path)
    elif hidden is not None:
        yield Problem("id_hidden", path, {"character": name(hidden.character)})
    elif not blanks and " " in text:
        yield Problem("id_blank", path)


def key_problems(key: str, path: FieldPath) -> Iterator[Problem]:
    """A warning for a key of an app's own data that looks like another."""
    if trimmed(key) != key or next(find(key), None) is not None or any(sign in key for sign in "\t\r\n"):
        yield Problem("key_hidden", path, severity=Severity.WARNING)
