"""Every link of the site leads to something, for whoever sees it."""

import pytest

import crawler
import site_content
from cheeseboard_server import Cheeseboard


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    index = Cheeseboard(tmp_path_factory.mktemp("links") / "index", settings=crawler.PROXY)
    try:
        yield site_content.fill(index)
    finally:
        index.stop()


@pytest.mark.parametrize("who", ["nobody", "alma", "bo"])
def test_no_link_leads_nowhere(index, who):
    session = (
        crawler.browser_session() if who == "nobody"
        else crawler.signed_in(index.url, who, site_content.PASSWORD))
    starts = ["/", "/project/tidewater/", "/manage/account/", "/manage/projects/", "/user/alma/"]
    broken = [
        f"{answer.address} is {answer.response.status_code}"
        for answer in crawler.crawl(session, index.url, starts, most=1500)
        if answer.response.status_code >= 400]
    assert broken == []
