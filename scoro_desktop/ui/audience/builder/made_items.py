"""The items of a group, whose modules are imported with the first of them: the first window has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scoro_desktop.audience.conditions import Condition, Item
    from scoro_desktop.ui.audience.builder.condition_row import ConditionRow
    from scoro_desktop.ui.audience.builder.field_box import FieldModel
    from scoro_desktop.ui.audience.builder.group_editor import GroupEditor
    from scoro_desktop.ui.audience.builder.raw_chip import RawChip
    from scoro_desktop.wire import JsonObject


def condition_row(
    fields: FieldModel, group: GroupEditor, condition: Condition | None = None, kept: JsonObject | None = None
) -> ConditionRow:
    """A row for a condition, a kept one, or a new one."""
    from scoro_desktop.ui.audience.builder.condition_row import ConditionRow

    return ConditionRow(fields, condition, group, kept)


def raw_chip(items: tuple[Item, ...], group: GroupEditor, kept: JsonObject | None = None) -> RawChip:
    """A part that only JSON shows."""
    from scoro_desktop.ui.audience.builder.raw_chip import RawChip

    return RawChip(items, group, kept)
