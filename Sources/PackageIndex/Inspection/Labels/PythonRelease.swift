/// A minor release of Python, such as 3.9.
package struct PythonRelease: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The first number.
    package let major: Int
    /// The second number.
    package let minor: Int

    /// The first release that had a stable ABI.
    static let firstStableABI = PythonRelease(major: 3, minor: 2)
    /// The first release whose stable ABI also holds for builds without the lock (PEP 803).
    static let firstFreeThreadedStableABI = PythonRelease(major: 3, minor: 15)

    /// The release of two numbers.
    package init(major: Int, minor: Int) {
        self.major = major
        self.minor = minor
    }

    /// Reads `3.9`.
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let major = Int(parts[0]), let minor = Int(parts[1]),
            major >= 0, minor >= 0
        else { return nil }
        self.init(major: major, minor: minor)
    }

    /// Reads digits without a dot, as in `39` and `312`; nil for a major version alone.
    init?(compact text: some StringProtocol) {
        guard text.utf8.count >= 2, text.utf8.allSatisfy({ (48...57).contains($0) }),
            let major = Int(text.prefix(1)), let minor = Int(text.dropFirst())
        else { return nil }
        self.init(major: major, minor: minor)
    }

    /// Reads the Python part of a CPython tag, as in `cp39`.
    init?(tag: some StringProtocol) {
        guard tag.hasPrefix("cp") else { return nil }
        self.init(compact: tag.dropFirst(2))
    }

    package var description: String { "\(major).\(minor)" }

    package static func < (left: PythonRelease, right: PythonRelease) -> Bool {
        (left.major, left.minor) < (right.major, right.minor)
    }
}
