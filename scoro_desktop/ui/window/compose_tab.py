"""A tab: the message, who gets it, and the request that comes of both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from scoro_desktop.ui.channels.registry import VIEWS
from scoro_desktop.ui.kit.ahead import loaded
from scoro_desktop.ui.kit.page_scroll_area import put_keyboard
from scoro_desktop.ui.window.built_tab import BuiltTab

if TYPE_CHECKING:
    from scoro_desktop.audience.known_values import KnownValue
    from scoro_desktop.messages.campaign_plan import CampaignPlan
    from scoro_desktop.messages.channels.channel import Channel
    from scoro_desktop.messages.problems import FieldPath, Problem
    from scoro_desktop.messages.request import Request
    from scoro_desktop.messages.variables import VariableNotes
    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.sending.draft import Draft
    from scoro_desktop.sending.later.frozen import TemplateMark
    from scoro_desktop.ui.compose.form_tools import FormTools
    from scoro_desktop.ui.kit.appearance import Appearance
    from scoro_desktop.ui.kit.completions import Proposal
    from scoro_desktop.ui.runtime.background import Background
    from scoro_desktop.ui.runtime.current_account import CurrentAccount
    from scoro_desktop.wire import JsonObject


class ComposeTab(BuiltTab):
    """One channel's tab.

    `parts_changed`: of the composition, those that are different now. `changed`: of what is kept on the disk, anything.
    `count_changed`: another count of its audience. `getting_changed`: of those, maybe others can get the message.
    `saved_wanted`: the person asks for the saved audiences. `brought_back`: undoing or redoing showed another message;
    whether it goes to everyone although the one before did not. `copy_wanted(Shell, bool)` and `jump(tuple)` come from
    its preview.
    """

    brought_back = Signal(bool)

    def __init__(
        self,
        channel: Channel,
        current: CurrentAccount,
        background: Background,
        appearance: Appearance,
        parent: QWidget | None = None,
        *,
        tools: FormTools | None = None,
        ready: Callable[[str], Callable[[], bool]] = loaded,
    ) -> None:
        """`ready`: gives what tells when a module need not be waited for any longer."""
        self._kept: tuple[object, JsonObject] | None = None
        self._form_state: tuple[Request, JsonObject] | None = None  # as the message in it was read, the state
        self._shown: tuple[Sequence[Problem], bool, Request] | None = None
        self._everyone_again = False
        self.made_of: TemplateMark | None = None
        """The template that the message was made of, as it was then; kept with what stands here."""
        self.plan: CampaignPlan | None = None  # how a campaign with the message was led
        self.getting: int | None = None
        """Those of the audience who can get the message; None where that is all of them, or is not known."""
        self.columns: Callable[[], Sequence[str]] = tuple  # titles of the list that a campaign has
        self._previewed: tuple[Draft, Account | None, bool] | None = None
        super().__init__(channel, current, background, appearance, parent, tools=tools, ready=ready)

    def title(self) -> str:
        """The word for its channel."""
        return VIEWS[self.channel].name()

    def is_closable(self) -> bool:
        """Returns False: there is a place for messages of each channel."""
        return False

    def draft(self) -> Draft:
        """Returns what is composed."""
        return self.composer.draft()

    @property
    def notes(self) -> VariableNotes:
        """The notes on the variables in the message."""
        return self.composition.notes

    def take_notes(self, notes: VariableNotes) -> None:
        """Takes what is known of the variables in the message that is about to be loaded or filled in."""
        from scoro_desktop.composing.changes import NotesTaken

        self.composer.take(NotesTaken(notes))

    def load(self, request: Request, *, everyone: bool, query_text: str, notes: VariableNotes | None = None) -> None:
        """Shows a message with its audience, in place of what is on the screen; `notes`: of its variables."""
        from scoro_desktop.messages.variables import VariableNotes

        with self.undo.one_step():
            self.load_message(request, notes or VariableNotes())
            self.audience.load(request.collection, everyone=everyone, text=query_text)
        self.composer.touch(True)

    def load_message(self, request: Request, notes: VariableNotes) -> None:
        """Shows a message in place of the one on the screen; the audience stays. What follows is told by `note`."""
        self.take_notes(notes)
        self.form.load(request)
        self.composer.read_message()

    def note(self, notes: VariableNotes) -> None:
        """Takes what is known of the variables in the message that was just loaded or filled in."""
        from scoro_desktop.composing.changes import Touched

        self.take_notes(notes)
        self.composer.read_message()
        self.composer.take(Touched(begun=True))
        self.composer.audience_edited()

    def note_sent(self, request: JsonObject) -> None:
        """Takes note of a request that was sent, perhaps of what stands here; it is kept as well."""
        self.form.note_sent(request)
        self._form_state = None
        self.changed.emit()

    def state(self) -> JsonObject:
        """Returns the content of the screen, to be kept; without any key."""
        if self.has_failed:  # the audience that was left, as far as anybody knows
            return {**(self._left or {}), "form": self.form.state()}
        message = self.composition.message
        if self._form_state is None or self._form_state[0] is not message or any(self.form.altered()):
            self._form_state = (message, self.form.state())
        around = self.state_around()
        if self.plan is not None or self.made_of is not None:
            from scoro_desktop.ui.window import made_from

            around |= made_from.kept(self.plan, self.made_of)
        return {"form": self._form_state[1], "touched": self.composition.touched, **around}

    def around(self) -> JsonObject:
        """Returns the audience, to be put back with `restore_around`."""
        self.audience.settle()
        return self.state_around()

    def state_around(self) -> JsonObject:
        """Returns the audience with the notes as they are kept, put together once for each state of them."""
        now = (self.audience.stamp(), self.composition.notes)
        if self._kept is None or self._kept[0] != now:
            self._kept = (now, {**self.audience.kept(), "variables": now[1].to_state()})
        return dict(self._kept[1])

    def is_blank(self) -> bool:
        """Tells whether nothing was written or chosen that could be missed."""
        aside: JsonObject = dict.fromkeys(("collection", "mode", "touched", "variables", "campaign", "template"))
        return {**self.state(), **aside} == {**self._blank, **aside}

    def restore(self, state: JsonObject) -> None:
        """Shows what `state` gave; what is not of its shape is left out."""
        form = state.get("form")
        if not isinstance(form, dict):
            return
        with self.undo.one_step():
            self.form.restore(form)
            self.composer.read_message()
            self.restore_around(state)
        self._take_origin(state)
        self.composer.touch(state.get("touched") is True)

    def restore_around(self, around: JsonObject) -> None:
        """Shows whom `around` gave; what is not of its shape is left out."""
        from scoro_desktop.messages.variables import VariableNotes

        self.take_notes(VariableNotes.from_state(around.get("variables")))
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
        from scoro_desktop.messages.channels.registry import CHANNELS
        from scoro_desktop.messages.request import Request
        from scoro_desktop.messages.variables import VariableNotes

        with self.undo.one_step():
            self.load_message(Request(self.channel), VariableNotes())
            self.audience.load(CHANNELS[self.channel].collections[0], everyone=False, text="")
        self.composer.touch(False)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Puts each problem beside its field. A form that was not touched yet is not scolded."""
        from scoro_desktop.sending.checks import ACCOUNT, QUERY
        from scoro_desktop.ui.compose.beside_fields import show_beside

        shown = (problems, self.composition.touched, self.composition.message)
        was, self._shown = self._shown, shown
        if was is not None and was[0] is problems and was[1] is shown[1]:
            if was[2] is not shown[2]:
                self.form.tell_folded(only_altered=True)
            return
        self.audience.notes.show_problems([each for each in problems if each.field[:1] == QUERY and each.params])
        touched = self.composition.touched
        show_beside(self.form, [each for each in problems if each.field[:1] not in {QUERY, ACCOUNT} and touched])

    def show_request(self, draft: Draft) -> None:
        """Brings the preview up to date with what is composed, where it can be seen."""
        keys = self._current.keys
        shown = (draft, self._current.account, keys is not None and bool(keys.session))
        was = self._previewed
        if self.preview.isHidden() or (was is not None and was[0] is draft and was[1:] == shown[1:]):
            return
        self._previewed = shown
        self.preview.show_request(self._current.account, draft, has_session=shown[2])

    def place_of(self, path: FieldPath) -> str:
        """Returns the place of a problem in words."""
        from scoro_desktop.sending.checks import ACCOUNT, QUERY

        if path[:1] == QUERY:
            return self.tr("Audience")
        return self.tr("Account") if path[:1] == ACCOUNT else self.form.place_of(path)

    def go_to(self, path: FieldPath) -> None:
        """Puts the keyboard on the place that a problem is about."""
        from scoro_desktop.composing.changes import Touched
        from scoro_desktop.sending.checks import QUERY

        self.composer.take(Touched(begun=True))
        if path[:1] == QUERY:
            target: QWidget = self.audience.go_to_problem()
        else:
            target = self.form.reveal(path)
        put_keyboard(target, self)

    def go_to_start(self) -> None:
        """Puts the keyboard where another message begins, however far down the one before was scrolled."""
        put_keyboard(self.form.first(), self, from_the_top=True)

    def _show_sample(self) -> None:
        from scoro_desktop.ui.audience.sample_view import SampleView

        make_client, draft = self._current.client(), self.draft()
        if make_client is not None and draft.audience is not None:
            fields = self.known_fields.fields(draft.collection)
            SampleView(make_client, draft.collection, draft.query(), self._background, fields, self).open()

    def _preview_seen(self) -> None:
        self.show_request(self.draft())

    def _gone_to(self, target: QWidget | None) -> None:
        self.composer.read_message()
        self.composer.touch(not self.is_blank())
        if target is not None:
            put_keyboard(target, self)
        else:
            self.go_to_start()
            self.brought_back.emit(self._everyone_again)
        self._everyone_again = False

    def _form_edited(self) -> None:
        if "composer" not in self.__dict__:
            self.undo.record()
            self._is_early = True
            return
        self.composer.read_message()
        self.undo.record()
        if self.composition.touched:
            self.composer.tell()
        else:
            self.composer.touch(True)

    def _account_changed(self) -> None:
        account = self._current.account
        self.form.show_account(account)
        self.audience.locked.show_clause(account)
        self.known_fields.use(self._current.account, self._current.client())
        self.composer.account_changed()

    def _values_of(self, field: str) -> tuple[KnownValue, ...]:
        return self.known_fields.values(self.audience.collection(), field)

    def _names(self) -> Sequence[Proposal]:
        from scoro_desktop.ui.window.offered_names import offered_names

        return offered_names(self, self.columns())

    def _counted(self) -> None:
        from scoro_desktop.messages.channels.registry import CHANNELS
        from scoro_desktop.sending.checks import query_to_count

        live = self.live_count
        is_broken = not live.collection and any(each.code == "bad_query" for each in self.composition.problems())
        in_doubt = not live.collection and self.audience.is_in_doubt()
        self.audience.count.show_count(live.count, live.collection, is_broken=is_broken, is_in_doubt=in_doubt)
        if CHANNELS[self.channel].is_paid_by_part:
            draft, known, account = self.draft(), self._known(), self._current.account
            self.costs.ask(self._current.client(), draft.collection, query_to_count(draft), known, account)

    def _known(self) -> int | None:
        from scoro_desktop.composing.counts import CountState

        count = self.live_count.count
        return count.value if count.state is CountState.KNOWN else None

    def _costs_known(self) -> None:
        reach = self.costs.reach
        self.form.show_reach(reach, self._known())
        self.getting = None if reach is None or not reach.phones else reach.people
        if self.is_built:
            self.getting_changed.emit()
