"""The whole story of an index, played by people in browsers on an empty one."""

import pytest
import requests

import account_steps as accounts
import browser
import project_steps as projects
from site_index import SiteIndex

PROJECT = "ripe-meter"


@pytest.fixture(scope="module")
def chromium():
    with browser.chromium() as running:
        yield running


@pytest.mark.parametrize("profile, window", [
    ("pypi", {"javascript": True, "scheme": "light", "width": "wide"}),
    ("private", {"javascript": False, "scheme": "dark", "width": "phone"}),
], ids=["scripts, light and wide", "no scripts, dark and a phone"])
def test_the_whole_story(chromium, tmp_path, machine, dist, profile, window):
    index = SiteIndex(tmp_path, chromium, **{"profile": profile, "accounts.registration": "open"})
    try:
        alma, bo, casey = (index.person(name, **window) for name in ("alma", "bo", "casey"))
        accounts.make_first_administrator(alma, index)
        protect(alma)
        for person in (bo, casey):
            accounts.register(person)
        token = projects.make_token(alma, "laptop") if profile == "private" else None
        if not token:
            unprotected_may_not_publish(index, machine, dist, bo)
            token = projects.make_token(alma, "laptop")
        protect(bo)
        look_at_a_project(index, machine, dist, alma, casey, token)
        find_it(casey)
        yank_a_release(index, machine, alma, casey)
        work_together(index, machine, dist, alma, bo)
        hide_it(index, alma, bo, casey)
        delete_and_restore(index, alma, casey)
    finally:
        index.close()


def protect(person):
    """Second factors of every kind that the browser can have, with what guards against losing them."""
    accounts.make_recovery_codes(person)
    accounts.add_app(person)
    if person.has_scripts:
        accounts.add_key(person, "The phone")
    accounts.sign_out(person)
    accounts.sign_in(person)


def unprotected_may_not_publish(index, machine, dist, bo):
    """Where the profile asks uploaders for second factors, it says so to whoever has none."""
    token = projects.make_token(bo, "too early")
    files = projects.build(dist / "early", "too-early", "1.0")
    assert "two-factor" in projects.publish(machine, index, token, files, code=None)


def look_at_a_project(index, machine, dist, alma, casey, token):
    """Two releases by twine, and the page that tells their story to anybody."""
    for version in ("1.0", "2.0"):
        files = projects.build(dist / version, PROJECT, version)
        assert "Uploading" in projects.publish(machine, index, token, files)
    assert "File already exists" in projects.publish(
        machine, index, token, projects.build(dist / "again", PROJECT, "2.0", summary="Another."), code=None)
    alma.open("/manage/account/token/").must_not_see("never used")
    casey.open("/").follow(PROJECT, at="New projects")
    casey.must_see(
        f"pip install --index-url {index.base}/simple/ {PROJECT}", "uv add", "poetry",
        "Measures how far a cheese has come.", "Made for a test.", ">=3.9", "Home Automation")
    casey.follow("Dependencies").must_see("rennet")
    casey.follow("Releases 2").must_see("1.0", "Latest")
    casey.open(f"/project/{PROJECT}/1.0/").must_see("1.0")
    casey.follow("alma", at="Released on")
    casey.must_see(PROJECT)
    casey.open("/project/no-such-project/", status=404)
    # The files are those that were published.
    casey.open(f"/project/{PROJECT}/").follow("Files 2")
    href = casey.page.get_by_role("link", name=f"{PROJECT.replace('-', '_')}-2.0.tar.gz").get_attribute("href")
    content = requests.get(requests.compat.urljoin(casey.page.url, href), timeout=30).content
    assert content == (dist / "2.0" / f"{PROJECT.replace('-', '_')}-2.0.tar.gz").read_bytes()
    python = machine.venv()
    machine.uv("pip", "install", "--python", python, "--no-deps", "--default-index", index.server.simple, PROJECT)
    assert machine.says(python, "import ripe_meter; print(ripe_meter.__version__)") == "2.0"


def find_it(casey):
    """By its name, the beginning of it, a typing error and words; and while typing."""
    projects.search_until(casey, PROJECT, lambda names: names[:1] == [PROJECT])
    for words in ("ripe", "ripe-metre", "how far a cheese"):
        assert PROJECT in projects.search(casey, words), words
    assert projects.search(casey, "no such thing at all") == []
    casey.must_see("Nothing found")
    if casey.has_scripts:
        casey.page.get_by_label("Name or words").press_sequentially("", delay=50)
        casey.fill("Name or words", "")
        casey.page.get_by_label("Name or words").press_sequentially("ripe-me", delay=60)
        casey.page.locator("#search-answer .result h3", has_text=PROJECT).wait_for()
        # Read at once: another answer may be on its way.
        said, heading = casey.page.evaluate(
            "['search-said', 'search-heading'].map((id) => document.getElementById(id).textContent)")
        assert said == heading
        assert "q=ripe-me" in casey.page.url


def yank_a_release(index, machine, alma, casey):
    """With a reason that everybody reads; and taken back."""
    projects.release(alma, PROJECT, "2.0").fill("Why the release is yanked", "The needle is upside down.")
    alma.press("Yank the release").must_see("yanked")
    casey.open(f"/project/{PROJECT}/2.0/").must_see("Yanked", "The needle is upside down.")
    python = machine.venv("after-yank")
    machine.uv("pip", "install", "--python", python, "--no-deps", "--default-index", index.server.simple, PROJECT)
    assert machine.says(python, "import ripe_meter; print(ripe_meter.__version__)") == "1.0"
    alma.press("Take the yank back")
    casey.open(f"/project/{PROJECT}/2.0/").must_not_see("upside down")


