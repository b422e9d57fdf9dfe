"""A tab: the message, who gets it, and the request that comes of both."""

import dataclasses
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from scoro_desktop.audience.query import Query
from scoro_desktop.audience.schema import Field
from scoro_desktop.messages.problems import FieldPath, Problem
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.sending.checks import ACCOUNT, QUERY
from scoro_desktop.sending.draft import Draft
from scoro_desktop.ui import wording
from scoro_desktop.ui.appearance import Colours
from scoro_desktop.ui.audience.audience_panel import AudiencePanel
from scoro_desktop.ui.audience.known_fields import KnownFields
from scoro_desktop.ui.audience.live_count import CountState, LiveCount
from scoro_desktop.ui.audience.sample_view import SampleView
from scoro_desktop.ui.background import Background
from scoro_desktop.ui.compose.form_tools import FormTools
from scoro_desktop.ui.compose.push_form import PushForm
from scoro_desktop.ui.compose.sms_costs import SmsCosts
from scoro_desktop.ui.compose.sms_form import SmsForm
from scoro_desktop.ui.current_account import CurrentAccount
from scoro_desktop.ui.preview.preview_pane import PreviewPane
from scoro_desktop.wire import JsonObject

COLLECTIONS = {Channel.PUSH: ("devices", "users", "roles"), Channel.SMS: ("users", "roles")}
"""Where each call may look for its recipients (reference: "Messages"); the first is the usual one."""


