"""The feeds, the sitemap and what crawlers ask for."""

import xml.etree.ElementTree

import feedparser
import pytest
import requests

import site_content
from cheeseboard_server import Cheeseboard

NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture(scope="module", params=["private", "pypi"])
def site(request, tmp_path_factory):
    """An index with made-up projects, in each profile."""
    settings = {"profile": request.param, "site.securityContact": "mailto:safe@index.example"}
    index = Cheeseboard(tmp_path_factory.mktemp("feeds") / "index", settings=settings)
    if request.param == "pypi":
        # The files of the filling are not fit for a public index.
        index.settings["profile"] = "private"
        site_content.fill(index)
        index.stop()
        index.settings["profile"] = "pypi"
        index.start()
    else:
        site_content.fill(index)
    yield index
    index.stop()


def feed(site, path):
    answer = requests.get(site.url + path, timeout=30)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/xml; charset=utf-8"
    parsed = feedparser.parse(answer.content)
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "rss20"
    return parsed


def test_new_releases_stand_in_their_feed_newest_first(site):
    parsed = feed(site, "/rss/updates.xml")
    assert len(parsed.entries) == min(100, sum(
        len(project.releases) for project in site_content.PROJECTS
        if project.name not in ("secret-brine", "mould-proto")))
    times = [entry.published_parsed for entry in parsed.entries]
    assert times == sorted(times, reverse=True)
    tidewater = next(entry for entry in parsed.entries if entry.title == "Tidewater 2.4.0")
    assert tidewater.link == site.url + "/project/tidewater/2.4.0/"
    assert tidewater.summary.startswith("Harmonic tide predictions")
    assert tidewater.author == "alma@index.example"


def test_new_projects_stand_in_their_feed(site):
    parsed = feed(site, "/rss/packages.xml")
    assert 10 < len(parsed.entries) <= 40
    entry = next(entry for entry in parsed.entries if entry.title == "hardrind added")
    assert entry.link == entry.id == site.url + "/project/hardrind/"


def test_a_project_has_a_feed_of_its_releases(site):
    parsed = feed(site, "/rss/project/tidewater/releases.xml")
    assert parsed.feed.link == site.url + "/project/tidewater/"
    assert parsed.entries[0].title == "3.0rc1"
    assert len(parsed.entries) == 12


@pytest.mark.parametrize("path", ["/rss/updates.xml", "/rss/packages.xml", "/sitemaps/projects-0.xml", "/"])
def test_no_list_tells_of_private_or_quarantined_projects(site, path):
    text = requests.get(site.url + path, timeout=30).text
    assert "tidewater" in text.lower()
    assert "secret-brine" not in text and "mould-proto" not in text


def test_a_private_projects_feed_is_like_one_of_none(site):
    hidden = requests.get(site.url + "/rss/project/secret-brine/releases.xml", timeout=30)
    absent = requests.get(site.url + "/rss/project/absent-brine/releases.xml", timeout=30)
    assert hidden.status_code == absent.status_code == 404
    assert hidden.text.replace("secret", "absent") == absent.text
    token = site.token("alma", "--scope", "read")
    shown = requests.get(
        site.url + "/rss/project/secret-brine/releases.xml", auth=("__token__", token), timeout=30)
    assert shown.status_code == 200 and "private" in shown.headers["Cache-Control"]


def test_the_sitemap_leads_to_every_public_page(site):
    tree = xml.etree.ElementTree.fromstring(requests.get(site.url + "/sitemap.xml", timeout=30).content)
    parts = [place.text for place in tree.findall("s:sitemap/s:loc", NAMESPACE)]
    assert parts == [site.url + f"/sitemaps/{kind}-0.xml" for kind in ("projects", "users")]
    pages = []
    for part in parts:
        tree = xml.etree.ElementTree.fromstring(requests.get(part, timeout=30).content)
        pages += [place.text for place in tree.findall("s:url/s:loc", NAMESPACE)]
    assert site.url + "/project/tidewater/" in pages and site.url + "/user/alma/" in pages
    for page in pages:
        assert requests.get(page, timeout=30).status_code == 200, page


def test_robots_may_read_a_public_index_only(site):
    text = requests.get(site.url + "/robots.txt", timeout=30).text
    if site.settings["profile"] == "pypi":
        assert "Disallow: /simple/\n" in text and f"Sitemap: {site.url}/sitemap.xml" in text
    else:
        assert text == "User-agent: *\nDisallow: /\n"


@pytest.mark.parametrize("path", ["/security.txt", "/.well-known/security.txt"])
def test_a_security_contact_is_named(site, path):
    lines = requests.get(site.url + path, timeout=30).text.splitlines()
    assert "Contact: mailto:safe@index.example" in lines
    assert any(line.startswith("Expires: ") for line in lines)


@pytest.mark.parametrize("path, target", [
    ("/p/Tidewater/", "/project/tidewater/"), ("/u/alma/", "/user/alma/"),
    ("/pypi/tidewater/", "/project/tidewater/"), ("/pypi/tidewater/2.4.0/", "/project/tidewater/2.4.0/"),
    ("/project/Tide__water/", "/project/tide-water/"), ("/user/ALMA/", "/user/alma/"),
    ("/project/tidewater/2.04.0/", "/project/tidewater/2.4.0/"), ("/sitemap/", "/sitemap.xml"),
    ("/account/verify-project-role/?token=x", "/manage/projects/"),
    ("/manage/unverified-account/", "/manage/account/emails/"),
    ("/manage/account/totp-provision/image", "/manage/account/totp-provision/"),
    ("/manage/account/recovery-codes/regenerate/", "/manage/account/recovery-codes/generate/"),
])
def test_addresses_of_old_lead_to_todays(site, path, target):
    answer = requests.get(site.url + path, allow_redirects=False, timeout=30)
    assert answer.status_code == 301 and answer.headers["Location"] == target


def test_tools_get_the_classifiers_as_text(site):
    text = requests.get(site.url + "/classifiers.txt", timeout=30).text
    assert "Programming Language :: Python :: 3\n" in text
    old = requests.get(site.url + "/pypi?:action=list_classifiers", timeout=30)
    assert old.status_code == 200 and old.text == text
