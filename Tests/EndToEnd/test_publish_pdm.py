"""pdm: a project published, and installed from this index as a project's source."""

import pytest

from clients import Client

PROJECT = """
[project]
name = "{name}"
version = "0.1.0"
description = "A cheese"
authors = [{{name = "Alice", email = "alice@index.example"}}]
requires-python = ">=3.8"
dependencies = []

[build-system]
requires = ["pdm-backend"]
build-backend = "pdm.backend"
"""


@pytest.fixture
def project(machine):
    folder = machine.folder / "cheddar"
    (folder / "src" / "cheddar").mkdir(parents=True)
    (folder / "src" / "cheddar" / "__init__.py").write_text("age = 18\n")
    (folder / "pyproject.toml").write_text(PROJECT.format(name="cheddar"))
    return folder


def pdm(machine, *words, cwd, code=0, **env):
    return machine.run("pdm", "pdm", *words, cwd=cwd, code=code, env=env)


def build(machine, project):
    pdm(machine, "use", "-f", Client("pdm").python, cwd=project)
    pdm(machine, "build", "--no-isolation", cwd=project)


def publish(machine, index, project, *words, user="__token__", password, code=0):
    return pdm(
        machine, "publish", "--no-build", "--repository", index.upload, *words, cwd=project,
        code=code, PDM_PUBLISH_USERNAME=user, PDM_PUBLISH_PASSWORD=password)


def log(machine):
    """What pdm keeps to itself: the words of a refusal go to a file that it names."""
    return "".join(path.read_text() for path in machine.home.rglob("pdm-publish-*.log"))


def test_a_project_is_published_and_installed_from_the_index_as_a_source(
    index, token, machine, project
):
    build(machine, project)
    publish(machine, index, project, password=token)

    shop = machine.folder / "shop"
    shop.mkdir()
    (shop / "pyproject.toml").write_text(
        '[project]\nname = "shop"\nversion = "0"\nrequires-python = ">=3.11"\n'
        '[tool.pdm]\ndistribution = false\n'
        f'[[tool.pdm.source]]\nname = "pypi"\nurl = "{index.simple}"\nverify_ssl = true\n')
    machine.uv("venv", "--quiet", shop / ".venv")
    pdm(machine, "add", "cheddar", cwd=shop)
    assert machine.says(shop / ".venv" / "bin" / "python", "import cheddar; print(cheddar.age)") == "18"


def test_a_changed_file_is_refused_in_words_and_can_be_skipped(index, token, machine, project):
    build(machine, project)
    publish(machine, index, project, password=token)
    publish(machine, index, project, password=token)
    (project / "src" / "cheddar" / "__init__.py").write_text("changed = True\n")
    build(machine, project)
    said = publish(machine, index, project, password=token, code=None)
    assert "409 Conflict" in said
    assert "File already exists" in log(machine)
    publish(machine, index, project, "--skip-existing", password=token)


def test_user_and_password_publish(index, machine, project):
    build(machine, project)
    publish(machine, index, project, user="alice", password="correct horse battery")


def test_wrong_credentials_are_refused_in_words(index, machine, project):
    build(machine, project)
    said = publish(machine, index, project, password="cheeseboard-wrong", code=None)
    assert "403 Forbidden" in said
    assert "Invalid or non-existent authentication information" in log(machine)
