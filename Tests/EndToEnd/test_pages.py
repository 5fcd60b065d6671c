"""Every page in a browser: nothing fails, nothing is refused, nothing overflows, everybody can read it."""

import pytest

import browser
import site_content
from cheeseboard_server import Cheeseboard
from site_pages import PAGES

# A page with its style sheet and script, images apart.
MOST_BYTES = 60_000


@pytest.fixture(scope="module")
def chromium():
    with browser.chromium() as running:
        yield running


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """An index with made-up projects."""
    index = Cheeseboard(tmp_path_factory.mktemp("site") / "index", settings=site_content.SETTINGS)
    try:
        yield site_content.fill(index)
    finally:
        index.stop()


@pytest.fixture(scope="module")
def visitors(chromium, site):
    """Windows by who looks, in which scheme and width; each is opened once."""
    open_windows = {}

    def visitor(user, scheme, width):
        key = (user, scheme, width)
        if key not in open_windows:
            open_windows[key] = browser.Visitor(chromium, site.url, user, scheme, width)
        return open_windows[key]

    yield visitor
    for window in open_windows.values():
        window.close()


@pytest.mark.parametrize("page", PAGES, ids=str)
@pytest.mark.parametrize("width", browser.WIDTHS)
@pytest.mark.parametrize("scheme", browser.SCHEMES)
def test_a_page_is_whole(visitors, page, scheme, width):
    visit = visitors(page.user, scheme, width).visit(page.path, page.status)
    try:
        assert visit.axe() == []
        assert visit.troubles == []
        assert visit.overflow() <= 0
        assert visit.hidden_places() == []
        assert width == "wide" or visit.empty_cells() == []
        assert visit.wire_bytes() < MOST_BYTES
        # A description has headlines of its own.
        assert visit.page.locator("main h1:not(.prose h1)").count() == 1
    finally:
        visit.close()


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_a_page_works_without_scripts(chromium, site, page):
    if page.user is not None:
        pytest.skip("signing in is tried with scripts")
    visitor = browser.Visitor(chromium, site.url, javascript=False)
    try:
        visit = visitor.visit(page.path, page.status)
        assert visit.troubles == []
        assert visit.page.locator("main h1").first.is_visible()
    finally:
        visitor.close()
