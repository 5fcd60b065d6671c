"""The scenarios of packse, with which uv tests its resolver, resolved from this index.

Every scenario's packages are built, published with uv and yanked by the index's own command. Where
packages are to be found, uv's choice is the one that packse expects, and where packse names none,
the one that uv makes from the bare files.
"""

import os
import pathlib
import re
import subprocess
import sys

import pytest

import packse
from cheeseboard_server import ROOT, Cheeseboard
from clients import Machine

BUILDER = ROOT / ".build" / "debug" / "distribution-builder"
NAMES = pathlib.Path(__file__).with_name("packse-scenarios.txt").read_text().split()

# Packages are chosen for each scenario's Python version, and built with the one that is here; left
# to itself, uv would look for the scenario's.
PYTHON = ["--python", sys.executable]

# Nothing is skipped. A name here has to come with its reason.
SKIPPED = {}

# Since uv 0.12, a pre-release is chosen wherever no stable release fits, and only there; packse
# expects what uv chose before. What the newest uv has to choose:
NEWER_RULES = {
    "package-only-prereleases-in-range": {"a": "1.0.0a1"},
    "package-prerelease-specified-mixed-available": {"a": "0.3.0"},
    "package-prereleases-specifier-boundary": {"a": "0.1.0"},
    "transitive-package-only-prereleases-in-range": {"a": "0.1.0", "b": "1.0.0a1"},
    "transitive-prerelease-and-stable-dependency": {"a": "1.0.0", "b": "1.0.0", "c": "2.0.0b1"},
    "transitive-prerelease-and-stable-dependency-many-versions": {
        "a": "1.0.0", "b": "1.0.0", "c": "2.0.0b9",
    },
    "transitive-prerelease-and-stable-dependency-many-versions-holes": {
        "a": "1.0.0", "b": "1.0.0", "c": "2.0.0b4",
    },
}

# packse says that there is no solution, but there is one, and uv's own tests have it.
SATISFIABLE = {"preferences-dependent-forking-conflicting"}

# Whether the installed package has to come from a wheel or from the source distribution.
ORIGINS = {
    "no-binary": "sdist", "no-wheels": "sdist", "no-wheels-with-matching-platform": "sdist",
    "no-build": "wheel", "only-wheels": "wheel", "specific-tag-and-default": "wheel",
}


@pytest.fixture(scope="module")
def scenarios():
    return packse.scenarios()


@pytest.fixture(scope="module")
def machine(tmp_path_factory):
    """One machine, so that all scenarios share uv's cache; their packages' names differ."""
    return Machine(tmp_path_factory.mktemp("packse-machine"))


@pytest.fixture(scope="module")
def distributions(scenarios, tmp_path_factory):
    """A folder with every scenario's distributions."""
    assert BUILDER.exists(), f"{BUILDER} is missing: swift build --build-tests makes it"
    folder = tmp_path_factory.mktemp("packse-distributions")
    orders = [
        order
        for scenario in scenarios.values() for release in scenario.releases
        for order in release.orders
    ]
    done = subprocess.run(
        [str(BUILDER), str(folder)], input="\n".join(orders), capture_output=True, text=True,
        # The debug build measures coverage; its notes about this run are of no use.
        env=os.environ | {"LLVM_PROFILE_FILE": os.devnull}, timeout=300,
    )
    assert done.returncode == 0, done.stderr
    assert len(list(folder.iterdir())) == len(orders), "two distributions have one file name"
    return folder


@pytest.fixture(scope="module")
def filled_index(scenarios, distributions, machine, tmp_path_factory):
    """A running index with the packages of all scenarios."""
    index = Cheeseboard(tmp_path_factory.mktemp("packse-index") / "index")
    index.add_user()
    index.start()
    try:
        machine.uv(
            "publish", "--quiet", "--publish-url", index.upload, "--token", index.token(),
            f"{distributions}/*",
        )
        for scenario in scenarios.values():
            for release in scenario.releases:
                if release.is_yanked:
                    index.command("project", "yank", release.name, release.version)
        yield index
    finally:
        index.stop()


def choose(machine, scenario, folder, *source, client="uv"):
    """The lines of requirements that uv resolves to; none where there is no solution."""
    folder.mkdir(exist_ok=True)
    (folder / "requirements.in").write_text("\n".join(scenario.requirements) + "\n")
    said = machine.run(
        client, "uv", "pip", "compile", "requirements.in", "--no-header", "--no-annotate",
        *PYTHON, *source, *scenario.arguments, cwd=folder, code=0 if scenario.is_satisfiable else 1,
    )
    if not scenario.is_satisfiable:
        assert "No solution found" in said
    return re.findall(r"^[a-z0-9-]+==.*$", said, re.MULTILINE)


def versions(lines):
    return dict(line.partition(" ")[0].split("==") for line in lines)


def install(machine, scenario, folder, *source):
    """Installs into a folder; returns what is there, and who made each wheel."""
    target = folder / "installed"
    machine.uv(
        "pip", "install", "--quiet", "--target", target, *PYTHON, *source,
        *scenario.arguments, *scenario.requirements, cwd=folder,
    )
    installed, origins = {}, set()
    for record in target.glob("*.dist-info"):
        metadata = (record / "METADATA").read_text()
        name, version = (
            re.search(rf"^{field}: (.*)$", metadata, re.MULTILINE)[1]
            for field in ("Name", "Version")
        )
        installed[name] = version
        built_here = "Generator: hatchling" in (record / "WHEEL").read_text()
        origins.add("sdist" if built_here else "wheel")
    return installed, origins


def test_the_list_has_every_scenario(scenarios):
    assert len(NAMES) == 148
    assert sorted(NAMES) == sorted(scenarios)
    assert SKIPPED.keys() | NEWER_RULES.keys() | SATISFIABLE | ORIGINS.keys() <= scenarios.keys()


@pytest.mark.parametrize("name", NAMES)
def test_a_scenario_resolves_as_expected(
    name, scenarios, filled_index, distributions, machine, tmp_path
):
    if name in SKIPPED:
        pytest.skip(SKIPPED[name])
    scenario = scenarios[name]
    if name in NEWER_RULES:
        scenario = scenario.expecting(NEWER_RULES[name])
    if name in SATISFIABLE:
        scenario = scenario.expecting({})
    builders = ["--find-links", packse.source() / "vendor" / "build"]
    from_index = ["--index-url", filled_index.simple, *builders]

    chosen = choose(machine, scenario, tmp_path, *from_index)
    if not scenario.is_satisfiable:
        assert not chosen
        return
    if scenario.expected:
        assert versions(chosen) == scenario.expected
    else:
        from_files = ["--no-index", "--find-links", distributions, *builders]
        assert chosen == choose(machine, scenario, tmp_path / "files", *from_files)
    if not scenario.is_universal:
        installed, origins = install(machine, scenario, tmp_path, *from_index)
        assert installed == versions(chosen)
        if name in ORIGINS:
            assert origins == {ORIGINS[name]}


@pytest.mark.parametrize("name", NEWER_RULES)
def test_uv_of_packses_time_chooses_what_packse_expects(
    name, scenarios, filled_index, machine, tmp_path
):
    scenario = scenarios[name]
    chosen = choose(
        machine, scenario, tmp_path, "--index-url", filled_index.simple, client="uv-0.11"
    )
    assert versions(chosen) == scenario.expected
