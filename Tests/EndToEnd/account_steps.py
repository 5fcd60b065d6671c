"""What people do with their accounts, step by step, on the pages of the site."""

from authenticators import CodeApp


def make_first_administrator(person, index):
    """By the link that the server prints."""
    person.open(index.first_link())
    person.fill("User name", person.name)
    person.fill("E-mail", person.email)
    person.fill("Password", person.password)
    person.press("Make the account")
    person.must_see(person.name)
    # The link works once.
    index.person("burglar").open(index.first_link(), status=403).must_not_see("Make the account")
    return person


def register(person):
    """Makes an account, which signs in at once, and verifies its address."""
    person.open("/").follow("Sign in").follow("Create one")
    person.fill("User name", person.name)
    person.fill("E-mail", person.email)
    # Browsers hold back what is too short, but not what everybody uses.
    person.fill("Password", "passwordpassword")
    person.press("Create the account", status=400)
    assert person.page.get_by_label("User name").input_value() == person.name
    person.fill("Password", person.password)
    person.press("Create the account")
    person.must_see("not verified")
    verify_address(person)
    return person


def verify_address(person, address=None):
    """Opens the mailed link and confirms: opening alone does nothing."""
    address = address or person.email
    link = person.mails.take(address, "verify").link("/account/verify-email/")
    person.open(link).must_see(address)
    person.open("/manage/account/emails/").must_see("Not verified")
    person.open(link).press("Verify the address")
    person.open(link, status=403)


def make_recovery_codes(person, mistyping=False):
    """Makes recovery codes and proves that they were kept."""
    person.open("/manage/account/two-factor/")
    person.follow("Make recovery codes", at="Recovery codes")
    person.fill("Password", person.password)
    person.press("Make recovery codes")
    codes = person.page.locator("main li code").all_inner_texts()
    assert len(set(codes)) == 8
    person.follow("I have kept them")
    if mistyping:
        person.fill("Recovery code", "0123 4567 89ab cdef")
        person.press("Go on", status=403)
    person.fill("Recovery code", codes[0])
    person.press("Go on")
    person.must_see("7 left")
    person.recovery_codes = codes[1:]


def add_app(person, mistyping=False):
    """Sets an authenticator app up; its secret is read off the page as text."""
    person.open("/manage/account/two-factor/").follow("Set up an authenticator app")
    assert person.page.locator("figure svg").is_visible()
    person.app = CodeApp(person.page.locator("main p code").inner_text())
    if mistyping:
        person.fill("Code", "000000")
        person.press("Set it up", status=403)
    person.fill("Code", person.app.code())
    person.press("Set it up")
    person.must_see("An app shows a code for each sign-in")


def add_key(person, label, is_passkey=True):
    """Adds a passkey or a security key of the browser."""
    kind = "passkey" if is_passkey else "security key"
    key = person.key(is_passkey)
    person.open("/manage/account/two-factor/").press(f"Add a {kind}")
    person.fill("Label", label)
    person.press("Add it")
    person.must_see(label)
    return key


def sign_out(person):
    """By the menu in the header, which opens without scripts."""
    menu = person.page.locator("header summary", has_text=person.name)
    menu.click()
    person.press("Sign out")
    assert person.has_link("Sign in")


def enter_password(person, password=None, status=200):
    """The first page of signing in."""
    person.open("/account/login/")
    person.fill("User name", person.name)
    person.fill("Password", password or person.password)
    person.press("Sign in", at="Password", status=status)


def sign_in(person):
    """With password, and with the app where there is one, in a browser that is known."""
    enter_password(person)
    if person.app:
        person.fill("Code", person.app.code())
        person.press("Go on")
    assert not person.has_link("Sign in"), person.text


def prove(person):
    """Shows the password once more where a page asks for it."""
    if person.path.startswith("/account/reauthenticate/"):
        person.fill("Password", person.password)
        person.press("Confirm")
