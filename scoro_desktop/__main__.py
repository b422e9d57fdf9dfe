"""The command: `scoro-desktop`, or `python -m scoro_desktop`."""

import gc
import signal
import sys


def main() -> int:
    """Runs the command; the value is the exit code."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # While everything is being imported there is nothing to clean up, and Python would print where it was.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    if sys.argv[1:3] == ["-m", "scoro_desktop.sandbox.worker"]:
        # A packaged app stands where Python would: the sandbox starts a second process of the one it runs in.
        from scoro_desktop.sandbox.worker import main as work

        return work(sys.argv[3:])
    if sys.argv[1:] == ["-m", "scoro_desktop.recipients.sheet_process"]:  # and files of people are read in one
        from scoro_desktop.recipients.sheet_process import main as read

        return read()
    # Nothing of what a start makes is garbage, and the window has a collection of its own (ui/runtime/garbage.py).
    gc.disable()
    from scoro_desktop.late_signatures import late_signatures

    with late_signatures():
        import PySide6.QtWidgets  # noqa: F401  first of all, for what follows

    from scoro_desktop.plain_imports import import_plainly

    import_plainly()
    from scoro_desktop.command import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
