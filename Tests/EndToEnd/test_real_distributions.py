"""Well-known distributions, downloaded as this machine's pip is set up, and installed from here alone."""

import os
import subprocess

import packaging.utils
import pytest

from clients import FOLDER, Client

# Pure and native, old and new, as wheels and as source distributions.
WHEELS = [
    "six==1.17.0", "attrs", "packaging", "setuptools", "wheel", "requests", "click", "numpy",
    "cryptography", "charset-normalizer", "PyYAML",
]
SOURCES = ["six==1.10.0", "docopt==0.6.2", "attrs==15.0.0"]
CACHE = FOLDER.parent / "distributions"


def download(*words):
    """Downloads into a folder that is kept, with the settings of this machine."""
    CACHE.mkdir(parents=True, exist_ok=True)
    pip = [Client("pip").ensure().python, "-m", "pip", "download", "--quiet", "-d", CACHE]
    done = subprocess.run(
        [*pip, *words], capture_output=True, text=True, timeout=600,
        env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"})
    if done.returncode != 0:
        pytest.fail(f"downloading failed: {done.stderr}")


def upload(machine, index, paths):
    said = machine.run(
        "twine", "twine", "upload", "--disable-progress-bar", "--repository-url", index.upload,
        "-u", "__token__", "-p", index.token(), *paths)
    assert said.count("Uploading ") == len(paths) + 1
    return said


def wanted(names):
    """The files of these projects and what they need, among all that was downloaded."""
    return [path for path in sorted(CACHE.iterdir()) if project(path) in names]


def project(path):
    if path.suffix == ".whl":
        return packaging.utils.parse_wheel_filename(path.name)[0]
    return packaging.utils.parse_sdist_filename(path.name)[0]


def test_a_few_are_published_and_installed(index, machine):
    download("--only-binary", ":all:", "six==1.17.0", "click", "PyYAML", "setuptools")
    download("--no-binary", ":all:", "--no-deps", "docopt==0.6.2")
    upload(machine, index, wanted({"six", "click", "pyyaml", "setuptools", "docopt"}))
    python = machine.venv()
    machine.pip(
        "--python", python, "install", "--no-cache-dir", "--index-url", index.simple, "six", "click",
        "PyYAML", "docopt")
    assert machine.says(python, "import six, click, yaml, docopt; print(yaml.__with_libyaml__)") == "True"


@pytest.mark.long
def test_all_are_published_checked_and_installed(index, machine):
    download("--only-binary", ":all:", *WHEELS)
    for each in SOURCES:
        download("--no-binary", ":all:", "--no-deps", each)
    paths = sorted(CACHE.iterdir())
    upload(machine, index, paths)
    assert index.command("verify").returncode == 0

    python = machine.venv()
    machine.pip(
        "--python", python, "install", "--no-cache-dir", "--index-url", index.simple,
        *(each.partition("==")[0] for each in WHEELS), "docopt")
    machine.says(python, "import numpy, cryptography, yaml, charset_normalizer, requests, docopt")
    machine.uv(
        "pip", "sync", "--no-cache", "--python", machine.venv("uv-venv"), "--default-index",
        index.simple, *requirements(machine, index))

    old = machine.venv("old")
    machine.pip(
        "--python", old, "install", "--no-cache-dir", "--index-url", index.simple, "--no-binary",
        "six,docopt", "six==1.10.0", "docopt")
    assert machine.says(old, "import six; print(six.__version__)") == "1.10.0"


def requirements(machine, index):
    """What uv resolves the wheels to, with hashes, as a file's name."""
    file = machine.folder / "requirements.txt"
    (machine.folder / "requirements.in").write_text("\n".join(WHEELS))
    machine.uv(
        "pip", "compile", "--no-cache", "--default-index", index.simple, "--generate-hashes", "-o",
        file, machine.folder / "requirements.in")
    return [file]
