"""Answers byte for byte, and what each of them says of the message: the outcomes table of the wire."""

import gzip
import zlib
from dataclasses import dataclass
from typing import Final

from scoro_desktop.scorocode.replies import Outcome
from tests.scorocode.socket_server import answer

SENT, REFUSED, UNKNOWN = Outcome.SENT, Outcome.REFUSED, Outcome.UNKNOWN
OK: Final = b'{"count":3,"error":false}'
NO: Final = b'{"error":true,"errCode":400,"errMsg":"No such collection"}'


@dataclass(frozen=True)
class Case:
    """An answer, and the row that it makes. `told`: whether its length is, so that a part of it cannot pass for it."""

    name: str
    data: bytes
    outcome: Outcome
    reason: str = ""
    count: int | None = None
    code: str = ""
    told: bool = True


def chunked(body: bytes, size: int = 7, end: bytes = b"0\r\n\r\n", *headers: str) -> bytes:
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    head = "\r\n".join(["HTTP/1.1 200 OK", "Transfer-Encoding: chunked", *headers, "", ""]).encode()
    return head + b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + end


def plain(body: bytes, status: str = "200 OK") -> bytes:
    """Without a length: it ends where the connection does."""
    return f"HTTP/1.1 {status}\r\n\r\n".encode() + body


def status_alone(status: str) -> bytes:
    return answer(b"<html>" + status.encode() + b"</html>", status, "Content-Type: text/html")


def sent(name: str, data: bytes, count: int = 3, *, told: bool = True) -> Case:
    return Case(name, data, SENT, count=count, told=told)


def no_sense(name: str, data: bytes, reason: str = "unreadable") -> Case:
    return Case(name, data, UNKNOWN, reason)


EARLY: Final = b"HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n"
PROCESSING: Final = b"HTTP/1.1 102 Processing\r\n\r\n"
CONTINUE: Final = b"HTTP/1.1 100 Continue\r\n\r\n"

GOOD_ANSWERS: Final = [
    sent("plain", answer(OK)),
    sent("no length", plain(OK), told=False),
    sent("HTTP/1.0", answer(OK).replace(b"HTTP/1.1", b"HTTP/1.0")),
    sent("no reason phrase", answer(OK, "200")),
    sent("a reason phrase in another script", answer(OK, "200 Хорошо")),
    sent("chunks", chunked(OK)),
    sent("chunks of one byte", chunked(OK, 1)),
    sent("chunks with extensions", chunked(OK).replace(b"7\r\n", b"7;a=b\r\n")),
    sent("chunks with trailers", chunked(OK, 7, b"0\r\nX-Sum: 1\r\n\r\n")),
    sent("keep-alive", answer(OK, "200 OK", "Connection: keep-alive")),
    sent("another type", answer(OK, "200 OK", "Content-Type: text/html; charset=windows-1251")),
    sent("a type that is none", answer(OK, "200 OK", "Content-Type: ;;;=")),
    sent("a cookie", answer(OK, "200 OK", "Set-Cookie: a=b; Path=/; Domain=.example.org")),
    sent("headers of bytes", answer(OK).replace(b"\r\n\r\n", b"\r\nX-Odd: \xff\xfe\x80\r\n\r\n")),
    sent("a folded header", answer(OK, "200 OK", "X-Long: a\r\n b")),
    sent("bare line feeds", answer(OK).replace(b"\r\n", b"\n")),
    sent("Retry-After", answer(OK, "200 OK", "Retry-After: 1")),
    sent("Location", answer(OK, "200 OK", "Location: http://127.0.0.1:9/")),
    sent("gzip", answer(gzip.compress(OK), "200 OK", "Content-Encoding: gzip")),
    sent("deflate", answer(zlib.compress(OK), "200 OK", "Content-Encoding: deflate")),
    sent("blanks around", answer(b"\r\n " + OK + b"\n")),
    sent("nobody", answer(b'{"count":0,"error":false}'), 0),
    sent("the most that is believed", answer(b'{"count":9223372036854775807,"error":false}'), 2**63 - 1),
    sent("other fields", answer(b'{"error":false,"count":3,"errCode":504,"more":[[[[{"error":true}]]]]}')),
    sent("100", CONTINUE + answer(OK)),
    sent("102", PROCESSING + answer(OK)),
    sent("103", EARLY + answer(OK)),
    sent("199", b"HTTP/1.1 199 Odd\r\n\r\n" + answer(OK)),
    sent("several 1xx", CONTINUE + PROCESSING + EARLY + EARLY + CONTINUE + answer(OK)),
    sent("many 1xx", EARLY * 200 + answer(OK)),
    sent("many 100", CONTINUE * 200 + answer(OK)),
    sent("1xx in turns", (CONTINUE + PROCESSING + EARLY) * 150 + answer(OK)),
    sent("something after it", answer(OK) + b"HTTP/1.1 504 Gateway Timeout\r\n\r\n"),
]

