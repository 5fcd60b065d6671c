"""Mail that goes out: to a real mail server, encrypted and signed in, and into a folder."""

import email
import email.policy
import re
import socket
import stat

import pytest
import requests

import page_forms
from cheeseboard_server import wait_until
from mail_server import PASSWORD, USER, MailServer, free_port
from stored_data import StoredData

ADDRESS = "brie@index.example"


@pytest.fixture
def serve_mail(tmp_path):
    servers = []

    def serve(**options):
        server = MailServer(tmp_path, **options)
        servers.append(server)
        return server

    yield serve
    for server in servers:
        server.stop()


def settings(server, scheme="smtp", user=USER, **more):
    who = f"{user}@" if user else ""
    base = {
        "mail.smtp": f"{scheme}://{who}localhost:{server.port}",
        "mail.from": "Käse <index@mail.example>",
        "mail.authorities": server.certificate,
    }
    if user:
        base["mail.smtpPassword"] = PASSWORD
    return base | more


def try_mail(index, address=ADDRESS):
    return index.command("mail", "test", address, check=False)


@pytest.mark.parametrize("scheme", ["smtp", "smtps"])
def test_a_mail_goes_out_encrypted_and_signed_in(make_server, serve_mail, scheme):
    server = serve_mail(from_start=scheme == "smtps")
    done = try_mail(make_server(settings=settings(server, scheme)))
    assert (done.returncode, done.stdout) == (0, "sent\n"), done.stderr
    (envelope, mail), = server.mails
    assert envelope.mail_from == "index@mail.example"
    assert envelope.rcpt_tos == [ADDRESS]
    assert mail["from"].addresses[0].display_name == "Käse"
    assert mail["auto-submitted"] == "auto-generated"
    assert mail.get_body(("plain",)).get_content().startswith("This is a mail")
    assert server.greeting_names == ["mail.example"]
    assert server.were_encrypted == [True]


def test_the_password_may_be_in_a_file(make_server, serve_mail, tmp_path):
    server = serve_mail()
    (tmp_path / "password").write_text(PASSWORD + "\n")
    chosen = settings(server, **{"mail.smtpPasswordFile": tmp_path / "password"})
    del chosen["mail.smtpPassword"]
    assert try_mail(make_server(settings=chosen)).returncode == 0
    assert len(server.mails) == 1


def test_nothing_is_said_in_the_clear_unless_the_settings_allow_it(make_server, serve_mail):
    server = serve_mail(encrypted=False, signing_in=False)
    done = try_mail(make_server(settings=settings(server, user=None)))
    assert done.returncode == 2 and server.mails == []
    for allowed in ("opportunistic", "off"):
        chosen = settings(server, user=None, **{"mail.encryption": allowed})
        assert try_mail(make_server(settings=chosen)).returncode == 0
    assert server.were_encrypted == [False, False]


def test_opportunistic_encryption_is_used_where_offered(make_server, serve_mail):
    server = serve_mail()
    chosen = settings(server, **{"mail.encryption": "opportunistic"})
    assert try_mail(make_server(settings=chosen)).returncode == 0
    assert server.were_encrypted == [True]


def test_a_server_that_nobody_vouches_for_gets_nothing(make_server, serve_mail):
    server = serve_mail()
    chosen = settings(server)
    del chosen["mail.authorities"]
    done = try_mail(make_server(settings=chosen))
    assert done.returncode == 2 and server.mails == []


def test_a_wrong_password_is_told_and_never_shown(make_server, serve_mail):
    server = serve_mail()
    done = try_mail(make_server(settings=settings(server, **{"mail.smtpPassword": "swordfish"})))
    assert done.returncode == 2 and server.mails == []
    assert "swordfish" not in done.stdout + done.stderr


def test_a_refused_recipient_is_final_and_a_busy_server_is_not(make_server, serve_mail):
    server = serve_mail(
        recipient_answers=["550 5.1.1 no such user here", "451 4.3.0 come again"],
        answers=["451 4.3.0 busy", "554 5.7.1 looks like spam"])
    index = make_server(settings=settings(server))
    done = try_mail(index)
    assert done.returncode == 1 and "550 5.1.1 no such user here" in done.stderr
    assert try_mail(index).returncode == 2
    done = try_mail(index)
    assert done.returncode == 2 and "451" in done.stderr
    assert try_mail(index).returncode == 1
    assert try_mail(index).returncode == 0
    assert len(server.mails) == 1


def test_a_server_that_is_not_there_is_no_refusal(make_server, serve_mail):
    server = serve_mail()
    chosen = settings(server, **{"mail.smtp": f"smtp://{USER}@localhost:{free_port()}"})
    assert try_mail(make_server(settings=chosen)).returncode == 2


