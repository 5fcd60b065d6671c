import PythonPackaging

/// What the tags of a wheel mean, in words and as what readers filter by.
struct WheelLabel {
    /// What Python it is for, as in `CPython 3.12`.
    let python: String
    /// What system it is for, as in `Linux x86-64 (glibc 2.17 or newer)`.
    let platform: String
    /// The systems that it runs on, by the values of the filter; empty for any.
    let systems: [System]
    /// The minor versions of Python 3 that it is for, as tags name them; empty for any.
    let minors: [Int]
    /// Whether it runs on later versions of Python 3 as well.
    let isForLater: Bool

    /// A kind of system that wheels are for, as the filter offers it.
    struct System: Hashable {
        /// The value in addresses: `linux-x86_64`.
        let value: String
        /// What people read.
        let title: String
    }

    init(_ wheel: WheelFilename) {
        let platforms = wheel.platforms
        let pythons = wheel.pythonTag.lowercased().split(separator: ".").map(String.init)
        let abis = wheel.abiTag.lowercased()
        isForLater = abis.split(separator: ".").contains("abi3")
        minors = Set(pythons.compactMap(Self.minor)).sorted()
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

    /// Whether it can be used with that minor version of Python 3.
    func fits(minor: Int?) -> Bool {
        guard let minor, !minors.isEmpty else { return true }
        return minors.contains(minor) || isForLater && minors.contains { $0 <= minor }
    }

    private static func minor(_ tag: String) -> Int? {
        guard tag.hasPrefix("cp3") || tag.hasPrefix("pp3") else { return nil }
        return Int(tag.dropFirst(3).prefix { $0.isASCII && $0.isNumber })
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
