"""What people write is shown as they wrote it, and never becomes a part of the page."""

import hashlib

import pytest
import requests

import crawler
from cheeseboard_server import Cheeseboard
from small_distributions import record_line, zipped
from site_content import PASSWORD, wait_for_jobs

IMAGE = '"><img src=x onerror=planted()>'
SCRIPT = "</title></textarea><script>planted()</script>"
TEMPLATE = "{{{csrf}}}{{> layout}}"
LINKS = "[a](javascript:planted()) <a href='javascript:planted()' onclick='planted()'>b</a>"
DESCRIPTION = f"# {IMAGE}\n\n{SCRIPT}\n\n{LINKS}\n\n<style>body {{ display: none }}</style>\n\n" \
    "<iframe src='//evil.example'></iframe><form action='//evil.example'><input name=planted></form>\n\n" \
    "<svg onload=planted()></svg><math><mi xlink:href='javascript:planted()'>x</mi></math>\n\n" \
    "<meta http-equiv=refresh content='0;url=//evil.example'><base href='//evil.example/'>\n\n" \
    "<p id=main class='site-header' style='position:fixed'>c</p>\n"
FIELDS = {
    "Summary": IMAGE + SCRIPT + TEMPLATE, "Keywords": f"{IMAGE},{SCRIPT}", "Author": IMAGE,
    "Author-email": 'planted <planted@index.example>', "Maintainer": SCRIPT, "License": IMAGE + SCRIPT,
    "Platform": IMAGE, "Supported-Platform": SCRIPT, "Requires-External": IMAGE,
    "Home-page": "https://index.example/\"onmouseover=planted()", "Description-Content-Type": "text/markdown",
}
URLS = [
    f"{IMAGE}, https://index.example/a", "Script, javascript:planted()", "Data, data:text/html,planted",
    "Other, //evil.example", "Homepage, https://index.example/\"><img src=x onerror=planted()>",
]


def hostile_wheel(name, version, **fields):
    """A wheel whose metadata is made of markup; its file name and content."""
    info = f"{name}-{version}.dist-info"
    lines = ["Metadata-Version: 2.2", f"Name: {name}", f"Version: {version}"]
    lines += [f"{key}: {value}" for key, value in fields.items()]
    lines += [f"Project-URL: {url}" for url in URLS if fields]
    members = [
        (f"{name}/__init__.py", b""),
        (f"{name}/{IMAGE.replace('/', '')}.so", b"\x7fELF"),
        (f"{info}/METADATA", ("\n".join(lines) + "\n\n" + DESCRIPTION).encode()),
        (f"{info}/WHEEL", b"Wheel-Version: 1.0\nGenerator: <img src=x onerror=planted()>\n"
                          b"Root-Is-Purelib: true\nTag: py3-none-any\n"),
    ]
    record = "".join(record_line(*member) if '"' not in member[0] else
                     '"' + member[0].replace('"', '""') + '"' + record_line("", member[1])
                     for member in members)
    members.append((f"{info}/RECORD", f"{record}{info}/RECORD,,\n".encode()))
    return f"{name}-{version}-py3-none-any.whl", zipped(members)


def upload(index, token, filename, content):
    name, version = filename.split("-")[:2]
    return requests.post(
        index.upload, auth=("__token__", token), timeout=60,
        data={
            ":action": "file_upload", "protocol_version": "1", "metadata_version": "2.2", "name": name,
            "version": version, "filetype": "bdist_wheel", "pyversion": "py3",
            "sha256_digest": hashlib.sha256(content).hexdigest(),
        },
        files={"content": (filename, content, "application/octet-stream")})


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    """An index on which every text that somebody can write is markup."""
    index = Cheeseboard(tmp_path_factory.mktemp("content") / "index", settings=crawler.PROXY)
    index.add_user("alma", PASSWORD)
    index.start()
    token = index.token("alma")
    taken = []
    # Whatever of the fields is refused is left out; what is taken has to be shown safely.
    for number, (key, value) in enumerate(FIELDS.items()):
        fields = {key: value} if key == "Description-Content-Type" else {
            key: value, "Description-Content-Type": "text/markdown"}
        answer = upload(index, token, *hostile_wheel(f"planted{number}", "1.0", **fields))
        assert answer.status_code in (200, 400), answer.text
        if answer.status_code == 200:
            taken.append(f"planted{number}")
    answer = upload(index, token, *hostile_wheel("planted", "1.0"))
    assert answer.status_code == 200, answer.text
    index.command("project", "yank", "planted", "1.0", "--reason", IMAGE + SCRIPT + TEMPLATE)
    wait_for_jobs(index)
    index.taken = [*taken, "planted"]
    yield index
    index.stop()


def test_no_text_becomes_a_part_of_a_page(index):
    session = crawler.signed_in(index.url, "alma", PASSWORD)
    starts = ["/", "/manage/account/", "/manage/projects/", "/search/?q=planted"] + [
        f"{prefix}{name}/" for name in index.taken for prefix in ("/project/", "/simple/")]
    wrong = []
    seen = 0
    for answer in crawler.crawl(session, index.url, starts):
        if not answer.is_page:
            continue
        seen += "planted" in answer.response.text
        wrong += [f"{answer.address}: {trouble}" for trouble in troubles(answer, index.url)]
    assert seen > len(index.taken)
    assert wrong == []


def troubles(answer, base):
    """What of the planted markup a browser would take for real."""
    for tag, attributes in answer.elements.elements:
        shown = f"<{tag} {attributes}>"
        if any(name.startswith("on") for name in attributes):
            yield f"runs a script: {shown}"
        for name in ("href", "src", "action", "formaction", "xlink:href"):
            address = attributes.get(name, "").strip().lower()
            if address.startswith(("javascript:", "data:text", "vbscript:")):
                yield f"leads to a script: {shown}"
            if name != "href" and address.startswith(("//", "http")) and not address.startswith(base):
                yield f"loads from elsewhere: {shown}"
        if tag in ("iframe", "object", "embed", "base", "style", "math") or "style" in attributes:
            yield f"does not belong here: {shown}"
        if tag == "meta" and "http-equiv" in attributes:
            yield f"leads away: {shown}"
        if tag == "script" and not attributes.get("src", "").startswith("/static/"):
            yield f"is a script: {shown}"
        if attributes.get("src") == "x" or attributes.get("name") == "planted":
            yield f"was planted: {shown}"
    ids = [attributes["id"] for _, attributes in answer.elements.elements if "id" in attributes]
    for twice in {each for each in ids if ids.count(each) > 1}:
        yield f"has two elements #{twice}"
