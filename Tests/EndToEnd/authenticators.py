"""What people prove themselves with: an app that shows codes, and a key in the browser."""

import time

import pyotp


class CodeApp:
    """An authenticator app, whose codes an index takes once each."""

    PERIOD = 30

    def __init__(self, secret):
        self._codes = pyotp.TOTP(secret.replace(" ", ""))
        self._last_step = 0

    @property
    def secret(self):
        return self._codes.secret

    def code(self):
        """A code that was not used yet, at most one step off; waits for one where all are used."""
        while True:
            now = int(time.time()) // self.PERIOD
            # A code that is about to grow too old is not begun with.
            oldest = now - 1 if time.time() % self.PERIOD < self.PERIOD - 5 else now
            step = max(oldest, self._last_step + 1)
            if step <= now + 1:
                self._last_step = step
                return self._codes.at(step * self.PERIOD)
            time.sleep(0.2)

    def last_code(self):
        """The code that was given last, once more."""
        return self._codes.at(self._last_step * self.PERIOD)


class BrowserKey:
    """The browser's virtual authenticator on one page; it says yes to everything."""

    def __init__(self, page, is_passkey=True):
        self._session = page.context.new_cdp_session(page)
        self._session.send("WebAuthn.enable")
        self._id = self._session.send("WebAuthn.addVirtualAuthenticator", {"options": {
            "protocol": "ctap2", "transport": "internal" if is_passkey else "usb",
            "hasResidentKey": is_passkey, "hasUserVerification": is_passkey,
            "isUserVerified": is_passkey, "automaticPresenceSimulation": True,
        }})["authenticatorId"]

    def credentials(self):
        """What it holds, as the browser tells it."""
        answer = self._session.send("WebAuthn.getCredentials", {"authenticatorId": self._id})
        return answer["credentials"]

    def take_over(self, credentials):
        """Takes credentials of another one, as passkeys that are synchronised do."""
        for credential in credentials:
            self._session.send("WebAuthn.addCredential", {
                "authenticatorId": self._id, "credential": credential})

    def remove(self):
        self._session.send(
            "WebAuthn.removeVirtualAuthenticator", {"authenticatorId": self._id})
