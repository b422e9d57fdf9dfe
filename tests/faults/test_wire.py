"""Whatever the wire does: the stored row is true, at most one request left, and the next send goes out."""

import random
import socket
from typing import Any, Final

import pytest

from scoro_desktop.scorocode.replies import Outcome
from tests.faults.wire_acts import check_goes_on
from tests.faults.wire_answers import ANSWERS, SENT, UNKNOWN, Case
from tests.faults.wire_server import Outlet, WireServer
from tests.scorocode.socket_server import reset

CUTS: Final = 12
SPLITS: Final = 6


@pytest.mark.parametrize("case", ANSWERS, ids=[case.name for case in ANSWERS])
def test_every_answer_has_its_outcome(case: Case, way_out: Outlet) -> None:
    def behave(connection: Any) -> None:
        server.read(connection)
        connection.sendall(case.data)

    with WireServer(behave) as server:
        row = way_out.send(server.address)
        server.wait_for_end()
        assert (row.outcome, row.reason, row.count) == (case.outcome, case.reason, case.count), row.detail
        assert row.error_code == case.code
        assert (len(server.posts), server.connections) == (1, 1)
        check_goes_on(server, way_out)


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("case", ANSWERS, ids=[case.name for case in ANSWERS])
def test_an_answer_that_comes_in_pieces_is_the_same_answer(case: Case, way_out: Outlet) -> None:
    rng = random.Random(case.name)
    for _ in range(SPLITS):
        at = sorted(rng.sample(range(1, len(case.data)), min(8, len(case.data) - 1)))
        pieces = [case.data[start:end] for start, end in zip([0, *at], [*at, None], strict=True)]

        def behave(connection: Any, pieces: list[bytes] = pieces) -> None:
            server.read(connection)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            for piece in pieces:
                connection.sendall(piece)
                server.stop.wait(0.002)  # so that the pieces arrive as such

        with WireServer(behave) as server:
            row = way_out.send(server.address)
            server.wait_for_end()
            assert (row.outcome, row.reason, row.count) == (case.outcome, case.reason, case.count), at
            assert (len(server.posts), server.connections) == (1, 1)
            check_goes_on(server, way_out)


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("hard", [False, True], ids=["ends", "resets"])
@pytest.mark.parametrize("case", ANSWERS, ids=[case.name for case in ANSWERS])
def test_a_part_of_an_answer_never_says_more_than_the_whole(case: Case, hard: bool, way_out: Outlet) -> None:
    rng = random.Random(case.name)
    first = min(40, len(case.data))
    places = {0, 1, len(case.data) - 1, *(rng.randrange(first) for _ in range(3))}
    places |= {rng.randrange(len(case.data)) for _ in range(CUTS - len(places))}
    for at in sorted(places):

        def behave(connection: Any, at: int = at) -> None:
            server.read(connection)
            connection.sendall(case.data[:at])
            if hard:
                reset(connection)

        with WireServer(behave) as server:
            row = way_out.send(server.address)
            server.wait_for_end()
            assert row.outcome in {UNKNOWN, case.outcome}, at
            if row.outcome is SENT:
                assert row.count == case.count
                assert b"}" not in case.data[at:], at  # nothing is missing but the end of the last chunk
            if case.told and case.outcome is not SENT:
                assert row.outcome is UNKNOWN or _is_whole(case, at), at
            assert (len(server.posts), server.connections) == (1, 1)
            check_goes_on(server, way_out)


def _is_whole(case: Case, at: int) -> bool:
    """Tells whether nothing that says anything is missing, only the end of the last chunk."""
    return case.data[at:].strip() in {b"", b"0"}


def test_the_table_has_every_outcome() -> None:
    assert {case.outcome for case in ANSWERS} == set(Outcome) - {Outcome.HELD, Outcome.SENDING, Outcome.NOT_SENT}
    assert len({case.name for case in ANSWERS}) == len(ANSWERS)
