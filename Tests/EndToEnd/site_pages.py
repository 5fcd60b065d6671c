"""Every page of the site that is looked at: by `test_pages.py`, and by `make screenshots`.

Whoever adds a page adds a row. The index is filled by `site_content.py`.
"""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Page:
    """An address, and who looks at it."""

    # What its screenshots are called.
    name: str
    path: str
    # A user's name; None for a reader who is not signed in.
    user: str | None = None
    status: int = 200

    def __str__(self):
        return self.name


PAGES = [
    Page("home", "/"),
]
