"""The audience of a message as a campaign can take it in the place of a list, and what it is called there."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scoro_desktop.audience.schema import Field
    from scoro_desktop.scorocode.account import Account
    from scoro_desktop.sending.draft import Draft
    from scoro_desktop.ui.campaigns.preparation import Audience
    from scoro_desktop.ui.window.compose_tab import ComposeTab

translate = QCoreApplication.translate


def audience_of(tab: ComposeTab, draft: Draft, account: Account | None, fields: Sequence[Field]) -> Audience | None:
    """The audience of a message, where it can be a campaign's list; None where nobody is chosen, or only roles."""
    from scoro_desktop.composing.counts import CountState
    from scoro_desktop.messages.channels.registry import CHANNELS
    from scoro_desktop.sending import checks
    from scoro_desktop.ui.campaigns.preparation import Audience
    from scoro_desktop.ui.window.people_fields import names_of

    stopped = any(each.stops for each in checks.problems_of_audience(draft))
    if draft.audience is None or stopped or draft.collection != CHANNELS[draft.channel].collections[0]:
        return None
    if account is None:
        return None
    count = tab.composition.count
    known = count.value if count.state is CountState.KNOWN else None
    return named(Audience(account.id, draft, "", "", names_of(fields), known))


def named(audience: Audience) -> Audience:
    """Names an audience in the language of the window."""
    from scoro_desktop.ui.words import wording

    if audience.count is None:
        name, title = translate("campaigns", "the message’s audience"), translate("campaigns", "The message’s audience")
    else:
        counted = wording.counted(audience.draft.collection, audience.count)
        name = translate("campaigns", "the audience: {count}").format(count=counted)
        title = translate("campaigns", "Audience: {count}").format(count=counted)
    return dataclasses.replace(audience, name=name, title=title)
