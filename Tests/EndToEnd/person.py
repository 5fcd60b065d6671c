"""Somebody who uses the site in a browser: finds things by what they are called, as people do."""

import re

import browser
from authenticators import BrowserKey


class Person:
    """A person with a browser of their own.

    After every step the page must be what was expected: its status, nothing on the console, no
    request that failed, nothing wider than the window, one headline, and nothing that axe-core
    finds serious: each headline in each kind of window is put before it once.
    """

    _judged = set()

    def __init__(self, chromium, base, name=None, address=None, **window):
        self.base = base
        self.name = name
        # The network address that the index sees.
        self.address = address
        self.visitor = browser.Visitor(chromium, base, **window)
        if address:
            self.visitor.context.set_extra_http_headers({"X-Forwarded-For": address})
        self.page = self.visitor.context.new_page()
        self.page.set_default_timeout(15_000)
        self.watch = browser.Watch(self.page)
        self.has_scripts = window.get("javascript", True)
        self._window = tuple(sorted(window.items()))
        # What the person knows and has.
        self.email = None
        self.password = None
        self.mails = None
        self.app = None
        self.recovery_codes = []

    def close(self):
        self.visitor.close()

    # Going places

    def open(self, address, status=200):
        """Goes to a path of the site, or to an address from a mail."""
        self.watch.expect(status)
        self.page.goto(address if "://" in address else self.base + address)
        return self._arrived(status)

    def follow(self, link, at=None, status=200):
        """Follows a link by its name."""
        return self._leave(self._one("link", link, at), status)

    def press(self, button, at=None, status=200):
        """Presses a button that leads to another page."""
        return self._leave(self._one("button", button, at), status)

    def press_here(self, button, at=None):
        """Presses a button that changes the page in place."""
        self._one("button", button, at).click()

    # Filling in

    def fill(self, label, text, at=None):
        """Writes into the field with this label."""
        self._labelled(label, at).fill(text)

    def fill_all(self, **fields):
        """Writes into fields by their labels, `_` for a space."""
        for label, text in fields.items():
            self.fill(label.replace("_", " "), text)

    def choose(self, label, option, at=None):
        """Chooses from a list, or one of several round buttons."""
        self._labelled(label, at).select_option(label=option)

    def tick(self, label, at=None):
        """Ticks a box or a round button by its label."""
        self._labelled(label, at).check()

    def enter(self, label, status=200):
        """Sends the form of a field by the key for it."""
        self.watch.expect(status)
        with self.page.expect_navigation():
            self._labelled(label, None).press("Enter")
        return self._arrived(status)

    # Looking

    @property
    def text(self):
        """What the page says."""
        return self.page.locator("main").inner_text()

    @property
    def headline(self):
        return self.page.locator("main h1").inner_text()

    @property
    def path(self):
        return self.page.url.removeprefix(self.base)

    def sees(self, words):
        """Whether the page says these words."""
        return _plain(words) in _plain(self.text)

    def must_see(self, *words):
        for each in words:
            assert self.sees(each), f"no {each!r} on {self.page.url}:\n{self.text}"
        return self

    def must_not_see(self, *words):
        for each in words:
            assert not self.sees(each), f"{each!r} is on {self.page.url}:\n{self.text}"
        return self

    def has_button(self, name):
        return self.page.get_by_role("button", name=name, exact=True).count() > 0

    def has_link(self, name):
        return self.page.get_by_role("link", name=name, exact=True).count() > 0

    def key(self, is_passkey=True):
        """A key that the browser has from now on."""
        return BrowserKey(self.page, is_passkey)

    # Inside

    def _place(self, at, element):
        """The part of the page that people would look at: the smallest box with these words that has it."""
        if at is None:
            return self.page
        boxes = self.page.locator("tr, li, p, article, fieldset, section, form")
        found = boxes.filter(has_text=at).filter(has=element)
        assert found.count() > 0, f"nothing on {self.page.url} at {at!r}:\n{self.text}"
        return found.last

    def _one(self, role, name, at):
        element = self.page.get_by_role(role, name=name, exact=isinstance(name, str))
        found = self._place(at, element).get_by_role(role, name=name, exact=isinstance(name, str))
        return self._only(found, f"{role} {name!r}", at)

    def _labelled(self, label, at):
        names = [label]
        if isinstance(label, str):
            # A label may go on to say what is allowed.
            names.append(re.compile("^" + re.escape(label) + r"\b"))
        for name in names:
            found = self.page.get_by_label(name, exact=isinstance(name, str))
            if found.count() > 0:
                break
        if at is not None:
            place = self._place(at, found)
            found = place.get_by_label(name, exact=isinstance(name, str))
        return self._only(found, f"field {label!r}", at)

    def _only(self, found, what, at):
        count = found.count()
        where = f" at {at!r}" if at else ""
        assert count == 1, f"{count} times {what}{where} on {self.page.url}:\n{self.text}"
        return found

    def _leave(self, element, status):
        self.watch.expect(status)
        with self.page.expect_navigation():
            element.click()
        return self._arrived(status)

    def _arrived(self, status):
        self.page.wait_for_load_state("load")
        assert self.watch.status == status, (
            f"{self.page.url} is {self.watch.status}, not {status}:\n{self.text}")
        assert self.watch.troubles == [], f"on {self.page.url}: {self.watch.troubles}"
        overflow = browser.overflow(self.page)
        assert overflow <= 0, f"{self.page.url} is {overflow} pixels too wide"
        assert self.page.locator("main h1").count() == 1, f"headlines of {self.page.url}"
        looks = (self.headline, self._window)
        # axe-core is a script itself.
        if self.has_scripts and looks not in self._judged:
            self._judged.add(looks)
            found = browser.axe(self.page)
            assert found == [], f"on {self.page.url}: {found}"
        return self


def _plain(text):
    """Words as they are compared: typographic signs and line breaks do not count."""
    for sign, plain in {"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "}.items():
        text = text.replace(sign, plain)
    return " ".join(text.split())
