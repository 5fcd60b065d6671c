"""Accounts in a browser: signing in by every way there is, and everything that can be lost and found."""

import re

import pytest

import account_steps as steps
import browser
from site_index import SiteIndex

NEW_PASSWORD = "seven goats upon a hill"


@pytest.fixture(scope="module")
def chromium():
    with browser.chromium() as running:
        yield running


@pytest.fixture(scope="module")
def index(chromium, tmp_path_factory):
    index = SiteIndex(
        tmp_path_factory.mktemp("accounts"), chromium, **{"accounts.registration": "open"})
    steps.make_first_administrator(index.person("alma"), index)
    yield index
    index.close()


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def window(request):
    return {"javascript": request.param}


@pytest.fixture
def member(index, request):
    """Makes somebody with an account, a verified address, recovery codes and an app."""
    made = []

    def make(name, **window):
        person = index.person(name, **window)
        made.append(person)
        steps.register(person)
        steps.make_recovery_codes(person)
        steps.add_app(person)
        return person

    yield make
    for person in made:
        person.close()


def named(name, window):
    """A name for each of the two runs."""
    return name if window["javascript"] else f"{name}-plain"


def elsewhere(index, person, **window):
    """The same person in another browser, with nothing but what they know."""
    other = index.person(person.name, **window)
    other.password, other.app, other.recovery_codes = person.password, person.app, person.recovery_codes
    return other


def test_a_code_on_a_new_device_is_confirmed_by_mail(index, member, window):
    bo = member(named("bo", window), **window)
    other = elsewhere(index, bo, **window)
    steps.enter_password(other)
    other.fill("Code", other.app.last_code())
    other.press("Go on", status=403)
    other.must_see("used already")
    other.fill("Code", other.app.code())
    other.press("Go on")
    other.must_see("Look into your mail")
    link = index.mails.take(bo.email, "confirm your sign-in").link("/account/confirm-login/")
    # The link is of use in the browser alone that began.
    index.person("thief").open(link, status=403).must_see("another browser")
    other.open(link).must_see(bo.name).press("Yes, sign me in")
    assert not other.has_link("Sign in")
    index.mails.take(bo.email, "new device")
    other.open(link, status=403)
    # From now on the browser is known.
    steps.sign_out(other)
    steps.sign_in(other)


def test_a_recovery_code_works_once(index, member):
    cleo = member("cleo")
    steps.sign_out(cleo)
    code = cleo.recovery_codes.pop()
    steps.enter_password(cleo)
    cleo.follow("Use a recovery code")
    cleo.fill("Recovery code", code.upper())
    cleo.press("Go on")
    assert not cleo.has_link("Sign in")
    index.mails.take(cleo.email, "recovery code was used")
    steps.sign_out(cleo)
    steps.enter_password(cleo)
    cleo.follow("Use a recovery code")
    cleo.fill("Recovery code", code)
    cleo.press("Go on", status=403)


def test_a_passkey_alone_signs_in(index, member):
    dora = member("dora")
    key = steps.add_key(dora, "The phone")
    index.mails.take(dora.email, "second factor was added")
    steps.sign_out(dora)
    dora.open("/account/login/?next=/manage/account/security/").press("Sign in with a passkey")
    dora.press("Use a passkey")
    assert dora.path == "/manage/account/security/"
    # In another browser that has the passkey by way of its owner's other devices.
    other = elsewhere(index, dora)
    other.key().take_over(key.credentials())
    other.open("/account/login/").press("Sign in with a passkey").press("Use a passkey")
    assert not other.has_link("Sign in")
    index.mails.take(dora.email, "new device")


def test_a_security_key_is_a_second_factor(index, member):
    emil = member("emil")
    steps.add_key(emil, "The key ring", is_passkey=False)
    steps.sign_out(emil)
    steps.enter_password(emil)
    emil.press("Use a security key")
    assert not emil.has_link("Sign in")
    emil.open("/manage/account/two-factor/").press("Remove The key ring")
    emil.must_not_see("The key ring")


def test_what_is_mistyped_or_says_no_is_told_on_the_page(index):
    nora = index.person("nora")
    steps.register(nora)
    steps.make_recovery_codes(nora, mistyping=True)
    steps.add_app(nora, mistyping=True)
    nora.open("/manage/account/two-factor/").press("Add a passkey")
    nora.fill("Label", "None")
    # A key that cannot be a passkey.
    key = nora.key(is_passkey=False)
    nora.press_here("Add it")
    nora.page.get_by_role("alert").wait_for()
    key.remove()


