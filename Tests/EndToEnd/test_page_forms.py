"""Forms as attackers send them: from other sites, without marks, with whatever breaks programs."""

import re

import pytest
import requests

import access_table
import crawler
import page_forms
from distributions import publish, wheel
from site_content import PASSWORD

FOREIGN = "came from another site"


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    """An index with two people and a project."""
    from cheeseboard_server import Cheeseboard

    folder = tmp_path_factory.mktemp("forms")
    index = Cheeseboard(folder / "index", settings=crawler.PROXY)
    index.add_user("alma", PASSWORD)
    index.add_user("bo", PASSWORD, admin=False)
    index.start()
    answer = publish(index, wheel(folder, "brie", "1.0"), token=index.token("alma"))
    assert answer.status_code == 200, answer.text
    yield index
    index.stop()


@pytest.fixture(scope="module")
def alma(index):
    return crawler.signed_in(index.url, "alma", PASSWORD)


def path(row):
    return row.path(name="brie", version="1.0", user="bo", secret="0" * 32, file="style.css")


@pytest.mark.parametrize("row", access_table.PAGE_FORMS, ids=str)
def test_a_form_without_its_mark_is_refused(index, alma, row):
    answer = alma.post(index.url + path(row), data={"csrf": ""}, timeout=30)
    assert answer.status_code == 403 and FOREIGN in answer.text


@pytest.mark.parametrize("row", access_table.PAGE_FORMS, ids=str)
def test_a_form_with_another_browser_s_mark_is_refused(index, alma, row):
    other = crawler.browser_session()
    mark = page_forms.form(other.get(index.url + "/account/login/", timeout=30), "/login/").fields["csrf"]
    answer = alma.post(index.url + path(row), data={"csrf": mark}, timeout=30)
    assert answer.status_code == 403 and FOREIGN in answer.text


@pytest.mark.parametrize("headers", [
    {"Origin": "http://evil.example"}, {"Origin": "http://127.0.0.1:1"},
    {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"},
], ids=str)
def test_a_form_with_its_mark_from_another_site_is_refused(index, headers):
    visitor = crawler.browser_session()
    form = page_forms.form(visitor.get(index.url + "/account/login/", timeout=30), "/login/")
    fields = form.fields | {"name": "alma", "password": PASSWORD}
    answer = visitor.post(form.action, data=fields, headers=headers, timeout=30)
    assert answer.status_code == 403 and FOREIGN in answer.text
    assert not any("session" in name for name in visitor.cookies.keys())


@pytest.mark.parametrize("row", access_table.PAGES, ids=str)
def test_reading_a_page_changes_nothing(index, alma, row):
    # What changes something is sent by POST; these addresses answer, whatever their values are.
    answer = alma.get(index.url + path(row), timeout=30)
    assert answer.status_code < 500, answer.text


HOSTILE = {
    "long": b"a" * 100_000,
    "too long": b"a" * 300_000,
    "no UTF-8": b"%ff%fe%c0%af",
    "raw bytes": b"\xff\xfe\x80",
    "half an escape": b"%e4%",
    "NUL": b"a%00b",
    "line breaks": b"a%0d%0aSet-Cookie:%20planted=1%0d%0a%0d%0ab",
    "direction": b"%e2%80%ae%f0%9f%a7%80%cc%81",
    "markup": b"%22%3E%3Cimg%20src%3Dx%20onerror%3Dplanted%28%29%3E",
    "number": b"-99999999999999999999999999",
    "SQL": b"%27%20OR%201%3D1%20--%20%22%3B%20DROP%20TABLE%20users",
    "path": b"%2f..%2f..%2f..%2fetc%2fpasswd",
    "template": b"%7b%7bcsrf%7d%7d%7b%7b%7bcsrf%7d%7d%7d",
}
# What would end the walk: the session itself, and what it walks over.
LEAVING = re.compile(r"/logout/|/sessions/|/delete")


def forms_of(session, index):
    """Every kind of form that whoever has this session can reach, once."""
    kinds = {}
    for answer in crawler.crawl(session, index.url, ("/", "/manage/account/", "/manage/projects/")):
        for form in answer.forms:
            kind = (form.method, re.sub(r"[0-9a-f-]{16,}|\d+", "*", form.action), *sorted(form.fields))
            kinds.setdefault(kind, form)
    return list(kinds.values())


@pytest.mark.parametrize("who", ["nobody", "alma"])
def test_no_form_breaks_the_server(index, who):
    def session():
        if who == "nobody":
            return crawler.browser_session()
        return crawler.signed_in(index.url, who, PASSWORD)

    walker = session()
    forms = forms_of(walker, index)
    assert forms
    broken = []
    for form in forms:
        if form.method == "post" and LEAVING.search(form.action):
            continue
        for field in form.fields:
            if field == "csrf":
                continue
            for what, value in HOSTILE.items():
                crawler.move(walker)
                answer = send_raw(walker, form, field, value)
                if answer.status_code >= 500 or "planted" in answer.cookies:
                    broken.append(f"{form.method} {form.action} {field}: {what} gives {answer.status_code}")
    assert broken == []


def send_raw(session, form, field, value):
    """Sends a form with one field's bytes as they are."""
    pairs = [
        f"{requests.utils.quote(name)}=".encode() + (
            value if name == field else requests.utils.quote(text, safe="").encode())
        for name, text in form.fields.items()]
    body = b"&".join(pairs)
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    if form.method == "get":
        query = body.decode("latin-1")[:8000]
        return session.get(form.action + "?" + query, timeout=60, allow_redirects=False)
    return session.post(form.action, data=body, headers=headers, timeout=60, allow_redirects=False)
