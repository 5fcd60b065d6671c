"""Installing with uv: into an environment, and as a project's dependency with a lock file."""

import datetime
import hashlib
import time

from distributions import publish as upload
from distributions import sdist, wheel


def test_a_wheel_and_what_it_needs_are_installed(make_index, machine, dist):
    index = make_index(settings={"log.level": "info"})
    upload(
        index, wheel(dist, "brie", "1.0", requires=["camembert>=2"]),
        wheel(dist, "camembert", "2.1"), wheel(dist, "camembert", "3.0rc1"), token=index.token())
    python = machine.venv()
    machine.uv("pip", "install", "--python", python, "--default-index", index.simple, "Brie")
    assert machine.says(python, "import brie, camembert; print(camembert.__version__)") == "2.1"
    read = [path.rpartition("/")[2] for _, path, _ in index.requests("GET")]
    assert "brie-1.0-py3-none-any.whl.metadata" in read


def test_a_local_version_is_found_in_its_address(index, publish, machine, dist):
    publish(wheel(dist, "brie", "1.0+raw.milk"))
    python = machine.venv()
    machine.uv("pip", "install", "--python", python, "--default-index", index.simple, "brie")
    assert machine.says(python, "import brie; print(brie.__version__)") == "1.0+raw.milk"


def test_files_newer_than_a_moment_are_left_out(index, publish, machine, dist):
    publish(wheel(dist, "brie", "1.0"))
    time.sleep(1.1)
    between = datetime.datetime.now(datetime.UTC)
    time.sleep(1.1)
    publish(wheel(dist, "brie", "2.0"))

    def newest(moment):
        stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        python = machine.venv(f"venv-{stamp}")
        machine.uv(
            "pip", "install", "--python", python, "--default-index", index.simple, "brie",
            "--exclude-newer", stamp)
        return machine.says(python, "import brie; print(brie.__version__)")

    assert newest(between) == "1.0"
    assert newest(between + datetime.timedelta(days=1)) == "2.0"
    before = (between - datetime.timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    said = machine.uv(
        "pip", "install", "--python", machine.venv(), "--default-index", index.simple, "brie",
        "--exclude-newer", before, code=1)
    assert "No solution found" in said


def test_a_project_adds_locks_and_syncs(index, publish, machine, dist):
    file = wheel(dist, "brie", "1.0", requires=["camembert"])
    publish(file, wheel(dist, "camembert", "2.1"), sdist(dist, "camembert", "2.1"))
    shop = machine.folder / "shop"
    machine.uv("init", "--bare", "--no-workspace", shop)
    env = {"UV_DEFAULT_INDEX": index.simple}
    machine.uv("add", "brie", cwd=shop, env=env)
    lock = (shop / "uv.lock").read_text()
    assert hashlib.sha256(file.read_bytes()).hexdigest() in lock
    assert f"size = {file.stat().st_size}" in lock
    assert "upload-time = " in lock
    machine.uv("sync", "--locked", "--reinstall", "--no-cache", cwd=shop, env=env)
    python = shop / ".venv" / "bin" / "python"
    assert machine.says(python, "import camembert; print(camembert.__version__)") == "2.1"
    machine.uv("lock", "--check", "--refresh", cwd=shop, env=env)


def test_hashes_are_demanded_and_compared(index, publish, machine, dist):
    file = wheel(dist, "brie", "1.0")
    publish(file)
    wanted = machine.folder / "requirements.txt"
    install = [
        "pip", "install", "--python", machine.venv(), "--default-index", index.simple,
        "--require-hashes", "-r", wanted]
    wanted.write_text(f"brie==1.0 --hash=sha256:{'0' * 64}\n")
    assert "Hash mismatch" in machine.uv(*install, code=None)
    wanted.write_text(
        f"brie==1.0 --hash=sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}\n")
    machine.uv(*install)


def test_a_yanked_release_is_only_for_who_asks_for_it(index, publish, machine, dist):
    publish(wheel(dist, "brie", "1.0"), wheel(dist, "brie", "1.1"))
    index.command("project", "yank", "brie", "1.1", "--reason", "smells of ammonia")
    python = machine.venv()
    install = ["pip", "install", "--python", python, "--default-index", index.simple]
    machine.uv(*install, "brie")
    assert machine.says(python, "import brie; print(brie.__version__)") == "1.0"
    said = machine.uv(*install, "brie==1.1")
    assert "smells of ammonia" in said


def test_a_second_upload_shows_at_once(index, publish, machine, dist):
    """uv keeps pages in its cache; what it keeps must be checked again."""
    python = machine.venv()
    install = ["pip", "install", "--python", python, "--default-index", index.simple, "--upgrade"]
    for version in ["1.0", "1.1", "1.2"]:
        publish(wheel(dist, "brie", version))
        machine.uv(*install, "brie")
        assert machine.says(python, "import brie; print(brie.__version__)") == version
