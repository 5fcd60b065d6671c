"""Fixtures of the end-to-end tests: a running index with a user and a token."""

import pytest

from cheeseboard_server import Cheeseboard


@pytest.fixture
def make_index(tmp_path):
    """Makes running indexes with the user alice; every one is stopped in the end."""
    indexes = []

    def make(name="index", settings=None, database=None):
        index = Cheeseboard(tmp_path / name, settings=settings, database=database)
        index.add_user()
        indexes.append(index)
        return index.start()

    yield make
    for index in indexes:
        index.stop()


@pytest.fixture
def index(make_index):
    """A running private index."""
    return make_index()
