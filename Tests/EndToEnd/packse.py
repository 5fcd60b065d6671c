"""packse's scenarios: which packages there are, what is asked for, and how it has to end.

The scenarios are in packse's source distribution, which pip brings into `.build-e2e/packse`.
"""

import dataclasses
import fcntl
import json
import pathlib
import re
import subprocess
import sys
import tomllib

VERSION = "0.3.59"
ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".build-e2e" / "packse"
PYTHON = "3.12"
REQUIRES_PYTHON = ">=3.12"


def source():
    """The unpacked source distribution; downloaded once.

    packse itself asks for a newer Python than may be here; only its data are used.
    """
    FOLDER.mkdir(parents=True, exist_ok=True)
    unpacked = FOLDER / f"packse-{VERSION}"
    with open(FOLDER / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (unpacked / "complete").exists():
            done = subprocess.run(
                [
                    sys.executable, "-m", "pip", "download", "--quiet", "--no-deps",
                    "--ignore-requires-python", "--no-binary", "packse", "--dest", str(FOLDER),
                    f"packse=={VERSION}",
                ],
                capture_output=True, text=True, timeout=300,
            )
            assert done.returncode == 0, done.stderr
            # By tar: the tarfile of Debian's Python cannot yet be told to keep inside the folder.
            subprocess.run(
                ["tar", "xf", f"packse-{VERSION}.tar.gz"], cwd=FOLDER, check=True, timeout=60
            )
            (unpacked / "complete").touch()
    return unpacked


@dataclasses.dataclass
class Release:
    """One version of a package in a scenario."""

    name: str
    version: str
    table: dict
    rename: object

    @property
    def is_yanked(self):
        return self.table.get("yanked", False)

    @property
    def orders(self):
        """What the distribution builder has to make, as JSON."""
        order = {
            "name": self.name, "version": self.version,
            "requires_python": self.table.get("requires_python", REQUIRES_PYTHON),
            "dependencies": [self.rename(each) for each in self.table.get("requires", [])],
            # Metadata have extras in the normalised spelling only.
            "extras": [
                {"name": re.sub(r"[-_.]+", "-", extra).lower(),
                 "dependencies": [self.rename(each) for each in requirements]}
                for extra, requirements in self.table.get("extras", {}).items()
            ],
        }
        orders = []
        if self.table.get("wheel", True):
            for tag in self.table.get("wheel_tags") or ["py3-none-any"]:
                orders.append(order | {"kind": "wheel", "tag": tag})
        if self.table.get("sdist", True):
            orders.append(order | {"kind": "sdist"})
        return [json.dumps(each) for each in orders]


class Scenario:
    """One scenario; its packages carry its name, so that all of them fit into one index."""

    def __init__(self, table):
        self.table = table
        self.name = table["name"]
        self.options = table.get("resolver_options", {})
        self.is_satisfiable = table["expected"]["satisfiable"]
        self.is_universal = self.options.get("universal", False)

    def rename(self, requirement):
        """The requirement, or the name, for the package as it is called in the index."""
        return f"{self.name}-{requirement}"

    @property
    def requirements(self):
        return [self.rename(each) for each in self.table["root"]["requires"]]

    @property
    def expected(self):
        """The versions that have to be chosen, by package; more may be chosen."""
        packages = self.table["expected"].get("packages", {})
        return {self.rename(name): version for name, version in packages.items()}

    def expecting(self, packages):
        """The same with another outcome than packse's: these versions, by plain names."""
        return Scenario(self.table | {"expected": {"satisfiable": True, "packages": packages}})

    @property
    def releases(self):
        """Every version of every package that the scenario has."""
        for name, package in self.table.get("packages", {}).items():
            for version, table in package["versions"].items():
                yield Release(self.rename(name), version, table, self.rename)

    @property
    def python(self):
        """The Python version for which the packages are chosen."""
        if self.is_universal:
            requires = self.table["root"].get("requires_python", REQUIRES_PYTHON)
            return requires.removeprefix(">=")
        environment = self.table.get("environment", {})
        return self.options.get("python", environment.get("python", PYTHON))

    @property
    def arguments(self):
        """The resolver's options as uv has them."""
        words = ["--python-version", self.python]
        if self.is_universal:
            words.append("--universal")
        if self.options.get("prereleases"):
            words += ["--prerelease", "allow"]
        for name in self.options.get("no_build", []):
            words += ["--only-binary", self.rename(name)]
        for name in self.options.get("no_binary", []):
            words += ["--no-binary", self.rename(name)]
        if platform := self.options.get("python_platform"):
            words += ["--python-platform", platform]
        return words


def scenarios():
    """Every scenario by its name."""
    found = {}
    for path in sorted((source() / "scenarios").rglob("*.toml")):
        scenario = Scenario(tomllib.loads(path.read_text()))
        assert scenario.name not in found, f"two scenarios are called {scenario.name}"
        found[scenario.name] = scenario
    return found
