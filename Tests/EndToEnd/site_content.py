"""Fills an empty index with made-up projects, for looking at its pages."""

import datetime
import hashlib
import pathlib
import random
import shutil
import sqlite3
import sys

import requests

from small_distributions import record_line, tarred, zipped

NATIVE = pathlib.Path(__file__).resolve().parents[1] / "NativeInspectionTests" / "Fixtures"
PASSWORD = "a ripe old cheddar 1887"
# Descriptions are rendered by the library that the tests have beside them.
SETTINGS = {"descriptions.python": sys.executable}
LINUX = "manylinux_2_17_x86_64"

TIDEWATER = """\
# Tidewater

Predicts **tides** for harbours with known constituents, without a network and without a service that
somebody switches off.

## What it does

- harmonic prediction with up to 37 constituents
- high and low water, currents and the *rule of twelfths*
- a table for the wheelhouse as text, CSV or PDF

```python
from tidewater import Harbour

wick = Harbour("Wick")
for tide in wick.tides("2026-05-01", days=2):
    print(tide.time, tide.height, tide.kind)
```

| Harbour | Mean error | Worst error |
|---|---|---|
| Wick | 4 cm | 11 cm |
| Stromness | 5 cm | 14 cm |
| Scrabster | 4 cm | 12 cm |

> Never navigate by a Python package alone.

See the [almanac](https://tidewater.index.example/almanac) for the tables behind it.
"""

RST = """\
Affineur
========

Keeps an eye on what ripens in the cellar.

* temperature and humidity by the hour
* a warning **before** the rind cracks

.. code-block:: python

    from affineur import Cellar
    Cellar("north").report()
"""


class Release:
    """One release of a made-up project, with whatever is special about it."""

    def __init__(
            self, version, age, wheels=("py3-none-any",), source=True, native=(), description=None, **fields):
        self.version = version
        # How many days ago it was published.
        self.age = age
        self.wheels = wheels
        self.source = source
        # Names of files in `NATIVE` that its wheels carry.
        self.native = native
        # None for that of its project.
        self.description = description
        self.fields = fields


