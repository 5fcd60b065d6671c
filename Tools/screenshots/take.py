"""Fills fresh indexes and takes a picture of every page that `site_pages.py` lists.

usage: take.py FOLDER [NAME…]
"""

import pathlib
import sys
import tempfile

import browser
from site_pages import PAGES
from site_places import Places


def take(folder, names):
    pages = [page for page in PAGES if not names or page.name in names]
    folder.mkdir(parents=True, exist_ok=True)
    troubles = []
    with tempfile.TemporaryDirectory() as data, browser.chromium() as chromium:
        places = Places(pathlib.Path(data), chromium)
        try:
            for scheme in browser.SCHEMES:
                for width in browser.WIDTHS:
                    for page in pages:
                        visit = places.visit(page, scheme, width)
                        visit.page.screenshot(
                            path=folder / f"{page.name}-{scheme}-{width}.png", full_page=True)
                        where = f"{page.name} {scheme} {width}"
                        troubles += [f"{where}: {trouble}" for trouble in visit.troubles]
                        if visit.overflow() > 0:
                            troubles.append(f"{where}: {visit.overflow()} pixels too wide")
                        visit.close()
        finally:
            places.close()
    print(f"{len(pages)} pages in {folder}")
    for trouble in troubles:
        print(trouble)
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(take(pathlib.Path(sys.argv[1]), sys.argv[2:]))
