"""The Android section of a push as a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoro_desktop.ui.channels.push.platform_form import PlatformForm
from scoro_desktop.ui.compose.text_fields import IdField, LineField, TextField, with_emoji

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from scoro_desktop.ui.compose.form_tools import FormTools

ROOT = ("msg", "data", "gcm")
ARGS = ("title_loc_args", "body_loc_args")
"""Texts, all others behind "More" are names."""


class AndroidForm(PlatformForm):
    """Every documented key of `msg.data.gcm`; the texts stand in front."""

    def __init__(self, parent: QWidget | None = None, *, tools: FormTools | None = None) -> None:
        super().__init__(self.tr("Android"), ROOT, parent, tools=tools)
        self._add_front()
        self.add_later(self._add_tag)
        self.add_details_later(self._add_details)
        self.add_later(self._add_more)

    def _add_front(self) -> None:
        recent = self.tools.recent_emoji
        self.add(
            ("notification", "title"),
            with_emoji(LineField(self.tr("Title")), recent, name=self.spoken(self.tr("Title"))),
        )
        self.add(
            ("notification", "body"), with_emoji(TextField(self.tr("Body")), recent, name=self.spoken(self.tr("Body")))
        )

    def _add_tag(self) -> None:
        """Adds it alone: a new message has one with its first letter, and that letter waits for no others."""
        tag = IdField(self.tr("Tag"), self.tr("A later message with the same tag replaces this one on the screen."))
        self.add(("notification", "tag"), tag, more=True)

    def _add_details(self) -> None:
        from scoro_desktop.ui.compose.key_values import KeyValuesField

        self.add_detail(
            ("notification", "sound"),
            IdField(self.tr("Sound"), self.tr("“default”, or the name of a sound inside the app."), "default"),
        )
        self.add_detail(
            ("data",),
            KeyValuesField(
                self.tr("Data"),
                self.tr("Handed to the app with the message. Android turns every value into text."),
                tools=self.tools,
            ),
        )

    def _add_more(self) -> None:
        from scoro_desktop.ui.compose.value_fields import ChoiceField

        def line(key: str, label: str, help_text: str, placeholder: str = "") -> None:
            kind = LineField if key in ARGS else IdField
            self.add(("notification", key), kind(label, help_text, placeholder), more=True)

        line("icon", self.tr("Icon"), self.tr("Name of a picture inside the app, as its developers call it."))
        line("color", self.tr("Colour"), self.tr("Colour of the icon, as #rrggbb."), "#2563EB")
        line("click_action", self.tr("Click action"), self.tr("What the app opens when the message is tapped."))
        line(
            "android_channel_id",
            self.tr("Channel"),
            self.tr("The notification channel of the app (Android 8 and newer)."),
        )
        line(
            "title_loc_key",
            self.tr("Title by key"),
            self.tr("The app shows its own text for this key, in the language of the device."),
        )
        line(
            "title_loc_args",
            self.tr("Values for the title"),
            self.tr("A JSON list of texts that are put into it."),
            '["Lisbon", "18:00"]',
        )
        line(
            "body_loc_key",
            self.tr("Body by key"),
            self.tr("The app shows its own text for this key, in the language of the device."),
        )
        line(
            "body_loc_args",
            self.tr("Values for the body"),
            self.tr("A JSON list of texts that are put into it."),
            '["Lisbon", "18:00"]',
        )
        self.add(
            ("protocol",),
            ChoiceField(
                self.tr("Protocol"),
                self.tr("Not set: the server chooses"),
                (("http", "HTTP"), ("xmpp", "XMPP")),
                self.tr("How the server talks to Google."),
            ),
            more=True,
        )
