"""Words for when the app cannot start: there is no window yet to show them in."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from scoro_desktop.storage.copies import kept
from scoro_desktop.storage.database import BrokenDatabase, NewerDatabase, StorageError
from scoro_desktop.storage.error_log import NAME
from scoro_desktop.storage.private_files import UnsafeFileError
from scoro_desktop.ui.words import disk_words

translate = QCoreApplication.translate


def silent(data_dir: Path, process: int | None, trouble: OSError | None = None) -> str:
    """The first over this folder does not show its window, and a second over it would fight with it over drafts and
    outcomes. `process`: its number; `trouble`: why it could not even be asked.
    """
    words = translate(
        "startup",
        "Scoro Desktop is running already and does not answer. It may still be starting, be busy, or be stuck.\n\n"
        "Its window comes to the front as soon as it answers. A second copy is not started over the same data, so that "
        "nothing is lost. If it never answers, end it with the system's task manager and start again: drafts are kept.",
    )
    lines = [words, "", folder_line(data_dir)]
    if process is not None:
        lines.append(translate("startup", "Process: {number}").format(number=process))
    if trouble is not None:
        lines.append(technical_line(trouble.strerror or type(trouble).__name__))
    return "\n".join(lines)


def waiting() -> str:
    """Says what goes on while the first does not answer."""
    return translate("startup", "Waiting for it…")


def stop_waiting() -> str:
    """The button that ends the second start; the first stays as it is."""
    return translate("startup", "Do not wait")


def file_waited_for(data_dir: Path) -> str:
    """The app starts, and cannot read what it keeps yet."""
    words = translate(
        "startup",
        "Waiting for the file with drafts and history: the disk is slow, another program holds the file, or it is "
        "large and being brought up to date.\n\nThe window opens as soon as it can be read. Nothing is lost meanwhile.",
    )
    return "\n".join((words, "", folder_line(data_dir)))


def folder_unusable(data_dir: Path, error: OSError) -> str:
    """Nothing can be kept in the data folder, for a reason of the system."""
    if isinstance(error, UnsafeFileError):
        return _unsafe(data_dir, error)
    words = translate(
        "startup", "Scoro Desktop cannot start. {reason} When that is fixed, start it again. Nothing was changed."
    )
    technical = technical_line(error.strerror or type(error).__name__)
    return "\n".join((words.format(reason=disk_words.of_system(error.errno)), "", folder_line(data_dir), technical))


def no_home() -> str:
    """Nobody says where the user's files are."""
    return translate(
        "startup",
        "Scoro Desktop cannot start: the system does not say where your files are kept (HOME is not set). "
        "Name a folder with --data-dir.",
    )


def others_may_write(data_dir: Path) -> str:
    """The app runs, and this is to be known."""
    words = translate(
        "startup",
        "Other users of this computer may write to the data folder: they could take your history and drafts away, or "
        "put others in their place. Let nobody but yourself write to it: {folder}",
    )
    return words.format(folder=disk_words.path_text(data_dir))


def put_back() -> str:
    """Says that nobody knows what was sent since the data were copied."""
    return translate(
        "startup",
        "The data of the app were put back from a copy, or come from another computer. What was sent since they were "
        "copied is not in the history. Nothing that is planned goes out, and no campaign goes on, before you say so.",
    )


def _unsafe(data_dir: Path, error: UnsafeFileError) -> str:
    """Something stands in the place of a file of ours that another may have put there."""
    words = {
        "link": translate(
            "startup",
            "In the data folder, “{name}” is a link to another file, which would be overwritten. It was not followed. "
            "If you did not make it, find out who did. Remove the link, and start again.",
        ),
        "hard_link": translate(
            "startup",
            "In the data folder, “{name}” is also a file by another name (a hard link), which would be overwritten. "
            "It was not opened. If you did not make it, find out who did. Put a copy in its place, and start again.",
        ),
        "not_a_file": translate(
            "startup",
            "In the data folder, something else is in the place of the file “{name}”. It was not opened. Remove it, "
            "and start again.",
        ),
        "foreign": translate(
            "startup",
            "In the data folder, the file “{name}” belongs to another user, who could read and change it. It was not "
            "opened. Was the app once started by another user? Make the file your own or remove it, and start again.",
        ),
        "foreign_folder": translate(
            "startup",
            "The data folder belongs to another user, who could read and change everything in it. Choose a folder of "
            "your own, or make this one your own, and start again.",
        ),
    }[error.why]
    return "\n".join((words.format(name=error.path.name), "", folder_line(data_dir)))


def broken(data_dir: Path) -> str:
    """The app itself failed before it had a window."""
    words = translate("startup", "Scoro Desktop could not start: something went wrong in the app. Nothing was sent.")
    log = translate("startup", "The log, for whoever looks after the app: {file}").format(
        file=disk_words.path_text(data_dir / NAME)
    )
    return "\n".join((words, "", log))


def folder_line(data_dir: Path) -> str:
    """Names the folder that it is about."""
    return translate("startup", "Folder: {folder}").format(folder=disk_words.path_text(data_dir))


def technical_line(detail: str) -> str:
    """Quotes what the system said."""
    return translate("startup", "Technical: {detail}").format(detail=detail)


def storage_unusable(data_dir: Path, error: StorageError) -> str:
    """The database cannot be opened. Nothing in it was changed. Where it is damaged, the way back is told."""
    if isinstance(error, NewerDatabase):
        words = translate(
            "startup",
            "The data was written by a newer version of Scoro Desktop. Install that version, or a newer one. "
            "Nothing was changed.",
        )
    elif disk_words.is_damage(error):
        words = translate("startup", "The file with drafts and history is damaged, so it was left alone.")
        if isinstance(error, BrokenDatabase):
            way = disk_words.way_back(error.path, kept(error.path))
            return "\n".join((words, "", way, technical_line(error.detail)))
    else:
        words = translate(
            "startup", "Scoro Desktop cannot start. {reason} When that is fixed, start it again. Nothing was changed."
        )
        words = words.format(reason=disk_words.reason(error))
    return "\n".join((words, "", folder_line(data_dir), technical_line(str(error))))
