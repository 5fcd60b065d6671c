"""flit: a module published and installed back."""

import pytest


@pytest.fixture
def project(machine):
    folder = machine.folder / "edam"
    folder.mkdir()
    (folder / "edam.py").write_text('"""A round cheese."""\n\n__version__ = "0.1.0"\nwax = "red"\n')
    (folder / "pyproject.toml").write_text(
        """
[build-system]
requires = ["flit_core>=3.2,<5"]
build-backend = "flit_core.buildapi"

[project]
name = "edam"
authors = [{name = "Alice", email = "alice@index.example"}]
dynamic = ["version", "description"]
""")
    return folder


def publish(machine, index, project, user="__token__", password="", code=0):
    return machine.run(
        "flit", "flit", "publish", "--no-use-vcs", cwd=project, code=code, env={
            "FLIT_INDEX_URL": index.upload, "FLIT_USERNAME": user, "FLIT_PASSWORD": password})


def test_a_module_is_published_and_installed(index, token, machine, project):
    said = publish(machine, index, project, password=token)
    assert "Package is at" in said or "Uploading" in said
    python = machine.venv()
    machine.pip("--python", python, "install", "--index-url", index.simple, "edam")
    assert machine.says(python, "import edam; print(edam.wax)") == "red"


def test_user_and_password_publish(index, machine, project):
    publish(machine, index, project, user="alice", password="correct horse battery")


def test_a_changed_file_is_refused_in_words(index, token, machine, project):
    publish(machine, index, project, password=token)
    (project / "edam.py").write_text('"""A round cheese."""\n\n__version__ = "0.1.0"\nwax = "black"\n')
    said = publish(machine, index, project, password=token, code=None)
    assert "File already exists" in said


def test_wrong_credentials_are_refused_in_words(index, machine, project):
    said = publish(machine, index, project, password="cheeseboard-wrong", code=None)
    assert "Invalid or non-existent authentication information" in said
