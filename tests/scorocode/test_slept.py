"""A send that waits for its turn while the computer falls asleep: nobody expects it in the morning."""

import pytest

from scoro_desktop import elapsed
from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.scorocode.client import Client
from scoro_desktop.scorocode.limiter import Limits
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from tests.scorocode.accounts import KEYS, an_account
from tests.scorocode.sending import BODY, GOOD
from tests.scorocode.socket_server import SocketServer, answer, receive


@pytest.mark.parametrize("gives_way", [False, True])
@pytest.mark.parametrize(("minutes", "leaves"), [(9, True), (11, False), (8 * 60, False)])
def test_it_does_not_leave_in_the_morning(
    monkeypatch: pytest.MonkeyPatch, minutes: int, leaves: bool, gives_way: bool
) -> None:
    now = [0.0]
    monkeypatch.setattr(elapsed, "seconds", lambda: now[0])
    with SocketServer(lambda c: c.sendall(answer(GOOD)) if receive(c) else None) as server:
        limits = Limits()
        account = an_account(address=server.address)
        limiter = limits.of(account)
        taken = limiter._take

        def asleep(limit: int, *, urgent: bool, first: bool) -> object:
            turn = taken(limit, urgent=urgent, first=first)
            now[0] += 60 * minutes
            return turn

        monkeypatch.setattr(limiter, "_take", asleep)
        client = Client(account, KEYS, limits, gives_way=gives_way)
        outcome = client.send(Channel.PUSH, BODY)
        client.close()
    if leaves:
        assert isinstance(outcome, Sent)
    else:
        assert outcome == Failure(Outcome.NOT_SENT, "waited")
    assert server.connections == leaves
