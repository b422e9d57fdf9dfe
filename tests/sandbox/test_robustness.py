"""Whatever JSON comes in: an answer or a refusal in words comes out, never an error of the sandbox's own."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoro_desktop.sandbox import keys, sample
from scoro_desktop.sandbox.access import Access
from scoro_desktop.sandbox.api import Api
from scoro_desktop.sandbox.deliveries import Deliveries
from scoro_desktop.sandbox.matcher import compile_query
from scoro_desktop.sandbox.refusals import QueryRefused, Refused
from scoro_desktop.sandbox.selecting import Selecting
from tests.examples import how_many

OPERATORS = st.sampled_from(
    [
        "$and",
        "$or",
        "$nor",
        "$not",
        "$eq",
        "$ne",
        "$gt",
        "$gte",
        "$lt",
        "$lte",
        "$in",
        "$nin",
        "$all",
        "$exists",
        "$regex",
        "$options",
        "$size",
        "$elemMatch",
        "$type",
        "$mod",
        "$date",
        "$numberLong",
        "$where",
        "$set",
    ]
)
NAMES = st.sampled_from(
    [
        "_id",
        "roles",
        "tags",
        "address",
        "address.city",
        "tags.0",
        "createdAt",
        "phone",
        "age",
        "name",
        "deviceType",
        "userId",
        ".",
        "a..b",
        "0",
    ]
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(-3, 20),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=5),
    st.sampled_from(
        ["android", "2026-03-01T12:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "imsx"]
    ),
)
JSON: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.one_of(OPERATORS, NAMES), inner, max_size=3),
        st.dictionaries(OPERATORS, inner, min_size=1, max_size=2),
    ),
    max_leaves=8,
)
QUERIES = st.one_of(st.dictionaries(st.one_of(NAMES, OPERATORS), JSON, max_size=3), JSON)
MESSAGES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=2),
        st.dictionaries(
            st.sampled_from(
                [
                    "data",
                    "gcm",
                    "apns",
                    "aps",
                    "alert",
                    "title",
                    "body",
                    "badge",
                    "sound",
                    "name",
                    "notification",
                    "text",
                    "protocol",
                    "id",
                    "topic",
                    "expiration",
                    "collapseId",
                    "priority",
                    "custom",
                ]
            ),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=10,
)


@settings(max_examples=how_many(400), deadline=None)
@given(query=QUERIES)
def test_queries(query: Any) -> None:
    world = sample.world()
    try:
        matches = compile_query(query)
    except QueryRefused:
        return
    for document in (*world.users[:5], *world.devices[:5], *world.roles):
        assert matches(document) in (True, False)


ACCESS = Access(keys.LOGIN_EMAIL)
DELIVERIES = Deliveries()
SELECTING = Selecting()
API = Api(ACCESS, DELIVERIES, SELECTING)
KEYS = {"app": ACCESS.application_id, "cli": ACCESS.client_key, "acc": ACCESS.master_key}


@settings(max_examples=how_many(400), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    name=st.sampled_from(
        ["sendpush", "sendsms", "data/count", "data/find", "login", "logout", "app", "app/collections"]
    ),
    body=st.fixed_dictionaries(
        {"coll": st.one_of(st.sampled_from(["users", "roles", "devices"]), SCALARS)},
        optional={
            "query": QUERIES,
            "msg": st.one_of(
                MESSAGES, st.fixed_dictionaries({"data": MESSAGES}), st.fixed_dictionaries({"text": SCALARS})
            ),
            "debug": SCALARS,
            "sort": st.one_of(st.dictionaries(NAMES, st.sampled_from([1, -1, 0, "1"]), max_size=2), JSON),
            "fields": st.one_of(st.lists(NAMES, max_size=3), JSON),
            "limit": SCALARS,
            "skip": SCALARS,
            "sess": SCALARS,
            "email": SCALARS,
            "password": SCALARS,
        },
    ),
)
def test_calls(name: str, body: dict[str, Any]) -> None:
    try:
        answer = API.answer(name, KEYS | body)
    except Refused as refusal:
        answer = {"error": not 400 <= refusal.status < 500}
    assert answer["error"] is False
    for delivery in DELIVERIES.newest_first()[:1]:
        DELIVERIES.page(delivery.id, 0, 3)