REFUSALS: Final = [
    Case("the service's own", answer(NO), REFUSED, "server_said_no", code="400"),
    Case("under 400", answer(NO, "400 Bad Request"), REFUSED, "server_said_no", code="400"),
    Case("in chunks", chunked(NO), REFUSED, "server_said_no", code="400"),
    Case("after 103", EARLY + answer(NO, "403 Forbidden"), REFUSED, "server_said_no", code="400"),
    Case("as text", answer(b'{"error":true,"errCode":"404"}'), REFUSED, "server_said_no", code="404"),
    Case("as float", answer(b'{"error":true,"errCode":404.0}'), REFUSED, "server_said_no", code="404.0"),
    *(
        Case(status, status_alone(status), REFUSED, "not_json_refusal")
        for status in (
            "400 Bad Request",
            "401 Unauthorized",
            "403 Forbidden",
            "404 Not Found",
            "405 Method Not Allowed",
            "407 Proxy Authentication Required",
            "411 Length Required",
            "413 Content Too Large",
            "415 Unsupported Media Type",
            "421 Misdirected Request",
            "422 Unprocessable Content",
            "431 Request Header Fields Too Large",
            "451 Unavailable For Legal Reasons",
        )
    ),
    Case("429", answer(b"", "429 Too Many Requests", "Retry-After: 0"), REFUSED, "not_json_refusal"),
    Case("307", answer(b"", "307 Temporary Redirect", "Location: /elsewhere"), REFUSED, "redirect"),
    Case("308", answer(b"", "308 Permanent Redirect", "Location: /elsewhere"), REFUSED, "redirect"),
]

FAILED: Final = "server_failed"
BOMB: Final = gzip.compress(bytes(50_000_000))
DEEP: Final = b"[" * 100_000

