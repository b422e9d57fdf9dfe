"""Tools for a message as a whole: a new one, one from elsewhere, keeping it, and how it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoro_desktop.ui.kit.tool_row import ToolRow

if TYPE_CHECKING:
    from scoro_desktop.ui.kit.appearance import Colours
    from scoro_desktop.ui.kit.commands import Commands
    from scoro_desktop.ui.kit.stack import TabPages


class MessageTools(ToolRow):
    """Stands at the right of the tabs, in the corner of `pages`."""

    def __init__(self, colours: Colours, commands: Commands, pages: TabPages) -> None:
        super().__init__(pages)
        self._pages = pages
        self.new = self.button_of(commands["message.new"], "plus")
        self.open = self.button("folder", self.tr("Open"))
        self.open.setToolTip(self.tr("Opens a draft, a template or a curl command in the form"))
        self.drafts, self.templates = commands["drafts.open"], commands["templates.open"]
        self.import_curl = commands["curl.import"]
        self.put_menu(self.open, self.menu_of(self.drafts, self.templates, self.import_curl))
        self.save = self.button("save", self.tr("Save"))
        self.save.setToolTip(self.tr("Saves this message under a name, to find it again"))
        self.keep_draft, self.keep_template = commands["drafts.save"], commands["templates.save"]
        self.put_menu(self.save, self.menu_of(self.keep_draft, self.keep_template))
        self.arrived = self.button_of(commands["sandbox.arrived"], "inbox")
        self.preview = self.button_of(commands["view.preview"], "panel")
        self.first_to_shrink = (self.preview, self.arrived, self.save, self.open, self.new)
        self.row.setContentsMargins(8, 2, 16, 2)
        for button in (self.new, self.open, self.save, self.arrived, self.preview):
            button.setProperty("role", "quiet")
            self.row.addWidget(button)
        self.set_colours(colours)

    def room(self) -> int:
        """The width that the tabs leave."""
        return self._pages.width() - self._pages.tabBar().sizeHint().width()

    def show_arrived(self, shown: bool) -> None:
        """Tells whether there is a sandbox to look into."""
        self.arrived.setVisible(shown)
        self.fit()