def work_together(index, machine, dist, alma, bo):
    """An invitation by mail, which the second person accepts and then publishes."""
    projects.manage(alma, PROJECT, "People")
    alma.fill("User name", "nobody-of-that-name")
    alma.press("Invite", status=400)
    alma.fill("User name", bo.name)
    alma.choose("Role", "Maintainer")
    alma.press("Invite").must_see("Open invitations")
    mail = index.mails.take(bo.email, "invited")
    bo.open(mail.link("/manage/projects/")).must_see("alma", PROJECT)
    bo.press(f"Accept the invitation to {PROJECT}").must_see("Maintainer")
    token = projects.make_token(bo, "build job", PROJECT)
    files = projects.build(dist / "3.0", PROJECT, "3.0")
    assert "Uploading" in projects.publish(machine, index, token, files)
    # Owners see every token that can write to their project, and maintainers manage nothing.
    projects.manage(alma, PROJECT, "Tokens").must_see("build job", "bo")
    projects.manage(alma, PROJECT, "History").must_see("bo")
    bo.open(f"/manage/project/{PROJECT}/settings/", status=403)


# Wherever somebody could learn of a project.
PLACES = [
    "/simple/", "/rss/updates.xml", "/rss/packages.xml", "/sitemap.xml", "/", "/user/alma/",
    f"/search/?q={PROJECT}", f"/api/v1/search?q={PROJECT}", "/api/v1/search/suggestions?q=ripe",
]
ADDRESSES = [
    f"/project/{PROJECT}/", f"/project/{PROJECT}/1.0/", f"/simple/{PROJECT}/", f"/pypi/{PROJECT}/json",
    f"/pypi/{PROJECT}/1.0/json", f"/rss/project/{PROJECT}/releases.xml", f"/manage/project/{PROJECT}/settings/",
]


def hide_it(index, alma, bo, casey):
    """A private project is there for its people alone."""
    file = listed(index)[0]["url"]
    file = requests.compat.urljoin(f"{index.server.simple}{PROJECT}/", file)
    assert requests.get(file, timeout=30).status_code == 200
    projects.manage(alma, PROJECT, "Settings").press("Make it private")
    accounts.prove(alma)
    alma.must_see("private")
    casey.open(f"/project/{PROJECT}/", status=404)
    projects.search_until(casey, PROJECT, lambda names: PROJECT not in names)
    cookies = {each["name"]: each["value"] for each in casey.visitor.context.cookies()}
    for place in PLACES:
        for jar in ({}, cookies):
            answer = requests.get(index.server.url + place, cookies=jar, timeout=30)
            # An answer may say again what was searched for.
            hidden = {
                "/search/": f"/project/{PROJECT}/", "/api/v1/search": f'"name":"{PROJECT}"',
            }.get(place.partition("?")[0], PROJECT)
            assert hidden not in answer.text, f"{place} tells:\n{answer.text}"
    for address in [*ADDRESSES, file.removeprefix(index.server.url)]:
        hidden = requests.get(index.server.url + address, cookies=cookies, timeout=30, allow_redirects=False)
        absent = requests.get(
            index.server.url + address.replace("ripe", "rope"), cookies=cookies, timeout=30,
            allow_redirects=False)
        assert hidden.status_code == absent.status_code in (303, 403, 404), address
    for person in (alma, bo):
        person.open(f"/project/{PROJECT}/").must_see("3.0", "Private")
    projects.search_until(bo, PROJECT, lambda names: names == [PROJECT])
    projects.manage(alma, PROJECT, "Settings").press("Open it to everyone")
    accounts.prove(alma)
    casey.open(f"/project/{PROJECT}/").must_see("3.0").must_not_see("Private")


def delete_and_restore(index, alma, casey):
    """A file, a release and the project go, and come back as they were."""
    before = listed(index)
    sdist = f"{PROJECT.replace('-', '_')}-1.0.tar.gz"
    projects.release(alma, PROJECT, "1.0").follow(f"Delete… {sdist}")
    accounts.prove(alma)
    projects.delete(alma, sdist)
    casey.open(f"/project/{PROJECT}/1.0/").must_not_see(sdist)
    projects.manage(alma, PROJECT).press(f"Bring back {sdist}")
    projects.release(alma, PROJECT, "3.0").follow("Delete…")
    accounts.prove(alma)
    projects.delete(alma, "3.0")
    casey.open(f"/project/{PROJECT}/3.0/", status=404)
    projects.manage(alma, PROJECT).press("Bring back 3.0")
    casey.open(f"/project/{PROJECT}/3.0/").must_see("3.0")
    projects.manage(alma, PROJECT, "Settings").follow("Delete…")
    projects.delete(alma, PROJECT)
    casey.open(f"/project/{PROJECT}/", status=404)
    assert requests.get(index.server.simple + PROJECT + "/", timeout=30).status_code == 404
    alma.open("/manage/projects/").press(f"Bring back {PROJECT}")
    accounts.prove(alma)
    casey.open(f"/project/{PROJECT}/").must_see("3.0")
    assert listed(index) == before


def listed(index):
    """The project's files as installers see them."""
    answer = requests.get(
        index.server.simple + PROJECT + "/", headers={"Accept": "application/vnd.pypi.simple.v1+json"},
        timeout=30)
    return answer.json()["files"]
