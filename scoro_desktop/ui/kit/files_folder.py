"""The folder in which a dialog for files opens: the one that was last chosen from, at first that of documents.

Qt's own choice is the folder that the app was started in: for an installed app the one with its program files, where
nobody keeps a list of people and where no export can be written.
"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QStandardPaths

_CHOSEN: Final = "scoro_files_folder"


def begin(name: str = "") -> str:
    """The path to begin with: the folder, or a file of this name in it."""
    app = QCoreApplication.instance()
    chosen = app.property(_CHOSEN) if app is not None else None
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = next((each for each in (chosen, documents) if each and Path(each).is_dir()), str(Path.home()))
    return str(Path(folder, name)) if name else folder


def keep(path: Path) -> None:
    """Has the next dialog open in the folder of this file, as long as the app runs."""
    app = QCoreApplication.instance()
    if app is not None:
        app.setProperty(_CHOSEN, str(path.absolute().parent))
