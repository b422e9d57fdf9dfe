"""Work that is done in steps, all of it at once."""

from scoro_desktop.storage.erasing import Steps


def go_through(steps: Steps) -> None:
    """Takes one step after the other, on the thread that calls."""
    for step in steps:
        if step is not None:
            step()
