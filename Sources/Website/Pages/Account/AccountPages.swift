import PackageIndex

/// What the page of one's own account shows.
struct AccountPage {
    let userName: String
    let fullName: String
    let email: String
    let isVerified: Bool
    let madeAt: ShownTime
    let isProtected: Bool
    let recoveryCodes: Int
    var problem: String?

    /// Shows the name that was typed, where one was, rather than the one that is kept.
    init(
        _ user: User, _ emails: [EmailEntry], _ factors: SecondFactors, typedName: String? = nil,
        problem: String? = nil
    ) {
        userName = user.name
        fullName = typedName ?? user.fullName ?? ""
        email = user.email
        isVerified = emails.contains { $0.isPrimary && $0.isVerified }
        madeAt = ShownTime(user.createdAt)
        isProtected = !factors.isEmpty
        recoveryCodes = factors.recoveryCodesLeft
        self.problem = problem
    }
}

/// What the page of addresses shows.
struct EmailsPage {
    struct Entry {
        let id: Int64
        let address: String
        let isPrimary: Bool
        let isVerified: Bool
        let isPublic: Bool
        /// Whether it can become the primary one.
        let canLead: Bool
    }

    let entries: [Entry]
    /// What was typed as an address to add.
    let newAddress: String
    var problem: String?

    init(_ emails: [EmailEntry], newAddress: String, problem: String? = nil) {
        self.newAddress = newAddress
        entries = emails.map { email in
            Entry(
                id: email.id, address: email.address, isPrimary: email.isPrimary,
                isVerified: email.isVerified, isPublic: email.isPublic,
                canLead: email.isVerified && !email.isPrimary)
        }
        self.problem = problem
    }
}

/// What a page with a single form of an account shows.
struct AccountFormPage {
    var userName = ""
    /// The projects that stand in the way of deletion.
    var projects: [String] = []
    var hasProjects = false
    /// Where the link goes that brings a deleted account back.
    var addresses: [String] = []
    var hasAddresses = false
    var problem: String?
}

/// What the page of second factors shows.
struct FactorsPage {
    struct Key {
        let uid: String
        let label: String
        let kind: String
        let addedAt: ShownTime
        let usedAt: ShownTime?
    }

    let hasAuthenticator: Bool
    /// Whether an address has to be verified before anything can be added.
    let needsAddress: Bool
    let hasCodes: Bool
    let codesLeft: Int
    let keys: [Key]
    let hasKeys: Bool
    /// Whether browsers make keys for the name under which the site was reached.
    let takesKeys: Bool

    init(_ factors: SecondFactors, _ emails: [EmailEntry], at party: RelyingParty) {
        needsAddress = !emails.hasVerified
        takesKeys = party.isNamed
        hasAuthenticator = factors.hasAuthenticator
        codesLeft = factors.recoveryCodesLeft
        hasCodes = codesLeft > 0
        keys = factors.keys.map { key in
            Key(
                uid: key.uid, label: key.label, kind: key.isPasskey ? "Passkey" : "Security key",
                addedAt: ShownTime(key.createdAt), usedAt: key.lastUsedAt.map(ShownTime.init))
        }
        hasKeys = !keys.isEmpty
    }
}

/// What the page that sets up an authenticator app shows.
struct AuthenticatorPage {
    let secret: String
    /// The secret in groups of four, as people type it.
    let grouped: String
    /// The picture for the app.
    let picture: String
    /// What the picture says, for an app on the device that shows the page.
    let address: String
    var problem: String?

    init(_ secret: AuthenticatorSecret, user: User, issuer: String, problem: String? = nil) {
        self.secret = secret.text
        var grouped = ""
        for (place, character) in secret.text.enumerated() {
            if place > 0, place % 4 == 0 { grouped += " " }
            grouped.append(character)
        }
        self.grouped = grouped
        address = secret.address(account: user.name, issuer: issuer)
        picture = QRCode(address)?.svg(label: "The secret for an authenticator app") ?? ""
        self.problem = problem
    }
}

/// What the page that adds a security key or passkey shows.
struct SecurityKeyPage {
    let isPasskey: Bool
    let title: String
    /// What the authenticator is offered, as JSON.
    let offer: String
    var label = ""
    var problem: String?

    init(_ offer: CredentialOffer, label: String = "", problem: String? = nil) {
        isPasskey = offer.isForPasskey
        title = isPasskey ? "Add a passkey" : "Add a security key"
        self.offer = offer.json
        self.label = label
        self.problem = problem
    }
}

/// What the pages of recovery codes show.
struct RecoveryCodesPage {
    var codes: [String] = []
    var hasCodes = false
    var codesLeft = 0
    var problem: String?
}
