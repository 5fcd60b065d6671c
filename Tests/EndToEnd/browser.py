"""Debian's Chromium, driven by Playwright, with an eye on everything that goes wrong on a page."""

import contextlib
import os
import pathlib
import shutil

import axe_playwright_python
from playwright.sync_api import sync_playwright

from site_content import PASSWORD

# The browser comes from the system: Playwright's own builds are not downloaded.
CHROMIUM = os.environ.get("CHEESEBOARD_TEST_CHROMIUM") or shutil.which("chromium") or "chromium"
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
WIDTHS = {"wide": 1280, "phone": 390}
SCHEMES = ("light", "dark")

# Policy violations are on the console as well, but not for every directive.
REPORT_VIOLATIONS = """
addEventListener("securitypolicyviolation", event =>
    console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`))
"""


@contextlib.contextmanager
def chromium():
    """A running browser."""
    with sync_playwright() as playwright:
        # Without a sandbox only where the tests run as root, as in containers.
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        try:
            yield browser
        finally:
            browser.close()


class Visitor:
    """Somebody with a browser window of their own, signed in or not."""

    def __init__(self, browser, base, user=None, scheme="light", width="wide", javascript=True):
        self.base = base
        self.context = browser.new_context(
            viewport={"width": WIDTHS[width], "height": 844 if width == "phone" else 900},
            color_scheme=scheme, java_script_enabled=javascript, reduced_motion="reduce")
        if javascript:
            self.context.add_init_script(REPORT_VIOLATIONS)
        if user:
            self.sign_in(user)

    def sign_in(self, user, password=PASSWORD):
        page = self.context.new_page()
        page.goto(self.base + "/account/login/")
        page.locator("main input[name=name]").fill(user)
        page.locator("main input[name=password]").fill(password)
        page.locator("main form button").first.click()
        page.wait_for_load_state()
        assert "/account/login" not in page.url, f"{user} could not sign in: {page.inner_text('main')}"
        # What the page after signing in tells is told once.
        page.goto(self.base + "/")
        page.close()

    def visit(self, path, status=200):
        """Opens a page and returns it as a `Visit`."""
        page = self.context.new_page()
        watch = Watch(page, status)
        page.goto(self.base + path)
        page.wait_for_load_state("load")
        return Visit(page, watch, page.close)

    def close(self):
        self.context.close()


class Watch:
    """Notes what goes wrong on a page: complaints on the console, policies, requests that failed."""

    def __init__(self, page, status=200):
        self.troubles = []
        # Those of the document that came last.
        self.responses = []
        # The status of the document that came last.
        self.status = None
        self._expected = status
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.troubles.append(f"script: {error}"))
        page.on("requestfailed", self._failed)
        page.on("response", self._response)

    def expect(self, status):
        """What the next document's status is to be."""
        self._expected = status

    def _console(self, message):
        # The browser itself complains of the page's own status where the test asked for an error.
        expected = self._expected >= 400 and f"status of {self._expected}" in message.text
        if message.type in ("error", "warning") and not expected:
            address = message.location.get("url", "")
            self.troubles.append(f"console: {message.text} ({address})")

    def _failed(self, request):
        # What a page still asks for when it is left is given up, as what a script asks while one types.
        if request.resource_type == "document" or "ABORTED" not in request.failure:
            self.troubles.append(f"{request.url} failed: {request.failure}")

    def _response(self, response):
        self.responses.append(response)
        is_page = response.request.resource_type == "document"
        # A redirect to the page is followed by the page.
        if is_page and 300 <= response.status < 400 and response.status != 304:
            return
        if is_page:
            self.status = response.status
            self.responses = [response]
        if response.status not in ((self._expected,) if is_page else (200, 204, 304)):
            self.troubles.append(f"{response.url} is {response.status}")

    def wire_bytes(self):
        """What came over the wire, images apart."""
        return sum(
            response.request.sizes()["responseBodySize"] + response.request.sizes()["responseHeadersSize"]
            for response in self.responses if response.request.resource_type != "image")


def overflow(page):
    """How many pixels a page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth") - page.viewport_size["width"]


def axe(page):
    """What axe-core finds on a page that is serious or critical, one line each."""
    page.evaluate(AXE + "; null")
    found = page.evaluate("axe.run({resultTypes: ['violations']})")
    return [
        f"{violation['impact']} {violation['id']}: {violation['help']} at {node['target']} {node['html'][:160]}"
        for violation in found["violations"] if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"][:5]
    ]


# Cells of tables that show their label and nothing beside it, as phones would.
EMPTY_CELLS = """[...document.querySelectorAll(".table [data-label]")]
    .filter(cell => cell.offsetParent && !cell.innerText.trim() && !cell.querySelector("input, select"))
    .map(cell => cell.dataset.label)"""
# Links to the page one is on that stand beside the window, where nobody sees them.
HIDDEN_PLACES = """[...document.querySelectorAll("nav [aria-current]")]
    .filter(link => link.getBoundingClientRect().right > innerWidth)
    .map(link => link.innerText)"""


class Visit:
    """One page that was opened, with what went wrong and what it took."""

    def __init__(self, page, watch, close):
        self.page = page
        self._watch = watch
        # Ends the visit: the page, or the whole window where it is of use for nothing else.
        self.close = close

    @property
    def troubles(self):
        return self._watch.troubles

    def wire_bytes(self):
        """What came over the wire, images apart."""
        return self._watch.wire_bytes()

    def overflow(self):
        """How many pixels the page is wider than the window."""
        return overflow(self.page)

    def empty_cells(self):
        """The labels of cells that show nothing else."""
        return self.page.evaluate(EMPTY_CELLS)

    def hidden_places(self):
        """The links to this very page that nobody sees without scrolling sideways."""
        return self.page.evaluate(HIDDEN_PLACES)

    def axe(self):
        """What axe-core finds that is serious or critical, one line each."""
        return axe(self.page)
