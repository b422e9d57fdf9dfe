"""Runs the sandbox alone: `python -m scoro_desktop.sandbox --port N`; `--help` has the rest."""

import argparse
import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from scoro_desktop.sandbox.crowd import MAX_PEOPLE
from scoro_desktop.sandbox.server import Sandbox


def _number(what: str, least: int, most: int) -> Callable[[str], int]:
    """Returns a reader of whole numbers, which says of any other text that it is not `what`."""

    def read(text: str) -> int:
        number = int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(most)) else -1
        if not least <= number <= most:
            raise argparse.ArgumentTypeError(f"{text!r} is not {what}: a number from {least} to {most}")
        return number

    return read


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m scoro_desktop.sandbox",
        description="A stand-in for the Scorocode API on this computer, with sample people and devices.",
    )
    parser.add_argument(
        "--port",
        type=_number("a port", 0, 65_535),
        default=0,
        help="the port to listen on; 0, the default, takes any",
    )
    parser.add_argument(
        "--people",
        type=_number("a number of people", 1, MAX_PEOPLE),
        metavar="N",
        help="so many people, up to 20,000, in the place of the usual 4,200",
    )
    parser.add_argument(
        "--rate",
        type=_number("a rate", 1, 10_000),
        metavar="R",
        help="requests that are taken within a second; those above are answered with 429",
    )
    parser.add_argument(
        "--session-ends-after",
        type=_number("a number of seconds", 1, 10_000_000),
        metavar="S",
        help="seconds after which a session ends, from its first use on",
    )
    parser.add_argument(
        "--delay",
        type=_number("a number of milliseconds", 0, 600_000),
        default=0,
        metavar="MS",
        help="milliseconds that pass before each answer",
    )
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints one line of JSON with the address and the keys, then serves until it is interrupted or terminated.

    Returns the exit status: 0, or 1 if the port is not to be had or nobody reads that line.
    """
    options = _options(arguments)

    stopped = threading.Event()
    for wanted in (signal.SIGINT, signal.SIGTERM):
        signal.signal(wanted, lambda *_: stopped.set())

    sandbox = Sandbox(
        options.port,
        answer_delay_s=options.delay / 1_000,
        people=options.people,
        rate=options.rate,
        session_ends_after_s=options.session_ends_after,
    )
    try:
        sandbox.start()
    except OSError as error:
        print(f"Port {options.port} cannot be used: {error.strerror or error}", file=sys.stderr)  # noqa: T201
        return 1
    try:
        known = {
            "address": sandbox.address,
            "app": sandbox.application_id,
            "cli": sandbox.client_key,
            "messageKey": sandbox.message_key,
            "masterKey": sandbox.master_key,
            "email": sandbox.email,
            "password": sandbox.password,
        }
        if not _tell(json.dumps(known)):
            print("Nobody reads the address and the keys: standard output is closed", file=sys.stderr)  # noqa: T201
            return 1
        while not stopped.wait(1):  # on Windows a wait without end would keep Ctrl-C from being noticed
            pass
    finally:
        sandbox.close()
    return 0


def _tell(line: str) -> bool:
    """Prints a line; False where nobody can read it any more."""
    try:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    except (OSError, ValueError, AttributeError):  # its reader is gone, or there never was one
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  flushed once more at the end
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
