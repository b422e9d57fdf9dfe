"""The command: `scoro-desktop`, or `python -m scoro_desktop`."""

import sys


def main() -> int:
    """Runs the command; the value is the exit code."""
    from scoro_desktop.command import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
