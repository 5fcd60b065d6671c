import PythonPackaging

/// What the tags of a wheel mean, in words and as what readers filter by.
struct WheelLabel {
    /// What Python it is for, as in `CPython 3.12`.
    let python: String
    /// What system it is for, as in `Linux x86-64 (glibc 2.17 or newer)`.
    let platform: String
    /// The systems that it runs on, by the values of the filter; empty for any.
    let systems: [System]
    /// The minor versions of Python 3 that its tags name; none for a wheel for all of them, or for
    /// no Python 3 at all.
    let minors: [Int]
    private let reaches: [Reach]

    /// A kind of system that wheels are for, as the filter offers it.
    struct System: Hashable {
        /// The value in addresses: `linux-x86_64`.
        let value: String
        /// What people read.
        let title: String
    }

    /// The versions of Python 3 that a tag is for.
    private enum Reach {
        case every, nothing
        case only(Int)
        case from(Int)

        init(_ tag: String, isForLater: Bool) {
            let digits = tag.dropFirst(2)
            let interpreter = tag.prefix(2)
            guard ["py", "cp", "pp", "ip", "jy"].contains(interpreter), let major = digits.first,
                major.isASCII, major.isNumber
            else {
                // An interpreter that nothing is known of is not said to be the wrong one.
                self = .every
                return
            }
            guard major == "3" else {
                self = .nothing
                return
            }
            let minor = Int(digits.dropFirst().prefix { $0.isASCII && $0.isNumber })
            // A generic tag is for its version and all that follow it (PEP 425).
            let isOpen = isForLater || interpreter == "py"
            self = minor.map { isOpen ? Reach.from($0) : Reach.only($0) } ?? .every
        }

        var minor: Int? {
            switch self {
            case .every, .nothing: nil
            case .only(let minor), .from(let minor): minor
            }
        }

        func includes(_ minor: Int) -> Bool {
            switch self {
            case .every: true
            case .nothing: false
            case .only(let only): only == minor
            case .from(let first): first <= minor
            }
        }
    }

    init(_ wheel: WheelFilename) {
        let platforms = wheel.platforms
        let pythons = wheel.pythonTag.lowercased().split(separator: ".").map(String.init)
        let abis = wheel.abiTag.lowercased()
        let isForLater = abis.split(separator: ".").contains("abi3")
        reaches = pythons.map { Reach($0, isForLater: isForLater) }
        minors = Set(reaches.compactMap(\.minor)).sorted()
        python = Self.python(pythons, abi: abis, isForLater: isForLater)
        let readings = platforms.map(PlatformReading.init)
        platform =
            readings.first.map { first in
                readings.dropFirst().contains { $0.title != first.title }
                    ? readings.map(\.title).reduce(into: [String]()) {
                        if !$0.contains($1) { $0.append($1) }
                    }.joined(separator: ", ") : first.title
            } ?? "unknown"
        systems = readings.flatMap(\.systems).reduce(into: []) {
            if !$0.contains($1) { $0.append($1) }
        }
    }

    /// Whether it can be used on that system, given by its value.
    func fits(system: String) -> Bool {
        system.isEmpty || systems.isEmpty || systems.contains { $0.value == system }
    }

    /// Whether its tags admit that minor version of Python 3.
    func fits(minor: Int?) -> Bool {
        guard let minor else { return true }
        return reaches.contains { $0.includes(minor) }
    }

    private static func python(_ tags: [String], abi: String, isForLater: Bool) -> String {
        let names = tags.map { tag -> String in
            switch tag {
            case "py3": return "Python 3"
            case "py2": return "Python 2"
            default: break
            }
            let digits = tag.dropFirst(2)
            guard let major = digits.first else { return tag }
            let rest = digits.dropFirst()
            let number = rest.isEmpty ? "\(major)" : "\(major).\(rest)"
            return switch tag.prefix(2) {
            case "cp": "CPython \(number)"
            case "pp": "PyPy \(number)"
            case "py": "Python \(number)"
            default: tag
            }
        }
        let text = names.joined(separator: ", ")
        if isForLater { return "\(text) or newer" }
        return abi.hasSuffix("t") && abi.hasPrefix("cp") ? "\(text), free-threaded" : text
    }
}
