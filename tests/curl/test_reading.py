"""Curl commands as people have them: from the contract, browsers, Postman, documents and by hand."""

import dataclasses
import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scoro_desktop.curl.codes import NOTE_CODES, PROBLEM_CODES
from scoro_desktop.curl.options import FLAGS, SHORT, WITH_ARGUMENT
from scoro_desktop.curl.reading import CURL_CODES, CurlReading, Finding, read_curl
from scoro_desktop.messages.request import Channel, Request
from tests.examples import how_many
from tests.messages.contract import EXAMPLE_PUSH, EXAMPLE_SMS

CONTRACT_KEYS = {
    "app": "an-application",
    "cli": "a-client-key",
    "acc": "an-access-key",
    "sess": "a-session",
}
PUSH = json.dumps({**CONTRACT_KEYS, **EXAMPLE_PUSH}, indent=4)
SMS = json.dumps({**CONTRACT_KEYS, **EXAMPLE_SMS}, indent=4)
URL = "https://api.scorocode.ru/api/v1/sendsms"
BASE = "https://api.scorocode.ru/api/v1/"
SHORT_SMS = '{"coll":"users","msg":{"text":"hi"}}'


def read(text: str) -> CurlReading:
    reading = read_curl(text)
    check(reading, text)
    return reading


def check(reading: CurlReading, text: str) -> None:
    """Asserts everything that holds for every reading."""
    assert (reading.request is None) == bool(reading.problems)
    for codes, findings in ((PROBLEM_CODES, reading.problems), (NOTE_CODES, reading.notes)):
        for finding in findings:
            assert set(finding.params) == set(codes[finding.code])
            if finding.offset is not None:
                assert 0 <= finding.offset <= len(text)


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


def text_of(reading: CurlReading) -> object:
    assert reading.problems == ()
    assert reading.request is not None
    message = reading.request.to_wire()["msg"]
    assert isinstance(message, dict)
    return message["text"]


@pytest.mark.parametrize(
    ("channel", "call", "body", "wire"),
    [(Channel.PUSH, "sendpush", PUSH, EXAMPLE_PUSH), (Channel.SMS, "sendsms", SMS, EXAMPLE_SMS)],
)
def test_the_examples_of_the_contract(channel: Channel, call: str, body: str, wire: object) -> None:
    text = f'curl -X POST -H "Content-Type: application/json" -d \'{body}\' "https://api.scorocode.ru/api/v1/{call}"'
    reading = read(text)
    assert reading.request is not None
    assert reading.request.to_wire() == wire
    assert reading.request.extra == {}
    assert (reading.channel, reading.address, reading.notes) == (channel, BASE, ())
    assert dataclasses.asdict(reading.keys) == CONTRACT_KEYS


def test_a_whole_page_of_documentation_gives_its_first_command() -> None:
    page = f"""Sending it. Don't forget the keys: "app" and others.

    {{
        "app"         : "",     // application identifier, mandatory
    }}

cURL example

curl -X POST -d '{SHORT_SMS}' {URL}

Responses: isn't it (good)?
    {{ "count" : int }}
"""
    reading = read(page)
    assert text_of(reading) == "hi"
    assert codes(reading.notes) == ["text_around"]


def test_the_schema_of_the_contract_is_no_json_and_the_comment_is_shown() -> None:
    schema = '{\n    "app"         : "",     // application identifier, mandatory\n    "cli" : ""\n}\n}'
    reading = read(schema)
    assert codes(reading.problems) == ["json_comment"]
    offset = reading.problems[0].offset
    assert offset is not None
    assert schema[offset:].startswith("// application")


SAYING = 'it\'s "5 €" & 100% of $HOME'
SAYING_JSON = json.dumps({"coll": "users", "msg": {"text": SAYING}}, ensure_ascii=False)


