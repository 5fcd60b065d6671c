// The mails about passwords, second factors, devices and sessions.

extension Mail {
    private static let notYou =
        "If this was not you, somebody else uses your account: change your password at once, look "
        + "through your second factors and tokens, and write to those who run the site."

    /// To a user who asked for it: the link to a new password.
    package static func passwordReset(secret: String, _ occasion: MailOccasion) -> Mail {
        Mail(
            "password-reset", "Choose a new password",
            [
                "Somebody, most likely you, asked for a new password for your account. The link "
                    + "works once, for a few hours, and no longer after you have signed in."
            ],
            details: occasion.details, link: .resetPassword(secret),
            advice: "If you did not ask, do nothing: your password stays as it is.")
    }

    /// To an address that is not verified, for which somebody asked for a new password.
    package static func passwordResetUnverified(_ occasion: MailOccasion) -> Mail {
        Mail(
            "password-reset-unverified", "No new password by this address",
            [
                "Somebody asked for a new password with this address. It was never verified, and "
                    + "a new password is sent to verified addresses only. Ask with one of those, "
                    + "or write to those who run the site."
            ],
            details: occasion.details,
            advice: "If you did not ask, do nothing: the account's password stays as it is.")
    }

    /// To every address: the password is another.
    package static func passwordChanged(_ occasion: MailOccasion) -> Mail {
        Mail(
            "password-changed", "Your password was changed",
            ["The password of your account was changed. Your other sessions have ended."],
            details: occasion.details, link: .account, advice: notYou)
    }

    /// A second factor, as mails name it.
    package enum SecondFactor: Sendable, Hashable {
        /// An app that shows six digits.
        case authenticator
        /// A security key by its label.
        case securityKey(String)
        /// A passkey by its label.
        case passkey(String)

        var text: String {
            switch self {
            case .authenticator: "An authenticator app"
            case .securityKey(let label): "The security key '\(Mail.shown(label))'"
            case .passkey(let label): "The passkey '\(Mail.shown(label))'"
            }
        }
    }

    /// To every address: one more way in.
    package static func secondFactorAdded(
        _ factor: SecondFactor, _ occasion: MailOccasion
    ) -> Mail {
        Mail(
            "second-factor-added", "A second factor was added to your account",
            ["\(factor.text) was added to your account. You can sign in with it from now on."],
            details: occasion.details, link: .account, advice: notYou)
    }

    /// To every address: one way in less.
    package static func secondFactorRemoved(
        _ factor: SecondFactor, _ occasion: MailOccasion
    ) -> Mail {
        Mail(
            "second-factor-removed", "A second factor was removed from your account",
            ["\(factor.text) was removed from your account."],
            details: occasion.details, link: .account, advice: notYou)
    }

    /// To every address: there are new recovery codes.
    package static func recoveryCodesMade(_ occasion: MailOccasion) -> Mail {
        Mail(
            "recovery-codes-made", "New recovery codes for your account",
            [
                "New recovery codes were made for your account. Older ones no longer work once one "
                    + "of the new ones was typed back."
            ],
            details: occasion.details, link: .account, advice: notYou)
    }

    /// To every address: somebody came in by a recovery code.
    package static func recoveryCodeUsed(remaining: Int, _ occasion: MailOccasion) -> Mail {
        Mail(
            "recovery-code-used", "A recovery code was used",
            [
                "A recovery code was used to sign in to your account. "
                    + (remaining == 1 ? "One code is left." : "\(remaining) codes are left.")
            ],
            details: occasion.details, link: .account, advice: notYou)
    }

    /// To one verified address: a sign-in from a device not seen before waits for a yes.
    package static func deviceConfirmation(secret: String, _ occasion: MailOccasion) -> Mail {
        Mail(
            "device-confirmation", "Confirm your sign-in from a new device",
            [
                "Somebody with your password and your second factor signs in from a device that "
                    + "your account has not seen. If it is you, open the link on that device. "
                    + "Somebody who asks you for this link wants to steal your account."
            ],
            details: occasion.details, link: .confirmSignIn(secret),
            advice: "If it is not you, do not open it: change your password now.")
    }

    /// To every address: somebody signed in from a device not seen before.
    package static func newDevice(_ occasion: MailOccasion) -> Mail {
        Mail(
            "new-device", "A sign-in from a new device",
            ["Your account was signed in to from a device that it had not seen before."],
            details: occasion.details, link: .account, advice: notYou)
    }

    /// To every address: all sessions have ended.
    package static func sessionsEnded(_ occasion: MailOccasion) -> Mail {
        Mail(
            "sessions-ended", "You were signed out everywhere",
            ["All sessions of your account were ended, on every device."],
            details: occasion.details, link: .account, advice: notYou)
    }
}
