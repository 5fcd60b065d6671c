"""Holds the API against its own document: with schemathesis and every check that it has."""

import os
import pathlib
import subprocess
import sys

import openapi_spec_validator
import pytest
import requests

import distributions

HERE = pathlib.Path(__file__).resolve().parent


@pytest.fixture
def stocked(make_server, dist):
    """An index with two public projects and a private one of alice's, and with bob and carol."""
    index = make_server()
    index.add_user("alice", admin=True)
    index.add_user("bob", admin=False)
    index.add_user("carol", admin=False)
    index.start()
    token = index.token()
    for name in ("brie", "comte", "edam"):
        for version in ("1.0", "2.0", "3.0rc1"):
            path = distributions.wheel(dist, name, version, requires=["brie"])
            assert distributions.publish(index, path, token=token).status_code == 200
    owner = index.token("alice", "--scope", "manage", "--scope", "read")
    answer = requests.put(
        index.url + "/api/v1/projects/edam/visibility", json={"visibility": "private"},
        headers={"Authorization": f"Bearer {owner}"}, timeout=60,
    )
    assert answer.status_code == 204, answer.text
    index.owner = owner
    return index


def test_the_document_is_valid_openapi(index):
    document = requests.get(index.url + "/api/v1/openapi.json", timeout=60).json()
    openapi_spec_validator.validate(document)


@pytest.mark.parametrize("caller", ["nobody", "outsider", "owner"])
def test_the_api_does_what_its_document_says(stocked, caller, tmp_path):
    run(stocked, caller, tmp_path, examples=12)


@pytest.mark.long
@pytest.mark.parametrize("seed", [2, 3])
@pytest.mark.parametrize("caller", ["nobody", "outsider", "owner"])
def test_the_api_does_what_its_document_says_with_more_examples(stocked, caller, seed, tmp_path):
    run(stocked, caller, tmp_path, examples=100, seed=seed)


def run(index, caller, folder, examples, seed=1):
    """Runs schemathesis as one of the callers and demands that it finds nothing."""
    environment = {
        **os.environ, "SCHEMATHESIS_HOOKS": "api_schema_hooks", "PYTHONPATH": str(HERE),
        "CHEESEBOARD_INDEX": index.url, "CHEESEBOARD_OWNER": index.owner,
    }
    words = [
        sys.executable, "-m", "schemathesis.cli", "run", index.url + "/api/v1/openapi.json",
        "--checks", "all", "--max-examples", str(examples), "--seed", str(seed),
        "--phases", "examples,coverage,fuzzing,stateful", "--generation-database", "none",
        "--warnings", "off", "--no-color", "--continue-on-failure",
    ]
    if caller != "nobody":
        token = index.owner if caller == "owner" else index.token("bob")
        words += ["--header", f"Authorization: Bearer {token}"]
    done = subprocess.run(
        words, capture_output=True, text=True, env=environment, cwd=folder, timeout=1800)
    assert done.returncode == 0, done.stdout[-20000:] + done.stderr[-4000:]
    assert "Traceback" not in index.log_text()
    assert " failed: " not in index.log_text(), index.log_text()[-4000:]
