/// One machine's code in a native file.
package struct SliceReport: Codable, Sendable, Equatable {
    /// The machine: `x86_64`, `aarch64`, `armv7l`, `i686`, `ppc64le`, `s390x`, `riscv64`, `arm64`,
    /// `win32`, `win_amd64`, `win_arm64`, or the number that the format gives it.
    package var machine: String
    /// What the header says it is: `executable`, `shared-library`, `object`, `debug-companion` or
    /// `other`.
    package var kind: String
    /// Every fact by its name; each name stands in each slice.
    package var facts: [String: FactReport]

    /// A slice with its facts.
    package init(machine: String, kind: String, facts: [String: FactReport]) {
        self.machine = machine
        self.kind = kind
        self.facts = facts
    }
}
