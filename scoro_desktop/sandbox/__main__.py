"""Runs the sandbox alone: `python -m scoro_desktop.sandbox --port N`."""

import argparse
import json
import os
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from scoro_desktop.sandbox.server import Sandbox


def _port(text: str) -> int:
    port = int(text) if text.isascii() and text.isdigit() and len(text) <= 5 else -1
    if not 0 <= port <= 65_535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: a number from 0 to 65535")
    return port


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints one line of JSON with the address and the keys, then serves until it is interrupted or terminated.

    Returns the exit status: 0, or 1 if the port is not to be had or nobody reads that line.
    """
    parser = argparse.ArgumentParser(
        prog="python -m scoro_desktop.sandbox",
        description="A stand-in for the Scorocode API on this computer, with sample people and devices.",
    )
    parser.add_argument("--port", type=_port, default=0, help="the port to listen on; 0, the default, takes any")
    options = parser.parse_args(arguments)

    stopped = threading.Event()
    for wanted in (signal.SIGINT, signal.SIGTERM):
        signal.signal(wanted, lambda *_: stopped.set())

    sandbox = Sandbox(options.port)
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
