package import Outbound

/// The settings that the index's rules depend on.
package struct IndexSettings: Sendable {
    /// Who may read.
    package enum ReadAccess: String, Sendable, CaseIterable {
        case anonymous, authenticated
    }

    /// Who may make accounts.
    package enum Registration: String, Sendable, CaseIterable {
        case open, closed
    }

    /// Which upload rules hold.
    package var profile: Profile = .private
    /// Who may read pages and files.
    package var readAccess: ReadAccess = .anonymous
    /// Whether user name and password may upload; nil means the profile's own habit.
    package var passwordUpload: Bool?
    /// Whether scripts of other sites may read what tools read; nil means the profile's own habit.
    package var crossOrigin: Bool?
    /// Who may make accounts; nil means the profile's own habit.
    package var registration: Registration?
    /// Whether uploading and managing need a second factor; nil means the profile's own habit.
    package var secondFactor: Bool?
    /// Whether uploading and managing need a verified primary address; nil means the profile's own
    /// habit.
    package var verifiedEmail: Bool?
    /// How much work checking a password is, as the power of two of scrypt's N; tests take less.
    package var passwordWork = 16
    /// The largest file that is taken, in bytes.
    package var maximumFileBytes: Int = 100 << 20
    /// The most that one project's files may take together, in bytes.
    package var maximumProjectBytes: Int = 10 << 30
    /// How long reading everything inside one file may take.
    package var judgingTime: Duration = .seconds(60)
    /// How long a job may look into one published file.
    ///
    /// Large wheels take minutes where much is done. Well below the lease of a job, so that no
    /// second worker begins meanwhile.
    package var inspectionTime: Duration = .seconds(180)
    /// What in native code an upload is refused for; nothing is looked for where nothing is named.
    package var nativeRefusals: Set<NativeFinding.Name> = []
    /// What in native code an upload is warned of.
    package var nativeWarnings: Set<NativeFinding.Name> = []
    /// How long deleted files can be brought back before their bytes go.
    package var deletionGrace: Duration = .seconds(30 * 24 * 3600)
    /// Who sees a new project until its owners say otherwise.
    package var projectVisibility = Visibility.public
    /// How long an invitation to a project stands open.
    package var invitationLifetime: Duration = .seconds(7 * 24 * 3600)
    /// After how long an owner of a project can no longer be put out by another at once.
    package var longStanding: Duration = .seconds(30 * 24 * 3600)
    /// How long such an owner has to object.
    package var objectionTime: Duration = .seconds(7 * 24 * 3600)
    /// How old a blob without a row must be before it counts as an orphan.
    package var orphanGrace: Duration = .seconds(24 * 3600)
    /// Who mails are from.
    package var mailSender = Mailbox.ofThisMachine
    /// What becomes of images in descriptions; nil means the profile's own habit.
    package var shownImages: DescriptionImages?
    /// Whether addresses of projects are looked at; nil means the profile's own habit.
    package var urlVerification: Bool?

    /// How many searches one network may make each second; nil means the profile's own habit.
    package var searchRate: Int?

    /// Where to report what is wrong with the index's security: an address with `mailto:` or
    /// `https:`; nil where nobody has said.
    package var securityContact: String?

    /// The defaults: a private index that anyone who reaches it may read.
    package init() {}

    /// What becomes of images in descriptions: a company's readers are told to no other server.
    package var descriptionImages: DescriptionImages {
        shownImages ?? (profile == .private ? .link : .show)
    }

    /// Whether the server goes to the addresses that projects name, to see if they link back.
    package var verifiesURLs: Bool { urlVerification ?? (profile == .pypi) }

    /// How many searches one network may make each second, and four times as many at once; 0 where
    /// they are not counted: a company reaches its own index from one address.
    package var searchesPerSecond: Int { searchRate ?? (profile == .pypi ? 5 : 0) }

    /// Whether scripts of other sites may read what tools read: in a company's network the browser
    /// of anybody inside would read for a page from outside.
    package var allowsCrossOrigin: Bool { crossOrigin ?? (profile == .pypi) }

    /// Whether user name and password may upload.
    package var allowsPasswordUpload: Bool { passwordUpload ?? (profile == .private) }

    /// Whether anybody may make an account.
    package var allowsRegistration: Bool {
        (registration ?? (profile == .pypi ? .open : .closed)) == .open
    }

    /// Whether uploading and managing need a second factor.
    package var needsSecondFactor: Bool { secondFactor ?? (profile == .pypi) }

    /// Whether uploading and managing need a verified primary address.
    package var needsVerifiedEmail: Bool { verifiedEmail ?? (profile == .pypi) }
}
