"""Where the rows of `site_pages.py` are looked at: two indexes, and what has to be there first."""

import account_steps as accounts
import browser
import project_steps as projects
import site_content
from site_index import SiteIndex


class Places:
    """The index with made-up projects, and one that is new and closed, and lets everybody register."""

    def __init__(self, folder, chromium):
        self._chromium = chromium
        self._windows = {}
        self._things = {}
        self.filled = SiteIndex(folder / "filled", chromium, _fill, **site_content.SETTINGS)
        try:
            self.new = SiteIndex(
                folder / "new", chromium,
                **{"access.read": "authenticated", "accounts.registration": "open"})
        except BaseException:
            self.filled.close()
            raise

    def close(self):
        for window in self._windows.values():
            window.close()
        self.new.close()
        self.filled.close()

    def thing(self, make):
        """What a function makes, made when it is asked for first."""
        if make not in self._things:
            self._things[make] = make(self)
        return self._things[make]

    def visit(self, page, scheme="light", width="wide", javascript=True):
        """Looks at a page, however it is reached."""
        index = self.new if page.is_new else self.filled
        for need in page.needs:
            self.thing(need)
        if page.step:
            person = index.person(page.user, scheme=scheme, width=width, javascript=javascript)
            if page.user:
                accounts.sign_in(person)
            page.step(self, person)
            return browser.Visit(person.page, person.watch, person.close)
        path = self.thing(page.path) if callable(page.path) else page.path
        window = (index.base, page.user, scheme, width, javascript)
        if window not in self._windows:
            self._windows[window] = browser.Visitor(self._chromium, *window)
        return self._windows[window].visit(path, page.status)

    # What has to be there

    def member(self, name, has_app=False):
        """Somebody with an account, recovery codes and, if wanted, an app and a security key."""
        self.filled.server.add_user(name, site_content.PASSWORD, admin=False)
        person = self.filled.person(name)
        accounts.sign_in(person)
        accounts.make_recovery_codes(person)
        if has_app:
            accounts.add_app(person)
            accounts.add_key(person, "The key ring", is_passkey=False)
        return person

    def mailed(self, address, subject, path):
        """The path of a link in a mail."""
        return self.filled.mails.take(address, subject).link(path).removeprefix(self.filled.base)


def _fill(server, port):
    site_content.fill(server, port, [*site_content.PROJECTS, site_content.CELLAR_BOOK])


def setup_link(places):
    return places.new.first_link().removeprefix(places.new.base)


def newcomer(places):
    """The user nell of the new index."""
    places.new.server.add_user("nell", site_content.PASSWORD, admin=False)


def gus(places):
    """Has recovery codes, and nothing that is asked for when signing in."""
    return places.member("gus")


def dora(places):
    return places.member("dora", has_app=True)


def emil(places):
    return places.member("emil", has_app=True)


def invitation(places):
    """One that gus has not answered."""
    places.thing(gus)
    alma = places.filled.person("alma")
    accounts.sign_in(alma)
    alma.open("/manage/project/rind/collaboration/").fill("User name", "gus")
    alma.choose("Role", "Maintainer")
    alma.press("Invite").must_see("Open invitations")


def verification_link(places):
    """Of an address that bo adds."""
    bo = places.filled.person("bo")
    accounts.sign_in(bo)
    bo.open("/manage/account/emails/").fill("E-mail", "bo-two@index.example")
    bo.press("Add the address")
    return places.mailed("bo-two@index.example", "verify", "/account/verify-email/")


def reset_link(places):
    """For casey, who signs in nowhere: that would end it."""
    casey = places.filled.person("casey")
    ask_for_a_new_password(places, casey)
    return places.mailed(casey.email, "choose a new password", "/account/reset-password/")


def restore_link(places):
    """For ida, who deletes her account."""
    places.filled.server.add_user("ida", site_content.PASSWORD, admin=False)
    ida = places.filled.person("ida")
    accounts.sign_in(ida)
    ida.open("/manage/account/").follow("Delete the account")
    ida.fill("Type your user name", ida.name)
    ida.fill("Password", ida.password)
    ida.press("Delete the account")
    return places.mailed(ida.email, "account was deleted", "/account/restore/")


# Steps to a page that no address alone leads to


def ask_for_a_new_password(places, person):
    person.open("/account/login/").follow("Forgotten your password?")
    person.fill("User name or e-mail", person.name or "nobody")
    person.press("Send the link").must_see("Look into your mail")


def begin_with_a_passkey(places, person):
    person.open("/account/login/").press("Sign in with a passkey")


def enter_a_password(places, person):
    """Of somebody with two second factors, who are asked for them."""
    person.name = places.thing(dora).name
    accounts.enter_password(person)


def open_the_mail_to_a_new_browser(places, person):
    emil_before = places.thing(emil)
    person.name = emil_before.name
    accounts.enter_password(person)
    person.follow("Use a recovery code")
    # A code of the app is taken once, and the next one is half a minute away.
    person.fill("Recovery code", emil_before.recovery_codes.pop())
    person.press("Go on").must_see("Look into your mail")
    person.open(places.mailed(emil_before.email, "confirm your sign-in", "/account/confirm-login/"))


def begin_with_a_security_key(places, person):
    person.open("/manage/account/two-factor/").press("Add a passkey")


def make_recovery_codes(places, person):
    person.open("/manage/account/recovery-codes/generate/").fill("Password", person.password)
    person.press("Make recovery codes")


def begin_to_prove_recovery_codes(places, person):
    make_recovery_codes(places, person)
    person.follow("I have kept them")


def make_a_token(places, person):
    projects.ask_for_token(person, f"laptop of {person.address}")
