/// Whether a wheel's compatibility tags are true of the native code inside.
package struct TagReport: Codable, Sendable, Equatable {
    /// The tags of the file name, expanded and sorted: `cp312-cp312-manylinux_2_17_x86_64`.
    package var claimed: [String]
    /// The best platform tag that the content allows, as auditwheel would name it; `any` for a wheel
    /// without native code; nil where the content allows none or more than one machine.
    @Nullable package var computed: String?
    /// Whether every claimed tag holds.
    package var truthful: Bool
    /// The reasons for `computed` and for each tag that does not hold, each a sentence.
    package var why: [String]

    /// Tags and their truth.
    package init(claimed: [String], computed: String?, truthful: Bool, why: [String]) {
        self.claimed = claimed
        self.computed = computed
        self.truthful = truthful
        self.why = why
    }
}
