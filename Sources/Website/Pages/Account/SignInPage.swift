/// What the page for signing in shows.
struct SignInPage {
    var name = ""
    /// Where to go afterwards.
    var next = ""
    /// Whether anybody may make an account.
    var allowsRegistration = false
    /// What was wrong with the form just sent.
    var problem: String?
}

/// What is shown where a second factor is asked.
struct SecondFactorPage {
    var hasAuthenticator = false
    /// What a security key is asked, as JSON; nil where there is none.
    var keyRequest: String?
    var problem: String?
}

/// What the page of a passkey or a recovery code shows.
struct FactorPage {
    /// What the passkey is asked, as JSON.
    var request = ""
    var problem: String?
}

/// Something that is said and leads nowhere.
struct SaidPage {
    let title: String
    let lead: String
}

/// What a mailed link is for, before it is done.
struct LinkPage {
    let title: String
    let lead: String
    /// The address of the form, without the prefix.
    let path: String
    let button: String
    /// The link's secret, which the form carries on.
    let token: String
    /// Whether a new password is asked.
    var asksPassword = false
    /// The name for which a password manager keeps it.
    var userName = ""
    var problem: String?
}

/// What the page for a new account shows.
struct RegisterPage {
    var name = ""
    var fullName = ""
    var email = ""
    var problem: String?
}
