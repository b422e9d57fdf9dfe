"""The bytes that a message takes of a platform's limit: the part given to the platform, as compact UTF-8 JSON."""

import functools
import json

from scoro_desktop.messages.channels.push.android import Gcm
from scoro_desktop.messages.channels.push.apple import Apns
from scoro_desktop.wire import JsonObject


def android_bytes(gcm: Gcm) -> int:
    """The size of `notification` and `data`. The limit is `limits.ANDROID_PAYLOAD_BYTES`."""
    wire = gcm.wire
    return _bytes({key: wire[key] for key in ("notification", "data") if key in wire})


def apple_bytes(apns: Apns) -> int:
    """The size of `aps` and the custom keys. The limit is `limits.APPLE_PAYLOAD_BYTES`."""
    headers = _headers()
    return _bytes({key: value for key, value in apns.wire.items() if key not in headers})


@functools.cache
def _headers() -> frozenset[str]:
    return frozenset(field.key for field in Apns.wire_fields()) - {"aps"}


def _bytes(payload: JsonObject) -> int:
    # A size is asked for while a text is being typed, so also for what may not be sent (see `shape.unsendable`): a lone
    # surrogate counts its three bytes, and what Python cannot write at all counts nothing.
    try:
        text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    except (ValueError, RecursionError):
        return 0
    return len(text.encode("utf-8", "surrogatepass"))
