"""Libraries that read index pages: every page, in both forms, says the same."""

import mousebender.simple
import pypi_simple
import pytest
import requests

from distributions import sdist, wheel

JSON = "application/vnd.pypi.simple.v1+json"
HTML = "application/vnd.pypi.simple.v1+html"


@pytest.fixture
def full(index, publish, dist):
    """An index in which everything that pages can say is said."""
    publish(
        wheel(dist, "Soft.Brie", "1.0", requires=["camembert"]), sdist(dist, "Soft.Brie", "1.0"),
        wheel(dist, "Soft.Brie", "1.10", requires_python=">=3.8,<4"),
        wheel(dist, "Soft.Brie", "1.9+raw.milk"), wheel(dist, "Soft.Brie", "1!0.1rc1"),
        wheel(dist, "gouda", "1.0"), wheel(dist, "gouda", "2.0"),
        wheel(dist, "empty", "1.0"), wheel(dist, "feta", "1.0"),
    )
    index.command("project", "yank", "Soft.Brie", "1.0", "--reason", 'smells <of> "ammonia" & më')
    index.command("project", "yank", "gouda", "1.0")
    index.command("project", "archive", "feta")
    index.command("project", "delete-release", "empty", "1.0", "--yes")
    return index


def comparable(package):
    """What both forms can say of a file, as pypi-simple understands it."""
    return {
        "filename": package.filename, "url": package.url.partition("#")[0],
        "project": package.project, "version": package.version, "type": package.package_type,
        "digests": package.digests, "requires_python": package.requires_python,
        "is_yanked": package.is_yanked, "yanked_reason": package.yanked_reason or None,
        "has_metadata": bool(package.has_metadata), "metadata_digests": package.metadata_digests,
    }


def test_pypi_simple_reads_every_page_alike(full):
    pages = {}
    for name, accept in ("json", pypi_simple.ACCEPT_JSON_ONLY), ("html", pypi_simple.ACCEPT_HTML_ONLY):
        with pypi_simple.PyPISimple(full.simple, accept=accept) as client:
            projects = client.get_index_page().projects
            assert sorted(projects) == ["Soft.Brie", "empty", "feta", "gouda"]
            pages[name] = {project: client.get_project_page(project) for project in projects}
    for project, page in pages["json"].items():
        other = pages["html"][project]
        assert page.repository_version == other.repository_version == "1.4"
        assert page.last_serial == other.last_serial
        assert getattr(page, "status", None) == getattr(other, "status", None)
        assert [comparable(each) for each in page.packages] == [
            comparable(each) for each in other.packages]
        for package in page.packages:
            assert package.size and package.upload_time
            assert set(package.digests) == {"sha256"}
            assert set(page.versions) >= {package.version}
    brie = {each.filename: each for each in pages["html"]["Soft.Brie"].packages}
    assert len(brie) == 5
    assert brie["soft_brie-1.0.tar.gz"].yanked_reason == 'smells <of> "ammonia" & më'
    assert pages["json"]["empty"].packages == []


def test_pypi_simple_downloads_files_and_metadata(full, tmp_path):
    with pypi_simple.PyPISimple(full.simple) as client:
        for package in client.get_project_page("soft-brie").packages:
            client.download_package(package, tmp_path / package.filename)
            if package.filename.endswith(".whl"):
                text = client.get_package_metadata(package)
                assert text.startswith("Metadata-Version: 2.1\nName: Soft.Brie\n")


@pytest.mark.filterwarnings("ignore:Unsupported API minor version")
def test_mousebender_reads_every_page_alike(full):
    def fetch(url, accept):
        answer = requests.get(url, headers={"Accept": accept}, timeout=30)
        assert answer.status_code == 200
        assert answer.headers["Content-Type"].partition(";")[0] == accept
        return answer.text, answer.headers["Content-Type"]

    text, kind = fetch(full.simple, JSON)
    index = mousebender.simple.parse_project_index(text, kind)
    assert [project["name"] for project in index["projects"]] == ["empty", "feta", "gouda", "Soft.Brie"]
    text, kind = fetch(full.simple, HTML)
    plain = mousebender.simple.parse_project_index(text, kind)
    assert [each["name"] for each in plain["projects"]] == [
        each["name"] for each in index["projects"]]
    for project in index["projects"]:
        url = f"{full.simple}{project['name'].lower().replace('.', '-')}/"
        text, kind = fetch(url, JSON)
        json_page = mousebender.simple.parse_project_details(text, kind, project["name"])
        text, kind = fetch(url, HTML)
        html_page = mousebender.simple.parse_project_details(text, kind, project["name"])
        assert json_page["name"] == html_page["name"]
        # Of HTML the library only warns that it does not know 1.4, and calls it 1.0.
        assert json_page["meta"]["api-version"] == "1.4"
        assert len(json_page["files"]) == len(html_page["files"])
        for one, other in zip(json_page["files"], html_page["files"], strict=True):
            for key in "filename", "url", "hashes":
                assert one[key] == other[key]
            for key in "requires-python", "yanked", "core-metadata":
                assert (one.get(key) or None) == (other.get(key) or None)


PLAIN = "text/html; charset=utf-8"
NEGOTIATED = [
    (None, PLAIN), ("*/*", PLAIN), ("image/png", PLAIN), (f"{JSON};q=0, text/html", PLAIN),
    (JSON, JSON), (f"{JSON}, */*;q=0.1", JSON), (f"{JSON}, {HTML};q=0.2, text/html;q=0.01", JSON),
    ("application/vnd.pypi.simple.latest+json", JSON),
    (f"{HTML};q=0.5, {JSON};q=0.4", HTML + "; charset=utf-8"),
]


def test_the_form_is_negotiated_and_kept_copies_stay_good(index, publish, dist):
    publish(wheel(dist, "gouda", "1.0"))
    for accept, kind in NEGOTIATED:
        answer = requests.get(index.simple + "gouda/", headers={"Accept": accept}, timeout=30)
        assert (answer.status_code, answer.headers["Content-Type"]) == (200, kind), accept
        assert "accept" in answer.headers["Vary"].lower()
        again = requests.get(
            index.simple + "gouda/", timeout=30,
            headers={"Accept": accept, "If-None-Match": answer.headers["ETag"]})
        assert again.status_code == 304
        kept = ["ETag", "Cache-Control", "Vary"]
        assert [again.headers[key] for key in kept] == [answer.headers[key] for key in kept]
