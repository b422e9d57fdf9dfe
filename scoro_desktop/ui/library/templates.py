"""The room of templates: to use one, have it replaced by what is on screen, and change its tags and variables."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.storage.stores import Stores
from scoro_desktop.storage.templates import StoredTemplate
from scoro_desktop.ui.kit.empty_state import EmptyState
from scoro_desktop.ui.library.kind import Section
from scoro_desktop.ui.library.library_dialog import LibraryDialog
from scoro_desktop.ui.library.template_kind import TemplateKind
from scoro_desktop.ui.runtime.async_storage import AsyncStorage
from scoro_desktop.ui.runtime.background import Background
from scoro_desktop.ui.templates.save_dialog import SaveDialog

translate = QCoreApplication.translate


class TemplatesDialog(LibraryDialog):
    """`used(StoredTemplate)`: a message is to be made of it. `replace_wanted`: by what is on screen, of `channel`.

    `keep_wanted`: what is on screen is to be kept as a new one.
    """

    used = Signal(object)
    replace_wanted = Signal(object)
    keep_wanted = Signal()

    def __init__(
        self, storage: AsyncStorage, background: Background, channel: Channel, parent: QWidget | None = None
    ) -> None:
        self._channel = channel
        self.nothing = EmptyState(
            "folder",
            translate("TemplatesDialog", "No template is saved yet"),
            translate(
                "TemplatesDialog",
                "A template is a message to be used again and again. Write one in the window and save it with “Save "
                "as template…”. Where you write {example} in it, the value is asked for each time.",
            ).format(example="{{name}}"),
        )
        self.keep = self.nothing.add_button(translate("TemplatesDialog", "Save as template…"))
        self.keep.setAutoDefault(False)
        title = translate("TemplatesDialog", "Templates")
        super().__init__(TemplateKind(), [Section(title, title, self.nothing)], storage, background, parent)
        self.list = self.library
        self.replace.clicked.connect(self._replace_clicked)
        self.tag_it.setText(self.tr("Tags and variables…"))
        self.keep.clicked.connect(self.keep_wanted)

    def begin(self) -> None:
        """Puts the keyboard where work begins: there is nothing to search in an empty room."""
        if self.library.is_empty():
            self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def beside_use(self) -> list[QPushButton]:
        """The acts on the message on screen."""
        self.replace = self._button(self.tr("Update with current message…"))
        return [self.replace]

    def use_chosen(self, item: StoredTemplate) -> None:
        """Has a message made of it."""
        self.used.emit(item)

    def tag_chosen(self, item: StoredTemplate) -> None:
        """Opens the dialog in which its tags and variables are written."""
        dialog = SaveDialog(
            self._storage,
            item.template,
            self,
            ticked=True,
            why_not=self.tr("It has none. “Update with current message…” can give it one."),
            instead=item,
        )
        dialog.offer_tags(self.library.tags())
        dialog.saved.connect(self.show_saved)
        dialog.open()

    def show_state(self) -> None:
        """Shows what is selected, and what can be done with it."""
        super().show_state()
        item = self.chosen()
        is_of_this = isinstance(item, StoredTemplate) and item.template.channel is self._channel
        self.replace.setEnabled(is_of_this)
        other = item is not None and not is_of_this
        self.replace.setToolTip(self.tr("It is for another channel than the open tab") if other else "")

    def show_saved(self, now: StoredTemplate, before: StoredTemplate | None) -> None:
        """Shows a template that was just kept; what it replaced, None for nothing, can be brought back."""
        self.refresh([now.id])
        if before is None:
            self.notice.say(self.tr("The template “{name}” was saved.").format(name=now.template.name))
            return

        def restore(stores: Stores) -> list[int]:
            stores.templates.restore(before)
            return [before.id]

        words = self.tr("The template “{name}” was changed.").format(name=now.template.name)
        self.offer_undo(words, restore, before.template.name)

    def _replace_clicked(self) -> None:
        if (item := self.chosen()) is not None:
            self.replace_wanted.emit(item)
