"""Messages on the screen: what is opened in a tab, in the place of what stood there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from scoro_desktop.invisible import escaped
from scoro_desktop.messages.channels.channel import known
from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.ui.channels.registry import VIEWS
from scoro_desktop.ui.window.compose_tab import ComposeTab
from scoro_desktop.ui.words import account_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from scoro_desktop.messages.variables import VariableNotes
    from scoro_desktop.storage.history import Send
    from scoro_desktop.storage.planned_types import Plan
    from scoro_desktop.ui.kit.notice_bar import NoticeBar
    from scoro_desktop.ui.runtime.current_account import CurrentAccount
    from scoro_desktop.ui.runtime.open_send import Composed
    from scoro_desktop.ui.window.pages import Pages
    from scoro_desktop.wire import JsonObject


class MessagePresenter(QObject):
    """Opens messages in the tab of their channel; `make_room` keeps what stood there, and offers the way back."""

    def __init__(
        self,
        tabs: Mapping[Channel, ComposeTab],
        pages: Pages,
        notice: NoticeBar,
        make_room: Callable[[ComposeTab], None],
        current: CurrentAccount,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._current = current
        self._tabs = tabs
        self._pages = pages
        self._notice = notice
        self._make_room = make_room
        self._last = next(iter(tabs.values()))
        pages.currentChanged.connect(self._turned)

    @property
    def tab(self) -> ComposeTab:
        """The tab in front, or the one that was, while a page of another kind is."""
        return self.in_front or self._last

    def tab_of(self, channel: str) -> ComposeTab | None:
        """Returns the tab of a channel, by its code; None for none."""
        found = known(channel)
        return None if found is None else self._tabs[found]

    @property
    def in_front(self) -> ComposeTab | None:
        """The tab in front; None while a page of another kind is."""
        page = self._pages.currentWidget()
        return page if isinstance(page, ComposeTab) else None

    @property
    def seen(self) -> ComposeTab | None:
        """The tab that is on the screen; None while a page is that hides all tabs, such as the history."""
        return None if self._pages.isHidden() else self.in_front

    def _turned(self) -> None:
        self._last = self.in_front or self._last

    def show(self, channel: Channel) -> None:
        """Brings the tab of a channel to the front."""
        self._pages.bring(self._tabs[channel])

    def open(self, request: Request, *, everyone: bool, query_text: str, notes: VariableNotes | None = None) -> None:
        """Shows a message with its audience in the tab of its channel, and brings that to the front.

        `notes`: what is known of its variables.
        """
        tab = self._tabs[request.channel]
        self._pages.bring(tab)
        self.put_aside(tab)
        tab.load(request, everyone=everyone, query_text=query_text, notes=notes)
        tab.go_to_start()

    def open_message(self, request: Request, notes: VariableNotes) -> None:
        """Shows a message in the tab of its channel, and brings that to the front; the audience there stays."""
        tab = self._tabs[request.channel]
        self._pages.bring(tab)
        self.put_aside(tab)
        with tab.undo.one_step():
            tab.load_message(request, notes)
        tab.note(notes)
        tab.go_to_start()

    def use_again(self, send: Send) -> None:
        """Loads a past send into the form of its channel, as another message: the first stays where it was read.

        One of which nobody knows whether it went out keeps its names: whoever has it already would not see it twice.
        """
        if (channel := known(send.channel)) is not None:
            is_another = send.outcome is Outcome.SENT
            self._open_sent(channel, send, CHANNELS[channel].as_another(send.request) if is_another else send.request)

    def _open_sent(self, channel: Channel, send: Send, request: JsonObject) -> None:
        self.open(Request.from_wire(channel, request), everyone=send.everyone, query_text=send.query_text)
        self.say_from_elsewhere(send, self.tr("It was sent through {then}. From here it goes out through {now}."))

    def say_from_elsewhere(self, before: Send | Plan, words: str) -> None:
        """Says `words` where a message was another account's, or that had another environment then."""
        account = self._current.account
        if account is None or (account.id == before.account_id and account.environment == before.environment):
            return
        then = self.tr("{name} — {word}").format(
            name=account_lines.name_in_history(before.account_id, before.account_name),
            word=account_lines.environment_name(before.environment),
        )
        self._notice.add(words.format(then=then, now=account_lines.account_line(account)))

    def count_again(self, send: Send) -> None:
        """Loads a past send, which counts its audience anew."""
        if (channel := known(send.channel)) is not None:
            self.use_again(send)
            self._tabs[channel].live_count.again()

    def correct(self, send: Send) -> None:
        """Loads a past send to be corrected: what goes out takes the place of the first where that still shows."""
        if (channel := known(send.channel)) is None:
            return
        names = VIEWS[channel].sections()
        where = [names[each] for each in CHANNELS[channel].replaceable_on(send.request)]
        if not where:
            self._notice.say(
                self.tr(
                    "“{title}” cannot be corrected: it was sent without a tag or collapse id by which a later "
                    "message could replace it. Leave “Replaceable” ticked next time. This one can be used again."
                ).format(title=escaped(send.summary))
            )
            return
        self._open_sent(channel, send, send.request)
        devices = where[0]
        if len(where) > 1:
            devices = self.tr("{one} and {other}").format(one=where[0], other=where[1])
        words = self.tr(
            "Correct the message and send it. On {devices} devices that still show the first, it takes its place; "
            "elsewhere it arrives as a new one."
        )
        self._notice.add(words.format(devices=devices))

    def take_back(self, composed: Composed) -> None:
        """Shows a message that was taken back where it was written; what was written there meanwhile is kept aside."""
        draft = composed.draft
        tab = self._tabs[draft.channel]
        self._pages.bring(tab)
        now = tab.draft()
        if (now.message, now.audience_text, now.everyone) != (draft.message, draft.audience_text, draft.everyone):
            self.put_aside(tab)
            tab.restore(composed.state)
        tab.go_to_start()

    def put_back(self, composed: Composed, *, is_doubted: bool) -> bool:
        """Shows a message that was called off where it was written, unless something else stands there by now.

        Tells whether it is there. `is_doubted`: nobody is chosen until a person has looked at the audience.
        """
        tab = self._tabs[composed.draft.channel]
        if _written(tab.state()) == _written(composed.state):
            return True
        if not tab.is_blank():
            return False
        tab.restore(composed.state)
        if is_doubted:
            tab.doubt()
        return True

    def note_sent(self, send: Send) -> None:
        """Has the form know what was sent of it: edited from now on, it is another message."""
        channel = known(send.channel)
        if channel is not None and self._tabs[channel].is_built:
            self._tabs[channel].note_sent(send.request)

    def clear(self) -> None:
        """Empties the tab in front."""
        self.put_aside(self.tab)
        self.tab.clear()
        self.tab.go_to_start()

    def put_aside(self, tab: ComposeTab) -> None:
        """Keeps what stands in a tab that is about to be filled anew, and offers the way back."""
        self._make_room(tab)  # keeps both as well; and a tab that is not built yet takes them up with the rest
        tab.made_of = tab.plan = None


def _written(state: JsonObject) -> JsonObject:
    """Returns what a person wrote or chose, of what is kept of a tab."""
    return {name: state.get(name) for name in ("form", "collection", "everyone", "query_text", "mode", "conditions")}
