"""The calls of the API: a request's JSON comes in, an answer's JSON goes out."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from http import HTTPStatus
from typing import Any, Final, TypeAlias, TypeVar

from scoro_desktop.sandbox import finding, schema
from scoro_desktop.sandbox.access import Access, text_of
from scoro_desktop.sandbox.deliveries import Deliveries
from scoro_desktop.sandbox.payload import push_message, sms_text
from scoro_desktop.sandbox.rate import Rate
from scoro_desktop.sandbox.refusals import QueryRefused, Refused, TookTooLong
from scoro_desktop.sandbox.selecting import Selecting

BASE_PATH: Final = "/api/v1/"

Body: TypeAlias = Mapping[str, Any]
Answer: TypeAlias = dict[str, Any]
T = TypeVar("T")


class Api:
    """The sandbox's application: its keys, its documents, and what was sent. Safe to use from several threads."""

    def __init__(self, access: Access, deliveries: Deliveries, selecting: Selecting, rate: Rate | None = None) -> None:
        """`rate`: None takes every request."""
        self._access = access
        self._selecting = selecting
        self._deliveries = deliveries
        self._rate = rate
        self._world = selecting.world
        self._calls: Mapping[str, Callable[[Body], Answer]] = {
            "sendpush": self._send_push,
            "sendsms": self._send_sms,
            "data/count": self._count,
            "data/find": self._find,
            "login": self._login,
            "logout": self._logout,
            "app": self._app,
            "app/collections": self._collections,
        }

    def knows(self, call: str) -> bool:
        """Tells whether there is such a call: "sendpush", "data/count", ..."""
        return call in self._calls

    def could_be_ours(self, holds: Callable[[bytes], bool]) -> bool:
        """Tells whether a request holds this application's keys as it came, so that it is worth reading."""
        return all(holds(key.encode()) for key in (self._access.application_id, self._access.client_key))

    def answer(self, call: str, body: Body) -> Answer:
        """The answer to a call that is known. Raises Refused."""
        if self._rate is not None:
            self._access.application(body)
            self._rate.take()
        return {**self._calls[call](body), "error": False}

    # Messages

    def _send_push(self, body: Body) -> Answer:
        self._access.messages(body)
        collection = self._collection_for(body, ("users", "roles", "devices"))
        message = push_message(body.get("msg"))
        debug = _flag(body, "debug")
        world = self._world
        if collection == "devices":
            chosen = self._places(collection, body)
        else:
            users = self._users(collection, body)
            chosen = [place for user in users for place in world.devices_of.get(world.users[user]["_id"], ())]
        reached = {"android": message.android is not None, "ios": message.iphone is not None}
        places = [place for place in chosen if reached[world.devices[place]["deviceType"]]]
        self._deliveries.add_push(
            message,
            places,
            world.devices,
            lambda device: world.user_by_id.get(device.get("userId", ""), {}),
            collection=collection,
            debug=debug,
        )
        return {"count": len(places)}

    def _send_sms(self, body: Body) -> Answer:
        self._access.messages(body)
        collection = self._collection_for(body, ("users", "roles"))
        text = sms_text(body.get("msg"))
        debug = _flag(body, "debug")
        users = self._world.users
        places = [place for place in self._users(collection, body) if users[place].get("phone")]
        self._deliveries.add_sms(text, places, users, collection=collection, debug=debug)
        return {"count": len(places)}

    def _users(self, collection: str, body: Body) -> Sequence[int]:
        """Positions of the users that the query selects, directly or by the roles that they have."""
        places = self._places(collection, body)
        if collection == "users":
            return places
        world = self._world
        roles = {world.roles[place]["_id"] for place in places}
        return [place for place, user in enumerate(world.users) if not roles.isdisjoint(user["roles"])]

    def _collection_for(self, body: Body, allowed: tuple[str, ...]) -> str:
        name = text_of(body, "coll")
        if name not in allowed:
            self._documents(body)  # there may be none of that name at all
            raise Refused(HTTPStatus.BAD_REQUEST, f"coll must be one of: {', '.join(allowed)}")
        return name

    # Data

    def _matching(self, body: Body) -> list[dict[str, Any]]:
        self._access.data(body)
        documents = self._documents(body)
        return [documents[place] for place in self._places(text_of(body, "coll"), body)]

    def _documents(self, body: Body) -> Sequence[dict[str, Any]]:
        documents = self._world.collection(name := text_of(body, "coll"))
        if documents is None:
            raise Refused(HTTPStatus.NOT_FOUND, f"Invalid collection: '{name}'")
        return documents

    def _places(self, collection: str, body: Body) -> Sequence[int]:
        """Positions of the documents that the query of a request selects. Without one, all."""
        return self._selected(lambda query: self._selecting.places(collection, query), body)

    def _selected(self, select: Callable[[object], T], body: Body) -> T:
        query = body.get("query")
        try:
            return select({} if query is None else query)
        except QueryRefused as refusal:
            raise Refused(HTTPStatus.BAD_REQUEST, f"Invalid query: {refusal}") from refusal
        except TookTooLong as late:
            # MongoDB's words where `maxTimeMS` is over (its error 50, MaxTimeMSExpired).
            raise Refused(HTTPStatus.INTERNAL_SERVER_ERROR, "operation exceeded time limit") from late
        except OSError as broken:
            raise Refused(HTTPStatus.INTERNAL_SERVER_ERROR, "The query could not be run") from broken

    def _count(self, body: Body) -> Answer:
        return {"result": len(self._matching(body))}

    def _find(self, body: Body) -> Answer:
        self._access.data(body)
        limit = min(finding.number_of(body, "limit", finding.DEFAULT_LIMIT) or finding.DEFAULT_LIMIT, finding.MAX_LIMIT)
        skip = finding.number_of(body, "skip", 0)
        only = finding.projection(body.get("fields"))
        documents, name, sort = self._documents(body), text_of(body, "coll"), body.get("sort")
        way = finding.way_by_id(sort)
        places = None
        if way is not None:  # the pages of an audience: no page takes a look at all the others
            places = self._selected(
                lambda query: self._selecting.first_by_id(
                    name, query, min(skip + limit, len(documents)), descending=way == -1
                ),
                body,
            )
        if places is None:
            places = self._places(name, body)
            page = finding.sorted_by([documents[place] for place in places], sort)[skip : skip + limit]
        else:
            page = [documents[place] for place in places[skip:]]
        return {"limit": limit, "skip": skip, "result": finding.as_bson([only(document) for document in page])}

    # Sessions

    def _login(self, body: Body) -> Answer:
        session = self._access.login(body)
        user = next(user for user in self._world.users if user["email"] == self._access.email)
        return {"result": {"sessionId": session, "user": {name: _json(value) for name, value in user.items()}}}

    def _logout(self, body: Body) -> Answer:
        self._access.logout(body)
        return {}

    # Application

    def _app(self, body: Body) -> Answer:
        self._access.master(body)
        access = self._access
        return {
            "app": schema.application(
                application_id=access.application_id,
                client_key=access.client_key,
                master_key=access.master_key,
                message_key=access.message_key,
                sent=self._deliveries.pushes,
                requests_per_second=schema.DEFAULT_RATE if self._rate is None else self._rate.limit,
            )
        }

    def _collections(self, body: Body) -> Answer:
        self._access.master(body)
        return {"collections": schema.collections()}


def _flag(body: Body, name: str) -> bool:
    value = body.get(name)
    if value is not None and not isinstance(value, bool):
        raise Refused(HTTPStatus.BAD_REQUEST, f"{name} must be true or false")
    return bool(value)


def _json(value: object) -> object:
    """A value of a document in JSON, where dates are RFC 3339."""
    return value.isoformat().replace("+00:00", "Z") if isinstance(value, datetime) else value
