"""The dialogs whose opening `gaps.py` measures, beside those that it opens itself: as (name, what opens it).

Together they are every class of a dialog in the app (`gaps.py` names those that were forgotten) but `SilentDialog` and
`FileDialog`, which have no window behind them; one message box stands for all questions that are one.
"""

import pkgutil
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from heartbeat import rest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QDialog

import scoro_desktop.ui
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.scorocode.cost import Reach
from scoro_desktop.sending.draft import Draft
from scoro_desktop.storage.arrivals import Arrival
from scoro_desktop.storage.audiences import NamedQuery
from scoro_desktop.storage.campaigns.states import PersonState
from scoro_desktop.storage.campaigns.types import CampaignSend
from scoro_desktop.storage.history_periods import Period, Span
from scoro_desktop.ui.campaigns.add_refusals import AddRefusals
from scoro_desktop.ui.campaigns.request_dialog import RequestDialog
from scoro_desktop.ui.history.export_file import ExportProgress
from scoro_desktop.ui.history.range_dialog import RangeDialog
from scoro_desktop.ui.history.views_chip import ViewName
from scoro_desktop.ui.kit.plain_box import PlainBox
from scoro_desktop.ui.library.audience_kind import AudienceKind
from scoro_desktop.ui.library.import_dialog import LibraryImport
from scoro_desktop.ui.window.main_window import MainWindow

QUERY: Final = '{"deviceType": "android"}'
ELSEWHERE: Final = frozenset({"FileDialog", "SilentDialog"})


def note(window: MainWindow) -> None:
    """Opens the note beside the third send."""
    table = window.history.table
    row = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    table.selectionModel().select(table.model().index(2, 0), row)
    window.history._notes.ask(window.history._selected.line())


def trial(window: MainWindow) -> Draft:
    return window.tab.composition.for_tests(QUERY)


def trials(window: MainWindow) -> None:
    """Opens the confirmation of three messages for the same audience."""
    window.flow.confirm(trial(window), (), Reach, more=[("row 2", trial(window)), ("row 3", trial(window))])


def for_later(window: MainWindow) -> None:
    """Opens the confirmation of a message for tomorrow, once its time is chosen."""
    dialog = window.later.plan()
    assert dialog is not None
    rest(0.2)
    dialog.take.click()


def library_import(window: MainWindow) -> None:
    """Opens what a file with 50 audiences brings."""
    arrived: Sequence[Arrival[Any]] = [
        Arrival(NamedQuery("devices", f"Audience {number}", QUERY)) for number in range(50)
    ]
    LibraryImport(AudienceKind("devices"), arrived, [], window).open()


def campaign_request(window: MainWindow) -> None:
    """Opens a request to 500 people."""
    people: list[Any] = [f"user-{number}" for number in range(500)]
    request = Request.from_wire(Channel.SMS, {"msg": {"text": "Half price"}, "coll": "users"})
    body = {**request.to_wire(), "query": {"_id": {"$in": people}}}
    now = datetime.now(UTC)
    at = now - timedelta(minutes=1)
    sent = CampaignSend(1, 1, body, 500, PersonState.SENT, 500, "", 200, '{"result": 500}', at, at, now)
    RequestDialog(sent, window).open()


DIALOGS: Final[Sequence[tuple[str, Callable[[MainWindow], object]]]] = (
    ("do-not-send list", lambda window: window.commands["campaign.do_not_send"].trigger()),
    ("what a person got", lambda window: window.commands["history.person"].trigger()),
    ("search for a person", lambda window: window.commands["audiences.person"].trigger()),
    ("days of the history", lambda window: RangeDialog(Period(Span.WEEK), window).open()),
    ("note of a send", note),
    ("import into the library", library_import),
    ("request of a campaign", campaign_request),
    ("message box", lambda window: window.flow._say_no_dates()),
    ("name of a view", lambda window: ViewName(["Last week"], window).open()),
    ("more for the do-not-send list", lambda window: AddRefusals(window._services.background, window).open()),
    ("progress of an export", lambda window: ExportProgress(Path("sends.csv"), window).open()),
    ("confirmation of a trial", lambda window: window._confirm(trial(window))),
    ("confirmation of three trials", trials),
    ("confirmation for later", for_later),
)


def every_dialog() -> set[str]:
    """Returns the names of the classes of dialogs in the app that are no bases of others, and no message boxes."""
    for module in pkgutil.walk_packages(scoro_desktop.ui.__path__, "scoro_desktop.ui."):
        import_module(module.name)
    found: set[type[QDialog]] = set()
    waiting: list[type[Any]] = [QDialog]
    while waiting:
        for each in waiting.pop().__subclasses__():
            waiting.append(each)
            if each.__module__.startswith("scoro_desktop.") and not issubclass(each, PlainBox):
                found.add(each)
    return {each.__name__ for each in found if not each.__subclasses__()} - ELSEWHERE
