"""Templates of every sort, for tests."""

from hypothesis import strategies as st

from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.messages.names import as_name
from scoro_desktop.messages.request import Channel
from scoro_desktop.messages.template import Template, TemplateAudience, read_tags, variables_of
from scoro_desktop.messages.variables import Variable, read_name
from scoro_desktop.wire import JsonObject, JsonValue

SALE = Template(
    name="Sale",
    channel=Channel.PUSH,
    message={
        "msg": {
            "data": {
                "gcm": {
                    "notification": {"title": "Sale in {{city}}", "odd": None},
                    "data": {"n": 1, "own": [True, 5.0]},
                },
                "apns": {"aps": {"alert": {"title": "Sale in {{city}}"}}, "acme": {"x": "{{code}}"}},
            }
        },
        "carried": "along",
    },
    tags=("shop", "weekly"),
    audience=TemplateAudience("users", '{"city": {"$ne": "{{city}}"}}'),
    variables=(Variable("city", "Lisbon", "Where the shop is"), Variable("code")),
)
CODE = Template("Code", Channel.SMS, {"msg": {"text": "Your code: {{code}}"}}, variables=(Variable("code"),))

_line = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=12)
_text = (
    st.text(max_size=8) | st.just("\ud83d half") | st.sampled_from(["{{city}}", "для {{имя клиента}}", "{{ code }}"])
)
_json: st.SearchStrategy[JsonValue] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)


@st.composite
def templates(draw: st.DrawFn, names: st.SearchStrategy[str] = _line) -> Template:
    """Any template that the app could keep."""
    channel = draw(st.sampled_from(list(Channel)))
    rest = draw(st.dictionaries(st.text(max_size=6).filter(lambda key: key not in _RESERVED), _json, max_size=2))
    message: JsonObject = {"msg": draw(_json), **rest}
    audience: TemplateAudience | None = None
    query: JsonObject | None = None
    if draw(st.booleans()):
        city = draw(st.sampled_from(["Пермь", "{{city}}"]))
        query = {"city": {"$ne": city}}
        collections = CHANNELS[channel].collections
        layout = draw(st.sampled_from(['{"city": {"$ne": "%s"}}', '{\n "city":\t{"$ne": "%s"} }\n']))
        audience = TemplateAudience(draw(st.sampled_from(collections)), layout % city)
    found = variables_of(message, query)
    known = [Variable(name, draw(_line), draw(_line)) for name in found if read_name(name)]
    tags = read_tags(",".join(draw(st.lists(_line, max_size=3))))
    name = draw(names.map(as_name).filter(bool))
    return Template(name, channel, message, tags, audience).with_notes(known, found)


_RESERVED = {"app", "cli", "acc", "sess", "coll", "query", "msg"}
