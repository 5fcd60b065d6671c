"""A mail server of the tests' own, with encryption, passwords and bad days."""

import asyncio
import email
import email.policy
import socket
import ssl
import subprocess

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

USER, PASSWORD = "index", "correct horse: battery?"


def certificate(folder):
    """A certificate for this machine that vouches for itself, one for each folder; its path and its key's."""
    paths = folder / "mail.pem", folder / "mail.key"
    if all(path.exists() for path in paths):
        return paths
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
         "-out", str(paths[0]), "-keyout", str(paths[1])],
        check=True, capture_output=True,
    )
    return paths


class MailServer:
    """Keeps what it is sent; `answers` are given first, one for each mail or recipient."""

    def __init__(self, folder, encrypted=True, from_start=False, signing_in=True, answers=(),
                 recipient_answers=(), hangs=False, port=None):
        self.mails = []
        self.greeting_names = []
        self.were_encrypted = []
        self.answers = list(answers)
        self.recipient_answers = list(recipient_answers)
        self.hangs = hangs
        self.from_start = from_start
        self.connections = 0
        self.certificate, key = certificate(folder)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate, key)
        server = self

        class Quiet(Controller):
            def factory(self):
                server.connections += 1
                return SMTP(
                    server, hostname="mail.example", enable_SMTPUTF8=False,
                    tls_context=context if encrypted and not from_start else None,
                    auth_required=signing_in, auth_require_tls=encrypted and not from_start,
                    authenticator=server.authenticate,
                )

        self.controller = Quiet(
            self, hostname="127.0.0.1", port=port or free_port(),
            ssl_context=context if encrypted and from_start else None,
        )
        self.port = self.controller.port
        # The controller greets itself once to see that it is up.
        self.controller.start()
        self.is_running = True
        self.connections = 0

    @staticmethod
    def authenticate(server, session, envelope, mechanism, data):
        good = isinstance(data, LoginPassword) and (data.login, data.password) == (
            USER.encode(), PASSWORD.encode())
        return AuthResult(success=good, handled=False)

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.recipient_answers:
            return self.recipient_answers.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.hangs:
            await asyncio.sleep(3600)
        if self.answers:
            return self.answers.pop(0)
        self.greeting_names.append(session.host_name)
        self.were_encrypted.append(self.from_start or session.ssl is not None)
        self.mails.append((envelope, email.message_from_bytes(
            envelope.content, policy=email.policy.SMTP)))
        return "250 OK"

    def stop(self):
        if self.is_running:
            self.controller.stop()
        self.is_running = False


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
