"""Servers that a test leads by the hand: each question waits until it is answered."""

import threading
from typing import Any

from scoro_desktop.messages.channels.channel import Channel
from scoro_desktop.scorocode.account import Account, Keys
from scoro_desktop.scorocode.replies import Failure, Outcome, Sent
from scoro_desktop.wire import JsonObject

NO_ANSWER = Failure(Outcome.UNKNOWN, "app_closed")


class Question:
    """One call that waits for its answer."""

    def __init__(self, what: str, body: JsonObject, account: Account | None = None) -> None:
        self.what = what
        self.body = body
        self.account = account
        self._answered = threading.Event()
        self._answer: Any = NO_ANSWER

    def answer(self, value: Any) -> None:
        """Answers; an exception is raised where the question was asked."""
        self._answer = value
        self._answered.set()

    def wait(self) -> Any:
        assert self._answered.wait(30), f"{self.what} was never answered"
        if isinstance(self._answer, Exception):
            raise self._answer
        return self._answer


class Server:
    """A server that keeps what a client asks, in order; `end` lets go of whoever still waits."""

    def __init__(self) -> None:
        self.asked: list[Question] = []
        self.most_at_once = 0
        self._open = 0
        self._lock = threading.Lock()
        self._always: dict[str, Any] = {}

    def always(self, what: str, answer: Any) -> None:
        """Answers each such question at once."""
        self._always[what] = answer

    def never(self, what: str) -> None:
        """Has each such question wait for its answer again."""
        self._always.pop(what, None)

    def client(self, account: Account | None = None, _keys: Keys | None = None, *_: object, **_how: object) -> "Client":
        return Client(self, account)

    def of(self, what: str) -> list[Question]:
        with self._lock:
            return [each for each in self.asked if each.what == what]

    def ask(self, what: str, body: JsonObject, account: Account | None) -> Any:
        question = Question(what, body, account)
        with self._lock:
            self.asked.append(question)
            self._open += 1
            self.most_at_once = max(self.most_at_once, self._open)
        if what in self._always:
            question.answer(self._always[what])
        try:
            return question.wait()
        finally:
            with self._lock:
                self._open -= 1

    def end(self) -> None:
        for question in list(self.asked):
            question.answer(NO_ANSWER)


class Client:
    """A client of such a server."""

    def __init__(self, server: Server, account: Account | None) -> None:
        self._server = server
        self._account = account

    def send(self, channel: Channel, body: JsonObject) -> Sent | Failure:
        reply: Sent | Failure = self._server.ask(channel.value, body, self._account)
        return reply

    def count(self, collection: str, query: JsonObject | None) -> int | Failure:
        what = "count" if query else "whole"
        reply: int | Failure = self._server.ask(what, {"coll": collection, "query": query}, self._account)
        return reply

    def look_up(self, path: str, body: JsonObject, *, keep: bool = True) -> JsonObject | Failure:
        return NO_ANSWER

    def close(self) -> None: ...
