"""Who may read and who may upload, as pip, uv and twine meet it."""


import pytest

from distributions import publish as upload
from distributions import wheel

PASSWORD = "correct horse battery"


@pytest.fixture
def closed(make_index, dist):
    """An index that only its users may read, with one release."""
    index = make_index(settings={"access.read": "authenticated", "log.level": "info"})
    upload(index, wheel(dist, "brie", "1.0", requires=["camembert"]),
           wheel(dist, "camembert", "1.0"), token=index.token())
    return index


def with_credentials(index, user, password):
    return f"http://{user}:{password}@{index.address}/simple/"


def install(machine, tool, address, code=0, **options):
    """Installs brie into a new environment and returns what was said."""
    python = machine.venv(f"venv-{tool}")
    if tool == "uv":
        return machine.uv(
            "pip", "install", "--no-cache", "--python", python, "--default-index", address, "brie",
            code=code, **options)
    return machine.pip(
        "--python", python, "install", "-vv", "--no-cache-dir", "--index-url", address, "brie",
        code=code, version=tool, **options)


def assert_closed(index, tool, said, status):
    """pip tells the status only to who asks for more (-vv), and else that it found nothing."""
    assert str(status) in said
    assert tool == "uv" or "No matching distribution found" in said
    told = {answer for _, path, answer in index.requests("GET") if path == "/simple/brie/"}
    assert status in told and told <= {401, status}


TOOLS = pytest.mark.parametrize("tool", ["pip", "pip-23.2", "uv"])


@TOOLS
def test_a_closed_index_asks_and_says_nothing_more(closed, machine, tool):
    said = install(machine, tool, closed.simple, code=1)
    assert_closed(closed, tool, said, 401)


@TOOLS
def test_credentials_in_the_address_open_it(closed, machine, tool):
    install(machine, tool, with_credentials(closed, "__token__", closed.token("alice", "--scope", "read")))


@TOOLS
def test_a_password_in_the_address_opens_it(closed, machine, tool):
    install(machine, tool, with_credentials(closed, "alice", PASSWORD.replace(" ", "%20")))


@TOOLS
def test_credentials_in_netrc_open_it(closed, machine, tool):
    token = closed.token("alice", "--scope", "read")
    netrc = machine.home / ".netrc"
    netrc.write_text(f"machine 127.0.0.1 login __token__ password {token}\n")
    netrc.chmod(0o600)
    install(machine, tool, closed.simple)


@TOOLS
def test_wrong_credentials_do_not_open_it(closed, machine, tool):
    said = install(machine, tool, with_credentials(closed, "alice", "wrong"), code=1)
    assert_closed(closed, tool, said, 401)


@TOOLS
def test_a_token_for_uploads_does_not_read(closed, machine, tool):
    said = install(machine, tool, with_credentials(closed, "__token__", closed.token()), code=1)
    assert_closed(closed, tool, said, 403)


def test_a_token_without_scope_reads_and_uploads(closed, machine, dist):
    token = closed.token("alice", "--scope", "read", "--scope", "upload")
    assert upload(closed, wheel(dist, "gouda", "1.0"), token=token).status_code == 200
    install(machine, "uv", with_credentials(closed, "__token__", token))


def test_poetry_and_pdm_read_a_closed_index(closed, machine):
    token = closed.token("alice", "--scope", "read")
    shop = machine.folder / "shop"
    machine.run("poetry", "poetry", "new", "--no-interaction", "shop")
    machine.run(
        "poetry", "poetry", "source", "add", "--priority", "primary", "closed", closed.simple,
        cwd=shop)
    env = {"POETRY_HTTP_BASIC_CLOSED_USERNAME": "__token__", "POETRY_HTTP_BASIC_CLOSED_PASSWORD": token}
    machine.run("poetry", "poetry", "add", "brie", cwd=shop, env=env)
    assert machine.says(shop / ".venv" / "bin" / "python", "import camembert; print('in')") == "in"

    stall = machine.folder / "stall"
    stall.mkdir()
    (stall / "pyproject.toml").write_text(
        '[project]\nname = "stall"\nversion = "0"\nrequires-python = ">=3.11"\n'
        "[tool.pdm]\ndistribution = false\n"
        f'[[tool.pdm.source]]\nname = "pypi"\n'
        f'url = "http://__token__:${{CHEESE}}@{closed.address}/simple/"\n')
    machine.uv("venv", "--quiet", stall / ".venv")
    machine.run("pdm", "pdm", "add", "brie", cwd=stall, env={"CHEESE": token})
    assert machine.says(stall / ".venv" / "bin" / "python", "import camembert; print('in')") == "in"


