"""The result of an SMS's text, below it: parts, the account's suffix, what makes it longer, and its cost."""

from typing import Final

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from scoro_desktop.messages.channels.sms.equals import Outsider, outsiders
from scoro_desktop.messages.channels.sms.limits import GSM7_UNITS, UCS2_UNITS
from scoro_desktop.messages.channels.sms.parts import SmsParts, split
from scoro_desktop.messages.channels.sms.suffix import joined_by, own_length, with_suffix
from scoro_desktop.scorocode.account import Account
from scoro_desktop.scorocode.cost import Cost, Reach, estimate
from scoro_desktop.ui.kit.restyle import restyle
from scoro_desktop.ui.words import cost_words

_WHOLE: Final = Qt.AlignmentFlag(0)
"""As wide as the column."""


class SmsMeter(QWidget):
    """`replace_wanted`: the person wants the characters replaced that have an equal in GSM's alphabet.

    `strip_wanted`: the person wants the blanks at the end taken out. `account_wanted`: what an SMS costs, or what is
    added to each, is to be changed.
    """

    replace_wanted = Signal()
    strip_wanted = Signal()
    account_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._account: Account | None = None
        self._reach: Reach | None = None
        self._counted: int | None = None
        self.parts = self._line("help")
        self.added = self._line("help")
        self.longer = self._line("warning")
        self.replace = self._link(self.replace_wanted)
        self.blanks = self._line("warning")
        self.strip = self._link(self.strip_wanted)
        self.strip.setText(self.tr("Remove them"))
        self.cost = self._line()
        self.notes = self._line("help")
        self.account = self._link(self.account_wanted)
        self.account.setText(self.tr("Price and opt-out text…"))
        self.account.setToolTip(self.tr("Opens the account, where both are kept"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.parts, self.added, self.longer, self.replace, self.blanks, self.strip):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if isinstance(widget, QPushButton) else _WHOLE)
        column.addWidget(self.cost)
        column.addWidget(self.notes)
        column.addWidget(self.account, 0, Qt.AlignmentFlag.AlignLeft)
        self._show()

    def show_text(self, text: str) -> None:
        """Takes the text as it stands in the form."""
        self._text = text
        self._show()

    def show_account(self, account: Account | None) -> None:
        """Takes the account whose prices and ending hold."""
        self._account = account
        self._show()

    def show_reach(self, reach: Reach | None, counted: int | None) -> None:
        """Takes how many get it, None while that is unknown; `counted`: of the audience, with or without a number."""
        self._reach, self._counted = reach, counted
        self._show()

    def marked(self) -> list[Outsider]:
        """The characters of the text that make it UCS-2 although its words would not."""
        length = len(self._text)
        return [each for each in outsiders(self._whole()).found if each.end <= length]

    def _whole(self) -> str:
        return self._with_suffix(self._text)

    def _with_suffix(self, text: str) -> str:
        return text if self._account is None else with_suffix(text, self._account.sms_suffix)

    def _show(self) -> None:
        whole = self._whole()
        parts = split(whole)
        if not self._text:
            self.parts.setText(self.tr("One part holds 160 Latin characters, or 70 Cyrillic ones."))
        else:
            alphabet = (
                self.tr("Latin (up to 160)")
                if parts.alphabet == "gsm7"
                else self.tr("Cyrillic or emoji (up to 70 per part)")
            )
            self.parts.setText(
                self.tr("{parts} · {alphabet} · {left}").format(
                    parts=self.tr("%Ln part(s)", "", len(parts.parts)),
                    alphabet=alphabet,
                    left=self.tr("%Ln character(s) left in this part", "", parts.units_left),
                )
            )
        self._show_added()
        cost = None
        if self._account is not None and parts.parts:
            cost = estimate(self._account, len(parts.parts), self._reach)
        self._show_longer(whole, parts, cost)
        self._show_blanks(len(parts.parts), cost)
        worth_it = cost is not None and (cost.price is not None or bool(cost.shares))
        self.cost.setText(cost_words.line(cost) if cost is not None and worth_it else "")
        self.notes.setText("\n".join(cost_words.notes(cost, self._counted)) if cost is not None and worth_it else "")
        for label in (self.cost, self.notes):
            label.setVisible(bool(label.text()))

    def _show_added(self) -> None:
        suffix = "" if self._account is None else self._account.sms_suffix
        self.added.setVisible(bool(suffix.strip()))
        if not suffix.strip():
            return
        if self._text.strip() and own_length(self._text, suffix) < len(self._text):
            self.added.setText(
                self.tr("The text ends as the account demands: “{suffix}”").format(suffix=suffix.strip())
            )
        else:
            added = joined_by(self._text, suffix) if self._text.strip() else suffix
            self.added.setText(self.tr("Your account adds: “{suffix}”").format(suffix=added.strip("\n")))

    def _show_longer(self, whole: str, parts: SmsParts, cost: Cost | None) -> None:
        found = outsiders(whole)
        own = outsiders(self._text) if found.found else found
        harmless = own.changed()
        replaced = split(self._with_suffix(own.replaced(self._text)))  # what the account adds stays as it is
        number, fewer = len(parts.parts), len(split(found.replaced(whole, accents=True, without_equal=True)).parts)
        self.longer.setVisible(bool(found.found))
        is_freed = replaced.alphabet is not parts.alphabet and len(replaced.parts) == number
        self.replace.setVisible(bool(harmless) and (is_freed or len(replaced.parts) < number))
        if not found.found:
            return
        characters = " ".join(dict.fromkeys(each.text for each in found.found if each.text.strip()))
        characters = characters or self.tr("Special spaces")
        if fewer < number:
            text = self.tr("{characters} make it {parts} instead of {fewer}.")
            more = "" if cost is None else cost_words.more(cost, fewer)
        else:
            text = self.tr("{characters} make it Unicode: a part holds {ucs2} characters instead of {gsm7}.")
            more = ""
        text = text.format(
            characters=characters,
            parts=self.tr("%Ln part(s)", "", number),
            fewer=fewer,
            ucs2=UCS2_UNITS[0],
            gsm7=GSM7_UNITS[0],
        )
        self.longer.setText(f"{text} {more}".strip())
        self._set_role(self.longer, "warning" if fewer < number else "help")
        self.replace.setText(self.tr("Replace %Ln character(s)", "", len(harmless)))

    def _show_blanks(self, parts: int, cost: Cost | None) -> None:
        """Blanks at the end are paid for, and nobody sees them."""
        fewer = len(split(self._with_suffix(self._text.rstrip())).parts)
        says = bool(self._text.strip()) and fewer < parts
        self.blanks.setVisible(says)
        self.strip.setVisible(says)
        if says:
            text = self.tr("The blanks at the end make it {parts} instead of {fewer}.").format(
                parts=self.tr("%Ln part(s)", "", parts), fewer=fewer
            )
            more = "" if cost is None else cost_words.more(cost, fewer)
            self.blanks.setText(f"{text} {more}".strip())

    def _set_role(self, label: QLabel, role: str) -> None:
        if label.property("role") != role:
            label.setProperty("role", role)
            restyle(label)

    def _link(self, clicked: SignalInstance) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("role", "link")
        button.clicked.connect(clicked)
        return button

    def _line(self, role: str = "") -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if role:
            label.setProperty("role", role)
        return label
