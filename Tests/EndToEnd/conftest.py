"""Fixtures of the end-to-end tests: a running index with a user and a token."""

import pytest

import clients
import distributions
from cheeseboard_server import Cheeseboard
from postgres_server import PostgresServer


@pytest.fixture
def make_server(tmp_path):
    """Makes indexes that are neither set up nor running; every one is stopped in the end."""
    indexes = []

    def make(name="index", settings=None, database=None):
        index = Cheeseboard(tmp_path / name, settings=settings, database=database)
        indexes.append(index)
        return index

    yield make
    for index in indexes:
        index.stop()


@pytest.fixture
def make_index(make_server):
    """Makes running indexes with the user alice; every one is stopped in the end."""

    def make(name="index", settings=None, database=None):
        index = make_server(name, settings, database)
        index.add_user()
        return index.start()

    return make


@pytest.fixture
def index(make_index):
    """A running private index."""
    return make_index()


@pytest.fixture
def token(index):
    """A token with which alice uploads."""
    return index.token()


@pytest.fixture
def machine(tmp_path):
    """A machine without settings, on which the clients run."""
    return clients.Machine(tmp_path / "machine")


@pytest.fixture
def dist(tmp_path):
    """A folder for distributions."""
    folder = tmp_path / "dist"
    folder.mkdir()
    return folder


@pytest.fixture
def publish(index, token):
    """Uploads files to the index without a client, and demands that it takes them."""

    def upload(*paths):
        answer = distributions.publish(index, *paths, token=token)
        assert answer.status_code == 200, answer.text
        return answer

    return upload


@pytest.fixture(scope="session")
def postgres():
    """A PostgreSQL server of the tests' own."""
    server = PostgresServer()
    yield server
    server.stop()


@pytest.fixture(params=["sqlite", "postgres"])
def database(request):
    """None for SQLite, then the URL of an empty PostgreSQL database."""
    if request.param == "sqlite":
        return None
    return request.getfixturevalue("postgres").new_database()


def pytest_report_header(config):
    versions = ", ".join(f"{name} {version}" for name, version in clients.installed().items())
    return f"clients: {versions or 'none yet'}"
