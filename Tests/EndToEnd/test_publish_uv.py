"""uv: a project built with its own backend, published and installed back."""

import pytest


@pytest.fixture
def project(machine):
    """A project of its own; `build` builds it anew."""
    folder = machine.folder / "camembert"
    machine.uv("init", "--lib", "--no-workspace", "--vcs", "none", folder)
    return folder


def build(machine, project):
    machine.uv("build", "--no-index", cwd=project)
    return sorted(str(path) for path in (project / "dist").iterdir() if path.suffix != ".gitignore")


def publish(machine, index, *words, cwd, code=0, **env):
    return machine.uv(
        "publish", "--publish-url", index.upload, *words, cwd=cwd, code=code,
        env={f"UV_PUBLISH_{key.upper()}": value for key, value in env.items()},
    )


def change(project):
    module = project / "src" / "camembert" / "__init__.py"
    module.write_text(module.read_text() + "\nchanged = True\n")


def test_a_token_publishes_and_uv_installs(index, token, machine, project):
    build(machine, project)
    said = publish(machine, index, cwd=project, token=token)
    assert "Publishing 2 files" in said
    python = machine.venv()
    machine.uv("pip", "install", "--python", python, "--default-index", index.simple, "camembert")
    assert machine.says(python, "import camembert; print(camembert.hello())") == (
        "Hello from camembert!")


def test_user_and_password_publish(index, machine, project):
    build(machine, project)
    publish(machine, index, cwd=project, username="alice", password="correct horse battery")


def test_the_same_again_is_fine_and_a_change_is_not(index, token, machine, project):
    build(machine, project)
    publish(machine, index, cwd=project, token=token)
    publish(machine, index, cwd=project, token=token)
    change(project)
    build(machine, project)
    said = publish(machine, index, cwd=project, token=token, code=None)
    assert "File already exists ('camembert-0.1.0" in said
    assert "409" in said


def test_check_url_skips_what_is_there(index, token, machine, project):
    build(machine, project)
    check = ["--check-url", index.simple]
    publish(machine, index, *check, cwd=project, token=token)
    said = publish(machine, index, *check, cwd=project, token=token)
    assert said.count("already exists, skipping") == 2
    change(project)
    build(machine, project)
    said = publish(machine, index, *check, cwd=project, token=token, code=None)
    assert "Local file and index file do not match" in said


def test_an_index_in_the_project_is_enough(index, token, machine, project):
    with open(project / "pyproject.toml", "a") as file:
        file.write(
            f'\n[[tool.uv.index]]\nname = "cheeseboard"\nurl = "{index.simple}"\n'
            f'publish-url = "{index.upload}"\ndefault = true\n')
    build(machine, project)
    words = ["publish", "--index", "cheeseboard"]
    env = {"UV_NO_CONFIG": "0", "UV_PUBLISH_TOKEN": token}
    machine.uv(*words, cwd=project, env=env)
    said = machine.uv(*words, cwd=project, env=env)
    assert said.count("already exists, skipping") == 2


def test_a_wrong_token_is_refused_in_words(index, machine, project):
    build(machine, project)
    said = publish(machine, index, cwd=project, token="cheeseboard-AgEPc29tZXRoaW5n", code=None)
    assert "403" in said
    assert "Invalid or non-existent authentication information" in said


def test_the_address_of_the_index_is_not_for_uploads(index, token, machine, project):
    build(machine, project)
    said = machine.uv(
        "publish", "--publish-url", index.simple, "--token", token, cwd=project, code=None)
    assert "405" in said and "Uploads go to /legacy/" in said
