"""A tab: the message, who gets it, and the request that comes of both."""

import dataclasses
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from scoro_desktop.audience.known_values import KnownValue
from scoro_desktop.audience.query import Query
from scoro_desktop.audience.schema import Field
from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.messages.problems import FieldPath, Problem
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.messages.variables import VariableNotes
from scoro_desktop.sending.checks import ACCOUNT, QUERY, query_to_count
from scoro_desktop.sending.draft import Draft
from scoro_desktop.ui.audience.audience_panel import AudiencePanel
from scoro_desktop.ui.audience.known_fields import KnownFields
from scoro_desktop.ui.audience.live_count import CountState, LiveCount
from scoro_desktop.ui.audience.sample_view import SampleView
from scoro_desktop.ui.channels.registry import VIEWS
from scoro_desktop.ui.compose.beside_fields import show_beside
from scoro_desktop.ui.compose.form_tools import FormTools
from scoro_desktop.ui.compose.sms_costs import SmsCosts
from scoro_desktop.ui.compose.undo import FormUndo
from scoro_desktop.ui.kit.appearance import Colours
from scoro_desktop.ui.kit.page import Page
from scoro_desktop.ui.kit.page_scroll_area import PageScrollArea, put_keyboard
from scoro_desktop.ui.preview.preview_pane import PreviewPane
from scoro_desktop.ui.runtime.background import Background
from scoro_desktop.ui.runtime.current_account import CurrentAccount
from scoro_desktop.wire import JsonObject


