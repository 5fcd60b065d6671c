"""A private project is not there for anybody but its people: not on pages, not in counts, not by errors."""

import re

import pytest
import requests

import access_table
import crawler
from cheeseboard_server import Cheeseboard
from distributions import publish, sdist, wheel
from site_content import PASSWORD, wait_for_jobs

SECRET = "hidden-rind"
ABSENT = "absent-rind"
WORDS = ("hidden-rind", "hidden_rind", "hiddenrind", "nobody-shall-read-this")
# Steps of addresses that stand for a project.
NAMED = [row for row in access_table.rows() if row.method == "GET" and "{name}" in row.pattern]


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    folder = tmp_path_factory.mktemp("private")
    index = Cheeseboard(folder / "index", settings=crawler.PROXY)
    for user in ("alma", "bo"):
        index.add_user(user, PASSWORD, admin=user == "alma")
    index.start()
    token = index.token("alma")
    summary = {"summary": "nobody-shall-read-this", "keywords": "nobody-shall-read-this"}
    for file in (
        wheel(folder, "brie", "1.0"), wheel(folder, "hidden-rind", "1.0", requires=["brie"], **summary),
        sdist(folder, "hidden-rind", "1.0", **summary),
    ):
        answer = publish(index, file, token=token)
        assert answer.status_code == 200, answer.text
    index.file = requests.get(
        index.simple + "hidden-rind/", headers={"Accept": "application/vnd.pypi.simple.v1+json"},
        timeout=30).json()["files"][0]
    wait_for_jobs(index)
    make_private(index)
    yield index
    index.stop()


def make_private(index):
    import sqlite3

    index.stop()
    with sqlite3.connect(index.folder / "cheeseboard.sqlite") as database:
        database.execute(
            "UPDATE projects SET visibility = 'private' WHERE normalized_name = 'hidden-rind'")
    index.start()


@pytest.fixture(scope="module", params=["nobody", "bo", "bo's token"])
def outsider(index, request):
    """Whoever has no role in the private project."""
    if request.param == "nobody":
        return crawler.browser_session()
    if request.param == "bo":
        return crawler.signed_in(index.url, "bo", PASSWORD)
    session = requests.Session()
    session.auth = ("__token__", index.token("bo", "--scope", "read", "--scope", "manage"))
    return session


def path(row, name, index):
    return row.path(
        name=name, version="1.0", user="alma", filename=index.file["filename"].replace("hidden_rind", name.replace("-", "_")),
        sha256=index.file["hashes"]["sha256"])


@pytest.mark.parametrize("row", NAMED, ids=str)
def test_a_private_project_answers_like_none(index, outsider, row):
    hidden = outsider.get(index.url + path(row, SECRET, index), timeout=30, allow_redirects=False)
    absent = outsider.get(index.url + path(row, ABSENT, index), timeout=30, allow_redirects=False)
    assert hidden.status_code == absent.status_code
    assert said(hidden, SECRET) == said(absent, ABSENT)


def said(answer, name):
    """Status, headers and body, without what differs between any two answers."""
    headers = {
        key: value.replace(name, "*").replace(name.replace("-", "_"), "*") for key, value in answer.headers.items()
        if key.lower() not in ("date", "x-request-id", "set-cookie", "content-length", "etag")}
    body = re.sub(r'name="csrf" value="[^"]*"', "", answer.text)
    for spelling in (name, name.replace("-", "_")):
        body = body.replace(spelling, "*")
    return headers, re.sub(r"[0-9A-F]{8}-[0-9A-F-]{27}|[0-9a-f]{32}", "", body)


def test_no_page_tells_of_a_private_project(index, outsider):
    starts = [
        "/", "/simple/", "/project/brie/", "/user/alma/", "/search/?q=hidden-rind", "/search/?q=rind",
        "/search/?q=nobody-shall-read-this", "/search/?q=hiden-rind", "/search/?q=h", "/classifiers/",
        "/api/v1/search?q=hidden-rind", "/api/v1/search?q=hid", "/api/v1/search/suggestions?q=hidd",
        "/rss/updates.xml", "/rss/packages.xml", "/sitemap.xml", "/pypi/brie/json", "/manage/projects/",
        "/api/v1/native/statistics",
    ]
    for answer in crawler.crawl(outsider, index.url, starts):
        text = answer.response.text.lower()
        # A page may repeat what was asked.
        asked = requests.utils.unquote(answer.address).lower()
        told = [word for word in WORDS if word in text and word not in asked]
        assert told == [], f"{answer.address} tells of {told}"


def test_its_people_see_it(index):
    alma = crawler.signed_in(index.url, "alma", PASSWORD)
    token = ("__token__", index.token("alma", "--scope", "read", "--scope", "manage"))
    for row in NAMED:
        address = index.url + path(row, SECRET, index)
        if row.is_page:
            answer = alma.get(address, timeout=30, allow_redirects=False)
        else:
            answer = requests.get(address, auth=token, timeout=30, allow_redirects=False)
        if row.operation == "readHint":
            # Old addresses lead to pages, which know no tokens.
            page = f"/project/{SECRET}/" + ("1.0/" if "{version}" in row.pattern else "")
            assert (answer.status_code, answer.headers.get("Location")) == (301, page), f"{row}"
        else:
            assert answer.status_code in (200, 400), f"{row} is {answer.status_code}"
