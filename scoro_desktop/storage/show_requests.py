"""The request of a second start to the first, over the same data folder, to show its window: a small file that it
answers by
taking it away.

A file rather than a socket: the folder is the one thing that both are sure to share, nobody else may write into it, and
it has no name that another could take first, nor one too long for a deep folder. Nothing of it outlives its answer.
(Qt's local sockets stand in QtNetwork, whose library needs Kerberos, which a bare system lacks.)
"""

import contextlib
import json
import os
from pathlib import Path
from typing import Any, Final

from scoro_desktop import late
from scoro_desktop.storage.private_files import open_private

SUFFIX: Final = ".show"
VERSION: Final = 1
TOKEN_MAX: Final = 1024
"""The most characters of a token that are taken. Ours: those of the desktops have some dozens."""
_FILE_MAX: Final = 4096


@late.dataclass(frozen=True)
class ShowRequest:
    """That somebody wants to see the window. `token`: their right to have it raised, as their desktop gave it; empty
    where it gave none (Wayland: XDG_ACTIVATION_TOKEN, good once and for some seconds).
    """

    token: str = ""


def ask(folder: Path, request: ShowRequest) -> Path:
    """Puts the request down; the file is gone once it is answered. Raises OSError."""
    name = f"{os.getpid()}-{os.urandom(8).hex()}"
    path, half = folder / f"{name}{SUFFIX}", folder / f"{name}.half"
    try:
        with open(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:  # noqa: PTH123
            json.dump({"version": VERSION, "token": request.token[:TOKEN_MAX]}, file)
        half.replace(path)
    except OSError:
        withdraw(half)
        raise
    return path


def is_answered(path: Path) -> bool:
    """Tells whether the first has taken a request."""
    return not path.exists()


def withdraw(path: Path) -> None:
    """Takes an own request away: nobody waits for its answer any more."""
    with contextlib.suppress(OSError):
        path.unlink()


def waiting(folder: Path) -> list[Path]:
    """The requests that nobody has answered yet. An unreadable folder has none."""
    try:
        return sorted(
            path for path in folder.iterdir() if path.suffix == SUFFIX and path.is_file() and not path.is_symlink()
        )
    except OSError:
        return []


def read(path: Path) -> ShowRequest:
    """Reads a request. Whatever its version and content: that it is there says that the window is wanted.

    A file that is not the user's own says nothing more than that.
    """
    try:
        with os.fdopen(open_private(path, os.O_RDONLY), encoding="utf-8") as file:
            found: Any = json.loads(file.read(_FILE_MAX))
    except (OSError, ValueError, RecursionError):
        return ShowRequest()
    token = found.get("token") if isinstance(found, dict) else None
    if isinstance(token, str) and len(token) <= TOKEN_MAX and token.isprintable():
        return ShowRequest(token)
    return ShowRequest()
