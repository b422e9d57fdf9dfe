"""The shells that a command is written for."""

import enum


class Shell(enum.StrEnum):
    """The program that the command is pasted into."""

    POSIX = "posix"
    CMD = "cmd"
    POWERSHELL = "powershell"
