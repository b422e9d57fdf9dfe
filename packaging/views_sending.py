"""A send after its confirmation, taken back and called off, and the confirmation of an SMS that not everybody gets."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from typing import TYPE_CHECKING

from scoro_desktop import elapsed
from scoro_desktop.audience.query import read_query
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.scorocode.account import Environment
from scoro_desktop.sending.draft import Draft
from scoro_desktop.ui.audience.live_count import Counted
from scoro_desktop.ui.runtime.open_send import Composed, Waiting
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.smoke import wait

if TYPE_CHECKING:
    from collections.abc import Iterator

    from looking import View

    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.scorocode.replies import Failure, Sent
    from scoro_desktop.sending.outbox import Outbox
    from scoro_desktop.storage.history import Send
    from scoro_desktop.ui.window.main_window import MainWindow

SMS = "Скидка 20% только до воскресенья! Отписка: СТОП на 1234"
QUERY = '{"address.city": "Москва"}'


def sends(window: MainWindow) -> Iterator[View]:
    """An SMS that is confirmed, a push that is held, taken back or called off, and one whose answer is waited for."""
    account, dispatch = window.current.account, window._services.dispatch
    if account is None:
        return
    priced = dataclasses.replace(account, environment=Environment.PRODUCTION, name="Shop", sms_price=Decimal("3.50"))
    sms = Request.from_wire(Channel.SMS, {"coll": "users", "msg": {"text": SMS}})
    draft = Draft(sms, "users", read_query(QUERY).query, QUERY)
    dialog = ConfirmDialog(draft, priced, (), window._appearance.colours, parent=window)
    dialog.open()
    dialog.show_count(Counted(380, 900, 331))
    yield "confirm-sms", dialog, dialog.reject
    push = window.tab.draft()
    dispatch.send(lambda outbox: _held(outbox, account, push), _never, hold=30, composed=Composed(push, {}))
    wait([dispatch.row_changed], lambda: bool(dispatch.holds), "the hold")
    (hold,) = dispatch.holds
    yield "held", window, lambda: dispatch.take_back(hold.send.id)
    wait([window.flow.row_changed], lambda: bool(window.outcome._unread), "the way back")
    yield "taken-back", window, window.outcome.dismiss.click
    dispatch.send(lambda outbox: _held(outbox, account, push), _never, hold=30, composed=Composed(push, {}))
    wait([dispatch.row_changed], lambda: bool(dispatch.holds), "the hold")
    dispatch.call_off("doubt")
    wait([window.flow.row_changed], lambda: bool(window.outcome._unread), "the end")
    yield "called-off", window, window.outcome.dismiss.click
    dispatch.waiting = Waiting(hold.send, elapsed.seconds() - 12)
    dispatch.changed.emit()
    yield "waiting", window, lambda: None
    dispatch.waiting = None
    dispatch.changed.emit()


def _held(outbox: Outbox, account: Account, draft: Draft) -> Send:
    request = draft.request()
    return outbox.record(
        account,
        draft.channel.value,
        request.to_wire(),
        everyone=draft.everyone,
        query_text=draft.audience_text,
        expected=263,
        summary=request.summary(),
        words=request.words(),
        held=True,
    )


def _never() -> Sent | Failure:
    raise AssertionError("nothing that is photographed is sent")
