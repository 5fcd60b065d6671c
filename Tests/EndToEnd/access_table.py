"""The addresses of the site, read from the table in `docs/ACCESS.md` that is made from the code."""

import dataclasses
import pathlib
import re

DOCUMENT = pathlib.Path(__file__).resolve().parents[2] / "docs" / "ACCESS.md"
# What tools call proves who is asking by the field Authorization, and not by cookies.
TOOLS = ("/api/", "/legacy", "/simple/", "/+simple/", "/files/", "/packages/", "/pypi/", "/rss/", "/_health")


@dataclasses.dataclass(frozen=True)
class Row:
    """One address with one of its methods."""

    pattern: str
    method: str
    operation: str

    @property
    def is_page(self):
        return not self.pattern.startswith(TOOLS) and self.operation != "upload"

    def path(self, **values):
        """The address with values for its steps; those that nobody gave hold `1`."""
        path = self.pattern.removesuffix("?") if self.pattern.endswith("/?") else self.pattern
        return re.sub(r"\{(\w+)\}", lambda step: str(values.get(step[1], "1")), path)

    def __str__(self):
        return f"{self.method} {self.pattern}"


def rows():
    """Every row of the table."""
    found = []
    for line in DOCUMENT.read_text().splitlines():
        match = re.fullmatch(r"\| `(/\S*)` \| ([A-Z, ]+) \| `(\w+)` \|", line)
        if match:
            found += [
                Row(match[1], method, match[3]) for method in match[2].split(", ") if method != "HEAD"]
    assert len(found) > 20, f"the table of {DOCUMENT} cannot be read"
    return found


PAGE_FORMS = [row for row in rows() if row.is_page and row.method == "POST"]
PAGES = [row for row in rows() if row.is_page and row.method == "GET"]