@pytest.mark.parametrize(
    "command",
    [
        # Chrome and Edge, "Copy as cURL (bash)", when there is an apostrophe in it.
        (f"curl '{URL}' \\\n  -H 'accept: */*' \\\n  -H 'content-type: application/json' \\\n"
        "  --data-raw $'{\"coll\":\"users\",\"msg\":{\"text\":\"it\\'s \\\\\"5 \\u20ac\\\\\" & 100% of $HOME\"}}' \\\n"
        "  --compressed"),
        # Chrome and Edge, "Copy as cURL (cmd)".
        (f"curl ^\"{URL}^\" ^\n  -H ^\"accept: */*^\" ^\n  -H ^\"content-type: application/json^\" ^\n"
        "  --data-raw ^\"^{^\\^\"coll^\\^\":^\\^\"users^\\^\",^\\^\"msg^\\^\":^{^\\^\"text^\\^\":"
        "^\\^\"it's ^\\^\\^\\^\"5 €^\\^\\^\\^\" ^& 100^% of $HOME^\\^\"^}^}^\" ^\n  --compressed"),
        (
            f'curl ^"{URL}^" ^\r\n  --data-raw ^"'
            + json.dumps(json.loads(SAYING_JSON), indent=1, ensure_ascii=False)
            .replace("\\", "\\\\")
            .replace('"', '\\^"')
            .replace("&", "^&")
            .replace("\n", "^\r\n\r\n")
            + '^" ^\r\n  --compressed\r\n'
        ),
        # Firefox of some years ago, on Windows.
        (f'curl "{URL}" -H "Content-Type: application/json" --data-binary '
        '"{""coll"":""users"",""msg"":{""text"":""it\'s \\""5 €\\"" & 100"%" of $HOME""}}"'),
        # Chrome, "Copy as PowerShell".
        (f'$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession\n'
        f'Invoke-WebRequest -UseBasicParsing -Uri "{URL}" `\n-Method "POST" `\n-WebSession $session `\n'
        '-Headers @{\n"Accept"="*/*"\n} `\n-ContentType "application/json" `\n-Body ([System.Text.Encoding]::UTF8'
        '.GetBytes("{`"coll`":`"users`",`"msg`":{`"text`":`"it\'s \\`"5 $([char]8364)\\`" & 100% of `$HOME`"}}"))'),
        # Postman: cURL.
        f"curl --location '{URL}' \\\n--header 'Content-Type: application/json' \\\n--data '"
        + json.dumps(json.loads(SAYING_JSON), indent=4, ensure_ascii=False).replace("'", "'\\''")
        + "'",
        # Postman of some years ago.
        f"curl --location --request POST '{URL}' \\\n--header 'Content-Type: application/json' \\\n--data-raw '"
        + json.dumps(json.loads(SAYING_JSON), indent=4).replace("'", "'\"'\"'")
        + "'",
        # Postman: PowerShell.
        ('$headers = New-Object "System.Collections.Generic.Dictionary[[String],[String]]"\n'
        '$headers.Add("Content-Type", "application/json")\n\n$body = @"\n'
        '{`n    `"coll`": `"users`",`n    `"msg`": {`"text`": `"it\'s \\`"5 €\\`" & 100% of `$HOME`"}`n}\n"@\n\n'
        f"$response = Invoke-RestMethod '{URL}' -Method 'POST' -Headers $headers -Body $body\n"
        "$response | ConvertTo-Json"),
        # By hand.
        f"$ curl -sSLd '{SAYING_JSON.replace(chr(39), chr(39) + chr(92) + chr(39) + chr(39))}' -XPOST --url={URL}",
        f"curl {URL} --json @- <<'END'\n{SAYING_JSON}\nEND\n",
        f"curl {URL} -d @- <<-END\n\t" + SAYING_JSON.replace("$", "\\$").replace('\\"', '\\\\"') + "\n\tEND\n",
        f"cat <<'END' | curl {URL} --data-binary @-\n{SAYING_JSON}\nEND\n",
        f'curl -d "{json.dumps(SAYING_JSON, ensure_ascii=False)[1:-1].replace("$", chr(92) + "$")}" {URL}',
        (f"export MORE=1 BODY='{SAYING_JSON.replace(chr(39), chr(39) + chr(92) + chr(39) + chr(39))}'\n"
        f'curl -d "$BODY" {URL}'),
        f"PS C:\\Users\\me> curl.exe -d '{json.dumps(SAYING_JSON)[1:-1].replace(chr(39), chr(39) * 2)}' {URL}",
        f"@'\n{SAYING_JSON}\n'@ | curl.exe -H 'Content-Type: application/json' --data-binary '@-' {URL}",
        f"C:\\Users\\me>curl -d {json.dumps(SAYING_JSON, ensure_ascii=False)} {URL}",
        SAYING_JSON,
    ],
)  # fmt: skip
def test_every_way_to_quote(command: str) -> None:
    reading = read(command)
    assert text_of(reading) == SAYING
    assert reading.request == Request.from_wire(Channel.SMS, json.loads(SAYING_JSON))
    assert reading.address == (BASE if "http" in command else None)


