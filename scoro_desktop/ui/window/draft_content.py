"""The content of a tab in the form in which drafts are kept."""

from scoro_desktop.storage.saved_drafts import Content
from scoro_desktop.ui.window.compose_tab import ComposeTab


def content_of(tab: ComposeTab) -> Content:
    """Returns what stands in a tab: its state, a summary of its message, and the words it is found by."""
    message = tab.form.request()
    return Content(tab.state(), message.summary(), message.words())
