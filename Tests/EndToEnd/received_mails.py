"""The mails of an index without a mail server, which it keeps as files."""

import email
import email.policy
import re

from cheeseboard_server import wait_until


class Mail:
    """One mail, read from its file."""

    def __init__(self, path):
        self.path = path
        self._message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        self.recipient = self._message["To"].addresses[0].addr_spec
        self.subject = str(self._message["Subject"])

    @property
    def text(self):
        return self._message.get_body(("plain",)).get_content()

    @property
    def html(self):
        return self._message.get_body(("html",)).get_content()

    def links(self, path):
        """The addresses in it that have this in their path."""
        return [link for link in re.findall(r"https?://\S+", self.text) if path in link]

    def link(self, path):
        """The one address in it that has this in its path."""
        found = self.links(path)
        assert len(found) == 1, f"{self.subject!r} has {found} for {path!r}:\n{self.text}"
        assert found[0] in self.html.replace("&amp;", "&"), "text and HTML lead to different places"
        return found[0]

    def __repr__(self):
        return f"<to {self.recipient}: {self.subject}>"


class Mailbox:
    """All mails of an index, each handed out once."""

    def __init__(self, index):
        self.folder = index.folder / "mails"
        self._taken = set()

    def waiting(self):
        """The mails that nobody took yet, oldest first."""
        paths = sorted(self.folder.glob("*.eml"), key=lambda path: path.stat().st_mtime_ns)
        return [Mail(path) for path in paths if path not in self._taken]

    def take(self, recipient, subject):
        """The oldest mail to an address with these words in its subject; waits for it."""
        found = []

        def is_there():
            found[:] = [
                mail for mail in self.waiting()
                if mail.recipient == recipient and subject.lower() in mail.subject.lower()]
            return found

        assert wait_until(is_there, 15), f"no {subject!r} for {recipient}; there is {self.waiting()}"
        self._taken.add(found[0].path)
        return found[0]

    def take_all(self):
        """Every mail that nobody took yet."""
        mails = self.waiting()
        self._taken.update(mail.path for mail in mails)
        return mails
