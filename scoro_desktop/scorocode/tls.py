"""The rules of TLS connections: what each must show, and whom it believes."""

import ssl
import sys
from pathlib import Path

from scoro_desktop.scorocode.proxies import SettingError


def tls_context(certificates: str) -> ssl.SSLContext:
    """Verified TLS, 1.2 or newer, against the certificates in a file or folder. Raises SettingError for unusable ones.

    It is made by hand, since `ssl.create_default_context` and urllib3 write the keys of each connection into the file
    that SSLKEYLOGFILE names: whoever sets that could read every request.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.options |= ssl.OP_NO_COMPRESSION
    context.hostname_checks_common_name = False
    if sys.version_info >= (3, 13):  # as Python's own default contexts are from then on
        context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN | ssl.VERIFY_X509_STRICT
    kind = ""
    try:
        if Path(certificates).is_dir():
            context.load_verify_locations(capath=certificates)
        else:
            context.load_verify_locations(cafile=certificates)
    except (OSError, ValueError) as error:
        kind = type(error).__name__
    if kind:
        raise SettingError("ca_bundle", f"{kind}: the certificates cannot be read: {certificates}")
    return context
