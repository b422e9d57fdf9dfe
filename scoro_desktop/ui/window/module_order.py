"""The parts that the window is made of after its first frame, and the modules that they want, in their order."""

from typing import Final

FIRST: Final = (
    "scoro_desktop.messages.channels.registry",
    "scoro_desktop.jsontext.syntax",
    "scoro_desktop.audience.query",
    "scoro_desktop.ui.editor.json_pane",
    "scoro_desktop.ui.audience.audience_panel",
    "scoro_desktop.sending.checks",
    "scoro_desktop.composing.composition",
    "scoro_desktop.ui.audience.known_fields",
    "scoro_desktop.ui.compose.sms_costs",
    "scoro_desktop.ui.compose.beside_fields",
    "scoro_desktop.ui.window.composer",
)
"""Modules of the choice of an audience and of the composition, in the order in which they are wanted."""
SEEN: Final = (
    "scoro_desktop.ui.preview.preview_pane",
    "scoro_desktop.ui.words.wording",
    "scoro_desktop.ui.history.history_line",
    "scoro_desktop.ui.window.problem_list",
    "scoro_desktop.ui.window.page_state",
    "scoro_desktop.ui.window.seen_presenters",
)
"""Modules of the rest of what is seen."""
MODULES: Final = (
    "scoro_desktop.ui.audience.builder.condition_row",
    "scoro_desktop.ui.window.history_dock",
    "scoro_desktop.ui.history.history_pane",
    "scoro_desktop.ui.window.quiet_lines",
    "scoro_desktop.ui.window.connections",
    "scoro_desktop.ui.window.announcer",
    "scoro_desktop.ui.window.drafts_presenter",
    "scoro_desktop.ui.window.saved_audiences_presenter",
    "scoro_desktop.ui.window.person_presenter",
    "scoro_desktop.ui.window.template_presenter",
    "scoro_desktop.ui.window.curl_presenter",
    "scoro_desktop.ui.window.library_presenter",
    "scoro_desktop.ui.runtime.campaign_runner",
    "scoro_desktop.ui.window.campaign_closing",
    "scoro_desktop.ui.window.campaign_presenter",
    "scoro_desktop.ui.window.calendar_presenter",
    "scoro_desktop.ui.window.staying_presenter",
    "scoro_desktop.ui.window.drop_presenter",
    "scoro_desktop.ui.sending.send_flow",
    "scoro_desktop.ui.runtime.later_runner",
    "scoro_desktop.ui.runtime.plan_edit",
    "scoro_desktop.ui.window.plan_editor",
    "scoro_desktop.ui.window.later_presenter",
    "scoro_desktop.ui.window.presenters",
)
"""Modules of the parts that nobody sees until they have something to say; those that each needs are loaded with it."""
LATER: Final = (
    "scoro_desktop.ui.history.page_head",
    "scoro_desktop.storage.history_sums",
    "scoro_desktop.ui.library.drafts",
    "scoro_desktop.ui.campaigns.campaigns_page",
    "scoro_desktop.ui.sending.confirm_dialog",
    "scoro_desktop.ui.sending.overlap_flow",
    "scoro_desktop.ui.accounts.accounts_dialog",
    "scoro_desktop.ui.history.send_details",
    "scoro_desktop.ui.library.templates",
    "scoro_desktop.ui.library.audiences",
    "scoro_desktop.ui.sending.later_flow",
    "scoro_desktop.ui.later.later_dialog",
    "scoro_desktop.ui.later.plans_dialog",
    "scoro_desktop.ui.window.calendar_plans",
    "scoro_desktop.ui.calendar.calendar_view",
    "scoro_desktop.ui.calendar.entries",
    "scoro_desktop.storage.month",
    "scoro_desktop.ui.history.day_pane",
    "scoro_desktop.ui.history.compare_dialog",
    "scoro_desktop.ui.curl.import_dialog",
    "scoro_desktop.ui.campaigns.do_not_send_dialog",
)
"""Modules of the pages and dialogs that the window does without until somebody does something."""
PARTS: Final = frozenset(
    {
        *("flow", "history", "history_line", "dock", "notice", "outcome", "trouble_bar", "disk", "trouble"),
        *(
            "problem_list",
            "saved",
            "drafts",
            "messages",
            "templates",
            "curl",
            "problems",
            "undo",
            "library",
            "drops",
            "people",
            "campaigns",
            "calendar",
            "staying",
            "later_bar",
            "later",
        ),
    }
)
"""Attributes of the window that are there once they were made, which asking for one brings about."""
