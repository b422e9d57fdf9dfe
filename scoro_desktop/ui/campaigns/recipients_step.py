"""Between a campaign that is being prepared and its first step: what a person does there, and what is shown of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from scoro_desktop.ui.campaigns import campaign_words, file_words, listing
from scoro_desktop.ui.campaigns.fields_box import NOTHING
from scoro_desktop.ui.kit import files_folder
from scoro_desktop.ui.kit.reveal import Gradual

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scoro_desktop.recipients.look import Look
    from scoro_desktop.storage.campaigns.types import Campaign
    from scoro_desktop.ui.campaigns.preparation import Preparation
    from scoro_desktop.ui.campaigns.recipients_view import RecipientsView

READY_AFTER_MS: Final = 60
"""The pause before what stands beside a list is made: the choice of one is painted first. Ours."""


class RecipientsStep(QObject):
    """`check_wanted`: everyone is to be looked up. `message_wanted`, `accounts_wanted`: another page is."""

    check_wanted = Signal()
    message_wanted = Signal()
    accounts_wanted = Signal()

    def __init__(self, preparation: Preparation, view: RecipientsView) -> None:
        super().__init__(view)
        self._preparation = preparation
        self._view = view
        self._was_looking = False
        preparation.changed.connect(self.show)
        view.choice.file_wanted.connect(self.choose_file)
        view.choice.paste_wanted.connect(self._paste)
        view.choice.audience_wanted.connect(preparation.take_audience)
        view.choice.accounts_wanted.connect(self.accounts_wanted)
        view.source.changed.connect(preparation.read_as)
        view.source.another_wanted.connect(preparation.drop_list)
        view.key.changed.connect(preparation.find_by)
        view.refusals.changed.connect(preparation.refuse)
        view.fields.changed.connect(preparation.fill)
        view.hours.valueChanged.connect(preparation.keep_apart)
        view.fields.message_wanted.connect(self.message_wanted)
        view.check_wanted.connect(self.check_wanted)
        self.show()

    def choose_file(self) -> None:
        """Asks for a file."""
        path, _ = QFileDialog.getOpenFileName(
            self._view,
            self.tr("Choose the list of people"),
            files_folder.begin(),
            ";;".join((self.tr("Lists (*.csv *.tsv *.txt *.xlsx)"), self.tr("All files (*)"))),
        )
        if path:
            files_folder.keep(Path(path))
            self.take_file(Path(path))

    def take_file(self, path: Path) -> None:
        """Takes a file that was chosen or dropped."""
        self._preparation.choose(path, path.name)

    def show(self) -> None:
        """Shows everything anew."""
        preparation, view = self._preparation, self._view
        if preparation.message is not None:
            view.card.show_message(preparation.message, None)
        found, refused = preparation.found, preparation.refused
        offered = preparation.offered
        view.choice.show_audience("" if offered is None else self.tr("Take {audience}").format(audience=offered.name))
        has_source = preparation.place is not None or preparation.audience is not None
        if found is None and (refused is not None or not has_source):
            words = "" if refused is None else file_words.refused(refused.code, refused.params)
            said = self.tr("“{name}” was not taken. {why}").format(name=preparation.name, why=words)
            view.choice.show_refused(said if words else "")
            self._show_choice()
            Gradual(view, self._made_ready(), READY_AFTER_MS)
            return
        view.choice.show_refused("")
        self._show_list()
        view.source.show_name(preparation.name)
        view.show_problem("" if refused is None else file_words.refused(refused.code, refused.params))
        if preparation.is_looking:
            view.looking.begin()
        else:
            view.looking.end()
        is_audience = preparation.audience is not None
        view.show_kind(is_audience=is_audience, is_known=found is not None)
        if found is not None:
            self._show_found(found)
        was, self._was_looking = self._was_looking, preparation.is_looking
        view.fields.show_fields(
            preparation.fields,
            preparation.fillers(),
            preparation.mapping.fields,
            judged=found is not None or is_audience,
        )
        view.show_hours(preparation.apart)
        view.check.setEnabled(preparation.is_ready())
        view.why_not.setText(self._why_not())
        if was and not preparation.is_looking and self._has_keyboard():
            view.start().setFocus(Qt.FocusReason.OtherFocusReason)

    def _made_ready(self) -> Iterator[None]:
        """Makes what stands beside every list, and finds its style and size, before there is one."""
        if self._view.is_choosing():  # else there is one already, and what it fills is shown
            self._view.fields.show_fields(self._preparation.fields, (), {}, judged=False)
        yield
        yield from self._view.measured()

    def _show_choice(self) -> None:
        goes = not self._view.is_choosing() and self._has_keyboard()
        self._view.show_choice()
        if goes:  # what had the keyboard is not seen any more
            self._view.start().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_list(self) -> None:
        goes = self._view.is_choosing() and self._has_keyboard()
        self._view.show_list()
        if goes:
            self._view.source.another.setFocus(Qt.FocusReason.OtherFocusReason)

    def _has_keyboard(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self._view.isAncestorOf(focus)

    def said(self, kept: Campaign | None) -> str:
        """Says what came of the step in a line; of the list of a campaign in the ledger where it is not in hand."""
        preparation = self._preparation
        if preparation.audience is not None:
            return preparation.name
        if preparation.found is None:
            return "" if kept is None else listing.said(kept)
        column = next((each.name for each in preparation.fillers() if each.at == preparation.mapping.key), "")
        return self.tr("{list} · found by “{column}”").format(list=preparation.name, column=column)

    def _show_found(self, found: Look) -> None:
        preparation, view = self._preparation, self._view
        mapping = preparation.mapping
        view.source.show_look(found)
        titles = [each.name for each in found.columns]
        header = found.source.header_row or 0
        rows = [row for row in found.first_rows if row.number > header and any(map(str.strip, row.cells))]
        view.rows.show_rows(
            titles, rows
        )  # without blank rows, and those that are hidden and left out: they are no people
        view.rows.show_key(mapping.key)
        problem = "" if mapping.key != NOTHING else self.tr("Nothing here looks like a key. Choose the column.")
        view.key.offer(preparation.keys)
        view.key.show_key(preparation.fillers(), mapping.key, mapping.kind, mapping.country, mapping.take, problem)
        view.refusals.show_look(found, mapping.no)
        view.show_notes(self._notes(found))

    def _notes(self, found: Look) -> Sequence[str]:
        notes = []
        for one, other in found.clashing:
            words = file_words.refused("same_titles", {"first": one.name, "second": other.name})
            notes.append(words)
        if found.hidden_rows:
            shown = campaign_words.C_INT_MAX
            number = min(found.hidden_rows, shown)
            if found.source.hidden:
                words = self.tr("%Ln row(s) are hidden in the spreadsheet. They are taken like all others.", "", number)
            else:
                words = self.tr("%Ln row(s) are hidden in the spreadsheet, and left out.", "", number)
            notes.append(words)
        asked = {found.columns[at].name for at in found.guesses.status[:1]}  # `view.refusals` offers what to do
        notes += [
            file_words.notice(each.code, each.params)
            for each in found.notices
            if each.code != "status_column" or each.params["column"] not in asked
        ]
        return list(filter(None, notes))

    def _why_not(self) -> str:
        preparation = self._preparation
        found = preparation.found
        if preparation.is_ready():
            return self.tr("Next, everyone is looked up in the app. Nothing is sent.")
        if preparation.is_looking:
            return ""
        if found is not None and found.clashing:
            return self.tr("Two columns have the same title: rename one in the file.")
        if found is not None and preparation.mapping.key == NOTHING:
            return self.tr("Choose the column by which people are found.")
        unfilled = preparation.unfilled()
        if unfilled:
            return self.tr("Nothing fills {field}.").format(field=unfilled[0].written)
        return ""

    def _paste(self) -> None:
        files = [each.toLocalFile() for each in QGuiApplication.clipboard().mimeData().urls() if each.isLocalFile()]
        if len(files) == 1:  # copied where files are listed: its text would be its path
            self.take_file(Path(files[0]))
            return
        text = "" if files else QGuiApplication.clipboard().text()
        if files:
            self._view.choice.show_refused(self.tr("Copy one file at a time. Nothing was read."))
        elif not text.strip():
            self._view.choice.show_refused(
                self.tr(
                    "There is no text on the clipboard. Select the cells in your spreadsheet, title row included, "
                    "copy them, and press the button again."
                )
            )
        else:
            self._preparation.choose(text, self.tr("Pasted cells"))
