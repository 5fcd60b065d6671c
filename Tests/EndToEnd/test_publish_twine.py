"""twine: a project built with setuptools, published and installed back."""

import pytest

from distributions import wheel


@pytest.fixture
def built(machine):
    """A project of its own, built as an sdist and a wheel."""
    project = machine.folder / "brie"
    project.mkdir()
    (project / "pyproject.toml").write_text(
        """
[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"

[project]
name = "Soft.Brie"
version = "1.0"
description = "A soft cheese – with an umlaut: Käse"
readme = "README.md"
requires-python = ">=3.8"
license = "MIT"
license-files = ["LICENSE"]
keywords = ["cheese", "soft"]
classifiers = ["Development Status :: 3 - Alpha"]
dependencies = ["soft-rind; python_version < '3'"]

[project.urls]
Homepage = "https://index.example/brie"

[project.scripts]
brie = "soft_brie:main"
"""
    )
    (project / "README.md").write_text("# Brie\n\nSoft – and *good*.\n")
    (project / "LICENSE").write_text("MIT\n")
    (project / "soft_brie").mkdir()
    (project / "soft_brie" / "__init__.py").write_text("def main():\n    print('soft')\n")
    machine.run("twine", "python", "-m", "build", "--no-isolation", cwd=project)
    return project / "dist"


def upload(machine, index, *words, user="__token__", password, code=0):
    """What twine says, without the line breaks that it puts in."""
    said = machine.run(
        "twine", "twine", "upload", "--non-interactive", "--disable-progress-bar",
        "--repository-url", index.upload, *words, code=code,
        env={"TWINE_USERNAME": user, "TWINE_PASSWORD": password},
    )
    return " ".join(said.split())


def test_a_token_publishes_and_pip_installs(index, token, machine, built):
    said = upload(machine, index, *built.iterdir(), password=token)
    assert "Uploading soft_brie-1.0-py3-none-any.whl" in said
    assert "Uploading soft_brie-1.0.tar.gz" in said
    python = machine.venv()
    machine.pip("--python", python, "install", "--index-url", index.simple, "soft_brie")
    assert machine.says(python, "import soft_brie; soft_brie.main()") == "soft"


def test_a_password_publishes(index, machine, built):
    upload(machine, index, *built.iterdir(), user="alice", password="correct horse battery")


def test_a_password_is_refused_where_only_tokens_count(make_index, machine, built):
    index = make_index(settings={"access.passwordUpload": "false"})
    said = upload(
        machine, index, *built.iterdir(), user="alice", password="correct horse battery", code=1)
    assert "403 " in said and "token" in said


def test_the_same_again_changes_nothing(index, token, machine, built):
    upload(machine, index, *built.iterdir(), password=token)
    upload(machine, index, *built.iterdir(), password=token)


def test_a_changed_file_is_refused_in_words(index, token, machine, dist):
    file = wheel(dist, "brie", "1.0")
    upload(machine, index, file, password=token)
    wheel(dist, "brie", "1.0", files={"brie/rind.py": b"changed = True\n"})
    said = upload(machine, index, file, password=token, code=1)
    assert "409 Conflict" in said
    assert "File already exists ('brie-1.0-py3-none-any.whl', with blake2_256 hash" in said


def test_skip_existing_is_kept_by_twine_for_its_own_index(index, token, machine, built):
    """twine takes this option for PyPI alone since 6.2; here uploads can be repeated without it."""
    said = upload(machine, index, "--skip-existing", *built.iterdir(), password=token, code=1)
    assert "UnsupportedConfiguration" in said


@pytest.mark.parametrize(
    "user, password",
    [("__token__", "cheeseboard-AgEPc29tZXRoaW5nIGVsc2U"), ("__token__", "no token"),
     ("alice", "wrong"), ("mallory", "correct horse battery")],
)
def test_wrong_credentials_are_refused_in_words(index, machine, dist, user, password):
    said = upload(
        machine, index, wheel(dist, "brie", "1.0"), user=user, password=password, code=1)
    assert "403 Forbidden" in said
    assert "Invalid or non-existent authentication information" in said


def test_the_settings_of_a_person_are_enough(index, token, machine, built):
    (machine.home / ".pypirc").write_text(
        "[distutils]\nindex-servers = cheeseboard\n\n[cheeseboard]\n"
        f"repository = {index.upload}\nusername = __token__\npassword = {token}\n"
    )
    machine.run(
        "twine", "twine", "upload", "--non-interactive", "-r", "cheeseboard", *built.iterdir())
