"""hatch: a project published; what is there is found on the page beside the upload address."""

import pytest


@pytest.fixture
def project(machine):
    folder = machine.folder / "feta"
    (folder / "src" / "feta").mkdir(parents=True)
    (folder / "src" / "feta" / "__init__.py").write_text("brine = True\n")
    (folder / "README.md").write_text("# Feta\n")
    (folder / "pyproject.toml").write_text(
        """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "feta"
version = "0.1.0"
readme = "README.md"
requires-python = ">=3.8"
license = "MIT"
""")
    machine.run("hatch", "hatchling", "build", cwd=folder)
    return folder


def publish(machine, index, project, user="__token__", password="", code=0):
    return machine.run(
        "hatch", "hatch", "publish", "--no-prompt", "--repo", index.upload, "--user", user, "--auth",
        password, cwd=project, code=code)


def test_a_project_is_published_once_and_skipped_then(make_index, machine, project):
    index = make_index(settings={"log.level": "info"})
    token = index.token()
    said = publish(machine, index, project, password=token)
    assert said.count("... success") == 2
    said = publish(machine, index, project, password=token)
    assert said.count("... already exists") == 2
    assert ("GET", "/legacy/%2Bsimple/feta/", 200) in index.requests()
    assert index.requests("POST").count(("POST", "/legacy/", 200)) == 2
    python = machine.venv()
    machine.pip("--python", python, "install", "--index-url", index.simple, "feta")
    assert machine.says(python, "import feta; print(feta.brine)") == "True"


def test_user_and_password_publish(index, machine, project):
    publish(machine, index, project, user="alice", password="correct horse battery")


def test_wrong_credentials_are_refused_in_words(index, machine, project):
    said = publish(machine, index, project, password="cheeseboard-wrong", code=None)
    assert "Invalid or non-existent authentication information" in said
