"""The making of a tab: its form at once, the rest in steps, or at once where a part is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scoro_desktop.ui.channels.registry import VIEWS
from scoro_desktop.ui.compose.message_form import FormArea
from scoro_desktop.ui.compose.undo import FormUndo
from scoro_desktop.ui.kit import assets
from scoro_desktop.ui.kit.ahead import loaded
from scoro_desktop.ui.kit.page import Page
from scoro_desktop.ui.kit.splitter import Splitter
from scoro_desktop.ui.kit.unhurried import Steps, Unhurried

if TYPE_CHECKING:  # imported where they are made: the first frame shows no more than a form
    from scoro_desktop.audience.known_values import KnownValue
    from scoro_desktop.composing.composition import Composition
    from scoro_desktop.messages.channels.channel import Channel
    from scoro_desktop.sending.later.frozen import TemplateMark
    from scoro_desktop.ui.audience.audience_panel import AudiencePanel
    from scoro_desktop.ui.audience.known_fields import KnownFields
    from scoro_desktop.ui.audience.live_count import LiveCount
    from scoro_desktop.ui.compose.form_tools import FormTools
    from scoro_desktop.ui.compose.message_form import MessageForm
    from scoro_desktop.ui.compose.sms_costs import SmsCosts
    from scoro_desktop.ui.kit.appearance import Appearance
    from scoro_desktop.ui.kit.completions import Proposal
    from scoro_desktop.ui.preview.preview_pane import PreviewPane
    from scoro_desktop.ui.runtime.background import Background
    from scoro_desktop.ui.runtime.current_account import CurrentAccount
    from scoro_desktop.ui.window.composer import Composer
    from scoro_desktop.wire import JsonObject

LEAST_WIDTHS: Final = (320, 300, 260)
"""Of the form, the audience and the preview, in pixels."""
PARTS: Final = frozenset(
    {"form", "undo", "audience", "composition", "composer", "live_count", "costs", "known_fields", "preview"}
)
"""Attributes that are there once they were made, which asking for one brings about."""


class BuiltTab(Page):
    """A tab of three columns, made of parts.

    `built`: every part is there. What is asked for before is made at once, and the rest with it: nobody meets a part
    that is missing.
    """

    parts_changed = Signal(object)
    changed = Signal()
    count_changed = Signal()
    getting_changed = Signal()
    saved_wanted = Signal()
    built = Signal()
    made_of: TemplateMark | None
    copy_wanted = Signal(object, bool)
    jump = Signal(tuple)
    account_wanted = Signal(str)

    form: MessageForm
    undo: FormUndo
    audience: AudiencePanel
    preview: PreviewPane
    live_count: LiveCount
    costs: SmsCosts
    known_fields: KnownFields
    composition: Composition
    composer: Composer

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
        super().__init__(channel.value, parent)
        self.channel = channel
        self._current = current
        self._background = background
        self._appearance = appearance
        self._tools = tools
        self._ready = ready
        self.is_built = False
        self._left: JsonObject | None = None  # what stood here when the app ended
        self._is_early = False  # something was written before there was a composer
        self._has_doubt = False  # the same of a doubt
        self._when_built: list[Callable[[], object]] = []
        self.splitter = Splitter(Qt.Orientation.Horizontal, self)
        self.splitter.setAccessibleName(self.tr("Message, audience and preview"))
        self._places = [QWidget(self.splitter) for _ in LEAST_WIDTHS]
        for place, width in zip(self._places, LEAST_WIDTHS, strict=True):
            place.setProperty("role", "page")
            place.setMinimumWidth(width)
            self.splitter.addWidget(place)
        self.splitter.setSizes([440, 420, 400])
        self.splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)
        self.building = Unhurried(self._build(), self)
        self.building.done.connect(self._end)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            """Makes a part that is asked for, and the others with it."""
            if name in PARTS and not self.building.is_done:
                self.building.finish()
                if name in self.__dict__:
                    return self.__dict__[name]
            raise AttributeError(name)

    def showEvent(self, event: QShowEvent) -> None:
        """Makes the form of a message, which is about to be seen; the rest follows as the event loop gets to it."""
        super().showEvent(event)
        if not self.has_begun:
            self.building.step()
            self.building.begin()

    @property
    def has_begun(self) -> bool:
        """Tells whether a person could have written something here."""
        return "form" in self.__dict__

    @property
    def has_failed(self) -> bool:
        """Tells whether a part could not be made, and there is no composition."""
        return self.building.is_done and not self.is_built

    def when_built(self, act: Callable[[], object]) -> None:
        """Calls `act` once every part is there, which may be now."""
        if self.is_built:
            act()
        else:
            self._when_built.append(act)

    def begin_with(self, left: JsonObject | None) -> None:
        """Takes what stood here when the app ended, before anything is made: it is shown as the parts are made."""
        self._left = left

    def begin(self) -> None:
        """Makes the form; the rest follows as the event loop gets to it."""
        self.building.step()

    def set_colours(self) -> None:
        """Draws itself in the colours of another scheme; what is not made yet takes them by itself."""
        if self.is_built:
            colours = self._appearance.colours
            self.audience.set_colours(colours, assets.icon("refresh", colours.text))
            self.preview.set_colours(colours)

    def show_preview(self, shown: bool) -> None:
        """Shows the preview or folds it away."""
        self._places[-1].setVisible(shown)
        if "preview" in self.__dict__:
            self.preview.setVisible(shown)

    def doubt(self) -> None:
        """Lets no audience stand until a person edits one: something went wrong in the app."""
        if "composer" in self.__dict__:  # also where the tab broke after it was made
            self.composer.doubt()
        if not self.is_built:
            self._has_doubt = True

    def _build(self) -> Steps:
        self.form = VIEWS[self.channel].form(self, self._tools)
        self.form.names = self._names
        self._blank_form = self.form.state()
        left = self._left or {}
        if isinstance(form := left.get("form"), dict):
            self.form.restore(form)
        self._put(0, FormArea(self.form, self._places[0]))
        self.undo = FormUndo(self.form, self.form, self)
        self.undo.gone_to.connect(self._gone_to)
        self.form.field_edited.connect(self.undo.field_edited)
        self.form.changed.connect(self._form_edited)
        self.form.account_wanted.connect(self.account_wanted)
        yield self._ready("scoro_desktop.ui.audience.audience_panel")
        from scoro_desktop.messages.channels.registry import CHANNELS
        from scoro_desktop.ui.audience.audience_panel import AudiencePanel

        entry, colours = CHANNELS[self.channel], self._appearance.colours
        refresh = assets.icon("refresh", colours.text)
        audience = AudiencePanel(entry.collections, colours, self._background, refresh, self._places[1])
        yield self._ready("scoro_desktop.ui.window.composer")
        from scoro_desktop.composing.composition import Composition

        self.composition = Composition(self.channel, entry.collections[0])
        self.audience = audience
        self._compose()
        yield None
        if isinstance(form, dict):
            self.restore_around(left)  # before it is seen: what a person chooses there is not taken back
            self._take_origin(left)
        yield None
        self._places[1].setUpdatesEnabled(False)  # laid out in two turns, for its words wrap, and painted in the next
        self._put(1, audience)
        yield None
        yield None
        self._places[1].setUpdatesEnabled(True)
        yield self._ready("scoro_desktop.ui.preview.preview_pane")
        from scoro_desktop.ui.preview.preview_pane import PreviewPane

        preview = PreviewPane(self.channel, self._appearance.colours, self._places[2])
        preview.came_into_view.connect(self._preview_seen)
        preview.curl.wanted.connect(self.copy_wanted)
        preview.jump.connect(self.jump)
        self.preview = preview
        self._put(2, preview)

    def _compose(self) -> None:
        """Makes the composition of what stands in the form and the audience, and what watches over it."""
        from scoro_desktop.ui.audience.known_fields import KnownFields
        from scoro_desktop.ui.audience.live_count import LiveCount
        from scoro_desktop.ui.compose.sms_costs import SmsCosts
        from scoro_desktop.ui.window.composer import Composer

        self.live_count = LiveCount(self._background, self)
        self.costs = SmsCosts(self._background, self)
        self.costs.changed.connect(self._costs_known)
        self.known_fields = KnownFields(self._background, self)
        self.known_fields.changed.connect(self.form.names_known)
        self.audience.editor.offer_fields(lambda: self.known_fields.fields(self.audience.collection()))
        self.audience.editor.offer_values(self._values_of)
        self.audience.conditions.builder.offer_values(self._values_of)
        self.live_count.changed.connect(self._counted)
        self.composer = Composer(
            self.composition, self.form, self.audience, self.known_fields, self.live_count, self._current, self
        )
        self.audience.count.again.connect(self.live_count.again)
        self.audience.count.sample.connect(self._show_sample)
        self.audience.saved.clicked.connect(self.saved_wanted)
        self._blank = {"form": self._blank_form, "touched": False, **self.state_around()}
        self.composer.begin()
        self._current.changed.connect(self._account_changed)
        self._account_changed()

    def _end(self) -> None:
        """Takes up what came before all parts were there."""
        left = self._left or {}
        if isinstance(left.get("form"), dict):
            self.composer.touch(left.get("touched") is True)
        self.is_built = True
        self.composer.parts_changed.connect(self.parts_changed)
        self.composer.changed.connect(self.changed)
        self.composer.count_changed.connect(self.count_changed)
        if self._is_early:
            self._form_edited()
        if self._has_doubt:
            self.composer.doubt()
        acts, self._when_built = self._when_built, []
        for act in acts:
            act()
        self.built.emit()

    def _put(self, number: int, part: QWidget) -> None:
        """Has a part, which was made in its place, fill it: with another parent it would be given its style anew."""
        place = self._places[number]
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(part)
        part.setVisible(not place.isHidden())

    def _preview_seen(self) -> None:
        raise NotImplementedError

    def _gone_to(self, target: QWidget | None) -> None:
        raise NotImplementedError

    def _form_edited(self) -> None:
        raise NotImplementedError

    def _account_changed(self) -> None:
        raise NotImplementedError

    def _counted(self) -> None:
        raise NotImplementedError

    def _costs_known(self) -> None:
        raise NotImplementedError

    def _show_sample(self) -> None:
        raise NotImplementedError

    def _values_of(self, field: str) -> tuple[KnownValue, ...]:
        raise NotImplementedError

    def _names(self) -> Sequence[Proposal]:
        raise NotImplementedError

    def state_around(self) -> JsonObject:
        """Returns whom the message goes to, with the notes, as it is kept."""
        raise NotImplementedError

    def around(self) -> JsonObject:
        """Returns the audience, to be put back with `restore_around`."""
        raise NotImplementedError

    def _take_origin(self, state: JsonObject) -> None:
        """Takes what a message was made from: its template, and how a campaign with it was led."""
        from scoro_desktop.ui.window.made_from import plan_of, template_of

        self.made_of, self.plan = template_of(state), plan_of(state)

    def restore_around(self, around: JsonObject) -> None:
        """Shows whom `around` gave; what is not of its shape is left out."""
        raise NotImplementedError
