"""What people do with projects, step by step, on the pages of the site and with the real twine."""

import account_steps as accounts
from cheeseboard_server import wait_until
from distributions import sdist, wheel


def build(folder, name, version, **fields):
    """A wheel and a source distribution with metadata that a page can show."""
    fields = {
        "summary": "Measures how far a cheese has come.", "keywords": "cheese,cellar",
        "classifier": "Topic :: Home Automation", "project_url": "Source, https://index.example/source",
        "requires": ["rennet>=1"], "requires_python": ">=3.9", **fields}
    return [wheel(folder, name, version, **fields), sdist(folder, name, version, **fields)]


def ask_for_token(person, label, project=None):
    """Makes a token on the site, as from the front page, and looks at the page that shows it, once."""
    person.open("/manage/account/")
    accounts.prove(person)
    person.follow("API tokens")
    accounts.prove(person)
    person.fill("Label", label)
    if project:
        person.tick("Only these")
        person.tick(project)
    elif person.page.get_by_label("Only these").count():
        person.tick("All that you have")
    person.press("Make the token")
    accounts.prove(person)
    return person


def make_token(person, label, project=None):
    """Makes a token and returns its text."""
    ask_for_token(person, label, project)
    token = person.page.locator("main pre code").inner_text()
    person.open("/manage/account/token/").must_see(label).must_not_see(token[-20:])
    return token


def publish(machine, index, token, files, code=0):
    """Uploads with twine; returns what it says."""
    said = machine.run(
        "twine", "twine", "upload", "--non-interactive", "--disable-progress-bar",
        "--repository-url", index.server.upload, *files, code=code,
        env={"TWINE_USERNAME": "__token__", "TWINE_PASSWORD": token})
    return " ".join(said.split())


def manage(person, project, page="Releases"):
    """Opens one of a project's management pages, from its own page."""
    person.open(f"/project/{project}/").follow("Manage project")
    accounts.prove(person)
    if page != "Releases":
        person.follow(page)
        accounts.prove(person)
    return person


def release(person, project, version):
    """Opens the page on which a release is managed."""
    return manage(person, project).follow(f"Manage release {version}")


def search(person, words):
    """What a search finds, as names in their order."""
    person.open("/").fill("Search projects", words)
    person.enter("Search projects")
    return found(person)


def found(person):
    names = person.page.locator("#search-answer .result h3")
    return [name.split()[0] for name in names.all_inner_texts()]


def search_until(person, words, condition):
    """Searches until the index has followed what was changed a moment ago."""
    assert wait_until(lambda: condition(search(person, words))), found(person)


def delete(person, word):
    """Types what has to be typed, wrong first."""
    person.fill(f"Type {word} to confirm", "something")
    person.press("Delete", status=400)
    person.fill(f"Type {word} to confirm", word)
    person.press("Delete")
    accounts.prove(person)
    return person
