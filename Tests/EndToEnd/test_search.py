"""Search on a running server: what commands and uploads change is found within a second, whatever becomes of its file."""

import json
import shutil
import xml.etree.ElementTree as xml

import pytest
import requests

from cheeseboard_server import wait_until
from distributions import wheel

CATALOGUE = [
    {"name": "Zola_Blue", "version": "3.1", "summary": "A blue cheese of others", "rank": 1},
    {"name": "brie", "version": "9", "summary": "theirs", "rank": 2},
    {"name": "bare"},
]


def search(index, text, **parameters):
    answer = requests.get(f"{index.url}/api/v1/search", params={"q": text, **parameters}, timeout=30)
    assert answer.status_code == 200, answer.text
    return answer.json()


def names(index, text, **parameters):
    return [hit["name"] for hit in search(index, text, **parameters)["results"]]


def soon(condition, seconds=1):
    return wait_until(condition, seconds=seconds)


def load(index, lines, check=True):
    text = "".join(line if isinstance(line, str) else json.dumps(line) + "\n" for line in lines)
    return index.command("catalog", "load", "-", input=text, check=check)


@pytest.fixture
def brie(index, publish, dist):
    publish(wheel(dist, "brie", "1.0"))
    assert soon(lambda: names(index, "brie") == ["brie"])
    return index


def test_what_commands_change_is_found_within_a_second(brie):
    for typed in ["bri", "breie", "rie", "birie"]:
        assert names(brie, typed) == ["brie"], typed
    brie.command("project", "archive", "brie")
    assert soon(lambda: names(brie, "bri") == [])
    assert search(brie, "brie")["results"][0]["is_archived"]
    brie.command("project", "unarchive", "brie")
    assert soon(lambda: names(brie, "bri") == ["brie"])
    brie.command("project", "delete-project", "brie", "--yes")
    assert soon(lambda: names(brie, "brie") == [])


def test_a_catalogue_is_searched_and_stays(brie, tmp_path):
    done = load(brie, [*CATALOGUE, "no json\n", {"name": "-"}], check=False)
    assert done.returncode == 1
    assert "line 4: it is no JSON" in done.stderr and "line 5: " in done.stderr
    assert "3 projects loaded, 2 lines passed over" in done.stdout
    assert soon(lambda: names(brie, "zola blue") == ["Zola_Blue"], seconds=5)
    hit = search(brie, "zloablue")["results"][0]
    assert (hit["is_held"], hit["version"], hit["rank"]) == (False, "3.1", 1)
    assert [hit["is_held"] for hit in search(brie, "brie")["results"]] == [True]
    # A backup has it, and a new folder makes its own file from that.
    brie.command("backup", tmp_path / "backup")
    brie.stop()
    shutil.rmtree(brie.folder / "search")
    brie.start()
    assert soon(lambda: search(brie, "bare")["is_complete"], seconds=10)
    assert names(brie, "zola") == ["Zola_Blue"]
    brie.command("catalog", "clear")
    assert soon(lambda: names(brie, "zola") == [], seconds=5)
    assert names(brie, "brie") == ["brie"]


def test_a_restart_catches_up(brie):
    brie.stop()
    brie.command("project", "delete-project", "brie", "--yes")
    brie.start()
    assert soon(lambda: names(brie, "brie") == [], seconds=5)


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 1000])
def test_a_damaged_file_is_made_again(brie, damage):
    brie.stop()
    for file in (brie.folder / "search").glob("*.sqlite*"):
        file.unlink() if file.name.endswith(("-wal", "-shm")) else file.write_bytes(damage)
    brie.start()
    assert soon(lambda: names(brie, "brie") == ["brie"], seconds=10)


def test_the_page_needs_no_script_and_keeps_what_was_chosen(brie):
    page = requests.get(f"{brie.url}/search/", params={"q": 'br"ie<script>', "python": "3.12", "o": "-created"}, timeout=30)
    assert page.status_code == 200
    assert "<script>" not in page.text and "br&quot;ie&lt;script&gt;" in page.text
    assert 'name="python" value="3.12"' in page.text and 'name="o" value="newest"' in page.text
    page = requests.get(f"{brie.url}/search/?q=brie", timeout=30)
    assert "/project/brie/" in page.text
    assert requests.get(f"{brie.url}/search/?q={'a' * 1001}", timeout=30).status_code == 413


def test_browsers_can_search_from_their_address_bar(brie):
    description = requests.get(f"{brie.url}/opensearch.xml", timeout=30)
    assert description.headers["Content-Type"].startswith("application/opensearchdescription+xml")
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    templates = {
        url.get("type"): url.get("template") for url in xml.fromstring(description.text).iter(f"{space}Url")}
    assert templates["text/html"] == f"{brie.url}/search/?q={{searchTerms}}"
    address = templates["application/x-suggestions+json"].replace("{searchTerms}", "bri")
    assert requests.get(address, timeout=30).json()[:2] == ["bri", ["brie"]]
