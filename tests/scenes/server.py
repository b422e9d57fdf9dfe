"""A server on loopback that counts, answers sends as it is told to, and keeps every body as it came."""

import json
import re
import socket
from typing import Final

from tests.journey.servers import KEYS, MATCHING, NO_RIGHT, SECRETS, WHOLE
from tests.scorocode.socket_server import SocketServer, answer, receive, reset

SENT: Final = "sent"
SENDS: Final = ("sendpush", "sendsms")
COUNT: Final = "data/count"


class RecordingServer(SocketServer):
    """Counts 7 of those that a query picks and 12 of all; refuses other look-ups.

    `outcome`: what the next sends get: "sent", "refused", "reset", or the status and body of an answer, as in
    `504 {"error": true}`. `bodies`: each send's call and body, in the order of arrival, keys masked. `counted`: the
    bodies of the counts.
    """

    def __init__(self) -> None:
        super().__init__(self._answer)
        self.outcome = SENT
        self.bodies: list[list[str]] = []
        self.counted: list[str] = []

    def _answer(self, connection: socket.socket) -> None:
        while request := receive(connection):
            head, _, content = request.partition(b"\r\n\r\n")
            found = re.match(rb"POST /api/v1/(\S+) ", head)
            call = found.group(1).decode() if found else ""
            text = masked(content.decode())
            if call in SENDS:
                self.bodies.append([call, text])
                if self.outcome == "reset":
                    reset(connection)
                    return
                connection.sendall(self._of_a_send())
            elif call == COUNT:
                self.counted.append(text)
                number = MATCHING if json.loads(content).get("query") else WHOLE
                connection.sendall(answer(json.dumps({"result": number, "error": False}).encode()))
            else:
                connection.sendall(NO_RIGHT)

    def _of_a_send(self) -> bytes:
        if self.outcome == SENT:
            return answer(b'{"count":7,"error":false}')
        if self.outcome == "refused":
            return answer(b'{"error":true,"errCode":400,"errMsg":"Bad payload"}', "400 Bad Request")
        status, _, body = self.outcome.partition(" ")
        return answer(body.encode(), f"{status} Status")


def masked(text: str) -> str:
    """The text with a word in the place of each key: no key stands in a fixture."""
    for secret, word in zip(SECRETS, ("CLI", "ACC", "SESS"), strict=True):
        text = text.replace(secret, f"<{word}>")
    return text


__all__ = ["KEYS", "RecordingServer", "masked"]
