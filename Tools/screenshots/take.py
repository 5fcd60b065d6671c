"""Fills a fresh index and takes a picture of every page that `site_pages.py` lists.

usage: take.py FOLDER [NAME…]
"""

import pathlib
import sys
import tempfile

import browser
import site_content
from cheeseboard_server import Cheeseboard
from site_pages import PAGES


def take(folder, names):
    pages = [page for page in PAGES if not names or page.name in names]
    folder.mkdir(parents=True, exist_ok=True)
    troubles = []
    with tempfile.TemporaryDirectory() as data, browser.chromium() as chromium:
        index = Cheeseboard(pathlib.Path(data) / "index", settings=site_content.SETTINGS)
        try:
            site_content.fill(index)
            for scheme in browser.SCHEMES:
                for width in browser.WIDTHS:
                    windows = {}
                    for page in pages:
                        if page.user not in windows:
                            windows[page.user] = browser.Visitor(
                                chromium, index.url, page.user, scheme, width)
                        visit = windows[page.user].visit(page.path, page.status)
                        visit.page.screenshot(
                            path=folder / f"{page.name}-{scheme}-{width}.png", full_page=True)
                        where = f"{page.name} {scheme} {width}"
                        troubles += [f"{where}: {trouble}" for trouble in visit.troubles]
                        if visit.overflow() > 0:
                            troubles.append(f"{where}: {visit.overflow()} pixels too wide")
                        visit.close()
                    for window in windows.values():
                        window.close()
        finally:
            index.stop()
    print(f"{len(pages)} pages in {folder}")
    for trouble in troubles:
        print(trouble)
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(take(pathlib.Path(sys.argv[1]), sys.argv[2:]))
