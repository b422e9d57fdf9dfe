"""Words for what is under way, which the footer says before all else."""

from PySide6.QtCore import QCoreApplication

from scoro_desktop.ui.runtime.dispatch import Dispatch

translate = QCoreApplication.translate


def under_way(dispatch: Dispatch, *, loading: bool) -> str:
    """Says how many messages are on their way, or that the keyring is asked (`loading`); empty for neither."""
    if dispatch.recording:
        return translate("MainWindow", "Recording it in the history before sending…")
    if number := dispatch.under_way:
        return translate("MainWindow", "Sending… %Ln message(s) under way", "", number)
    return translate("MainWindow", "Asking the system keyring for the keys of this account…") if loading else ""
