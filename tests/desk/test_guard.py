"""Nobody gets in but the browser that was opened, and nothing gets out but what the page is made of."""

from __future__ import annotations

import http.client
from urllib.parse import urlsplit

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.support.desk import Desk, real_issue


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """One for all of these: none of them changes anything."""
    running = Desk(real_issue(tmp_path_factory.mktemp("desk")))
    yield running
    running.end()


def ask(desk, path: str, **headers: str) -> http.client.HTTPResponse:
    place = urlsplit(desk.origin)
    link = http.client.HTTPConnection(place.hostname, place.port, timeout=20)
    link.putrequest("GET", path, skip_host="Host" in headers)
    for name, value in headers.items():
        link.putheader(name, value)
    link.endheaders()
    answer = link.getresponse()
    answer.body = answer.read()
    link.close()
    return answer


def cookie(desk) -> str:
    place = urlsplit(desk.address)
    return ask(desk, f"{place.path}?{place.query}").getheader("set-cookie").split(";")[0]


PATHS = ("/", "/web/main.js", "/face/x", "/picture/x", "/proof/pdf", "/socket", "/open", "/open?key=", "/open?key=x")


@pytest.mark.parametrize("path", PATHS)
def test_nothing_without_the_key(desk, path):
    assert ask(desk, path).status == 403


def test_another_host_is_refused(desk):
    """A name that was bent to this machine (DNS rebinding), and our own address with another port."""
    key = cookie(desk)
    port = urlsplit(desk.origin).port
    for host in (f"evil.example:{port}", "127.0.0.1", "127.0.0.1:1", f"localhost.evil:{port}", ""):
        assert ask(desk, "/", Host=host, Cookie=key).status == 403
    assert ask(desk, "/", Cookie=key).status == 200


def test_another_origin_is_refused(desk):
    key = cookie(desk)
    for origin in ("http://evil.example", "null", desk.origin + "0", desk.origin.replace("http", "https")):
        assert ask(desk, "/", Origin=origin, Cookie=key).status == 403


def test_the_ticket_of_the_browser_is_good_once(desk):
    assert ask(desk, "/open?key=" + "x" * 43).status == 403


@pytest.mark.parametrize("path", [
    "/web/../app.py", "/web/..%2fapp.py", "/web/%2e%2e/%2e%2e/cli/desk.py", "/web/index.html", "/web//etc/passwd",
    "/picture/..%2f..%2fissue.yaml", "/face/%2fetc%2fpasswd", "/issue.yaml", "/web/.", "/proof/svg",
    "/proof/png?page=x", "/proof/png?page=99",
])  # fmt: skip
def test_no_path_leads_to_a_file(desk, path):
    answer = ask(desk, path, Cookie=cookie(desk))
    assert answer.status == 404
    assert answer.body == b"" or answer.body == b"Not Found"


def test_headers_keep_others_out(desk):
    answer = ask(desk, "/", Cookie=cookie(desk))
    rules = answer.getheader("content-security-policy")
    assert "default-src 'none'" in rules
    assert "frame-ancestors 'none'" in rules
    assert answer.getheader("x-content-type-options") == "nosniff"
    assert answer.getheader("access-control-allow-origin") is None
    assert answer.getheader("server") is None


def test_the_socket_asks_for_origin_cookie_and_key(desk):
    place, key = desk.origin.replace("http", "ws") + "/socket", cookie(desk)
    for headers in ({}, {"Origin": desk.origin}, {"Cookie": key}, {"Origin": "http://evil.example", "Cookie": key}):
        with pytest.raises(InvalidStatus):
            connect(place, additional_headers=headers)
    with connect(place, additional_headers={"Origin": desk.origin, "Cookie": key}) as socket:
        socket.send('{"key": "x"}')
        with pytest.raises(Exception, match="1008"):
            socket.recv()


def test_another_site_gets_nothing(desk, browser):
    """A page of another origin in the same browser, which has the cookie: no picture, no script, no socket."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(desk.address)
    page.wait_for_selector("#blocks svg")
    other = context.new_page()
    other.goto(desk.origin.replace("127.0.0.1", "localhost") + "/")
    assert "paiban" not in (other.title() or "")
    refused = other.evaluate(
        "origin => new Promise(done => { const s = new WebSocket(origin.replace('http', 'ws') + '/socket');"
        "s.onopen = () => done(false); s.onerror = () => done(true); })", desk.origin)  # fmt: skip
    assert refused
    context.close()
