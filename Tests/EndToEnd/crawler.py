"""Reads a whole site as a program does: every page that links lead to, with its elements."""

import collections
import dataclasses
import html.parser
import urllib.parse

import requests

import page_forms


class Elements(html.parser.HTMLParser):
    """The elements of a page as a browser sees them: names with attributes, and the text between."""

    def __init__(self, text):
        super().__init__()
        self.elements = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, {name: value or "" for name, value in attributes}))

    def handle_data(self, data):
        self.text += data

    def links(self, address):
        """Where its links lead, without fragments."""
        for tag, attributes in self.elements:
            for name in ("href", "src"):
                if name in attributes and tag in ("a", "link", "img", "script", "use"):
                    yield urllib.parse.urldefrag(urllib.parse.urljoin(address, attributes[name]))[0]


@dataclasses.dataclass
class Answer:
    """What an address answered."""

    address: str
    response: requests.Response

    @property
    def is_page(self):
        return self.response.headers.get("Content-Type", "").startswith("text/html")

    @property
    def elements(self):
        return Elements(self.response.text) if self.is_page else Elements("")

    @property
    def forms(self):
        return [each for each in page_forms.forms(self.response) if self.is_page]


# Every session has an address of its own where the index trusts this machine as its proxy: tries to
# sign in are counted by address.
PROXY = {"proxy.trusted": "127.0.0.1"}
_addresses = (f"198.51.{high}.{low}" for high in range(256) for low in range(1, 255))


def browser_session():
    """A session that asks for pages, as browsers do."""
    session = requests.Session()
    session.headers["Accept"] = "text/html,application/xhtml+xml,*/*;q=0.8"
    move(session)
    return session


def move(session):
    """Gives a session another address."""
    session.headers["X-Forwarded-For"] = next(_addresses)


def signed_in(base, user, password):
    """A session of a user without second factors."""
    session = browser_session()
    form = page_forms.form(session.get(base + "/account/login/", timeout=30), "/account/login/")
    answer = page_forms.send(session, form, name=user, password=password)
    assert answer.status_code == 200 and "/account/login/" not in answer.url, Elements(answer.text).text
    return session


# A page that answers any query, as for each of a thousand classifiers, is looked at a few times.
QUERIES_OF_ONE_PATH = 12
NOT_PAGES = ("/files/", "/packages/", "/static/", "/account/logout/")


def crawl(session, base, starts=("/",), most=600):
    """Every address of the site that is reached from these, each asked for once."""
    waiting = [base + start for start in starts]
    seen = set(waiting)
    queries = collections.Counter()
    while waiting:
        address = waiting.pop(0)
        answer = Answer(address, session.get(address, timeout=60))
        yield answer
        if not answer.is_page:
            continue
        for link in answer.elements.links(answer.response.url):
            path = link.removeprefix(base)
            if not link.startswith(base + "/") or link in seen or path.startswith(NOT_PAGES):
                continue
            if "?" in link:
                queries[path.partition("?")[0]] += 1
                if queries[path.partition("?")[0]] > QUERIES_OF_ONE_PATH:
                    continue
            assert len(seen) < most, f"more than {most} addresses; the last is {link}"
            seen.add(link)
            waiting.append(link)
