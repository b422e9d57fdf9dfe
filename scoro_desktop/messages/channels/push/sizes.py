"""The bytes that a message takes of a platform's limit: the part given to the platform, as compact UTF-8 JSON."""

import json

from scoro_desktop.wire import JsonObject


def bytes_of(payload: JsonObject) -> int:
    """The size of what a platform is given."""
    # A size is asked for while a text is being typed, so also for what may not be sent (see `shape.unsendable`): a lone
    # surrogate counts its three bytes, and what Python cannot write at all counts nothing.
    try:
        text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    except (ValueError, RecursionError):
        return 0
    return len(text.encode("utf-8", "surrogatepass"))