def test_uv_publishes_to_a_closed_index_and_checks_first(closed, machine, dist):
    token = closed.token("alice", "--scope", "read", "--scope", "upload")
    file = wheel(dist, "gouda", "1.0")
    words = [
        "publish", "--publish-url", closed.upload, "--check-url",
        with_credentials(closed, "__token__", token), "--token", token, file]
    machine.uv(*words)
    assert "already exists, skipping" in machine.uv(*words)


def test_a_token_for_one_project_uploads_nothing_else(index, dist):
    token = index.token("alice", "--project", "Soft.Brie")
    assert upload(index, wheel(dist, "soft-brie", "1.0"), token=token).status_code == 200
    answer = upload(index, wheel(dist, "gouda", "1.0"), token=token)
    assert answer.status_code == 403
    assert answer.text.startswith(answer.reason)


def test_a_read_token_does_not_upload(index, dist):
    token = index.token("alice", "--scope", "read")
    answer = upload(index, wheel(dist, "gouda", "1.0"), token=token)
    assert answer.status_code == 403


def test_a_stranger_does_not_upload_to_another_s_project(index, dist):
    index.add_user("mallory", admin=False)
    upload(index, wheel(dist, "brie", "1.0"), token=index.token())
    answer = upload(index, wheel(dist, "brie", "1.1"), token=index.token("mallory"))
    assert answer.status_code == 403
    assert "mallory" in answer.reason


def test_a_revoked_token_is_worth_nothing(index, dist):
    token = index.token()
    assert upload(index, wheel(dist, "brie", "1.0"), token=token).status_code == 200
    (row,) = index.command("token", "list", "--user", "alice").stdout.splitlines()
    index.command("token", "revoke", row.split()[0])
    assert "revoked" in index.command("token", "list", "--user", "alice").stdout
    answer = upload(index, wheel(dist, "brie", "1.1"), token=token)
    assert answer.status_code == 403
    assert answer.reason == "Invalid or non-existent authentication information."


def test_a_frozen_user_is_shut_out(index, dist):
    index.add_user("bob", admin=False)
    token = index.token("bob")
    assert upload(index, wheel(dist, "brie", "1.0"), token=token).status_code == 200
    index.command("user", "freeze", "bob")
    assert upload(index, wheel(dist, "brie", "1.1"), token=token).status_code == 403
    index.command("user", "unfreeze", "bob")
    assert upload(index, wheel(dist, "brie", "1.1"), token=token).status_code == 200


def test_an_expired_token_is_worth_nothing(index, dist):
    """The token is of a day; a restriction that ran out a minute ago is put on it offline."""
    import time

    import pypitoken

    token = pypitoken.Token.load(index.token("alice", "--expires-in", "1d"))
    token.restrict(not_before=int(time.time()) - 120, not_after=int(time.time()) - 60)
    answer = upload(index, wheel(dist, "brie", "1.0"), token=token.dump())
    assert answer.status_code == 403


def test_pypitoken_restricts_a_token_offline(index, dist):
    import pypitoken

    token = pypitoken.Token.load(index.token("alice"))
    assert token.prefix == "cheeseboard"
    token.restrict(project_names=["brie"])
    restricted = token.dump()
    assert upload(index, wheel(dist, "brie", "1.0"), token=restricted).status_code == 200
    assert upload(index, wheel(dist, "gouda", "1.0"), token=restricted).status_code == 403


def test_no_credentials_are_challenged(index):
    import requests

    answer = requests.post(index.upload, files={"content": b""}, timeout=30)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Basic ")
