"""Takes secrets out of text that is kept or shown: answers that echo the request, error texts, technical details."""

import dataclasses
import html
import json
import re
from collections.abc import Iterable
from typing import Final

from scoro_desktop.scorocode.replies import Failure, Sent

MASK: Final = "•••"
ANSWER_MAX: Final = 64 * 1024
"""How many characters of an answer are kept. Ours: enough for any documented answer and for a gateway's error page."""
MESSAGE_MAX: Final = 4096
"""How many characters of an error message or a technical text are kept. Ours."""
CODE_MAX: Final = 100
_SHORTEST_PART: Final = 4
"""A beginning of a secret at the very end of a text (an answer that was cut off) counts from this length on."""


class Scrubber:
    """Replaces each of some secrets with a mask, however it is written: plain, or escaped for JSON, a URL or HTML."""

    def __init__(self, secrets: Iterable[str]) -> None:
        self._secrets = sorted({secret for secret in secrets if secret}, key=len, reverse=True)
        self._patterns = [re.compile("".join(map(_any_form, secret))) for secret in self._secrets]

    def __repr__(self) -> str:
        return "Scrubber(hidden)"

    def text(self, text: str) -> str:
        """The text without the secrets, and without lone surrogates, which no file or database takes."""
        text = text.encode("utf-8", "replace").decode("utf-8")
        for pattern in self._patterns:
            text = pattern.sub(MASK, text)
        for secret in self._secrets:
            for length in range(len(secret) - 1, _SHORTEST_PART - 1, -1):
                if text.endswith(secret[:length]):
                    text = text[:-length] + MASK
                    break
        return text

    def sent(self, sent: Sent) -> Sent:
        """The same, its text scrubbed first and cut to what is kept second."""
        return dataclasses.replace(sent, answer=self.text(sent.answer)[:ANSWER_MAX])

    def failure(self, failure: Failure) -> Failure:
        """The same, its texts scrubbed first and cut to what is kept second."""
        return dataclasses.replace(
            failure,
            answer=self.text(failure.answer)[:ANSWER_MAX],
            error_code=self.text(failure.error_code)[:CODE_MAX],
            error_message=self.text(failure.error_message)[:MESSAGE_MAX],
            detail=self.text(failure.detail)[:MESSAGE_MAX],
        )


def _any_form(character: str) -> str:
    """A pattern for one character in any of the ways that a server may write it back."""
    point = ord(character)
    quoted = "".join(f"%{byte:02x}" for byte in character.encode("utf-8", "surrogatepass"))
    units = character.encode("utf-16-be", "surrogatepass")
    escaped = "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
    forms = [
        re.escape(character),
        re.escape(json.dumps(character)[1:-1]),
        re.escape(html.escape(character)),
        *(f"(?i:{re.escape(form)})" for form in (escaped, quoted, f"&#{point};", f"&#x{point:x};")),
    ]
    if character == "/":
        forms.append(r"\\/")
    if character == " ":
        forms.append(r"\+")
    return f"(?:{'|'.join(dict.fromkeys(forms))})"
