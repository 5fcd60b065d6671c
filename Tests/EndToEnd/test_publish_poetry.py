"""poetry: a project published, and installed from this index as a project's source."""

import pytest


@pytest.fixture
def project(machine):
    return new(machine, "gouda")


def new(machine, name):
    machine.run("poetry", "poetry", "new", "--no-interaction", name)
    return machine.folder / name


def publish(machine, index, project, *words, user="__token__", password, code=0):
    """Publishes with the address and the credentials in poetry's own settings."""
    settings = [
        ["repositories.cheeseboard", index.upload], ["http-basic.cheeseboard", user, password]]
    if not (machine.home / ".config" / "pypoetry" / "auth.toml").exists():
        for setting in settings:
            machine.run("poetry", "poetry", "config", *setting, cwd=project)
    return machine.run(
        "poetry", "poetry", "publish", "--repository", "cheeseboard", *words, cwd=project, code=code)


def test_a_project_is_published_and_installed_from_the_index_as_a_source(
    index, token, machine, project
):
    (project / "src" / "gouda" / "__init__.py").write_text("age = 12\n")
    said = publish(machine, index, project, "--build", password=token)
    assert "Uploading gouda-0.1.0-py3-none-any.whl" in said
    assert "Uploading gouda-0.1.0.tar.gz" in said

    shop = new(machine, "shop")
    machine.run(
        "poetry", "poetry", "source", "add", "--priority", "primary", "cheeseboard", index.simple,
        cwd=shop)
    machine.run("poetry", "poetry", "add", "gouda", cwd=shop)
    assert machine.says(shop / ".venv" / "bin" / "python", "import gouda; print(gouda.age)") == "12"
    lock = (shop / "poetry.lock").read_text()
    assert 'hash = "sha256:' in lock or "sha256:" in lock


def test_user_and_password_publish(index, machine, project):
    publish(machine, index, project, "--build", user="alice", password="correct horse battery")


def test_a_changed_file_is_refused_in_words_and_can_be_skipped(index, token, machine, project):
    publish(machine, index, project, "--build", password=token)
    publish(machine, index, project, password=token)
    (project / "src" / "gouda" / "__init__.py").write_text("changed = True\n")
    machine.run("poetry", "poetry", "build", cwd=project)
    said = publish(machine, index, project, password=token, code=1)
    assert "409" in said and "File already exists" in said
    said = publish(machine, index, project, "--skip-existing", password=token)
    assert "File exists. Skipping" in said


def test_wrong_credentials_are_refused_in_words(index, machine, project):
    said = publish(machine, index, project, "--build", password="cheeseboard-wrong", code=1)
    assert "403" in said and "Invalid or non-existent authentication information" in said
