"""The chips of the page History: the period, and the channel, environment, account and outcome of what is listed."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from scoro_desktop.audience.relative_dates import zone_of
from scoro_desktop.scorocode.account import Environment
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage.history_filter import FAILED
from scoro_desktop.storage.history_periods import Period, Span
from scoro_desktop.ui.channels.registry import VIEWS
from scoro_desktop.ui.history.range_dialog import RangeDialog, range_words
from scoro_desktop.ui.kit.chip import Chip, ChoiceChip
from scoro_desktop.ui.kit.flow_layout import FlowLayout
from scoro_desktop.ui.runtime import here
from scoro_desktop.ui.words import line_words, wording
from scoro_desktop.ui.words.outcome_words import outcome_word

if TYPE_CHECKING:
    from scoro_desktop.storage.history import HistoryFilter

_OUTCOMES: Final = (
    *(Outcome.SENT, Outcome.REFUSED, Outcome.NOT_SENT, Outcome.UNKNOWN),
    *(Outcome.SENDING, Outcome.HELD),
)
OPENED_WITH: Final = Period(Span.WEEK)
"""The period that the page shows at first: "how many this week, what did it cost, what failed" takes one click."""


class HistoryChips(QWidget):
    """`changed`: something else is to be listed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._period = OPENED_WITH
        self._spans = {
            Span.TODAY: Chip(self.tr("Today"), self, one_of_several=True),
            Span.WEEK: Chip(self.tr("7 days"), self, one_of_several=True),
            Span.MONTH: Chip(self.tr("30 days"), self, one_of_several=True),
            Span.RANGE: Chip(self.tr("Range…"), self, one_of_several=True),
            Span.ALL: Chip(self.tr("All time"), self, one_of_several=True),
        }
        group = QButtonGroup(self)
        for span, chip in self._spans.items():
            group.addButton(chip)
            chip.setAccessibleDescription(self.tr("Period"))
            chip.clicked.connect(lambda _=False, span=span: self._span_clicked(span))
        self._channel = ChoiceChip(self.tr("Channel"), self)
        self._channel.offer([(each.value, view.name()) for each, view in VIEWS.items()])
        self._environment = ChoiceChip(self.tr("Environment"), self)
        self._environment.offer([(each.value, line_words.environment_word(each)) for each in Environment])
        self._account = ChoiceChip(self.tr("Account"), self)
        self._outcome = ChoiceChip(self.tr("Outcome"), self)
        self._outcome.offer(
            [(each.value, outcome_word(each)) for each in _OUTCOMES],
            [(self.tr("Failed"), frozenset(each.value for each in FAILED))],
        )
        self._campaigns = Chip(self.tr("Campaigns"), self)
        self._campaigns.setToolTip(self.tr("Show only campaigns"))
        self._campaigns.clicked.connect(self._choice_changed)
        self._pinned = Chip("★", self)
        self._pinned.setAccessibleName(self.tr("Pinned"))
        self._pinned.setToolTip(self.tr("Show only what is pinned"))
        self._pinned.clicked.connect(self._choice_changed)
        self._clear = QPushButton(self.tr("Clear"), self)
        self._clear.setProperty("role", "link")
        self._clear.setAccessibleName(self.tr("Show every channel, environment, account and outcome"))
        self._clear.clicked.connect(self._clear_clicked)
        self._row = row = FlowLayout(4, parent=self)
        for chip in self._spans.values():
            row.addWidget(chip)
        for choice in self._choices():
            row.addWidget(choice)
            choice.changed.connect(self._choice_changed)
        row.addWidget(self._campaigns)
        row.addWidget(self._pinned)
        row.addWidget(self._clear)
        self._show()

    def add(self, chip: QWidget) -> None:
        """Puts another chip at the end."""
        self._row.insert(self._row.count() - 1, chip)

    @property
    def period(self) -> Period:
        """The period that is chosen."""
        return self._period

    def narrow(self, wanted: HistoryFilter) -> HistoryFilter:
        """The filter with these words, narrowed to what is chosen here, on this day."""
        since, before = self._period.bounds(datetime.now(UTC), zone_of(here.zone()))
        return dataclasses.replace(
            wanted,
            outcomes=frozenset(map(Outcome, self._outcome.chosen())),
            account_ids=self._account.chosen(),
            channels=self._channel.chosen(),
            environments=frozenset(map(Environment, self._environment.chosen())),
            since=since,
            before=before,
            pinned=self._pinned.isChecked(),
            campaigns=self._campaigns.isChecked(),
        )

    def show_filter(self, wanted: HistoryFilter, period: Period) -> None:
        """Chooses what a filter lets through, and a period, without a word."""
        self._period = period
        self._outcome.choose(wanted.outcomes)
        self._account.choose(wanted.account_ids)
        self._channel.choose(wanted.channels)
        self._environment.choose(wanted.environments)
        self._pinned.setChecked(wanted.pinned)
        self._campaigns.setChecked(wanted.campaigns)
        self._show()

    def show_all_time(self) -> None:
        """Takes the period away, and nothing else."""
        self.show_period(Period())

    def show_failed(self) -> None:
        """Shows what failed of the period, whatever else was chosen as an outcome."""
        self._outcome.choose(FAILED)
        self._choice_changed()

    def clear(self) -> None:
        """Lets everything through, without a word."""
        self._period = Period()
        self._clear_choices()

    def show_accounts(self, found: list[tuple[str, str]]) -> None:
        """Offers these accounts, by the id and the name of each."""
        self._account.offer([(each, wording.name_in_history(each, name)) for each, name in found])

    def _choices(self) -> tuple[ChoiceChip, ...]:
        return self._channel, self._environment, self._account, self._outcome

    def _span_clicked(self, span: Span) -> None:
        if span is not Span.RANGE:
            self.show_period(Period(span))
            return
        self._show()  # as it was, unless a range is chosen
        dialog = RangeDialog(self._period, self)
        dialog.chosen.connect(self.show_period)
        dialog.open()

    def show_period(self, period: Period) -> None:
        """Lists the days of a period."""
        self._period = period
        self._show()
        self.changed.emit()

    def _choice_changed(self) -> None:
        self._show()
        self.changed.emit()

    def _clear_clicked(self) -> None:
        self._clear_choices()
        self.changed.emit()

    def _clear_choices(self) -> None:
        for choice in self._choices():
            choice.choose(())
        self._pinned.setChecked(False)
        self._campaigns.setChecked(False)
        self._show()

    def _show(self) -> None:
        for span, chip in self._spans.items():
            is_chosen = span is self._period.span
            chip.setChecked(is_chosen)
            by_tab = Qt.FocusPolicy.StrongFocus if is_chosen else Qt.FocusPolicy.ClickFocus
            chip.setFocusPolicy(by_tab)  # one stop for all of them, and the arrows from there
        is_range = self._period.span is Span.RANGE
        self._spans[Span.RANGE].setText(range_words(self._period) if is_range else self.tr("Range…"))
        is_narrowed = self._pinned.isChecked() or self._campaigns.isChecked()
        self._clear.setVisible(is_narrowed or any(choice.chosen() for choice in self._choices()))
