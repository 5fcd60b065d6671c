"""An index for people with browsers: reached under a name, as passkeys demand, and sending mails to files.

`content` fills it: a function of the server, which does not run yet, and of the port on which it is to run in the end.
"""

import re
import socket

import received_mails
from cheeseboard_server import Cheeseboard
from person import Person

PASSWORD = "a ripe old cheddar 1887"


class SiteIndex:
    """A running index, its mails, and the people who use it."""

    def __init__(self, folder, chromium, content=None, **settings):
        self.port = free_port()
        # Authenticators know a site by its name: an address of numbers is none.
        self.base = f"http://localhost:{self.port}"
        self.server = Cheeseboard(folder / "index", settings={
            "site.url": self.base,
            # Tries to sign in are counted by address: every window has one of its own.
            "proxy.trusted": "127.0.0.1,::1", **settings})
        self.mails = received_mails.Mailbox(self.server)
        self._chromium = chromium
        self._people = []
        folder.mkdir(parents=True, exist_ok=True)
        try:
            if content:
                content(self.server, self.port)
            else:
                self.server.start(self.port)
        except BaseException:
            self.server.stop()
            raise

    def first_link(self):
        """The link that the server prints while there is no administrator."""
        return re.search(re.escape(self.base) + r"/setup/\S+", self.server.log_text())[0]

    def person(self, name=None, **window):
        """Somebody with a browser window that the index has not seen."""
        number = len(self._people) + 1
        person = Person(
            self._chromium, self.base, name, address=f"192.0.2.{number}", **window)
        person.mails = self.mails
        person.email = f"{name}@index.example"
        person.password = PASSWORD
        self._people.append(person)
        return person

    def close(self):
        for person in self._people:
            person.close()
        self.server.stop()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