def test_a_lost_password_is_reset_by_mail(index, member, window):
    fay = member(named("fay", window), **window)
    steps.sign_out(fay)
    answers = []
    for name in (fay.email, "nobody@index.example", fay.name):
        fay.open("/account/login/").follow("Forgotten your password?")
        fay.fill("User name or e-mail", name)
        fay.press("Send the link")
        answers.append(fay.text)
    assert len(set(answers)) == 1
    # By address and by name: the newer link is the good one.
    older, newer = (
        index.mails.take(fay.email, "choose a new password").link("/account/reset-password/") for _ in range(2))
    fay.open(older, status=403)
    link = newer
    assert index.mails.waiting() == [] or all(
        "nobody" not in mail.recipient for mail in index.mails.waiting())
    fay.open(link).fill("New password", "fayfayfayfay")
    fay.press("Set the password", status=400)
    fay.fill("New password", NEW_PASSWORD)
    fay.press("Set the password")
    steps.enter_password(fay, status=403)
    fay.password = NEW_PASSWORD
    fay.open(link, status=403)
    # Known browsers are forgotten as well.
    steps.enter_password(fay)
    fay.fill("Code", fay.app.code())
    fay.press("Go on").must_see("Look into your mail")


def test_what_is_dangerous_asks_for_the_password_again(index, member, window):
    gus = member(named("gus", window), **window)
    forget_proof(index, gus)
    gus.open("/manage/account/emails/")
    assert gus.path.startswith("/account/reauthenticate/")
    gus.fill("Password", "not the password")
    gus.press("Confirm", status=403)
    gus.fill("Password", gus.password)
    gus.press("Confirm")
    assert gus.path == "/manage/account/emails/"
    # A form that was open for too long leads back to its page, not to nowhere.
    gus.fill("E-mail", "gus-two@index.example")
    forget_proof(index, gus)
    gus.press("Add the address").fill("Password", gus.password)
    gus.press("Confirm")
    assert gus.path == "/manage/account/emails/"


def forget_proof(index, person):
    """Makes the person's last proof an hour old."""
    import sqlite3

    with sqlite3.connect(index.server.folder / "cheeseboard.sqlite", timeout=30) as database:
        database.execute(
            "UPDATE sessions SET proven_at = proven_at - 3600000000 WHERE user_id ="
            " (SELECT id FROM users WHERE name = ?)", (person.name,))


def test_sessions_are_listed_and_ended(index, member, window):
    hal = member(named("hal", window), **window)
    others = []
    for _ in range(2):
        other = elsewhere(index, hal, **window)
        steps.enter_password(other)
        other.fill("Code", other.app.code())
        other.press("Go on")
        other.open(index.mails.take(hal.email, "confirm your sign-in").link("/confirm-login/"))
        other.press("Yes, sign me in")
        others.append(other)
    hal.open("/manage/account/security/").must_see("This one")
    rows = hal.page.locator("tbody").first.locator("tr")
    assert rows.count() == 3
    hal.press(re.compile("^End it for "), at=others[0].address)
    assert hal.page.locator("tbody").first.locator("tr").count() == 2
    others[0].open("/manage/account/")
    assert others[0].path.startswith("/account/login/")
    others[1].open("/manage/account/")
    hal.press("End all others")
    others[1].open("/manage/account/")
    assert others[1].path.startswith("/account/login/")
    hal.open("/manage/account/")


def test_an_account_is_deleted_and_brought_back(index, member, window):
    ida = member(named("ida", window), **window)
    ida.open("/manage/account/").follow("Delete the account")
    ida.fill("Type your user name", "somebody")
    ida.fill("Password", ida.password)
    ida.press("Delete the account", status=400)
    ida.fill("Type your user name", ida.name)
    ida.fill("Password", ida.password)
    ida.press("Delete the account")
    assert ida.has_link("Sign in")
    steps.enter_password(ida, status=403)
    link = index.mails.take(ida.email, "account was deleted").link("/account/restore/")
    ida.open(link).fill("New password", NEW_PASSWORD)
    ida.press("Bring it back")
    ida.password = NEW_PASSWORD
    # The app went: whoever deleted the account may have added it.
    steps.enter_password(ida)
    assert not ida.has_link("Sign in")


def test_addresses_come_and_go(index, member, window):
    jo = member(named("jo", window), **window)
    second = f"second-{jo.name}@index.example"
    jo.open("/manage/account/emails/").fill("E-mail", second)
    jo.press("Add the address")
    index.mails.take(jo.email, "address was added")
    steps.verify_address(jo, second)
    jo.open("/manage/account/emails/").press(f"Make primary {second}")
    index.mails.take(jo.email, "primary")
    index.mails.take(second, "primary")
    jo.press(f"Remove {jo.email}")
    index.mails.take(jo.email, "address was removed")
    # Who takes an owner's address away does not silence the owner.
    jo.open("/manage/account/").follow("Password")
    jo.fill("Present password", jo.password)
    jo.fill("New password", NEW_PASSWORD)
    jo.press("Change the password")
    index.mails.take(jo.email, "password was changed")
    index.mails.take(second, "password was changed")