def test_surrogates_of_old_browsers_are_one_character() -> None:
    reading = read(f'curl {URL} --data-raw $\'{{"msg":{{"text":"\\ud83d\\ude00 \\xd0\\x9f\\320\\237\\x21"}}}}\'')
    assert text_of(reading) == "\U0001f600 ПП!"


@pytest.mark.parametrize(
    ("command", "notes"),
    [
        (f"curl -d '{SHORT_SMS}' {URL} && echo done | grep x", ["text_around"]),
        (f"curl -d '{SHORT_SMS}' {URL} | jq .", []),
        (f"curl -d '{SHORT_SMS}' {URL} 2>/dev/null >out.json # comment", []),
        (f"curl -d '{SHORT_SMS}' {URL}; curl -d '{{}}' {URL}", ["several_commands"]),
        (f"curl -d '{SHORT_SMS}' {URL} --next -d '{{}}' {URL}", ["several_commands"]),
        (f"curl -d '{SHORT_SMS}' {URL} {URL}", ["extra_word"]),
        (f"curl -X PUT -d '{SHORT_SMS}' {URL}", ["method"]),
        (f"curl -sSLvi -o out --http1.1 --max-redirs=2 -d '{SHORT_SMS}' {URL}", ["options_dropped"]),
        (f"curl -sSLvi -o out --http1.1 --compressed -d '{SHORT_SMS}' {URL}", []),
        (f"curl -G -d '{SHORT_SMS}' {URL}", ["method"]),
        (f"curl -d '{SHORT_SMS}' {URL} -H 'Content-Type: text/plain'", ["content_type"]),
        (f"curl -d '{SHORT_SMS}' {URL} -H 'Content-Type: application/json; charset=utf-8'", []),
        (f"curl -d '{SHORT_SMS}' {URL} -H 'X-A: 1' -H 'Cookie: b'", ["headers_dropped"]),
        (f"curl -kx proxy:8080 -m5 --data '{SHORT_SMS}' {URL} --retry 3", ["options_dropped"]),
        (f"curl -u me:secret -d '{SHORT_SMS}' {URL}", ["login_dropped"]),
        (f"curl -d '{SHORT_SMS}' https://me:secret@api.scorocode.ru/api/v1/sendsms", ["login_dropped"]),
        (f"curl -d '{SHORT_SMS}' '{URL}?x=secret'", ["url_query_dropped"]),
        (f"curl -d '{SHORT_SMS}' api.scorocode.ru/api/v1/sendsms", ["scheme_assumed"]),
        (f"curl --data-urlencode '{SHORT_SMS}' {URL}", ["url_encoded"]),
        (f"curl --brand-new -d '{SHORT_SMS}' {URL}", ["unknown_option"]),
        (f"curl –X POST —data '{SHORT_SMS}' {URL}", ["smart_dashes"]),
        (f"curl -d “{SHORT_SMS.replace(chr(34), chr(92) + chr(34))}” {URL}", ["smart_quotes"]),
        (f"curl -d ‘{SHORT_SMS.replace(chr(34), '”')}’ “{URL}”", ["smart_quotes"]),
        (f"curl\u00a0-d\u00a0'{SHORT_SMS}'\u00a0{URL}", ["odd_blank"]),
    ],
)  # fmt: skip
def test_what_is_not_taken_over_is_said(command: str, notes: list[str]) -> None:
    reading = read(command)
    assert text_of(reading) == "hi"
    assert reading.address == BASE
    assert codes(reading.notes) == notes
    assert "secret" not in repr(reading)


def test_the_names_of_what_is_dropped_are_given_and_never_their_values() -> None:
    reading = read(
        f"curl -d '{SHORT_SMS}' {URL} -H 'X-Token: secret' -H 'accept: */*' -b secret --proxy-user=secret -n"
    )
    assert [note.params for note in reading.notes] == [
        {"names": "X-Token, accept"},
        {"names": "--cookie, --proxy-user, --netrc"},
    ]


