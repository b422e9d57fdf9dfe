"""Templates at work: kept from the tab in front, made into messages, and their variables filled in on the screen."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from scoro_desktop.audience.query import Query, read_query
from scoro_desktop.jsontext.strings import with_strings
from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.messages.template import Template, TemplateAudience
from scoro_desktop.messages.variables import VariableNotes, fill_text, uses
from scoro_desktop.storage.database import StorageError
from scoro_desktop.storage.names import NameTakenError
from scoro_desktop.ui.runtime.async_storage import tolerate
from scoro_desktop.ui.words import wording

if TYPE_CHECKING:  # imported where they are opened: the first frame need not wait for them
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from scoro_desktop.storage.stores import Stores
    from scoro_desktop.storage.templates import StoredTemplate
    from scoro_desktop.ui.kit.notice_bar import NoticeBar
    from scoro_desktop.ui.library.templates import TemplatesDialog
    from scoro_desktop.ui.runtime.services import Services
    from scoro_desktop.ui.templates.fill_dialog import FillDialog
    from scoro_desktop.ui.templates.save_dialog import SaveDialog
    from scoro_desktop.ui.window.compose_tab import ComposeTab
    from scoro_desktop.ui.window.library_presenter import Shelf
    from scoro_desktop.ui.window.message_presenter import MessagePresenter


class TemplatePresenter(QObject):
    """Between the tabs and the table of templates. A template is a copy: no message leads back to it."""

    def __init__(
        self,
        services: Services,
        messages: MessagePresenter,
        tabs: Mapping[Channel, ComposeTab],
        notice: NoticeBar,
        shelf: Shelf,
        parent: QWidget,
    ) -> None:
        """`shelf`: where the list of templates is seen."""
        super().__init__(parent)
        self._shelf = shelf
        self._window = parent
        self._storage = services.storage
        self._background = services.background
        self._messages = messages
        self._tabs = tabs
        self._notice = notice

    def show(self) -> TemplatesDialog:
        """Opens the templates."""
        from scoro_desktop.ui.library.templates import TemplatesDialog

        dialog = TemplatesDialog(self._storage, self._background, self._messages.tab.channel, self._shelf.place)
        dialog.used.connect(lambda stored: self.use(stored, dialog))
        dialog.replace_wanted.connect(lambda stored: self.keep(stored, dialog))
        dialog.keep_wanted.connect(lambda: self.keep(None, dialog))
        self._shelf.show(dialog)
        return dialog

    def keep(self, instead: StoredTemplate | None = None, over: TemplatesDialog | None = None) -> SaveDialog | None:
        """Opens the dialog that keeps what is on screen as a template; None, and why, where nothing can be kept.

        `instead`: the template that it takes the place of. `over`: the list that it was asked for from.
        """
        from scoro_desktop.ui.templates.save_dialog import SaveDialog

        tab = self._messages.tab
        tab.audience.settle()
        draft = tab.draft()
        notice = self._notice if over is None else over.notice
        if draft.input_problems:
            notice.say(wording.problem(draft.input_problems[0]))
            tab.go_to(draft.input_problems[0].field)
            return None
        if self._messages.in_front is None or not draft.message.words().strip():
            notice.say(self.tr("There is no message to save yet: write one first."))
            return None
        on_screen, why_not = self._audience_of(tab)
        its_own = None if instead is None else instead.template.audience
        subject = Template.of("", draft.message, audience=on_screen or its_own)
        its_plan = None if instead is None else instead.template.campaign
        subject = dataclasses.replace(subject, campaign=tab.plan or its_plan)
        if instead is not None:
            known = {each.name: each for each in (*tab.notes.known, *instead.template.variables)}
            subject = dataclasses.replace(
                subject, name=instead.template.name, tags=instead.template.tags, variables=tuple(known.values())
            )
        else:
            subject = dataclasses.replace(subject, variables=tab.notes.known)
        dialog = SaveDialog(
            self._storage,
            subject,
            self._window if over is None else over,
            ticked=its_own is not None,
            why_not=why_not,
            instead=instead,
        )
        self._storage.look(
            dialog, _known_tags, dialog.offer_tags, tolerate
        )  # a disk that fails is told when it is saved
        dialog.saved.connect(self._saved if over is None else over.show_saved)
        dialog.open()
        return dialog

    def use(self, stored: StoredTemplate, dialog: TemplatesDialog) -> FillDialog | None:
        """Makes a message of a template, once its variables were asked for; the list closes then."""
        from scoro_desktop.ui.templates.fill_dialog import FillDialog

        template = stored.template
        query = None if template.audience is None else read_query(template.audience.query_text).query
        notes = VariableNotes(template.variables)

        def open_with(values: Mapping[str, str], known: VariableNotes) -> None:
            dialog.accept()
            self._open(stored, values, known)

        if not template.variables:
            open_with({}, notes)
            return None
        plan = template.campaign
        of_each = () if plan is None else tuple(plan.fields)
        values = None if query is None else query.value
        ask = FillDialog(template.request(), values, notes, dialog, later=True, of_each=of_each)
        ask.setWindowTitle(template.name)
        ask.filled.connect(open_with)
        ask.open()
        return ask

    def fill_in(self) -> FillDialog:
        """Asks for the variables that are left on the screen."""
        from scoro_desktop.ui.templates.fill_dialog import FillDialog

        tab = self._messages.tab
        tab.audience.settle()
        draft = tab.draft()
        query = draft.audience.value if isinstance(draft.audience, Query) else None
        body = {key: value for key, value in draft.message.to_wire().items() if key not in {"coll", "query"}}
        ask = FillDialog(Request.from_wire(tab.channel, body), query, tab.notes, self._window, of_each=_of_each(tab))
        ask.filled.connect(lambda values, notes: _fill(tab, values, notes))
        ask.open()
        return ask

    def _open(self, stored: StoredTemplate, values: Mapping[str, str], notes: VariableNotes) -> None:
        from scoro_desktop.sending.later.frozen import TemplateMark
        from scoro_desktop.sending.later.judging import template_mark

        template, audience = stored.template, stored.template.audience
        request = Request.from_wire(
            template.channel, CHANNELS[template.channel].as_another(template.request(values).to_wire())
        )
        if audience is None:
            self._messages.open_message(request, notes)
            self._notice.add(self._kept_words(self._tabs[template.channel]))
        else:
            request = dataclasses.replace(request, collection=audience.collection)
            query_text = with_strings(audience.query_text, lambda each: fill_text(each, values))
            self._messages.open(request, everyone=False, query_text=query_text, notes=notes)
        self._tabs[template.channel].plan = template.campaign
        self._tabs[template.channel].made_of = TemplateMark(stored.id, template.name, template_mark(template))
        # A note for the list of templates, no more.
        self._storage.write(self, lambda stores: stores.templates.used(stored.id), failed=tolerate)

    def _kept_words(self, tab: ComposeTab) -> str:
        if tab.audience.everyone.isChecked():
            return self.tr("The template has no audience of its own: everyone is still chosen.")
        if tab.audience.text().strip():
            return self.tr("The template has no audience of its own: the one in the window stays.")
        return self.tr("The template has no audience of its own: choose who gets it.")

    def _audience_of(self, tab: ComposeTab) -> tuple[TemplateAudience | None, str]:
        """The audience on screen as a template can keep it, or why it cannot."""
        audience = tab.audience.audience()
        if isinstance(audience, Query):
            return TemplateAudience(tab.audience.collection(), audience.text), ""
        if tab.audience.everyone.isChecked():
            return None, self.tr("Everyone is never saved with a template: it is chosen each time.")
        return None, self.tr("There is no audience in the window that could be saved.")

    def _saved(self, now: StoredTemplate, before: StoredTemplate | None) -> None:
        if before is None:
            self._notice.say_done(self.tr("The template “{name}” was saved.").format(name=now.template.name))
            return

        def failed(error: Exception) -> None:
            if isinstance(error, NameTakenError):
                words = self.tr("Another template now has the name “{name}”, so nothing was restored.")
                self._notice.say(words.format(name=before.template.name))
            elif isinstance(error, StorageError):
                self._notice.say(self.tr("It could not be saved. Is the disk full, or the folder read-only?"))
            else:
                raise error

        def take_back() -> None:
            self._storage.write(self, lambda stores: stores.templates.restore(before), failed=failed)

        words = self.tr("The template “{name}” was replaced.").format(name=now.template.name)
        self._notice.offer(words, self.tr("Undo"), take_back)


def _of_each(tab: ComposeTab) -> set[str]:
    """The variables that a campaign with the message fills for each person, by its list or by how it was led."""
    from scoro_desktop.recipients.columns import columns_of, find

    columns = columns_of(tab.columns())
    named = {each.name for each in uses(tab.composition.message.to_wire()) if find(columns, each.name) is not None}
    return named if tab.plan is None else named | set(tab.plan.fields)


def _known_tags(stores: Stores) -> list[str]:
    """On the thread of the storage."""
    return sorted({tag for each in stores.templates.all() for tag in each.template.tags})


def _fill(tab: ComposeTab, values: Mapping[str, str], notes: VariableNotes) -> None:
    """Puts values in the place of the variables on the screen, in the message and in the texts of the query."""
    audience = tab.audience.audience()
    with tab.undo.one_step(opens=False):
        tab.take_notes(notes)
        tab.form.fill(values)
        # A query that is none yet, or has a condition begun beside it, stays as it is.
        if isinstance(audience, Query):
            filled = with_strings(audience.text, lambda each: fill_text(each, values))
            if filled != audience.text:
                tab.audience.take(filled)
    tab.note(notes)
