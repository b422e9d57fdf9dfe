"""The problems of what a person made, in codes: the words for them stand in `ui/words/wording.py`."""

import dataclasses
import enum
from collections.abc import Mapping
from typing import TypeAlias

from scoro_desktop import late

FieldPath: TypeAlias = tuple[str, ...]
"""The place of a field in the request, as ("msg", "data", "gcm", "notification", "title")."""


class Severity(enum.Enum):
    """An error stops the send; a warning is shown, and listed again in the confirmation."""

    ERROR = "error"
    WARNING = "warning"


@late.dataclass(frozen=True)
class Problem:
    """One thing that is wrong: a code, the field it is about, and the figures that its words need."""

    code: str
    field: FieldPath
    params: Mapping[str, str | int | float] = dataclasses.field(default_factory=dict)
    severity: Severity = Severity.ERROR

    @property
    def stops(self) -> bool:
        """Tells whether nothing may be sent while it stands."""
        return self.severity is Severity.ERROR
