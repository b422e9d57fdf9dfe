"""The iPhone section of a push as a form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scoro_desktop.ui.channels.push.platform_form import PlatformForm
from scoro_desktop.ui.compose.text_fields import IdField, LineField, LinesField, TextField, with_emoji
from scoro_desktop.ui.compose.value_fields import ChoiceField, FlagField, NumberField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from scoro_desktop.messages.problems import FieldPath
    from scoro_desktop.ui.compose.fields import Field
    from scoro_desktop.ui.compose.form_tools import FormTools
    from scoro_desktop.wire import JsonObject, JsonValue

ROOT = ("msg", "data", "apns")
CUSTOM: Final = "\0custom"
"""The place of the table of the app's own keys among the fields: they have no key of their own in the section."""
SOUND: Final = ("aps", "sound")
ONLY_TEXT: Final = {"alert": "body", "sound": "name"}
"""The parts of `aps` that may be plain text in the place of an object, and the key of this text in the object."""
AS_TEXT: Final = {"alert": False, "sound": True}
"""True for a part that a new message has as plain text where nothing else is set."""
OWN_KEYS: Final = ("id", "topic", "collapseId", "expiration", "priority", "aps")


class IphoneForm(PlatformForm):
    """Every documented key of `msg.data.apns`, and the app's own keys beside `aps`."""

    def __init__(self, parent: QWidget | None = None, *, tools: FormTools | None = None) -> None:
        super().__init__(self.tr("iPhone"), ROOT, parent, tools=tools)
        self._is_text = dict(AS_TEXT)
        self._add_front()
        self.add_later(self._add_collapse_id)
        self.add_details_later(self._add_details)
        self.add_later(self._add_more)

    def content(self) -> JsonObject:
        """The section in JSON: an alert or a sound that is text alone leaves as plain text where that is its way."""
        wire = super().content()
        aps = wire.get("aps")
        for key, inner in ONLY_TEXT.items():
            part = aps.get(key) if isinstance(aps, dict) else None
            if isinstance(aps, dict) and isinstance(part, dict) and self._is_text[key] and set(part) == {inner}:
                aps[key] = part[inner]
        return wire

    def load(self, content: JsonObject) -> None:
        """Fills the form."""
        self._is_text = dict(AS_TEXT)
        super().load(content)

    def state(self) -> JsonObject:
        """Everything in the form."""
        return {**super().state(), "alert_is_text": self._is_text["alert"], "sound_is_text": self._is_text["sound"]}

    def restore(self, state: JsonObject) -> None:
        """Puts back what `state` gave, also what it gave when the sound was one field."""
        fields = state.get("fields")
        if isinstance(fields, list):
            old: list[JsonValue] = list(SOUND)
            new: list[JsonValue] = [*SOUND, "name"]
            moved: list[JsonValue] = [
                [new, *each[1:]] if isinstance(each, list) and each[:1] == [old] else each for each in fields
            ]
            state = {**state, "fields": moved}
        super().restore(state)
        self._is_text = {
            "alert": state.get("alert_is_text") is True,
            "sound": state.get("sound_is_text") is not False,
        }
        self.known.forget()

    def beside(self) -> JsonObject:
        """Returns the parts of the section that stand in no field."""
        return {**super().beside(), "is_text": dict(self._is_text)}

    def restore_beside(self, beside: JsonObject) -> None:
        """Puts back what `beside` gave."""
        is_text = beside.get("is_text")
        if isinstance(is_text, dict):
            self._is_text = {key: is_text.get(key) is True for key in AS_TEXT}
        super().restore_beside(beside)

    def _find(self, path: FieldPath) -> tuple[Field | None, FieldPath]:
        """As elsewhere, but a key that is none of Apple's stands in the table."""
        inner = path[len(ROOT) :]
        if self.covers(path) and inner and inner[0] != CUSTOM and inner[0] not in OWN_KEYS:
            return self.field(CUSTOM), inner
        field, rest = super()._find(path)
        if field is None and self.covers(path) and inner == SOUND:
            return self.field(*SOUND, "name"), ()
        return field, rest

    def _inward(self, wire: JsonObject) -> None:
        """Plain text in the place of an object goes to its field, and keys that are none of Apple's to the table."""
        aps = wire.get("aps")
        for key, inner in ONLY_TEXT.items():
            part = aps.get(key) if isinstance(aps, dict) else None
            if isinstance(aps, dict) and isinstance(part, str) and part:
                self._is_text[key] = True
                aps[key] = {inner: part}
            elif isinstance(part, dict):
                self._is_text[key] = False
        custom = {key: wire.pop(key) for key in list(wire) if key not in OWN_KEYS}
        if custom:
            wire[CUSTOM] = custom

    def _outward(self, carried: JsonObject) -> None:
        """Puts the keys that the table did not take beside `aps` again."""
        left = carried.pop(CUSTOM, None)
        if isinstance(left, dict):
            carried |= left

    def _typed(self) -> JsonObject:
        """The table's keys stand beside `aps`; one of Apple's own among them is a problem, and is not sent."""
        wire = super()._typed()
        custom = wire.pop(CUSTOM, None)
        if isinstance(custom, dict):
            for key, value in custom.items():
                wire.setdefault(key, value)
        return wire

    def _add_front(self) -> None:
        recent = self.tools.recent_emoji
        self.add(
            ("aps", "alert", "title"),
            with_emoji(LineField(self.tr("Title")), recent, name=self.spoken(self.tr("Title"))),
        )
        self.add(
            ("aps", "alert", "body"), with_emoji(TextField(self.tr("Body")), recent, name=self.spoken(self.tr("Body")))
        )

    def _add_collapse_id(self) -> None:
        """Adds it alone: a new message has one with its first letter, and that letter waits for no others."""
        words = self.tr("A later message with the same id replaces this one. At most 64 bytes.")
        self.add(("collapseId",), IdField(self.tr("Collapse id"), words), more=True)

    def _add_details(self) -> None:
        from scoro_desktop.ui.compose.key_values import KeyValuesField

        spoken = self.spoken(self.tr("Subtitle"))
        subtitle = with_emoji(LineField(self.tr("Subtitle")), self.tools.recent_emoji, name=spoken)
        self.add_detail(("aps", "alert", "subtitle"), subtitle)
        self.add_detail(
            (*SOUND, "name"),
            IdField(self.tr("Sound"), self.tr("“default”, or the name of a sound inside the app."), "default"),
        )
        self.add_detail(
            ("aps", "badge"),
            NumberField(
                self.tr("Badge"), self.tr("The number on the app's icon. 0 removes it."), self.tr("for example 5")
            ),
        )
        custom = KeyValuesField(
            self.tr("Custom keys"),
            self.tr("Handed to the app with the message. Values keep their type."),
            tools=self.tools,
            reserved=OWN_KEYS,
        )
        self.add_detail((CUSTOM,), custom)

    def _add_more(self) -> None:
        self._add_expiration()
        self._add_aps()
        self._add_loc_keys()
        self._add_delivery()

    def _add_aps(self) -> None:
        def line(key: str, label: str, help_text: str, placeholder: str = "") -> None:
            self.add(("aps", key), IdField(label, help_text, placeholder), more=True)

        self._add_sound()
        line("category", self.tr("Category"), self.tr("Which buttons the app puts under the message."))
        line("thread-id", self.tr("Thread"), self.tr("Messages of one thread are shown as one group."))
        line("target-content-id", self.tr("Target content"), self.tr("Which window of the app is opened."))
        self.add(
            ("aps", "interruption-level"),
            ChoiceField(
                self.tr("Interruption"),
                self.tr("Not set: active"),
                (
                    ("passive", self.tr("Passive: no light, no sound")),
                    ("active", self.tr("Active")),
                    ("time-sensitive", self.tr("Time sensitive: shown even in Focus")),
                    ("critical", self.tr("Critical: needs Apple's permission")),
                ),
            ),
            more=True,
        )
        self.add(
            ("aps", "relevance-score"),
            NumberField(
                self.tr("Relevance"),
                self.tr("From 0 to 1: the highest leads the summary."),
                self.tr("for example 0.5"),
                fraction=True,
            ),
            more=True,
        )
        line("filter-criteria", self.tr("Focus filter"), self.tr("Compared with the focus that is on."))
        self.add(
            ("aps", "content-available"),
            FlagField(self.tr("Wake the app in the background"), self.tr("Without any text: priority must be 5.")),
            more=True,
        )
        self.add(
            ("aps", "mutable-content"),
            FlagField(self.tr("Let the app change the message"), self.tr("Needed for pictures in the message.")),
            more=True,
        )

    def _add_sound(self) -> None:
        self.add(
            (*SOUND, "critical"),
            FlagField(
                self.tr("Critical sound"),
                self.tr("Heard even in silent mode and Focus. Needs Apple's permission."),
            ),
            more=True,
        )
        self.add(
            (*SOUND, "volume"),
            NumberField(
                self.tr("Volume"),
                self.tr("From 0 to 1, of a critical sound."),
                self.tr("for example 0.5"),
                fraction=True,
            ),
            more=True,
        )

    def _add_loc_keys(self) -> None:
        own_text = self.tr("The app shows its own text for this key, in the language of the device.")
        own_values = self.tr("Put into it, one per line.")

        def key_and_values(key: str, label: str, values_label: str) -> None:
            self.add(("aps", "alert", key + "-key"), IdField(label, own_text), more=True)
            self.add(("aps", "alert", key + "-args"), LinesField(values_label, own_values), more=True)

        key_and_values("title-loc", self.tr("Title by key"), self.tr("Values for the title"))
        key_and_values("subtitle-loc", self.tr("Subtitle by key"), self.tr("Values for the subtitle"))
        key_and_values("loc", self.tr("Body by key"), self.tr("Values for the body"))
        self.add(
            ("aps", "alert", "action-loc-key"),
            IdField(self.tr("Action button by key"), self.tr("Older iOS: the text of the button, by its key.")),
            more=True,
        )
        self.add(
            ("aps", "alert", "launch-image"),
            IdField(self.tr("Launch image"), self.tr("Shown while the app starts, by its file's name.")),
            more=True,
        )

    def _add_delivery(self) -> None:
        self.add(
            ("id",),
            IdField(
                self.tr("Message id (apns-id)"),
                self.tr("A UUID. Leave it empty unless the message goes to a single device."),
            ),
            more=True,
        )
        self.add(("topic",), IdField(self.tr("Topic"), self.tr("Usually the app's bundle id.")), more=True)
        self.add(
            ("priority",),
            ChoiceField(
                self.tr("Priority"),
                self.tr("Not set"),
                (
                    (10, self.tr("10: at once")),
                    (5, self.tr("5: when the battery allows")),
                    (1, self.tr("1: later, on newer iOS")),
                ),
            ),
            more=True,
        )

    def _add_expiration(self) -> None:
        from scoro_desktop.ui.compose.moment_field import MomentField

        self.add(
            ("expiration",),
            MomentField(
                self.tr("Expires"),
                self.tr("A device that is off gets the message until then. With no date, Apple decides."),
                (
                    (1, "hours", self.tr("in an hour")),
                    (3, "hours", self.tr("in 3 hours")),
                    (12, "hours", self.tr("in 12 hours")),
                    (1, "days", self.tr("in a day")),
                    (1, "weeks", self.tr("in a week")),
                    (4, "weeks", self.tr("in four weeks")),
                ),
            ),
            more=True,
        )