@pytest.mark.parametrize(
    ("address", "base", "note"),
    [
        ("http://127.0.0.1:8080/api/v1/sendsms/", "http://127.0.0.1:8080/api/v1/", None),
        ("HTTPS://[::1]:80/sendsms", "https://[::1]:80/", None),
        ("localhost:80/api/v1/sendsms", "http://localhost:80/api/v1/", "scheme_assumed"),
        ("{{base}}/sendsms", None, "address_unreadable"),
        ("ftp://x/sendsms", None, "address_unreadable"),
        ("https://api.scorocode.ru/api/v1/data/count", None, "other_call"),
        ("https://[/", None, "other_call"),
    ],
)
def test_addresses(address: str, base: str | None, note: str | None) -> None:
    reading = read(f"curl -d '{SHORT_SMS}' '{address}'")
    assert reading.address == base
    assert codes(reading.notes) == ([note] if note else [])
    assert text_of(reading) == "hi"


def test_without_an_address_it_is_said() -> None:
    assert codes(read(f"curl -d '{SHORT_SMS}'").notes) == ["no_address"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "nothing"),
        (" \n\ufeff", "nothing"),
        ("hello", "no_command"),
        ("wget -O- http://x", "no_command"),
        (f"curl {URL}", "no_data"),
        ("curl", "no_data"),
        (f"curl -d '' {URL}", "no_data"),
        (f"curl -d @message.json {URL}", "data_in_file"),
        (f"curl -d @- {URL} < message.json", "data_in_file"),
        (f"curl -d @- {URL}", "data_from_input"),
        (f"make message | curl -d @- {URL}", "data_from_input"),
        (f"curl -F a=b {URL}", "form_data"),
        (f"curl -T message.json {URL}", "form_data"),
        (f"curl -d app=1 -d cli=2 {URL}", "several_data"),
        (f"curl -d '{{\"app\":}}' {URL}", "json_broken"),
        (f"curl -d '{{\"app\":1' {URL}", "json_cut_off"),
        (f'curl -d \'{{"app":"1}}\' {URL}', "json_cut_off"),
        (f"curl -d '[]' {URL}", "not_an_object"),
        ('{"a":1,"a":2}', "json_duplicate_key"),
        ('{"a":NaN}', "json_constant"),
        ('{"a":1e999}', "json_number"),
        ('{"a":' + "9" * 5000 + "}", "json_number"),
        ('{"a":' * 5000, "json_too_deep"),
        ('{"a":[' * 300 + "1", "json_too_deep"),
        ("[" * 101 + "1,]", "json_too_deep"),
        ("[" * 100 + "1", "json_cut_off"),
        ('{"a":"' + "[" * 300 + '"', "json_cut_off"),
        ('{"a":"' + "[" * 300, "json_cut_off"),
        ("[{}," * 60 + "[[]," * 30, "json_cut_off"),
        ('{"a":' * 200 + "1" + "}" * 200, "json_too_deep"),
        ("{}", "unknown_channel"),
        ('{"msg":{}}', "unknown_channel"),
        ("[1]", "not_an_object"),
    ],
)
def test_what_cannot_be_read_is_said(text: str, code: str) -> None:
    assert codes(read(text).problems) == [code]


def test_an_open_quote_is_said_and_shown() -> None:
    text = f"curl {URL} -d '{SHORT_SMS}"
    reading = read(text)
    assert codes(reading.problems) == ["unclosed_quote"]
    assert reading.problems[0].offset == text.index("'")


def test_the_place_of_a_mistake_is_that_in_the_text() -> None:
    text = f"curl -d '{{\"coll\": \"it'\\''s\", oops}}' {URL}"
    reading = read(text)
    assert codes(reading.problems) == ["json_broken"]
    assert reading.problems[0].offset == text.index("oops")


def test_several_json_options_are_one_text() -> None:
    reading = read(f"curl --json '{SHORT_SMS[:10]}' --json '{SHORT_SMS[10:]}' {URL}")
    assert text_of(reading) == "hi"


def test_the_body_is_there_when_only_the_channel_is_not_known() -> None:
    reading = read('{"app": "x", "coll": "users"}')
    assert reading.body == {"coll": "users"}
    assert reading.keys.app == "x"


@pytest.mark.parametrize(
    ("message", "channel"),
    [('{"data":{},"text":"x"}', Channel.PUSH), ('{"text":"x"}', Channel.SMS)],
)
def test_bare_json_tells_its_channel_by_its_shape(message: str, channel: Channel) -> None:
    assert read(f'{{"msg":{message}}}').channel is channel


def test_the_address_tells_the_channel_before_the_shape_does() -> None:
    assert read(f"curl -d '{SHORT_SMS}' https://x/sendpush").channel is Channel.PUSH


