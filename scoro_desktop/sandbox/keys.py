"""The keys of one start of the sandbox, all random, and who can log in there."""

import base64
import os
from typing import Final

LOGIN_EMAIL: Final = "marketing@example.com"
"""The address of the one sample user who can log in: the first in `users`, an admin."""


class Keys:
    """The keys of the application, and the password that goes with an e-mail. The system gives the chance in them."""

    def __init__(self, email: str = LOGIN_EMAIL) -> None:
        self.application_id = os.urandom(16).hex()
        self.client_key = os.urandom(16).hex()
        self.message_key = os.urandom(16).hex()
        self.master_key = os.urandom(16).hex()
        self.email = email
        self.password = base64.urlsafe_b64encode(os.urandom(12)).decode("ascii")

    def __repr__(self) -> str:
        return "Keys(hidden)"
