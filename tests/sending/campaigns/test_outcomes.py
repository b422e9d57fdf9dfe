"""The reason why a campaign stands still after an error says a code, and nothing of the error's own words."""

import pytest

from scoro_desktop.scorocode.recipients import LookUpFailedError
from scoro_desktop.scorocode.replies import Failure, Outcome
from scoro_desktop.sending.campaigns.outcomes import reason_of
from scoro_desktop.storage.campaigns.states import PauseCode
from scoro_desktop.storage.campaigns.types import AlreadyBegun, NotPossible
from scoro_desktop.storage.database import StorageFailed

SECRET = "79161234567"


def not_looked_up(outcome: Outcome, reason: str, code: str = "", status: int | None = None) -> LookUpFailedError:
    return LookUpFailedError(Failure(outcome, reason, code, SECRET, http_status=status))


@pytest.mark.parametrize(
    ("error", "code", "detail"),
    [
        (StorageFailed("SQLITE_FULL", SECRET), PauseCode.DISK_FULL, "SQLITE_FULL"),
        (StorageFailed("SQLITE_CORRUPT", SECRET), PauseCode.ERROR, "SQLITE_CORRUPT"),
        (not_looked_up(Outcome.NOT_SENT, "no_route"), PauseCode.NO_CONNECTION, "no_route"),
        (not_looked_up(Outcome.REFUSED, "server_said_no", "401"), PauseCode.SESSION_ENDED, "401"),
        (not_looked_up(Outcome.REFUSED, "not_json_refusal", status=403), PauseCode.SESSION_ENDED, "403"),
        (not_looked_up(Outcome.REFUSED, "server_said_no", "500", 403), PauseCode.ERROR, "server_said_no"),
        (not_looked_up(Outcome.UNKNOWN, "gateway", status=502), PauseCode.ERROR, "gateway"),
        (NotPossible(1, SECRET), PauseCode.ERROR, "changed_elsewhere"),
        (AlreadyBegun(1), PauseCode.ERROR, "changed_elsewhere"),
        (ZeroDivisionError(SECRET), PauseCode.ERROR, "ZeroDivisionError"),
    ],
)
def test_an_error_is_a_code(error: Exception, code: PauseCode, detail: str) -> None:
    found = reason_of(error)
    assert (found.code, found.detail) == (code, detail)
    assert SECRET not in repr(found)