NOTHING_SETTLED: Final = [
    Case("504 in it", answer(b'{"error":true,"errCode":504,"errMsg":"timeout"}'), UNKNOWN, FAILED, code="504"),
    Case("504 twice", answer(b'{"error":true,"errCode":504}', "504 Late"), UNKNOWN, FAILED, code="504"),
    Case("500 under 400", answer(b'{"error":true,"errCode":500}', "400 Bad Request"), UNKNOWN, FAILED, code="500"),
    Case("400 under 500", answer(NO, "500 Internal Server Error"), UNKNOWN, FAILED, code="400"),
    Case("text 504", answer(b'{"error":true,"errCode":"504"}'), UNKNOWN, FAILED, code="504"),
    Case("float 504", answer(b'{"error":true,"errCode":504.0}'), UNKNOWN, FAILED, code="504.0"),
    Case("no code", answer(b'{"error":true,"errMsg":"?"}'), UNKNOWN, FAILED),
    Case("a count beside it", answer(b'{"error":true,"errCode":400,"count":7}'), UNKNOWN, FAILED, code="400"),
    Case("408 in it", answer(b'{"error":true,"errCode":408}'), UNKNOWN, FAILED, code="408"),
    *(
        Case(status, answer(b"", status, "Location: /elsewhere"), UNKNOWN, "redirect")
        for status in ("300 Choices", "301 Moved", "302 Found", "303 See Other", "304 Not Modified", "306 Unused")
    ),
    *(
        no_sense(status, status_alone(status), "given_up")
        for status in ("408 Request Timeout", "425 Too Early", "460 Gone", "499 Client Closed Request")
    ),
    *(
        no_sense(status, status_alone(status), "gateway")
        for status in ("502 Bad Gateway", "504 Gateway Timeout", "511 Log In", "520 Unknown", "524 Timeout", "530 Odd")
    ),
    no_sense("503", answer(b"busy", "503 Service Unavailable", "Retry-After: 0"), "gateway"),
    no_sense("a captive portal", status_alone("200 OK")),
    no_sense("201", answer(OK, "201 Created")),
    no_sense("202", answer(OK, "202 Accepted")),
    no_sense("204", b"HTTP/1.1 204 No Content\r\n\r\n"),
    no_sense("205", answer(b"", "205 Reset Content")),
    no_sense("206", answer(OK, "206 Partial Content", "Content-Range: bytes 0-24/25")),
    no_sense("500", status_alone("500 Internal Server Error")),
    no_sense("999", status_alone("999 Odd")),
    no_sense("101", b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n" + answer(OK)),
    no_sense("1xx alone", EARLY * 3, "reset"),
    no_sense("a status below 100", answer(OK, "99 Odd")),
    no_sense("a status of four digits", answer(OK, "2000 OK")),
    no_sense("a negative status", answer(OK, "-200 OK")),
    no_sense("no status", b"HTTP/1.1\r\n\r\n"),
    no_sense("HTTP/2", answer(OK).replace(b"HTTP/1.1", b"HTTP/2")),
    no_sense("HTTP/0.9", OK),
    no_sense("a greeting", b"SSH-2.0-OpenSSH_9.2\r\n\r\n"),
    no_sense("frames of HTTP/2", b"\x00\x00\x12\x04\x00\x00\x00\x00\x00\r\n\r\n"),
    no_sense("a long first line", b"HTTP/1.1 200 " + b"x" * 70_000 + b"\r\n\r\n"),
    no_sense("a long header", answer(OK, "200 OK", "X: " + "x" * 70_000)),
    no_sense("many headers", answer(OK, "200 OK", *(f"X-{n}: y" for n in range(200)))),
    no_sense("two lengths", answer(OK, "200 OK", "Content-Length: 3")),
    no_sense("too short a length", answer(OK, length=10)),
    no_sense("too long a length", answer(OK, length=26), "cut_off"),
    no_sense("a chunk without its end", chunked(OK, 7, b""), "cut_off"),
    no_sense("a chunk longer than told", chunked(OK).replace(b"7\r\n", b"3\r\n"), "cut_off"),
    no_sense("a chunk whose length is none", chunked(OK).replace(b"7\r\n", b"x\r\n"), "cut_off"),
    no_sense("a chunk of negative length", chunked(OK).replace(b"7\r\n", b"-7\r\n")),
    no_sense("gzip that is none", answer(OK, "200 OK", "Content-Encoding: gzip")),
    no_sense("gzip cut off", answer(gzip.compress(OK)[:-12], "200 OK", "Content-Encoding: gzip")),
    no_sense("an unknown packing", answer(gzip.compress(OK), "200 OK", "Content-Encoding: compress")),
    no_sense(
        "a small file that grows",
        answer(gzip.compress(bytes(50_000_000)), "200 OK", "Content-Encoding: gzip"),
        "too_long",
    ),
    no_sense("2 MB of good JSON", answer(OK[:-1] + b',"x":"' + b"x" * 2_000_000 + b'"}'), "too_long"),
    no_sense("many 1xx for ever", EARLY * 20_000 + answer(OK), "too_long"),
    no_sense("empty", answer(b"")),
    no_sense("not JSON", answer(b"OK")),
    no_sense("cut off within a valid length", answer(OK[:-1])),
    no_sense("JSON twice", answer(OK + OK)),
    no_sense("BOM", answer(b"\xef\xbb\xbf" + OK)),
    no_sense("UTF-16", answer(OK.decode().encode("utf-16"))),
    no_sense("bytes that are no UTF-8", answer(b'{"count":3,"error":false,"x":"\xff\xfe"}')),
    no_sense("a zero byte", answer(OK + b"\0")),
    no_sense("a key twice", answer(b'{"count":3,"count":4,"error":false}')),
    no_sense("error twice", answer(b'{"error":true,"count":3,"error":false}')),
    no_sense("NaN", answer(b'{"count":NaN,"error":false}')),
    no_sense("Infinity", answer(b'{"count":Infinity,"error":false}')),
    no_sense("1e999", answer(b'{"count":1e999,"error":false}')),
    no_sense("negative", answer(b'{"count":-3,"error":false}')),
    no_sense("a float", answer(b'{"count":3.0,"error":false}')),
    no_sense("true", answer(b'{"count":true,"error":false}')),
    no_sense("a text", answer(b'{"count":"3","error":false}')),
    no_sense("null", answer(b'{"count":null,"error":false}')),
    no_sense("a list", answer(b'{"count":[3],"error":false}')),
    no_sense("too large", answer(b'{"count":9223372036854775808,"error":false}')),
    no_sense("ten thousand digits", answer(b'{"count":' + b"9" * 10_000 + b',"error":false}')),
    no_sense("no count", answer(b'{"error":false}')),
    no_sense("no error", answer(b'{"count":3}')),
    no_sense("error null", answer(b'{"count":3,"error":null}')),
    no_sense("error 0", answer(b'{"count":3,"error":0}')),
    no_sense("Error", answer(b'{"count":3,"Error":false}')),
    no_sense("a list around it", answer(b"[" + OK + b"]")),
    no_sense("deep", answer(DEEP)),
    no_sense("deep beside it", answer(OK[:-1] + b',"x":' + DEEP + b"]" * 100_000 + b"}")),
]

ANSWERS: Final = GOOD_ANSWERS + REFUSALS + NOTHING_SETTLED
