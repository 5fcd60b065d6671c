"""The forms in a page's HTML, for tests that send them without a browser."""

import dataclasses
import html.parser
import urllib.parse


@dataclasses.dataclass
class Form:
    """One form: where it goes, and what its fields hold."""

    action: str
    method: str
    fields: dict = dataclasses.field(default_factory=dict)
    buttons: list = dataclasses.field(default_factory=list)


class _Reader(html.parser.HTMLParser):
    def __init__(self, address):
        super().__init__()
        self.address = address
        self.forms = []
        self._form = None
        self._list = None
        self._area = None

    def handle_starttag(self, tag, attributes):
        values = {name: value or "" for name, value in attributes}
        if tag == "form":
            action = urllib.parse.urljoin(self.address, values.get("action", self.address))
            self._form = Form(action, values.get("method", "get").lower())
            self.forms.append(self._form)
        if self._form is None:
            return
        name, value = values.get("name", ""), values.get("value", "")
        kind = values.get("type", "text").lower()
        if tag == "input" and name:
            if kind not in ("checkbox", "radio") or "checked" in values:
                self._form.fields[name] = value
            else:
                self._form.fields.setdefault(name, "")
        elif tag == "button":
            self._form.buttons.append((name, value))
        elif tag == "select":
            self._list = name
        elif tag == "option" and self._list:
            if "selected" in values or self._list not in self._form.fields:
                self._form.fields[self._list] = value
        elif tag == "textarea":
            self._area = name
            self._form.fields[name] = ""

    def handle_data(self, data):
        if self._area:
            self._form.fields[self._area] += data

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._list = None
        elif tag == "textarea":
            self._area = None


def forms(answer):
    """Every form in a page that `requests` fetched."""
    reader = _Reader(answer.url)
    reader.feed(answer.text)
    return reader.forms


def form(answer, path=None):
    """The one form of a page that posts, to an address that ends like this where a path is given."""
    found = [
        each for each in forms(answer) if each.method == "post"
        and (path in each.action if path else "/account/logout/" not in each.action)]
    assert len(found) == 1, f"{len(found)} forms on {answer.url}"
    return found[0]


def send(session, form, **fields):
    """Sends a form as a browser does, with these fields filled in."""
    values = form.fields | fields
    return session.request(form.method, form.action, data=values, timeout=30)
