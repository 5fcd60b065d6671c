"""Real wheels by their file names, downloaded as this machine's pip is set up, for looking inside."""

import concurrent.futures
import hashlib
import os
import pathlib
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parents[2] / ".build-e2e" / "native-wheels"


class NotDownloaded(Exception):
    """pip did not bring the file that was asked for."""


def wheel(filename, sha256=None):
    """The path of a wheel, downloaded where it is not here yet; its sum is checked each time."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / filename
    if not path.exists():
        words = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "-d", str(FOLDER)]
        done = subprocess.run(
            [*words, *choosing(filename)], capture_output=True, text=True, timeout=600,
            env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"})
        if not path.exists():
            raise NotDownloaded(f"{filename}: {done.stderr.strip()[-300:]}")
    if sha256 and hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
        raise NotDownloaded(f"{filename} is not the file that was looked at: its sum differs")
    return path


def wheels(rows):
    """Downloads several at once; a list of paths in the order of the rows (filename, sha256)."""
    with concurrent.futures.ThreadPoolExecutor(3) as pool:
        return list(pool.map(lambda row: wheel(*row), rows))


def choosing(filename):
    """pip's options that lead to exactly this wheel, whatever machine asks."""
    name, version, *_, python, abi, platforms = filename.removesuffix(".whl").split("-")
    words = ["--only-binary", ":all:", f"{name}=={version}"]
    for platform in platforms.split("."):
        words += ["--platform", platform]
    for each in abi.split("."):
        words += ["--abi", each]
    python = python.split(".")[-1]
    implementation, release = python[:2], python[2:]
    if implementation == "py":
        return [*words, "--implementation", "py", "--python-version", "3.12"]
    return [
        *words, "--implementation", implementation,
        "--python-version", f"{release[0]}.{release[1:] or 0}"]