def test_a_server_that_hangs_is_given_up(make_server, serve_mail):
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        server = serve_mail()
        chosen = settings(server, **{
            "mail.smtp": f"smtp://{USER}@localhost:{silent.getsockname()[1]}",
            "mail.timeoutSeconds": "2",
        })
        assert try_mail(make_server(settings=chosen)).returncode == 2
    hanging = serve_mail(hangs=True)
    chosen = settings(hanging, **{"mail.timeoutSeconds": "3"})
    assert try_mail(make_server(settings=chosen)).returncode == 2


@pytest.mark.parametrize("address", ["a@b.example\r\nRCPT TO:<x@y.example>", "a b@c.example", "<a@b.example>"])
def test_an_address_is_one_address(make_server, serve_mail, address):
    server = serve_mail()
    assert try_mail(make_server(settings=settings(server)), address).returncode == 2
    assert server.connections == 0


def test_without_a_mail_server_a_mail_is_a_file_of_its_owner(make_server):
    index = make_server()
    done = try_mail(index)
    path = re.fullmatch(r"written to (.+/mails/.+\.eml)\n", done.stdout).group(1)
    mails = index.folder / "mails"
    assert [str(each) for each in mails.iterdir()] == [path]
    assert stat.S_IMODE(mails.stat().st_mode) == 0o700
    file, = mails.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.SMTP)
    assert mail["to"] == ADDRESS
    assert [part.get_content_type() for part in mail.walk()] == [
        "multipart/alternative", "text/plain", "text/html"]


def ask_for_a_new_password(index, name="alice"):
    visitor = requests.Session()
    page = visitor.get(index.url + "/account/request-password-reset/", timeout=30)
    form = page_forms.form(page, "/request-password-reset/")
    assert page_forms.send(visitor, form, name=name).status_code == 200


def test_a_mail_waits_for_a_server_that_is_away_and_arrives_once(make_index, serve_mail):
    away = serve_mail()
    index = make_index(settings=settings(away))
    away.stop()
    ask_for_a_new_password(index)

    def tried_once():
        return re.search(r"^\s*(\d+)\s+send-mail\s+ready\s+1 tries", index.command("jobs").stdout, re.M)

    assert wait_until(tried_once, 30), index.command("jobs").stdout
    job = tried_once()[1]
    assert re.search(r"alice@index\.example\s+password-reset\s+waits", index.command("mail").stdout)

    server = serve_mail(port=away.port)
    # The running server tries again by itself, after 40 seconds that nobody wants to wait for.
    StoredData(index).query("UPDATE jobs SET run_after = 0 WHERE kind = 'send-mail' AND state = 'ready'")
    assert wait_until(lambda: server.mails, 30), index.command("jobs").stdout
    assert wait_until(lambda: index.command("jobs").stdout == "", 30)
    assert re.search(r"password-reset\s+sent", index.command("mail").stdout)
    # Not even where the job runs a second time.
    index.command("jobs", "retry", job)
    assert wait_until(lambda: index.command("jobs").stdout == "", 30)
    assert away.mails == []
    (envelope, mail), = server.mails
    assert envelope.rcpt_tos == ["alice@index.example"]
    assert "/account/reset-password/?token=" in mail.get_body(("plain",)).get_content()


def test_without_a_mail_server_the_log_names_the_file_of_each_mail(make_index):
    index = make_index()
    ask_for_a_new_password(index)

    def named():
        return re.findall(r"\(password-reset\) was written to (\S+\.eml)", index.log_text())

    assert wait_until(named, 30), index.log_text()
    path, = (index.folder / "mails").glob("*.eml")
    assert named() == [str(path)]
    mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.SMTP)
    assert mail["to"] == "alice@index.example"


@pytest.mark.parametrize("change, complaint", [
    ({"mail.from": None}, "mail.from"),
    ({"mail.smtp": "smtp://index:swordfish@localhost"}, "mail.smtpPassword"),
    ({"mail.smtp": "http://localhost"}, "smtp://"),
    ({"mail.smtp": "smtp://localhost"}, "needs a user"),
    ({"mail.smtpPasswordFile": "/nowhere/at/all", "mail.smtpPassword": None}, "there is no file"),
    ({"mail.from": "a@b@c"}, "not an address"),
])
def test_settings_that_cannot_work_are_told_at_once(make_server, serve_mail, change, complaint):
    chosen = settings(serve_mail()) | change
    chosen = {key: value for key, value in chosen.items() if value is not None}
    done = try_mail(make_server(settings=chosen))
    assert done.returncode == 2 and complaint in done.stderr
    assert "swordfish" not in done.stderr
