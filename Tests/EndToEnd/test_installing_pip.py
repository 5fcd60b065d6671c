"""Installing with pip, in its newest release and in the oldest one that reads metadata files."""

import hashlib

import pytest

from distributions import publish as upload
from distributions import sdist, wheel

pytestmark = pytest.mark.parametrize("version", ["pip", "pip-23.2"])


def test_a_wheel_and_what_it_needs_are_installed(index, publish, machine, dist, version):
    publish(
        wheel(dist, "brie", "1.0", requires=["camembert>=2", 'gouda; extra == "hard"'],
              extras=["hard"]),
        wheel(dist, "camembert", "1.9"), wheel(dist, "camembert", "2.1"),
        wheel(dist, "camembert", "3.0rc1"), wheel(dist, "gouda", "1.0"),
    )
    python = machine.venv()
    machine.pip(
        "--python", python, "install", "--index-url", index.simple, "Brie[hard]", version=version)
    assert machine.says(python, "import brie, camembert, gouda; print(camembert.__version__)") == "2.1"


def test_metadata_files_are_read_before_wheels(make_index, machine, dist, version):
    index = make_index(settings={"log.level": "info"})
    token = index.token()
    upload(
        index, wheel(dist, "brie", "1.0", requires=["camembert<2"]), wheel(dist, "camembert", "1.0"),
        wheel(dist, "camembert", "2.0"), token=token)
    machine.pip(
        "install", "--dry-run", "--target", machine.folder / "t", "--index-url", index.simple,
        "--ignore-installed", "brie", version=version)
    read = [path.rpartition("/")[2] for _, path, status in index.requests("GET") if status == 200]
    assert "brie-1.0-py3-none-any.whl.metadata" in read
    assert "camembert-2.0-py3-none-any.whl" not in read


def test_versions_are_listed(index, publish, machine, dist, version):
    publish(*(wheel(dist, "brie", each) for each in ["1.0", "1.10", "1.9", "2.0rc1"]))
    said = machine.pip("index", "versions", "--index-url", index.simple, "brie", version=version)
    assert "Available versions: 1.10, 1.9, 1.0\n" in said


def test_only_binary_passes_source_distributions_over(index, publish, machine, dist, version):
    publish(wheel(dist, "brie", "1.0"), sdist(dist, "brie", "2.0"))
    target = machine.folder / "wheelhouse"
    machine.pip(
        "download", "--only-binary", ":all:", "--index-url", index.simple, "-d", target, "brie",
        version=version)
    assert [path.name for path in target.iterdir()] == ["brie-1.0-py3-none-any.whl"]


def test_a_python_that_is_too_old_gets_an_older_release(index, publish, machine, dist, version):
    publish(wheel(dist, "brie", "1.0"), wheel(dist, "brie", "2.0", requires_python=">=3.99"))
    python = machine.venv()
    machine.pip("--python", python, "install", "--index-url", index.simple, "brie", version=version)
    assert machine.says(python, "import brie; print(brie.__version__)") == "1.0"


def test_hashes_are_demanded_and_compared(index, publish, machine, dist, version):
    file = wheel(dist, "brie", "1.0")
    publish(file)
    wanted = machine.folder / "requirements.txt"
    install = ["install", "--index-url", index.simple, "--require-hashes", "-r", wanted]
    python = machine.venv()
    wanted.write_text(f"brie==1.0 --hash=sha256:{'0' * 64}\n")
    said = machine.pip("--python", python, *install, version=version, code=None)
    assert "THESE PACKAGES DO NOT MATCH THE HASHES" in said
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    wanted.write_text(f"brie==1.0 --hash=sha256:{digest}\n")
    machine.pip("--python", python, *install, version=version)
    assert machine.says(python, "import brie; print(brie.__version__)") == "1.0"


def test_a_local_version_is_found_in_its_address(index, publish, machine, dist, version):
    publish(wheel(dist, "brie", "1.0+raw.milk"), wheel(dist, "brie", "1.0"))
    python = machine.venv()
    machine.pip("--python", python, "install", "--index-url", index.simple, "brie", version=version)
    assert machine.says(python, "import brie; print(brie.__version__)") == "1.0+raw.milk"


def test_a_yanked_release_is_only_for_who_asks_for_it(index, publish, machine, dist, version):
    publish(wheel(dist, "brie", "1.0"), wheel(dist, "brie", "1.1"))
    index.command("project", "yank", "brie", "1.1", "--reason", "smells <of> \"ammonia\"")
    python = machine.venv()
    install = ["--python", python, "install", "--index-url", index.simple]
    machine.pip(*install, "brie", version=version)
    assert machine.says(python, "import brie; print(brie.__version__)") == "1.0"
    said = machine.pip(*install, "brie==1.1", version=version)
    assert 'smells <of> "ammonia"' in said
    assert machine.says(python, "import brie; print(brie.__version__)") == "1.1"


def test_the_settings_of_a_person_are_enough(index, publish, machine, dist, version):
    publish(wheel(dist, "brie", "1.0"))
    env = {"PIP_CONFIG_FILE": ""}
    machine.pip(
        "config", "--user", "set", "global.index-url", index.simple, version=version, env=env)
    said = machine.pip("download", "-d", machine.folder, "brie", version=version, env=env)
    assert f"Looking in indexes: {index.simple}" in said


def test_what_is_not_there_is_not_found(index, machine, version):
    said = machine.pip("download", "--index-url", index.simple, "nothing", version=version, code=1)
    assert "No matching distribution found for nothing" in said
