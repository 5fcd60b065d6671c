/// The status markers of PEP 792.
package enum ProjectStatus: String, Sendable, CaseIterable {
    /// Takes uploads and is offered.
    case active
    /// No longer takes uploads; still offered.
    case archived
    /// Neither takes uploads nor is offered: it may be harmful.
    case quarantined
    /// Takes uploads and is offered, but its owners advise against it.
    case deprecated

    /// Whether new files are taken.
    package var takesUploads: Bool { self == .active || self == .deprecated }
    /// Whether files are offered.
    package var offersFiles: Bool { self != .quarantined }
}
