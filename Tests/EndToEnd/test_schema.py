"""A database that another version of the program made."""

from raw_http import page, upload
from small_distributions import wheel
from stored_data import StoredData


def test_a_newer_schema_is_refused(make_index, database):
    index = make_index(database=database)
    assert upload(index, index.token(), wheel("kept")).status == 200
    assert index.stop() == 0
    data = StoredData(index)
    data.query("INSERT INTO schema_migrations (position, name) "
               "SELECT max(position) + 1, 'step-of-tomorrow' FROM schema_migrations")
    for words in (["serve", "--port", "0"], ["user", "list"], ["verify"]):
        done = index.command(*words, check=False)
        assert done.returncode == 2, done
        assert "newer than this program" in done.stderr and "step-of-tomorrow" in done.stderr
        assert done.stdout == ""
    data.query("DELETE FROM schema_migrations WHERE name = 'step-of-tomorrow'")
    index.start()
    assert page(index, "kept")["versions"] == ["1.0"]


def test_a_schema_of_another_program_is_refused(make_index, database):
    index = make_index(database=database)
    assert index.stop() == 0
    StoredData(index).query("UPDATE schema_migrations SET name = 'of-another-program' WHERE position = ("
                            "SELECT min(position) FROM schema_migrations)")
    done = index.command("serve", "--port", "0", check=False)
    assert done.returncode == 2
    assert "of-another-program" in done.stderr
