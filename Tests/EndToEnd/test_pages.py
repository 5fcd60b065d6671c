"""Every page in a browser: nothing fails, nothing is refused, nothing overflows, everybody can read it."""

import pytest

import browser
from site_pages import PAGES
from site_places import Places

# A page with its style sheet and script, images apart.
MOST_BYTES = 60_000


@pytest.fixture(scope="module")
def chromium():
    with browser.chromium() as running:
        yield running


@pytest.fixture(scope="module")
def places(chromium, tmp_path_factory):
    """The indexes, with windows by who looks, in which scheme and width; each is opened once."""
    places = Places(tmp_path_factory.mktemp("places"), chromium)
    yield places
    places.close()


@pytest.mark.parametrize("page", PAGES, ids=str)
@pytest.mark.parametrize("width", browser.WIDTHS)
@pytest.mark.parametrize("scheme", browser.SCHEMES)
def test_a_page_is_whole(places, page, scheme, width):
    visit = places.visit(page, scheme, width)
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
def test_a_page_works_without_scripts(places, page):
    if page.user is not None:
        pytest.skip("signing in is tried with scripts")
    visit = places.visit(page, javascript=False)
    try:
        assert visit.troubles == []
        assert visit.page.locator("main h1").first.is_visible()
    finally:
        visit.close()