@pytest.mark.parametrize(
    "value", ["{{cli}}", "$CLI", "${CLI}", "%CLI%", "<client key>", "••••••••", "****", "YOUR_CLIENT_KEY"]
)
def test_what_stands_for_a_key_is_none(value: str) -> None:
    reading = read(f"curl -d '{json.dumps({'app': 'x', 'cli': value, 'msg': {'text': 'hi'}})}' {URL}")
    assert (reading.keys.app, reading.keys.cli) == ("x", "")
    assert codes(reading.notes) == ["placeholder_keys"]


def test_a_key_that_is_no_text_is_said() -> None:
    reading = read('{"acc": 5, "msg": {"text": "x"}}')
    assert [note.params for note in reading.notes] == [{"key": "acc"}]


def test_variables_of_the_shell_stay_and_are_said() -> None:
    text = f'curl -d "{{\\"sess\\":\\"$SESSION\\",\\"msg\\":{{\\"text\\":\\"hi\\"}}}}" {URL}'
    reading = read(text)
    assert reading.notes[-1].params == {"keys": "sess"}
    assert (reading.notes[0].code, reading.notes[0].params) == ("shell_variable", {"name": "$SESSION"})
    assert reading.notes[0].offset == text.index("$SESSION")


def test_keys_are_shown_by_nothing() -> None:
    reading = read(f"curl -d '{SMS}' {URL}")
    for shown in (repr(reading), str(reading), f"{reading.keys}", repr(reading.request)):
        assert not any(key in shown for key in CONTRACT_KEYS.values())


def test_the_tables_of_options_agree() -> None:
    assert not WITH_ARGUMENT & FLAGS
    assert set(SHORT.values()) <= WITH_ARGUMENT | FLAGS
    assert set(CURL_CODES) == set(PROBLEM_CODES) | set(NOTE_CODES)


def test_an_option_takes_its_argument_and_nothing_else() -> None:
    for name in WITH_ARGUMENT - {"url", "request", "header"}:
        reading = read(f"curl --{name} sendpush {URL}")
        assert reading.channel is Channel.SMS, name
    for name in FLAGS - {"next"}:
        assert read(f"curl --{name} {URL} -d '{SHORT_SMS}'").channel is Channel.SMS, name


_PIECES = r"""
curl curl.exe ' " ` \ ^ $ $' $( ${ @' '@ @" "@ ( ) { } @{ | & ; < << <<< <<EOF EOF > # % %b -d -X -H --data --json --url
@- @x --% -- - --next -Body -Uri = – echo printf cat Invoke-RestMethod $x \u \x \0 `u{ [char] {"a": http://[ :// “ ’ €
PS sendsms
"""
pieces = st.sampled_from(
    [*_PIECES.split(), " ", " ", "\n", "\r\n", "$x = ", "\ud83d", "\0", "\u00a0", URL, SHORT_SMS, "\U0001f600"]
)


@settings(max_examples=how_many(600), deadline=None)
@given(text=st.lists(pieces, max_size=25).map("".join) | st.text())
@example(text="curl -d $'\\")
@example(text="curl -d `")
@example(text="printf %b '\\0777' | curl -d @-")
def test_no_text_raises(text: str) -> None:
    read(text)
    read("curl " + text)


@pytest.mark.timeout(20)
@pytest.mark.parametrize("line", ['A="$A$A"\n', '$a = "$a$a"\n'])
def test_a_text_that_doubles_itself_takes_no_room(line: str) -> None:
    read(line.replace("$A$A", "xx").replace("$a$a", "xx") + line * 60 + f'curl -d "$A" {URL}')


def test_a_variable_that_would_take_too_much_room_stays_as_it_is_written() -> None:
    reading = read(f"A='{'x' * 5000}'\ncurl -d \"{'$A' * 5000}\" {URL}")
    assert ("shell_variable", {"name": "$A"}) in [(note.code, note.params) for note in reading.notes]


@pytest.mark.parametrize(("option", "code"), [("-d", None), ("--data-ascii", None), ("--data-binary", "json_broken")])
def test_only_some_options_drop_the_line_ends_of_what_they_read(option: str, code: str | None) -> None:
    reading = read(f"curl {option} @- {URL} <<END\n{SHORT_SMS.replace('hi', 'h' + chr(10) + 'i')}\nEND")
    assert codes(reading.problems) == ([code] if code else [])