class Project:
    """A made-up project: its releases, oldest first, and the metadata that they share."""

    def __init__(self, name, summary, releases, description=None, content_type="text/markdown", **fields):
        self.name = name
        self.releases = releases
        self.description = description or f"# {name}\n\n{summary}\n"
        self.fields = {"Summary": summary, "Description-Content-Type": content_type, **fields}

    @property
    def module(self):
        return self.name.replace("-", "_").replace(".", "_").lower()

    def metadata(self, release):
        lines = ["Metadata-Version: 2.4", f"Name: {self.name}", f"Version: {release.version}"]
        for key, value in {**self.fields, **release.fields}.items():
            lines += [f"{key}: {each}" for each in ([value] if isinstance(value, str) else value)]
        return "\n".join(lines) + "\n\n" + (release.description or self.description)

    def files(self, release):
        """File names and contents of a release."""
        info = f"{self.module}-{release.version}.dist-info"
        text = self.metadata(release).encode()
        for tag in release.wheels:
            is_pure = tag.endswith("none-any")
            members = {f"{self.module}/__init__.py": f"VERSION = {release.version!r}\n".encode()}
            for name in release.native if not is_pure else ():
                members[f"{self.module}/{name}"] = (NATIVE / name).read_bytes()
            members[f"{info}/METADATA"] = text
            members[f"{info}/WHEEL"] = (
                f"Wheel-Version: 1.0\nGenerator: example 1.0\nRoot-Is-Purelib: "
                f"{str(is_pure).lower()}\nTag: {tag}\n").encode()
            record = "".join(record_line(*member) for member in members.items())
            members[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n".encode()
            yield f"{self.module}-{release.version}-{tag}.whl", zipped(members.items())
        if release.source:
            top = f"{self.module}-{release.version}"
            members = [
                (f"{top}/PKG-INFO", text),
                (f"{top}/pyproject.toml", b'[build-system]\nrequires = ["setuptools"]\n'),
                (f"{top}/{self.module}/__init__.py", b""),
            ]
            yield f"{top}.tar.gz", tarred(members)


MATRIX = [
    f"{python}-{python}-{platform}"
    for python in ("cp311", "cp312", "cp313")
    for platform in (LINUX, "musllinux_1_2_x86_64", "macosx_11_0_arm64", "win_amd64")
]

SMALL = {
    "curd-cutter": "Cuts strings into even curds.", "rennet": "Sets liquid configuration into something firm.",
    "whey": "What is left over when a queue is drained.", "muslin": "Strains log lines through patterns.",
    "pressing": "Compresses folders without being asked twice.", "brine-bath": "A salted hash for every purpose.",
    "rind": "A thin protective layer around HTTP clients.", "turophile": "Loves every list of names.",
    "cave-aged": "Caches that get better with time.", "fondue": "Melts several iterators into one.",
    "raclette": "Scrapes tables off web pages.", "grater": "Shreds JSON into rows.",
    "paneer": "Plain blocks of text, pressed and cut.", "quark-flavour": "Names particles the way kitchens do.",
    "stilton": "Blue-veined terminal colours.", "wensleydale": "A gentle test runner for a nice day out.",
    "halloumi": "Squeaks when a value is chewed.", "mozzarella": "Stretches images.",
}

PROJECTS = [
    Project(
        "Tidewater", "Harmonic tide predictions for harbours, without a network.",
        [
            Release("0.9", 2200), Release("1.0", 1750), Release("1.1", 1500), Release("1.2", 1180),
            Release("2.0b1", 700), Release("2.0", 640), Release("2.1", 410), Release("2.2", 260),
            Release("2.3.0", 95), Release("2.3.1", 93),
            Release("2.4.0", 12, wheels=MATRIX, native=("canary.so", "rust.so")),
            Release("3.0rc1", 2),
        ],
        TIDEWATER,
        **{
            "Keywords": "tides,harbour,navigation,almanac", "License-Expression": "MIT OR Apache-2.0",
            "Author-email": "Alma Rind <alma@index.example>", "Requires-Python": ">=3.10",
            "Classifier": [
                "Development Status :: 5 - Production/Stable", "Intended Audience :: Science/Research",
                "Operating System :: OS Independent", "Programming Language :: Python :: 3",
                "Programming Language :: Python :: 3.12", "Programming Language :: Rust",
                "Topic :: Scientific/Engineering :: Hydrology",
            ],
            "Requires-Dist": [
                "affineur>=1.0", "cave-aged<3,>=2.1", "not-held-here>=4",
                'stilton; extra == "terminal"', 'raclette>=1; extra == "web"',
                'halloumi; python_version < "3.12" and extra == "web"',
            ],
            "Provides-Extra": ["terminal", "web"],
            "Project-URL": [
                "Homepage, https://tidewater.index.example/",
                "Source, https://code.index.example/harbours/tidewater",
                "Changelog, https://tidewater.index.example/changes",
                "Issues, https://code.index.example/harbours/tidewater/issues",
            ],
        }),
    Project(
        "affineur", "Keeps an eye on what ripens in the cellar.",
        [Release("1.0", 300), Release("1.1", 40)], RST, "text/x-rst",
        **{"License-Expression": "BSD-3-Clause", "Requires-Dist": ["whey", "rennet>=1"]}),
    Project(
        "cellar-log", "A log book for cellars, kept by candlelight.",
        [Release("0.1", 900), Release("0.2", 810)], "Plain words.\n\n    and their indentation\n", "text/plain",
        **{"License": "GPL", "Author": "A. Maker", "Home-page": "https://cellar.index.example/"}),
    Project("oldpaste", "Pastes text where it was before.", [Release("4.2", 500)]),
    Project("curdle", "Notices when data goes off.", [Release("1.0", 1900), Release("1.1", 1400)]),
    Project("mould-proto", "An experiment that grew.", [Release("0.0.1", 30)]),
    Project("secret-brine", "What only the dairy knows.", [Release("1.0", 9), Release("1.1", 3)],
            **{"Requires-Dist": ["tidewater>=2"]}),
    Project(
        "a-remarkably-long-project-name-that-somebody-found-to-be-a-good-idea-at-the-time",
        "A summary that goes on for rather a long time, because whoever wrote it had much to say about what the "
        "project does, why it does it, and what it will do some day when there is more time than there is now.",
        [Release("2026.11.28.post1.dev20261128", 1)]),
    Project(
        "hardrind", "Native code with everything switched on, and some with nothing.",
        [
            Release("1.0", 20, wheels=[f"cp312-cp312-{LINUX}"], source=False,
                    native=("canary.so", "stack-executable.so", "relro-none.so", "fortify-3.so")),
        ],
        **{"License-Expression": "MIT", "Requires-Python": ">=3.12", "Requires-Dist": ["tidewater"]}),
    *(
        Project(name, summary, [Release("1.0", 40 + 3 * place), Release("2.1", 4 + 2 * place)],
                **({"Requires-Dist": ["tidewater>=2"]} if place % 4 == 0 else {}))
        for place, (name, summary) in enumerate(SMALL.items())
    ),
]


def diary(days):
    """A description that is too long for a page."""
    generator = random.Random(1887)
    words = "the rind was washed turned and salted in brine while milk rests for hours by two cold cellars".split()
    return "# The cellar book\n\n" + "".join(
        f"## Day {day}\n\n" + " ".join(generator.choices(words, k=50)) + ".\n\n" for day in range(1, days + 1))


# More than has room on a page: not among the others, which some tests read whole.
CELLAR_BOOK = Project(
    "cellar-book", "Everything that ever ripened, day by day.",
    [
        Release(f"1.{number}", 2000 - 30 * number, source=False, description=diary(1000) if number == 59 else None)
        for number in range(60)
    ])


def publish(url, token, name, version, filename, content):
    """Uploads one file as clients do."""
    is_wheel = filename.endswith(".whl")
    answer = requests.post(
        url + "/legacy/", auth=("__token__", token), timeout=60,
        data={
            ":action": "file_upload", "protocol_version": "1", "metadata_version": "2.4",
            "name": name, "version": version, "sha256_digest": hashlib.sha256(content).hexdigest(),
            "filetype": "bdist_wheel" if is_wheel else "sdist",
            "pyversion": filename.split("-")[2] if is_wheel else "source",
        },
        files={"content": (filename, content, "application/octet-stream")})
    assert answer.status_code == 200, f"{filename}: {answer.status_code} {answer.text}"


def fill(index, port=0, projects=PROJECTS):
    """Publishes everything to an index that does not run yet, and leaves it running."""
    for user in ("alma", "bo", "casey"):
        index.add_user(user, password=PASSWORD, admin=user == "alma")
    index.start()
    token = index.token("alma")
    for project in projects:
        for release in project.releases:
            for filename, content in project.files(release):
                publish(index.url, token, project.name, release.version, filename, content)
    index.command("project", "yank", "tidewater", "2.3.0", "--reason", "The tables for the Baltic were wrong.")
    index.command("project", "archive", "cellar-log")
    wait_for_jobs(index)
    index.stop()
    date_back(index, projects)
    index.start(port)
    return index


def wait_for_jobs(index):
    """Waits until descriptions are rendered and files are inspected."""
    import time

    for _ in range(600):
        with sqlite3.connect(index.folder / "cheeseboard.sqlite") as database:
            left = database.execute("SELECT COUNT(*) FROM jobs WHERE state NOT IN ('done', 'dead', 'failed')")
            if left.fetchone()[0] == 0:
                return
        time.sleep(0.1)


def date_back(index, projects):
    """Gives releases their ages, which no upload can have, and two projects a trouble."""
    now = datetime.datetime.now(datetime.timezone.utc)
    with sqlite3.connect(index.folder / "cheeseboard.sqlite") as database:
        for project in projects:
            name = project.module.replace("_", "-")
            for release in project.releases:
                moment = int((now - datetime.timedelta(days=release.age)).timestamp() * 1e6)
                where = """WHERE id IN (SELECT releases.id FROM releases
                    JOIN projects ON projects.id = releases.project_id
                    WHERE projects.normalized_name = ? AND releases.version = ?)"""
                database.execute(
                    f"UPDATE releases SET created_at = ? {where}", (moment, name, release.version))
                database.execute(
                    f"UPDATE files SET uploaded_at = ? {where.replace('id IN', 'release_id IN', 1)}",
                    (moment, name, release.version))
            first = int((now - datetime.timedelta(days=project.releases[0].age)).timestamp() * 1e6)
            database.execute(
                "UPDATE projects SET created_at = ? WHERE normalized_name = ?", (first, name))
        database.execute(
            "UPDATE projects SET status = 'deprecated', successor = 'tidewater',"
            " status_reason = 'Pasting is done by the terminal now.' WHERE normalized_name = 'oldpaste'")
        database.execute(
            "UPDATE projects SET status = 'quarantined', status_reason = 'It is being looked at.'"
            " WHERE normalized_name = 'mould-proto'")
        database.execute(
            "UPDATE projects SET visibility = 'private' WHERE normalized_name = 'secret-brine'")
    # Written past the journal, which search follows: it is to be made anew.
    shutil.rmtree(index.folder / "search", ignore_errors=True)
