"""The choice of the audience: a query or, by choice, everyone; with how many that are."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QRadioButton, QWidget

from scoro_desktop.audience.query import Audience
from scoro_desktop.composing.recipients import Recipients
from scoro_desktop.ui.audience import recipients_shown
from scoro_desktop.ui.audience.audience_notes import LockedClause, QueryNotes
from scoro_desktop.ui.audience.audience_undo import AudienceUndo, Choice
from scoro_desktop.ui.audience.collection_box import CollectionBox
from scoro_desktop.ui.audience.collection_words import CollectionWords
from scoro_desktop.ui.audience.conditions_page import ConditionsPage
from scoro_desktop.ui.audience.count_strip import CountStrip
from scoro_desktop.ui.audience.doubt import Doubt
from scoro_desktop.ui.audience.first_look import FirstLook
from scoro_desktop.ui.audience.json_page import JsonPage
from scoro_desktop.ui.audience.panel_layout import lay_out
from scoro_desktop.ui.kit.appearance import Colours
from scoro_desktop.ui.kit.pauses import Pause
from scoro_desktop.ui.runtime.background import Background
from scoro_desktop.wire import JsonObject

LONG: Final = 50_000
"""Characters from which on a query takes too long to be written anew with every key in a condition."""
PAUSE_MS: Final = 400


class AudiencePanel(QWidget):
    """The choice of recipients. `changed`: another audience."""

    changed = Signal()

    def __init__(
        self,
        collections: Sequence[str],
        colours: Colours,
        background: Background,
        refresh_icon: QIcon,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.saved = QPushButton(self.tr("Saved…"), self)
        self.saved.setToolTip(self.tr("Saved audiences and recent queries"))
        self.collection_box = CollectionBox(collections, self)
        self._words = CollectionWords(self)
        self.by_conditions = QRadioButton(self.tr("Conditions"), self)
        self.by_conditions.setChecked(True)
        self.by_query = QRadioButton(self.tr("JSON"), self)
        self.everyone = QRadioButton(self.tr("Everyone"), self)
        self.json = JsonPage(colours, background, self)
        self.editor = self.json.editor
        self.conditions = ConditionsPage(self)
        # Runs while the conditions say something that the text does not say yet.
        self._unwritten = Pause(self, PAUSE_MS)
        self._unwritten.timeout.connect(self._write_conditions)
        self.notes = QueryNotes(self)
        self.locked = LockedClause(self)
        self.count = CountStrip(refresh_icon, self)
        self.area = lay_out(
            self,
            self.saved,
            (self.collection_box, self._words.counted),
            (self.by_conditions, self.by_query, self.everyone),
            (self.conditions, self.json),
            (self._words.everyone, self.notes, self.locked),
            self.count,
        )
        self.first_look = FirstLook(self)
        self._edits = 0  # of the conditions
        self._doubt = Doubt(self.editor.revision, self)
        self._doubt.over.connect(self._show_again)
        self.undo = AudienceUndo(self, self, self.editor, self.conditions)
        self._connect()
        self._show_collection()
        self._show_mode()

    def collection(self) -> str:
        """The collection that is asked: "devices", "users" or "roles"."""
        return str(self.collection_box.currentData())

    def audience(self) -> Audience | None:
        """Everyone, the query, or None while there is none that can be read, and while there is a doubt."""
        return self.recipients().audience

    def doubt(self) -> None:
        """Lets no audience stand until a person edits it: something went wrong in the app."""
        self.conditions.doubt()
        self._doubt.cast()

    def is_in_doubt(self) -> bool:
        """Tells whether nobody is chosen because something went wrong in the app."""
        return self._doubt.stands or (self.json.has_failed and not self.everyone.isChecked())

    def recipients(self, collection: str = "") -> Recipients:
        """Reads the choice from the screen; `collection`: the one that is asked, where the caller has just read it."""
        asked = collection or self.collection()
        return recipients_shown.read(self, asked, waits=self._unwritten.isActive(), edits=self._edits)

    def stamp(self) -> object:
        """Returns what is another after any edit of the choice, so that one that was not told is noticed."""
        return (
            self.editor.document().revision(),
            self.collection_box.currentIndex(),
            self.everyone.isChecked(),
            self.by_query.isChecked(),
            self._unwritten.isActive(),
            self._doubt.stands,
            self.json.turn,
            self._edits,
        )

    def shows(self, audience: Audience | None, text: str) -> bool:
        """Tells whether it is what stands on the screen, which is read once more."""
        return recipients_shown.shows(self, audience, text)

    def text(self) -> str:
        """The query as it is typed; kept, and empty here, while everyone is chosen."""
        return "" if self.everyone.isChecked() else self.editor.text()

    def mode(self) -> str:
        """Returns the way the audience is chosen: "conditions", "json" or "everyone"."""
        return "everyone" if self.everyone.isChecked() else "json" if self.by_query.isChecked() else "conditions"

    def is_unfinished(self) -> bool:
        """Tells whether a condition was begun that makes no query yet.

        It is one also under JSON while the text there is that of the finished conditions alone: fewer conditions
        reach more people.
        """
        if self.everyone.isChecked() or not self.conditions.is_unfinished():
            return False
        return self.by_conditions.isChecked() or self.conditions.is_text(self.editor.text())

    def rows(self) -> JsonObject | None:
        """Returns the rows that are not in the text: one that is typed by half, or waits to be written."""
        is_beside = self._unwritten.isActive() or self.conditions.is_unfinished()
        return self.conditions.rows(self.editor.text()) if is_beside else None

    def kept(self) -> JsonObject:
        """Returns the choice as drafts keep it, to be shown again with `load`; "conditions" has what `rows` gives."""
        return recipients_shown.kept(self, waits=self._unwritten.isActive())

    def load(
        self,
        collection: str | None,
        *,
        everyone: bool,
        text: str,
        mode: str = "",
        unfinished: bool = False,
        rows: JsonObject | None = None,
    ) -> None:
        """Shows a choice of recipients; in the mode that is chosen now, unless one is named.

        `unfinished`: a condition had been begun beside the text. `rows` has it; else an empty one stands for it, so
        that the others alone, which reach more people, are not sent to in its stead.
        """
        is_shown = not self._doubt.stands and not self._unwritten.isActive() and self.conditions.shows_whole(text)
        self._doubt.lift()
        self._unwritten.stop()
        self.collection_box.choose(collection)
        if everyone:
            self.everyone.setChecked(True)
        elif mode == "json" or (mode != "conditions" and self.by_query.isChecked()):
            self.by_query.setChecked(True)
        else:
            self.by_conditions.setChecked(True)
        if unfinished or rows is not None or not is_shown:  # the same audience again need not be built anew
            self.conditions.renew(unfinished=unfinished and self.by_conditions.isChecked())
        if text or mode or not everyone:
            self.editor.replace(text)
        reading = self.json.reading()
        if text.strip() and reading is not None and reading.query is None and not everyone:
            self.by_query.setChecked(True)  # conditions cannot show it, and there its mistake is marked
        elif rows is not None:
            self.restore_rows(rows)
        self.undo.forget()
        self._show_collection()
        self._show_mode()
        self.changed.emit()

    def choice(self) -> Choice:
        """Returns the choice."""
        return Choice(self.collection(), self.mode())

    def choose(self, choice: Choice) -> None:
        """Chooses it, as a person does."""
        self.collection_box.choose(choice.collection)
        modes = {"everyone": self.everyone, "json": self.by_query, "conditions": self.by_conditions}
        modes[choice.mode].setChecked(True)
        self._collection_chosen()

    def set_colours(self, colours: Colours, refresh_icon: QIcon) -> None:
        """Takes another scheme."""
        self.count.refresh.setIcon(refresh_icon)
        self.json.set_colours(colours)

    def _connect(self) -> None:
        self.collection_box.activated.connect(self._collection_chosen)
        for button in (self.by_conditions, self.by_query, self.everyone):
            button.toggled.connect(self._mode_chosen)
        self.json.changed.connect(self._text_changed)
        self.conditions.edited.connect(self._conditions_edited)
        self.conditions.example_wanted.connect(self.take)

    def _collection_chosen(self) -> None:
        self._doubt.lift()
        self.undo.note_choice()
        self._show_collection()
        self.changed.emit()

    def _show_collection(self) -> None:
        self._words.show(self.collection(), self.conditions, self.json)

    def take(self, text: str) -> None:
        """Puts a query in the place of what is there, as an edit that can be undone."""
        if self.everyone.isChecked():
            self.by_conditions.setChecked(True)
        self.conditions.renew()
        self.json.take(text)

    def go_to_problem(self) -> QWidget:
        """The widget to put the keyboard on to mend what keeps the audience from being one."""
        by_json = self.by_query.isChecked() and not self.is_unfinished()
        if by_json or not self.conditions.builder.isEnabled():
            self.by_query.setChecked(True)
            return self.editor
        self.by_conditions.setChecked(True)
        return self.conditions.first()

    def _mode_chosen(self, chosen: bool) -> None:
        if chosen:
            self._doubt.lift()
            self.settle()
            self.undo.note_choice()
            self._show_mode()
            self.changed.emit()

    def _show_mode(self) -> None:
        self.show_text()
        self.conditions.setVisible(self.by_conditions.isChecked())
        self.json.setVisible(self.by_query.isChecked())
        self._words.everyone.setVisible(self.everyone.isChecked())

    def show_text(self) -> None:
        """Shows the text of the query as conditions, where these are seen."""
        if self.by_conditions.isChecked():
            reading = self.json.reading()
            self.conditions.show_query(self.editor.text() if reading is None else reading.text, reading)

    def drop_begun(self) -> None:
        """Takes away what was begun in the conditions and is no query."""
        self.conditions.renew()
        self.show_text()
        self.changed.emit()

    def _text_changed(self) -> None:
        if self._doubt.stands:
            self._doubt.lift_for_text()
        if self.by_conditions.isChecked():
            self.show_text()
        self.changed.emit()

    def settle(self) -> None:
        """Writes down now what was changed in the conditions of a long query, and waited for the typing to pause."""
        if self._unwritten.isActive():
            self._write_conditions()

    def _show_again(self) -> None:
        """Shows the conditions as they are known: what went wrong may have come between one and its editor."""
        if self.by_conditions.isChecked() and self.conditions.builder.isEnabled():
            self.undo.keep_place(self.conditions.show_again)

    def read_again(self) -> None:
        """Reads anew what is on the screen, for a person who asks for it after something went wrong; else nothing."""
        if not self.is_in_doubt():
            return
        self._doubt.lift()
        self.json.read_again()
        if self.by_conditions.isChecked() and self.conditions.builder.isEnabled():
            self._write_conditions()

    def _conditions_edited(self) -> None:
        self._edits += 1
        if self._doubt.stands:
            self._doubt.lift()
        if self.editor.document().characterCount() > LONG:
            self._unwritten.start()
            self.changed.emit()  # until it is written there is no audience
        else:
            self._write_conditions()

    def restore_rows(self, rows: JsonObject) -> None:
        """Shows again what `rows` gave."""
        self.conditions.restore_rows(rows, self.editor.text())
        if self.conditions.is_unfinished():
            self.changed.emit()
        elif self.by_conditions.isChecked():
            self._conditions_edited()
        else:
            self.conditions.renew()

    def _write_conditions(self) -> None:
        self._unwritten.stop()
        reading = self.json.reading()
        before = self.editor.text() if reading is None else reading.text
        text = self.conditions.text_instead_of(before, reading)
        if text != before:
            self.editor.replace(text, joins=self.undo.joins())
            self.undo.note_writing()
        else:
            self.changed.emit()
