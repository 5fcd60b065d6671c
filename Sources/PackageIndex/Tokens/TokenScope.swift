/// What a token may be used for.
package enum TokenScope: String, Sendable, Hashable, CaseIterable {
    /// Publishing files.
    case upload
    /// Reading where reading is not open to everyone.
    case read
    /// Changing projects: yanking, deleting, archiving.
    case manage
}