class ComposeTab(Page):
    """One channel's tab.

    `changed`: another draft. `count_changed`: another count of its audience. `saved_wanted`: the person asks for the
    saved audiences. `brought_back`: undoing or redoing showed another message; whether it goes to everyone although the
    one before did not.
    """

    changed = Signal()
    count_changed = Signal()
    saved_wanted = Signal()
    brought_back = Signal(bool)

    def __init__(
        self,
        channel: Channel,
        current: CurrentAccount,
        background: Background,
        colours: Colours,
        refresh_icon: QIcon,
        parent: QWidget | None = None,
        *,
        tools: FormTools | None = None,
    ) -> None:
        super().__init__(channel.value, parent)
        self.channel = channel
        self._current = current
        self._background = background
        self._touched = False
        self.notes = VariableNotes()
        self._everyone_again = False
        self._is_asking = False
        self._previewed: object = None
        self._fields_of: tuple[Field, ...] = ()
        self.form = VIEWS[channel].form(self, tools)
        self.audience = AudiencePanel(CHANNELS[channel].collections, colours, background, refresh_icon, self)
        self.preview = PreviewPane(channel, colours, self)
        self.live_count = LiveCount(background, self)
        self.costs = SmsCosts(background, self)
        self.costs.changed.connect(self._costs_known)
        self.known_fields = KnownFields(background, self)
        self.audience.editor.offer_fields(lambda: self.known_fields.fields(self.audience.collection()))
        self.audience.editor.offer_values(self._values_of)
        self.audience.conditions.builder.offer_values(self._values_of)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        area = PageScrollArea(self.form, self)
        area.setMinimumWidth(320)
        self.splitter.addWidget(area)
        self.splitter.addWidget(self.audience)
        self.audience.setMinimumWidth(300)
        self.splitter.addWidget(self.preview)
        self.preview.setMinimumWidth(260)
        self.splitter.setSizes([440, 420, 400])
        self.splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)
        self.undo = FormUndo(self.form, self.form, self)
        self.undo.gone_to.connect(self._gone_to)
        self.form.field_edited.connect(self.undo.field_edited)
        self.form.changed.connect(self._form_edited)
        self.audience.changed.connect(self._audience_edited)
        self.audience.count.again.connect(self.live_count.again)
        self.audience.count.sample.connect(self._show_sample)
        self.audience.saved.clicked.connect(self.saved_wanted)
        self.live_count.changed.connect(self._counted)
        self.known_fields.changed.connect(self._fields_known)
        self.preview.came_into_view.connect(lambda: self.show_request(self.draft()))
        current.changed.connect(self._account_changed)
        self._blank = self.state()
        self._audience_edited()

    def title(self) -> str:
        """The word for its channel."""
        return VIEWS[self.channel].name()

    def is_closable(self) -> bool:
        """Returns False: there is a place for messages of each channel."""
        return False

    def draft(self) -> Draft:
        """Returns the content of the screen."""
        audience = self.audience.audience()
        collection = self.audience.collection()
        being_read = not self.audience.everyone.isChecked() and self.audience.json.reading() is None
        draft = Draft(
            message=self.form.request(),
            collection=collection,
            audience=audience,
            audience_text="" if being_read else self.audience.text(),  # 1 MB is not fetched with every key
            audience_problems=self.audience.problems(),
            input_problems=tuple(self.form.input_problems()),
            locked=self._locked(),
            suffix="" if self._current.account is None else self._current.account.sms_suffix,
            unfinished=self.audience.is_unfinished(),
            being_read=being_read,
            in_doubt=self.audience.is_in_doubt(),
            as_they_stand=self.notes.as_they_stand,
        )
        if not isinstance(audience, Query):
            return draft
        return dataclasses.replace(draft, field_findings=self.known_fields.findings(collection, draft.query()))

    def load(self, request: Request, *, everyone: bool, query_text: str, notes: VariableNotes | None = None) -> None:
        """Shows a message with its audience, in place of what is on the screen; `notes`: of its variables."""
        with self.undo.one_step():
            self.notes = notes or VariableNotes()
            self.form.load(request)
            self.audience.load(request.collection, everyone=everyone, text=query_text)
        self._touched = True
        self.changed.emit()

    def note(self, notes: VariableNotes) -> None:
        """Takes what is known of the variables in the message that was just loaded or filled in."""
        self.notes = notes
        self._touched = True
        self._audience_edited()

    def state(self) -> JsonObject:
        """Returns the content of the screen, to be kept; without any key."""
        return {"form": self.form.state(), "touched": self._touched, **self._recipients()}

    def around(self) -> JsonObject:
        """Returns the audience, to be put back with `restore_around`."""
        self.audience.settle()
        return self._recipients()

    def _recipients(self) -> JsonObject:
        return {
            "collection": self.audience.collection(),
            "everyone": self.audience.everyone.isChecked(),
            "mode": self.audience.mode(),
            "query_text": self.audience.editor.text(),
            "unfinished": self.audience.is_unfinished(),
            "conditions": self.audience.rows(),
            "variables": self.notes.to_state(),
        }

    def is_blank(self) -> bool:
        """Tells whether nothing was written or chosen that could be missed."""
        aside: JsonObject = {"collection": "", "mode": "", "touched": False, "variables": {}}
        return {**self.state(), **aside} == {**self._blank, **aside}

    def restore(self, state: JsonObject) -> None:
        """Shows what `state` gave; what is not of its shape is left out."""
        form = state.get("form")
        if not isinstance(form, dict):
            return
        with self.undo.one_step():
            self.form.restore(form)
            self.restore_around(state)
        self._touched = state.get("touched") is True
        self.changed.emit()

    def restore_around(self, around: JsonObject) -> None:
        """Shows whom `around` gave; what is not of its shape is left out."""
        self.notes = VariableNotes.from_state(around.get("variables"))
        text, collection, rows = around.get("query_text"), around.get("collection"), around.get("conditions")
        mode, unfinished = str(around.get("mode")), around.get("unfinished") is True
        if unfinished and not isinstance(rows, dict):  # of a version before: under JSON the rest alone would be sent to
            mode = "conditions"
        was_everyone = self.audience.everyone.isChecked()
        self.audience.load(
            collection if isinstance(collection, str) else None,
            everyone=around.get("everyone") is True,
            text=text if isinstance(text, str) else "",
            mode=mode,
            unfinished=unfinished,
            rows=rows if isinstance(rows, dict) else None,
        )
        self._everyone_again = self.audience.everyone.isChecked() and not was_everyone

    def clear(self) -> None:
        """Starts anew: an empty message, and nobody chosen."""
        with self.undo.one_step():
            self.notes = VariableNotes()
            self.form.load(Request(self.channel))
            self.audience.load(CHANNELS[self.channel].collections[0], everyone=False, text="")
        self._touched = False
        self.changed.emit()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Puts each problem beside its field. A form that was not touched yet is not scolded."""
        self.audience.notes.show_problems([each for each in problems if each.field[:1] == QUERY and each.params])
        show_beside(self.form, [each for each in problems if each.field[:1] not in {QUERY, ACCOUNT} and self._touched])

    def show_request(self, draft: Draft) -> None:
        """Brings the preview up to date with what is on the screen, where it can be seen."""
        keys = self._current.keys
        has_session = keys is not None and bool(keys.session)
        message = repr((draft.outgoing().to_wire(), draft.locked))  # 1 and true are equal, and not the same request
        shown = (self._current.account, draft.collection, message, draft.audience, has_session)
        if self.preview.isHidden() or shown == self._previewed:  # it would be written out, which may be a megabyte
            return
        self._previewed = shown
        self.preview.show_request(self._current.account, self.channel, draft.so_far(), has_session=has_session)

    def place_of(self, path: FieldPath) -> str:
        """Returns the place of a problem in words."""
        if path[:1] == QUERY:
            return self.tr("Audience")
        return self.tr("Account") if path[:1] == ACCOUNT else self.form.place_of(path)

    def go_to(self, path: FieldPath) -> None:
        """Puts the keyboard on the place that a problem is about."""
        self._touched = True
        if path[:1] == QUERY:
            target: QWidget = self.audience.go_to_problem()
        else:
            target = self.form.reveal(path)
        put_keyboard(target, self)

    def go_to_start(self) -> None:
        """Puts the keyboard where another message begins, however far down the one before was scrolled."""
        put_keyboard(self.form.first(), self, from_the_top=True)

    def _show_sample(self) -> None:
        make_client, draft = self._current.client(), self.draft()
        if make_client is not None and draft.audience is not None:
            fields = self.known_fields.fields(draft.collection)
            SampleView(make_client, draft.collection, draft.query(), self._background, fields, self).open()

    def _gone_to(self, target: QWidget | None) -> None:
        self._touched = not self.is_blank()
        self.changed.emit()
        if target is not None:
            put_keyboard(target, self)
        else:
            self.go_to_start()
            self.brought_back.emit(self._everyone_again)
        self._everyone_again = False

    def _form_edited(self) -> None:
        self.undo.record()
        self._touched = True
        self.changed.emit()

    def _locked(self) -> JsonObject | None:
        account = self._current.account
        try:
            return None if account is None else account.locked_query()
        except ValueError:  # a problem of the account, which stops the send
            return None

    def _account_changed(self) -> None:
        account = self._current.account
        self.form.show_account(account)
        self.audience.locked.show_clause("" if account is None else account.locked_clause)
        self.known_fields.use(self._current.account, self._current.client())
        self.live_count.ask(None, "", None)  # the count of another account must not stand, however shortly
        self._audience_edited()

    def _values_of(self, field: str) -> tuple[KnownValue, ...]:
        return self.known_fields.values(self.audience.collection(), field)

    def _fields_known(self) -> None:
        self.audience.conditions.set_fields(self.known_fields.fields(self.audience.collection()))
        self.changed.emit()

    def _audience_edited(self) -> None:
        draft = self.draft()
        if self._fields_of != (fields := self.known_fields.fields(draft.collection)):
            self._fields_of = fields
            self.audience.conditions.set_fields(fields)
        self._is_asking = True  # that it is counted now is told along with what is counted
        self.live_count.ask(self._current.client(), draft.collection, query_to_count(draft))
        self._is_asking = False
        self.changed.emit()

    def _counted(self) -> None:
        self.audience.count.show_count(self.live_count.count, self.audience.collection())
        if CHANNELS[self.channel].is_paid_by_part:
            draft, known, account = self.draft(), self._known(), self._current.account
            self.costs.ask(self._current.client(), draft.collection, query_to_count(draft), known, account)
        if not self._is_asking:
            self.count_changed.emit()

    def _known(self) -> int | None:
        count = self.live_count.count
        return count.value if count.state is CountState.KNOWN else None

    def _costs_known(self) -> None:
        self.form.show_reach(self.costs.reach, self._known())
