"""What pages say beside their text: policies, cookies, and where they send browsers."""

import pytest
import requests

import access_table
import crawler
import page_forms
import received_mails
from site_content import PASSWORD


ELSEWHERE = [
    "//evil.example", "https://evil.example", "http:evil.example", "/\\evil.example", "\\\\evil.example",
    "/\t/evil.example", "///evil.example", "javascript:alert(1)", "data:text/html,x", "evil.example",
    "/%0d%0aSet-Cookie:planted=1", "/x\r\nSet-Cookie: planted=1", "@evil.example", "/@evil.example",
    "/.//evil.example", "/..//evil.example", "%2f%2fevil.example", " //evil.example", "?next=//evil.example",
]


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    from cheeseboard_server import Cheeseboard

    index = Cheeseboard(tmp_path_factory.mktemp("headers") / "index", settings=crawler.PROXY)
    index.add_user("alma", PASSWORD)
    # Each signs in five times, and proves it five times: a user may do that ten times.
    for number in range(len(ELSEWHERE) // 5 + 1):
        index.add_user(f"casey{number}", PASSWORD, admin=False)
    index.start()
    yield index
    index.stop()


@pytest.fixture(scope="module")
def alma(index):
    return crawler.signed_in(index.url, "alma", PASSWORD)


@pytest.mark.parametrize("row", access_table.PAGES, ids=str)
@pytest.mark.parametrize("who", ["nobody", "alma"])
def test_a_page_cannot_be_framed_or_scripted_from_outside(index, alma, row, who):
    session = alma if who == "alma" else crawler.browser_session()
    answer = session.get(index.url + row.path(file="style.css"), timeout=30)
    if not answer.headers.get("Content-Type", "").startswith("text/html"):
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        return
    policy = {
        words[0]: words[1:] for words in map(str.split, answer.headers["Content-Security-Policy"].split(";"))}
    assert policy["default-src"] == ["'none'"]
    assert policy["frame-ancestors"] == ["'none'"]
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "data:", "http:", "https:"} & set(
        policy.get("script-src", []) + policy.get("style-src", []))
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "unsafe" not in answer.headers["Referrer-Policy"]
    if who == "alma":
        assert "no-store" in answer.headers["Cache-Control"]
    for tag, attributes in crawler.Elements(answer.text).elements:
        assert "style" not in attributes and tag != "style", f"<{tag}> has a style inside the page"
        assert not any(name.startswith("on") for name in attributes), f"<{tag}> runs a script"
        assert tag != "script" or "src" in attributes or attributes.get("type") == "application/json"


def test_cookies_are_for_this_site_alone(index):
    session = crawler.browser_session()
    form = page_forms.form(session.get(index.url + "/account/login/", timeout=30), "/account/login/")
    fields = form.fields | {"name": "alma", "password": PASSWORD}
    answer = session.post(form.action, data=fields, timeout=30, allow_redirects=False)
    lines = answer.raw.headers.getlist("Set-Cookie")
    assert any("session" in line for line in lines)
    for line in lines:
        attributes = {word.strip().lower() for word in line.split(";")[1:]}
        assert {"httponly", "samesite=lax"} <= attributes or {"httponly", "samesite=strict"} <= attributes
        assert not any(word.startswith("domain=") for word in attributes)


@pytest.mark.parametrize("target", ELSEWHERE)
def test_signing_in_leads_to_this_site_alone(index, target):
    user = f"casey{ELSEWHERE.index(target) // 5}"
    session = crawler.browser_session()
    page = session.get(index.url + "/account/login/", params={"next": target}, timeout=30)
    form = page_forms.form(page, "/account/login/")
    fields = form.fields | {"next": target, "name": user, "password": PASSWORD}
    answer = session.post(form.action, data=fields, timeout=30, allow_redirects=False)
    stays_here(index, answer)
    page = session.get(index.url + "/account/reauthenticate/", params={"next": target}, timeout=30)
    form = page_forms.form(page, "/account/reauthenticate/")
    fields = form.fields | {"next": target, "password": PASSWORD}
    answer = session.post(form.action, data=fields, timeout=30, allow_redirects=False)
    stays_here(index, answer)


def stays_here(index, answer):
    """Whether a redirect, read as a browser reads it, leads to this site."""
    assert answer.status_code == 303, answer.text
    assert "planted" not in answer.cookies
    location = requests.compat.urljoin(answer.url, answer.headers["Location"].replace("\\", "/"))
    assert location.startswith(index.url + "/"), location


@pytest.mark.parametrize("row", access_table.PAGES, ids=str)
def test_what_a_request_calls_the_server_is_on_nobody_else_s_page(index, row):
    address = index.url + row.path(file="style.css")
    session = crawler.browser_session()
    named = session.get(
        address, headers={"Host": "evil.example", "X-Forwarded-Prefix": "/evil"}, timeout=30,
        allow_redirects=False)
    assert named.status_code < 500
    answer = session.get(address, timeout=30, allow_redirects=False)
    assert "evil" not in answer.text and "evil" not in answer.headers.get("Location", "")


@pytest.fixture(scope="module")
def named_index(tmp_path_factory):
    """An index that says under which names it is reached."""
    from cheeseboard_server import Cheeseboard

    index = Cheeseboard(
        tmp_path_factory.mktemp("named") / "index",
        settings={"site.url": "https://index.example", "site.hosts": "packages.example"})
    index.start()
    yield index
    index.stop()


@pytest.mark.parametrize("row", [row for row in access_table.rows() if row.operation != "readHealth"], ids=str)
def test_nothing_answers_under_a_name_that_leads_here_without_leave(named_index, row):
    """A hostile site whose name is made to lead here reads nothing with its visitors' eyes."""
    address = named_index.url + row.path(file="style.css")
    answer = requests.request(
        row.method, address, headers={"Host": "evil.example", "Accept": "text/html"}, timeout=30,
        allow_redirects=False)
    assert answer.status_code == 400, answer.text
    assert "reached under this name" in answer.text or "reached under this name" in answer.reason
    assert "evil" not in answer.text and "evil" not in str(answer.headers)


@pytest.mark.parametrize("host", [
    "index.example", "Index.Example:443", "packages.example:8080", "localhost", "192.0.2.7:8080", "[2001:db8::1]"])
@pytest.mark.parametrize("path", ["/", "/simple/", "/api/v1/search?q=brie"])
def test_the_names_of_the_settings_and_literal_addresses_are_answered(named_index, host, path):
    assert requests.get(named_index.url + path, headers={"Host": host}, timeout=30).status_code == 200


def test_health_is_told_under_every_name(named_index):
    answer = requests.get(named_index.url + "/_health", headers={"Host": "node-3.internal"}, timeout=30)
    assert answer.status_code == 200


def test_a_mailed_link_leads_here_whatever_a_request_calls_the_server(index):
    mails = received_mails.Mailbox(index)
    path = "/account/request-password-reset/"
    session = crawler.browser_session()
    form = page_forms.form(session.get(index.url + path, timeout=30), path)
    # Cookies are sent by hand: the jar keeps them from another host.
    cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in session.cookies)
    answer = session.post(
        form.action, data=form.fields | {"name": "alma"}, timeout=30,
        headers={"Host": "evil.example", "X-Forwarded-Host": "evil.example",
                 "Forwarded": "host=evil.example", "Cookie": cookies})
    assert answer.status_code == 200, answer.text
    mail = mails.take("alma@index.example", "choose a new password")
    assert mail.link("/account/reset-password/").startswith(index.url + "/account/")
    assert "evil" not in mail.text and "evil" not in mail.html