class ComposeTab(QWidget):
    """One channel's tab.

    `changed`: another draft. `count_changed`: another count of its audience. `saved_wanted`: the person asks for the
    saved audiences.
    """

    changed = Signal()
    count_changed = Signal()
    saved_wanted = Signal()

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
        super().__init__(parent)
        self.channel = channel
        self._current = current
        self._background = background
        self._touched = False
        self._previewed: object = None
        self._fields_of: tuple[Field, ...] = ()
        self.form: PushForm | SmsForm = (
            PushForm(self, tools=tools) if channel is Channel.PUSH else SmsForm(self, tools=tools)
        )
        self.audience = AudiencePanel(COLLECTIONS[channel], colours, background, refresh_icon, self)
        self.preview = PreviewPane(channel, colours, self)
        self.live_count = LiveCount(background, self)
        self.costs = SmsCosts(background, self)
        self.costs.changed.connect(self._costs_known)
        self.known_fields = KnownFields(background, self)
        self.audience.editor.offer_fields(lambda: self.known_fields.fields(self.audience.collection()))
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(self._scrolled(self.form))
        self.splitter.addWidget(self.audience)
        self.audience.setMinimumWidth(300)
        self.splitter.addWidget(self.preview)
        self.preview.setMinimumWidth(260)
        self.splitter.setSizes([440, 420, 400])
        self.splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)
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

    def draft(self) -> Draft:
        """What is on the screen."""
        audience = self.audience.audience()
        collection = self.audience.collection()
        draft = Draft(
            message=self.form.request(),
            collection=collection,
            audience=audience,
            audience_text=self.audience.text(),
            audience_problems=self.audience.problems(),
            input_problems=tuple(self.form.input_problems()),
            locked=self._locked(),
            suffix="" if self._current.account is None else self._current.account.sms_suffix,
            unfinished=self.audience.is_unfinished(),
        )
        if not isinstance(audience, Query):
            return draft
        return dataclasses.replace(draft, field_findings=self.known_fields.findings(collection, draft.query()))

    def load(self, request: Request, *, everyone: bool, query_text: str) -> None:
        """Shows a message with its audience, in place of what is on the screen."""
        self.form.load(request)
        self.audience.load(request.collection, everyone=everyone, text=query_text)
        self._touched = True
        self.changed.emit()

    def state(self) -> JsonObject:
        """What is on the screen, to be kept; without any key."""
        return {
            "form": self.form.state(),
            "touched": self._touched,
            "collection": self.audience.collection(),
            "everyone": self.audience.everyone.isChecked(),
            "mode": self.audience.mode(),
            "query_text": self.audience.editor.text(),
            "unfinished": self.audience.is_unfinished(),
        }

    def is_blank(self) -> bool:
        """Whether nothing was written or chosen that could be missed."""
        aside: JsonObject = {"collection": "", "mode": "", "touched": False}
        return {**self.state(), **aside} == {**self._blank, **aside}

    def restore(self, state: JsonObject) -> None:
        """Shows what `state` gave; what is not of its shape is left out."""
        form, text, collection = state.get("form"), state.get("query_text"), state.get("collection")
        if not isinstance(form, dict):
            return
        self.form.restore(form)
        self.audience.load(
            collection if isinstance(collection, str) else None,
            everyone=state.get("everyone") is True,
            text=text if isinstance(text, str) else "",
            mode=str(state.get("mode")),
            unfinished=state.get("unfinished") is True,
        )
        self._touched = state.get("touched") is True
        self.changed.emit()

    def clear(self) -> None:
        """Starts anew: an empty message, and nobody chosen."""
        self.form.load(Request(self.channel))
        self.audience.load(COLLECTIONS[self.channel][0], everyone=False, text="")
        self._touched = False
        self.changed.emit()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Puts each problem beside its field. A form that was not touched yet is not scolded."""
        self.form.clear_section_problems()
        self.audience.show_notes([each for each in problems if each.field[:1] == QUERY and each.params])
        shown = {}
        for problem in problems if self._touched else ():
            if problem.field[:1] in {QUERY, ACCOUNT}:
                continue
            owner = self.form.owner(problem.field)
            text = wording.problem(problem)
            if owner is None:
                self.form.show_section_problem(problem.field, text, warning=not problem.stops)
            elif owner not in shown:
                shown[owner] = (text, not problem.stops)
        for field in self.form.fields():
            text, warning = shown.get(field, ("", False))
            field.show_problem(text, warning=warning)

    def show_request(self, draft: Draft) -> None:
        """Brings the preview up to date with what is on the screen, where it can be seen."""
        keys = self._current.keys
        has_session = keys is not None and bool(keys.session)
        message = repr((draft.outgoing().to_wire(), draft.locked))  # 1 and true are equal, and not the same request
        shown = (self._current.account, draft.collection, message, draft.audience, has_session)
        if self.preview.isHidden() or shown == self._previewed:  # it would be written out, which may be a megabyte
            return
        self._previewed = shown
        if draft.audience is None:
            body: JsonObject = {"coll": draft.collection, **draft.outgoing().to_wire()}
        else:
            body = draft.request().to_wire()
        self.preview.show_request(self._current.account, self.channel, body, has_session=has_session)

    def go_to(self, path: FieldPath) -> None:
        """Puts the keyboard on the place that a problem is about."""
        self._touched = True
        if path[:1] == QUERY:
            target: QWidget = self.audience.go_to_problem()
        else:
            target = self.form.reveal(path)
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        for area in self.findChildren(QScrollArea):
            page = area.widget()
            if page is not None and page.isAncestorOf(target):
                area.ensureWidgetVisible(target, 16, 48)

    def _show_sample(self) -> None:
        make_client, draft = self._current.client(), self.draft()
        if make_client is not None and draft.audience is not None:
            fields = self.known_fields.fields(draft.collection)
            SampleView(make_client, draft.collection, draft.query(), self._background, fields, self).open()

    def _form_edited(self) -> None:
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
        if isinstance(self.form, SmsForm):
            self.form.meter.show_account(account)
            self.form.mark()
        self.audience.show_locked("" if account is None else account.locked_clause)
        self.known_fields.use(self._current.account, self._current.client())
        self.live_count.ask(None, "", None)  # the count of another account must not stand, however shortly
        self._audience_edited()

    def _fields_known(self) -> None:
        self.audience.conditions.set_fields(self.known_fields.fields(self.audience.collection()))
        self.changed.emit()

    def _audience_edited(self) -> None:
        draft = self.draft()
        if self._fields_of != (fields := self.known_fields.fields(draft.collection)):
            self._fields_of = fields
            self.audience.conditions.set_fields(fields)
        query = None if draft.audience is None else draft.query()
        self.live_count.ask(self._current.client(), draft.collection, query)
        self.changed.emit()

    def _counted(self) -> None:
        self.audience.count.show_count(self.live_count.count, self.audience.collection())
        if isinstance(self.form, SmsForm):
            draft = self.draft()
            query = None if draft.audience is None else draft.query()
            self.costs.ask(self._current.client(), draft.collection, query, self._known(), self._current.account)
        self.count_changed.emit()

    def _known(self) -> int | None:
        count = self.live_count.count
        return count.value if count.state is CountState.KNOWN else None

    def _costs_known(self) -> None:
        if isinstance(self.form, SmsForm):
            self.form.meter.show_reach(self.costs.reach, self._known())

    def _scrolled(self, widget: QWidget) -> QScrollArea:
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(widget)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the keyboard within; a stop of its own says nothing
        area.setMinimumWidth(320)
        return area
