// The mails about a user's addresses and about the account as a whole.

extension Mail {
    private static let notYou =
        "If this was not you, somebody else uses your account: change your password at once and "
        + "write to those who run the site."

    /// To a new address: the link that proves that mail to it arrives.
    package static func verifyEmail(_ address: EmailAddress, secret: String) -> Mail {
        Mail(
            "verify-email", "Verify your e-mail address",
            ["Open the link and confirm, and \(shown(address.text)) is verified for your account."],
            link: .verifyEmail(secret),
            advice: "If you did not ask for this, do nothing: without the link nothing happens.")
    }

    /// To the owner of an address with which somebody tried to register.
    package static func alreadyRegistered(_ occasion: MailOccasion) -> Mail {
        Mail(
            "already-registered", "You have an account already",
            [
                "Somebody gave this address for another account. It is verified for yours and stays "
                    + "yours alone. If it was you, sign in to the one that you have; if its password "
                    + "is lost, ask for a new one."
            ],
            details: occasion.details, link: .requestReset,
            advice: "If it was somebody else, do nothing: they learned nothing about your account.")
    }

    /// To every address: one more was added.
    package static func emailAdded(_ address: EmailAddress, _ occasion: MailOccasion) -> Mail {
        Mail(
            "email-added", "An e-mail address was added to your account",
            ["\(shown(address.text)) was added to your account. It counts once it is verified."],
            details: occasion.details, link: .account, advice: notYou)
    }

    /// To every other address: one more counts.
    package static func emailVerified(_ address: EmailAddress, _ occasion: MailOccasion) -> Mail {
        Mail(
            "email-verified", "An e-mail address was verified for your account",
            [
                "\(shown(address.text)) was verified for your account: notices about the account's "
                    + "safety go there as well, and it can become the primary address."
            ],
            details: occasion.details, link: .account, advice: notYou)
    }

    /// To every address, the removed one too.
    package static func emailRemoved(_ address: EmailAddress, _ occasion: MailOccasion) -> Mail {
        Mail(
            "email-removed", "An e-mail address was removed from your account",
            [
                "\(shown(address.text)) was removed from your account. For 24 months it still gets "
                    + "notices about the account's safety."
            ],
            details: occasion.details, link: .account, advice: notYou)
    }

    /// To every address, the old primary one and the new one among them.
    package static func primaryChanged(
        from old: EmailAddress, to new: EmailAddress, _ occasion: MailOccasion
    ) -> Mail {
        Mail(
            "primary-changed", "Your primary e-mail address was changed",
            [
                "The primary address of your account was \(shown(old.text)) and is now "
                    + "\(shown(new.text))."
            ],
            details: occasion.details, link: .account, advice: notYou)
    }

    /// To a user whom those who run the site have shut out.
    package static func accountFrozen(reason: String?, at moment: Timestamp) -> Mail {
        var details = [MailDetail("When", moment.mailText)]
        if let reason { details.append(MailDetail("Reason", reason)) }
        return Mail(
            "account-frozen", "Your account was frozen",
            [
                "Those who run the site have frozen your account: nobody can sign in to it, its "
                    + "sessions have ended, and its tokens do nothing. Your projects stay as they are."
            ],
            details: details, advice: "Write to those who run the site if this is a mistake.")
    }

    /// To a user who may come back in.
    package static func accountUnfrozen(at moment: Timestamp) -> Mail {
        Mail(
            "account-unfrozen", "Your account can be used again",
            ["Your account is no longer frozen. Sign in as before; its tokens work again."],
            details: [MailDetail("When", moment.mailText)], link: .account)
    }

    /// To every address: the account goes, and how it comes back.
    package static func accountDeleted(
        restorableUntil end: Timestamp, secret: String, _ occasion: MailOccasion
    ) -> Mail {
        Mail(
            "account-deleted", "Your account was deleted",
            [
                "Your account was deleted. Until \(end.mailText) it can be brought back by the "
                    + "link; after that it is gone for good, and its name stays unused."
            ],
            details: occasion.details, link: .restoreAccount(secret),
            advice: "If you did not delete it, bring it back now and change your password.")
    }

    /// To every address: the account is back.
    ///
    /// The actor is named where it was not the user.
    package static func accountRestored(
        by actor: String? = nil, _ occasion: MailOccasion
    ) -> Mail {
        Mail(
            "account-restored", "Your account is back",
            [
                "Your account was brought back. Its sessions and tokens were not: make new ones.",
                "Addresses and second factors that were added in the weeks before it was deleted "
                    + "are gone, addresses that were removed then are back, and a passkey is asked "
                    + "after the password.",
            ],
            details: detail("By", actor) + occasion.details, link: .account, advice: notYou)
    }
}
