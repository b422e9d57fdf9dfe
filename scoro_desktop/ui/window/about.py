"""A description of this program."""

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtWidgets import QWidget

from scoro_desktop import __version__
from scoro_desktop.ui.kit.plain_box import PlainBox


def show(parent: QWidget) -> None:
    """Opens the box that says it."""
    translate = QCoreApplication.translate
    box = PlainBox(parent)
    box.setWindowTitle(translate("about", "About Scoro Desktop"))
    box.setText(translate("about", "Scoro Desktop {version}").format(version=__version__))
    box.setInformativeText(
        translate(
            "about",
            "Push notifications and SMS to the users of an app built on Scorocode.\n\n"
            "MIT licence. Built with Qt {qt} and PySide6 under the LGPL.",
        ).format(qt=qVersion())
    )
    box.open()
